"""The inflected forms of a word among those of an index. Must not know: misspellings, queries.

By the stemmers of Snowball (Porter), and only as far as `inflection` allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.search.spelling.inflection import certain, one_word, shared

if TYPE_CHECKING:
    from Stemmer import Stemmer

LANGUAGES = 3  # whose stemmers are asked at most
LONGER = 6  # letters a form may have more than the letters it shares with the word
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
    return sorted({form for each in known[:LANGUAGES] for form in _forms(word, each, beginning)})


def _forms(word: str, language: str, beginning: Beginning) -> Iterator[str]:
    for form in certain(word, language):
        yield from beginning(form, len(form))
    own = stem(word, language)
    start = word[: shared(word, own)]
    if start[-1:] in ("e", "i", "y") and len(start) > SHORTEST_START:
        start = start[:-1]  # copy and copies have the stem copi, write and writing write
    if len(start) < min(SHORTEST_START, len(word)):
        return
    others = [other for other in beginning(start, len(start) + LONGER) if other != word]
    for other, its in zip(others, _stemmer(language).stemWords(others), strict=True):
        if its == own and one_word(word, other, language):
            yield other


def stem(word: str, language: str) -> str:
    """Return what the stemmer of a language that has one leaves of a word."""
    return str(_stemmer(language).stemWord(word))


@lru_cache(LANGUAGES)
def _stemmer(language: str) -> Stemmer:
    from Stemmer import Stemmer as Made  # noqa: PLC0415 - loaded at first use

    return Made(_STEMMERS[language])
