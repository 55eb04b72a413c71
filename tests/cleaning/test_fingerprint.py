"""Lines that differ only in case, spacing, numbers and dates are one line."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import fingerprint, fingerprints
from reader.cleaning.fingerprint import counter, normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Read more", "  READ   more "),
        ("12 comments", "3 comments"),
        ("Published 3 May 2021", "Published 13 February 2020"),
        ("Updated: Monday, May 3, 2021", "Updated: Friday, December 24, 2021"),
        ("Stand: 3. Mai 2021, 10:15 Uhr", "Stand: 24. Dezember 2022, 08:00 Uhr"),
        ("Page 1 of 9", "Page 2 of 11"),
        ("2021-05-03", "2020-02-13"),
    ],
)
def test_case_spacing_numbers_and_dates_make_no_difference(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Read more", "Read less"),
        ("The market is open", "The mar is open"),
        ("May I come in", "I come in"),
        ("marketing 5", "Martin 5"),
    ],
)
def test_words_make_a_difference(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


@given(st.text())
def test_a_fingerprint_fits_in_64_signed_bits(line: str) -> None:
    assert -(2**63) <= fingerprint(line) < 2**63


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_case_and_outer_space_never_matter(line: str) -> None:
    assert fingerprint(line) == fingerprint(f"  {line.upper()}\t")


def test_blank_lines_have_none_and_each_line_has_one() -> None:
    assert fingerprints(["", "a", "  ", "b", "A"]) == (fingerprint("a"), fingerprint("b"))


WORDS = st.sampled_from(["Menu", "May", "3rd,", "of", "12", "#", "tide", "x" * 90, " " * 90, "7.5"])
LINES = st.lists(st.lists(WORDS, min_size=1).map(" ".join).filter(str.strip), min_size=1)


@given(LINES, st.data())
def test_a_counter_finds_what_the_fingerprint_finds(lines: list[str], data: st.DataObject) -> None:
    numbers = st.sampled_from(sorted(set(map(fingerprint, lines))))
    counts = dict.fromkeys(data.draw(st.sets(numbers)), 2)
    count = counter(lines, counts)
    assert [count(line) for line in lines] == [counts.get(fingerprint(line), 0) for line in lines]


@given(LINES)
def test_a_number_takes_the_date_around_it_along(lines: list[str]) -> None:
    for line in (line for line in lines if any(map(str.isdigit, line))):
        words = normal(line).split()
        for before, word in pairwise(words):
            assert "#" not in (before, word) or not {before, word} & {"may", "3rd,"}
            assert (before, word) != ("#", "#")
