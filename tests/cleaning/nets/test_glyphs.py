# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.nets import glyphs as module
from reader.cleaning.nets.glyphs import glyphs

texts = st.lists(
    st.text(st.characters(exclude_characters="\n", exclude_categories=()), min_size=1), min_size=1
)


def classes(text: str) -> list[int]:
    return list(map(int, glyphs([text]).classes[:-1]))


@pytest.mark.parametrize(
    ("characters", "kind"),
    [
        ("azéßжλ", module.LOWER),
        ("AZÉЖ", module.UPPER),
        ("אبकক", module.OTHER),
        ("日本かナไ", module.UNSPACED),
        ("09٣৫", module.DIGIT),
        (".!?。؟।", module.STOP),
        (" \t\u3000", module.SPACE),
        ("|›»", None),
    ],
)
def test_every_script_has_its_classes(characters: str, kind: int | None) -> None:
    wanted = [module.SEPARATOR, module.SEPARATOR, module.QUOTE] if kind is None else kind
    assert classes(characters) == (wanted if kind is None else [kind] * len(characters))


def test_words_are_equal_whatever_their_case_and_digits() -> None:
    one, other = glyphs(["Posted 3 May 2021"]), glyphs(["posted 7 MAY 1998"])
    assert one.words.tolist() == other.words.tolist()
    assert len(set(one.words.tolist())) == 4


def test_words_know_their_text() -> None:
    seen = glyphs(["two words", "…", "and one"])
    assert seen.word_text.tolist() == [0, 0, 2, 2]
    assert seen.word_lengths.tolist() == [3, 5, 3, 3]


def test_scripts_without_spaces_have_a_word_for_each_pair() -> None:
    seen = glyphs(["日本語", "日本"])
    assert len(seen.words) == 5
    assert seen.words[0] == seen.words[3]  # 日本
    assert seen.words[1] != seen.words[4]  # 本語 and 本 alone


@given(texts)
def test_texts_stay_apart_and_whole(some: list[str]) -> None:
    seen = glyphs(some)
    assert (seen.ends - seen.starts).tolist() == [len(text) for text in some]
    assert np.all(seen.classes[seen.ends] == module.END)
    assert np.all(np.diff(seen.word_starts) > 0)
    assert np.all(seen.word_starts + seen.word_lengths <= seen.ends[seen.word_text])


@given(st.text("ab1é", min_size=1, max_size=200))
def test_a_word_is_its_letters_times_powers_of_a_prime(word: str) -> None:
    codes = [48 if letter == "1" else ord(letter) for letter in word]
    powers = [pow(0x01000193, min(place, 63), 1 << 32) for place in range(len(word))]
    total = sum(code * power for code, power in zip(codes, powers, strict=True)) % (1 << 32)
    hashed = module.mixed(np.array([total], np.uint32))
    assert glyphs(["xyz", word]).words.tolist()[1:] == hashed.tolist()
