import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.spelling.inflection import CERTAIN, PARADIGMS, certain, one_word, shared


@pytest.mark.parametrize(
    ("language", "pairs"),
    [
        ("en", "harbour/harbours run/running copy/copies make/making hope/hoped box/boxes"),
        ("de", "haus/hauser kind/kinder frau/frauen museum/museen lehrerin/lehrerinnen"),
        ("fr", "cheval/chevaux heureux/heureuse parler/parlons actif/actives"),
        ("es", "nino/ninas luz/luces cancion/canciones hablar/hablaba"),
        ("it", "gatto/gatti parlare/parlato banco/banchi"),
        ("pt", "nacao/nacoes animal/animais falar/falando"),
        ("nl", "kat/katten brief/brieven huis/huizen"),
        ("sv", "flicka/flickorna bil/bilar"),
        ("da", "bil/bilerne dreng/drengene"),
        ("ru", "город/города книга/книгами новыи/новая"),
    ],
)
def test_forms_of_a_word_are_one_word(language: str, pairs: str) -> None:
    for pair in pairs.split():
        first, second = pair.split("/")
        assert one_word(first, second, language), pair


@pytest.mark.parametrize(
    "pair",
    [
        "universe/universal",
        "organ/organisation",
        "past/paste",
        "general/generally",
        "relate/relativity",
        "nation/national",
        "teach/teacher",
    ],
)
def test_another_word_of_the_same_stem_is_another_word(pair: str) -> None:
    first, second = pair.split("/")
    assert not one_word(first, second, "en")


def test_where_no_endings_are_known_little_may_differ() -> None:
    assert one_word("talossa", "talosta", "fi")
    assert not one_word("talo", "taloudellinen", "fi")


WORD = st.text("aeinrst", max_size=8)


@given(WORD, WORD, st.sampled_from([*PARADIGMS, "fi"]))
def test_it_does_not_matter_which_word_comes_first(first: str, second: str, language: str) -> None:
    assert one_word(first, second, language) == one_word(second, first, language)


@given(WORD, WORD)
def test_both_words_begin_with_what_they_share_and_nothing_longer(first: str, second: str) -> None:
    length = shared(first, second)
    assert first[:length] == second[:length]
    assert first[: length + 1] != second[: length + 1] or length == len(first) == len(second)


def test_telling_endings_make_the_other_forms() -> None:
    assert [*certain("crisis", "en")] == ["crises"]
    assert {*certain("journaux", "fr")} == {"journal"}
    assert [*certain("is", "en")] == []
    assert [*certain("crisis", "fi")] == []


@given(st.text("aeinrstvy", min_size=2, max_size=8), st.sampled_from([*CERTAIN]))
def test_what_an_ending_makes_of_a_word_makes_the_word_of_it(word: str, language: str) -> None:
    assert all(word in certain(form, language) for form in certain(word, language))
