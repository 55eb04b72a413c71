"""reader dump."""

import argparse

from reader.cli.command import Command, Exit
from reader.cli.output import Output
from reader.library.facts import facts
from reader.settings import load


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing: all marks are printed, those of every collection."""


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print everything that was noted, one fact a line, sorted."""
    out.entries(facts(load()), "\n")
    return Exit.DONE


COMMAND = Command(
    name="dump",
    help="print all that was noted, a fact a line",
    usage="",
    arguments=arguments,
    run=run,
)
