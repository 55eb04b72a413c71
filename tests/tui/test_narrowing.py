from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.narrowing import (
    FIELDS,
    active,
    left_out,
    put_in,
    shape,
    shaped,
    term,
    terms,
    toggled,
    unshaped,
    without_last,
)

WORDS = st.text("abcö -/.&", min_size=1, max_size=12).filter(lambda value: value.strip() == value)

DAYS = st.dates(min_value=date(1000, 1, 1))
PAIRS = st.one_of(
    st.tuples(st.sampled_from(sorted({*FIELDS} - {"year", "month"})), WORDS),
    st.tuples(st.just("year"), DAYS.map(lambda day: f"{day:%Y}")),
    st.tuples(st.just("month"), DAYS.map(lambda day: f"{day:%Y-%m}")),
)


@pytest.mark.parametrize(
    ("facet", "value", "wanted"),
    [
        ("tag", "coast/fishing", "tag:coast/fishing"),
        ("site", "Northlight Media", 'site:"Northlight Media"'),
        ("year", "2021", "date:2021"),
        ("month", "2021-05", "date:2021-05"),
        ("state", "unread", "is:unread"),
        ("lang", "en", "lang:en"),
        ("author", 'Ann "Wil" Smith', 'author:"Ann Wil Smith"'),
        ("folder", "north", 'path:"north/**"'),
    ],
)
def test_a_value_becomes_a_term_of_the_query_language(facet: str, value: str, wanted: str) -> None:
    assert term(facet, value) == wanted


@given(PAIRS)
def test_choosing_a_value_twice_leaves_the_query_as_it_was(pair: tuple[str, str]) -> None:
    facet, value = pair
    query = 'harbour "the sea" -tag:todo'
    once = toggled(query, term(facet, value))
    assert (facet, value) in active(once)
    assert toggled(once, term(facet, value)) == query


@given(st.sampled_from(sorted({*FIELDS} - {"year", "month"})), WORDS)
def test_a_value_is_never_both_wanted_and_excluded(facet: str, value: str) -> None:
    wanted = term(facet, value)
    assert toggled(toggled("", wanted), f"-{wanted}") == f"-{wanted}"
    assert toggled(toggled("", f"-{wanted}"), wanted) == wanted


def test_a_term_with_spaces_in_quotes_is_one_term() -> None:
    assert terms('rope -site:"The Slow Train" "by hand" x') == [
        "rope", '-site:"The Slow Train"', '"by hand"', "x",
    ]  # fmt: skip


def test_the_last_term_can_be_taken_off_until_nothing_is_left() -> None:
    query = 'rope site:"The Slow Train"'
    assert without_last(query) == "rope"
    assert without_last("rope") == without_last("") == ""


def test_what_a_query_narrows_to_is_known_and_what_it_excludes_is_no_part_of_it() -> None:
    assert active('#sea site:"The Slow Train" date:2021 -lang:de harbour path:"north/**"') == {
        ("tag", "sea"),
        ("site", "The Slow Train"),
        ("year", "2021"),
        ("folder", "north"),
    }


@pytest.mark.parametrize("query", ["tag:", 'site:"', "#", ":", "path:/**"])
def test_a_term_without_a_value_narrows_to_nothing(query: str) -> None:
    assert not active(query)


def test_what_is_said_of_the_whole_result_is_said_once_and_last() -> None:
    assert shaped("sea", "group", "site") == "sea group:site"
    assert shaped("group:tag sea Group:year", "group", "site") == "sea group:site"
    assert shaped("sort:date- sea", "sort", "") == "sea"
    assert shape('sort:title "group:site" sort:Date-', "sort") == "date-"
    assert shape("sea", "group") == ""
    assert unshaped('sea sort:date- site:"a b" limit:3 group:site') == ["sea", 'site:"a b"']


def test_a_term_is_left_out_or_another_put_in_its_place() -> None:
    assert left_out('sea site:"a b" sea fog', "sea") == 'sea site:"a b" fog'
    assert put_in('sea site:"a b"', 'site:"a b"', "site:c") == "sea site:c"
    assert left_out("sea", "sea") == ""
