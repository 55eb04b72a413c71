"""correct as the shell sees it."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.running import Ran, reader, shelf

MENU = "Home\nNews\nOpinion\nSubscribe\n"


def page(number: int) -> str:
    return (
        f"{MENU}\nThe {number}th bridge of the valley\n\nBy Ann Smith, {number} March 2021\n\n"
        f"The bridge of {number} arches stood empty for years, and the people of the town had long"
        " stopped to think about what might become of it, when a letter came from far away.\n\n"
        "Brought to you by the people of the Valley Bank, who have been here for a century.\n\n"
        f"In the end it was the number {number} which decided, as it had in all the years before,"
        " and nobody who was there that evening has ever said a word about what was in it.\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "valley"
    folder.mkdir()
    for number in range(1, 5):
        (folder / f"{number}.txt").write_text(page(number), "utf-8")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


def correct(home: Path, folder: Path, *words: str) -> Ran:
    return reader(home, folder, "correct", *words)


def test_a_line_is_set_aside_here_or_on_every_page_and_a_dry_run_changes_nothing(
    home: Path, folder: Path
) -> None:
    ran = correct(home, folder, "1.txt", "--lines", "10", "--keep", "--dry-run")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("reader: nothing to change: all of these lines are kept already\n")
    ran = correct(home, folder, "1.txt", "--lines=1-2,4", "--keep", "--site", "--dry-run")
    assert (ran.code, ran.out) == (0, "would keep 12 lines in 4 pages of valley/\n")
    assert correct(home, folder, "--list").code == 1
    ran = correct(home, folder, "1.txt", "--lines", "1-2", "--keep")
    assert (ran.code, ran.out) == (0, "kept 2 lines of 1.txt\n")
    ran = correct(home, folder, "--keep", "--lines", "1-2", "2.txt", "--site")
    assert (ran.code, ran.out) == (0, "kept 6 lines in 3 pages of valley/\n")
    assert "Home\nNews\n" in reader(home, folder, "read", "4.txt").out.replace("\n\n", "\n")
    assert reader(home, folder, "search", "-c", "opinion").out == "0\n"
    assert reader(home, folder, "search", "-c", "news").out == "4\n"


def test_what_was_said_is_listed_and_taken_back_by_its_number(home: Path, folder: Path) -> None:
    assert correct(home, folder, "1.txt", "--lines", "10", "--aside", "--site").code == 0
    assert correct(home, folder, "3.txt", "--lines", "1", "--keep").code == 0
    ran = correct(home, folder, "--list")
    assert ran.out.splitlines()[1] == "2\tkeep\t3.txt\t1 line\tHome"
    assert ran.out.startswith("1\taside\tevery page of valley/\t1 line\tThe bridge of 1 arches")
    listed = json.loads(correct(home, folder, "--list", "--json").out)
    assert listed[1] == {
        "v": 1, "number": 2, "verdict": "keep", "path": "3.txt", "member": "", "site": None,
        "lines": ["Home"],
    }  # fmt: skip
    assert (listed[0]["site"], listed[0]["path"]) == ("valley/", None)
    facts = reader(home, folder, "dump").out.splitlines()
    assert [fact.split()[:2] for fact in facts] == [
        ["correct", f'"{folder}/3.txt"'],
        ["correct", "site"],
        ["file", f'"{folder}/3.txt"'],
    ]
    ran = correct(home, folder, "--undo", "1", "--undo", "2")
    assert (ran.code, ran.out) == (0, "took back 2 corrections\n")
    assert correct(home, folder, "--list", "--json").out == "[]\n"
    assert reader(home, folder, "dump").out == ""
    assert reader(home, folder, "search", "-c", "arches").out == "4\n"
    ran = correct(home, folder, "--undo", "1")
    assert (ran.code, ran.out) == (2, "")
    assert "no correction 1 here" in ran.err


def test_the_answer_as_json_says_what_was_done(home: Path, folder: Path) -> None:
    words = ("1.txt", "--lines", "1", "--keep", "--site", "--json")
    answer = {
        "v": 1, "number": None, "verdict": "keep", "path": "1.txt", "member": "",
        "site": "valley/", "lines": 4, "pages": 4, "exact": True,
    }  # fmt: skip
    assert json.loads(correct(home, folder, *words, "--dry-run").out) == answer
    assert json.loads(correct(home, folder, *words).out) == {**answer, "number": 1}
    assert json.loads(correct(home, folder, "--undo", "1", "--json").out) == {
        "v": 1,
        "undone": [1],
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "correct what?"),
        (("1.txt",), "which lines"),
        (("1.txt", "--lines", "1"), "which lines"),
        (("1.txt", "--aside"), "which lines"),
        (("1.txt", "--lines", "1", "--aside", "--keep"), "not allowed with"),
        (("1.txt", "--list"), "correct what?"),
        (("--list", "--undo", "1"), "correct what?"),
        (("1.txt", "--lines", "99", "--aside"), "1.txt has no line 99: it has 15 lines"),
        (("1.txt", "--lines", "5", "--aside"), "nothing on these lines"),
        (("1.txt", "--lines", "0", "--aside"), "'0' are no lines"),
        (("nosuch", "--lines", "1", "--aside"), "no document nosuch"),
        (("--undo", "1", "--dry-run"), "--dry-run goes with lines"),
    ],
)
def test_wrong_use_is_a_sentence(
    home: Path, folder: Path, words: tuple[str, ...], said: str
) -> None:
    ran = correct(home, folder, *words)
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""


def test_where_nothing_can_be_kept_nothing_is_corrected(tmp_path: Path, folder: Path) -> None:
    if os.geteuid() == 0:
        home = Path("/proc/nowhere")
    else:
        home = tmp_path / "locked"
        home.mkdir(mode=0o500)
    ran = correct(home, folder, "1.txt", "--lines", "1", "--keep")
    assert ran.code == 2
    assert "not corrected" in ran.err
    ran = correct(home, folder, "1.txt", "--lines", "1", "--keep", "--dry-run")
    assert (ran.code, ran.out) == (0, "would keep 1 line of 1.txt\n")


def test_control_codes_in_lines_are_shown_as_marks(home: Path, folder: Path) -> None:
    (folder / "5.txt").write_text("Odd \x1b[2J\u202e line\n\n" + page(5), "utf-8")
    assert correct(home, folder, "5.txt", "--lines", "1", "--aside").code in (0, 1)
    correct(home, folder, "5.txt", "--lines", "1", "--keep")
    ran = correct(home, folder, "--list")
    assert "Odd ␛[2J<202E> line" in ran.out
    assert "\x1b" not in ran.out
    assert shelf(home / "other").reader("correct", "--list").code == 1
