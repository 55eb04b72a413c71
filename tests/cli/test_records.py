import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cli.records import answers, read_record
from reader.model import Label
from reader.printable import json_text

LINE_FIELDS = {"text", "label", "reason", "score"}
FIELDS = ["v", "id", "title", "author", "date", "lang", "text", "lines"]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda values: st.lists(values)
)


def answered(*records: object, alone: bool = False) -> list[dict[str, object]]:
    lines = [json.dumps(record).encode() for record in records]
    return [json.loads(json_text(answer)) for answer in answers(lines, alone)]


def texts(answer: dict[str, object]) -> list[str]:
    lines = answer["lines"]
    assert isinstance(lines, list)
    assert all(line.keys() == LINE_FIELDS for line in lines)
    return [line["text"] for line in lines]


def test_an_answer_has_the_fields_that_are_promised_in_their_order() -> None:
    [answer] = answered({"id": 7, "text": "Title\n\nA sentence."})
    assert list(answer) == FIELDS
    assert (answer["v"], answer["id"], answer["date"]) == (1, 7, None)


def test_lines_are_those_of_the_text_after_line_ends_are_made_equal() -> None:
    [answer] = answered({"text": "a\r\nb\rc\n\n d\u2028e\x0cf\n"})
    assert texts(answer) == ["a", "b", "c", "", " d\u2028e\x0cf", ""]


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=[]), max_size=200), st.booleans())
def test_any_text_is_answered_line_by_line(text: str, alone: bool) -> None:
    [answer] = answered({"text": text}, alone=alone)
    assert texts(answer) == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(json_values)
def test_the_id_comes_back_as_it_was(id: object) -> None:
    [answer] = answered({"id": id})
    assert answer["id"] == id


def test_markup_wins_over_text() -> None:
    [answer] = answered({"text": "from text", "html": "<p>from markup</p>"})
    assert texts(answer) == ["from markup"]


def test_a_blank_line_has_no_score_and_no_reason() -> None:
    [answer] = answered({"text": "a\n\nb"})
    lines = answer["lines"]
    assert isinstance(lines, list)
    assert lines[1] == {"text": "", "label": Label.BLANK, "reason": "", "score": None}


@pytest.mark.parametrize(
    ("line", "id", "error"),
    [
        (b"not json", None, "not JSON: Expecting value at character 1"),
        (b"[1, 2]", None, "not an object"),
        (b'{"id": "x"}', "x", "neither text nor html is there as a string"),
        (b'{"id": [1], "text": 5, "html": null}', [1], "neither text nor html"),
        (b'{"id": NaN, "text": ""}', None, "NaN is no number"),
        (b'{"text": "\xff"}', None, "not UTF-8: invalid start byte at byte 10"),
        (b"[" * 100_000, None, "nested too deep"),
        (b'{"id": ' + b"9" * 5_000 + b"}", None, "not JSON"),
    ],
)
def test_a_bad_record_is_answered_with_what_is_wrong(line: bytes, id: object, error: str) -> None:
    record = read_record(line)
    assert (record.id, record.raw) == (id, None)
    assert record.error.startswith(error) or error in record.error


@pytest.mark.parametrize("alone", [True, False])
def test_answers_keep_the_order_of_the_records_and_blank_lines_are_skipped(alone: bool) -> None:
    lines = [b'{"id": 1, "text": "a"}\n', b"\n", b"wrong\n", b'{"id": 2, "text": "b"}', b"  \n"]
    given = [(answer["id"], "error" in answer) for answer in answers(lines, alone)]
    assert given == [(1, False), (None, True), (2, False)]


def test_alone_a_record_is_answered_before_the_next_is_read() -> None:
    read: list[int] = []

    def lines() -> Iterator[bytes]:
        for number in range(3):
            read.append(number)
            yield b'{"text": "a"}'

    next(answers(lines(), alone=True))
    assert read == [0]


def test_what_repeats_from_record_to_record_is_set_aside_unless_alone() -> None:
    banner = "Read our other stories about boats, harbours and the sea at the end of this page."
    pages = [
        {"text": f"Story {n}\n\n{banner}\n\n" + f"Once upon a time there was a boat {n}. " * 9}
        for n in range(12)
    ]
    together, alone = answered(*pages)[5], answered(*pages, alone=True)[5]
    assert banner not in str(together["text"])
    assert len(texts(together)) == len(texts(alone))
