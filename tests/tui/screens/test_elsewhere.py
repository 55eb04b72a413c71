"""What other programs get is tested in tests/terminal/test_outside.py."""

import pytest

from reader.library import Library
from reader.tui.actions import Pane
from reader.tui.screens import elsewhere
from tests.tui.showing import opened


async def test_without_an_editor_it_is_said_how_to_name_one(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "")
    async with opened(library) as reader:
        await reader.rush("e")
        assert "no editor is known: set $VISUAL or $EDITOR" in reader.status
        monkeypatch.setenv("EDITOR", "'vi")
        await reader.rush("enter", "e")
        assert "is no command" in reader.status


async def test_an_editor_needs_a_terminal(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    async with opened(library) as reader:
        await reader.rush("e")
        assert "this terminal cannot be given" in reader.status


async def test_the_command_is_asked_for_in_the_prompt_and_can_be_left(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("space", "space", "|", *"wc -w", "down")
        assert " pipe 2 documents to: wc -w" in reader.lines[1]
        assert "Enter run" in reader.status
        await reader.rush("escape")
        assert reader.screen.where is Pane.LIST
        assert "wc -w" not in reader.text
        await reader.rush("escape", "j", "enter", "|")
        assert " pipe this to: " in reader.lines[1]
        await reader.rush("enter")
        assert reader.screen.where.value == "reader"


async def test_more_documents_than_can_be_piped_are_refused(library: Library) -> None:
    most, elsewhere.MOST = elsewhere.MOST, 3
    try:
        async with opened(library) as reader:
            await reader.rush("*", "|")
            assert "6 are too many: 3 at once" in reader.status
    finally:
        elsewhere.MOST = most


@pytest.mark.parametrize("name", ["vi", "nvim", "vim.tiny", "nano", "emacsclient", "micro"])
def test_editors_are_known_that_take_a_line(name: str) -> None:
    assert elsewhere.TAKES_A_LINE.fullmatch(name)


@pytest.mark.parametrize("name", ["code", "hx", "subl", "cat", "true"])
def test_others_get_the_file_alone(name: str) -> None:
    assert not elsewhere.TAKES_A_LINE.fullmatch(name)
