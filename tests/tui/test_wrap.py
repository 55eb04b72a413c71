from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.printable import printable
from reader.tui.wrap import beyond, cells, cut, upto, wrap, wrap_lines

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
ACCENT = "e\u0301"
SPACED_MARK = " \u0301"  # a mark that stands alone
PIECES = [
    "a",
    "bc",
    "defghij",
    " ",
    "  ",
    "é",
    ACCENT,
    FAMILY,
    "漢字",
    "、",
    "ไทย",
    "—",
    "אב",
    "☃",
    SPACED_MARK,
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
WIDTHS = st.integers(min_value=2, max_value=30)


@given(TEXTS, WIDTHS)
def test_rows_are_in_order_and_nothing_is_lost_between_them_but_single_spaces(
    text: str, width: int
) -> None:
    rows = wrap(text, width)
    assert rows[0][0] == 0
    assert text[rows[-1][1] :] in ("", " ")
    for (_, end), (start, _) in pairwise(rows):
        assert text[end:start] in ("", " ")


@given(TEXTS, WIDTHS)
def test_no_row_is_wider_than_it_may_be(text: str, width: int) -> None:
    assert all(cell_len(text[start:end]) <= width for start, end in wrap(text, width))


@given(TEXTS, WIDTHS)
def test_a_row_never_begins_inside_a_letter(text: str, width: int) -> None:
    for start, end in wrap(text, width)[1:]:
        assert text[start:end][:1] not in ("\u0301", "\u200d")
        assert text[start - 1] != "\u200d"


@given(TEXTS, WIDTHS)
def test_every_row_but_the_last_shows_something(text: str, width: int) -> None:
    assert all(
        end > start or text[start : start + 1] == " " for start, end in wrap(text, width)[:-1]
    )


def test_words_stay_whole_where_they_fit() -> None:
    text = "the harbour that forgot the sea"
    assert [text[a:b] for a, b in wrap(text, 12)] == ["the harbour", "that forgot", "the sea"]


def test_a_word_that_fits_nowhere_is_cut() -> None:
    assert wrap("abcdefgh", 3) == [(0, 3), (3, 6), (6, 8)]


def test_text_without_spaces_breaks_between_any_two_wide_characters() -> None:
    text = "潮位表は船乗りに高潮の時刻を告げる"
    assert [cells(text[a:b]) for a, b in wrap(text, 10)] == [10, 10, 10, 4]


def test_latin_words_among_wide_characters_stay_whole() -> None:
    text = "潮位 harbour 表は船"
    assert "harbour" in [text[a:b].strip() for a, b in wrap(text, 8)]
    text = "漢字harbour字"
    assert [text[a:b] for a, b in wrap(text, 8)] == ["漢字", "harbour", "字"]


def test_an_empty_text_is_one_empty_row() -> None:
    assert wrap("", 10) == [(0, 0)]


@pytest.mark.parametrize("width", [0, 1])
def test_no_width_is_too_small_to_end(width: int) -> None:
    for text in ("abc", "漢字", FAMILY + "a", ACCENT * 3):
        rows = wrap(text, width)
        assert "".join(text[start:end] for start, end in rows) == text


def test_a_line_of_a_megabyte_is_one_pass() -> None:
    text = "word " * 200_000
    rows = wrap(text, 72)
    assert rows[-1][1] == len(text)
    assert all(end - start <= 72 for start, end in rows)


@given(TEXTS, st.integers(min_value=0, max_value=30))
def test_what_is_cut_fits_and_says_that_something_is_missing(text: str, width: int) -> None:
    shown = cut(text, width)
    assert cells(shown) <= width
    if shown != text and width:
        assert shown.endswith("…")
        assert text.startswith(shown[:-1])


@given(TEXTS, st.integers(min_value=0, max_value=30))
def test_a_text_is_cut_at_a_column_before_or_behind_the_letter_there(text: str, width: int) -> None:
    before, behind = upto(text, width), beyond(text, width)
    assert cells(text[:before]) <= width
    assert cells(text[:behind]) >= min(width, cells(text))
    assert before <= behind
    assert all(text[at : at + 1] not in ("\u0301", "\u200d") for at in (before, behind) if at)


@given(st.text(max_size=30).map(printable))
def test_cells_are_counted_as_the_terminal_does(text: str) -> None:
    assert cells(text) == cell_len(text)


@given(st.lists(st.text("ab 海e\u0301", max_size=30), min_size=1), st.integers(1, 20))
def test_lines_are_wrapped_each_for_itself(lines: list[str], width: int) -> None:
    text = "\n".join(lines)
    rows = [text[start:end] for start, end in wrap_lines(f"{text}\n", width)]
    assert rows == [line[a:b] for line in lines for a, b in wrap(line, width)]
