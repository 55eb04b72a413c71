"""Words to a command, a command to an exit code. Must not know: any one command."""

import argparse
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import NoReturn

from reader import __version__
from reader.cli.command import Command, Exit, Screen
from reader.cli.output import Output
from reader.cli.words import bare, first_word, shielded, signed, unclustered
from reader.errors import DamagedCacheError, QueryError, UsageError
from reader.registry import collect

FOLDER = "reader.cli.commands"
COLORS = ("auto", "always", "never")
HELP = ("-h", "--help")
SYNOPSIS = (
    ("reader [PATH…]", "open folders and files on the screen (without PATH: this folder)"),
    ("reader -", "open the document that comes from standard input"),
    ("reader --version", "say which reader this is"),
    ("reader demo", "open the documents that come with reader"),
    ("reader COMMAND …", "run one of these; reader COMMAND --help says more of it:"),
)
QUERIES = """\
queries:
  harbour fog            documents with both words, misspelt ones forgiven
  "inner harbour"        these words side by side; 'fog as typed, har* begun
  tag:sea date:2021..    fields: title body raw tag site author date saved
                         lang type path in url words mins is has like dup
  -tag:sea   a OR b      without; either; parentheses group
  sort:date- group:site  another order; limit:5 is the first five
"""
AFTERWORD = "A folder that is named like a command is opened as ./NAME."


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are sentences of ours."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with the complaint and where help is."""
        raise UsageError(f"{message}: {self.prog} --help says what there is")


def main(words: Sequence[str], screen: Screen | None = None) -> int:
    """Run the command that these words name; the exit code. Raises ReaderError.

    `screen` is what some commands ask the screen's side for.
    """
    out = Output.standard()
    position = first_word(words)
    if position == len(words):
        raise UsageError(f"{words[0]} needs a command, for example reader ls {words[0]}")
    word, others = words[position], [*words[:position], *words[position + 1 :]]
    if word in HELP:
        overview(out)
    elif word == "--version":
        out.line(f"reader {__version__}")
    else:
        return _run(_command(word), others, out, screen)
    out.flush()
    return Exit.DONE


def overview(out: Output) -> None:
    """Print how reader is started and which commands there are."""
    described = [(f"  {command.name}", command.help) for command in commands()]
    width = max(len(left) for left, _ in (*SYNOPSIS, *described))
    for left, right in (*SYNOPSIS, *described):
        out.line(f"{left:<{width}}  {right}")
    out.line("")
    out.line(QUERIES)
    out.line(AFTERWORD)


def commands() -> tuple[Command, ...]:
    """Every command there is, by name."""
    return collect(FOLDER, "COMMAND", Command)


def _command(word: str) -> Command:
    """The command of this name; no other is loaded. Raises UsageError where there is none."""
    if word not in (module.name for module in iter_modules(import_module(FOLDER).__path__)):
        kind = "option" if word.startswith("-") else "command"
        raise UsageError(f"there is no {kind} {word}: reader --help says what there is")
    command: Command = import_module(f"{FOLDER}.{word}").COMMAND
    return command


def _run(command: Command, words: Sequence[str], out: Output, screen: Screen | None = None) -> Exit:
    changes: list[str] = []
    if command.clusters is not None:
        words = unclustered(words, *command.clusters)
    if command.signed:
        changes, words = signed(words)
    try:
        args = _parser(command).parse_intermixed_args(shielded(words))
    except SystemExit:  # it has printed its help or the version
        out.flush()
        return Exit.DONE
    args.changes, args.screen = changes, screen
    out = Output.standard(args.color)
    try:
        code = attempt(command, args, out)
    except QueryError as error:
        out.say(str(error))
        out.point(" ".join(args.query), error.position)
        code = Exit.FAILED
    out.flush()
    return code


def attempt(command: Command, args: argparse.Namespace, out: Output) -> Exit:
    """Run the command; once more where damage was met, unless results are out already."""
    try:
        return command.run(args, out)
    except DamagedCacheError:
        if out.begun or not args.update:
            raise
        return command.run(args, out)


def _parser(command: Command) -> argparse.ArgumentParser:
    parser = _Parser(
        prog=f"reader {command.name}",
        usage=f"reader {command.name} {command.usage}",
        description=command.help,
        allow_abbrev=False,
        epilog=QUERIES if "QUERY" in command.usage and command.name != "pick" else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.arguments(parser)
    common = parser.add_argument_group("options of every command")
    common.add_argument(
        "--in",
        dest="within",
        metavar="PATH",
        action="append",
        default=[],
        type=bare,
        help="a folder or file of the collection (the current folder); may be repeated",
    )
    common.add_argument(
        "--no-update",
        dest="update",
        action="store_false",
        help="read what is known, without a look at the files",
    )
    common.add_argument("--json", action="store_true", help="print JSON")
    common.add_argument(
        "--strict", action="store_true", help="exit with 3 if some input could not be read"
    )
    common.add_argument("--color", choices=COLORS, default="auto", help="bold on a terminal (auto)")
    common.add_argument(
        "--version",
        action="version",
        version=f"reader {__version__}",
        help="say which reader this is",
    )
    return parser
