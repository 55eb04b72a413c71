"""Keys that come before the first paint, while they are held, and while the window changes."""

import re
import time
from collections.abc import Iterator

import pytest

from tests.terminal.driver import Terminal
from tests.terminal.home import Home, long_text
from tests.tui.showing import prose

pytestmark = pytest.mark.slow

REPEATS_A_SECOND, HELD_S = 30, 3.0  # as keyboards do
LETTING_GO_S = 1.0  # by then nothing may move any more, on a machine that does other things too
PAGE_DOWN = "\x1b[6~"
DOCUMENTS = 150


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """A home with many documents that are indexed, and one that is long."""
    home = Home(tmp_path_factory.mktemp("home"))
    for number in range(DOCUMENTS):
        home.write(
            home.path / "articles" / f"{number:03}.txt",
            f"Pier number {number:03}\n\n{prose(number, 2)}\n",
        )
    home.write(home.path / "long" / "pier.txt", long_text("The Long Pier", 3_000))
    for folder in ("articles", "long"):
        assert home.run("index", home.path / folder).returncode == 0
    yield home
    assert home.changed_documents() == []


def hold(terminal: Terminal, key: str) -> int:
    """Keep a key down as long as people do; how often it came."""
    begun, times = time.monotonic(), 0
    while (passed := time.monotonic() - begun) < HELD_S:
        if times <= passed * REPEATS_A_SECOND:
            terminal.press(key)
            times += 1
        terminal.listen(0.005)
    return times


def place(terminal: Terminal) -> int:
    """The number of the document under the cursor."""
    found = re.search(rf"(\d+) of {DOCUMENTS}\b", terminal.text)
    return int(found[1]) if found else 0


def test_a_line_down_is_held_and_the_cursor_stops_with_it(many: Home) -> None:
    with many.screen(many.path / "articles", size=(80, 24)) as terminal:
        terminal.see(f"{DOCUMENTS} documents")
        terminal.see(r"\? keys")
        terminal.press("j")
        terminal.see(rf"2 of {DOCUMENTS}\b")
        times = hold(terminal, "j")
        assert times > 2 * REPEATS_A_SECOND, "keys did not come fast enough to tell anything"
        assert place(terminal) > 2, "the screen does not follow"
        terminal.listen(LETTING_GO_S)
        assert place(terminal) == 2 + times
        terminal.listen(LETTING_GO_S)
        assert place(terminal) == 2 + times


def test_a_page_down_is_held_and_the_text_stops_with_it(many: Home) -> None:
    with many.screen(many.path / "long", size=(80, 24)) as terminal:
        terminal.see("The Long Pier")
        terminal.press("\r")
        terminal.see("Paragraph 1:")
        times = hold(terminal, PAGE_DOWN)
        terminal.listen(LETTING_GO_S)
        shown = terminal.text
        assert "Paragraph 1:" not in shown
        terminal.listen(LETTING_GO_S)
        assert terminal.text == shown
        terminal.press(f"{times}\x1b[5~")
        terminal.see("Paragraph 1:")


def test_all_that_is_typed_before_the_first_paint_arrives_in_order(many: Home) -> None:
    query = "pier number 123 is:unread"
    with many.screen(many.path / "articles", size=(80, 24)) as terminal:
        for character in f"jjj/{query}":
            assert b"\x1b[1;1H" not in terminal.raw, "it was painted before all was typed"
            terminal.press(character)
        terminal.see(rf"⌕ {query}")
        terminal.press("\x1b")
        terminal.see(rf"4 of {DOCUMENTS}\b")


def test_sizes_change_in_a_storm_while_keys_come(many: Home) -> None:
    sizes = [(1, 1), (300, 100), (80, 24), (40, 12), (2, 50), (220, 3), (60, 20), (120, 40)]
    title = many.listed(many.path / "articles")[100]
    with many.screen(many.path / "articles", size=(80, 24)) as terminal:
        terminal.see(f"{DOCUMENTS} documents")
        terminal.see(r"\? keys")
        for step in range(100):
            terminal.resize(*sizes[step % len(sizes)])
            terminal.press("j")
            terminal.listen(0.01)
        terminal.resize(80, 24)
        terminal.see(rf"101 of {DOCUMENTS}\b")
        terminal.see(rf"▌.*{re.escape(title[:30])}")
        terminal.press("Q")
        assert terminal.end() == 0
        assert terminal.left_behind() == []
        assert b"Traceback" not in terminal.raw
