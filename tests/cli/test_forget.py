"""forget as the shell sees it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import Shelf, environment, shelf


@pytest.fixture
def kept(tmp_path: Path) -> Shelf:
    """A collection with two tags."""
    kept = shelf(tmp_path / "home")
    assert kept.reader("tag", "+sea", "title:harbour").code == 0
    assert kept.reader("tag", "+moon", "title:tide").code == 0
    return kept


def asked(kept: Shelf, answer: str, *words: str) -> str:
    """What `reader WORDS` says on a terminal where this is typed."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", *words],
        cwd=kept.folder,
        env=environment(kept.home),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, answer.encode())
    said = b""
    try:
        while part := os.read(ours, 65_536):
            said += part
    except OSError:  # Linux says EIO when the last writer is gone
        pass
    os.close(ours)
    process.wait(timeout=60)
    return said.decode()


def test_the_current_collection_is_forgotten_and_its_marks_are_kept(kept: Shelf) -> None:
    before = kept.reader("dump").out
    ran = kept.reader("forget")
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[0].startswith("forgot articles: ")
    assert lines[1:] == ["kept what was noted on 2 documents: --marks forgets that, too"]
    assert kept.reader("collections").code == 1
    assert kept.reader("dump").out == before
    again = kept.reader("forget", "nowhere")
    assert (again.code, again.out) == (1, "")
    assert "nothing is kept of nowhere" in again.err


def test_by_name_with_its_marks_as_json(kept: Shelf) -> None:
    before = kept.reader("dump").out
    (done,) = json.loads(kept.reader("forget", "articles", "--marks", "--yes", "--json").out)[
        "forgotten"
    ]
    assert (done["name"], done["paths"], done["marks"]) == ("articles", [str(kept.folder)], 2)
    assert done["size"] > 4_096
    assert Path(done["dump"]).read_text("utf-8") == before
    assert kept.reader("dump").out == ""


def test_without_a_terminal_marks_are_not_forgotten_unless_it_is_said(kept: Shelf) -> None:
    before = kept.reader("dump").out
    ran = kept.reader("forget", "--marks")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "noted on 2 documents in articles" in ran.err
    assert "--yes" in ran.err
    assert kept.reader("dump").out == before
    assert kept.reader("collections").code == 0


def test_on_a_terminal_it_is_asked_and_only_yes_is_yes(kept: Shelf) -> None:
    before = kept.reader("dump").out
    for answer in ("\n", "n\n", "\x04"):
        said = asked(kept, answer, "forget", "--marks")
        assert "[y/N]" in said
        assert "nothing was forgotten" in said
        assert kept.reader("dump").out == before
    assert "it is written down in" in asked(kept, "y\n", "forget", "--marks")
    assert kept.reader("dump").out == ""


def test_corrections_for_a_whole_folder_are_asked_about_too(tmp_path: Path) -> None:
    kept = shelf(tmp_path / "home")
    (kept.folder / "a.txt").write_text("Menu\n\nThe tide came in.\n", "utf-8")
    said = kept.reader("correct", "a.txt", "--lines", "1", "--aside", "--site")
    assert said.code == 0, said.err
    before = kept.reader("dump").out
    assert before
    refused = kept.reader("forget", "--marks")
    assert refused.code == 2
    assert "1 correction for whole folders" in refused.err
    assert kept.reader("dump").out == before


def test_a_name_in_a_folder_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    ran = subprocess.run(
        ["sh", "-c", 'rmdir "$PWD" && exec "$0" -m reader forget name', sys.executable],
        cwd=gone,
        env=environment(tmp_path / "home"),
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr.count(b"\n")) == (2, b"", 1)
    assert b"give the whole path" in ran.stderr
