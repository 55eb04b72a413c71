import pytest

from reader.search.picking.matching.letters import Letters, codes_of
from reader.search.picking.matching.words import FAR, Words


def words_of(*lines: str) -> tuple[Letters, Words]:
    letters = Letters(codes_of("\n" + "".join(f"{line}\n" for line in lines)), ord("\n"))
    return letters, Words(letters, ord("\n"))


@pytest.mark.parametrize(
    ("typed", "last", "near"),
    [
        ("kernel", False, True),
        ("kenrel", False, True),
        ("kermel", False, True),
        ("krnel", False, True),
        ("ker", False, False),
        ("kernr", True, True),
        ("orange", False, False),
        ("ke", True, False),
    ],
)
def test_a_line_is_near_if_one_of_its_words_may_be_meant(
    typed: str, last: bool, near: bool
) -> None:
    _, words = words_of("the kernel", "an apple", "")
    assert (words.near(typed, last=last) != FAR).tolist() == [near, False, False]


def test_what_differs_less_is_nearer() -> None:
    _, words = words_of("kernel", "kermal", "karmel")
    near = words.near("kernel", last=False).tolist()
    assert near[0] == 0
    assert near[0] < near[1] < FAR


def test_initials_are_the_first_letters_of_all_words_of_a_line() -> None:
    _, words = words_of("dynamic kernel module", "a b-c", "")
    initials = words.initials
    assert len(initials) == 3
    assert initials.lines(initials.places("dkm")).tolist() == [0]
    assert initials.lines(initials.places("abc")).tolist() == [1]
    assert not len(initials.places("ma"))


@pytest.mark.parametrize("line", ["", "-- ..", "ab", "漢字かな", "😀😀😀"])
def test_lines_of_any_kind_can_be_asked(line: str) -> None:
    _, words = words_of(line)
    assert words.near("kernel", last=True).tolist() == [FAR]
