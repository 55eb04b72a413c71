"""The picker's screen: typing, moving, marking, choosing, while lines come."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from reader.library.picking import Manner, Picking
from reader.tui.actions import PICKING
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.picking import PickScreen
from tests.tui.choosing import choosing

if TYPE_CHECKING:
    from reader.search.picking.matching.picker import Picked

LINES = ("the harbour wall", "security tools", "wall", "letters from the lighthouse")


def test_every_action_of_the_table_is_done_by_the_screen() -> None:
    assert all(hasattr(PickScreen, f"do_{action.name}") for action in PICKING)


async def test_all_lines_are_there_at_first_in_their_order() -> None:
    async with choosing(*LINES) as chooser:
        await chooser.see("4/4")
        assert chooser.listed == list(LINES)
        assert chooser.lines[2].startswith("▌ the harbour wall")
        assert {len(line) for line in chooser.lines} == {60}


async def test_typing_narrows_and_enter_chooses_the_best() -> None:
    async with choosing(*LINES) as chooser:
        await chooser.press(*"wall")
        await chooser.see("2/4")
        assert chooser.listed == ["wall", "the harbour wall"]
        await chooser.press("down", "enter")
        await chooser.until(lambda: not chooser.app.is_running or chooser.app.choice)
    assert chooser.chosen == ["the harbour wall"]
    assert chooser.app.choice is not None
    assert chooser.app.choice.query == "wall"


async def test_keys_typed_ahead_wait_for_the_answer_to_what_was_typed_before() -> None:
    async with choosing(*LINES, multi=True) as chooser:
        await chooser.press(*"wall", "tab", *["backspace"] * 4, *"secruity", "tab", "enter")
        await chooser.until(lambda: chooser.app.choice)
    assert chooser.chosen == ["wall", "security tools"]


@pytest.mark.parametrize("key", ["escape", "ctrl+c", "ctrl+g", "ctrl+d"])
async def test_one_leaves_without_choosing(key: str) -> None:
    async with choosing(*LINES) as chooser:
        await chooser.press(key)
        await chooser.until(lambda: not chooser.app.is_running)
    assert chooser.app.choice is None


async def test_enter_where_nothing_answers_chooses_nothing() -> None:
    async with choosing(*LINES) as chooser:
        await chooser.press(*"zzz")
        await chooser.see("No line answers that.")
        await chooser.press("enter")
        await chooser.until(lambda: chooser.app.choice)
    assert chooser.chosen == []


async def test_marked_lines_are_chosen_in_the_order_they_were_marked() -> None:
    async with choosing(*LINES, multi=True) as chooser:
        await chooser.press("end", "shift+tab", "shift+tab", "home", "tab", "tab", "shift+tab")
        await chooser.see("3 marked")
        assert [line[1] for line in chooser.lines[2:6]] == list("++ +")
        await chooser.press("enter")
        await chooser.until(lambda: chooser.app.choice)
    assert chooser.chosen == [LINES[3], LINES[0], LINES[1]]


async def test_marks_stay_while_something_else_is_looked_for() -> None:
    async with choosing(*LINES, multi=True) as chooser:
        await chooser.press("tab", *"secur")
        await chooser.see("1/4 · 1 marked")
        await chooser.press("tab", "ctrl+u")
        await chooser.see("4/4 · 2 marked")


async def test_without_multi_tab_only_moves() -> None:
    async with choosing(*LINES) as chooser:
        await chooser.press("tab")
        await chooser.until(lambda: chooser.lines[3].startswith("▌ security"))
        assert "marked" not in chooser.text
        assert "+" not in chooser.lines[2]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["ctrl+n"], 1),
        (["ctrl+j", "ctrl+j", "ctrl+k"], 1),
        (["ctrl+n", "ctrl+n", "ctrl+p"], 1),
        (["pagedown"], 7),
        (["pagedown", "pagedown", "pageup"], 7),
        (["end"], 39),
        (["end", "down"], 39),
        (["end", "home", "up"], 0),
    ],
)
async def test_moving(keys: list[str], place: int) -> None:
    lines = [f"line {number}" for number in range(40)]
    async with choosing(*lines, size=(60, 12)) as chooser:
        await chooser.see("40/40")
        await chooser.press(*keys)
        assert chooser.screen.list.cursor == place
        assert any(line.startswith(f"▌ line {place} ") for line in chooser.lines)


@pytest.mark.parametrize(
    ("keys", "query"),
    [
        ([*"ab?", "ctrl+a", *"x"], "xab?"),
        ([*"a b", "ctrl+w", *"c"], "a c"),
        ([*"ab", "left", *"x", "ctrl+e", *"y"], "axby"),
        ([*"ab", "ctrl+h", "backspace", *"c"], "c"),
        ([*"ab", "ctrl+b", "ctrl+d"], "a"),
        ([*"ab c", "alt+b", *"x", "alt+f", *"y"], "ab xcy"),
        (["q", "/", "j"], "q/j"),
    ],
)
async def test_the_query_is_edited_as_in_a_shell(keys: list[str], query: str) -> None:
    async with choosing(*LINES) as chooser:
        await chooser.press(*keys)
        assert chooser.screen.prompt.value == query


async def test_lines_that_come_are_counted_and_the_cursor_stays_on_its_line() -> None:
    async with choosing("wall 1", "wall 2", ended=False) as chooser:
        await chooser.press(*"wall", "down")
        await chooser.see("2/2…")
        chooser.stream.write(b"wall\nfog\n")
        await chooser.see("3/4…")
        assert chooser.listed == ["wall", "wall 1", "wall 2"]
        assert chooser.screen.list.cursor == 2
        chooser.stream.end()
        await chooser.see("3/4 ")


async def test_at_the_top_the_cursor_stays_at_the_best() -> None:
    async with choosing("the wall", ended=False) as chooser:
        await chooser.press(*"wall")
        await chooser.see("1/1…")
        chooser.stream.write(b"wall\n")
        await chooser.see("2/2…")
        assert chooser.lines[2].startswith("▌ wall")


async def test_what_is_typed_before_a_line_has_come_is_answered_when_one_has() -> None:
    async with choosing(ended=False) as chooser:
        await chooser.see("Waiting for lines…")
        await chooser.press(*"wall", "enter")
        chooser.stream.write(b"fog\nwall\n")
        await chooser.until(lambda: chooser.app.choice)
    assert chooser.chosen == ["wall"]


class Slow(Picking):
    """One whose first answer takes until somebody lets it go."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.let_go = threading.Event(), threading.Event()

    def find(self, typed: str, wanted: Callable[[], bool] = lambda: True) -> "Picked | None":
        found = super().find(typed, wanted)
        self.asked.set()
        self.let_go.wait()
        return found


async def test_lines_that_come_while_none_is_answered_are_waited_for() -> None:
    picking = Slow()
    async with choosing(picking=picking, ended=False) as chooser:
        await chooser.press(*"wall", "enter")
        await chooser.until(picking.asked.is_set)
        chooser.stream.write(b"fog\nwall\n")
        await chooser.until(lambda: len(picking) == 2)
        picking.let_go.set()
        await chooser.until(lambda: chooser.app.choice)
    assert chooser.chosen == ["wall"]


async def test_where_no_lines_come_it_says_so() -> None:
    async with choosing() as chooser:
        await chooser.see("No lines came.")
        await chooser.press("enter")
        await chooser.until(lambda: chooser.app.choice)
    assert chooser.chosen == []


async def test_a_query_given_at_the_start_is_answered() -> None:
    async with choosing(*LINES, query="secruity") as chooser:
        await chooser.see("1/4")
        assert chooser.listed == ["security tools"]
        await chooser.press("backspace")
        assert chooser.screen.prompt.value == "secruit"


async def test_tac_turns_the_order_round() -> None:
    async with choosing(*LINES, picking=Picking(Manner(tac=True))) as chooser:
        await chooser.see("4/4")
        assert chooser.listed == list(LINES)[::-1]


async def test_prompt_and_header_are_shown_in_visible_signs() -> None:
    async with choosing(*LINES, prompt="file\x1b> ", header="NAME\tSIZE\nsecond") as chooser:
        assert chooser.lines[0].startswith("file␛> ")
        assert [line.strip() for line in chooser.lines[2:4]] == ["NAME SIZE", "second"]
        assert chooser.lines[4].startswith("▌ the harbour wall")


async def test_what_is_shown_is_printable_and_what_is_chosen_as_it_came() -> None:
    line = "a\x1b[31m red \udcff wall"
    async with choosing(line) as chooser:
        await chooser.press(*"wall")
        await chooser.see("a␛[31m red \\xFF wall")
        await chooser.press("enter")
        await chooser.until(lambda: chooser.app.choice)
    assert chooser.chosen == [line]


async def test_f1_shows_the_keys_and_a_question_mark_is_text() -> None:
    async with choosing(*LINES) as chooser:
        await chooser.press("?")
        assert chooser.screen.prompt.value == "?"
        await chooser.press("f1")
        assert isinstance(chooser.app.screen, HelpScreen)
        assert "IN READER PICK" in chooser.text
        await chooser.press("escape")
        assert isinstance(chooser.app.screen, PickScreen)
        assert chooser.app.is_running


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("columns", [20, 60, 80, 220])
async def test_every_line_fits_whatever_the_width(columns: int, theme: str) -> None:
    wide = "漢字" * 200
    async with choosing(*LINES, wide, "x" * 500, size=(columns, 20), theme=theme) as chooser:
        await chooser.see("6/6")
        assert all(len(line) in range(columns - 110, columns + 1) for line in chooser.lines)
        assert "▌ the harbour wall"[: columns - 2] in chooser.text


async def test_two_clicks_choose() -> None:
    async with choosing(*LINES) as chooser:
        await chooser.see("4/4")
        await chooser.pilot.click(chooser.screen.list, offset=(5, 2), times=2)
        await chooser.until(lambda: chooser.app.choice)
    assert chooser.chosen == ["wall"]
