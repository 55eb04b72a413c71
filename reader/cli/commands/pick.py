"""reader pick [QUERY…]: choose from lines on standard input, as with fzf."""

import argparse
import select
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from reader.cli.command import Clusters, Command, Exit
from reader.cli.output import Output
from reader.cli.record import picked_record
from reader.cli.words import bare, number
from reader.errors import SourceError, UsageError
from reader.library.picking import Asking, Case, Choice, Manner, PickedLine, Picking

LIMIT = 10  # matches of each query of --filter-from, unless --limit says otherwise
CALM = 10  # times as long as a look at the lines took, the next ones are only read
INSTEAD = "ls | reader pick"


def arguments(parser: argparse.ArgumentParser) -> None:
    """QUERY…, and the options of fzf that mean the same here."""
    add = parser.add_argument
    add("words", nargs="*", metavar="QUERY", type=bare, help="what to look for at first")
    add("-q", "--query", type=bare, metavar="QUERY", help="the same as QUERY")
    add("-f", "--filter", type=bare, metavar="QUERY", help="no screen: print what matches")
    add("--filter-from", type=bare, metavar="FILE", help="answer each line of FILE, with --json")
    add("--limit", type=number, metavar="N", help=f"matches of each of these ({LIMIT})")
    add("-1", "--select-1", action="store_true", help="choose the only match without asking")
    add("-0", "--exit-0", action="store_true", help="do not ask where nothing matches")
    add("-m", "--multi", action="store_true", help="Tab marks lines: several can be chosen")
    add("-e", "--exact", action="store_true", help="words as they stand; 'word is fuzzy")
    add("-i", "--ignore-case", dest="case", action="store_const", const=Case.IGNORED,
        default=Case.SMART, help="capitals never count (else where some are typed)")  # fmt: skip
    add("--no-ignore-case", dest="case", action="store_const", const=Case.RESPECTED,
        help="or +i: capitals always count")  # fmt: skip
    add("--smart-case", dest="case", action="store_const", const=Case.SMART, help="or neither")
    add("--no-sort", dest="sort", action="store_false", help="or +s: in the order they came")
    add("--tac", action="store_true", help="the last line first")
    add("--read0", action="store_true", help="lines end with NUL")
    add("--print0", action="store_true", help="end what is printed with NUL")
    add("--print-query", action="store_true", help="print the query first")
    add("--prompt", type=bare, default="", metavar="TEXT", help="what stands before the query")
    add("--header", type=bare, default="", metavar="TEXT", help="what stands above the lines")
    for flag in ("--no-multi", "--extended", "--reverse"):
        add(flag, action="store_true", help=argparse.SUPPRESS)  # as it is anyway
    for option in ("--height", "--layout"):
        add(option, type=bare, help=argparse.SUPPRESS)


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print what was chosen, or what matches."""
    if args.filter_from is not None and not args.json:
        raise UsageError("--filter-from answers in JSON: add --json")
    source = sys.stdin.fileno() if sys.stdin is not None else None
    if source is None or sys.stdin.isatty():
        raise UsageError(f"lines to choose from come on standard input: {INSTEAD}")
    query = " ".join([args.query] * (args.query is not None) + args.words)
    manner = Manner(args.exact, args.case, args.sort, args.tac)
    picking = Picking(manner, "\0" if args.read0 else "\n")
    if args.filter_from is not None:
        queries = _queries(args.filter_from)
        picking.read(source)
        picking.index()
        return _answer(picking, queries, args.limit or LIMIT, out)
    if args.filter is not None:
        picking.read(source)
        if args.json:
            return _answer(picking, [args.filter], args.limit, out)
        rows = _matching(picking, args.filter)[: args.limit]
        return _print(Choice(args.filter, rows), picking, args, out)
    if args.select_1 or args.exit_0:
        picking.read(source, enough=_more_than(1 if args.select_1 else 0, picking, query, source))
        rows = _matching(picking, query) if picking.ended else ()
        alone = args.select_1 and len(rows) == 1
        if picking.ended and (alone or (args.exit_0 and not len(rows))):
            return _print(Choice(query, rows), picking, args, out)
    choice = args.screen.pick(Asking(picking, query, args.multi, args.prompt, args.header))
    if choice is None:
        return Exit.INTERRUPTED
    return _print(choice, picking, args, out)


def _matching(picking: Picking, query: str) -> Sequence[int]:
    found = picking.find(query)
    assert found is not None, "nobody overtakes it"
    rows: list[int] = found.rows.tolist()
    return rows


def _more_than(most: int, picking: Picking, query: str, source: int) -> Callable[[], bool]:
    """Whether more lines match than so many: asked as they come, but not most of the time."""
    calm_until = 0.0

    def enough() -> bool:
        nonlocal calm_until
        began = time.monotonic()
        if began < calm_until and select.select([source], [], [], 0)[0]:
            return False
        found = len(_matching(picking, query)) > most
        ended = time.monotonic()
        calm_until = ended + CALM * (ended - began)
        return found

    return enough


def _print(choice: Choice, picking: Picking, args: argparse.Namespace, out: Output) -> Exit:
    """Print the lines, byte for byte; the exit code."""
    if args.json:
        lines = (PickedLine(row, picking.text(row)) for row in choice.rows)
        out.json(picked_record(choice.query, lines))
    else:
        end = "\0" if args.print0 else "\n"
        if args.print_query:
            out.octets([choice.query.encode("utf-8", "surrogateescape")], end)
        out.octets(map(picking.raw, choice.rows), end)
    return Exit.DONE if len(choice.rows) else Exit.NOTHING


def _queries(name: str) -> list[str]:
    """The lines of a file. Raises SourceError."""
    try:
        lines = Path(name).read_bytes().decode("utf-8", "surrogateescape").split("\n")
    except OSError as error:
        raise SourceError(f"{name} cannot be read: {error.strerror}") from error
    return lines[:-1] if lines[-1] == "" else lines


def _answer(picking: Picking, queries: Iterable[str], limit: int | None, out: Output) -> Exit:
    """Print one JSON object for each query; the exit code."""
    found = 0

    def answers() -> Iterator[object]:
        nonlocal found
        for query in queries:
            best = picking.best(query, limit)
            found += len(best)
            yield picked_record(query, best)

    out.json_lines(answers())
    return Exit.DONE if found else Exit.NOTHING


COMMAND = Command(
    name="pick",
    help="choose from lines on standard input, as with fzf",
    usage="[QUERY…]",
    arguments=arguments,
    run=run,
    clusters=Clusters(
        flags="10meix",
        valued="qf",
        plus={"+i": "--no-ignore-case", "+s": "--no-sort", "+m": "--no-multi"},
    ),
)
