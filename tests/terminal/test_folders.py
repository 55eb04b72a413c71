import sys

import pytest

from tests.terminal.home import HARBOUR, TITLES, Home, bound, long_text

pytestmark = pytest.mark.slow


def test_a_missing_folder_is_one_sentence(home: Home) -> None:
    with home.screen("no such folder") as terminal:
        assert terminal.end() == 2
        assert terminal.text.strip() == "reader: there is no no such folder: check the name"
        assert terminal.left_behind() == []


def test_an_empty_folder_says_what_to_do(home: Home) -> None:
    empty = home.path / "empty"
    empty.mkdir()
    with home.screen(empty) as terminal:
        terminal.see(r"No documents here\.")
        terminal.see(r"reads \.txt, \.html and \.md files")
        terminal.press("j\rtnrs*xJzRc")
        terminal.press("/nothing\r")
        terminal.see("Nothing matches")
        terminal.press("Q")
        assert terminal.end() == 0
        assert b"Traceback" not in terminal.raw


def test_an_unreadable_folder_is_a_sentence(home: Home) -> None:
    folder = home.folder("closed")
    folder.chmod(0)
    with home.screen(folder, command=bound(), size=(250, 30)) as terminal:
        terminal.see("(?i)unreadable folder|permission denied|cannot open")
        assert "Traceback" not in terminal.text
        if terminal.process.poll() is None:
            terminal.press("Q")
        assert terminal.end() in (0, 2), terminal.text
    folder.chmod(0o755)


def test_a_file_is_opened_in_the_reading_pane_and_q_quits(home: Home) -> None:
    file = home.write(home.path / "pier.txt", long_text("The Long Pier"))
    with home.screen(file) as terminal:
        terminal.see("Paragraph 1:")
        terminal.press("\x06\x06")
        terminal.see("Paragraph 12:")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.left_behind() == []


def test_standard_input_is_read_and_keys_come_from_the_terminal(home: Home) -> None:
    with home.screen("-", stdin=long_text("The Long Pier").encode()) as terminal:
        terminal.see("Paragraph 1:")
        terminal.press("\x06\x06")
        terminal.see("Paragraph 12:")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.left_behind() == []


def test_an_empty_standard_input_stops_nothing(home: Home) -> None:
    with home.screen("-", stdin=b"") as terminal:
        terminal.see("standard input")
        terminal.press("q")
        assert terminal.end() == 0
        assert b"Traceback" not in terminal.raw


def test_a_binary_file_says_why_it_is_not_shown(home: Home) -> None:
    file = home.write(home.path / "picture.txt", bytes(range(256)) * 40)
    with home.screen(file) as terminal:
        terminal.see("cannot read this file: ")
        terminal.press("q")
        assert terminal.end() == 0


def test_without_a_path_the_current_folder_is_opened(home: Home) -> None:
    with home.screen(within=home.folder()) as terminal:
        terminal.see(TITLES[2])


def test_nothing_in_the_current_folder_is_run(home: Home) -> None:
    folder, script = home.folder(), (sys.executable, "-P", "-m", "reader")
    for name in (
        "reader/__init__.py",
        "reader/__main__.py",
        "json.py",
        "numpy.py",
        "selectolax.py",
    ):
        home.write(folder / name, f"open({str(home.path / 'was-run')!r}, 'w')\n")
    with home.screen(within=folder, command=script) as terminal:
        terminal.see(TITLES[2])
        terminal.idle()
        terminal.press("\r")
        terminal.see("% ")
        terminal.press("Q")
        assert terminal.end() == 0
    assert not (home.path / "was-run").exists()


def test_without_a_path_in_an_empty_folder_the_last_collection_is_opened(home: Home) -> None:
    empty = home.path / "empty"
    empty.mkdir()
    with home.screen(within=empty) as terminal:
        terminal.see(r"No documents here\.")
        terminal.press("q")
        assert terminal.end() == 0
    with home.screen(home.folder()) as terminal:
        terminal.see(TITLES[2])
        terminal.press("q")
        assert terminal.end() == 0
    with home.screen(within=empty) as terminal:
        terminal.see(TITLES[2])
        terminal.see("articles")


@pytest.mark.parametrize("answer", ["n", "", "y"])
def test_the_home_folder_is_asked_about(answer: str, home: Home) -> None:
    home.write(home.path / "harbour.txt", HARBOUR)
    with home.screen(home.path) as terminal:
        terminal.see(r"Read through all of .*\? \[y/N\]")
        terminal.press(f"{answer}\r")
        if answer == "y":
            terminal.see(TITLES[0])
            terminal.press("q")
            assert terminal.end() == 0
        else:
            assert terminal.end() == 2
            assert not home.cache.exists()
            terminal.see("reader: name a folder with documents")
        assert terminal.left_behind() == []


def test_a_question_that_nobody_answers_is_a_no(home: Home) -> None:
    with home.screen(home.path) as terminal:
        terminal.see(r"\[y/N\]")
        terminal.press("\x04")
        assert terminal.end() == 2
    with home.screen(home.path) as terminal:
        terminal.see(r"\[y/N\]")
        terminal.press("\x03")
        assert terminal.end() == 130
        assert "Traceback" not in terminal.text


def test_several_folders_are_one_collection(home: Home) -> None:
    with home.screen(home.folder("one"), home.folder("two")) as terminal:
        terminal.see("6 documents")


def test_an_option_that_is_none_is_one_sentence(home: Home) -> None:
    with home.screen("--wrong") as terminal:
        assert terminal.end() == 2
        assert terminal.text.strip().count("\n") == 0
