"""A tag has one spelling, whoever wrote it."""

import unicodedata
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import MarksError
from reader.marks.names import JOINERS, tag_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sea", "sea"),
        ("  deep   sea ", "deep-sea"),
        ("/Nature//Sea Life/", "nature/sea-life"),
        ("Stra\u00dfe", "strasse"),
        ("cafe\u0301", "caf\u00e9"),
        ("a\x1b\u202eb\udc80", "ab"),
        ('say "so"', "say-so"),
        ("\u0645\u06cc\u200c\u0631\u0648\u0645", "\u0645\u06cc\u200c\u0631\u0648\u0645"),
    ],
)
def test_a_tag_has_one_spelling(text: str, name: str) -> None:
    assert tag_name(text) == name


@pytest.mark.parametrize("text", ["", " ", "/", "\x00", "\u200c", ' / " / '])
def test_a_tag_needs_a_letter(text: str) -> None:
    with pytest.raises(MarksError):
        tag_name(text)


def test_a_text_that_is_no_name_is_shown_in_the_refusal_without_its_codes() -> None:
    with pytest.raises(MarksError, match=r"'\\x1b/' is no name for a tag: give it a letter"):
        tag_name("\x1b/")


any_text = st.text(st.characters(exclude_categories=()))


def name_of(text: str) -> str | None:
    try:
        return tag_name(text)
    except MarksError:
        return None


@given(any_text)
@example("\x1f-0")
@example("\x1f-")
def test_spelling_a_tag_twice_is_spelling_it_once(text: str) -> None:
    name = name_of(text)
    if name is not None:
        assert tag_name(name) == name


@given(any_text, st.sampled_from(["NFC", "NFD"]))
def test_composition_makes_no_other_tag(text: str, form: Literal["NFC", "NFD"]) -> None:
    assert name_of(unicodedata.normalize(form, text)) == name_of(text)


@given(any_text)
def test_a_name_fits_in_one_word_of_a_line(text: str) -> None:
    name = name_of(text) or "none"
    assert name.split() == [name]
    assert all(part.strip(JOINERS) == part != "" for part in name.split("/"))
    assert not [
        character
        for character in name
        if character == '"'
        or (unicodedata.category(character).startswith("C") and character not in JOINERS)
    ]
