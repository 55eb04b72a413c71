"""The one door for untrusted text: what may reach a terminal. Must not know: its origin."""

import re
import unicodedata

MARKS_IN_A_ROW = 4  # combining marks and zero-width signs that may follow one another
JOINS_IN_A_ROW = 16  # characters a zero-width joiner may chain into one

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
    + _BIDI
    + _NONCHARACTERS
    + "]"
)
_MAYBE_MARKS = re.compile(rf"[^\w\s!-~]{{{MARKS_IN_A_ROW + 1},}}")  # cheap: no letter, no ASCII
_JOINED = re.compile(f"((?:[^\u200d]\u200d){{{JOINS_IN_A_ROW}}}[^\u200d])\u200d")
_DROPPED = "…"


def printable(text: str) -> str:
    r"""Text that is safe to print and that shows what was in it; idempotent.

    Line ends and tabs become one space each, so a caller splits lines first. Other control codes
    become visible marks (ESC is ␛, U+009B is <9B>), and so do bidirectional controls, invisible tag
    characters, noncharacters and the lone surrogates of file names that are not UTF-8 (\xFF).
    """
    if text.isascii() and text.isprintable():
        return text
    if not text.isprintable():
        text = _UNSAFE.sub(_marked, text.replace("\u00ad", ""))
        if "\u200d" in text:
            text = _JOINED.sub(r"\1", text)
    return text if text.isascii() else _MAYBE_MARKS.sub(_at_most_a_few, text)


def json_text(value: object) -> str:
    r"""JSON, valid as UTF-8, with all that could steer a terminal written \uXXXX."""
    import json  # noqa: PLC0415  # rows are painted without it

    return _UNSAFE.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _marked(found: re.Match[str]) -> str:
    character = found.group()
    code = ord(character)
    if character in "\n\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02X}"
    return f"<{code:02X}>" if code < 0xA0 else f"<{code:04X}>"


def _at_most_a_few(found: re.Match[str]) -> str:
    kept: list[str] = []
    run = 0
    for character in found.group():
        run = run + 1 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else 0
        if run <= MARKS_IN_A_ROW:
            kept.append(character)
        elif run == MARKS_IN_A_ROW + 1:
            kept.append(_DROPPED)
    return "".join(kept)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
