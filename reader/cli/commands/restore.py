"""reader restore [--replace] [FILE]."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from reader.cli.command import Command, Exit
from reader.cli.opening import many
from reader.cli.output import Output
from reader.cli.record import VERSION
from reader.cli.words import bare
from reader.errors import MarksError, UsageError
from reader.library.facts import restored
from reader.settings import load

HOW = "reader restore FILE, or reader restore < FILE"


def arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, and whether all else goes."""
    parser.add_argument(
        "file", nargs="?", metavar="FILE", type=bare, help="what reader dump printed (else stdin)"
    )
    parser.add_argument(
        "--replace", action="store_true", help="drop all marks that are not in the dump"
    )


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Add what a dump says to the marks, and print how many facts that changed."""
    lines = list(_lines(args.file))
    if args.replace and not any(map(str.strip, lines)):
        raise UsageError("the dump is empty: with --replace it would drop all marks")
    here = [Path(path) for path in args.within] or [Path()]
    came, went = restored(load(), here, lines, args.replace)
    if args.json:
        out.json({"v": VERSION, "added": came, "dropped": went})
    elif came or went:
        dropped = f", {many(went, 'fact')} dropped" if went else ""
        out.line(f"{many(came, 'fact')} added{dropped}; reader undo takes it back")
    else:
        out.line("nothing to restore: all of it is there")
    return Exit.DONE


def _lines(file: str | None) -> Iterator[str]:
    """The lines of the dump. Raises UsageError, MarksError."""
    if file is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError(f"which dump? {HOW}")
    try:
        text = sys.stdin.buffer.read() if file in (None, "-") else Path(file or "").read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from error
    for number, line in enumerate(text.split(b"\n"), 1):
        try:
            yield line.decode()
        except UnicodeDecodeError as error:
            raise MarksError(f"line {number} is not UTF-8; nothing was changed") from error


COMMAND = Command(
    name="restore",
    help="take in what a dump says",
    usage="[--replace] [FILE]",
    arguments=arguments,
    run=run,
)
