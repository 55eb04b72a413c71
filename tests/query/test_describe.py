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
        ("sea NEAR/3 quay", "sea within 3 words of quay"),
        ("~sea", "much like sea"),
        ("/harbou?r/", "/harbou?r/"),
        ("tag:/^a/", "tag is /^a/"),
        ("^The", "title starts with The"),
        ("saved:2024-05-01", "saved on 2024-05-01"),
        ("saved:2024", "saved from 2024-01-01 to 2024-12-31"),
        ("mins:<15", "at most 14 minutes"),
        ("junk:>0.6", "more than 60 % set aside"),
        ("clean:<50%", "less than 50 % sure"),
        ("junk:>=0.6", "at least 60 % set aside"),
        ("junk:..5%", "at most 5 % set aside"),
        ("junk:0.1..0.2", "10 % to 20 % set aside"),
        ("junk:.5", "50 % set aside"),
        ("has:Note", "has note"),
        ("like:3f2a", "like “3f2a”"),
        ("query:coast", "what coast finds"),
    ],
)
def test_a_query_is_said_in_words(text: str, said: str) -> None:
    assert describe(parse(text).tree) == said


def test_what_documents_say_of_themselves_is_said_by_its_name() -> None:
    assert describe(parse("rating:>3", own=frozenset({"rating"})).tree) == "rating is >3"


@given(TREES)
def test_every_tree_can_be_said(tree: Query) -> None:
    assert describe(tree)
