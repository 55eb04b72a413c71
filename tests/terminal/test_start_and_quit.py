from pathlib import Path

import pytest

from tests.terminal.driver import Terminal
from tests.terminal.home import CORPUS, COUNT, READER, TITLES, Home

pytestmark = pytest.mark.slow


def test_it_starts_on_a_folder_with_its_titles_and_reads_one(home: Home) -> None:
    with home.screen(CORPUS, size=(120, 40)) as terminal:
        terminal.see("Rye for a Small Oven")
        terminal.see(rf"\b{COUNT} documents")
        terminal.press("j\r")
        terminal.see(f"document 2 of {COUNT}")
        terminal.press("q")
        terminal.see(rf"\b2 of {COUNT}\b.*/ find")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.left_behind() == []


def test_keys_typed_before_the_first_paint_are_kept(home: Home) -> None:
    home.run("index", CORPUS)
    with home.screen(CORPUS) as terminal:
        terminal.press("/harbour\r")
        terminal.see(r"The harbour that forgot the sea")
        terminal.see(r"\d+ titles? · \d+ text")
        terminal.see(r"1 of \d+ +/ find +Enter read")


def test_they_are_kept_in_a_collection_nobody_has_read_before(home: Home) -> None:
    with home.screen(home.folder()) as terminal:
        terminal.press("/tide\r")
        terminal.see(r"1 title · \d+ texts?")
        terminal.see("Tide tables explained")


@pytest.mark.parametrize("key", ["q", "Q", "\x11"], ids=["q", "Q", "ctrl+q"])
def test_quitting_leaves_the_terminal_as_it_was(key: str, home: Home) -> None:
    with home.screen(home.folder()) as terminal:
        terminal.see(TITLES[2])
        assert terminal.left_behind() != [], "nothing was switched on: this test sees nothing"
        terminal.press(key)
        assert terminal.end() == 0
        assert terminal.left_behind() == []


@pytest.mark.parametrize("keys", ["/tide", "?", "t"])
def test_ctrl_q_quits_from_wherever_one_is(keys: str, home: Home) -> None:
    with home.screen(home.folder()) as terminal:
        terminal.see(TITLES[2])
        terminal.press(keys)
        terminal.press("\x11")
        assert terminal.end() == 0
        assert terminal.left_behind() == []


def test_an_app_that_dies_by_its_own_fault_would_be_noticed(tmp_path: Path) -> None:
    home = Home(tmp_path)
    code = "import sys; sys.stdout.write('\\x1b[?1049h\\x1b[?25l\\x1b[>1u'); sys.stdout.flush()"
    with Terminal(
        [READER[0], "-c", code], environment=home.environment(), folder=tmp_path
    ) as terminal:
        assert terminal.end() == 0
        assert terminal.left_behind() == ["mode 1049", "mode 25", "kitty keyboard"]
