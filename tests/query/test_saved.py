import pytest

from reader.errors import QueryError
from reader.query import Query, parse
from reader.query.saved import filled

SEARCHES = {
    "Coast": "tag:coast -is:read",
    "old": "date:..2000 OR query:coast",
    "round": "query:about",
    "about": "query:round",
    "broken": "tag:x (",
    "own": "rating:>3",
}


def tree(text: str) -> Query:
    return filled(parse(text).tree, SEARCHES)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("query:coast", "tag:coast -is:read"),
        ("sea query:COAST", "sea tag:coast -is:read"),
        ("-query:coast", "-(tag:coast -is:read)"),
        ("query:old sea", "(date:..2000 OR (tag:coast -is:read)) sea"),
        ('query:"coast",old', "(tag:coast -is:read) OR date:..2000 OR (tag:coast -is:read)"),
    ],
)
def test_a_saved_search_stands_for_what_it_asks(text: str, same: str) -> None:
    assert tree(text) == parse(same).tree


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("sea query:none", "no search is saved as none; there are: Coast, about, broken"),
        ("sea query:round", "asks for itself"),
        ("sea query:broken", "the saved search broken has a mistake"),
    ],
)
def test_what_cannot_be_filled_is_a_mistake_where_it_is_named(text: str, why: str) -> None:
    with pytest.raises(QueryError, match=why) as caught:
        tree(text)
    assert caught.value.position == 4


def test_a_name_half_typed_is_left_out() -> None:
    assert filled(parse("sea query:co").tree, SEARCHES, typing=True) == parse("sea").tree


def test_without_any_saved_search_that_is_said() -> None:
    with pytest.raises(QueryError, match="none is saved yet"):
        filled(parse("query:x").tree, {})


def test_searches_that_name_each_other_many_times_end() -> None:
    searches = {f"q{n}": " OR ".join([f"query:q{n + 1}"] * 5) for n in range(20)} | {"q20": "a"}
    with pytest.raises(QueryError, match="more than"):
        filled(parse("query:q0").tree, searches)


def test_what_documents_say_of_themselves_can_be_saved() -> None:
    own = frozenset({"rating"})
    assert filled(parse("query:own").tree, SEARCHES, own=own) == parse("rating:>3", own=own).tree
