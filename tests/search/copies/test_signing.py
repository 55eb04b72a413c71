import random

from hypothesis import given
from hypothesis import strategies as st

from reader.search.copies.resembling import resemblance, runs
from reader.search.copies.signing import FEWEST, RUN, SIGNS, signature

WORDS = st.lists(st.sampled_from("abcdefghij"), min_size=FEWEST, max_size=120)
KNOWN = "c85b551f5c2193c9"
"""The first bytes of the signature below. Where they differ, all catalogues must be made again:
raise the version of their schema."""


def test_signatures_are_what_catalogues_hold() -> None:
    assert signature([f"w{number}" for number in range(100)])[:8].hex() == KNOWN


def test_a_text_of_few_words_has_none() -> None:
    assert signature(["a"] * (FEWEST - 1)) == b""
    assert signature(["海洋"] * FEWEST) != b""


@given(WORDS)
def test_a_signature_has_so_many_bytes_and_depends_on_the_words_alone(words: list[str]) -> None:
    assert len(signature(words)) == SIGNS
    assert signature(words) == signature(list(words))


def test_bytes_in_common_tell_how_much_texts_resemble_each_other() -> None:
    chance = random.Random(1)
    for kept in (1.0, 0.9, 0.6, 0.3, 0.0):
        one = [f"w{chance.randrange(5_000)}" for _ in range(1_000)]
        cut = round(kept * len(one))
        other = one[:cut] + [f"w{chance.randrange(5_000)}" for _ in range(len(one) - cut)]
        same = sum(a == b for a, b in zip(signature(one), signature(other), strict=True))
        assert abs(same / SIGNS - resemblance(runs(one), runs(other))) < 0.2
    assert RUN > 1
