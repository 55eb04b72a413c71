import pytest
from hypothesis import given

from reader.query import Query, describe, parse
from tests.query.test_parse import TREES


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "everything"),
        ("harbour sea", "harbour and sea"),
        ("'harbour se*", "exactly harbour and se…"),
        ('tag:coast (harbour | "the sea")', 'tag is coast and (harbour or "the sea")'),
        ("-(a b)", "not (a and b)"),
        ("-tag:x", "not tag is x"),
        ("tag:=x", "tag is x itself"),
        ("tag:none", "has no tag"),
        ("is:Unread", "is unread"),
        ("date:2024", "date from 2024-01-01 to 2024-12-31"),
        ("date:2024-05-01", "date is 2024-05-01"),
        ("date:2024..", "date from 2024-01-01"),
        ("date:<2024", "date up to 2023-12-31"),
        ("words:500", "500 words"),
        ("words:>=500", "at least 500 words"),
        ("words:<500", "at most 499 words"),
        ("words:5..9", "5 to 9 words"),
        ("raw:cookie", "cookie in what was set aside"),
        ('author:"Mara L"', 'author is "Mara L"'),
        ("type:html", "type is html"),
        ("in:letters -in:old", "in letters and not in old"),
    ],
)
def test_a_query_is_said_in_words(text: str, said: str) -> None:
    assert describe(parse(text).tree) == said


@given(TREES)
def test_every_tree_can_be_said(tree: Query) -> None:
    assert describe(tree)
