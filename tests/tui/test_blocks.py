"""What can be chosen in each view."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import paragraphs
from reader.model import PLAIN, Document, DocumentId, Kind, Label, Line, Markup, Page, Row
from reader.tui.blocks import blocks
from reader.tui.part import View
from reader.tui.setting import parts

TEXTS = [
    ("Home", Label.BOILERPLATE),
    ("News", Label.BOILERPLATE),
    ("", Label.BLANK),
    ("The harbour", Label.TITLE),
    ("By Ann Smith", Label.BYLINE),
    ("", Label.BLANK),
    ("The old wall was built by hand more than a century ago,", Label.BODY),
    ("and nobody knows by whom, or what it was to keep away.", Label.BODY),
    ("", Label.BLANK),
    ("Share", Label.BOILERPLATE),
    ("", Label.BLANK),
    ("Tweet", Label.BOILERPLATE),
    ("The end.", Label.BODY),
]


def page(lines: list[tuple[str, Label]], *markup: Markup) -> Page:
    found = tuple(Line(text, label, "menu" * (label == "boilerplate")) for text, label in lines)
    marks = markup or (PLAIN,) * len(found)
    title = next((text for text, label in lines if label is Label.TITLE), "name")
    document = Document(Row(1), DocumentId("1"), "a.txt", title)
    return Page(document, found, marks, paragraphs(found, marks))


def chosen(shown: Page, view: View, *opened: int) -> list[tuple[int, ...]]:
    return [block.lines for block in blocks(parts(shown, view, opened), shown, view)]


def test_the_clean_view_has_paragraphs_and_folds() -> None:
    assert chosen(page(TEXTS), View.CLEAN) == [(3,), (0, 1), (6,), (7,), (9, 11), (12,)]


def test_a_fold_that_stands_open_can_be_chosen_whole_or_by_its_lines() -> None:
    shown = page(TEXTS)
    found = blocks(parts(shown, View.CLEAN, [0]), shown, View.CLEAN)
    assert [block.lines for block in found][1:4] == [(0, 1), (0,), (1,)]
    whole, first, second = found[1:4]
    assert (whole.start, whole.end) == (first.start - 1, second.end)


def test_the_dimmed_view_has_paragraphs_and_single_lines_of_what_is_set_aside() -> None:
    found = chosen(page(TEXTS), View.DIMMED)
    assert found[:4] == [(0,), (1,), (3,), (4,)]
    assert found[-3:] == [(9,), (11,), (12,)]


def test_the_raw_view_has_every_line_by_itself() -> None:
    written = [(n,) for n, (text, _) in enumerate(TEXTS) if text]
    assert chosen(page(TEXTS), View.RAW) == written


def test_a_wrapped_paragraph_is_one_block_but_in_the_raw_view() -> None:
    wrapped = [
        "The Harbour Board said on Monday that dredging would be finished before",
        "the herring boats come back in June, and that the quay would be open to",
        "walkers on the weekends while the barges are moored at the eastern end",
        "of it, as they were when the basin was last deepened many years before.",
        "That is all there is to be said about it for the time being, he added.",
    ]
    shown = page([(text, Label.BODY) for text in wrapped])
    assert chosen(shown, View.CLEAN)[-1][-1] == 4
    assert chosen(shown, View.CLEAN) == chosen(shown, View.DIMMED)
    assert len(chosen(shown, View.CLEAN)[0]) > 1
    assert len(chosen(shown, View.RAW)) == 5


@pytest.mark.parametrize("view", View)
def test_a_title_that_no_line_says_and_a_page_without_lines_have_nothing_to_choose(
    view: View,
) -> None:
    assert chosen(page([]), view) == []
    assert chosen(page([("", Label.BLANK)]), view) == []
    assert chosen(page([("a", Label.BODY)]), view) == [(0,)]


LINES = st.lists(
    st.tuples(st.sampled_from(["", "one", "two words", "• three"]), st.sampled_from(Label)),
    max_size=14,
).map(
    lambda lines: [
        (text, (Label.BODY if label is Label.BLANK else label) if text else Label.BLANK)
        for text, label in lines
    ]
)


@given(LINES, st.sampled_from(View), st.booleans(), st.sampled_from(Kind))
def test_blocks_are_in_order_hold_text_and_stand_where_it_is_shown(
    lines: list[tuple[str, Label]], view: View, opening: bool, kind: Kind
) -> None:
    shown = page(lines, *[Markup(kind)] * len(lines))
    opened = range(len(lines)) if opening else ()
    set_ = parts(shown, view, opened)
    found = blocks(set_, shown, view)
    assert [block.start for block in found] == sorted({block.start for block in found})
    for block in found:
        assert block.lines == tuple(sorted(set(block.lines)))
        assert block.lines
        assert all(shown.lines[n].text.strip() for n in block.lines)
        assert 0 <= block.start <= block.end < len(set_)
        labels = {shown.lines[n].label for n in block.lines}
        assert labels == {Label.BOILERPLATE} or Label.BOILERPLATE not in labels
        assert any(set_[block.start].first <= n <= set_[block.end].last for n in block.lines)
    written = {n for n, (text, _) in enumerate(lines) if text}
    if view is not View.CLEAN:
        assert {n for block in found for n in block.lines} == written
        assert sum(len(block.lines) for block in found) == len(written)
    else:
        aside = {n for n, (_, label) in enumerate(lines) if label is Label.BOILERPLATE}
        assert aside <= {n for block in found for n in block.lines}
