import os

import pytest

from tests.terminal.home import HARBOUR, TITLES, Home, long_text

pytestmark = pytest.mark.slow


def test_a_file_that_vanishes_while_it_is_open_stays_readable(home: Home) -> None:
    folder = home.folder()
    pier = home.write(folder / "pier.txt", long_text("The Long Pier"))
    with home.screen(folder) as terminal:
        terminal.see("4 documents")
        terminal.press("/pier\r")
        terminal.see(r"1 title")
        terminal.press("\r")
        terminal.see("Paragraph 1:")
        terminal.idle()
        pier.unlink()
        terminal.press("\x06\x06")
        terminal.see("Paragraph 12:")
        terminal.press("R")
        terminal.see("is gone")
        terminal.see("Paragraph 12:")
        terminal.press("c\x06")
        terminal.lose("Paragraph 12:")
        terminal.press("qq")
        terminal.see("3 documents")
        terminal.press("q")
        assert terminal.end() == 0
        assert b"Traceback" not in terminal.raw


def test_a_file_that_changes_is_listed_by_its_new_title_after_r(home: Home) -> None:
    folder = home.folder()
    with home.screen(folder) as terminal:
        terminal.see(TITLES[2])
        terminal.idle()
        home.write(folder / "harbour.txt", HARBOUR.replace("Harbour Wall", "Rebuilt Mole"))
        home.write(folder / "a new one.txt", long_text("The Newest Page"))
        terminal.press("R")
        terminal.see("The Rebuilt Mole")
        terminal.see("The Newest Page")
        terminal.see("4 documents")


@pytest.mark.parametrize("becomes", ["shorter", "a pipe", "a folder", "a link", "binary"])
def test_a_file_that_becomes_something_else_while_it_is_open_stops_nothing(
    becomes: str, home: Home
) -> None:
    folder = home.folder()
    pier = folder / "pier.txt"
    pier.write_text(long_text("The Long Pier"), "utf-8")
    with home.screen(folder) as terminal:
        terminal.see("4 documents")
        terminal.press("/pier\r")
        terminal.see(r"1 title")
        terminal.press("\r")
        terminal.see("Paragraph 1:")
        terminal.idle()
        pier.unlink()
        match becomes:
            case "shorter":
                home.write(pier, "The Long Pier\n\nIt is gone.\n")
            case "a pipe":
                os.mkfifo(pier)
            case "a folder":
                pier.mkdir()
            case "a link":
                pier.symlink_to("/etc/passwd")
            case "binary":
                home.write(pier, bytes(range(256)) * 40)
        terminal.press("R\x06")
        terminal.press("q")
        terminal.see("Enter read")
        terminal.press("\x1b")
        terminal.see(r"[34] documents")
        terminal.press("Q")
        assert terminal.end() == 0
        assert b"Traceback" not in terminal.raw
        assert "root:" not in terminal.text
