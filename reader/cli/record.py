"""The JSON that commands print, field by field. Must not know: how it is printed."""

import time
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.model import TEXT, Correction, Document, Found, Hit, Line, Page, Progress

if TYPE_CHECKING:  # most commands clean nothing and need not load what does
    from reader.library.picking import PickedLine
    from reader.library.records import Cleaned

VERSION = 1  # raised when a field is renamed, removed or changes its meaning; not for a new one
SCORE_DIGITS = 3  # after the point
FINE_DIGITS = 6  # where scores lie close together

Record = dict[str, object]


def moment(seconds: float) -> str | None:
    """A time since 1970 as ISO 8601 writes it, in UTC; None for 0, which is never."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds)) if seconds else None


def document_record(document: Document) -> Record:
    """A line of `ls`."""
    return {
        "v": VERSION,
        "id": document.id,
        "path": document.path,
        "member": document.member,
        "title": document.title,
        "site": document.site,
        "author": document.author,
        "date": document.date,
        "lang": document.lang,
        "words": document.words,
        "minutes": document.minutes,
        "tags": list(document.tags),
        "state": list(document.state),
        "encoding": document.encoding,
        "skipped": document.skipped,
    }


def hit_record(hit: Hit) -> Record:
    """One of the hits of `search`."""
    document = hit.document
    return {
        "id": document.id,
        "path": document.path,
        "member": document.member,
        "title": document.title,
        "site": document.site,
        "date": document.date,
        "tags": list(document.tags),
        "score": round(hit.score, SCORE_DIGITS),
        "snippets": [
            {"text": snippet.text, "matches": [list(match) for match in snippet.matches]}
            for snippet in hit.snippets
        ],
    }


def found_record(found: Found, hits: Iterable[Hit]) -> Record:
    """The answer of `search`."""
    return {
        "v": VERSION,
        "query": found.query,
        "interpretation": found.interpretation,
        "total": found.total,
        "hits": [hit_record(hit) for hit in hits],
    }


def alike_record(found: Found, hits: Iterable[tuple[Document, Sequence[str]]]) -> Record:
    """The answer of `like`."""
    return {
        "v": VERSION,
        "query": found.query,
        "total": found.total,
        "hits": [
            {
                **document_record(document),
                "score": round(found.scores.get(document.row, 0.0), SCORE_DIGITS),
                "shared": list(shared),
            }
            for document, shared in hits
        ],
    }


def stories_record(stories: Iterable[Iterable[tuple[Document, float]]]) -> Record:
    """The answer of `dups`."""
    return {
        "v": VERSION,
        "stories": [
            [
                {**document_record(document), "resemblance": round(share, SCORE_DIGITS)}
                for document, share in story
            ]
            for story in stories
        ],
    }


def line_record(line: Line) -> Record:
    """One line of a document as it was judged."""
    score = None if line.score is None else round(line.score, SCORE_DIGITS)
    return {"text": line.text, "label": str(line.label), "reason": line.reason, "score": score}


def cleaned_record(id: object, cleaned: "Cleaned") -> Record:
    """A line of `clean --jsonl`; `id` is what the input called it."""
    metadata = cleaned.judged.metadata
    return {
        "v": VERSION,
        "id": id,
        "title": metadata.title,
        "author": metadata.author,
        "date": metadata.date,
        "lang": metadata.lang,
        "text": cleaned.text,
        "lines": [line_record(line) for line in cleaned.judged.lines],
    }


def error_record(id: object, error: str) -> Record:
    """The line of `clean --jsonl` for a record or a file that cannot be cleaned."""
    return {"v": VERSION, "id": id, "error": error}


def correction_record(said: Correction) -> Record:
    """One of the corrections that `correct --list` prints."""
    return {
        "v": VERSION,
        "number": said.number,
        "verdict": "keep" if said.keep else "aside",
        "path": said.path or None,
        "member": said.member,
        "site": said.site or None,
        "lines": list(said.lines),
    }


def counts_record(total: int, by: Mapping[str, Mapping[str, int]]) -> Record:
    """The answer of `count`."""
    return {"v": VERSION, "total": total, "by": by}


def progress_record(progress: Progress) -> Record:
    """A line of `index --progress`."""
    return {
        "v": VERSION,
        "stage": progress.stage,
        "done": progress.done,
        "total": progress.total,
        "outcomes": {str(outcome): count for outcome, count in progress.outcomes.items()},
    }


def page_record(page: Page) -> Record:
    """The answer of `read`: the document with its text and lines."""
    return {
        **document_record(page.document),
        "text": "\n\n".join(unit.text for unit in page.paragraphs if unit.label in TEXT),
        "lines": [line_record(line) for line in page.lines],
    }


def picked_record(query: str, lines: Iterable["PickedLine"]) -> Record:
    """A line of `pick --json`; the score of what a person has chosen is null."""
    return {
        "v": VERSION,
        "query": query,
        "matches": [
            {
                "line": line.row,
                "text": line.text,
                "score": None if line.score is None else round(line.score, FINE_DIGITS),
                "positions": list(line.positions),
            }
            for line in lines
        ],
    }
