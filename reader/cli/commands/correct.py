"""reader correct DOC --lines 12-15 --aside, reader correct --list, reader correct --undo N."""

import argparse

from reader.cli.command import Command, Exit
from reader.cli.opening import many, opened, updated
from reader.cli.output import Output
from reader.cli.record import VERSION, correction_record
from reader.cli.words import bare, number, ranges
from reader.errors import MarksError, UsageError
from reader.library import Library
from reader.model import Correction, Page, Reach

HOW = "reader correct DOC --lines 12-15 --aside, or --keep; or --list, or --undo NUMBER"


def arguments(parser: argparse.ArgumentParser) -> None:
    """DOC with its lines and what they are; or --list; or --undo."""
    parser.add_argument(
        "document", nargs="?", metavar="DOC", type=bare, help="an ID, its start, or a path"
    )
    parser.add_argument(
        "--lines",
        metavar="LINES",
        type=ranges,
        help="of what reader read --raw prints, from 1: 12, 12-15, or 3,12-15",
    )
    verdict = parser.add_mutually_exclusive_group()
    verdict.add_argument(
        "--aside", dest="keep", action="store_const", const=False, help="they are boilerplate"
    )
    verdict.add_argument(
        "--keep", dest="keep", action="store_const", const=True, help="they are the article's"
    )
    parser.add_argument("--site", action="store_true", help="on every page of the document's site")
    parser.add_argument(
        "--dry-run", action="store_true", help="only say how much that would change"
    )
    parser.add_argument("--list", action="store_true", help="print all corrections made here")
    parser.add_argument(
        "--undo",
        metavar="NUMBER",
        action="append",
        type=number,
        default=[],
        help="take back the correction of this number; may be repeated",
    )


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Correct lines of a document, and print what that changed; or list, or take back."""
    saying = args.document is not None
    if saying + args.list + bool(args.undo) != 1:
        raise UsageError(f"correct what? {HOW}")
    if saying and (not args.lines or args.keep is None):
        raise UsageError(f"which lines, and what are they? {HOW}")
    with opened(args, out) as library:
        if args.list:
            return _list(library, args.json, out)
        if library.unkept and not args.dry_run:
            remedy = library.unkept.remedy
            raise MarksError(f"not corrected: corrections would be gone at once; {remedy}")
        if args.undo:
            return _withdraw(library, args, out)
        return _correct(library, args, out)


def _correct(library: Library, args: argparse.Namespace, out: Output) -> Exit:
    document = library.document(args.document)
    page = library.page(document.row)
    lines = _chosen(page, args.lines)
    reach = library.reach(page, lines, args.keep, args.site)
    site = library.site(document.row)
    said: Correction | None = None
    if reach.lines and not args.dry_run:
        said = library.correct(page, lines, args.keep, args.site)
        updated(library, out, look=False)
    if args.json:
        out.json(
            {
                "v": VERSION,
                "number": said.number if said else None,
                "verdict": "keep" if args.keep else "aside",
                "path": document.path,
                "member": document.member,
                "site": site if args.site else None,
                "lines": reach.lines,
                "pages": reach.pages,
                "exact": reach.exact,
            }
        )
    elif reach.lines:
        verb = "keep" if args.keep else "set aside"
        done = f"would {verb}" if args.dry_run else {"keep": "kept"}.get(verb, verb)
        out.line(f"{done} {_extent(reach, site if args.site else '', document.path)}")
    else:
        state = "kept" if args.keep else "set aside"
        out.say(f"nothing to change: all of these lines are {state} already")
    return Exit.DONE if reach.lines else Exit.NOTHING


def _chosen(page: Page, chosen: list[range]) -> list[int]:
    """The lines of these numbers, counted from 0. Raises UsageError where there are none."""
    last, path = len(page.lines), page.document.path
    for some in chosen:
        if some.stop - 1 > last:
            raise UsageError(f"{path} has no line {some.stop - 1}: it has {many(last, 'line')}")
    lines = [line - 1 for some in chosen for line in some]
    if not any(page.lines[line].text.strip() for line in lines):
        raise UsageError("there is nothing on these lines: name some with text")
    return lines


def _extent(reach: Reach, site: str, path: str) -> str:
    """How much a correction changes, and where."""
    count = f"{reach.lines:,} line{'' if reach.lines == 1 else 's'}"
    if not site:
        return f"{count} of {path}"
    pages = f"{reach.pages:,} page{'' if reach.pages == 1 else 's'}"
    return f"{'' if reach.exact else 'at most '}{count} in {pages} of {site}"


def _list(library: Library, as_json: bool, out: Output) -> Exit:
    said = library.corrections()
    if as_json:
        out.array(map(correction_record, said))
    else:
        out.table((_row(one) for one in said), right=(0,))
    return Exit.DONE if said else Exit.NOTHING


def _row(said: Correction) -> tuple[str, ...]:
    where = f"every page of {said.site}" if said.site else said.path
    verdict = "keep" if said.keep else "aside"
    return str(said.number), verdict, where, many(len(said.lines), "line"), said.lines[0]


def _withdraw(library: Library, args: argparse.Namespace, out: Output) -> Exit:
    numbers = sorted(set(args.undo))
    if args.dry_run:
        raise UsageError("--dry-run goes with lines: reader correct --list shows what there is")
    library.withdraw(numbers)
    updated(library, out, look=False)
    if args.json:
        out.json({"v": VERSION, "undone": numbers})
    else:
        out.line(f"took back {many(len(numbers), 'correction')}")
    return Exit.DONE


COMMAND = Command(
    name="correct",
    help="say which lines are the article and which are boilerplate",
    usage="DOC --lines LINES --aside|--keep [--site] [--dry-run]\n"
    "       reader correct --list\n"
    "       reader correct --undo NUMBER",
    arguments=arguments,
    run=run,
)
