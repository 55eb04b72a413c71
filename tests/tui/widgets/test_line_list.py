import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.widgets.line_list import seen, windowed
from reader.tui.wrap import cells
from tests.tui.choosing import choosing


def test_positions_follow_their_characters_into_what_is_shown() -> None:
    shown, positions = seen("\udcffa\x1bb", (1, 3))
    assert [shown[at] for at in positions] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "positions", "room", "wanted"),
    [
        ("short", (0, 1), 10, "short"),
        ("a long line of text", (0, 1), 10, "a long li…"),
        ("a long line of text", (15, 16), 12, "…line of te…"),
        ("x" * 40 + "ab", (40, 41), 10, "…xxxxxxab"),
    ],
)
def test_what_is_lit_is_in_sight(
    text: str, positions: tuple[int, ...], room: int, wanted: str
) -> None:
    shown, lit = windowed(text, positions, room)
    assert shown == wanted
    assert [shown[at] for at in lit] == [text[at] for at in positions]


@given(
    text=st.text("ab漢😀é", max_size=60),
    at=st.sets(st.integers(0, 59), max_size=5),
    room=st.integers(3, 30),
)
def test_a_line_never_takes_more_room_than_there_is(text: str, at: set[int], room: int) -> None:
    positions = sorted(place for place in at if place < len(text))
    shown, lit = windowed(text, positions, room)
    assert cells(shown) <= room
    assert all(place >= 0 for place in lit)


async def test_rows_that_were_marked_can_be_taken_back() -> None:
    async with choosing("one", "two", multi=True) as chooser:
        await chooser.press("tab", "shift+tab", "tab")
        assert list(chooser.screen.list.marked) == [1]


async def test_matched_letters_and_the_cursor_have_colours_of_the_palette() -> None:
    async with choosing("a wall", "walls") as chooser:
        await chooser.press(*"wall")
        await chooser.see("2/2")
        look = chooser.app.look
        (bar, *_), strip = chooser.screen.list.render_line(0), chooser.screen.list.render_line(1)
        assert bar.style is not None
        assert bar.style.bgcolor == look.shaded(look.text).bgcolor
        lit = [segment.text for segment in strip if segment.style and segment.style.underline]
        assert lit == ["wall"]
