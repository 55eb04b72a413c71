"""reader like DOC."""

import argparse
from collections.abc import Iterator, Sequence

from reader.cli.command import Command, Exit, finished
from reader.cli.opening import answer, documents, opened, shown_path
from reader.cli.output import Output
from reader.cli.record import alike_record
from reader.cli.words import bare, number
from reader.library import Library
from reader.model import Document, Found

INDENT = "    "  # of the words below a title
LIMIT = 20  # documents, unless --limit says otherwise
TOLD = 8  # words that are told to people


def arguments(parser: argparse.ArgumentParser) -> None:
    """DOC and how many."""
    parser.add_argument("document", metavar="DOC", type=bare, help="an ID, its start, or a path")
    parser.add_argument(
        "--limit", type=number, default=LIMIT, metavar="N", help=f"how many at most ({LIMIT})"
    )


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print documents about the same, those that share most first, and the words they share."""
    with opened(args, out) as library:
        found = answer(library, f"like:{library.document(args.document).id}", out)
        hits = _hits(library, found, args.limit)
        if args.json:
            out.json(alike_record(found, hits))
        elif out.terminal:
            for document, shared in hits:
                out.marked("", document.title, [], f"  {shown_path(library, document)}")
                out.line(INDENT + "shares " + ", ".join(shared[:TOLD]))
        else:
            out.table(
                (document.id, shown_path(library, document), document.title, ", ".join(shared))
                for document, shared in hits
            )
        return finished(found.total > 0, library.skipped(), args.strict)


def _hits(library: Library, found: Found, limit: int) -> Iterator[tuple[Document, Sequence[str]]]:
    """The documents that are most alike, and which words each shares, the most telling first."""
    rows = [*found.titles, *found.texts]
    best = sorted(rows, key=lambda row: -found.scores.get(row, 0.0))[:limit]
    for document in documents(library, best):
        yield document, library.shared(document.row, found.words)


COMMAND = Command(
    name="like",
    help="find documents about the same",
    usage="DOC",
    arguments=arguments,
    run=run,
)
