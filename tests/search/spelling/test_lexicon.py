import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from reader.search.spelling.lexicon import KEPT, Lexicon, spelt


def near(word: str, *ours: str) -> dict[str, int]:
    found = Lexicon.build(dict.fromkeys(ours, 1)).near(word)
    return {each.word: each.edits for each in found}


def test_numbers_pairs_of_letters_and_what_is_no_word_stand_for_nothing() -> None:
    assert not any(map(spelt, ("1998", "mp3", "北京", "กา", "it", "x" * 60)))
    assert all(map(spelt, ("sea", "море", "बाज़ार", "straße")))
    assert len(Lexicon.build({"1998": 3, "北京": 3, "sea": 2})) == 1


def test_one_edit_is_near_to_short_words_two_to_longer_ones() -> None:
    assert near("coat", "coast", "cast", "boat", "boats") == {"coast": 1, "boat": 1}
    assert near("harbuor", "harbour", "harbor", "arbor") == {"harbour": 1, "harbor": 1}
    assert near("lihgthuose", "lighthouse") == {"lighthouse": 2}


def test_spellings_of_one_name_are_near_up_to_four_edits() -> None:
    assert near("mojahedin", "mujahideen", "mujahidin", "madrid") == {
        "mujahideen": 4,
        "mujahidin": 2,
    }
    assert near("osama", "usama", "exam") == {"usama": 1}


def test_another_script_is_compared_letter_by_letter() -> None:
    assert near("гарбач", "горбач") == {"горбач": 1}


def test_a_word_is_not_near_to_itself_and_nothing_is_near_to_an_empty_lexicon() -> None:
    assert near("harbour", "harbour") == {}
    assert near("harbour") == {}


def test_of_many_words_the_nearest_and_of_these_the_most_frequent_are_kept() -> None:
    letters = "bcdfgjklmnpqrstvwxz"
    counts = {f"seaweed{one}{two}": 1 for one in letters for two in letters}
    counts |= {"seaweedn": 1, "seaweedzz": 9}
    found = {each.word for each in Lexicon.build(counts).near("seaweed") if not each.alike}
    assert len(found) == KEPT
    assert {"seaweedn", "seaweedzz"} <= found


def test_words_are_listed_by_their_beginning_and_length() -> None:
    lexicon = Lexicon.build(dict.fromkeys(("sea", "seas", "seaside", "se", "shore"), 1))
    assert [*lexicon.beginning("sea", 4)] == ["sea", "seas"]
    assert [*lexicon.beginning("x", 4)] == []


WORD = st.text("abeou", min_size=3, max_size=9)


@given(WORD, st.sets(WORD, max_size=12))
def test_every_word_within_the_edits_is_found_but_where_its_first_letter_differs(
    word: str, ours: set[str]
) -> None:
    most = 2 if len(word) >= 5 else 1
    found = near(word, *ours)
    for other in ours:
        edits = OSA.distance(word, other)
        if 0 < edits <= most and other[0] == word[0]:
            assert found[other] == edits
    assert all(found[other] == OSA.distance(word, other) for other in found)


@pytest.mark.parametrize("word", ["mujahedin", "harbor"])
def test_the_order_of_the_words_changes_nothing(word: str) -> None:
    counts = {"mujahideen": 2, "mojahedin": 2, "harbour": 7, "arbor": 1}
    assert (
        Lexicon.build(counts).near(word)
        == Lexicon.build(dict(reversed(counts.items()))).near(word)
        != []
    )


def test_frequent_words_are_those_that_so_many_texts_had() -> None:
    lexicon = Lexicon.build({"sea": 9, "harbour": 300, "море": 10, "quay": 1})
    assert lexicon.frequent(9.5) == ["harbour", "море"]
    assert [*lexicon] == ["harbour", "quay", "sea", "море"]
