"""Nothing is opened before the question is answered, and then exactly what it showed."""

from pathlib import Path

import pytest

from tests.terminal.home import Home, long_text

pytestmark = pytest.mark.slow

BROWSER = """#!/bin/sh
for word; do echo "$word"; done > "$HOME/opened"
stty -a < /dev/tty > "$HOME/line"
echo THE BROWSER
read line
"""


def browser(home: Home) -> Path:
    path = home.path / "browse"
    path.write_text(BROWSER, "utf-8")
    path.chmod(0o755)
    return path


def test_the_browser_gets_the_address_after_the_question_alone(home: Home) -> None:
    address = "https://moon.example/$(touch x)';`touch y`\x1b]0;\x07z"
    link = f'<a href="{address}">moon</a>'
    page = f"<h1>The Long Pier</h1><p>See the {link}. {long_text('Pier')[:600]}"
    file = home.write(home.path / "articles" / "pier.html", page.encode())
    got = home.path / "opened"
    with home.screen(file.parent, BROWSER=str(browser(home))) as terminal:
        terminal.see("The Long Pier")
        terminal.press("\r")
        terminal.see("See the moon.")
        terminal.press("f")
        terminal.see("the letters of a link")
        terminal.press("a")
        terminal.see("moon.example")
        terminal.see("y copy")
        terminal.idle()
        assert not got.exists()
        terminal.press("\x1b")
        terminal.lose("y copy")
        assert not got.exists()
        terminal.press("fa")
        terminal.see("y copy")
        terminal.press("\r")
        terminal.see("THE BROWSER")
        assert terminal.left_behind() == []
        assert " icanon" in (home.path / "line").read_text("utf-8")
        opened = "https://moon.example/$(touch%20x)%27;%60touch%20y%60%1B]0;%07z"
        assert got.read_text("utf-8") == f"{opened}\n"
        terminal.press("\n")
        terminal.see("back again")
        terminal.press("Q")
        assert terminal.end() == 0
        assert terminal.left_behind() == []
        assert not [name for name in ("x", "y") if (file.parent / name).exists()]
