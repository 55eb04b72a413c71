"""reader dups [QUERY…]."""

import argparse
from collections.abc import Sequence

from reader.cli.command import Command, Exit, finished
from reader.cli.opening import documents, matching, opened, shown_path
from reader.cli.output import Output
from reader.cli.record import stories_record
from reader.cli.words import bare
from reader.library import Library
from reader.model import Document

INDENT = "    "  # of the copies below the one to read


def arguments(parser: argparse.ArgumentParser) -> None:
    """QUERY… and which copies."""
    parser.add_argument("query", nargs="*", metavar="QUERY", type=bare, help="among which (all)")
    parser.add_argument(
        "--near", action="store_true", help="only copies that differ in a word at least"
    )


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print each story that several documents tell: the one to read, then its near-copies."""
    with opened(args, out) as library:
        rows = matching(library, " ".join(args.query), out)
        told = [document for document in documents(library, rows) if document.story]
        stories = _stories(library, told, near=args.near)
        if args.json:
            out.json(stories_record(stories))
        else:
            for number, story in enumerate(stories):
                _print(library, story, out, first=not number)
        return finished(bool(stories), library.skipped(), args.strict)


def _stories(
    library: Library, told: Sequence[Document], near: bool
) -> list[list[tuple[Document, float]]]:
    """The documents of each story and how much of it they have, the one to read first."""
    together: dict[int, list[Document]] = {}
    for document in told:
        together.setdefault(document.story, []).append(document)
    stories = []
    for story, its in together.items():
        its.sort(key=lambda document: document.row != story)
        measured = [(one, library.resemblance(its[0].row, one.row)) for one in its]
        if near:
            measured = [pair for pair in measured if pair[0] is its[0] or pair[1] < 1]
        if len(measured) > 1:
            stories.append(measured)
    return stories


def _print(
    library: Library, story: Sequence[tuple[Document, float]], out: Output, first: bool
) -> None:
    if out.terminal:
        document = story[0][0]
        out.marked("", document.title, [], f"  {shown_path(library, document)}")
        for document, share in story[1:]:
            out.line(f"{INDENT}{share:4.0%}  {shown_path(library, document)}")
        return
    if not first:
        out.line("")
    out.table(
        (document.id, f"{share:.2f}", shown_path(library, document), document.title)
        for document, share in story
    )


COMMAND = Command(
    name="dups",
    help="list stories that several documents tell",
    usage="[QUERY…] [--near]",
    arguments=arguments,
    run=run,
)
