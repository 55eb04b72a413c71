import json

from hypothesis import given
from hypothesis import strategies as st

from reader.catalogue.values import number_list, plain

any_text = st.text(st.characters(exclude_categories=()))  # lone surrogates too
numbers = st.lists(st.integers(-(2**63), 2**63 - 1))


@given(numbers)
def test_a_list_of_numbers_is_json(given_numbers: list[int]) -> None:
    assert json.loads(number_list(given_numbers)) == given_numbers


@given(any_text)
def test_a_plain_text_can_be_stored_and_is_plain_already(text: str) -> None:
    assert plain(text).encode("utf-8").decode("utf-8") == plain(text)
    assert plain(plain(text)) == plain(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_without_lone_surrogates_is_plain(text: str) -> None:
    assert plain(text) == text


def test_undecodable_bytes_are_written_out() -> None:
    assert plain("caf\udce9 \ud800") == "caf\\xe9 \ufffd"
