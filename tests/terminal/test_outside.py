"""Other programs get the terminal as it was before, and give it back."""

from pathlib import Path

import pytest

from tests.terminal.home import Home, long_text

pytestmark = pytest.mark.slow

EDITOR = """#!/bin/sh
printf '%s\\n' "$@" > "$HOME/arguments"
stty -a < /dev/tty > "$HOME/line"
echo "THE EDITOR: type a line"
read line
for file; do :; done
[ -n "$line" ] && printf '\\n%s\\n' "$line" >> "$file"
exit ${CODE:-0}
"""


def script(home: Home, name: str, text: str) -> Path:
    path = home.path / name
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return path


def test_the_editor_gets_the_line_and_what_it_wrote_is_read(home: Home) -> None:
    file = home.write(home.path / "articles" / "pier.txt", long_text("The Long Pier"))
    editor = script(home, "vim", EDITOR)
    with home.screen(file.parent, EDITOR=f"{editor} -u NONE") as terminal:
        terminal.see("The Long Pier")
        terminal.press("\r")
        terminal.see("Paragraph 1:")
        terminal.press("\x06")
        terminal.lose("Paragraph 1:")
        terminal.press("e")
        terminal.see("THE EDITOR")
        assert terminal.left_behind() == []
        arguments = (home.path / "arguments").read_text("utf-8").splitlines()
        assert arguments[:2] == ["-u", "NONE"]
        assert 10 < int(arguments[2].removeprefix("+")) < 30
        assert arguments[3:] == [str(file)]
        assert " icanon" in (home.path / "line").read_text("utf-8")
        terminal.press("A whole new paragraph stands at the end of the long pier now.\n")
        terminal.see("back again")
        home.write(file, file.read_bytes())
        for _ in range(20):  # the end is another one as soon as the file was read again
            terminal.idle()
            terminal.press("G")
            if "A whole new paragraph stands" in terminal.text:
                break
        terminal.see("A whole new paragraph stands")
        terminal.press("Q")
        terminal.end()
        assert terminal.left_behind() == []


def test_ctrl_c_is_for_the_editor_and_its_exit_code_is_said(home: Home) -> None:
    folder = home.folder()
    editor = script(
        home, "ed", "#!/bin/sh\ntrap 'exit 3' INT\necho HERE\nwhile :; do sleep 0.1; done\n"
    )
    with home.screen(folder, VISUAL=str(editor)) as terminal:
        terminal.see("Harbour Wall")
        terminal.press("e")
        terminal.see("HERE")
        terminal.press("\x03")
        terminal.see("ed ended with exit code 3")
        terminal.press("\r")
        terminal.see("built by hand")
        terminal.press("Q")
        assert terminal.end() == 0
        assert terminal.left_behind() == []


def test_an_editor_that_is_not_there_is_said(home: Home) -> None:
    with home.screen(home.folder(), EDITOR="no-such-editor") as terminal:
        terminal.see("Harbour Wall")
        terminal.press("e")
        terminal.see("no-such-editor cannot be run: No such file")
        terminal.press("Q")
        terminal.end()
        assert terminal.left_behind() == []


def test_a_command_gets_the_clean_text_and_its_output_stays_until_enter(home: Home) -> None:
    with home.screen(home.folder()) as terminal:
        terminal.see("Harbour Wall")
        terminal.idle()
        terminal.press("|")
        terminal.see("pipe this to:")
        terminal.press("tr a-z A-Z | grep -c STONES; exit 4\r")
        terminal.see("— exit code 4 · Enter goes back")
        terminal.press("\r")
        terminal.see("tr: exit code 4")
        terminal.press("  |cat > $HOME/piped\r")
        terminal.see("— Enter goes back")
        terminal.press("\n")
        terminal.see("cat: done")
        terminal.press("Q")
        terminal.end()
        assert terminal.left_behind() == []
    piped = (home.path / "piped").read_text("utf-8")
    assert piped.startswith("The old harbour wall")
    assert "\n\nThe keeper of the lighthouse wrote home" in piped
    assert "tags:" not in piped


def test_a_command_that_takes_nothing_is_no_fault(home: Home) -> None:
    file = home.write(home.path / "articles" / "long.txt", long_text("Long", 20_000))
    with home.screen(file.parent) as terminal:
        terminal.see("1 of 1")
        terminal.press("|true\r")
        terminal.see("— Enter goes back")
        terminal.press("\r")
        terminal.see("true: done")


def test_alt_and_an_arrow_walk_among_places(home: Home) -> None:
    with home.screen(home.folder()) as terminal:
        terminal.see("Harbour Wall")
        terminal.press("\r")
        terminal.see("built by hand")
        terminal.press("J")
        terminal.see("The keeper of the lighthouse")
        terminal.press("\x1b[1;3D")
        terminal.see("built by hand")
        terminal.press("\x1b[1;3C")
        terminal.see("The keeper of the lighthouse")
