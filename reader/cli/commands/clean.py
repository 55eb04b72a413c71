"""reader clean PATH…|-."""

import argparse
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reader.cli.cleaned import (
    explained_lines,
    explained_record,
    html_lines,
    is_partly_explained,
    markdown_lines,
    text_lines,
)
from reader.cli.command import Command, Exit, finished
from reader.cli.output import Output
from reader.cli.record import Record, cleaned_record, error_record
from reader.cli.records import answers
from reader.cli.words import bare
from reader.errors import SourceError, UsageError
from reader.library.collection import Collection
from reader.library.records import Cleaned, clean_files
from reader.model import Explained
from reader.settings import temporary

STANDARD_INPUT = "-"
FORMATS = ("text", "md", "html", "json", "jsonl")
JSON = frozenset({"json", "jsonl"})


@dataclass(slots=True)
class _Run:
    """What is asked of a run, and how many documents it has read or could not read."""

    args: argparse.Namespace
    out: Output
    single: bool  # one document is named, and no more
    read: int = 0
    unread: int = 0


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
        "--format", choices=FORMATS, help="print text, Markdown, a page of HTML, or JSON"
    )
    parser.add_argument(
        "--keep", choices=("raw", "removed"), help="print all lines, or those set aside"
    )
    parser.add_argument("--explain", action="store_true", help="print what each line is, and why")


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print the clean text of files, or answer records."""
    _check(args)
    if args.jsonl:
        return _answer(args, out)
    if not args.paths:
        raise UsageError("what is to be cleaned? name files or folders, or - for standard input")
    named = dict(_files(args.paths))
    if args.format == "html" and len(named) > 1:
        raise UsageError(f"a page of HTML is one document and here are {len(named)}: name one")
    now = _Run(args, out, len(named) == 1)
    if _answers_json(args):
        records = _records(named, now)
        if args.format == "json":
            out.array(records)
        else:
            for record in records:
                out.json(record)
    else:
        for id, cleaned in _cleaned(named, now):
            _print(id, cleaned, now)
    if now.unread and not now.read:
        return Exit.FAILED
    return finished(True, now.unread, args.strict)


def _answers_json(args: argparse.Namespace) -> bool:
    return args.format in JSON or (args.json and args.format is None)


def _check(args: argparse.Namespace) -> None:
    """Raise UsageError where options contradict one another."""
    if args.format and args.format not in JSON:
        if args.json:
            raise UsageError(f"--json and --format {args.format} are two answers: leave one")
        if args.jsonl:
            raise UsageError("records are answered in JSON: --format is json or jsonl with --jsonl")
        if args.explain and args.format != "text":
            raise UsageError("--explain prints text or JSON: leave --format, or take --format json")
    if args.jsonl and (args.keep or args.explain):
        other = "--keep" if args.keep else "--explain"
        raise UsageError(f"answers to records have all lines with their reasons: leave {other}")
    if args.keep and not args.explain and _answers_json(args):
        raise UsageError("JSON has all lines with their labels: leave --keep")


def _answer(args: argparse.Namespace, out: Output) -> Exit:
    """Print one line for each record, in order; as soon as it is read if it is judged alone."""
    bad = 0

    def counted() -> Iterator[Record]:
        nonlocal bad
        for answer in answers(_lines(args.paths), args.alone):
            bad += "error" in answer
            yield answer

    if args.format == "json":
        out.array(counted())
    else:
        for answer in counted():
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
                    file_path = path / Path(found.path).relative_to(root)
                    yield file_path, str(file_path)
        else:
            yield path, name


def _input() -> BinaryIO:
    if sys.stdin is None:
        raise UsageError("there is no standard input: name files, or pipe something in")
    return sys.stdin.buffer


def _records(named: Mapping[Path, str], now: _Run) -> Iterator[Record]:
    """The JSON of each document, or what is wrong with it."""
    for path, cleaned in clean_files(named, now.args.alone):
        id = named[path]
        if isinstance(cleaned, SourceError):
            now.unread += 1
            record = error_record(id, cleaned.reason)
        else:
            now.read += 1
            record = (
                explained_record(id, cleaned, _explained(id, cleaned, now), now.args.keep)
                if now.args.explain
                else cleaned_record(id, cleaned)
            )
        yield {**record, "path": id} if now.args.format else record


def _cleaned(named: Mapping[Path, str], now: _Run) -> Iterator[tuple[str, Cleaned]]:
    """Each document that can be read; of the others it is said why they cannot."""
    for path, cleaned in clean_files(named, now.args.alone):
        if isinstance(cleaned, SourceError):
            now.unread += 1
            now.out.say(f"{named[path]} cannot be read: {cleaned.reason}")
        else:
            now.read += 1
            yield named[path], cleaned


def _print(id: str, cleaned: Cleaned, now: _Run) -> None:
    args, out = now.args, now.out
    if now.read > 1:
        out.line("")
    if args.explain:
        lines = explained_lines(cleaned, _explained(id, cleaned, now), args.keep)
    elif args.format == "md":
        lines = markdown_lines(cleaned, args.keep, front=now.single)
    elif args.format == "html":
        lines = html_lines(cleaned, args.keep)
    else:
        lines = text_lines(cleaned, args.keep)
    for line in lines:
        out.line(line)


def _explained(id: str, cleaned: Cleaned, now: _Run) -> tuple[Explained, ...]:
    explained = cleaned.explained()
    if is_partly_explained(explained):
        now.out.say(f"{id} is too long to ask the nets what moved them")
    return explained


COMMAND = Command(
    name="clean",
    help="print the article in files, or answer records with it",
    usage="PATH…|-",
    arguments=arguments,
    run=run,
)
