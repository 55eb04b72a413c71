"""What the nets see of each unit: numbers about it and its place, and the buckets of its words."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.cleaning.captions import is_caption, is_dated_caption
from reader.cleaning.nets.glyphs import (
    APOSTROPHE,
    AT,
    CLASSES,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    END,
    LOWER,
    MARK,
    OPEN,
    OTHER,
    QUOTE,
    SEPARATOR,
    SPACE,
    STOP,
    SYMBOL,
    UNSPACED,
    UPPER,
    Glyphs,
    among,
    glyphs,
    mixed,
)  # fmt: skip
from reader.cleaning.repetition import MANY
from reader.cleaning.span import best_run
from reader.cleaning.stopwords import STOPWORDS
from reader.cleaning.units import Unit

Numbers = NDArray[np.float32]

BUCKETS = 1 << 13
"""Of the lexicon of words and pairs of words."""

REASONS = (
    "menu", "share bar", "related list", "newsletter box", "comment form", "cookie notice",
    "copyright notice", "legal notice", "sign-in box", "tag line", "empty tag line",
    "follow links", "advertisement", "breadcrumbs", "about the author", "photo counter",
    "posting note", "reading time", "date bar", "hidden by the page",
)  # fmt: skip
"""What the lexicon of clutter says of a unit, a column each; anything else counts as the first."""

OWN, PLACED, SAID, ACROSS, AGAIN = 39, 15, 26, 11, 2
"""Columns of the numbers: about a unit alone, its place, what the lexicon and the readers of dates,
names and captions say of it, the whole document, and its copies on other pages of the site."""

_READ = 1200  # characters of a unit that are looked at
_LOOKED_UP = 12  # words at either end of a unit that are looked up in the lexicon
_GAP = 3  # blank lines that count
_TABLE = 1 << 16  # places for stop words, and for the words of a document
_UNIT_WORDS = 60.0  # words of a unit that count where articles are summed up
_BREAK_EVEN = 10.0  # words of a line that speak neither for nor against it
_NO_PROSE = 5.0  # against a line that is no prose, in words
_TOPIC_LETTERS = 4  # of a word that says what a text is about
_ALL = OWN + PLACED + SAID + ACROSS + AGAIN
_PARTS = (OWN, OWN + PLACED, OWN + PLACED + SAID, _ALL - AGAIN)
_AMOUNTS = 25  # columns about how much there is
_MOST = np.array([[2], [2], [2], [1]])  # years, clock times, questions and © signs that count
_YEAR = 4  # digits
_COLUMN = {reason: column for column, reason in enumerate(REASONS)}
_NEAR = 4  # units above and below in which clutter is counted
_STARTS_PAIR, _ENDS_UNIT, _SALT = np.uint32(0x51ED), np.uint32(0x77), np.uint32(2654435761)

# Classes of characters, to look them up in.
_TELLING = ~among(QUOTE, CLOSE, APOSTROPHE, SPACE, END)
_SAYING = among(LOWER, UPPER, OTHER, UNSPACED, DIGIT)
_BEFORE_CAPITAL = among(LOWER, DIGIT, STOP, CLOSE)
_BEGINNING = among(UPPER, OTHER, QUOTE, OPEN)
_CLOSING = among(QUOTE, CLOSE, APOSTROPHE)
_FIRST_LETTER = among(UPPER, OTHER)


class Features(NamedTuple):
    """n units as the nets see them."""

    numbers: Numbers  # (n, f)
    words: Numbers  # (n,) of each unit, two characters of an unspaced script being one
    buckets: NDArray[np.int64]  # (k,) of the words looked up, unit after unit
    first: NDArray[np.int64]  # (n,) where in `buckets` those of a unit begin
    names: NDArray[np.int64] | None = None  # (k,) buckets of the names around each unit of a page
    named: NDArray[np.int64] | None = None  # (n,) where in `names` those of a unit begin


class _Counted(NamedTuple):
    """What is counted once in the texts of n units."""

    glyphs: Glyphs
    classes: Numbers  # (CLASSES, n) characters of each
    spoken: NDArray[np.int64]  # (n,) words
    begin: NDArray[np.int64]  # (n,) first word of each
    first: NDArray[np.uint8]  # (w,) class of the first character of each word
    stops: NDArray[np.bool_]  # (w,) which words are stop words


def features(units: Sequence[Unit]) -> Features:
    """Return the features of a document's units, of which there must be one."""
    seen = _counted([unit.text[:_READ].replace("\n", " ").strip() or "." for unit in units])
    # A row for each column, which is quicker to fill.
    rows = np.empty((_ALL, len(units)), np.float32)
    own, placed, said, across, again = np.split(rows, _PARTS)
    words, stop_share, prose = _own(own, units, seen)
    whole = _place(placed, units, seen, words, prose)
    _say(said, units)
    share = stop_share[prose].mean() if prose.any() else 0.0
    across[:] = np.array([*whole, share], np.float32)[:, None]
    again[0] = [unit.level for unit in units]
    again[1] = (again[0] >= MANY).any()
    buckets, first = _buckets(seen)
    return Features(np.ascontiguousarray(rows.T), words, buckets, first)


def _counted(texts: list[str]) -> _Counted:
    n, seen = len(texts), glyphs(texts)
    counts = np.bincount(seen.text + seen.classes * np.int64(n), minlength=n * CLASSES)
    spoken = np.bincount(seen.word_text, minlength=n)
    return _Counted(
        seen,
        counts.reshape(CLASSES, n).astype(np.float32),
        spoken,
        spoken.cumsum() - spoken,
        seen.classes.take(seen.word_starts),
        _STOP_WORDS.take(seen.words & np.uint32(_TABLE - 1)),
    )


def _stop_words() -> NDArray[np.bool_]:
    table = np.zeros(_TABLE, bool)
    for word in STOPWORDS:
        hashes = glyphs([word]).words
        if len(hashes) == 1:
            table[hashes & np.uint32(_TABLE - 1)] = True
    return table


_STOP_WORDS = _stop_words()


def _own(
    rows: Numbers, units: Sequence[Unit], seen: _Counted
) -> tuple[Numbers, Numbers, NDArray[np.bool_]]:
    """Fill in what is about units alone; return words, shares of stop words, which are prose."""
    n = len(units)
    size = (seen.glyphs.ends - seen.glyphs.starts).astype(np.float32)
    spoken = seen.spoken.astype(np.float32)
    unspaced = seen.classes[UNSPACED]
    longer = np.array([max(1.0, len(unit.text) / _READ) for unit in units], np.float32)
    words = np.maximum((spoken - unspaced / 2) * longer, 0.5)
    stop = np.bincount(seen.glyphs.word_text, seen.stops, n).astype(np.float32)
    share = (stop / np.maximum(spoken, 1)).astype(np.float32, copy=False)
    inner = _inner(seen.glyphs)
    last = _last(seen.glyphs)
    ends = last == STOP
    enough = words >= 18
    full = (ends | (inner > 0) | (last == COLON)) & (words >= 10)
    long = ((words >= 36) & ((share > 0) | (inner > 0))) | (
        ((share >= 0.18) | ((inner > 0) & ends)) & (enough | full)
    )
    prose = np.where(unspaced * 3 < size, long, enough | full)
    _amounts(rows, seen, size, words, spoken)
    rows[_AMOUNTS] = share
    np.log1p(stop, out=rows[_AMOUNTS + 1])
    rows[_AMOUNTS + 2] = ends
    rows[_AMOUNTS + 3] = last == COLON
    rows[_AMOUNTS + 4] = _SAYING[last]
    np.log1p(inner, out=rows[_AMOUNTS + 5])
    rows[_AMOUNTS + 6] = prose
    _edges(rows[_AMOUNTS + 7 :], units, seen)
    return words, share, prose


def _amounts(rows: Numbers, seen: _Counted, size: Numbers, words: Numbers, spoken: Numbers) -> None:
    """Fill in how much there is of each kind of character and word."""
    n, kinds, codes = len(size), seen.glyphs.classes, seen.glyphs.codes
    count, text, starts = seen.classes, seen.glyphs.text, seen.glyphs.word_starts
    cased = np.maximum(count[LOWER] + count[UPPER], 1)
    letters = cased + count[OTHER] + count[UNSPACED] + count[MARK] - 1
    some, length, told = np.maximum(words, 1), np.maximum(size, 1), np.maximum(spoken, 1)
    capitals = np.bincount(seen.glyphs.word_text[seen.first == UPPER], minlength=n)
    figures = np.flatnonzero(seen.first == DIGIT)
    numbers = np.bincount(seen.glyphs.word_text[figures], minlength=n)
    figures = figures[seen.glyphs.word_lengths[figures] == _YEAR]
    begins = codes[starts[figures]] * 256 + codes[starts[figures] + 1]
    figures = figures[(begins == ord("1") * 256 + ord("9")) | (begins == ord("2") * 256 + ord("0"))]
    years = np.bincount(seen.glyphs.word_text[figures], minlength=n)
    colons = np.flatnonzero(kinds == COLON)
    clocks = colons[(kinds[colons - 1] == DIGIT) & (kinds[colons + 1] == DIGIT)]
    uppers = np.flatnonzero(kinds == UPPER)
    glued = text[uppers[_BEFORE_CAPITAL[kinds[uppers - 1]]]]
    glued = np.bincount(glued, minlength=n).astype(np.float32)
    asked = np.bincount(text[(codes == ord("?")) | (codes == ord("!"))], minlength=n)
    owned = np.bincount(text[codes == ord("©")], minlength=n)
    np.log1p(words, out=rows[0])
    np.log1p(size, out=rows[1])
    np.minimum(size / some, 20, out=rows[2])
    rows[3] = capitals.astype(np.float32) / np.maximum(spoken - count[UNSPACED], 1)
    rows[4] = count[UPPER] / cased
    rows[5] = count[DIGIT] / length
    rows[6] = numbers.astype(np.float32) / told
    rows[7] = count[COMMA] / some
    np.minimum(glued, 3, out=rows[8])
    rows[9] = glued / some
    np.minimum(count[SEPARATOR], 5, out=rows[10])
    rows[11] = count[SEPARATOR] / some
    np.minimum(count[AT], 1, out=rows[12])
    rows[13:17] = np.minimum((years, np.bincount(text[clocks], minlength=n), asked, owned), _MOST)
    np.minimum(count[QUOTE], 4, out=rows[17])
    np.minimum(count[OPEN], 3, out=rows[18])
    rows[19] = count[SYMBOL] / length
    rows[20] = letters <= 0
    rows[21] = count[UNSPACED] > 0
    np.minimum(count[DASH], 3, out=rows[22])
    rows[23] = words < 2.5
    rows[24] = words >= 20


def _edges(rows: Numbers, units: Sequence[Unit], seen: _Counted) -> None:
    """Fill in what a unit begins with, and what it ends with."""
    classes = seen.glyphs.classes
    opening = classes[seen.glyphs.starts]
    ending = classes[np.maximum(seen.glyphs.ends - 1, 0)]
    word = np.full(len(units), SYMBOL, np.uint8)
    told = seen.spoken > 0
    word[told] = seen.first[seen.begin[told]]
    rows[0] = [unit.shape.bullet for unit in units]
    rows[1] = [unit.shape.cut for unit in units]
    for row, kind in zip(rows[2:5], (LOWER, UPPER, DIGIT), strict=True):
        row[:] = word == kind
    rows[5] = opening == QUOTE
    rows[6] = ending == QUOTE


def _inner(seen: Glyphs) -> Numbers:
    """Count sentences that end inside each text."""
    at = np.flatnonzero(seen.classes[:-3] == STOP)
    b, c, d = seen.classes[at + 1], seen.classes[at + 2], seen.classes[at + 3]
    closed = _CLOSING[b] & (c == SPACE) & _FIRST_LETTER[d]
    at = at[(b == UNSPACED) | ((b == SPACE) & _BEGINNING[c]) | closed]
    return np.bincount(seen.text[at], minlength=len(seen.starts)).astype(np.float32)


def _last(seen: Glyphs) -> NDArray[np.uint8]:
    """Return the class of the last character of each text that closes nothing."""
    telling = np.append(-1, np.flatnonzero(_TELLING.take(seen.classes)))
    place = telling[np.searchsorted(telling, seen.ends) - 1]
    return np.where(place >= seen.starts, seen.classes[place], np.uint8(SYMBOL))


def _place(
    rows: Numbers,
    units: Sequence[Unit],
    seen: _Counted,
    words: Numbers,
    prose: NDArray[np.bool_],
) -> list[float]:
    """Fill in what is about a unit among the others; return the numbers about them all."""
    n = len(units)
    lasts = [-1 - _GAP, *(unit.last for unit in units[:-1])]
    gap = rows[0]
    gap[:] = [min(_GAP, unit.first - last - 1) for unit, last in zip(units, lasts, strict=True)]
    rows[1, :-1], rows[1, -1] = gap[1:], _GAP
    rows[2] = _copies(seen)
    counted = np.minimum(words, _UNIT_WORDS)
    plain_run = best_run((counted - _BREAK_EVEN).tolist())
    run = best_run(np.where(prose, counted, -_NO_PROSE - 2 * (words < 3)).tolist())
    at = np.arange(n, dtype=np.float32)
    _from(rows[3:5], plain_run, at)
    _from(rows[5:7], run, at)
    _topic(rows[7:9], seen, rows[5].astype(bool) & prose)
    total, above = max(1.0, float(words.sum())), words.cumsum()
    rows[9] = at / n
    rows[10] = above / total
    rows[11], rows[12] = at, n - at
    rows[13], rows[14] = above - words, np.maximum(total - above, 0)
    np.log1p(rows[11:15], out=rows[11:15])
    characters = len(seen.glyphs.classes)
    return [
        np.log1p(n), np.log1p(total), int(prose.sum()) / n, words[prose].sum() / total,
        words[run[0] : run[1]].sum() / total, int((gap > 0).sum()) / n, np.log1p(_middle(words)),
        sum(unit.shape.bullet for unit in units) / n,
        float(seen.classes[UNSPACED].sum()) / characters,
        float(seen.classes[OTHER].sum()) / characters,
    ]  # fmt: skip


def _middle(words: Numbers) -> np.float32:
    """Return the median."""
    ordered, half = np.sort(words), len(words) // 2
    middle: np.float32 = ordered[half]
    return middle if len(words) % 2 else (ordered[half - 1] + middle) / np.float32(2)


def _from(rows: Numbers, run: tuple[int, int], at: Numbers) -> None:
    """Fill in whether each unit is inside a run, and how far outside, negative before it."""
    away = np.minimum(at - run[0], 0) + np.maximum(at - (run[1] - 1), 0)
    rows[0] = away == 0
    np.multiply(np.sign(away), np.log1p(np.abs(away)), out=rows[1])


def _copies(seen: _Counted) -> list[int]:
    """Return how many other units have the same words, at most five."""
    hashes = seen.glyphs.words.astype(np.float64)
    whole = np.bincount(seen.glyphs.word_text, hashes, len(seen.spoken)).tolist()
    count = Counter(whole)
    return [min(count[each] - 1, 5) for each in whole]


def _topic(rows: Numbers, seen: _Counted, article: NDArray[np.bool_]) -> None:
    """Fill in the share of a unit's long words that other article units have, once and often."""
    n, words = len(article), seen.glyphs
    telling = ((words.word_lengths >= _TOPIC_LETTERS) & (seen.first != DIGIT)) | (
        seen.first == UNSPACED
    )
    chosen = np.flatnonzero(telling & ~seen.stops)
    text = words.word_text[chosen]
    place = (words.words[chosen] >> np.uint32(7)).astype(np.int64) % _TABLE
    inside = article[text]
    pairs = np.sort(place[inside] * n + text[inside])
    if len(pairs):
        pairs = pairs[np.append(True, pairs[1:] != pairs[:-1])] // n
    others = pairs.searchsorted(place, "right") - pairs.searchsorted(place) - inside
    all_words = np.maximum(np.bincount(text, minlength=n), 1)
    rows[0] = np.bincount(text[others > 0], minlength=n) / all_words
    rows[1] = np.bincount(text[others > 2], minlength=n) / all_words


def _say(rows: Numbers, units: Sequence[Unit]) -> None:
    """Fill in what the lexicon, and the readers of dates, names and captions say of each unit."""
    k, n = len(REASONS), len(units)
    rows[:k] = 0
    clutter = np.zeros(n + 1, np.float32)
    for at, unit in enumerate(units):
        if unit.clutter is not None:
            certainty = unit.clutter.certainty
            rows[_COLUMN.get(unit.clutter.reason, 0), at] = clutter[at + 1] = certainty
    rows[k] = [unit.dated for unit in units]
    rows[k + 1] = [unit.byline is not None for unit in units]
    rows[k + 2] = [is_caption(unit) for unit in units]
    rows[k + 3] = [is_dated_caption(unit) for unit in units]
    rows[k + 4] = [unit.shape.prose for unit in units]
    sums = clutter.cumsum().astype(np.float64)
    places = np.arange(n)
    low, high = np.maximum(places - _NEAR, 0), np.minimum(places + _NEAR + 1, n)
    rows[k + 5] = (sums[high] - sums[low]) / (high - low)


def _buckets(seen: _Counted) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the buckets of the words at both ends of each text, of pairs, and of the last."""
    text = seen.glyphs.word_text
    place = np.arange(len(text)) - seen.begin[text]
    left = seen.spoken[text] - 1 - place
    used = np.flatnonzero((place < _LOOKED_UP) | (left < _LOOKED_UP))
    words, text, place = seen.glyphs.words[used], text[used], place[used]
    before = np.empty_like(words)
    before[1:] = words[:-1]
    before[place == 0] = _STARTS_PAIR
    ends = np.flatnonzero(left[used] == 0)
    pairs = mixed(np.concatenate([before * _SALT + words, words[ends] * _SALT + _ENDS_UNIT]))
    hashes, owner = np.concatenate([words, pairs]), np.concatenate([text, text, text[ends]])
    order = owner.argsort(kind="stable")
    count = np.bincount(owner, minlength=len(seen.spoken))
    return ((hashes[order] >> np.uint32(3)) % BUCKETS).astype(np.int64), count.cumsum() - count
