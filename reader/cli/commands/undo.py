"""reader undo [--redo] [--list]."""

import argparse
from datetime import datetime
from pathlib import Path

from reader.cli.command import Command, Exit
from reader.cli.output import Output
from reader.cli.record import VERSION
from reader.errors import UsageError
from reader.library.facts import latest, taken_back
from reader.settings import load

LISTED = 50  # changes


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which way, or what there is."""
    parser.add_argument(
        "--redo", action="store_true", help="make the change again that was taken back last"
    )
    parser.add_argument("--list", action="store_true", help="only print the latest changes")


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Take back the last change of marks in the collection, and print what it was."""
    if args.redo and args.list:
        raise UsageError("--redo or --list? one at a time")
    here = [Path(path) for path in args.within] or [Path()]
    if args.list:
        return _list(args, here, out)
    said = taken_back(load(), here, args.redo)
    if args.json:
        out.json({"v": VERSION, "said": said, "redone": args.redo})
    elif said is None:
        out.say(f"there is nothing to {'make again' if args.redo else 'take back'} here")
    else:
        out.line(f"{'done again' if args.redo else 'taken back'}: {said}")
    return Exit.NOTHING if said is None else Exit.DONE


def _list(args: argparse.Namespace, here: list[Path], out: Output) -> Exit:
    changes = latest(load(), here, LISTED)
    if args.json:
        out.array(
            {
                "v": VERSION,
                "number": change.number,
                "made": _when(change.made),
                "said": change.said,
                "undone": change.undone,
            }
            for change in changes
        )
    else:
        out.table(
            (_when(change.made), "undone" if change.undone else "", change.said)
            for change in changes
        )
    return Exit.DONE if changes else Exit.NOTHING


def _when(made: int) -> str:
    return datetime.fromtimestamp(made).isoformat(" ", "seconds")


COMMAND = Command(
    name="undo",
    help="take back the last change of tags and marks",
    usage="[--redo | --list]",
    arguments=arguments,
    run=run,
)
