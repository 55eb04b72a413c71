import random
import shutil
from collections.abc import Callable

import pytest

from tests.terminal.driver import Terminal
from tests.terminal.home import TITLES, Home, long_text

pytestmark = pytest.mark.slow


def tag(terminal: Terminal, word: str) -> None:
    """Tag the document under the cursor, and wait until it is said that this is done."""
    terminal.press("t")
    terminal.see("tag 1 document:")
    terminal.press(f"{word}\r")
    terminal.see("tagged 1 document")


def test_a_tag_that_was_said_to_be_given_outlives_everything_but_the_marks(home: Home) -> None:
    folder = home.folder()
    with home.screen(folder) as terminal:
        terminal.see(TITLES[2])
        terminal.see("3 documents")
        tag(terminal, "pier")
        terminal.kill()
    assert home.listed(folder, "tag:pier") == [TITLES[0]]
    shutil.rmtree(home.cache)
    assert home.listed(folder, "tag:pier") == [TITLES[0]]
    shutil.rmtree(home.cache)
    with home.screen(folder) as terminal:
        terminal.see(r"#pier")
        terminal.press("/tag:pier\r")
        terminal.see("1 of 3 documents")
        terminal.see(TITLES[0])


def test_a_file_moved_by_hand_keeps_its_tag(home: Home) -> None:
    folder = home.folder()
    with home.screen(folder) as terminal:
        terminal.see(TITLES[2])
        tag(terminal, "pier")
        terminal.press("q")
        assert terminal.end() == 0
    (folder / "old").mkdir()
    (folder / "harbour.txt").rename(folder / "old" / "wall.txt")
    with home.screen(folder) as terminal:
        terminal.see(rf"{TITLES[1]}(?s:.*){TITLES[0]}\n.*#pier")
    assert home.listed(folder, "tag:pier") == [TITLES[0]]


def test_two_at_once_on_one_folder_keep_the_tags_of_both(home: Home) -> None:
    folder = home.folder()
    with home.screen(folder) as one, home.screen(folder) as other:
        one.see(TITLES[2])
        other.see(TITLES[2])
        for n in range(3):
            tag(one, f"one{n}")
            tag(other, f"other{n}")
        one.press("q")
        other.press("q")
        assert (one.end(), other.end()) == (0, 0)
    for n in range(3):
        assert home.listed(folder, f"tag:one{n}", f"tag:other{n}") == [TITLES[0]]


def test_a_tag_given_elsewhere_is_seen_after_a_look_around(home: Home) -> None:
    folder = home.folder()
    with home.screen(folder) as terminal:
        terminal.see(TITLES[2])
        assert home.run("tag", "+quay", "--in", folder, "harbour").returncode == 0
        terminal.press("R")
        terminal.see("#quay")


@pytest.mark.parametrize(
    "damage",
    [
        lambda octets: bytes(range(256)) * 64,
        lambda octets: octets[: len(octets) // 2],
        lambda octets: octets[:60],
        lambda octets: b"this is a text, not a catalogue\n",
        lambda octets: b"",
    ],
    ids=["random", "half", "head", "text", "empty"],
)
def test_a_damaged_catalogue_is_made_again_without_a_question(
    damage: Callable[[bytes], bytes], home: Home
) -> None:
    folder = home.folder()
    with home.screen(folder) as terminal:
        terminal.see(TITLES[2])
        tag(terminal, "pier")
        terminal.press("q")
        assert terminal.end() == 0
    home.catalogue.write_bytes(damage(home.catalogue.read_bytes()))
    with home.screen(folder) as terminal:
        terminal.see(rf"(?s){TITLES[0]}.*#pier.*{TITLES[2]}")
        terminal.press("q")
        assert terminal.end() == 0


@pytest.mark.parametrize("kind", ["random", "half", "text", "newer"])
def test_damaged_marks_are_left_as_they_are_and_nothing_runs(kind: str, home: Home) -> None:
    folder = home.folder()
    assert home.run("tag", "+pier", "--in", folder, "harbour").returncode == 0
    sound = home.marks.read_bytes()
    for left in home.marks.parent.glob("marks.db-*"):
        left.unlink()
    spoilt = {
        "random": sound[:4096] + bytes(range(256)) * (len(sound) // 256 - 16),
        "half": sound[: len(sound) // 2],
        "text": b"this is a text, not marks\n",
        "newer": sound[:60] + (999).to_bytes(4, "big") + sound[64:],  # PRAGMA user_version
    }[kind]
    home.marks.write_bytes(spoilt)
    sentence = "newer reader" if kind == "newer" else "damaged|not a file of marks"
    with home.screen(folder) as terminal:
        assert terminal.end() == 2
        assert home.marks.read_bytes() == spoilt
        terminal.see(rf"(?s)^reader: .*({sentence})")
        assert terminal.left_behind() == []
        assert "Traceback" not in terminal.text
    for words in (("ls",), ("search", "harbour"), ("tag", "+x", "harbour"), ("dump",)):
        ran = home.run(*words, within=folder)
        assert ran.returncode == 2, words
        assert ran.stderr.startswith(b"reader: ")
        assert b"Traceback" not in ran.stderr
        assert home.marks.read_bytes() == spoilt


def test_a_large_catalogue_that_is_damaged_inside_is_made_again_too(home: Home) -> None:
    """Its pages are not checked when it is opened, so the damage is met while it is shown."""
    folder = home.folder()
    noise = random.Random(1)  # of the kind that no compression makes small
    for number in range(100):
        text = long_text(f"Page {number}", 3) + noise.randbytes(20_000).hex() + "\n"
        home.write(folder / f"z{number:03}.txt", text)
    assert home.run("index", folder).returncode == 0
    assert home.run("tag", "--in", folder, "+pier", f'title:"{TITLES[0]}"').returncode == 0
    whole = home.catalogue.read_bytes()
    assert len(whole) > 1_000_000
    home.catalogue.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with home.screen(folder) as terminal:
        terminal.see(rf"(?s){TITLES[0]}.*#pier")
        terminal.press("Q")
        assert terminal.end() == 0
