"""Lines that differ only in case, spacing, numbers and dates are one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import fingerprint, fingerprints


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
