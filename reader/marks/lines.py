"""A fact as a line of text, and back: what a dump and the journal are made of. Pure.

Paths, places inside archives and texts are JSON strings; a name, a number or a word is bare.
"""

import os
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING

from reader.errors import MarksError
from reader.marks.facts import (
    BOOKMARK,
    CORRECT,
    FILE,
    FLAGS,
    HIGHLIGHT,
    POSITION,
    READ,
    SEARCH,
    TAG,
    UNTAG,
    Bookmark,
    Fact,
    Passage,
    Saved,
    Verdict,
)
from reader.marks.keys import Key
from reader.marks.names import tag_name
from reader.model import Position, Quote
from reader.printable import json_text

if TYPE_CHECKING:
    from json import JSONDecoder

KEY_BITS, SIGN_BIT = 2**64 - 1, 2**63
KEY_DIGITS, DIGEST_DIGITS = 16, 64  # hex
SITE = "site "  # stands where else a path does
VERDICTS = {"keep": True, "aside": False}


def facts_of(lines: Iterable[str]) -> list[Fact]:
    """The facts of a dump. Raises MarksError for a line that is none, with its number."""
    facts = []
    for number, line in enumerate(lines, 1):
        if text := line.rstrip("\r\n"):
            try:
                facts.append(fact_of(text))
            except MarksError as error:
                raise MarksError(f"line {number}: {error}; nothing was changed") from error
    return facts


def written(fact: Fact) -> str:
    """The line of a fact, printable ASCII and letters."""
    value = fact.value
    where = _where(fact.document) if fact.document else ""
    match value:
        case bytes():
            return f"{FILE} {where} {value.hex()}"
        case str() | int():
            return f"{fact.kind} {where} {value}"
        case Position():
            return f"{POSITION} {where} {value.line}:{value.character}"
        case Verdict():
            where = where or f"{SITE}{json_text(value.site)}"
            said = f"{'keep' if value.keep else 'aside'} {value.number}"
            code = f"{value.line & KEY_BITS:016x}"
            return f"{CORRECT} {where} {said} {code} {json_text(value.text)}"
        case Passage(number=number, quote=quote):
            texts = (quote.exact, quote.before, quote.after, value.note)
            place = f"{number} {quote.line}:{quote.character}"
            return f"{HIGHLIGHT} {where} {place} {' '.join(map(json_text, texts))}"
        case Bookmark(letter=letter, position=position):
            return f"{BOOKMARK} {where} {letter} {position.line}:{position.character}"
        case Saved():
            return f"{SEARCH} {json_text(value.name)} {json_text(value.query)}"
    return f"{fact.kind} {where}"


def fact_of(line: str) -> Fact:
    """The fact that a line says. Raises MarksError for a line that says none."""
    kind, _, rest = line.partition(" ")
    if kind not in READERS:
        raise MarksError(f"{kind[:20]!r} is no kind of fact: there are {', '.join(READERS)}")
    scanner = _Scanner(rest)
    try:
        fact = READERS[kind](scanner, kind)
        scanner.end()
    except (ValueError, IndexError, UnicodeError) as error:
        raise MarksError(f"this is not how a line with {kind} goes on: {rest[:60]!r}") from error
    return fact


def _where(key: Key) -> str:
    return _string(key.path) + (f" {_string(key.member)}" if key.member else "")


def _string(text: str) -> str:
    # Most paths are plain, and there may be hundreds of thousands.
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return json_text(text)


class _Scanner:
    """Takes the parts of a line off its front; ValueError where another one stands there."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def string(self) -> str:
        """Take a JSON string."""
        if self._text[self._at] != '"':
            raise ValueError(self._text)
        value: str
        value, self._at = _decoder().raw_decode(self._text, self._at)
        self._gap()
        return value

    def word(self) -> str:
        """Take what stands before the next space."""
        end = self._text.find(" ", self._at)
        end = len(self._text) if end < 0 else end
        word, self._at = self._text[self._at : end], end
        if not word:
            raise ValueError(self._text)
        self._gap()
        return word

    def place(self) -> Position:
        """Take a line and a character."""
        line, character = self.word().split(":")
        return Position(_number(line), _number(character))

    def took(self, word: str) -> bool:
        """Take this word if it stands there."""
        there = self._text.startswith(word, self._at)
        self._at += len(word) * there
        return there

    def key(self) -> Key:
        """Take a document."""
        path = self.string()
        member = self.string() if self._text.startswith('"', self._at) else ""
        if not os.path.isabs(path) or "\0" in path:  # noqa: PTH117 - a Path would fold "//"
            raise ValueError(path)
        os.fsencode(path)
        return Key(path, member)

    def more(self) -> bool:
        """Whether anything is left."""
        return self._at < len(self._text)

    def end(self) -> None:
        """See that nothing is left."""
        if self.more():
            raise ValueError(self._text)

    def _gap(self) -> None:
        if self._at < len(self._text):
            if self._text[self._at] != " " or self._at + 1 == len(self._text):
                raise ValueError(self._text)
            self._at += 1


@cache
def _decoder() -> "JSONDecoder":
    import json  # noqa: PLC0415  # rows are painted without it

    return json.JSONDecoder()


def _number(text: str) -> int:
    # int() also takes signs, underscores and other digits.
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise ValueError(text)
    return int(text)


def _hex(text: str, digits: int) -> bytes:
    if len(text) != digits or text.strip("0123456789abcdef"):
        raise ValueError(text)
    return bytes.fromhex(text)


def _file(scanner: _Scanner, kind: str) -> Fact:
    return Fact(kind, scanner.key(), _hex(scanner.word(), DIGEST_DIGITS))


def _tag(scanner: _Scanner, kind: str) -> Fact:
    return Fact(kind, scanner.key(), tag_name(scanner.word()))


def _flag(scanner: _Scanner, kind: str) -> Fact:
    return Fact(kind, scanner.key())


def _read(scanner: _Scanner, kind: str) -> Fact:
    return Fact(kind, scanner.key(), _number(scanner.word()) if scanner.more() else None)


def _position(scanner: _Scanner, kind: str) -> Fact:
    return Fact(kind, scanner.key(), scanner.place())


def _verdict(scanner: _Scanner, kind: str) -> Fact:
    site, document = "", None
    if scanner.took(SITE):
        site = _stored(scanner.string())
        if not site:
            raise ValueError(site)
    else:
        document = scanner.key()
    keep = VERDICTS.get(scanner.word())
    if keep is None:
        raise ValueError(kind)
    number = _number(scanner.word())
    code = int.from_bytes(_hex(scanner.word(), KEY_DIGITS), "big")
    line = code - 2 * SIGN_BIT if code >= SIGN_BIT else code
    return Fact(kind, document, Verdict(keep, number, line, _stored(scanner.string()), site))


def _passage(scanner: _Scanner, kind: str) -> Fact:
    document, number, place = scanner.key(), _number(scanner.word()), scanner.place()
    exact, before, after, note = (_stored(scanner.string()) for _ in range(4))
    quote = Quote(exact, before, after, place.line, place.character)
    return Fact(kind, document, Passage(number, quote, note))


def _bookmark(scanner: _Scanner, kind: str) -> Fact:
    document, letter = scanner.key(), scanner.word()
    if not (len(letter) == 1 and letter.isascii() and letter.isalpha()):
        raise ValueError(letter)
    return Fact(kind, document, Bookmark(letter, scanner.place()))


def _saved(scanner: _Scanner, kind: str) -> Fact:
    name, query = _stored(scanner.string()), _stored(scanner.string())
    if not name:
        raise ValueError(name)
    return Fact(kind, None, Saved(name, query))


def _stored(text: str) -> str:
    text.encode()  # a lone surrogate cannot be stored: UnicodeError
    return text


READERS: dict[str, Callable[[_Scanner, str], Fact]] = {
    FILE: _file,
    TAG: _tag,
    UNTAG: _tag,
    **dict.fromkeys(FLAGS, _flag),
    READ: _read,
    POSITION: _position,
    CORRECT: _verdict,
    HIGHLIGHT: _passage,
    BOOKMARK: _bookmark,
    SEARCH: _saved,
}
"""Every kind of fact, and how the rest of its line is read."""
