"""reader index [PATH…]."""

import argparse
import sys
import threading
from collections.abc import Iterable, Iterator

from reader.cli.command import Command, Exit, finished
from reader.cli.opening import many, opened_as_is, summary, updated
from reader.cli.output import Output
from reader.cli.record import VERSION, progress_record
from reader.cli.words import bare
from reader.errors import ReaderError, UsageError
from reader.library import Library
from reader.library.watching import Watching
from reader.library.workers import pool
from reader.model import Outcome, Progress


def arguments(parser: argparse.ArgumentParser) -> None:
    """PATH… and --progress."""
    parser.add_argument("paths", nargs="*", metavar="PATH", type=bare, help="as with --in")
    parser.add_argument(
        "--progress",
        action="store_true",
        help="print progress as JSON lines; do not wait for another run over these files",
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help="go on until Ctrl-C: look again where files change",
    )


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Bring the catalogue up to date with the files and say what was done."""
    with opened_as_is([*args.within, *args.paths], out) as library:
        watching = None
        if args.watch:  # what changes during the first run is seen after it
            watching = Watching(library.collection, sys.stdin if args.progress else _never())
        if args.progress:
            _report(library, args.update, out)
        else:
            _summarise(library, args, out)
        if watching:
            _watch(library, watching, args, out)
        return finished(True, library.skipped(), args.strict)


def _report(library: Library, look: bool, out: Output) -> None:
    """Print each report as it comes; that another process is at it, if one is."""
    if not _reported(library.update(wait=False, at=("",) if look else ()), out):
        out.json({"v": VERSION, "stage": "busy"})
        out.flush()


def _reported(run: Iterable[Progress], out: Output) -> bool:
    """Print each report of a run; whether there was any."""
    some = False
    for progress in run:
        some = True
        out.json(progress_record(progress))
        out.flush()
    return some


def _watch(library: Library, watching: Watching, args: argparse.Namespace, out: Output) -> None:
    """Do what is asked for on standard input, and look where files change.

    A program that reads `--progress` asks by words, and its end is ours; people press Ctrl-C.
    """
    workers = pool(library.settings.log)  # they take 100 MB each, and start in half a second
    for request in watching.requests(idle=workers.close):
        try:
            if request.trouble:
                raise UsageError(f"changes are not seen by themselves: {request.trouble}")
            if args.progress:
                _reported(library.update(at=request.at), out)
            else:
                _tell(library, library.update(at=request.at), out)
        except ReaderError as error:
            if args.progress:
                out.json({"v": VERSION, "stage": "failed", "reason": str(error)})
                out.flush()
            else:
                out.say(str(error))


def _tell(library: Library, run: Iterable[Progress], out: Output) -> None:
    """Say what a run changed, if anything."""
    *_, last = run
    if did := summary(last.outcomes):
        out.line(f"{many(library.count(), 'document')}: {did}")
        out.flush()


def _never() -> Iterator[str]:
    """Words that never come, and never end."""
    threading.Event().wait()
    yield ""


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
