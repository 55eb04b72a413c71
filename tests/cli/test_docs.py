from pathlib import Path

import pytest

from reader.cli.command import Command, Exit
from reader.cli.main import commands
from reader.cli.template import FIELDS
from reader.model import Label

MANUAL = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_every_command_has_its_chapter(command: Command) -> None:
    assert f"\n## {command.name}\n" in MANUAL


@pytest.mark.parametrize("field", [*FIELDS, "text", "lines", "label", "reason", "score", "error"])
def test_every_field_of_the_json_is_described(field: str) -> None:
    assert f"`{field}`" in MANUAL


@pytest.mark.parametrize("label", Label)
def test_every_label_is_named(label: Label) -> None:
    assert f"`{label}`" in MANUAL


@pytest.mark.parametrize("code", Exit)
def test_every_exit_code_is_explained(code: Exit) -> None:
    assert f"\n| {code.value} | " in MANUAL


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_a_command_is_named_like_its_module(command: Command) -> None:
    assert command.run.__module__ == f"reader.cli.commands.{command.name}"
