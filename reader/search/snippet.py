"""The passage that shows why a document was found. Must not know: the index, the screen."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from reader.model import Snippet
from reader.search.fold import folded_with_origins, has_plain_words, spots
from reader.search.wanted import (
    Match,
    Run,
    Text,
    Wanted,
    first_word,
    found,
    may_hold,
    run_at,
    standing,
    wanted,
)

CUT = "…"
PIECE = 4_000  # characters of a paragraph that are looked at together
LOOKED_AT = 400_000
_Place = tuple[int, int, int]  # start and end in the text, and which of the wanted it is
_LEAD = 0.3  # share of the width that stands before the first match, at most


def snippet(paragraphs: Sequence[str], words: Sequence[str], width: int = 160) -> Snippet:
    """Return the passage, at most `width` characters and the signs of a cut, with most `words`.

    `words` are as `intent.lit` writes them; the earliest of equal passages wins. Without any match
    it is the beginning. White space becomes one space. Of a long document the first LOOKED_AT
    characters are looked at, PIECE by PIECE.
    """
    sought = _sought(tuple(words))
    best: tuple[int, int, str, list[_Place]] | None = None
    for text in islice(_pieces(paragraphs), LOOKED_AT // PIECE):
        places = _places(text, sought)
        start, distinct = _densest(places, width)
        if text and (best is None or distinct > best[0]):
            best = distinct, start, text, places
            if distinct == len(sought):
                break
    return _cut(best[2], best[3], best[1], width) if best else Snippet("")


def _pieces(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield paragraphs with one space between words, long ones cut between words where possible."""
    for paragraph in paragraphs:
        text = " ".join(paragraph.split())
        start = 0
        while len(text) - start > PIECE:
            end = text.rfind(" ", start + PIECE // 2, start + PIECE) + 1 or start + PIECE
            yield text[start:end].rstrip()
            start = end
        yield text[start:]


def matches(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return the ranges of `text` that match `words`, which are as `intent.lit` writes them."""
    sought = _sought(tuple(words))
    if text.isascii():  # most paragraphs hold none of them
        folded = text.lower()
        sought = [each for each in sought if may_hold(folded, each)]
    return _merged([(start, end) for start, end, _ in _places(text, sought)])


@lru_cache(maxsize=4)  # many texts are compared with the words of one query
def _sought(words: tuple[str, ...]) -> list[Wanted]:
    """Return what to look for."""
    return [each for word in words if (each := wanted(word))]


def _places(text: str, sought: Sequence[Wanted]) -> list[_Place]:
    """Return every match in order: start, end, which of those sought it is."""
    if not sought or not text:
        return []
    folded, origins = folded_with_origins(text)
    plain = has_plain_words(folded)
    present = Text(text, (), origins)
    places: list[_Place] = []
    by_word: list[tuple[int, Wanted]] = []
    for which, each in enumerate(sought):
        if isinstance(each, Run) and each.words[0] not in folded:
            continue
        if plain and isinstance(each, Run) and not each.forms:
            ends = standing(folded, each)
            places += [(origins[start], present.after(end), which) for start, end in ends]
        else:
            by_word.append((which, each))
    if by_word:
        places += _word_by_word(present._replace(spots=spots(folded)), by_word)
    return sorted(places)


def _word_by_word(present: Text, sought: Iterable[tuple[int, Wanted]]) -> list[_Place]:
    """Return the matches of what cannot be looked for in the text as a whole."""
    starting: dict[str, list[tuple[int, Run]]] = {}
    places = []
    for which, each in sought:
        if isinstance(each, Run) and (first := first_word(each)):
            starting.setdefault(first, []).append((which, each))
        else:
            places += [_place(present, match, which) for match in found(present, each)]
    for at, spot in enumerate(present.spots if starting else ()):
        for which, run in starting.get(spot.word, ()):
            if match := run_at(present, run, at):
                places.append(_place(present, match, which))
    return places


def _place(present: Text, match: Match, which: int) -> _Place:
    first, _, end = match
    return present.origins[present.spots[first].start], present.after(end), which


def _densest(places: Sequence[_Place], width: int) -> tuple[int, int]:
    """Return where the window with the most different words starts, and how many they are."""
    best_start, best = 0, 0
    for index, (start, _, _) in enumerate(places):
        inside: set[int] = set()
        at = index
        while at < len(places) and places[at][0] - start <= width:
            if places[at][1] - start <= width:
                inside.add(places[at][2])
            at += 1
        if len(inside) > best:
            best_start, best = start, len(inside)
    return best_start, best


def _cut(text: str, places: Sequence[_Place], first: int, width: int) -> Snippet:
    if len(text) <= width:
        start, end = 0, len(text)
    else:
        final = max((end for _, end, _ in places if end - first <= width), default=0)
        lead = min(round(width * _LEAD), max(0, width - (final - first)))
        start = _word_start(text, max(0, min(first - lead, len(text) - width)), first)
        end = _word_end(text, min(len(text), start + width), max(final, start + 1))
    before = CUT if start else ""
    shift = len(before) - start
    inside = [
        (low + shift, high + shift) for low, high, _ in places if start <= low and high <= end
    ]
    passage = text[start:end]
    return Snippet(before + passage + (CUT if end < len(text) else ""), _merged(inside))


def _word_start(text: str, at: int, limit: int) -> int:
    """Move a cut forward to the start of a word, but not beyond `limit`."""
    if at == 0 or text[at - 1] == " ":
        return at
    space = text.find(" ", at, limit)
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int, limit: int) -> int:
    """Move a cut back to the end of a word, but not before `limit`."""
    if at == len(text) or text[at] == " ":
        return at
    space = text.rfind(" ", limit, at)
    return space if space >= 0 else at


def _merged(ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return tuple(merged)
