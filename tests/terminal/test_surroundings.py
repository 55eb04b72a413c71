import os
import subprocess

import pytest

from tests.terminal.home import READER, TITLES, Home, bound

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_without_a_terminal_one_sentence_names_what_does_without(stream: str, home: Home) -> None:
    folder = home.folder()
    ours, theirs = os.openpty()
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), theirs) | {stream: subprocess.PIPE}
    process = subprocess.Popen(
        [*READER, str(folder)],
        env=home.environment(),
        cwd=home.path,
        start_new_session=True,
        stdin=streams["stdin"],
        stdout=streams["stdout"],
        stderr=streams["stderr"],
    )
    os.close(theirs)
    _, said = process.communicate(timeout=60)
    shown = said or os.read(ours, 65_536)
    os.close(ours)
    assert process.returncode == 2
    assert shown.strip().count(b"\n") == 0
    assert b"reader ls" in shown


def test_all_streams_piped_is_the_same_sentence(home: Home) -> None:
    ran = home.run(home.folder())
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert b"reader ls" in ran.stderr
    ran = home.run("-", input=b"some text")
    assert ran.returncode == 2
    assert b"reader ls" in ran.stderr


def test_a_dumb_terminal_is_told_what_it_can_have(home: Home) -> None:
    with home.screen(home.folder(), TERM="dumb") as terminal:
        assert terminal.end() == 2
        terminal.see(r"^reader: .*reader ls")
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize(
    "variables",
    [
        {"TERM": None},
        {"TERM": "vt100", "COLORTERM": None},
        {"LANG": "C", "LC_ALL": "C"},
        {"LANG": "POSIX", "LC_ALL": "POSIX"},
        {"LANG": None},
        {"LANG": "xx_YY.nonsense"},
        {"NO_COLOR": "1"},
        {"NO_COLOR": ""},
        {"COLUMNS": "0", "LINES": "-3"},
    ],
    ids=str,
)
def test_it_runs_whatever_the_environment_says(
    variables: dict[str, str | None], home: Home
) -> None:
    folder = home.folder()
    name = "caf\u00e9 \u6f6e.txt"
    home.write(folder / name, "Le caf\u00e9 de la mar\u00e9e\n\nUne phrase, puis une autre.\n")
    with home.screen(folder, variables=variables) as terminal:
        terminal.see(TITLES[2])
        terminal.press("/keeper\r")
        terminal.see("1 text")
        terminal.press("\r")
        terminal.see("The keeper of the lighthouse")
        terminal.press("Q")
        assert terminal.end() == 0
        assert terminal.left_behind() == []
        assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("kept", ["unset", "missing", "a file"])
def test_without_a_home_it_runs_and_says_once_what_is_not_kept(kept: str, home: Home) -> None:
    folder = home.folder()
    place = home.path / "nobody"
    if kept == "a file":
        place.write_text("not a folder", "utf-8")
    elsewhere = None if kept == "unset" else str(place / "deep")
    with home.screen(folder, size=(140, 30), HOME=elsewhere) as terminal:
        terminal.see(TITLES[2])
        terminal.see("until you quit")
        terminal.idle()
        terminal.press("t")
        terminal.see("tag 1 document:")
        terminal.press("pier\r")
        terminal.see("tagged 1 document: .pier .until you quit")
        terminal.press("q")
        assert terminal.end() == 0
    ran = home.run("tag", "+pier", "--in", folder, "harbour", HOME=elsewhere)
    assert ran.returncode == 2
    assert ran.stderr.startswith(b"reader: ")
    assert b"Traceback" not in ran.stderr
    ran = home.run("ls", "--in", folder, HOME=elsewhere)
    assert ran.returncode == 0
    assert ran.stderr.count(b"not kept") == 1


def test_a_home_that_cannot_be_written_is_as_good_as_none(home: Home) -> None:
    folder = home.folder()
    command = bound()
    home.path.chmod(0o555)
    with home.screen(folder, command=command, within=folder) as terminal:
        terminal.see(TITLES[2])
        terminal.see("until you quit")
        terminal.press("q")
        assert terminal.end() == 0
    tagged = (*command, "tag", "+pier", "--in", str(folder), "harbour")
    with home.screen(command=tagged, within=folder) as terminal:
        assert terminal.end() == 2
        terminal.see("(?m)^reader: not tagged")
    home.path.chmod(0o755)
