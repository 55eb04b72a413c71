"""Which browser would be started, and that it gets the address and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.tui.browsing import Browser, browser, open_window, words

HOSTILE = "https://a.example/;touch%20x?$(touch+y)&`z`#'\"%s%action"


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that notes its arguments; the only one there is."""
    file = tmp_path / "browse"
    file.write_text(f'#!/bin/sh\nfor word; do echo "$word"; done > "{tmp_path}/got"\n', "utf-8")
    file.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(file))
    return file


def asked(**environment: str) -> str:
    """What `browser` says in a process with these and no other hints at a browser."""
    code = "from reader.tui.browsing import browser; print(browser())"
    known = {name: os.environ[name] for name in ("HOME", "PYTHONPATH") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**known, "PATH": "/nowhere", **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_without_a_browser_there_is_none() -> None:
    assert asked() == Browser.NONE


def test_what_the_user_named_takes_the_terminal_unless_it_goes_to_the_background() -> None:
    assert asked(BROWSER="w3m") == Browser.TERMINAL
    assert asked(BROWSER="firefox %s &") == Browser.WINDOW


def test_a_browser_that_is_known_to_write_to_the_terminal_gets_it(tmp_path: Path) -> None:
    elinks = tmp_path / "elinks"
    elinks.write_text("#!/bin/sh\n", "utf-8")
    elinks.chmod(0o755)
    assert asked(PATH=str(tmp_path), TERM="xterm") == Browser.TERMINAL


def test_one_of_this_process_is_told_too(script: Path) -> None:
    assert browser() in Browser


def test_the_address_is_one_argument_and_no_shell_sees_it(script: Path) -> None:
    assert open_window(HOSTILE)
    assert (script.parent / "got").read_text("utf-8") == f"{HOSTILE}\n"
    assert sorted(file.name for file in script.parent.iterdir()) == ["browse", "got"]


def test_a_browser_that_fails_is_told(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    monkeypatch.setenv("PATH", str(script.parent))
    monkeypatch.delenv("DISPLAY", raising=False)
    assert not open_window("https://a.example/")


def test_no_module_of_the_current_folder_is_taken_for_the_librarys(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "scraped"
    folder.mkdir()
    (folder / "webbrowser.py").write_text("raise SystemExit(0)", "utf-8")
    monkeypatch.chdir(folder)
    assert open_window("https://a.example/")
    assert (tmp_path / "got").read_text("utf-8") == "https://a.example/\n"
    assert words("https://a.example/")[1] == "-I"
