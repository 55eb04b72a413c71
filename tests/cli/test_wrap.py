from hypothesis import given
from hypothesis import strategies as st

from reader.cli.wrap import cells, wrapped

text = st.text(st.sampled_from("ab  \n漢字é…-"))


def test_words_are_broken_at_the_width() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]


def test_all_lines_but_the_first_are_indented() -> None:
    assert wrapped("- one two three", 7, "  ") == ["- one", "  two", "  three"]


def test_a_word_that_is_too_long_stays_whole() -> None:
    assert wrapped("see https://example.org/long now", 10) == [
        "see",
        "https://example.org/long",
        "now",
    ]


def test_wide_characters_take_two_cells_and_break_anywhere() -> None:
    assert cells("漢字") == 4
    assert wrapped("漢字漢字", 5) == ["漢字", "漢字"]


def test_combining_marks_take_no_cell() -> None:
    assert cells("e\u0301") == 1


def test_no_text_is_one_empty_line() -> None:
    assert wrapped("", 10) == [""]


@given(text, st.integers(1, 20))
def test_wrapping_loses_nothing_but_blanks(written: str, width: int) -> None:
    assert "".join("".join(wrapped(written, width)).split()) == "".join(written.split())


@given(text, st.integers(2, 20))
def test_a_line_is_too_wide_only_if_it_is_one_word(written: str, width: int) -> None:
    for line in wrapped(written, width):
        assert cells(line) <= width or " " not in line
