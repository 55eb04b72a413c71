"""reader index [PATH…]."""

import argparse

from reader.cli.command import Command, Exit, finished
from reader.cli.opening import many, opened_as_is, summary, updated
from reader.cli.output import Output
from reader.cli.record import VERSION, progress_record
from reader.cli.words import bare
from reader.library import Library
from reader.model import Outcome


def arguments(parser: argparse.ArgumentParser) -> None:
    """PATH… and --progress."""
    parser.add_argument("paths", nargs="*", metavar="PATH", type=bare, help="as with --in")
    parser.add_argument(
        "--progress",
        action="store_true",
        help="print progress as JSON lines; do not wait for another run over these files",
    )


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Bring the catalogue up to date with the files and say what was done."""
    with opened_as_is([*args.within, *args.paths], out) as library:
        if args.progress:
            _report(library, args.update, out)
        else:
            _summarise(library, args, out)
        return finished(True, library.skipped(), args.strict)


def _report(library: Library, look: bool, out: Output) -> None:
    """Print each report as it comes; that another process is at it, if one is."""
    busy = True
    for progress in library.update(wait=False, look=look):
        busy = False
        out.json(progress_record(progress))
        out.flush()
    if busy:
        out.json({"v": VERSION, "stage": "busy"})


def _summarise(library: Library, args: argparse.Namespace, out: Output) -> None:
    outcomes = updated(library, out, tell=False, look=args.update)
    if args.json:
        counts = {str(outcome): outcomes.get(outcome, 0) for outcome in Outcome}
        out.json({"v": VERSION, "total": library.count(), **counts})
    else:
        did = summary(outcomes) or "nothing new"
        out.line(f"{many(library.count(), 'document')}: {did}")


COMMAND = Command(
    name="index",
    help="bring the catalogue up to date with the files",
    usage="[PATH…]",
    arguments=arguments,
    run=run,
)
