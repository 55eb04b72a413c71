"""reader stats [QUERY…]."""

import argparse
from collections.abc import Iterable, Iterator, Mapping

from reader.cli.bars import chart, first
from reader.cli.command import Command, Exit, finished
from reader.cli.opening import many, matching, opened, when
from reader.cli.output import Output
from reader.cli.record import VERSION, moment
from reader.cli.words import bare
from reader.cli.wrap import wrapped
from reader.library import Library
from reader.library.caches import in_words
from reader.library.statistics import Statistics, statistics

WIDE = 76  # columns; on wider terminals bars would say no more
LABEL = 10  # cells of the first column
TOP = 8  # values of each facet for people
SHARE_DIGITS = 3  # after the point
SHOWN = {
    "state": "state",
    "year": "year",
    "site": "site",
    "lang": "language",
    "tag": "tag",
    "type": "format",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """QUERY…."""
    parser.add_argument("query", nargs="*", metavar="QUERY", type=bare, help="of which ones (all)")


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print the collection in numbers."""
    query = " ".join(args.query)
    with opened(args, out) as library:
        rows = matching(library, query, out)
        numbers = statistics(library, rows, of_all=not query)
        skipped = library.skipped()
        if args.json:
            out.json(_record(library, numbers))
        elif out.terminal:
            _show(library, numbers, out)
        else:
            out.table(_rows(numbers))
    return finished(numbers.documents > 0, skipped, args.strict)


def _show(library: Library, numbers: Statistics, out: Output) -> None:
    width = min(out.columns, WIDE)
    out.line(library.name, bold=True)
    sums = (
        f"{numbers.documents:,} document{'' if numbers.documents == 1 else 's'}",
        f"{numbers.words:,} words",
        f"{_long(numbers.minutes)} to read",
    )
    for line in wrapped(" · ".join(sums), width):
        out.line(line)
    fine = "utf" in (getattr(out.stdout, "encoding", None) or "").lower()
    for facet, name in SHOWN.items():
        counts = _shown(facet, numbers.by[facet])
        lines = chart(counts, numbers.documents, width - LABEL, fine)
        _chapter(name, lines, out, gap=True)
    for number, (name, said) in enumerate(_facts(numbers)):
        _chapter(name, wrapped(said, width - LABEL), out, gap=not number)


def _chapter(name: str, lines: Iterable[str], out: Output, gap: bool) -> None:
    """Print lines beside a name; with `gap` there is an empty line before, if there is any."""
    for number, line in enumerate(lines):
        if gap and not number:
            out.line("")
        label = "" if number else name
        out.marked("", f"{label:<{LABEL}}{line}", [(0, len(label))] if label else [])


def _shown(facet: str, counts: Mapping[str, int]) -> dict[str, int]:
    """The values that people see: years in their order, of all others those that most have."""
    if facet != "year":
        return first(counts, TOP)
    years = dict(sorted(counts.items(), reverse=True))
    return dict(reversed(first(years, TOP).items()))


def _facts(numbers: Statistics) -> Iterator[tuple[str, str]]:
    if numbers.aside is not None:
        of = "" if numbers.looked_at == numbers.documents else f" of {numbers.looked_at:,} pages"
        yield "set aside", f"{numbers.aside:.0%} of the text{of}"
    for name, noun, counts in (
        ("broken", "document", numbers.broken),
        ("skipped", "file", numbers.skipped),
    ):
        if counts:
            reasons = ", ".join(f"{reason} {count:,}" for reason, count in counts.items())
            yield name, f"{many(sum(counts.values()), noun)}: {reasons}"
    yield "files", in_words(numbers.file_bytes)
    parts = ", ".join(f"{part} {in_words(size)}" for part, size in numbers.cache.items())
    yield "cache", f"{in_words(sum(numbers.cache.values()))}: {parts}"
    yield "looked at", when(numbers.updated)


def _long(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours:,} h {rest} min" if hours else f"{rest} min"


def _rows(numbers: Statistics) -> Iterator[tuple[str, str, str]]:
    """A row for each number: what it is of, the value, the number."""
    yield "documents", "", str(numbers.documents)
    yield "words", "", str(numbers.words)
    yield "minutes", "", str(numbers.minutes)
    counted = {**numbers.by, "broken": numbers.broken, "skipped": numbers.skipped}
    for name, counts in counted.items():
        for value, count in counts.items():
            yield name, value, str(count)
    if numbers.aside is not None:
        yield "aside", "", f"{numbers.aside:.{SHARE_DIGITS}f}"
    yield "files", "", str(numbers.file_bytes)
    for part, size in numbers.cache.items():
        yield "cache", part, str(size)
    yield "updated", "", moment(numbers.updated) or ""


def _record(library: Library, numbers: Statistics) -> dict[str, object]:
    share = None if numbers.aside is None else round(numbers.aside, SHARE_DIGITS)
    return {
        "v": VERSION,
        "name": library.name,
        "documents": numbers.documents,
        "words": numbers.words,
        "minutes": numbers.minutes,
        "by": numbers.by,
        "broken": numbers.broken,
        "skipped": numbers.skipped,
        "aside": {"share": share, "documents": numbers.looked_at},
        "files": numbers.file_bytes,
        "cache": numbers.cache,
        "updated": moment(numbers.updated),
    }


COMMAND = Command(
    name="stats",
    help="show the collection in numbers",
    usage="[QUERY…]",
    arguments=arguments,
    run=run,
)
