"""reader read DOC."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.cli.article import shown
from reader.cli.command import Command, Exit
from reader.cli.opening import documents, opened, opened_as_is, updated
from reader.cli.output import Output
from reader.cli.record import page_record
from reader.cli.words import bare
from reader.errors import DocumentNotFoundError, ReaderError, UsageError
from reader.library import Library
from reader.library.choosing import vast
from reader.library.collection import Collection
from reader.model import Document, Label

MEASURE = 72  # columns; longer lines are hard to follow


def arguments(parser: argparse.ArgumentParser) -> None:
    """DOC, and how much of it."""
    parser.add_argument("document", metavar="DOC", type=bare, help="an ID, its start, or a path")
    parser.add_argument(
        "--keep", choices=("raw", "removed"), help="print all lines, or those set aside"
    )
    parser.add_argument(
        "--raw", dest="keep", action="store_const", const="raw", help="the same as --keep raw"
    )
    parser.add_argument("--pager", action="store_true", help="show it in $PAGER (less)")


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print one clean document, wrapped for people, one paragraph a line else."""
    if not args.document:
        raise UsageError("which document? name an ID or a path: reader ls lists them")
    with _found(args, out) as (library, document):
        if document.skipped is not None:
            raise ReaderError(f"{document.path} cannot be read: {document.skipped}")
        page = library.page(document.row)
    if document.broken:
        out.say(f"{document.path} is broken: {document.broken}")
    for note in page.notes:
        out.say(note)
    if args.json:
        out.json(page_record(page))
        return Exit.DONE
    if args.keep:
        lines = [
            (line.text, False)
            for line in page.lines
            if args.keep == "raw" or line.label is Label.BOILERPLATE
        ]
    else:
        lines = list(shown(page, min(out.columns, MEASURE) if out.terminal else None))
    if args.pager and out.terminal:
        out.page([text for text, _ in lines])
    else:
        for text, bold in lines:
            out.line(text, bold)
    return Exit.DONE


@contextmanager
def _found(args: argparse.Namespace, out: Output) -> Iterator[tuple[Library, Document]]:
    """The document, in its collection or, where that does not hold it, on its own."""
    if _lies_outside(args.document, args.within):
        with _alone(args.document, out) as found:
            yield found
        return
    with opened(args, out) as library:
        try:
            document = library.document(args.document)
        except DocumentNotFoundError:
            if not _is_there(args.document):
                raise
        else:
            yield library, document
            return
    with _alone(args.document, out) as found:
        yield found


@contextmanager
def _alone(path: str, out: Output) -> Iterator[tuple[Library, Document]]:
    if Path(path).is_dir():
        raise UsageError(f"{path} is a folder: reader ls --in {path} lists its documents")
    with opened_as_is([path], out) as library:
        updated(library, out, tell=False)
        found = next(documents(library, library.order(skipped=True)), None)
        if found is None:
            raise DocumentNotFoundError(f"{path} holds no document that reader can open")
        yield library, found


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:  # longer than any name can be
        return False


def _lies_outside(reference: str, within: list[str]) -> bool:
    """Whether it is the path of a file that is not in the collection, or in one nobody named."""
    path = Path(reference)
    if not _is_there(reference):
        return False
    paths = [Path(place) for place in within] or [Path.cwd()]
    if not within and vast(paths):
        return True
    return Collection.of(paths).named(str(path.resolve())) is None


COMMAND = Command(
    name="read",
    help="print one document, its article only",
    usage="DOC",
    arguments=arguments,
    run=run,
)
