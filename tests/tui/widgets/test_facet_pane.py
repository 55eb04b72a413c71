import pytest

from reader.library import Library
from reader.model import FacetCount
from reader.tui.look import DARK, Look
from reader.tui.widgets.facet_pane import FacetPane, FacetRow, arranged
from tests.tui.showing import opened


def tags(*names: str) -> list[FacetCount]:
    return [FacetCount("tag", name, 9 - place) for place, name in enumerate(names)]


def test_each_facet_has_a_heading_and_its_values_in_their_order() -> None:
    counts = [FacetCount("site", "b", 5), FacetCount("lang", "en", 7), FacetCount("site", "a", 2)]
    assert arranged(counts) == [
        FacetRow("site", "", 0),
        FacetRow("site", "b", 5),
        FacetRow("site", "a", 2),
        FacetRow("lang", "", 0),
        FacetRow("lang", "en", 7),
    ]


def test_tags_stand_under_their_parents_wherever_they_come_in_the_counts() -> None:
    rows = arranged(tags("todo", "coast/fishing", "coast", "coast/fishing/cod", "sea/deep"))
    assert [(row.value, row.depth) for row in rows[1:]] == [
        ("todo", 0),
        ("coast", 0),
        ("coast/fishing", 1),
        ("coast/fishing/cod", 2),
        ("sea/deep", 0),
    ]


@pytest.mark.parametrize("name", ["/", "a//b", "/a", "a/"])
def test_odd_tags_are_shown_too(name: str) -> None:
    assert FacetRow("tag", name, 9, 0) in arranged(tags(name))


def test_the_cursor_stays_on_its_value_and_passes_over_headings() -> None:
    pane = FacetPane(Look(DARK))
    counts = [*tags("a", "b"), FacetCount("site", "x", 2)]
    pane._rows = arranged(counts)
    pane.cursor = 2
    pane._resized = lambda: None  # type: ignore[method-assign]
    pane.show(counts[1:], frozenset())
    assert pane.row == FacetRow("tag", "b", 8)


async def test_moving_goes_from_value_to_value(library: Library) -> None:
    async with opened(library, (160, 40)) as reader:
        await reader.press("g", "f")
        seen = []
        for key in ("j", "j", "G", "j", "g", "g"):
            await reader.press(key)
            row = reader.screen.facets.row
            assert row is not None
            seen.append(row.value)
        assert seen[:2] == ["sea", "Northlight"]
        assert seen[2] == seen[3] == "markdown"
        assert seen[5] == "letters"


async def test_the_cursor_is_seen_only_where_the_keys_are(library: Library) -> None:
    async with opened(library, (160, 40)) as reader:
        assert not any(line.startswith("▌") for line in reader.lines)
        await reader.press("g", "f")
        assert [line[:9] for line in reader.lines if line.startswith("▌")] == ["▌  letter"]


async def test_a_short_pane_scrolls_with_the_cursor(library: Library) -> None:
    async with opened(library, (160, 12)) as reader:
        await reader.rush("g", "f", "G")
        assert any(line.startswith("▌  markdown") for line in reader.lines)
        await reader.rush("g", "g")
        assert reader.lines[3].startswith(" TAGS")


async def test_without_anything_to_narrow_by_the_pane_says_so(library: Library) -> None:
    async with opened(library, (160, 40)) as reader:
        await reader.rush(*"/qqzzxx")
        assert " nothing to narrow by" in reader.text
