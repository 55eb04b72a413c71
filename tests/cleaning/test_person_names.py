"""What the names of persons look like."""

from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.person_names import capitalised, is_person, looks_like_name


def test_sections_and_offices_are_no_persons() -> None:
    assert is_person("Mara Lind")
    assert not is_person("Mara")
    assert not is_person("Business News")
    assert not is_person("Senior Editor")


def test_a_name_in_capitals_is_written_as_names_are() -> None:
    assert capitalised("MARA VAN DER LIND") == "Mara van der Lind"
    assert capitalised("Mara Lind") == "Mara Lind"
    assert capitalised("AFP") == "AFP"


@given(st.text(max_size=80))
def test_a_person_always_looks_like_a_name(text: str) -> None:
    assert looks_like_name(text) or not is_person(text)
