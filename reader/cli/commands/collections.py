"""reader collections."""

import argparse
from pathlib import Path

from reader.cli.command import Command, Exit
from reader.cli.opening import day, many
from reader.cli.output import Output
from reader.cli.record import VERSION, moment
from reader.library.caches import in_words, sizes
from reader.library.shelf import Remembered, is_there, labels, remembered
from reader.settings import Settings, load

GONE = "is gone: "  # before a path


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing: every collection is listed."""


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print the collections that were opened before, the last one first."""
    settings = load()
    known = remembered(settings)
    called = labels(known)
    if args.json:
        out.array(_record(one, called[one.key], settings) for one in known)
    else:
        rows = [
            (
                called[one.key],
                many(one.documents, "document"),
                in_words(_size(one, settings)),
                day(one.opened),
                ", ".join(_shown(path) for path in one.paths),
            )
            for one in known
        ]
        if rows:
            out.table(rows, right=(1, 2))
    return Exit.DONE if known else Exit.NOTHING


def _size(one: Remembered, settings: Settings) -> int:
    return sum(sizes(settings.collection_cache(one.key)).values())


def _shown(path: Path) -> str:
    return f"{'' if is_there(path) else GONE}{path}"


def _record(one: Remembered, called: str, settings: Settings) -> dict[str, object]:
    return {
        "v": VERSION,
        "name": called,
        "paths": [str(path) for path in one.paths],
        "documents": one.documents,
        "size": _size(one, settings),
        "opened": moment(one.opened),
        "updated": moment(one.updated),
        "there": one.there,
    }


COMMAND = Command(
    name="collections",
    help="list the collections that were opened before",
    usage="",
    arguments=arguments,
    run=run,
)
