"""The JSON that is promised, whatever a document holds."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import ALONE, text
from reader.cli.record import (
    VERSION,
    Record,
    cleaned_record,
    counts_record,
    document_record,
    error_record,
    found_record,
    hit_record,
    line_record,
    page_record,
    progress_record,
)
from reader.library.records import Cleaned
from reader.model import (
    PLAIN,
    Document,
    DocumentId,
    Found,
    Hit,
    Judged,
    Label,
    Line,
    Metadata,
    Outcome,
    Page,
    Paragraph,
    Progress,
    RawDocument,
    Row,
    Snippet,
)

DOCUMENT = Document(
    Row(7), DocumentId("0123456789"), "in/a.txt", "Sea", words=460, tags=("a", "b"), starred=True
)
LINES = (Line("Sea", Label.TITLE, "", 0.98765), Line("", Label.BLANK))
UNITS = (
    Paragraph(Label.TITLE, "Sea", 0, 0),
    Paragraph(Label.BODY, "The sea.", 1, 1),
    Paragraph(Label.CAPTION, "A ship", 2, 2),
    Paragraph(Label.BOILERPLATE, "Menu", 3, 3),
    Paragraph(Label.LIST, "salt", 4, 4),
)
HIT = Hit(DOCUMENT, 1.23456, snippets=(Snippet("the sea", ((4, 7),)),))
PAGE = Page(DOCUMENT, LINES, (), UNITS)
CLEANED = Cleaned(
    Judged(LINES, Metadata(title="Sea", date="2024-05-03")),
    UNITS,
    "The sea.",
    2,
    RawDocument("text", tuple(line.text for line in LINES), (PLAIN,) * len(LINES)),
    ALONE,
)
PROGRESS = Progress("done", 3, 3, {Outcome.ADDED: 2})

shares = st.none() | st.floats(0, 1)
texts = st.text(st.characters(exclude_categories=()))
labelled = st.builds(Line, texts, st.sampled_from(Label), texts, shares)
units = st.lists(st.builds(Paragraph, st.sampled_from(Label), texts, st.just(0), st.just(0)))


@pytest.mark.parametrize(
    "record",
    [
        document_record(DOCUMENT),
        found_record(Found("sea", "sea", [Row(7)], []), [HIT]),
        cleaned_record([1, None], CLEANED),
        error_record("a.txt", "binary file"),
        counts_record(3, {"tag": {"sea": 2}}),
        progress_record(PROGRESS),
        page_record(PAGE),
    ],
    ids=["document", "found", "cleaned", "error", "counts", "progress", "page"],
)
def test_an_answer_has_its_version_in_front_and_comes_back_from_json_the_same(
    record: Record,
) -> None:
    assert next(iter(record.items())) == ("v", VERSION)
    assert json.loads(json.dumps(record)) == record


def test_a_document_tells_its_state_in_words_and_no_row() -> None:
    record = document_record(DOCUMENT)
    assert (record["minutes"], record["state"]) == (2, ["unread", "starred"])
    broken = document_record(DOCUMENT._replace(broken="a cookie wall, no article", starred=False))
    assert broken["state"] == ["unread", "broken"]
    assert broken.keys() == record.keys()
    assert (record["tags"], record["date"], record["skipped"]) == (["a", "b"], None, None)
    assert 7 not in record.values()


def test_scores_have_three_digits() -> None:
    assert hit_record(HIT)["score"] == 1.235
    assert line_record(LINES[0])["score"] == 0.988


def test_what_was_found_tells_how_many_in_all_however_few_are_shown() -> None:
    record = found_record(Found("sea", "the word sea", [Row(1), Row(2)], [Row(3)]), [HIT])
    assert (record["total"], record["interpretation"]) == (3, "the word sea")
    assert record["hits"] == [hit_record(HIT)]
    assert hit_record(HIT)["snippets"] == [{"text": "the sea", "matches": [[4, 7]]}]


@given(labelled)
def test_a_line_is_json_in_words_and_numbers(line: Line) -> None:
    record = line_record(line)
    assert json.loads(json.dumps(record)) == record
    assert list(record) == ["text", "label", "reason", "score"]
    assert type(record["label"]) is str


@given(units)
def test_the_text_of_a_page_is_that_which_clean_prints(paragraphs: list[Paragraph]) -> None:
    assert page_record(PAGE._replace(paragraphs=tuple(paragraphs)))["text"] == text(paragraphs)


def test_a_page_is_its_entry_with_text_and_lines() -> None:
    record = page_record(PAGE)
    assert {**record, **document_record(DOCUMENT)} == record
    assert record["text"] == "The sea.\n\nsalt"
    assert record["lines"] == [line_record(line) for line in LINES]


def test_progress_counts_by_the_words_of_its_outcomes() -> None:
    assert progress_record(PROGRESS)["outcomes"] == {"added": 2}


def test_what_cannot_be_cleaned_has_its_id_and_the_reason_only() -> None:
    assert error_record(5, "too large") == {"v": VERSION, "id": 5, "error": "too large"}
