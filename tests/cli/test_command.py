"""What a command is, and how it ends."""

import pytest

from reader.cli.command import Command, Exit, finished
from reader.cli.main import commands


@pytest.mark.parametrize(
    ("found", "unreadable", "strict", "code"),
    [
        (True, 0, False, Exit.DONE),
        (True, 3, False, Exit.DONE),
        (True, 0, True, Exit.DONE),
        (False, 0, True, Exit.NOTHING),
        (False, 3, False, Exit.NOTHING),
        (True, 1, True, Exit.PARTLY),
        (False, 1, True, Exit.PARTLY),
    ],
)
def test_what_could_not_be_read_counts_when_that_is_asked_for(
    found: bool, unreadable: int, strict: bool, code: Exit
) -> None:
    assert finished(found, unreadable, strict) is code


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_the_help_of_a_command_is_one_short_line(command: Command) -> None:
    assert command.help[0].islower()
    assert not command.help.endswith(".")
    assert len(command.help) <= 60


def test_only_a_command_that_takes_tags_has_signed_words() -> None:
    assert [command.name for command in commands() if command.signed] == ["tag"]
