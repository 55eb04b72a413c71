"""Documents to bytes and back. Everything comes back as it went in; scores to half a hundredth."""

import zlib
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import compress
from typing import Any, NamedTuple

from reader.catalogue.values import plain
from reader.model import PLAIN, Judged, Kind, Label, Line, Markup, Metadata, RawDocument

DEFLATE_LEVEL = 6  # 1 fast to 9 small
SAMPLED = 500  # bytes of each end of a document that tells what others are like
DICTIONARY_BYTES = 32_000  # deflate sees no further back
SCORE_STEPS = 200  # scores are kept as whole numbers from 0 to this

UNKNOWN = Metadata()
UNSCORED = 255  # in the place of a score
JUDGED_OFTEN = (
    b'tag line", "before the article", "after the article", "cookie notice", "newsletter'
    b'", "related articles", "comments", "footer", "breadcrumbs", "copyright notice",'
    b' "share bar", "menu", "repeats the title", "on 9 of 9 pages of this site"]\nxx--'
    b'["", "on 10 of 10 pages of this site", "menu", "share bar", "copyright notice"]\n'
    b"xxxxxxxx-t-wd-b-b-b-b-b-b-xxxx-xx"
)
"""What judgements are deflated with: they are short, and say the same things."""

LETTERS = {
    Label.TITLE: "t",
    Label.BYLINE: "w",
    Label.DATE: "d",
    Label.HEADING: "h",
    Label.BODY: "b",
    Label.LIST: "l",
    Label.CAPTION: "c",
    Label.BOILERPLATE: "x",
    Label.BLANK: "-",
}
LABELS = {letter: label for label, letter in LETTERS.items()}


def pack_lines(lines: Sequence[str], dictionary: bytes = b"") -> bytes:
    """The lines, deflated; with a dictionary, they need it to come back.

    A line that holds a line end is a mistake of its source: ValueError.
    """
    text = "".join(f"{line}\n" for line in lines)
    if text.count("\n") != len(lines):
        raise ValueError("a line of the document holds a line end")
    plain = text.encode("utf-8", "surrogatepass")
    deflate = zlib.compressobj(DEFLATE_LEVEL, wbits=-zlib.MAX_WBITS, zdict=dictionary)
    return deflate.compress(plain) + deflate.flush() + _sum(plain)


def unpack_lines(packed: bytes, dictionary: bytes = b"") -> tuple[str, ...]:
    """The lines of `pack_lines`, made with the same dictionary."""
    inflate = zlib.decompressobj(wbits=-zlib.MAX_WBITS, zdict=dictionary)
    text = inflate.decompress(packed) + inflate.flush()
    if not inflate.eof or inflate.unused_data != _sum(text):
        raise ValueError("the lines of a document are not those that were packed")
    return tuple(text.decode("utf-8", "surrogatepass").split("\n")[:-1])


def _sum(text: bytes) -> bytes:
    return zlib.adler32(text).to_bytes(4, "big")


def dictionary_of(documents: Iterable[Sequence[str]]) -> bytes:
    """What documents like these have in common, for `pack_lines`: how they begin and end.

    It makes short ones a quarter smaller.
    """
    texts = ("\n".join(lines).encode("utf-8", "surrogatepass") for lines in documents)
    return b"".join(text[:SAMPLED] + text[-SAMPLED:] for text in texts)[-DICTIONARY_BYTES:]


def pack_markup(markup: Sequence[Markup]) -> bytes:
    """The markup, deflated; nothing at all where every line is plain."""
    if all(mark is PLAIN or mark == PLAIN for mark in markup):
        return b""
    numbers: dict[str, int] = {}
    rows = [
        [mark.kind, mark.level, mark.region, mark.links, mark.path, _number(numbers, mark.names)]
        for mark in markup
    ]
    return _deflated([list(numbers), rows])


def unpack_markup(packed: bytes, lines: int) -> tuple[Markup, ...]:
    """The markup of `pack_markup`, for a document of so many lines."""
    if not packed:
        return (PLAIN,) * lines
    names, rows = _loaded(zlib.decompress(packed))
    return tuple(
        Markup(Kind(kind), level, region, links, tuple(path), names[number])
        for kind, level, region, links, path, number in rows
    )


def _number(numbers: dict[str, int], names: str) -> int:
    """The number of these names, a new one where they are new."""
    return numbers.setdefault(names, len(numbers))


def pack_judgement(lines: Sequence[Line]) -> bytes:
    """Labels, scores and reasons of the lines, without their texts."""
    reasons: dict[str, int] = {}
    numbers = array("H", (_number(reasons, line.reason) for line in lines))
    scores = (UNSCORED if line.score is None else _steps(line.score) for line in lines)
    labels = "".join(LETTERS[line.label] for line in lines).encode("ascii")
    head = _dumped(list(reasons)).encode("ascii")
    deflate = zlib.compressobj(DEFLATE_LEVEL, wbits=-zlib.MAX_WBITS, zdict=JUDGED_OFTEN)
    plain = b"".join((head, b"\n", labels, bytes(scores), numbers.tobytes()))
    return deflate.compress(plain) + deflate.flush() + _sum(plain)


def unpack_judgement(packed: bytes, texts: Sequence[str]) -> tuple[Line, ...]:
    """The lines of `pack_judgement` with their texts. ValueError where those are not as many."""
    inflate = zlib.decompressobj(wbits=-zlib.MAX_WBITS, zdict=JUDGED_OFTEN)
    plain = inflate.decompress(packed) + inflate.flush()
    head, _, rest = plain.partition(b"\n")
    count = len(texts)
    whole = inflate.eof and inflate.unused_data == _sum(plain)
    if not whole or len(rest) != 4 * count:
        raise ValueError("the judgement is not one of these lines")
    reasons = _loaded(head)
    numbers = array("H")
    numbers.frombytes(rest[2 * count :])
    columns = texts, rest[:count].decode("ascii"), rest[count : 2 * count], numbers
    return tuple(
        Line(
            text,
            LABELS[label],
            reasons[number],
            None if score == UNSCORED else score / SCORE_STEPS,
        )
        for text, label, score, number in zip(*columns, strict=True)
    )


def _steps(score: float) -> int:
    return max(0, min(SCORE_STEPS, round(score * SCORE_STEPS)))


def unjudged_lines(texts: Iterable[str]) -> tuple[Line, ...]:
    """The lines of a document that nobody has judged: all of it is body."""
    return tuple(Line(text, Label.BODY if text.strip() else Label.BLANK) for text in texts)


def pack_metadata(metadata: Metadata, known: Metadata = UNKNOWN) -> str:
    """What the metadata says, other than what is known, as JSON; "" where it says nothing."""
    pairs = zip(Metadata._fields, metadata, known, strict=True)
    said = {name: value for name, value, other in pairs if value != other}
    return _dumped(said) if said else ""


def unpack_metadata(packed: str, known: Metadata = UNKNOWN) -> Metadata:
    """The metadata of `pack_metadata`, with the same known."""
    said = _loaded(packed) if packed else {}
    if "tags" in said:
        said["tags"] = tuple(said["tags"])
    if "own" in said:
        said["own"] = tuple((name, value) for name, value in said["own"])
    return known._replace(**said)


def listed_metadata(title: str, columns: Mapping[str, str | None]) -> Metadata:
    """What lists know of a document, by the columns of `described`."""
    return UNKNOWN._replace(
        title=title,
        author=columns["author"] or "",
        site=columns["site_name"] or "",
        date=columns["date"],
        lang=columns["lang"] or "",
        tags=tuple((columns["tags"] or "").split("\n")) if columns["tags"] else (),
        url=columns["url"] or "",
        own=unpack_own(columns["own"] or ""),
    )


def pack_own(own: Iterable[tuple[str, str]]) -> str:
    """Names and values, a line each."""
    return "\n".join(f"{name} {plain(value)}" for name, value in own)


def unpack_own(packed: str) -> tuple[tuple[str, str], ...]:
    """The pairs of `pack_own`."""
    pairs = (line.partition(" ") for line in packed.split("\n") if line)
    return tuple((name, value) for name, _, value in pairs)


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Signed 64-bit numbers, 8 bytes each."""
    return array("q", numbers).tobytes()


def unpack_numbers(packed: bytes) -> "array[int]":
    """The numbers of `pack_numbers`."""
    numbers = array("q")
    numbers.frombytes(packed)
    return numbers


def pack_choice(chosen: Collection[int], numbers: Sequence[int]) -> bytes:
    """Which of these distinct numbers are chosen, a bit each. ValueError if others are, too."""
    bits = "".join("1" if number in chosen else "0" for number in reversed(numbers))
    if bits.count("1") != len(chosen):
        raise ValueError("a number is chosen that is not there")
    mask = int(bits or "0", 2)
    return mask.to_bytes((mask.bit_length() + 7) // 8, "little")


def unpack_choice(packed: bytes, numbers: Iterable[int]) -> frozenset[int]:
    """The chosen ones of `pack_choice`, from the same numbers."""
    bits = f"{int.from_bytes(packed, 'little'):b}"[::-1]
    return frozenset(compress(numbers, map(int, bits)))


class Packed(NamedTuple):
    """A document as it was read, as it is stored."""

    format: str
    encoding: str
    guessed: bool
    title: str  # that it declares
    declared: str  # its metadata
    described: Mapping[str, str | None]  # columns of lists
    notes: str
    length: int  # how many lines it has
    lines: bytes
    dictionary: bool  # whether the lines need that of the catalogue
    markup: bytes


class PackedJudgement(NamedTuple):
    """What judging made of a document, as it is stored."""

    title: str  # as lists show it
    found: str  # its metadata, other than what lists know
    described: Mapping[str, str | None]  # columns of lists
    length: int  # how many lines it has
    lines: bytes


def pack(raw: RawDocument, dictionary: bytes = b"") -> Packed:
    """Pack a document as it was read, with the dictionary of the catalogue if it has one."""
    return Packed(
        raw.format,
        raw.encoding,
        raw.guessed,
        plain(raw.metadata.title),
        pack_metadata(raw.metadata),
        described(raw.metadata),
        "\n".join(raw.notes),
        len(raw.lines),
        pack_lines(raw.lines, dictionary),
        bool(dictionary),
        pack_markup(raw.markup),
    )


def pack_judged(judged: Judged, listed: str = "") -> PackedJudgement:
    """Pack what judging made of a document; without a title it is listed under this one."""
    metadata = judged.metadata
    title, columns = plain(metadata.title or listed), described(metadata)
    return PackedJudgement(
        title,
        pack_metadata(metadata, listed_metadata(title, columns)),
        columns,
        len(judged.lines),
        pack_judgement(judged.lines),
    )


def described(metadata: Metadata) -> dict[str, str | None]:
    """The columns that come from a document's metadata, but for the title."""
    return {
        "author": plain(metadata.author),
        "site_name": plain(metadata.site),
        "date": None if metadata.date is None else plain(metadata.date),
        "lang": plain(metadata.lang),
        "tags": "\n".join(plain(tag) for tag in metadata.tags),
        "url": plain(metadata.url),
        "own": pack_own(metadata.own),
    }


def _deflated(value: object) -> bytes:
    return zlib.compress(_dumped(value).encode("ascii"), DEFLATE_LEVEL)


def _dumped(value: object) -> str:
    import json  # noqa: PLC0415  # the first rows are on the screen without it

    return json.dumps(value)


def _loaded(text: str | bytes) -> Any:
    import json  # noqa: PLC0415

    return json.loads(text)
