import signal
import sys

import pytest

from tests.terminal.home import TITLES, Home, long_text

pytestmark = pytest.mark.slow


def position(home: Home) -> list[str]:
    """The facts of kind `position` that were kept."""
    dumped = home.run("dump").stdout.decode()
    return [line for line in dumped.splitlines() if line.startswith("position ")]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_with_the_place_kept_and_the_terminal_as_it_was(
    number: signal.Signals, home: Home
) -> None:
    file = home.write(home.path / "articles" / "pier.txt", long_text("The Long Pier"))
    with home.screen(file.parent) as terminal:
        terminal.see("The Long Pier")
        terminal.press("\r")
        terminal.see("Paragraph 1:")
        terminal.press("\x06\x06")
        terminal.see("Paragraph 12:")
        terminal.signal(number)
        terminal.end()
        assert terminal.left_behind() == []
        assert "Traceback" not in terminal.text
    assert len(position(home)) == 1
    with home.screen(file.parent) as terminal:
        terminal.see("The Long Pier")
        terminal.press("\r")
        terminal.lose("Paragraph 1:")
        terminal.see("Paragraph 12:")


def test_it_ends_when_its_terminal_is_closed(home: Home) -> None:
    file = home.write(home.path / "articles" / "pier.txt", long_text("The Long Pier"))
    with home.screen(file.parent) as terminal:
        terminal.see("The Long Pier")
        terminal.press("\r")
        terminal.see("Paragraph 1:")
        terminal.press("\x06\x06")
        terminal.see("Paragraph 12:")
        terminal.hang_up()
        terminal.end(seconds=5)
    assert len(position(home)) == 1


def test_ctrl_z_suspends_and_fg_brings_it_back(home: Home) -> None:
    folder = home.folder()
    shell = ("bash", "--norc", "--noprofile", "-i")
    with home.screen(command=shell, PS1="shell> ") as terminal:
        terminal.see("shell>")
        terminal.press(f"{sys.executable} -m reader {folder}\r")
        terminal.see(TITLES[2])
        terminal.press("\x1a")
        terminal.see(r"Stopped")
        assert not [left for left in terminal.left_behind() if left in ("mode 1049", "mode 25")]
        terminal.press("fg\r")
        terminal.see(rf"(?s)3 documents.*{TITLES[2]}.*\? keys")
        terminal.press("j")
        terminal.see("2 of 3")
        before = len(terminal.raw)
        terminal.press("q")
        terminal.until(lambda: b"shell>" in terminal.raw[before:], "the shell does not ask")
        terminal.press("echo code $?\r")
        terminal.see("code 0")


def test_it_comes_back_from_a_stop_it_could_not_see_coming(home: Home) -> None:
    with home.screen(home.folder()) as terminal:
        terminal.see(TITLES[2])
        terminal.signal(signal.SIGSTOP)
        terminal.signal(signal.SIGCONT)
        terminal.press("j")
        terminal.see("2 of 3")


def test_ctrl_c_says_how_to_quit_and_does_not(home: Home) -> None:
    with home.screen(home.folder()) as terminal:
        terminal.see(TITLES[2])
        terminal.idle()
        terminal.press("\x03")
        terminal.see("q goes back, Q quits")
        terminal.press("j")
        terminal.see("2 of 3")
