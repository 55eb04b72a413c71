"""From `--in PATH` to a Library that is up to date. Must not know: what a command does with it."""

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.cli.output import Output
from reader.errors import UsageError
from reader.library import Library
from reader.library.choosing import vast
from reader.library.pace import Pace
from reader.model import Document, Found, Outcome, Row
from reader.settings import load

PATIENCE_S = 0.3  # before progress is shown on a terminal
LONG_S = 1.0  # a run that takes longer says afterwards what it did
BATCH = 500  # documents fetched at a time
ANEW = {True: "made again from the files", False: "reader index makes it again from the files"}
"""What becomes of a cache that could not be used, updated or not."""
TOLD = (Outcome.ADDED, Outcome.CHANGED, Outcome.MOVED, Outcome.REMOVED, Outcome.SKIPPED)
"""What a summary names; unchanged files are not worth a word."""


@contextmanager
def opened(args: argparse.Namespace, out: Output) -> Iterator[Library]:
    """The collection of `--in`, brought up to date unless `--no-update`. Raises ReaderError."""
    with opened_as_is(args.within, out, unasked=not args.update) as library:
        if args.update:
            updated(library, out)
        yield library
        if remade := library.remade:
            out.say(
                f"{remade} could not be used (damaged, or of another version): {ANEW[args.update]}"
            )
        elif not args.update and (why := library.behind):
            out.say(f"not all of {library.name} may be here: {why}")


@contextmanager
def opened_as_is(within: Sequence[str], out: Output, unasked: bool = False) -> Iterator[Library]:
    """The collection of these paths, or of the current folder, as it was left.

    Only `unasked` may the current folder be the home folder or all of the disk.
    """
    paths = [Path(path) for path in within] or [current(unasked)]
    library = Library.open(paths, load())
    try:
        if library.unkept:
            out.say(f"tags and reading state are not kept: {library.unkept.why}")
        yield library
    finally:
        library.close()


def updated(
    library: Library, out: Output, tell: bool = True, look: bool = True
) -> Mapping[Outcome, int]:
    """Bring the collection up to date; what was done. Without `look` no file is looked at.

    People see on stderr how far it is; with `tell` a log says afterwards what took long.
    """
    begun = time.monotonic()
    outcomes: Mapping[Outcome, int] = {}
    shown, pace = False, Pace()
    try:
        for progress in library.update(at=("",) if look else ()):
            outcomes = progress.outcomes
            if progress.stage == "waiting" and not out.live:
                out.say(pace.said(progress))
            if out.live and progress.stage != "done" and time.monotonic() - begun > PATIENCE_S:
                out.progress(pace.said(progress))
                shown = True
    finally:
        if shown:
            out.progress("")
    took = time.monotonic() - begun
    if tell and not out.live and took > LONG_S and summary(outcomes):
        out.say(f"{library.name} is up to date: {summary(outcomes)}")
    return outcomes


def documents(library: Library, rows: Sequence[int]) -> Iterator[Document]:
    """These entries, in that order, fetched some at a time."""
    for start in range(0, len(rows), BATCH):
        yield from library.documents(Row(row) for row in rows[start : start + BATCH])


def matching(library: Library, query: str, out: Output) -> Sequence[int]:
    """The rows of all documents that match, best first; "" is all, by path. Raises QueryError."""
    if not query:
        return library.order()
    found = answer(library, query, out)
    return [*found.titles, *found.texts]


def answer(library: Library, query: str, out: Output) -> Found:
    """All that was found for a query, best first. Raises QueryError."""
    found = library.find(query, limit=max(library.count(), 1))
    for field in found.unknown:
        out.say(f"there is no field {field}: its name was searched for as text")
    for sentence in found.lost:
        out.say(sentence)
    return found


def shown_path(library: Library, document: Document) -> str:
    """A path that opens the document's file from here: relative where it lies below."""
    path = library.path(document)
    try:
        return path.removeprefix(f"{Path.cwd()}/")
    except OSError:  # the current folder is gone
        return path


def summary(outcomes: Mapping[Outcome, int]) -> str:
    """What an index run did, in words: "3 added, 1 removed"; "" when it changed nothing."""
    return ", ".join(f"{count} {outcome}" for outcome in TOLD if (count := outcomes.get(outcome)))


def many(count: int, noun: str) -> str:
    """ "1 document", "2 documents"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def day(seconds: float) -> str:
    """The day of a time since 1970, here: 2026-03-12; "never" for 0."""
    return time.strftime("%Y-%m-%d", time.localtime(seconds)) if seconds else "never"


def when(seconds: float) -> str:
    """The minute of a time since 1970, here: 2026-03-12 09:30; "never" for 0."""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds)) if seconds else "never"


def current(unasked: bool) -> Path:
    """The current folder. Raises UsageError where it is too much to read unasked."""
    try:
        folder = Path.cwd()
    except OSError as error:
        raise UsageError(f"the current folder is gone ({error.strerror}): go to another") from error
    if not unasked and vast([folder]):
        raise UsageError(
            f"{folder} is not read unasked: go to a folder in it, or ask for all of it"
            f" with --in {folder}"
        )
    return folder
