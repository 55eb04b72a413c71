"""reader clean PATH…|-."""

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from reader.cli.command import Command, Exit, finished
from reader.cli.output import Output
from reader.cli.record import cleaned_record, error_record
from reader.cli.records import answers
from reader.cli.words import bare
from reader.errors import SourceError, UsageError
from reader.library.collection import Collection
from reader.library.records import Cleaned, clean_files
from reader.model import Label, Line
from reader.settings import temporary

STANDARD_INPUT = "-"
WIDTHS = (11, 5)  # of the longest label, and of a score with three digits


def arguments(parser: argparse.ArgumentParser) -> None:
    """PATH… or -, and what to print."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        type=bare,
        help="files, folders, or - for standard input",
    )
    parser.add_argument(
        "--jsonl", action="store_true", help="read records, one JSON object a line, and answer each"
    )
    parser.add_argument(
        "--alone", action="store_true", help="judge each by itself, without the others' repetitions"
    )
    parser.add_argument(
        "--keep", choices=("raw", "removed"), help="print all lines, or those set aside"
    )
    parser.add_argument("--explain", action="store_true", help="print what each line is, and why")


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print the clean text of files, or answer records."""
    if args.jsonl:
        return _answer(args, out)
    if not args.paths:
        raise UsageError("what is to be cleaned? name files or folders, or - for standard input")
    read = unread = 0
    for id, cleaned in _cleaned(args.paths, args.alone):
        if isinstance(cleaned, SourceError):
            unread += 1
            if args.json:
                out.json(error_record(id, cleaned.reason))
            else:
                out.say(f"{id} cannot be read: {cleaned.reason}")
            continue
        if read and not args.json:
            out.line("")
        read += 1
        _print(id, cleaned, args, out)
    if unread and not read:
        return Exit.FAILED
    return finished(True, unread, args.strict)


def _answer(args: argparse.Namespace, out: Output) -> Exit:
    """Print one line for each record, in order; as soon as it is read if it is judged alone."""
    bad = 0
    for answer in answers(_lines(args.paths), args.alone):
        bad += "error" in answer
        out.json(answer)
        if args.alone:
            out.flush()
    return finished(True, bad, args.strict)


def _lines(paths: Sequence[str]) -> Iterator[bytes]:
    for path in paths or [STANDARD_INPUT]:
        try:
            with _input() if path == STANDARD_INPUT else Path(path).open("rb") as file:
                yield from file
        except OSError as error:
            raise UsageError(f"cannot read {path}: {error.strerror}") from error


def _cleaned(paths: Sequence[str], alone: bool) -> Iterator[tuple[str, Cleaned | SourceError]]:
    """Each document with the path it was named by."""
    named = dict(_files(paths))
    for path, cleaned in clean_files(named, alone):
        yield named[path], cleaned


def _files(paths: Sequence[str]) -> Iterator[tuple[Path, str]]:
    """The files of these paths, and what to call them; a folder stands for the documents in it."""
    for name in paths:
        path = Path(name)
        if name == STANDARD_INPUT:
            copy = temporary() / "standard input"
            with _input() as stream, copy.open("wb") as file:
                shutil.copyfileobj(stream, file)
            yield copy, name
        elif path.is_dir():
            root = path.resolve()
            for found in Collection.of([path]).entries():
                if found.skipped is None:
                    file_path = path / found.path.relative_to(root)
                    yield file_path, str(file_path)
        else:
            yield path, name


def _input() -> BinaryIO:
    if sys.stdin is None:
        raise UsageError("there is no standard input: name files, or pipe something in")
    return sys.stdin.buffer


def _print(id: str, cleaned: Cleaned, args: argparse.Namespace, out: Output) -> None:
    lines = cleaned.judged.lines
    if args.json:
        out.json(cleaned_record(id, cleaned))
    elif args.explain:
        for line in lines:
            out.line(_explained(line))
    elif args.keep:
        for line in lines:
            if args.keep == "raw" or line.label is Label.BOILERPLATE:
                out.line(line.text)
    elif cleaned.text:
        out.lines(cleaned.text)


def _explained(line: Line) -> str:
    """`label score reason | text`; no score for a blank line."""
    score = "" if line.score is None else f"{line.score:.3f}"
    said = f"{line.label:<{WIDTHS[0]}} {score:>{WIDTHS[1]}} {line.reason}"
    return f"{said.rstrip()} | {line.text}".rstrip()


COMMAND = Command(
    name="clean",
    help="print the article in files, or answer records with it",
    usage="PATH…|-",
    arguments=arguments,
    run=run,
)
