"""reader tag +a -b [--] QUERY or IDs, and reader tag ls."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from reader.cli.command import Command, Exit, finished
from reader.cli.opening import documents, many, matching, opened
from reader.cli.output import Output
from reader.cli.record import VERSION
from reader.cli.words import bare, tags
from reader.errors import DocumentNotFoundError, MarksError, UsageError
from reader.library import Library
from reader.model import Row

LIST = "ls"
LEAST_DIGITS = 4  # of an ID; fewer are more likely a word


def arguments(parser: argparse.ArgumentParser) -> None:
    """QUERY or IDs; the tags are in front of them."""
    parser.add_argument(
        "query", nargs="*", metavar="QUERY", type=bare, help="or IDs, starts of IDs, or paths"
    )


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Add and remove tags, and print how many documents that changed; or list the tags."""
    added, removed = tags(args.changes)
    if not args.changes and args.query == [LIST]:
        return _list(args, out)
    if not args.changes:
        raise UsageError("which tags? reader tag +add -remove QUERY, or reader tag ls")
    if not args.query:
        raise UsageError("which documents? name a query, IDs or paths after the tags")
    with opened(args, out) as library:
        if library.unkept:
            raise MarksError(f"not tagged: tags would be gone at once; {library.unkept.remedy}")
        rows = _named(library, args.query) or _matching(library, args.query, out)
        changed = library.tag(rows, added, removed) if rows else 0
        library.back_up()
    if args.json:
        out.json({"v": VERSION, "matched": len(rows), "changed": changed})
    else:
        out.line(f"tagged {many(changed, 'document')}")
    return Exit.DONE if rows else Exit.NOTHING


def _named(library: Library, words: Sequence[str]) -> list[Row]:
    """The documents that these IDs and paths name; none unless every word names one."""
    rows = []
    for word in words:
        if len(word) < LEAST_DIGITS and not Path(word).exists():
            return []
        try:
            rows.append(library.document(word).row)
        except DocumentNotFoundError:
            return []
    return rows


def _matching(library: Library, words: Sequence[str], out: Output) -> list[Row]:
    return [Row(row) for row in matching(library, " ".join(words), out)]


def _list(args: argparse.Namespace, out: Output) -> Exit:
    """Print every tag of the collection by name, with as many documents as it finds."""
    with opened(args, out) as library:
        counts: Counter[str] = Counter()
        used: set[str] = set()
        for document in documents(library, library.order()):
            counts.update(document.all_tags)
            used.update(document.tags)
        skipped = library.skipped()
    by_name = {tag: counts[tag] for tag in sorted(used)}
    if args.json:
        out.json({"v": VERSION, "tags": by_name})
    else:
        out.table((tag, str(count)) for tag, count in by_name.items())
    return finished(bool(used), skipped, args.strict)


COMMAND = Command(
    name="tag",
    help="tag documents, or list the tags",
    usage="+ADD -REMOVE [--] QUERY|ID…\n       reader tag ls",
    arguments=arguments,
    run=run,
    signed=True,
)
