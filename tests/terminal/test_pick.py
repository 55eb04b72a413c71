"""`reader pick` between other programs: lines from a pipe, keys from the terminal."""

import shlex

import pytest

from tests.terminal.driver import Terminal
from tests.terminal.home import READER, Home

pytestmark = pytest.mark.slow

PICK = shlex.join([*READER, "pick"])
LINES = r"printf 'the harbour wall\nsecurity tools\nwall\n'"


def shell(home: Home, script: str) -> Terminal:
    """A shell that runs this on a terminal and says the exit code."""
    return home.screen(command=("sh", "-c", f"{script}; echo exit $?"), size=(60, 12))


def test_what_is_chosen_goes_down_the_pipe_and_the_terminal_is_as_it_was(home: Home) -> None:
    with shell(home, f"{LINES} | {PICK} > chosen") as terminal:
        terminal.see("3/3")
        terminal.press("wall")
        terminal.see("2/3")
        terminal.press("\x0e\r")
        terminal.see("exit 0")
        assert terminal.end() == 0
        assert terminal.left_behind() == []
    assert (home.path / "chosen").read_bytes() == b"the harbour wall\n"


def test_it_works_in_the_words_of_another_command(home: Home) -> None:
    with shell(home, f'echo "<$({LINES} | {PICK} -m)>"') as terminal:
        terminal.see("3/3")
        terminal.press("\t\t\r")
        terminal.see("exit 0")
        assert b"<the harbour wall\r\nsecurity tools>" in terminal.raw


def test_it_is_drawn_though_the_error_stream_goes_elsewhere(home: Home) -> None:
    with shell(home, f"{LINES} | {PICK} 2> errors") as terminal:
        terminal.see("3/3")
        terminal.press("\r")
        terminal.see("exit 0")
        assert terminal.raw.endswith(b"the harbour wall\r\nexit 0\r\n")
    assert (home.path / "errors").read_bytes() == b""


@pytest.mark.parametrize("key", ["\x1b", "\x03", "\x07"], ids=["Esc", "Ctrl-C", "Ctrl-G"])
def test_who_leaves_prints_nothing_and_ends_with_130(home: Home, key: str) -> None:
    with shell(home, f"{LINES} | {PICK} > chosen") as terminal:
        terminal.see("3/3")
        terminal.press(key)
        terminal.see("exit 130")
        assert terminal.end() == 0
        assert terminal.left_behind() == []
    assert (home.path / "chosen").read_bytes() == b""


def test_keys_typed_before_there_is_a_screen_are_kept(home: Home) -> None:
    with shell(home, f"(sleep 1; {LINES}) | {PICK} > chosen") as terminal:
        terminal.press("secruity\r")
        terminal.see("exit 0")
    assert (home.path / "chosen").read_bytes() == b"security tools\n"


def test_lines_are_shown_while_others_are_still_to_come(home: Home) -> None:
    endless = "while :; do echo wall; sleep 0.05; done"
    with shell(home, f"({endless}) | {PICK} > chosen") as terminal:
        terminal.see(r"[1-9]/\d+…")
        terminal.see(r"[1-9]\d/\d\d+…")
        terminal.press("wall")
        terminal.see(r"⌕ wall .* \d+/\d+…")
        terminal.press("\r")
        terminal.see("exit 0")
    assert (home.path / "chosen").read_bytes() == b"wall\n"


def test_bytes_that_are_no_text_come_out_as_they_came(home: Home) -> None:
    with shell(home, rf"printf 'a\377\033[31mb\nc\n' | {PICK} -q b > chosen") as terminal:
        terminal.see(r"a\\xFF␛\[31mb")
        terminal.see("1/2")
        terminal.press("\r")
        terminal.see("exit 0")
    assert (home.path / "chosen").read_bytes() == b"a\xff\x1b[31mb\n"


def test_on_a_terminal_what_is_chosen_is_shown_in_visible_signs(home: Home) -> None:
    with shell(home, rf"printf 'a\033[31mb\n' | {PICK}") as terminal:
        terminal.see("1/1")
        terminal.press("\r")
        terminal.see("exit 0")
        assert terminal.raw.endswith("a␛[31mb\r\nexit 0\r\n".encode())


def test_nothing_to_ask_about_opens_no_screen(home: Home) -> None:
    with shell(home, f"{LINES} | {PICK} -1 -q secur; {LINES} | {PICK} -0 zzz") as terminal:
        terminal.see("security tools\nexit 1")
        assert b"\x1b[?1049h" not in terminal.raw


def test_a_terminal_on_standard_input_is_refused(home: Home) -> None:
    with home.screen("pick") as terminal:
        terminal.see("lines to choose from come on standard input: ls | reader pick")
        assert terminal.end() == 2


def test_a_terminal_that_cannot_place_text_is_refused(home: Home) -> None:
    with shell(home, f"{LINES} | TERM=dumb {PICK}") as terminal:
        terminal.see(r"reader\s+pick --filter QUERY prints")
        terminal.see("exit 2")


@pytest.mark.parametrize("option", ["-1", "-0", "-10"])
def test_who_might_have_to_choose_chooses_before_the_input_has_ended(
    home: Home, option: str
) -> None:
    with shell(home, f"({LINES}; sleep 4) | {PICK} {option} > chosen") as terminal:
        terminal.see("3/3…")
        terminal.press("\x1b")
        terminal.see("exit")
    assert (home.path / "chosen").read_bytes() == b""


def test_the_only_line_is_chosen_when_there_can_be_no_other(home: Home) -> None:
    with shell(home, f"({LINES}; sleep 1; echo other) | {PICK} -1q secur") as terminal:
        terminal.see("exit 0")
        assert b"security tools\r\nexit 0" in terminal.raw
