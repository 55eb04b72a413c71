"""Documents to put into a catalogue."""

import os
from collections.abc import Sequence
from typing import Any

from reader.catalogue import Catalogue
from reader.model import PLAIN, Judged, Label, Line, Metadata, RawDocument, Row, Sketch


def raw(*lines: str, **fields: Any) -> RawDocument:
    """A document of these plain lines."""
    return RawDocument("text", lines, (PLAIN,) * len(lines), **fields)


def put(
    catalogue: Catalogue,
    name: str,
    fingerprints: Sequence[int] = (),
    *,
    site: str = "site",
    document: RawDocument | None = None,
    skipped: str | None = None,
    digest: bytes = b"d" * 32,
    member: str = "",
    sketch: Sketch | None = None,
) -> Row:
    """Put a document in that only its name and its fingerprints tell from others."""
    return catalogue.put(
        name,
        id=os.fsencode(name).hex()[:10],
        size=len(name),
        mtime_ns=7,
        digest=digest,
        raw=None if skipped else document or raw("one line"),
        skipped=skipped,
        site_key=site,
        fingerprints=fingerprints,
        title=name.rpartition("/")[2],
        member=member,
        sketch=sketch,
    )


def judge(catalogue: Catalogue, row: Row, title: str = "judged") -> None:
    """Judge a document: every line is body."""
    lines = tuple(Line(text, Label.BODY, "", 1.0) for text in catalogue.raw(row).lines)
    catalogue.judge(row, Judged(lines, Metadata(title=title)), words=3)


def judge_all(catalogue: Catalogue) -> list[str]:
    """Judge what waits for it; the names of those documents in their order."""
    rows = catalogue.unjudged()
    for row in rows:
        judge(catalogue, row)
    return sorted(catalogue.names(rows).values())
