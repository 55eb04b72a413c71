"""The passage that shows why a document was found. Must not know: the index, the screen."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from reader.model import Snippet
from reader.search.fold import Spot, asked, folded_with_origins, spots, unspaced

CUT = "…"
PIECE = 4_000  # characters of a paragraph that are looked at together
LOOKED_AT = 400_000
_Place = tuple[int, int, int]  # start and end in the text, and which of the wanted it is
_LEAD = 0.3  # share of the width that stands before the first match, at most


def snippet(paragraphs: Sequence[str], words: Sequence[str], width: int = 160) -> Snippet:
    """Return the passage, at most `width` characters and the signs of a cut, with most `words`.

    Words and phrases are compared folded, the last word as a prefix; the earliest of equal
    passages wins. Without any match it is the beginning. White space becomes one space. Of a long
    document the first LOOKED_AT characters are looked at, PIECE by PIECE.
    """
    wanted = _wanted(tuple(words))
    best: tuple[int, int, str, list[_Place]] | None = None
    for text in islice(_pieces(paragraphs), LOOKED_AT // PIECE):
        places = _places(text, wanted)
        start, distinct = _densest(places, width)
        if text and (best is None or distinct > best[0]):
            best = distinct, start, text, places
            if distinct == len(wanted):
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
    """Return the ranges of `text` that match `words`, folded, the last word as a prefix."""
    return _merged([(start, end) for start, end, _ in _places(text, _wanted(tuple(words)))])


@lru_cache(maxsize=4)  # many texts are compared with the words of one query
def _wanted(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return what to look for: for each word or phrase the words that stand side by side."""
    return [wanted for word in words if (wanted := tuple(asked(word)))]


def _places(text: str, wanted: Sequence[tuple[str, ...]]) -> list[_Place]:
    """Return every match in order: start, end, which of the wanted it is."""
    if not wanted or not text:
        return []
    folded, origins = folded_with_origins(text)
    present = spots(folded)
    starting: dict[str, list[int]] = {}
    for which, run in enumerate(wanted[:-1]):
        starting.setdefault(run[0], []).append(which)
    places = []
    for at, spot in enumerate(present):
        for which in (*starting.get(spot.word, ()), len(wanted) - 1):
            run = wanted[which]
            if not _stands(present[at : at + len(run)], run, which == len(wanted) - 1):
                continue
            end = _end(present[at + len(run) - 1], run[-1])
            while end < len(origins) and origins[end] == origins[end - 1]:
                end += 1
            places.append(
                (origins[spot.start], origins[end] if end < len(origins) else len(text), which)
            )
    return places


def _stands(present: Sequence[Spot], run: tuple[str, ...], unfinished: bool) -> bool:
    if len(present) < len(run) or any(
        spot.word != word for spot, word in zip(present[:-1], run[:-1], strict=True)
    ):
        return False
    word = present[-1].word
    return word == run[-1] or (unfinished and word.startswith(run[-1]))


def _end(spot: Spot, word: str) -> int:
    """Return where to stop lighting up: after a spelt-out word, or the typed part of a longer."""
    if unspaced(spot.word) or spot.word != word:
        return spot.start + len(word)
    return spot.end


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
