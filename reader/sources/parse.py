"""Bytes or text to a RawDocument, by the format that the name or the content tells."""

import re
from functools import cache
from html import unescape

from reader.errors import SourceError
from reader.model import PLAIN, RawDocument
from reader.registry import collect
from reader.sources.decode import decode
from reader.sources.format import Format
from reader.sources.names import refusal, suffix

LINES = 120_000  # of a document that are read: 8 MB of text have fewer, unless they are very short

PLAINLY = "shown without its markup, which could not be read"

_TAG = re.compile(r"<[^<>]*>")
_SNIFFED = 2_048  # bytes from the start that may show what a file is
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_BOMS = b"\xef\xbb\xbf\xfe\xff"  # the bytes they are made of
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
    (b"PAR1", "Parquet"),
)


@cache
def formats() -> dict[str, Format]:
    """Every format under its name."""
    return {format.name: format for format in collect("reader.sources.formats", "FORMAT", Format)}


@cache
def _by_suffix() -> dict[str, Format]:
    return {suffix: format for format in formats().values() for suffix in format.suffixes}


def format_of(name: str) -> Format | None:
    """The format that claims the ending of this name."""
    return _by_suffix().get(suffix(name))


def documents(name: str) -> bool:
    """Whether a file of this name is read; an unknown ending is, unless its bytes are binary."""
    return refusal(name) is None


def parse(data: bytes, name: str, size: int | None = None, *, links: bool = False) -> RawDocument:
    """What `data`, the start of a file of `size` bytes, says; SourceError when it is no text.

    With `links`, those are found too that the lines themselves do not tell.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise SourceError(f"binary file ({kind})")
    format = _format(data, name)
    cut = size is not None and size > len(data)
    decoded = decode(data, declares=format.name == "html", cut=cut)
    read = format.linked or format.parse if links else format.parse
    raw = _bounded(read(decoded.text))
    notes = [*decoded.notes, *raw.notes]
    if cut and size is not None:
        notes.append(f"the first {_amount(len(data))} of {_amount(size)} were read")
    return raw._replace(encoding=decoded.encoding, guessed=decoded.guessed, notes=tuple(notes))


def parse_plainly(data: bytes, name: str, size: int | None = None) -> RawDocument:
    """What `data` says by nothing but simple steps, whatever it is: for what `parse` chokes on.

    Tags of a page fall out, and so does what only its program or its style is made of.
    """
    text = data.decode("utf-8", "replace")
    if _format(data, name).name == "html":
        text = unescape(_TAG.sub("\n", _without(_without(text, "script"), "style")))
        text = "\n".join(line for line in map(str.strip, text.splitlines()) if line)
    lines = tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return _bounded(RawDocument("text", lines, (PLAIN,) * len(lines), notes=(PLAINLY,)))


def _without(page: str, tag: str) -> str:
    """A page without elements of this name, in one walk."""
    kept, start = [], 0
    for opening in re.finditer(rf"<{tag}\b", page, re.IGNORECASE):
        if opening.start() < start:
            continue
        kept.append(page[start : opening.start()])
        closing = re.compile(f"</{tag}", re.IGNORECASE).search(page, opening.end())
        if closing is None:
            start = len(page)
            break
        start = closing.start()
    return "".join([*kept, page[start:]])


def parse_text(text: str) -> RawDocument:
    """Plain text that is already decoded."""
    return _bounded(formats()["text"].parse(text))


def parse_html(html: str) -> RawDocument:
    """A page that is already decoded; its lines are the visible blocks in document order."""
    return _bounded(formats()["html"].parse(html))


def _bounded(raw: RawDocument) -> RawDocument:
    """The first LINES of a document, with a note where it has more."""
    if len(raw.lines) <= LINES:
        return raw
    note = f"the first {LINES:,} of {len(raw.lines):,} lines were read"
    return raw._replace(
        lines=raw.lines[:LINES], markup=raw.markup[:LINES], notes=(*raw.notes, note)
    )


def _format(data: bytes, name: str) -> Format:
    """By the ending; text, and what has no known ending, may still turn out to be a page."""
    known = format_of(name) or formats()["text"]
    if known.name == "text" and _PAGE.match(data[:_SNIFFED].replace(b"\0", b"").lstrip(_BOMS)):
        return formats()["html"]
    return known


def _amount(size: int) -> str:
    """Bytes in words, in decimal units."""
    for unit, length in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if size >= length:
            return f"{size / length:.3g} {unit}"
    return f"{size} bytes"
