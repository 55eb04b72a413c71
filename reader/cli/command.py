"""What a command is: the one thing a module in `commands/` must define; and the exit codes."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

from reader.cli.output import Output


class Exit(IntEnum):
    """The exit codes, as grep and fzf have them."""

    DONE = 0
    NOTHING = 1  # nothing matched
    FAILED = 2  # wrong use, or something could not be done, a failed write included
    PARTLY = 3  # done, but some inputs could not be read; only with --strict
    INTERRUPTED = 130


class Screen(NamedTuple):
    """What commands need of the screen's side, which they may not know."""

    pick: Callable[..., Any]  # lets a person choose; for `reader pick`
    keys: Callable[[str | None], Sequence[Any]]  # the keys, or those of a preset, in rows


class Clusters(NamedTuple):
    """Options of one character that may stand together, as in -m1 and -qWORD."""

    flags: str  # those that take nothing
    valued: str  # those whose value may follow at once
    plus: Mapping[str, str]  # words with a plus, and the option each stands for


@dataclass(frozen=True, slots=True)
class Command:
    """`reader NAME …`: `arguments` declares what only this command takes, `run` does the work."""

    name: str
    help: str  # a sentence for the list of commands
    usage: str  # what follows the name
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Output], Exit]
    signed: bool = False  # its first words may be +word and -word, which are not options
    clusters: Clusters | None = None


def finished(found: bool, unreadable: int, strict: bool) -> Exit:
    """The exit code of a command that ran to its end."""
    if strict and unreadable:
        return Exit.PARTLY
    return Exit.DONE if found else Exit.NOTHING
