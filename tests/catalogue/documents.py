"""Documents to put into a catalogue."""

import os
from collections.abc import Sequence
from typing import Any

from reader.catalogue import Catalogue, Seen, pack, pack_judged
from reader.model import PLAIN, Judged, Label, Line, Measured, Metadata, RawDocument, Row, Sketch


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
    dictionary: bytes = b"",
) -> Row:
    """Put a document in that only its name and its fingerprints tell from others."""
    return catalogue.put(
        seen(name, member),
        digest=digest,
        packed=None if skipped else pack(document or raw("one line"), dictionary),
        skipped=skipped,
        site_key=site,
        fingerprints=[*fingerprints, *(sketch.clutter | sketch.prose if sketch else ())],
        sketch=sketch,
    )


def seen(name: str, member: str = "", size: int | None = None) -> Seen:
    """A file as a folder shows it."""
    stored = os.fsencode(name)
    return Seen(
        name=stored,
        id=stored.hex()[:10],
        size=len(name) if size is None else size,
        mtime_ns=7,
        title=name.rpartition("/")[2],
        member=member.encode("utf-8", "surrogatepass"),
    )


def judge(catalogue: Catalogue, row: Row, title: str = "judged") -> None:
    """Judge a document: every line is body."""
    lines = tuple(Line(text, Label.BODY, "", 1.0) for text in catalogue.raw(row).lines)
    catalogue.judge(row, pack_judged(Judged(lines, Metadata(title=title))), Measured(words=3))


def judge_all(catalogue: Catalogue) -> list[str]:
    """Judge what waits for it; the names of those documents in their order."""
    rows = list(catalogue.unjudged())
    for row in rows:
        judge(catalogue, row)
    return sorted(catalogue.names(rows).values())


def clear(catalogue: Catalogue) -> None:
    """Take everything out at once, as if nothing had ever been in."""
    with catalogue.transaction():
        for table in (
            "fingerprint",
            "departed",
            "sketch",
            "departed_sketch",
            "clutter",
            "content",
            "shelf",
            "document",
            "line",
            "site",
            "correction",
        ):
            catalogue._database.rows(f"DELETE FROM {table}")
