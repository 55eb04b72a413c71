"""reader ls [QUERY…]."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reader.cli.command import Command, Exit, finished
from reader.cli.opening import documents, matching, opened, shown_path
from reader.cli.output import Output
from reader.cli.record import document_record
from reader.cli.template import Template
from reader.cli.words import bare
from reader.errors import UsageError
from reader.library import Library
from reader.model import Document

OUTPUTS = ("files", "ids", "tags", "urls")
RIGHT = (2,)  # the column of the minutes is aligned to the right

LONGEST_PATH = 255  # characters; a longer word is a query, and no file system would look it up


def arguments(parser: argparse.ArgumentParser) -> None:
    """QUERY…, and what to print of each document."""
    parser.add_argument("query", nargs="*", metavar="QUERY", type=bare, help="which ones (all)")
    parser.add_argument("--jsonl", action="store_true", help="print one JSON object a line")
    parser.add_argument("--output", choices=OUTPUTS, help="print nothing but these")
    parser.add_argument(
        "--format", type=bare, metavar="TEXT", help="print this, for example '{site}\\t{title}'"
    )
    parser.add_argument(
        "-0",
        "--print0",
        dest="end",
        action="store_const",
        const="\0",
        default="\n",
        help="end each entry with NUL; entries are file names if nothing else is asked for",
    )


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print one line a document: all by path, or those that match, best first."""
    template = None if args.format is None else Template.parse(args.format)
    query = " ".join(args.query)
    if len(args.query) == 1 and len(query) < LONGEST_PATH and Path(query).is_dir():
        raise UsageError(f"{query} is a folder: reader ls --in {query} lists what is in it")
    with opened(args, out) as library:
        rows = matching(library, query, out)
        skipped = library.skipped()
        if args.json or args.jsonl:
            if not query:
                rows = library.order(skipped=True)
            records = map(document_record, documents(library, rows))
            printed = out.array(records) if args.json else out.json_lines(records)
        else:
            printed = _print(library, rows, args, template, out)
            if skipped and not query:
                out.say(_skipped(skipped))
        return finished(printed > 0, skipped, args.strict)


def _print(
    library: Library,
    rows: Sequence[int],
    args: argparse.Namespace,
    template: Template | None,
    out: Output,
) -> int:
    """Print in one of the forms that are not JSON; how many entries there were."""
    found = documents(library, rows)
    if template:
        return out.entries(map(template.filled, found), args.end)
    match args.output or ("files" if args.end == "\0" else None):
        case "files":
            return out.file_names((shown_path(library, each) for each in found), args.end)
        case "ids":
            return out.entries((each.id for each in found), args.end)
        case "tags":
            tags = {tag for document in found for tag in document.tags}
            return out.entries(sorted(tags), args.end)
        case "urls":
            return out.entries(_urls(library, found), args.end)
    return out.table((_columns(document, out.terminal) for document in found), RIGHT)


def _urls(library: Library, found: Iterable[Document]) -> Iterator[str]:
    """The addresses of the documents that have one."""
    for document in found:
        if url := library.page(document.row).metadata.url:
            yield url


def _columns(document: Document, people: bool) -> tuple[str, ...]:
    minutes = f"{document.minutes} min" if people else str(document.minutes)
    return document.id, document.date or "", minutes, document.site, document.title


def _skipped(count: int) -> str:
    files = "1 file was" if count == 1 else f"{count} files were"
    return f"{files} skipped: reader ls --json says why"


COMMAND = Command(
    name="ls",
    help="list documents, one a line",
    usage="[QUERY…]",
    arguments=arguments,
    run=run,
)
