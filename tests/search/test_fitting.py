from datetime import date

import pytest

from reader.query import Field, parse
from reader.search.columns import Called
from reader.search.fitting import has_part, has_words, is_own, is_value, starts_with, tags_called

TODAY = date(2024, 3, 31)


def field(text: str) -> Field:
    found = parse(text, own=frozenset({"status", "rating", "due"})).tree
    assert isinstance(found, Field)
    return found


@pytest.mark.parametrize(
    ("text", "value", "fits"),
    [
        ("site:north", "The North Light", True),
        ("site:nor", "The North Light", False),
        ("site:nor*", "The North Light", True),
        ('site:"north light"', "The North-Light", True),
        ("site:?!", "The North Light", False),
        ("site:/^the n/", "The North Light", True),
        ("site:/oko/", "Ökonomie", True),
    ],
)
def test_a_name_has_words(text: str, value: str, fits: bool) -> None:
    assert has_words(field(text))(value) is fits


@pytest.mark.parametrize(
    ("text", "value", "fits"),
    [("lang:DE", "de", True), ("lang:d", "de", False), ("lang:d*", "de", True)],
)
def test_a_value_is_whole_or_begins_so(text: str, value: str, fits: bool) -> None:
    assert is_value(field(text))(value) is fits


def test_an_address_has_a_part() -> None:
    assert has_part(field("url:Example.org/a"))("https://www.example.org/A/b")
    assert has_part(field("url:/b$/"))("https://www.example.org/a/b")
    assert not has_part(field("url:example.com"))("https://www.example.org/a/b")


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("tag:Coast", Called("coast", "coast/")),
        ("tag:côte/", Called("cote/", "cote/")),
        ("tag:=Coast", Called("coast")),
        ("tag:Coa*", Called(start="coa")),
        ('tag:"=coast"', Called("=coast", "=coast/")),
        ('tag:"coa*"', Called("coa*", "coa*/")),
        ("tag:none", None),
        ('tag:"none"', Called("none", "none/")),
    ],
)
def test_tags_are_meant_by_name_or_by_how_they_begin(text: str, called: Called | None) -> None:
    assert tags_called(field(text)) == called


@pytest.mark.parametrize(
    ("text", "line", "fits"),
    [
        ("status:open", "status Open", True),
        ("status:open", "state open", False),
        ("status:open", "status re-open now", True),
        ("status:/^open$/", "status re-open", False),
        ("rating:>3", "rating 4", True),
        ("rating:>3", "rating 3", False),
        ("rating:>3", "rating 3.5", True),
        ("rating:>=3", "rating 3.0", True),
        ("rating:..-1", "rating -2", True),
        ("rating:>3", "rating four", False),
        ("rating:3..5", "rating 10", False),
        ("due:<2024-05", "due 2024-04-30T10:00", True),
        ("due:<2024-05", "due soon", False),
        ("due:..1w", "due 2024-03-20", True),
        ("due:..", "due ..", False),
        ('status:">3"', "status >3", True),
    ],
)
def test_what_documents_say_of_themselves_compares_as_what_it_is(
    text: str, line: str, fits: bool
) -> None:
    assert is_own(field(text), TODAY)(line) is fits


@pytest.mark.parametrize(
    ("value", "text", "fits"),
    [
        ("the harb*", "The harbour", True),
        ("the harb", "The harbour", False),
        ("harbour", "The harbour", False),
        ("the harbour sea*", "The harbour", False),
        ("?", "The harbour", False),
    ],
)
def test_a_text_starts_with_words(value: str, text: str, fits: bool) -> None:
    assert starts_with(value)(text) is fits
