"""Text made comparable: case, accents and letter variants folded, cut into searchable words.

One definition serves titles, the full text, snippets and highlighting, so that what one finds
the others light up. Must not know: the query language, the indexes.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

MAX_WORD = 60  # characters; longer runs are encoded bytes, kept only so far

_KEPT_CLASSES = frozenset({0, 8, 9})  # vowel signs, kana voicing and viramas change the word
_VARIANTS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŋ": "n",
        "\u0131": "i",  # the i without a dot
        "\u0649": "\u064a",  # alef maksura and Farsi yeh to yeh
        "\u06cc": "\u064a",
        "\u06a9": "\u0643",  # keheh to kaf
        "\u06d5": "\u0647",  # ae and heh goal to heh
        "\u06c1": "\u0647",
        "\u0640": "",  # the stroke that only stretches a word
    }
)
_VARIED = re.compile(f"[{''.join(map(chr, _VARIANTS))}]")
_MARKS = (
    "\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u09d7"
    "\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57"
    "\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6"
    "\u0d00-\u0d03\u0d3b-\u0d4d\u0d57\u0d81-\u0d83\u0dca-\u0ddf"
)  # vowel signs of the Indic scripts: part of a word, though not letters
_UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u1000-\u104f\u1780-\u17d3\u1100-\u11ff"
    "\u3005-\u3007\u3040-\u309a\u309d-\u30fa\u30fc-\u30ff\u3130-\u318f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)  # scripts that write words without spaces between them: Thai to Chinese, Japanese, Korean
_WORD = re.compile(rf"[{_UNSPACED}]+|(?:[^\W_{_UNSPACED}]|[{_MARKS}])+")
_ASCII_CUTS = {code: " " for code in range(128) if not re.match("[a-z0-9]", chr(code))}
_PLAIN_WORD = re.compile(r"[^\W_]+")
_OTHER_THAN_LETTERS = re.compile(rf"[{_UNSPACED}{_MARKS}]")  # without these a word is a plain one
_UNSPACED_START = re.compile(rf"[{_UNSPACED}]")
_ALONE = re.compile(r"[\x00-\x7f]+(?=[\x00-\x7f]|\Z)")  # ASCII, but what an accent may follow


@dataclass(frozen=True, slots=True)
class Spot:
    """A searchable word of a text and where it stands: a range of the folded text."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _accents() -> re.Pattern[str]:
    """Match what folding removes; worked out once, from the character database."""
    removed = "".join(
        character
        for character in map(chr, (*range(0x300, 0x3100), *range(0xFE20, 0xFE30)))
        if unicodedata.combining(character) not in _KEPT_CLASSES
    )
    return re.compile(f"[{removed}]+")


@lru_cache(maxsize=1)
def _written() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Match words of which nothing was folded away yet; and what only some texts have of them."""
    marks = _MARKS + _accents().pattern[1:-2]
    words = re.compile(rf"[{_UNSPACED}]+|(?:[^\W_{_UNSPACED}]|[{marks}])+")
    return words, re.compile(f"[{_UNSPACED}{marks}]")


def fold(text: str) -> str:
    """Return `text` with case, accents and letter variants folded away."""
    if text.isascii():
        return text.lower()
    plain = _accents().sub("", unicodedata.normalize("NFKD", text).casefold())
    if _VARIED.search(plain):  # in few texts, and to translate one takes long
        plain = plain.translate(_VARIANTS)
    return unicodedata.normalize("NFC", plain)


def spots(folded: str) -> list[Spot]:
    """Return the words of a folded text in order.

    A run of a script without spaces gives one word for each character: the character and the
    next one, the last character alone.
    """
    found: list[Spot] = []
    for match in _WORD.finditer(folded):
        start, end = match.span()
        if unspaced(match[0]):
            found.extend(
                Spot(folded[at : min(at + 2, end)], at, at + 1) for at in range(start, end)
            )
        else:
            found.append(Spot(match[0][:MAX_WORD], start, end))
    return found


def words(text: str) -> list[str]:
    """Return the searchable words of `text`, folded, in order."""
    return cut(fold(text))


def cut(folded: str) -> list[str]:
    """Return the words of a folded text in order."""
    if folded.isascii():  # most texts, and quickly done
        found = folded.translate(_ASCII_CUTS).split()
    elif has_plain_words(folded):
        found = _PLAIN_WORD.findall(folded)
    else:
        return [spot.word for spot in spots(folded)]
    if found and max(map(len, found)) > MAX_WORD:
        return [word[:MAX_WORD] for word in found]
    return found


def has_plain_words(folded: str) -> bool:
    """Whether every run of letters and digits in a folded text is one word, and no word is else."""
    return folded.isascii() or not _OTHER_THAN_LETTERS.search(folded)


def asked(text: str) -> list[str]:
    """Return the words to look for when somebody asks for `text`.

    As `words`, but a run of a script without spaces that has two characters or more does not end
    in a lone one.
    """
    folded = fold(text)
    if folded.isascii():
        return cut(folded)
    found: list[str] = []
    for match in _WORD.finditer(folded):
        run = match[0]
        if unspaced(run):
            found.extend(run[at : at + 2] for at in range(max(1, len(run) - 1)))
        else:
            found.append(run[:MAX_WORD])
    return found


def as_written(text: str) -> list[str]:
    """Return the words of `text` with their capitals and accents, in order.

    A run of a script without spaces is one word, and an accent that stands alone is another.
    """
    whole = text if text.isascii() else unicodedata.normalize("NFKC", text)
    pattern, other_than_letters = _written()
    return (pattern if other_than_letters.search(whole) else _PLAIN_WORD).findall(whole)


def unspaced(word: str) -> bool:
    """Whether `word` is of a script without spaces, where one letter can be a whole word."""
    return _UNSPACED_START.match(word) is not None


def folded_with_origins(text: str) -> tuple[str, Sequence[int]]:
    """Return the folded text and, for each of its characters, the index in `text` it came from.

    One more index, the length of `text`, ends the list.
    """
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    pieces: list[str] = []
    origins: list[int] = []
    start = 0
    while start < len(text):
        if plain := _ALONE.match(text, start):
            end = plain.end()
            piece = plain[0].lower()
            origins.extend(range(start, end))
        else:
            end = start + 1
            while end < len(text) and _joins(text[end]):
                end += 1
            piece = fold(text[start:end])
            origins.extend([start] * len(piece))
        pieces.append(piece)
        start = end
    origins.append(len(text))
    return "".join(pieces), origins


def _joins(character: str) -> bool:
    """Whether it belongs to the character before it: a mark, or a part of a Korean syllable."""
    return unicodedata.combining(character) > 0 or "\u1160" <= character <= "\u11ff"
