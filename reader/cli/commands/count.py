"""reader count [QUERY…]."""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from reader.cli.command import Command, Exit, finished
from reader.cli.opening import documents, matching, opened
from reader.cli.output import Output
from reader.cli.record import counts_record
from reader.cli.words import bare
from reader.model import Document

YEAR_DIGITS = 4
FACETS: Mapping[str, Callable[[Document], Iterable[str]]] = {
    "author": lambda document: (document.author,),
    "lang": lambda document: (document.lang,),
    "site": lambda document: (document.site,),
    "state": lambda document: document.state,
    "tag": lambda document: document.all_tags,
    "type": lambda document: (document.format,),
    "year": lambda document: ((document.date or "")[:YEAR_DIGITS],),
}
"""What `--by` can count, and its values in a document; "" is none."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """QUERY… and --by."""
    parser.add_argument("query", nargs="*", metavar="QUERY", type=bare, help="which ones (all)")
    parser.add_argument(
        "--by",
        action="append",
        choices=tuple(FACETS),
        default=[],
        help="count the documents of each value instead; may be repeated",
    )


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print how many documents match, in all or by value."""
    with opened(args, out) as library:
        rows = matching(library, " ".join(args.query), out)
        by = _counted(documents(library, rows), args.by) if args.by else {}
        skipped = library.skipped()
    if args.json:
        out.json(counts_record(len(rows), by))
    elif by:
        out.table(
            (facet, value, str(count))
            for facet, values in by.items()
            for value, count in values.items()
        )
    else:
        out.line(str(len(rows)))
    return finished(len(rows) > 0, skipped, args.strict)


def _counted(found: Iterable[Document], facets: Sequence[str]) -> dict[str, dict[str, int]]:
    """For each facet its values, the most frequent first, then by name."""
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in facets}
    for document in found:
        for facet, counter in counts.items():
            counter.update(value for value in FACETS[facet](document) if value)
    return {
        facet: dict(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))
        for facet, counter in counts.items()
    }


COMMAND = Command(
    name="count",
    help="say how many documents there are, or match",
    usage="[QUERY…] [--by FACET]",
    arguments=arguments,
    run=run,
)
