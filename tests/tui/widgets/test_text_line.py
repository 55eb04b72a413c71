from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from reader.library import Library
from reader.printable import printable
from reader.tui.widgets.text_line import TextLine, fitted
from reader.tui.wrap import cells
from tests.tui.showing import opened

STYLE = Style()


@given(st.lists(st.text(max_size=20).map(printable), max_size=4), st.integers(0, 60))
def test_runs_never_take_more_cells_than_there_are(texts: list[str], width: int) -> None:
    segments, used = fitted([(text, STYLE) for text in texts], width)
    assert used == sum(cells(segment.text) for segment in segments)
    assert used <= width


def test_what_does_not_fit_is_cut_at_its_end() -> None:
    segments, used = fitted([("tagged 14 ", STYLE), ("documents", STYLE)], 14)
    assert "".join(segment.text for segment in segments) == "tagged 14 doc…"
    assert used == 14


async def test_the_right_half_keeps_its_place_and_the_left_gives_way(library: Library) -> None:
    async with opened(library, (40, 12)) as reader:
        line = reader.screen.top
        line.show([("a collection with a very long name", STYLE)], [("61 documents", STYLE)])
        assert line.render_line(0).text == "a collection with a very l… 61 documents"
        line.show([("short", STYLE)], [("61 documents", STYLE)])
        assert line.render_line(0).text == "short" + " " * 23 + "61 documents"
        assert line.render_line(1).text.strip() == ""


async def test_where_the_left_half_comes_first_the_right_one_is_cut(library: Library) -> None:
    async with opened(library, (40, 12)) as reader:
        line = TextLine(reader.screen.look, right_first=False)
        await reader.screen.mount(line)
        await reader.pilot.pause()
        line.show([("tagged 14 documents", STYLE)], [("Enter keep  ↓ next  Esc back", STYLE)])
        assert line.render_line(0).text == "tagged 14 documents  Enter keep  ↓ next…"


async def test_a_rule_has_joints_and_words(library: Library) -> None:
    async with opened(library, (40, 12)) as reader:
        rule = reader.screen.upper
        rule.meet([10, 90])
        assert rule.render_line(0).text == "─" * 10 + "┬" + "─" * 29
        rule.say([("the sea", STYLE)])
        assert rule.render_line(0).text == "─ the sea " + "┬" + "─" * 29
        rule.say([("x" * 60, STYLE)])
        assert cells(rule.render_line(0).text) == 40
        rule.say([])
        rule.meet([])
        assert rule.render_line(0).text == "─" * 40
