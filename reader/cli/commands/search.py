"""reader search QUERY…."""

import argparse
from collections.abc import Iterator

from reader.cli.command import Command, Exit, finished
from reader.cli.opening import answer, documents, opened, shown_path
from reader.cli.output import Output
from reader.cli.place import place, ranges, window
from reader.cli.record import found_record
from reader.cli.words import bare, number
from reader.library import Library
from reader.model import Found, Hit, Snippet

INDENT = "    "  # of the passage below a title
LIMIT = 50  # hits, unless --limit says otherwise


def arguments(parser: argparse.ArgumentParser) -> None:
    """QUERY…, and what to print of each hit."""
    parser.add_argument("query", nargs="+", metavar="QUERY", type=bare, help="what to find")
    parser.add_argument(
        "--limit", type=number, default=LIMIT, metavar="N", help=f"how many hits at most ({LIMIT})"
    )
    only = parser.add_mutually_exclusive_group()
    only.add_argument(
        "-l", "--files", dest="only", action="store_const", const="files", help="print paths only"
    )
    only.add_argument(
        "-c", "--count", dest="only", action="store_const", const="count", help="print how many"
    )


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print the hits, best first."""
    with opened(args, out) as library:
        found = answer(library, " ".join(args.query), out)
        hits = _hits(library, found, args.limit, snippets=args.only is None)
        if args.json:
            out.json(found_record(found, hits))
        elif args.only == "count":
            out.line(str(found.total))
        elif args.only == "files":
            out.file_names((shown_path(library, hit.document) for hit in hits), "\n")
        else:
            for hit in hits:
                _print(library, hit, out)
            if found.aside and out.terminal:
                out.say(f"{found.aside:,} more have it only in what was set aside: raw: finds them")
        return finished(found.total > 0, library.skipped(), args.strict)


def _hits(library: Library, found: Found, limit: int, snippets: bool) -> Iterator[Hit]:
    """The best hits; those in titles come first."""
    titles = frozenset(found.titles)
    rows = [*found.titles, *found.texts][:limit]
    for document in documents(library, rows):
        row = document.row
        snippet = library.snippet(row, found.words) if snippets and found.words else Snippet("")
        yield Hit(
            document,
            found.scores.get(row, 0.0),
            in_title=row in titles,
            positions=found.positions.get(row, ()),
            snippets=(snippet,) if snippet.text else (),
        )


def _print(library: Library, hit: Hit, out: Output) -> None:
    """Two lines for people; one that editors and grep's friends understand for programs."""
    document = hit.document
    path = shown_path(library, document)
    snippet = hit.snippets[0] if hit.snippets else Snippet("")
    if not out.terminal:
        line, column = place(library.page(document.row), snippet)
        out.line(f"{path}:{line}:{column}:{snippet.text or document.title}")
        return
    out.marked("", document.title, ranges(hit.positions), f"  {path}")
    if snippet.text:
        shown = window(snippet, out.columns - len(INDENT))
        out.marked(INDENT, shown.text, shown.matches)


COMMAND = Command(
    name="search",
    help="find documents, best first",
    usage="QUERY…",
    arguments=arguments,
    run=run,
)
