"""What a word that was typed may stand for, and how surely. Must not know: queries, files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp, log, log10
from typing import NamedTuple

from reader.search.spelling.forms import forms
from reader.search.spelling.lexicon import Lexicon, Near, spelt
from reader.search.spelling.slips import TIMES, slipped

RARE = 3  # texts that must have a word so that it is taken as it is,
RARE_SHARE = 20_000  # and one of so many
MORE_OFTEN = 10  # times as many texts as a rare word must have what it is a misspelling of

FORM = 0.6  # what finding a form counts, the word itself counting 1
MISSPELT_RARE = 0.3  # the same of a misspelling of a word that some texts have
MOST_FORMS, MOST_MISSPELT = 8, 8  # words of each that are looked for

OTHER_FIRST = 0.4  # edits that another first letter counts
ALIKE, ALIKE_EDIT = 0.1, 0.4  # edits that another spelling counts, and each of its edits
TENFOLD = -0.4  # edits that ten times as many texts count
WINDOW = 0.7  # edits by which what is meant may be further than the nearest
STEEP = 4.0  # how much less is counted an edit further: exp(-STEEP)

_KNOWN = 512  # words whose meaning is kept
_VOWELS = frozenset("aeiou")


class Likely(NamedTuple):
    """A word that may be meant, and what finding it counts: 0 to 1."""

    word: str
    weight: float


class Meant(NamedTuple):
    """What a word may stand for beside itself, the likeliest first."""

    forms: tuple[Likely, ...] = ()
    misspelt: tuple[Likely, ...] = ()
    known: bool = True  # some text has the word itself
    rather: str = ""  # many texts have the word, but it is likely a slip, and this one was meant


class Spelling:
    """The words of one state of an index; for any thread, but one at a time."""

    def __init__(
        self,
        lexicons: Sequence[Lexicon],
        often: Callable[[str], int],
        texts: int,
        languages: Sequence[str] = (),
    ) -> None:
        """`lexicons` together have all words of the index, and may have others.

        `often` returns in how many texts a word is now; of so many `texts`. `languages` are the
        two-letter codes of those the texts are in, the most frequent first.
        """
        self._lexicons = lexicons
        self._often = often
        self._texts = texts
        self._least = max(RARE, texts / RARE_SHARE)
        self._languages = tuple(languages)
        self._known: dict[tuple[str, bool], Meant] = {}
        self._frequent: list[str] | None = None

    def meant(self, word: str, fuzzy: bool = False) -> Meant:
        """Return what a folded word may stand for; nothing of what is not `spelt`.

        A word that many texts have is not misspelt, unless it is asked for as a `fuzzy` one.
        """
        if not spelt(word):
            return Meant()
        if (word, fuzzy) not in self._known:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            self._known[word, fuzzy] = self._looked_up(word, fuzzy)
        return self._known[word, fuzzy]

    def rather(self, word: str) -> str:
        """Return what was meant by a folded word if texts have it and it is a slip, or ""."""
        own = self._often(word)
        if not own:
            return ""
        if self._frequent is None:
            least = TIMES * self._least
            self._frequent = [each for part in self._lexicons for each in part.frequent(least)]
        counts = [(other, self._often(other)) for other in slipped(word, self._frequent)]
        counts = sorted((pair for pair in counts if pair[1] >= TIMES * own), key=_frequent)
        others = forms(word, self._languages, self._beginning) if counts else ()
        return next((other for other, _ in counts if other not in others), "")

    def _looked_up(self, word: str, fuzzy: bool) -> Meant:
        own = self._often(word)
        found = forms(word, self._languages, self._beginning)
        counts = [(form, count) for form in found if (count := self._often(form))]
        counts = sorted(counts, key=_frequent)[:MOST_FORMS]
        inflected = tuple(
            Likely(form, FORM * self._no_rarer(count, own or count)) for form, count in counts
        )
        others = {form for form, _ in counts}
        if fuzzy or max([own, *(count for _, count in counts)]) < self._least:
            least = 1 if fuzzy else max(1, own * MORE_OFTEN)
            return Meant(inflected, self._misspelt(word, others, least, own, fuzzy), own > 0)
        return Meant(inflected, (), own > 0, self.rather(word))

    def _beginning(self, start: str, longest: int) -> set[str]:
        return {word for part in self._lexicons for word in part.beginning(start, longest)}

    def _misspelt(
        self, word: str, others: set[str], least: int, own: int, fuzzy: bool
    ) -> tuple[Likely, ...]:
        """Return what texts have, `least` of them at least, and is spelt much like the word.

        What is known, in its `own` texts, is no more than one edit away from what was meant, unless
        it is asked for as a `fuzzy` one.
        """
        near = {each.word: each for part in self._lexicons for each in part.near(word)}
        found = []
        for each in near.values():
            count = 0 if each.word in others else self._often(each.word)
            if count >= least and (each.edits == 1 or fuzzy or not own):
                found.append((_cost(word, each, count), each.word, count))
        found.sort()
        likely = [each for each in found if each[0] <= found[0][0] + WINDOW][:MOST_MISSPELT]
        best = MISSPELT_RARE if own else 1.0
        return tuple(
            Likely(
                each, best * exp(STEEP * (found[0][0] - cost)) * self._no_rarer(count, found[0][2])
            )
            for cost, each, count in likely
        )

    def _no_rarer(self, count: int, than: int) -> float:
        """Return what takes from a word that so many texts have what it counts more as it is rarer.

        `than`: so many have the word it stands beside. By the inverse document frequency of BM25.
        """
        return min(1.0, self._telling(than) / self._telling(count))

    def _telling(self, count: int) -> float:
        return log(1 + (max(0, self._texts - count) + 0.5) / (count + 0.5))


def _frequent(form: tuple[str, int]) -> tuple[int, str]:
    return -form[1], form[0]


def _cost(word: str, near: Near, count: int) -> float:
    """Return how far a word is from what was typed, in edits; spread wide by how rare it is."""
    often = TENFOLD * log10(count)
    if near.alike:
        return often + ALIKE + ALIKE_EDIT * near.edits
    first = near.word[0] != word[0] and not {near.word[0], word[0]} <= _VOWELS
    return often + near.edits + OTHER_FIRST * first
