import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query import parse
from reader.query.completing import begun, names, written_value
from reader.query.fields import FIELDS
from reader.query.tree import Field


@pytest.mark.parametrize(
    ("query", "field", "text", "rest"),
    [
        ("si", "", "si", ""),
        ("sea -si", "", "si", ""),
        ("site:gu", "site", "gu", ""),
        ("sea -site:gu", "site", "gu", "sea"),
        ("sea !site:gu", "site", "gu", "sea"),
        ("by:", "author", "", ""),
        ("#coa", "tag", "coa", ""),
        ("tag:=coa", "tag", "coa", ""),
        ("tag:a,coa", "tag", "coa", ""),
        ('author:"Mara L', "author", "Mara L", ""),
        ('author:"Mara ', "author", "Mara ", ""),
        ("date:>20", "date", "20", ""),
        ("date:2020..20", "date", "20", ""),
        ("sort:da", "sort", "da", ""),
        ("(sea | tag:co", "tag", "co", "(sea |"),
        ("status:to", "status", "to", ""),
    ],
)
def test_what_is_being_typed_is_known(query: str, field: str, text: str, rest: str) -> None:
    part = begun(query, len(query), {"status"})
    assert part is not None
    assert (part.field, part.text, part.rest) == (field, text, rest)


@pytest.mark.parametrize(
    "query",
    ["", " ", "s", "sea ", "3d", "site:gu ", "colour:re", '"the se', "tag:/co/", "'sea", "-"],
)
def test_elsewhere_nothing_is_being_typed_that_may_become_more(query: str) -> None:
    assert begun(query, len(query)) is None


def test_the_part_in_the_middle_is_at_the_cursor_and_is_replaced_there() -> None:
    query = "sea site:gu fog"
    part = begun(query, 11)
    assert part is not None
    assert part.rest == "sea fog"
    assert part.taken(query, "guardian.com") == ("sea site:guardian.com fog", 21)
    assert part.taken(query, "The Slow Train") == ('sea site:"The Slow Train" fog', 25)


@pytest.mark.parametrize(
    ("query", "value", "taken"),
    [
        ("si", "site", "site:"),
        ("-ta", "tag", "-tag:"),
        ('author:"Ma', "Mara Lindqvist", 'author:"Mara Lindqvist"'),
        ("tag:=coa", "coast/fishing", "tag:=coast/fishing"),
        ("#co", "coast", "#coast"),
        ("#co", "to do", '#"to do"'),
        ("tag:a,b", "beach", "tag:a,beach"),
        ("date:2020..20", "2021", "date:2020..2021"),
        ("by:o", 'O"Neill, Ann', 'by:"O\\"Neill, Ann"'),
    ],
)
def test_what_is_taken_is_written_as_a_query_has_it(query: str, value: str, taken: str) -> None:
    part = begun(query, len(query))
    assert part is not None
    assert part.taken(query, value) == (taken, len(taken))


def test_a_quote_that_is_closed_already_is_not_doubled() -> None:
    part = begun('author:"Ma" sea', 10)
    assert part is not None
    assert part.taken('author:"Ma" sea', "Mara L") == ('author:"Mara L" sea', 15)


def test_names_are_those_of_fields_the_shortest_first_and_other_names_last() -> None:
    assert names("s") == ["site", "sort", "saved"]
    assert names("D", {"draft"})[0] == "dup"
    assert names("by") == ["by"]
    assert names("")
    assert names("zz") == []


@given(st.text(min_size=1).filter(lambda text: text.strip() == text))
def test_a_value_that_is_written_reads_back_the_same(value: str) -> None:
    tree = parse(f"author:{written_value(value)}").tree
    assert isinstance(tree, Field)
    assert tree.value == value


@given(
    st.text('ab:",#-()| /=.>*', max_size=12), st.integers(0, 12), st.text(min_size=1, max_size=5)
)
def test_any_query_can_be_completed_anywhere(query: str, cursor: int, value: str) -> None:
    part = begun(query, min(cursor, len(query)), {*FIELDS, "a", "b"})
    if part is not None:
        text, after = part.taken(query, value)
        assert text.startswith(query[: part.start])
        assert part.start <= after <= len(text)
