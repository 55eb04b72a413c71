"""Which characters of a title match a query. Must not know: why the title was found."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from reader.search.fold import Spot, folded_with_origins, spots
from reader.search.titling.aligning import NOWHERE
from reader.search.titling.cutting import COMPOUND, JOINERS
from reader.search.titling.initials import SHORTEST, TAKEN

_ASCII_WORD = re.compile("[a-z0-9]+")


def lit(title: str, words: Sequence[str], places: Sequence[int]) -> tuple[int, ...]:
    """Return the characters of `title` to light up, ascending.

    `places` says for each word which of the title's words is meant; NOWHERE: look for another
    reason.
    """
    if title.isascii() and NOWHERE not in places:
        return _in_ascii(title.lower(), words, places)
    folded, origins = folded_with_origins(title)
    found = spots(folded)
    marked: set[int] = set()
    for word, place in zip(words, places, strict=True):
        if NOWHERE < place < len(found):
            marked.update(_meant(word, found[place], folded))
        else:
            marked.update(_elsewhere(word, found, folded))
    return tuple(sorted({origins[at] for at in marked}))


def _in_ascii(title: str, words: Sequence[str], places: Sequence[int]) -> tuple[int, ...]:
    """Return the same where it takes no looking: for most titles."""
    stand = list(islice(_ASCII_WORD.finditer(title), max(places) + 1))
    marked: set[int] = set()
    for word, place in zip(words, places, strict=True):
        start, end = stand[place].span()
        if title.startswith(word, start, end):
            marked.update(range(start, start + len(word)))
        else:
            marked.update(_meant(word, Spot(title[start:end], start, end), title))
    return tuple(sorted(marked))


def _meant(word: str, spot: Spot, folded: str) -> Iterable[int]:
    """Return the letters of a word of the title, or of more than one if they begin with `word`."""
    if not spot.word.startswith(word):
        for compound in COMPOUND.finditer(folded):
            if JOINERS.sub("", compound[0]).startswith(word):
                return range(*compound.span())
        after = _ASCII_WORD.search(folded, spot.end) if word.startswith(spot.word) else None
        if after and (spot.word + after[0]).startswith(word):
            more = after.start() + len(word) - len(spot.word)
            return [*range(spot.start, spot.end), *range(after.start(), more)]
    return _alike(word, spot, folded)


def _alike(word: str, spot: Spot, folded: str) -> Iterator[int]:
    """Yield the letters of a word of the title that a word of the query has too."""
    standing = folded[spot.start : spot.end]
    at = spot.word.find(word)
    if standing != spot.word:  # a character with the next one
        yield from range(spot.start, max(spot.end, spot.start + len(word) * (at == 0)))
    elif at >= 0:
        yield from range(spot.start + at, spot.start + at + len(word))
    else:
        from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - loaded when it is needed

        for code in Levenshtein.opcodes(word, standing):
            if code.tag == "equal":
                yield from range(spot.start + code.dest_start, spot.start + code.dest_end)


def _elsewhere(word: str, found: Sequence[Spot], folded: str) -> Iterator[int]:
    """Yield the letters of a compound, of a word inside another, of several words typed as one."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - loaded when it is needed

    for compound in COMPOUND.finditer(folded):
        one = JOINERS.sub("", compound[0])
        if one.startswith(word) or OSA.distance(one, word, score_cutoff=2) <= 2:
            yield from range(*compound.span())
            return
    for first, second in pairwise(found):
        if (first.word + second.word).startswith(word) and len(first.word) < len(word):
            yield from range(first.start, first.end)
            yield from range(second.start, second.start + len(word) - len(first.word))
            return
    inside = next((spot for spot in found if word in spot.word), None)
    if inside is not None:
        yield from _alike(word, inside, folded)
    elif len(word) >= SHORTEST:
        yield from _spelt(word, found)


def _spelt(word: str, found: Sequence[Spot]) -> list[int]:
    """Return the beginnings of words one after the other that spell `word`, or nothing."""
    for start in range(len(found)):
        ways: dict[int, list[int]] = {0: []}  # letters of `word` that are spelt, and where
        for spot in found[start:]:
            longer: dict[int, list[int]] = {}
            for done, places in ways.items():
                for taken in range(1, TAKEN + 1):
                    begun = word[done : done + taken]
                    if len(begun) == taken and spot.word.startswith(begun):
                        here = range(spot.start, spot.start + taken)
                        longer.setdefault(done + taken, [*places, *here])
            if len(word) in longer:
                return longer[len(word)]
            ways = longer
    return []
