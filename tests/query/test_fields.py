from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query.fields import ALIASES, FIELDS, STATES, THINGS, Kind, asked, field_name


def test_other_names_lead_to_fields_and_are_none_themselves() -> None:
    assert {*ALIASES.values()} <= {*FIELDS}
    assert not {*ALIASES} & {*FIELDS}


def test_a_name_is_found_in_whatever_case_it_is_written() -> None:
    assert field_name("Tag") == "tag"
    assert field_name("BY") == "author"
    assert field_name("rating") is None
    assert field_name("Rating", frozenset({"rating"})) == "rating"


def test_what_documents_call_as_a_field_is_called_does_not_hide_it() -> None:
    assert asked("tag").kind is Kind.TAG
    assert asked("rating").kind is Kind.OWN


@given(st.sampled_from([*FIELDS]), st.text())
def test_any_value_is_allowed_or_refused_with_a_sentence(name: str, value: str) -> None:
    refuse = asked(name).refuse
    if refuse is not None:
        with suppress(ValueError):
            refuse(value)


@pytest.mark.parametrize(("name", "choices"), [("is", STATES), ("has", THINGS)])
def test_choices_are_told_where_another_is_made(name: str, choices: tuple[str, ...]) -> None:
    refuse = asked(name).refuse
    assert refuse is not None
    with pytest.raises(ValueError, match=", ".join(choices)):
        refuse("green")
    for choice in choices:
        refuse(choice.upper())
