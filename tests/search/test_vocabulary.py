from hypothesis import given
from hypothesis import strategies as st

from reader.search.vocabulary import EXACT, PREFIX, TYPO, Vocabulary, skeleton


def meant(typed: str, *ours: str, last: bool = True) -> dict[str, float]:
    vocabulary = Vocabulary(ours)
    sure = vocabulary.meant(typed, last=last).tolist()
    return {word: how for word, how in zip(vocabulary.words, sure, strict=True) if how}


def test_the_word_itself_is_surest_then_words_it_begins_then_misspellings() -> None:
    found = meant("harbour", "harbour", "harbours", "harbou", "arbour", "unharboured", "zebra")
    assert found["harbour"] == EXACT
    assert EXACT > found["harbours"] > PREFIX > found["arbour"] > 0
    assert found["unharboured"] > 0
    assert "zebra" not in found


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


def test_spellings_that_sound_alike_share_a_skeleton() -> None:
    assert skeleton("mojahedin") == skeleton("mujahideen")
    assert skeleton("harbour") == skeleton("harbor")
    assert meant("mojahedin", "mujahideen")


def test_numbers_and_single_letters_are_never_guessed() -> None:
    assert not meant("2021", "2020", "2012")
    assert not meant("ab", "ac", "b")


def test_characters_of_scripts_without_spaces_are_never_guessed() -> None:
    assert meant("气候", "气候", "气象") == {"气候": EXACT}


def test_an_empty_vocabulary_means_nothing() -> None:
    assert meant("harbour") == {}
    assert Vocabulary([]).number("x") is None


@given(st.text(st.sampled_from("aábc海1"), min_size=1), st.lists(st.text("abc海1", min_size=1)))
def test_sureness_is_a_share_and_the_word_itself_is_always_meant(
    typed: str, ours: list[str]
) -> None:
    found = meant(typed, typed, *ours)
    assert found[typed] == EXACT
    assert all(0 < how <= EXACT for how in found.values())
