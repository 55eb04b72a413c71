import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.fold import MAX_WORD, asked, fold, folded_with_origins, spots, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ökonomie CAFÉ", "okonomie cafe"),
        ("Straße Œuvre Łódź", "strasse oeuvre lodz"),
        ("İstanbul \u0131l\u0131k", "istanbul ilik"),
        ("\uff26\uff35\uff2c\uff2c ﬁsh", "full fish"),
        ("\u0645\u064f\u062c\u0627\u0647\u062f", "\u0645\u062c\u0627\u0647\u062f"),
        ("がぎ", "がぎ"),
        ("한국어", "한국어"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_case_and_accents_are_folded_but_vowel_signs_stay(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_spellings_with_and_without_combining_characters_are_one() -> None:
    assert fold("e\u0301") == fold("é")
    assert fold("か\u3099") == fold("が")
    assert fold("\u1112\u1161\u11ab") == fold("한")


def test_words_are_runs_of_letters_and_digits() -> None:
    assert words("Don't e-mail me_2, Mára!") == ["don", "t", "e", "mail", "me", "2", "mara"]
    assert words("हिन्दी भाषा") == ["हिन्दी", "भाषा"]


def test_scripts_without_spaces_are_cut_into_pairs() -> None:
    assert words("iPhone全文检") == ["iphone", "全文", "文检", "检"]
    assert asked("全文检") == ["全文", "文检"]
    assert asked("检") == ["检"]


def test_what_is_asked_for_stands_in_the_words() -> None:
    present = words("海洋与气候变化 in Ökonomie")
    for text in ("气候", "气候变化", "okonomie"):
        start = present.index(asked(text)[0])
        assert present[start : start + len(asked(text))] == asked(text)


def test_endless_words_are_cut() -> None:
    assert words("x" * 500) == ["x" * MAX_WORD]
    assert words("é" * 500) == ["e" * MAX_WORD]


@given(st.text())
def test_words_are_the_same_with_and_without_their_places(text: str) -> None:
    assert words(text) == [spot.word for spot in spots(fold(text))]


@given(st.text())
def test_every_folded_character_comes_from_a_character_of_the_text(text: str) -> None:
    folded, origins = folded_with_origins(text)
    assert len(origins) == len(folded) + 1
    assert [*origins] == sorted(origins)
    assert origins[-1] == len(text)
    assert all(0 <= origin < len(text) for origin in origins[:-1])
    for spot in spots(folded):
        assert 0 <= spot.start < spot.end <= len(folded)
