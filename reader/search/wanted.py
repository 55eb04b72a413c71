"""What is lit up in texts: what a query asks for of words, found in the words of a text.

Must not know: the index, which passage is shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.query.patterns import compiled
from reader.search.fold import MAX_WORD, Spot, as_written, asked, unspaced
from reader.search.terms import begins, whole
from reader.search.written import asked_forms, forms

if TYPE_CHECKING:
    import re2

_NEAR = re.compile(r"(?P<first>.*) NEAR/(?P<within>\d+) (?P<second>.*)", re.DOTALL)


class Text(NamedTuple):
    """A text, its words where they stand, and where in it each folded character comes from."""

    text: str
    spots: Sequence[Spot]
    origins: Sequence[int]

    def written(self, at: int) -> str:
        """A word as it is written."""
        spot = self.spots[at]
        return "".join(as_written(self.text[self.origins[spot.start] : self.after(spot.end)]))

    def after(self, end: int) -> int:
        """Where in the text that ends which ends at a place of the folded text."""
        while end < len(self.origins) and self.origins[end] == self.origins[end - 1]:
            end += 1
        return self.origins[end] if end < len(self.origins) else len(self.text)


class Run(NamedTuple):
    """Words side by side."""

    words: tuple[str, ...]
    begun: bool = False  # the last one may go on
    forms: tuple[str, ...] = ()  # in which they must be written; "" for any


class Fitting(NamedTuple):
    """Words side by side that regular expressions fit."""

    pieces: tuple[re2._Regexp[str], ...]

    def at(self, spots: Sequence[Spot], place: int) -> bool:
        """Whether they stand from this word on."""
        here = spots[place : place + len(self.pieces)]
        return len(here) == len(self.pieces) and all(
            piece.fullmatch(spot.word) for piece, spot in zip(self.pieces, here, strict=True)
        )


class Pair(NamedTuple):
    """Any of some words, and any of others not far from it."""

    first: tuple[Run, ...]
    second: tuple[Run, ...]
    within: int


Wanted = Run | Fitting | Pair
Match = tuple[int, int, int]
"""The first and the last of some words of a text, and the end of what is lit of the last."""


@lru_cache(maxsize=64)  # many texts are compared with the words of one query
def wanted(written: str) -> Wanted | None:
    """Return what to look for where a query asks for that, as `intent.lit` writes it."""
    if written.startswith("/") and written.endswith("/"):
        with suppress(ValueError):  # a piece alone is none: /(a b)/
            return Fitting(tuple(compiled(whole(piece)) for piece in written[1:-1].split()))
        return None
    if near := _NEAR.fullmatch(written):
        return Pair(_any_of(near["first"]), _any_of(near["second"]), int(near["within"]))
    return _run(written)


def _any_of(written: str) -> tuple[Run, ...]:
    return tuple(run for each in written.split("|") if (run := _run(each)))


def _run(written: str) -> Run | None:
    begun = written.endswith("*")
    text = written.removesuffix("*")
    words = tuple(asked(text))
    if not words:
        return None
    exact = tuple(asked_forms(text)) if text.startswith("'") else ()
    as_many = len(exact) == len(words) and any(exact)
    return Run(words, begun or begins(words[-1]), exact if as_many else ())


def first_word(each: Wanted) -> str:
    """The word that stands where it begins; "" if that may be any of several."""
    if isinstance(each, Run) and not (each.begun and len(each.words) == 1):
        return each.words[0]
    return ""


def may_hold(folded: str, each: Wanted) -> bool:
    """Whether a folded text has the letters of what is wanted: told far sooner than its words."""
    if isinstance(each, Run):
        return all(word in folded for word in each.words)
    if isinstance(each, Pair):
        sides = each.first, each.second
        return all(any(may_hold(folded, run) for run in side) for side in sides)
    return True


def found(text: Text, each: Wanted) -> list[Match]:
    """Return every place of a text that is wanted, in order."""
    if isinstance(each, Pair):
        return _pairs(text, each)
    if isinstance(each, Fitting):
        length = len(each.pieces)
        return [
            (at, at + length - 1, _spelt_out(text.spots[at + length - 1]))
            for at in range(len(text.spots))
            if each.at(text.spots, at)
        ]
    return [match for at in range(len(text.spots)) if (match := run_at(text, each, at))]


def run_at(text: Text, run: Run, at: int) -> Match | None:
    """Return the match that begins with this word, if there is one."""
    here = text.spots[at : at + len(run.words)]
    if len(here) < len(run.words):
        return None
    *before, last = run.words
    if any(spot.word != word for spot, word in zip(here, before, strict=False)):
        return None
    if here[-1].word != last and not (run.begun and here[-1].word.startswith(last)):
        return None
    if run.forms and not _written_so(text, run, at):
        return None
    goes_on = unspaced(last) or here[-1].word != last
    return at, at + len(here) - 1, here[-1].start + len(last) if goes_on else here[-1].end


def standing(folded: str, run: Run) -> Iterator[tuple[int, int]]:
    """Yield where a run starts and ends in a folded text whose words are plain, however written."""
    return ((match.start(), match.end(1)) for match in _side_by_side(run).finditer(folded))


@lru_cache(maxsize=64)
def _side_by_side(run: Run) -> re.Pattern[str]:
    """Return what finds a run, and in its first group where that ends.

    It begins with a word as it is, which is found many times as fast as the edge of one, and takes
    no more than that, as the next may begin before this one ends.
    """
    first, *others = map(re.escape, run.words)
    # longer words are cut, and end where they end in the text
    cut, *others_cut = [r"[^\W_]*" if len(word) == MAX_WORD else "" for word in run.words]
    following = "".join(
        rf"[\W_]+{word}{rest}" for word, rest in zip(others, others_cut, strict=True)
    )
    end = "" if run.begun else r"(?![^\W_])"
    return re.compile(rf"{first}(?<![^\W_]{first}){cut}(?=({following}){end})")


def _written_so(text: Text, run: Run, at: int) -> bool:
    for place, form in enumerate(run.forms, at):
        present = forms(text.written(place)) if form else ()
        may_go_on = run.begun and place == at + len(run.forms) - 1
        begins_so = may_go_on and any(each.startswith(form) for each in present)
        if form and form not in present and not begins_so:
            return False
    return True


def _pairs(text: Text, pair: Pair) -> list[Match]:
    sides = [
        sorted(match for run in side for match in found(text, run))
        for side in (pair.first, pair.second)
    ]
    near = {
        match
        for own, others in (sides, sides[::-1])
        for match in own
        if _is_near(match, others, pair.within)
    }
    return sorted(near)


def _is_near(match: Match, others: Sequence[Match], within: int) -> bool:
    """Whether any of the others begins or ends so few words from a match, and is not in it."""
    first, last, _ = match
    after = bisect_left(others, (last + 1,))
    if after < len(others) and others[after][0] - last <= within:
        return True
    before = bisect_left(others, (first,)) - 1
    return before >= 0 and 0 < first - others[before][1] <= within


def _spelt_out(spot: Spot) -> int:
    return spot.start + len(spot.word) if unspaced(spot.word) else spot.end
