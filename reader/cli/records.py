"""`clean --jsonl`: JSON lines in, their answers out. Must not know: where the lines come from."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NoReturn

from reader.cli.record import Record, cleaned_record, error_record
from reader.library.records import clean_record, clean_records, record
from reader.model import RawDocument


@dataclass(frozen=True, slots=True)
class Read:
    """One line of input: a document, or what is wrong with it."""

    id: object  # whatever JSON value the input has there
    raw: RawDocument | None
    error: str = ""


def answers(lines: Iterable[bytes], alone: bool) -> Iterator[Record]:
    """One answer for each line that is not blank, in order.

    Alone, a record is judged and answered before the next line is read; else all lines are read
    first, since what repeats from record to record counts.
    """
    read = map(read_record, (line for line in lines if line.strip()))
    if alone:
        for one in read:
            yield _answer_alone(one)
        return
    every = list(read)
    raws = [one.raw for one in every if one.raw]
    cleaned = clean_records(raws, [""] * len(raws))
    for one in every:
        yield cleaned_record(one.id, next(cleaned)) if one.raw else error_record(one.id, one.error)


def read_record(line: bytes) -> Read:
    """The record on one line of JSON, which must be an object with a `text` or `html`."""
    try:
        fields = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        return Read(None, None, f"not UTF-8: {error.reason} at byte {error.start}")
    except json.JSONDecodeError as error:
        return Read(None, None, f"not JSON: {error.msg} at character {error.pos + 1}")
    except ValueError as error:
        return Read(None, None, f"not JSON: {error}")
    except RecursionError:
        return Read(None, None, "nested too deep")
    if not isinstance(fields, dict):
        return Read(None, None, "not an object")
    id, text, html, url = (fields.get(name) for name in ("id", "text", "html", "url"))
    if not isinstance(text, str) and not isinstance(html, str):
        return Read(id, None, "neither text nor html is there as a string")
    raw = record(
        text if isinstance(text, str) else None,
        html if isinstance(html, str) else None,
        url if isinstance(url, str) else "",
    )
    return Read(id, raw)


def _answer_alone(one: Read) -> Record:
    if one.raw is None:
        return error_record(one.id, one.error)
    return cleaned_record(one.id, clean_record(one.raw))


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number in JSON")
