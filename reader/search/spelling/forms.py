"""The inflected forms of a word among those of an index. Must not know: misspellings, queries.

By the stemmers of Snowball (Porter), and only as far as `inflection` allows; and by the table of
`irregular` ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.search.spelling.inflection import certain, one_word, shared
from reader.search.spelling.irregular import IRREGULAR

if TYPE_CHECKING:
    from Stemmer import Stemmer

LANGUAGES = 3  # whose stemmers are asked at most
LONGER = 6  # letters a form may have more than the letters it shares with the word,
ENDING = 3  # or than the word: the stem of long ones leaves off much that is no ending
SHORTEST_START = 3  # letters of the beginning that all forms share; two where a word has no more

_STEMMERS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}

Beginning = Callable[[str, int], Iterable[str]]
"""The words that begin so and have at most so many letters."""


def forms(word: str, languages: Sequence[str], beginning: Beginning) -> list[str]:
    """Return the forms of a folded word, but not itself, in their order.

    `languages` are two-letter codes, the most frequent first; those without a stemmer say nothing.
    """
    known = [language for language in dict.fromkeys(languages) if language in _STEMMERS]
    found: set[str] = set()
    for language in known[:LANGUAGES]:
        found.update(_forms(word, language, beginning))
        for row in _irregular(word, language):
            found.update(_forms(row[0], language, beginning))
            found.update(form for each in row for form in beginning(each, len(each)))
    return sorted(found - {word})


def _irregular(word: str, language: str) -> Iterator[Sequence[str]]:
    """Yield the rows that have a word, or have it when endings are put on their first."""
    rows, by_stem = _tables(language)
    yield from rows.get(word, ())
    for row in by_stem.get(stem(word, language), ()):
        if word not in row and one_word(word, row[0], language):
            yield row


def _forms(word: str, language: str, beginning: Beginning) -> Iterator[str]:
    for form in certain(word, language):
        yield from beginning(form, len(form))
    own = stem(word, language)
    start = word[: shared(word, own)]
    if start[-1:] in ("e", "i", "y") and len(start) > SHORTEST_START:
        start = start[:-1]  # copy and copies have the stem copi, write and writing write
    if len(start) < min(SHORTEST_START, len(word)):
        return
    longest = max(len(start) + LONGER, len(word) + ENDING)
    others = [other for other in beginning(start, longest) if other != word]
    for other, its in zip(others, _stemmer(language).stemWords(others), strict=True):
        if its == own and one_word(word, other, language):
            yield other


def stem(word: str, language: str) -> str:
    """Return what the stemmer of a language that has one leaves of a word."""
    return str(_stemmer(language).stemWord(word))


Rows = dict[str, list[Sequence[str]]]


@lru_cache(LANGUAGES)
def _tables(language: str) -> tuple[Rows, Rows]:
    """Return the irregular words by each of their forms, and by the stem of the first."""
    by_form: Rows = {}
    by_stem: Rows = {}
    for row in IRREGULAR.get(language, ()):
        by_stem.setdefault(stem(row[0], language), []).append(row)
        for form in row:
            by_form.setdefault(form, []).append(row)
    return by_form, by_stem


@lru_cache(LANGUAGES)
def _stemmer(language: str) -> Stemmer:
    from Stemmer import Stemmer as Made  # noqa: PLC0415 - loaded at first use

    return Made(_STEMMERS[language])
