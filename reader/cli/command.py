"""What a command is: the one thing a module in `commands/` must define; and the exit codes."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from reader.cli.output import Output


class Exit(IntEnum):
    """The exit codes, as grep and fzf have them."""

    DONE = 0
    NOTHING = 1  # nothing matched
    FAILED = 2  # wrong use, or something could not be done, a failed write included
    PARTLY = 3  # done, but some inputs could not be read; only with --strict
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Command:
    """`reader NAME …`: `arguments` declares what only this command takes, `run` does the work."""

    name: str
    help: str  # a sentence for the list of commands
    usage: str  # what follows the name
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Output], Exit]
    signed: bool = False  # its first words may be +word and -word, which are not options


def finished(found: bool, unreadable: int, strict: bool) -> Exit:
    """The exit code of a command that ran to its end."""
    if strict and unreadable:
        return Exit.PARTLY
    return Exit.DONE if found else Exit.NOTHING
