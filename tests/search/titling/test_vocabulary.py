import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.titling.vocabulary import (
    EXACT,
    INSIDE,
    NO_VOWELS,
    PREFIX,
    TYPO,
    Vocabulary,
)


def built(*ours: str) -> Vocabulary:
    return Vocabulary.build(sorted({word.encode() for word in ours}))


def meant(typed: str, *ours: str, last: bool = True) -> dict[str, float]:
    vocabulary = built(*ours)
    found = vocabulary.meant(typed, last=last)
    begun = dict.fromkeys(range(found.low, found.high), PREFIX)
    begun |= dict(zip(found.numbers.tolist(), found.sure.tolist(), strict=True))
    return {vocabulary[number].decode(): sure for number, sure in begun.items()}


def test_the_word_itself_is_surest_then_words_it_begins_then_misspellings() -> None:
    found = meant("harbour", "harbour", "harbours", "harbou", "arbour", "unharboured", "zebra")
    assert found["harbour"] == EXACT
    assert EXACT > found["harbours"] > PREFIX > found["arbour"] > 0
    assert not {"unharboured", "zebra"} & found.keys()


def test_one_edit_of_any_kind_is_forgiven() -> None:
    for typed in ("harbur", "hrabour", "harbuour", "karbour", "harboru"):
        assert meant(typed, "harbour")["harbour"] >= round(TYPO, 2) - 0.01


def test_two_edits_are_forgiven_in_longer_words_only() -> None:
    assert meant("fogret", "forgot")
    assert not meant("cxtx", "coat")


def test_a_misspelt_beginning_of_the_word_being_typed_is_understood() -> None:
    assert meant("lihgth", "lighthouses")
    assert meant("lihgt", "lighthouses", last=True)
    assert meant("habro", "harbourmaster", last=True)
    assert not meant("habro", "harbourmaster", last=False)


def test_spellings_that_sound_alike_are_understood() -> None:
    assert meant("mojahedin", "mujahideen")
    assert {"usama", "oussama"} <= meant("osama", "usama", "oussama", "zebra").keys()


def test_words_typed_without_vowels_are_understood_better_than_other_ones() -> None:
    found = meant("hrbr", "harbour", "harbours", "hrbx")
    assert round(found["harbour"], 2) == NO_VOWELS
    assert found["harbour"] > found.get("hrbx", 0)


def test_what_a_word_begins_with_counts_less_before_the_last_one() -> None:
    assert meant("harb", "harbour", last=False)["harbour"] < meant("harb", "harbour")["harbour"]


def test_words_inside_others_are_found_when_asked_for() -> None:
    vocabulary = built("unharboured", "harbour", "boat", "bourhar")
    found = vocabulary.inside("harbour")
    assert [*vocabulary.words(found.numbers)] == [b"unharboured"]
    assert found.sure.tolist() == pytest.approx([INSIDE])
    assert not len(vocabulary.inside("har").numbers)


def test_a_word_is_known_by_its_number_and_words_that_begin_alike_are_neighbours() -> None:
    vocabulary = built("boat", "har", "harbour", "海")
    assert [vocabulary.number(word) for word in (b"boat", b"har", b"harbour")] == [0, 1, 2]
    assert vocabulary.number(b"ha") == -1
    assert vocabulary.beginning(b"ha") == (1, 3)
    assert vocabulary.first_bytes(2).tolist()[:2] == [[*b"bo"], [*b"ha"]]


def test_short_words_are_not_taken_for_others_with_the_same_letters() -> None:
    pairs = (
        ("stop", "pots"),
        ("live", "evil"),
        ("angel", "glean"),
        ("jjj", "ii"),
        ("palm", "lamp"),
    )
    for typed, other in pairs:
        assert meant(typed, other) == {}, typed


def test_numbers_and_single_letters_are_never_guessed() -> None:
    assert not meant("2021", "2020", "2012")
    assert not meant("ab", "ac", "b")
    assert meant("1harbour", "harbour") == {}
    assert [*meant("harbour", "1harbour", "harbou", "0arbour")] == ["harbou"]


def test_characters_of_scripts_without_spaces_are_never_guessed() -> None:
    assert meant("气候", "气候", "气象") == {"气候": EXACT}


def test_an_empty_vocabulary_means_nothing() -> None:
    assert meant("harbour") == {}
    assert built().number(b"x") == -1
    assert not len(built().inside("harbour").numbers)


@given(st.text(st.sampled_from("aábc海1"), min_size=1), st.lists(st.text("abc海1", min_size=1)))
def test_sureness_is_a_share_and_the_word_itself_is_always_meant(
    typed: str, ours: list[str]
) -> None:
    found = meant(typed, typed, *ours)
    assert found[typed] == EXACT
    assert all(0 < how <= EXACT for how in found.values())
