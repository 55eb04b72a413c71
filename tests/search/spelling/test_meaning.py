from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from reader.search.spelling.lexicon import Lexicon
from reader.search.spelling.meaning import (
    FORM,
    MISSPELT_RARE,
    MOST_MISSPELT,
    Meant,
    Spelling,
)


def spelling(**often: int) -> Spelling:
    return Spelling([Lexicon.build(often)], Counter(often).__getitem__, 1000, ["en"])


def words(meant: Meant) -> list[str]:
    return [each.word for each in meant.misspelt]


def test_an_unknown_word_stands_for_those_it_may_be_a_misspelling_of() -> None:
    meant = spelling(harbour=40, mojahedin=3, mujahideen=9, zebra=50).meant("mujahedin")
    assert words(meant) == ["mojahedin", "mujahideen"]
    assert not meant.known
    first, second = (each.weight for each in meant.misspelt)
    assert 1 == first > second > 0


def test_a_word_that_texts_have_is_not_misspelt() -> None:
    meant = spelling(form=400, farm=900, forms=3).meant("form")
    assert meant.known
    assert not meant.misspelt
    assert [each.word for each in meant.forms] == ["forms"]


def test_a_fuzzy_word_is_misspelt_however_many_texts_have_it() -> None:
    known = spelling(form=400, farm=2)
    assert words(known.meant("form", fuzzy=True)) == ["farm"]
    assert words(known.meant("form")) == []


def test_a_rare_word_may_be_a_misspelling_of_a_far_more_frequent_one() -> None:
    meant = spelling(kernal=2, kernel=300, kernals=1).meant("kernal")
    assert words(meant) == ["kernel"]
    assert meant.misspelt[0].weight <= MISSPELT_RARE
    assert words(spelling(kernal=2, kernel=19).meant("kernal")) == []


def test_a_word_that_many_texts_have_is_no_misspelling_but_may_be_told_to_be_a_slip() -> None:
    meant = spelling(libary=9, library=900).meant("libary")
    assert meant == Meant(rather="library")
    assert not spelling(libary=9, library=899).meant("libary").rather
    assert spelling(libary=9, library=900).meant("library") == Meant()
    assert not spelling(libary=9, library=900).meant("libary", fuzzy=True).rather


def test_a_word_that_no_text_has_is_no_slip() -> None:
    assert spelling(libary=9, library=900).rather("libary") == "library"
    assert spelling(library=900).rather("libary") == ""


def test_forms_and_what_texts_have_no_more_are_not_what_was_meant() -> None:
    meant = spelling(traveling=5, travelling=600).meant("traveling")
    assert ([each.word for each in meant.forms], meant.rather) == (["travelling"], "")
    old = Lexicon.build({"libary": 9, "library": 900})
    assert (
        not Spelling([old], Counter(libary=9, library=9).__getitem__, 1000).meant("libary").rather
    )


def test_of_two_words_that_may_have_been_meant_the_more_frequent_one_is_told() -> None:
    assert (
        spelling(detction=3, detection=400, dextction=300).meant("detction").rather == "detection"
    )


def test_a_form_counts_less_than_the_word_and_a_rare_one_no_more_for_being_rare() -> None:
    forms = spelling(harbour=500, harbours=2, harbouring=400).meant("harbour").forms
    weights = {each.word: each.weight for each in forms}
    assert weights["harbours"] < weights["harbouring"] <= FORM


def test_an_unknown_form_of_a_frequent_word_is_not_misspelt() -> None:
    meant = spelling(harbour=500, harbored=90).meant("harboured")
    assert [each.word for each in meant.forms] == ["harbour"]
    assert not meant.misspelt


def test_words_that_no_text_has_any_more_are_not_meant() -> None:
    old = Lexicon.build({"harbour": 5, "harbor": 5})
    assert words(Spelling([old], Counter(harbor=1).__getitem__, 100).meant("harbur")) == ["harbor"]


def test_words_that_came_since_are_meant_as_well() -> None:
    parts = [Lexicon.build({"harbour": 5}), Lexicon.build({"harbor": 1})]
    found = Spelling(parts, Counter(harbour=5, harbor=4).__getitem__, 100)
    assert {*words(found.meant("harbur"))} == {"harbour", "harbor"}


def test_numbers_and_words_without_spaces_stand_for_themselves() -> None:
    found = spelling(sea=4)
    assert found.meant("1998") == found.meant("北京") == found.meant("it") == Meant()


NAMES = st.dictionaries(st.text("abde", min_size=3, max_size=7), st.integers(1, 50), max_size=40)


@given(NAMES, st.text("abde", min_size=3, max_size=7))
def test_few_are_meant_each_weighs_something_and_none_is_the_word_itself(
    often: dict[str, int], typed: str
) -> None:
    meant = spelling(**often).meant(typed)
    others = [*words(meant), *(each.word for each in meant.forms)]
    assert len(words(meant)) <= MOST_MISSPELT
    assert typed not in others
    assert len({*others}) == len(others)
    assert {*others} <= often.keys()
    assert all(0 < each.weight <= 1 for each in (*meant.misspelt, *meant.forms))


@given(NAMES, st.text("abde", min_size=3, max_size=7), st.integers(0, 40))
def test_what_is_meant_does_not_depend_on_which_words_came_since(
    often: dict[str, int], typed: str, first: int
) -> None:
    counts = Counter(often)
    some = dict([*often.items()][:first])
    rest = {word: 1 for word in often if word not in some}
    parts = [Lexicon.build({**some, "abded": 3}), Lexicon.build(rest)]
    later = Spelling(parts, counts.__getitem__, 1000, ["en"])
    assert later.meant(typed) == spelling(**often).meant(typed)
