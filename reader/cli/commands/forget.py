"""reader forget [PATH|NAME…]."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from reader.cli.command import Command, Exit
from reader.cli.opening import current, many
from reader.cli.output import Output
from reader.cli.record import VERSION
from reader.cli.words import bare
from reader.errors import UsageError
from reader.library.caches import in_words
from reader.library.forgetting import Forgotten, called, forget, marked, said_of, together
from reader.library.shelf import Remembered
from reader.settings import Settings, load

YES = ("y", "yes")


def arguments(parser: argparse.ArgumentParser) -> None:
    """PATH or NAME…, --marks and --yes."""
    parser.add_argument(
        "collections", nargs="*", metavar="PATH|NAME", type=bare, help="of collections (--in)"
    )
    parser.add_argument(
        "--marks", action="store_true", help="forget tags and all else noted in them, too"
    )
    parser.add_argument("--yes", action="store_true", help="do not ask whether that is meant")


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Forget collections, and say what is gone and what is kept."""
    settings = load()
    found = list(dict.fromkeys(_found(args, settings, out)))
    noted = {one: marked(one, settings) for one in found}
    said = sum(said_of(one, settings) for one in found) if args.marks else 0
    lost = args.marks and (said or any(noted.values()))
    if lost and not args.yes and not _sure(noted, said, out):
        out.say("nothing was forgotten")
        return Exit.NOTHING
    forgotten = [forget(one, settings, marks=args.marks) for one in found]
    if args.json:
        out.json({"v": VERSION, "forgotten": [_record(one) for one in forgotten]})
    else:
        for one in forgotten:
            _tell(one, noted[one.of], out)
    return Exit.DONE if forgotten else Exit.NOTHING


def _found(args: argparse.Namespace, settings: Settings, out: Output) -> Iterator[Remembered]:
    """The collections that are meant; what nothing is known of is said."""
    for word in args.collections:
        if not word.strip():
            raise UsageError("a path is empty: reader collections lists what can be forgotten")
        one = called(word, settings)
        if one is None:
            out.say(f"nothing is kept of {word}: reader collections lists what there is")
        else:
            yield one
    if not args.collections:
        paths = [Path(path) for path in args.within] or [current(unasked=True)]
        one = together(paths, settings)
        if one is None:
            out.say(f"nothing is kept of {', '.join(map(str, paths))}")
        else:
            yield one


def _sure(noted: dict[Remembered, int], said: int, out: Output) -> bool:
    """Ask on the terminal. Raises UsageError where there is none."""
    names = ", ".join(f"{one.name} ({one.called(99)})" for one in noted)
    documents = sum(noted.values())
    what = [f"what was noted on {many(documents, 'document')}"] if documents else []
    what += [f"{many(said, 'correction')} for whole folders"] if said else []
    meant = f"{' and '.join(what)} in {names}"
    if not (out.live and sys.stdin is not None and sys.stdin.isatty()):
        raise UsageError(f"this would forget {meant}: say --yes if you mean it")
    out.ask(f"Forget {meant}? [y/N] ")
    return sys.stdin.readline().strip().lower() in YES


def _tell(one: Forgotten, noted: int, out: Output) -> None:
    out.line(f"forgot {one.of.name}: {in_words(one.size)} of cache")
    if one.marks:
        out.line(f"forgot what was noted on {many(one.marks, 'document')}")
    elif noted:
        out.line(f"kept what was noted on {many(noted, 'document')}: --marks forgets that, too")
    if one.dump is not None:
        out.line(f"it is written down in {one.dump}")


def _record(one: Forgotten) -> dict[str, object]:
    return {
        "name": one.of.name,
        "paths": [str(path) for path in one.of.paths],
        "size": one.size,
        "marks": one.marks,
        "dump": str(one.dump) if one.dump else None,
    }


COMMAND = Command(
    name="forget",
    help="forget the cache of a collection, or its marks too",
    usage="[PATH|NAME…] [--marks]",
    arguments=arguments,
    run=run,
)
