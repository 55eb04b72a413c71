import pytest

from reader.cli.template import FIELDS, Template
from reader.errors import UsageError
from reader.model import Document, DocumentId, Row

DOCUMENT = Document(
    Row(1), DocumentId("0123456789"), "a\x1b.txt", "Sea\x07", site="example.org", tags=("x", "y/z")
)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{site}\\t{title}", "example.org\tSea␇"),
        ("{path}", "a␛.txt"),
        ("{tags}|{date}|{words}", "x y/z||0"),
        ("{{{id}}}\\\\ \\q", "{0123456789}\\ \\q"),
        ("", ""),
    ],
)
def test_fields_are_filled_in_and_fit_for_a_terminal(template: str, text: str) -> None:
    assert Template.parse(template).filled(DOCUMENT) == text


def test_a_field_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"no field \{titel\}; there are: v, id, path"):
        Template.parse("{titel}")


@pytest.mark.parametrize(("text", "brace"), [("{", "{"), ("a {title}}", "}"), ("{{{", "{")])
def test_a_brace_that_stands_alone_is_refused(text: str, brace: str) -> None:
    with pytest.raises(UsageError, match=rf"a \{brace} stands alone; write \{brace}\{brace}"):
        Template.parse(text)


def test_the_fields_are_those_of_the_json() -> None:
    assert ("title" in FIELDS, "skipped" in FIELDS, "row" in FIELDS) == (True, True, False)
