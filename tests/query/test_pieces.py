import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query.pieces import Part, pieces


def parts(query: str, typing: int = -1) -> list[tuple[str, str]]:
    found = pieces(query, frozenset({"status"}), typing)
    return [(query[piece.start : piece.end], piece.part.value) for piece in found]


def test_fields_are_whole_with_their_sign_and_operators_stand_alone() -> None:
    assert parts('sea -tag:coast OR (#a status:"to do") !x "by hand" sort:date-') == [
        ("-tag:coast", "field"),
        ("OR", "operator"),
        ("(", "operator"),
        ("#a", "field"),
        ('status:"to do"', "field"),
        (")", "operator"),
        ("sort:date-", "field"),
    ]


@pytest.mark.parametrize(
    ("query", "piece", "part", "why"),
    [
        ("sea colour:red", "colour:red", Part.UNKNOWN, "no field colour: taken as words"),
        ("date:soon sea", "date:soon", Part.MISTAKE, "is not a date"),
        ("is:odd", "is:odd", Part.MISTAKE, "is no state; there are:"),
        ("sort:up sea", "sort:up", Part.MISTAKE, "is no order"),
        ("-/(/ sea", "/(/", Part.MISTAKE, "no regular expression"),
        ("sea (fog", "(", Part.MISTAKE, "never closed"),
        ("sea OR", "OR", Part.MISTAKE, "both sides"),
    ],
)
def test_what_is_wrong_is_told_where_it_is(query: str, piece: str, part: Part, why: str) -> None:
    [found] = [each for each in pieces(query) if each.why]
    assert (query[found.start : found.end], found.part) == (piece, part)
    assert why in found.why


def test_with_what_is_being_typed_nothing_is_wrong_yet() -> None:
    for query in ("date:so", "sea (fog", "tag:"):
        assert not any(piece.why for piece in pieces(query, typing=len(query)))
    assert any(piece.why for piece in pieces("date:so sea", typing=11))


def test_a_field_without_a_value_is_not_unknown_yet() -> None:
    assert parts("colour:") == [("colour:", "field")]


@given(st.text('ab:",#-()| /\\', max_size=12) | st.text(max_size=12), st.integers(-1, 12))
def test_pieces_lie_in_the_query_whatever_is_typed(query: str, typing: int) -> None:
    for piece in pieces(query, frozenset({"a"}), typing):
        assert 0 <= piece.start < piece.end <= len(query)
