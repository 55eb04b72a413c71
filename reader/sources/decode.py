"""Bytes to text: what the file says about itself first, then what its bytes can only be."""

import codecs
import re
from dataclasses import dataclass

from reader.errors import SourceError

BINARY_NULS = 0.1  # share of NUL bytes from which a file is no text
BINARY_CONTROLS = 0.05  # share of control bytes from which bytes that are not UTF-8 are no text

_DECLARED_WITHIN = 4_096  # bytes in which a page names its encoding
_SAMPLE = 16_384  # bytes of lines with high bytes that a guess is made from
_WIDE_SAMPLE = 4_096  # bytes looked at for the NUL pattern of UTF-16 and UTF-32
_WIDE_NULS = 0.1  # least share of NULs among the high halves of UTF-16 text
_WESTERN = 0.12  # most high bytes per letter in Western European text
_VALID_PER_BROKEN = 4  # good UTF-8 sequences for each bad one in text that is still UTF-8

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,400}?charset\s{0,9}=[\s\"']{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")
_SUPERSETS = {  # what browsers read under the name of a smaller set
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_GUESSED = (
    "cp1252 cp1251 koi8_r cp1250 iso8859_2 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874"
    " mac_roman mac_cyrillic cp850 cp437 cp932 euc_jp gb18030 big5 cp949 johab"
)
_GUESSES = _GUESSED.split()
_ASCII = bytes(range(0x20, 0x7F)).decode()
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\b\x1b"})
_NOT_LETTERS = bytes({*range(0x80)} - {*range(0x41, 0x5B), *range(0x61, 0x7B)})
_NARROW = _ASCII.encode() + b"\t\n\r\0"  # nothing else: ASCII with a few stray NULs
_HIGH = bytes(range(0x80, 0x100))
_UNDEFINED_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_SIGN_IN_WORD = re.compile(  # bytes that are signs in windows-1252, but stand inside a word
    rb"[a-z][\xc0-\xde][a-z]|[A-Za-z][\x80\x82-\x84\x86-\x89\x8b\x95\x98\x99\x9b\xa1-\xac\xae-\xb6\xb8\xb9\xbb-\xbf][a-z]"
)
_KANA = re.compile(rb"(?:[\x00-\x7f]*+(?:[\xa1-\xfe]{2}){0,3}?[\xa4\xa5][\xa1-\xf6]){8}")
_SHIFTS = re.compile(rb"\x1b\$[@B]|\x1b\(J|\x1b\$\)C")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and how it was read."""

    text: str
    encoding: str  # Python's name of the codec
    guessed: bool = False
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, declares: bool = False, cut: bool = False) -> Decoded:
    """The text of `data`; SourceError when it is none.

    `declares` says that it may name its encoding as pages do, `cut` that it is the start of a
    longer file, so that it may end inside a character.
    """
    decoded = _marked(data) or _wide(data, cut)
    if decoded:
        return decoded
    if data and data.count(0) > BINARY_NULS * len(data):
        raise SourceError("binary file")
    declared = _declared(data) if declares else None
    decoded = _as_utf8(data, declared, cut) or _as_declared(data, declared, cut)
    if decoded:
        return decoded
    if len(data) - len(data.translate(None, _CONTROLS)) > BINARY_CONTROLS * len(data):
        raise SourceError("binary file")
    return _mostly_utf8(data, declared) or _guessed(data, cut)


def _strict(data: bytes, encoding: str, cut: bool) -> str | None:
    """The text, if every byte has a meaning; a character cut off at the end is left out."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, final=not cut)
    except (UnicodeError, ValueError):
        return None


def _replaced(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (f"{count} {'bytes' if count > 1 else 'byte'} could not be read and stand as \ufffd",)


def _marked(data: bytes) -> Decoded | None:
    """By the byte order mark."""
    mark, encoding = next((bom for bom in _BOMS if data.startswith(bom[0])), (b"", ""))
    if not mark:
        return None
    rest = data[len(mark) :]
    if encoding.startswith("utf-16") and rest and rest.isascii() and 0 not in rest:
        note = "its first bytes say UTF-16, but it is not"
        return Decoded(rest.decode("ascii"), "utf-8", True, (note,))
    text = rest.decode(encoding, "replace").lstrip("\ufeff")
    bad = text.count("\ufffd") - rest.count("\ufffd".encode(encoding))
    if encoding == "utf-8" and bad > _VALID_PER_BROKEN:
        return None
    return Decoded(text, encoding, False, _replaced(max(0, bad)))


def _wide(data: bytes, cut: bool) -> Decoded | None:
    """UTF-16 or UTF-32 without a mark: NULs in every other byte, or in three of four."""
    sample = data[: min(len(data), _WIDE_SAMPLE) // 4 * 4]
    quarter = len(sample) // 4
    nuls = [sample[place::4].count(0) for place in range(4)]
    low, high = nuls[0] + nuls[2], nuls[1] + nuls[3]
    if not quarter or (sum(nuls) < 1.6 * quarter and not sample.translate(None, _NARROW)):
        return None
    if nuls[3] == quarter and nuls[2] > 0.9 * quarter:
        encoding = "utf-32-le"
    elif nuls[0] == quarter and nuls[1] > 0.9 * quarter:
        encoding = "utf-32-be"
    elif high > _WIDE_NULS * 2 * quarter and low <= high / 50:
        encoding = "utf-16-le"
    elif low > _WIDE_NULS * 2 * quarter and high <= low / 50:
        encoding = "utf-16-be"
    else:
        return None
    text = _strict(data, encoding, cut)
    if text is None or not _reads_as_text(text[:_WIDE_SAMPLE]):
        return None
    return Decoded(text, encoding, True, (f"read as {encoding}, guessed",))


def _reads_as_text(text: str) -> bool:
    shown = sum(character.isprintable() or character in "\n\r\t" for character in text)
    return shown > 0.9 * len(text)


def _declared(data: bytes) -> str | None:
    """Python's name of the encoding a page declares; None for names that cannot be true."""
    head = data[:_DECLARED_WITHIN]
    found = _META.search(head) or _XML.match(head)
    if found is None:
        return None
    try:
        codec = codecs.lookup(found[1].decode("ascii"))
        if _ASCII.encode(codec.name).decode(codec.name) != _ASCII or _ASCII.encode(
            codec.name
        ) != _ASCII.encode("ascii"):
            return None
    except (LookupError, ValueError):  # unknown, or no text encoding at all
        return None
    if codec.name in {"utf-7", "hz", "unicode_escape", "raw-unicode-escape"}:
        return None
    return _SUPERSETS.get(codec.name, codec.name)


def _as_utf8(data: bytes, declared: str | None, cut: bool) -> Decoded | None:
    """Bytes that are UTF-8 throughout are nothing else, unless another name fits as well."""
    text = _strict(data, "utf-8", cut)
    if text is None:
        return None
    if text.isascii():
        return _shifted(data, declared, cut) or Decoded(text, "utf-8")
    if declared in {None, "utf-8"}:
        return Decoded(text.lstrip("\ufeff"), "utf-8")
    few = sum(not character.isascii() for character in text[:_SAMPLE]) < 8
    if few and declared in {"gb18030", "big5", "cp932", "cp949", "euc_jp"}:
        return None
    return Decoded(text, "utf-8", False, (f"declared as {declared}, but it is utf-8",))


def _shifted(data: bytes, declared: str | None, cut: bool) -> Decoded | None:
    """ISO-2022: ASCII bytes with escape sequences that switch to another set."""
    if not _SHIFTS.search(data):
        return None
    for encoding in ("iso2022_jp", "iso2022_kr"):
        text = _strict(data, encoding, cut)
        if text is not None and not text.isascii():
            known = declared == encoding
            notes = () if known else (f"read as {encoding}, guessed",)
            return Decoded(text, encoding, not known, notes)
    return None


def _as_declared(data: bytes, declared: str | None, cut: bool) -> Decoded | None:
    if declared in {None, "utf-8"}:
        return None
    assert declared is not None
    text = _strict(data, declared, cut)
    if text is None:
        text = data.decode(declared, "replace")
        if text.count("\ufffd") * 200 > len(text):  # a declaration that is no more than a habit
            return None
    return Decoded(text, declared, False, _replaced(text.count("\ufffd")))


def _mostly_utf8(data: bytes, declared: str | None) -> Decoded | None:
    """UTF-8 with a few broken places, as cutting and joining pages leaves them."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    ends_inside = bad == 1 and text.endswith("\ufffd") and len(data) > 3
    if bad * _VALID_PER_BROKEN > good and not ends_inside:
        return None
    guessed = declared is None
    notes = ("read as utf-8, guessed",) if guessed else ()
    return Decoded(text.lstrip("\ufeff"), "utf-8", guessed, notes + _replaced(bad))


def _guessed(data: bytes, cut: bool) -> Decoded:
    sample = _telling_lines(data)
    if _western(sample) and not _UNDEFINED_1252.search(data):
        encoding = "cp1252"
    else:
        encoding = _most_likely(sample)
    text = _strict(data, encoding, cut)
    if text is None:
        text = data.decode(encoding, "replace")
    shown = encoding.replace("cp125", "windows-125")
    notes = (f"read as {shown}, guessed", *_replaced(text.count("\ufffd")))
    return Decoded(text, codecs.lookup(encoding).name, True, notes)


def _telling_lines(data: bytes) -> bytes:
    """The first lines with high bytes: the only ones that tell one encoding from another."""
    start = len(data) - len(data.lstrip(bytes(range(0x80))))
    start = data.rfind(b"\n", 0, start) + 1
    lines = data[max(start, 0) : start + 40 * _SAMPLE].split(b"\n")
    return b"\n".join(line for line in lines if not line.isascii())[:_SAMPLE]


def _western(sample: bytes) -> bool:
    """Whether the high bytes are few and stand where accents and quotes would."""
    high = len(sample) - len(sample.translate(None, _HIGH))
    letters = len(sample.translate(None, _NOT_LETTERS))
    few = high <= 3 or high <= _WESTERN * letters
    return few and not _UNDEFINED_1252.search(sample) and not _SIGN_IN_WORD.search(sample)


def _most_likely(sample: bytes) -> str:
    """The encoding whose text looks most like a language; utf-8 when none does."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - costs start-up time

    if _KANA.match(sample) and _strict(sample, "euc_jp", True):
        return "euc_jp"
    best = from_bytes(sample, cp_isolation=_GUESSES, preemptive_behaviour=False).best()
    return best.encoding if best is not None and best.encoding in _GUESSES else "utf-8"
