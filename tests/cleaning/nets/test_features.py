import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.nets.features import BUCKETS, Features, features
from reader.cleaning.repetition import ALONE
from reader.cleaning.units import units
from reader.sources import parse_text

SENTENCE = "The keeper wrote home every week, and his sister kept every letter he sent her."


def of(text: str) -> Features:
    return features(units(parse_text(text), ALONE))


def test_there_is_a_row_for_each_unit() -> None:
    seen = of(f"Home\n\nNews | Sport\n\n{SENTENCE}\n")
    assert len(seen.numbers) == len(seen.words) == len(seen.first) == 3
    assert seen.words.tolist() == [1, 2, 15]


def test_words_are_looked_up_at_both_ends_of_a_long_unit() -> None:
    middle = " ".join(f"word{letter}" for letter in "abcdefghij")
    one, other = (of(f"{SENTENCE} {mid} {SENTENCE}") for mid in (middle, middle.upper() + " more"))
    assert one.buckets.tolist() == other.buckets.tolist()


def test_what_is_said_again_is_seen_at_its_copies() -> None:
    seen = of("Share this\n\nA line\n\nShare this")
    again = np.flatnonzero((seen.numbers[0] == seen.numbers[2]) & (seen.numbers[0] == 1))
    assert any(seen.numbers[1][column] == 0 for column in again)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_has_finite_features(text: str) -> None:
    found = units(parse_text(text), ALONE)
    if found:
        seen = features(found)
        assert np.all(np.isfinite(seen.numbers))
        assert np.all(np.diff(seen.first) >= 0)
        assert np.all((seen.buckets >= 0) & (seen.buckets < BUCKETS))
