import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.picking.matching.letters import Letters, codes_of, in_words

LINES = st.lists(st.text("abc é漢😀-", max_size=8), min_size=1, max_size=8)
WORD = st.text("abcé漢😀-", min_size=1, max_size=4)


def letters_of(lines: list[str]) -> Letters:
    return Letters(codes_of("\n" + "".join(f"{line}\n" for line in lines)), ord("\n"))


@given(lines=LINES, word=WORD)
def test_places_are_those_that_a_search_finds(lines: list[str], word: str) -> None:
    text = "\n" + "".join(f"{line}\n" for line in lines)
    wanted = [at for at in range(len(text)) if text.startswith(word, at)]
    assert letters_of(lines).places(word).tolist() == wanted


@given(lines=LINES, word=WORD)
def test_it_does_not_matter_what_was_asked_before(lines: list[str], word: str) -> None:
    letters = letters_of(lines)
    for end in range(1, len(word) + 1):
        typed, fresh = letters.in_order(word[:end]), letters_of(lines).in_order(word[:end])
        assert [found.tolist() for found in typed] == [found.tolist() for found in fresh]
        assert letters.places(word[:end]).tolist() == letters_of(lines).places(word[:end]).tolist()


@given(lines=LINES, word=WORD)
def test_a_line_has_letters_in_order_if_one_finds_each_behind_the_last(
    lines: list[str], word: str
) -> None:
    def has(line: str) -> bool:
        rest = iter(line)
        return all(letter in rest for letter in word)

    found, apart = letters_of(lines).in_order(word)
    assert found.tolist() == [row for row, line in enumerate(lines) if has(line)]
    assert (apart >= 0).all()


def test_how_far_letters_are_apart_is_counted_before_their_first_end() -> None:
    letters = letters_of(["a b a-b", "ab", "a--b"])
    lines, apart = letters.in_order("ab")
    assert lines.tolist() == [0, 1, 2]
    assert apart.tolist() == [1, 0, 2]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("abc", np.uint8), ("café", np.uint8), ("漢字", np.uint16), ("😀", np.uint32)],
)
def test_characters_take_no_more_room_than_they_need(text: str, kind: type) -> None:
    codes = codes_of(text)
    assert codes.dtype == kind
    assert codes.tolist() == [ord(letter) for letter in text]


@pytest.mark.parametrize("text", ["a-b c", "é-漢。字", "😀 a"])
def test_letters_and_digits_are_in_words(text: str) -> None:
    assert in_words(codes_of(text)).tolist() == [letter not in "- 。" for letter in text]


def test_the_inner_part_of_a_line_has_no_white_space_around_it() -> None:
    letters = letters_of(["", " \t\u3000ab \r", "", "   ", "c"])
    first, last = letters.inner()
    assert (first - letters.starts).tolist()[1::3] == [3, 0]
    assert (last - first).tolist() == [0, 2, 0, 0, 1]
