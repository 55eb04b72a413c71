"""What the nets see of each unit: numbers about it and its place, and the buckets of its words."""

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
_STARTS_PAIR, _ENDS_UNIT, _SALT = np.uint32(0x51ED), np.uint32(0x77), np.uint32(2654435761)


class Features(NamedTuple):
    """n units as the nets see them."""

    numbers: Numbers  # (n, f)
    words: Numbers  # (n,) of each unit, two characters of an unspaced script being one
    buckets: NDArray[np.int64]  # (k,) of the words looked up, unit after unit
    first: NDArray[np.int64]  # (n,) where in `buckets` those of a unit begin
    names: NDArray[np.int64] | None = None  # (k,) buckets of the names around each unit of a page
    named: NDArray[np.int64] | None = None  # (n,) where in `names` those of a unit begin


def features(units: Sequence[Unit]) -> Features:
    """Return the features of a document's units, of which there must be one."""
    texts = [unit.text[:_READ].replace("\n", " ").strip() or "." for unit in units]
    seen = glyphs(texts)
    own, words, stop_share, prose = _own(units, seen)
    place, whole = _place(units, seen, words, prose)
    share = np.float32(stop_share[prose].mean() if prose.any() else 0.0)
    across = np.tile(np.append(whole, share).astype(np.float32), (len(units), 1))
    numbers = np.concatenate([own, place, _said(units), across, _again(units)], axis=1)
    buckets, first = _buckets(seen)
    return Features(numbers.astype(np.float32), words, buckets, first)


def _stop_words() -> NDArray[np.bool_]:
    table = np.zeros(_TABLE, bool)
    for word in STOPWORDS:
        hashes = glyphs([word]).words
        if len(hashes) == 1:
            table[hashes & np.uint32(_TABLE - 1)] = True
    return table


_STOP_WORDS = _stop_words()


def _sum(seen: Glyphs, flags: NDArray[np.bool_]) -> Numbers:
    """Count flagged characters of each text."""
    return np.bincount(seen.text[: len(flags)], flags, len(seen.starts)).astype(np.float32)


def _own(
    units: Sequence[Unit], seen: Glyphs
) -> tuple[Numbers, Numbers, Numbers, NDArray[np.bool_]]:
    """Return the columns about units alone, their words, shares of stop words, which are prose."""
    n = len(units)
    counts = np.bincount(seen.text * CLASSES + seen.classes, minlength=n * CLASSES)
    count = counts.reshape(n, CLASSES).astype(np.float32)
    size = (seen.ends - seen.starts).astype(np.float32)
    spoken = np.bincount(seen.word_text, minlength=n).astype(np.float32)
    unspaced = count[:, UNSPACED]
    longer = np.array([max(1.0, len(unit.text) / _READ) for unit in units], np.float32)
    words = np.maximum((spoken - unspaced / 2) * longer, 0.5)
    stops = _STOP_WORDS[seen.words & np.uint32(_TABLE - 1)]
    stop = np.bincount(seen.word_text, stops, n).astype(np.float32)
    share = (stop / np.maximum(spoken, 1)).astype(np.float32)
    inner = _inner(seen)
    last = _last(seen)
    ends = np.isin(last, STOP)
    full = ends | (inner > 0) | (last == COLON)
    long = ((words >= 36) & ((share > 0) | (inner > 0))) | (
        ((share >= 0.18) | ((inner > 0) & ends)) & ((words >= 18) | (full & (words >= 10)))
    )
    prose = np.where(unspaced * 3 < size, long, (words >= 18) | (full & (words >= 10)))
    columns = [
        *_amounts(seen, count, size, words, spoken),
        share, np.log1p(stop), ends, last == COLON,
        np.isin(last, (LOWER, UPPER, OTHER, UNSPACED, DIGIT)), np.log1p(inner), prose,
        *_edges(units, seen),
    ]  # fmt: skip
    return np.stack(columns, 1).astype(np.float32), words, share, prose


def _amounts(
    seen: Glyphs, count: Numbers, size: Numbers, words: Numbers, spoken: Numbers
) -> list[Numbers]:
    """Return how much there is of each kind of character and word."""
    n = len(size)
    cased = np.maximum(count[:, LOWER] + count[:, UPPER], 1)
    letters = cased + count[:, OTHER] + count[:, UNSPACED] + count[:, MARK] - 1
    some, length = np.maximum(words, 1), np.maximum(size, 1)
    first = seen.classes[seen.word_starts]
    capitals = np.bincount(seen.word_text, first == UPPER, n).astype(np.float32)
    figures = first == DIGIT
    numbers = np.bincount(seen.word_text, figures, n).astype(np.float32)
    codes = seen.codes[seen.word_starts]
    following = seen.codes[np.minimum(seen.word_starts + 1, len(seen.codes) - 1)]
    century = ((codes == ord("1")) & (following == ord("9"))) | (
        (codes == ord("2")) & (following == ord("0"))
    )
    year = figures & (seen.word_lengths == 4) & century
    years = np.bincount(seen.word_text, year, n).astype(np.float32)
    kinds = seen.classes
    before, after = kinds[:-1], kinds[1:]
    clock = _sum(seen, (kinds[:-2] == DIGIT) & (kinds[1:-1] == COLON) & (kinds[2:] == DIGIT))
    glued = _sum(seen, (after == UPPER) & np.isin(before, (LOWER, DIGIT, STOP, CLOSE)))
    asked = _sum(seen, (seen.codes == ord("?")) | (seen.codes == ord("!")))
    owned = _sum(seen, seen.codes == ord("©"))
    return [
        np.log1p(words), np.log1p(size), np.minimum(size / some, 20),
        capitals / np.maximum(spoken - count[:, UNSPACED], 1), count[:, UPPER] / cased,
        count[:, DIGIT] / length, numbers / np.maximum(spoken, 1), count[:, COMMA] / some,
        np.minimum(glued, 3), glued / some, np.minimum(count[:, SEPARATOR], 5),
        count[:, SEPARATOR] / some, np.minimum(count[:, AT], 1), np.minimum(years, 2),
        np.minimum(clock, 2), np.minimum(asked, 2), np.minimum(owned, 1),
        np.minimum(count[:, QUOTE], 4), np.minimum(count[:, OPEN], 3), count[:, SYMBOL] / length,
        (letters <= 0).astype(np.float32), (count[:, UNSPACED] > 0).astype(np.float32),
        np.minimum(count[:, DASH], 3), (words < 2.5).astype(np.float32),
        (words >= 20).astype(np.float32),
    ]  # fmt: skip


def _edges(units: Sequence[Unit], seen: Glyphs) -> list[NDArray[np.bool_]]:
    """Return what a unit begins with, and what it ends with."""
    opening = seen.classes[seen.starts]
    ending = seen.classes[np.maximum(seen.ends - 1, 0)]
    word = np.full(len(units), SYMBOL, np.uint8)
    texts, where = np.unique(seen.word_text, return_index=True)
    word[texts] = seen.classes[seen.word_starts[where]]
    return [
        np.array([unit.shape.bullet for unit in units]),
        np.array([unit.shape.cut for unit in units]),
        word == LOWER, word == UPPER, word == DIGIT, opening == QUOTE, ending == QUOTE,
    ]  # fmt: skip


def _inner(seen: Glyphs) -> Numbers:
    """Count sentences that end inside each text."""
    a, b = seen.classes[:-3], seen.classes[1:-2]
    c, d = seen.classes[2:-1], seen.classes[3:]
    begins = np.isin(c, (UPPER, OTHER, QUOTE, OPEN))
    closed = np.isin(b, (QUOTE, CLOSE, APOSTROPHE)) & (c == SPACE) & np.isin(d, (UPPER, OTHER))
    return _sum(seen, (a == STOP) & ((b == UNSPACED) | ((b == SPACE) & begins) | closed))


def _last(seen: Glyphs) -> NDArray[np.uint8]:
    """Return the class of the last character of each text that closes nothing."""
    telling = ~np.isin(seen.classes, (QUOTE, CLOSE, APOSTROPHE, SPACE))
    telling[seen.ends] = False
    place = np.maximum.accumulate(np.where(telling, np.arange(len(telling)), -1))[seen.ends]
    return np.where(place >= seen.starts, seen.classes[place], SYMBOL).astype(np.uint8)


def _place(
    units: Sequence[Unit], seen: Glyphs, words: Numbers, prose: NDArray[np.bool_]
) -> tuple[Numbers, Numbers]:
    """Return the columns about a unit among the others, and the numbers about them all."""
    n = len(units)
    lasts = [-1 - _GAP, *(unit.last for unit in units[:-1])]
    gap = np.array(
        [min(_GAP, unit.first - last - 1) for unit, last in zip(units, lasts, strict=True)],
        np.float32,
    )
    below = np.append(gap[1:], np.float32(_GAP))
    counted = np.minimum(words, _UNIT_WORDS)
    plain_run = best_run((counted - _BREAK_EVEN).tolist())
    run = best_run(np.where(prose, counted, -_NO_PROSE - 2 * (words < 3)).tolist())
    inside, away = _from(run, n)
    near, far = _from(plain_run, n)
    topic, often = _topic(seen, inside.astype(bool) & prose, n)
    total, above = max(1.0, float(words.sum())), np.cumsum(words)
    at = np.arange(n, dtype=np.float32)
    columns = [
        gap, below, _copies(seen, n), near, far, inside, away, topic, often, at / n,
        above / total, np.log1p(at), np.log1p(n - at), np.log1p(above - words),
        np.log1p(np.maximum(total - above, 0)),
    ]  # fmt: skip
    whole = [
        np.log1p(n), np.log1p(total), prose.mean(), words[prose].sum() / total,
        words[run[0] : run[1]].sum() / total, (gap > 0).mean(), np.log1p(np.median(words)),
        np.mean([unit.shape.bullet for unit in units]),
        np.mean(seen.classes == UNSPACED), np.mean(seen.classes == OTHER),
    ]  # fmt: skip
    return np.stack(columns, 1).astype(np.float32), np.array(whole, np.float32)


def _from(run: tuple[int, int], n: int) -> tuple[Numbers, Numbers]:
    """Return whether each unit is inside a run, and how far outside, negative before it."""
    at = np.arange(n, dtype=np.float32)
    away = np.where(at < run[0], at - run[0], np.where(at >= run[1], at - run[1] + 1, 0))
    return (away == 0).astype(np.float32), (np.sign(away) * np.log1p(np.abs(away))).astype(
        np.float32
    )


def _copies(seen: Glyphs, n: int) -> Numbers:
    """Return how many other units have the same words, at most five."""
    whole = np.bincount(seen.word_text, seen.words.astype(np.float64), n)
    _, which, count = np.unique(whole, return_inverse=True, return_counts=True)
    return np.minimum(count[which] - 1, 5).astype(np.float32)


def _topic(seen: Glyphs, article: NDArray[np.bool_], n: int) -> tuple[Numbers, Numbers]:
    """Return the share of a unit's long words that other article units have, once and often."""
    first = seen.classes[seen.word_starts]
    telling = ((seen.word_lengths >= _TOPIC_LETTERS) & (first != DIGIT)) | (first == UNSPACED)
    telling &= ~_STOP_WORDS[seen.words & np.uint32(_TABLE - 1)]
    text, place = seen.word_text[telling], (seen.words[telling] >> np.uint32(7)) % _TABLE
    inside = article[text]
    pairs = np.unique(text[inside] * _TABLE + place[inside])
    holding = np.bincount(pairs % _TABLE, minlength=_TABLE)
    others = holding[place] - inside
    all_words = np.maximum(np.bincount(text, minlength=n), 1)
    return (
        (np.bincount(text, others > 0, n) / all_words).astype(np.float32),
        (np.bincount(text, others > 2, n) / all_words).astype(np.float32),
    )


def _said(units: Sequence[Unit]) -> Numbers:
    """Return what the lexicon, and the readers of dates, names and captions say of each unit."""
    column = {reason: index for index, reason in enumerate(REASONS)}
    k = len(REASONS)
    said = np.zeros((len(units), k + 6), np.float32)
    for row, unit in zip(said, units, strict=True):
        if unit.clutter is not None:
            row[column.get(unit.clutter.reason, 0)] = unit.clutter.certainty
        row[k : k + 5] = (
            unit.dated, unit.byline is not None, is_caption(unit), is_dated_caption(unit),
            unit.shape.prose,
        )  # fmt: skip
    clutter = np.concatenate([[0.0], np.cumsum(said[:, :k].max(axis=1))])
    at = np.arange(len(units))
    low, high = np.maximum(at - 4, 0), np.minimum(at + 5, len(units))
    said[:, k + 5] = (clutter[high] - clutter[low]) / (high - low)
    return said


def _again(units: Sequence[Unit]) -> Numbers:
    """Return how often each unit stands on the pages of its site, and whether any does at all."""
    level = np.array([unit.level for unit in units], np.float32)
    return np.stack([level, np.full_like(level, (level >= MANY).any())], axis=1)


def _buckets(seen: Glyphs) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the buckets of the words at both ends of each text, of pairs, and of the last."""
    n = len(seen.starts)
    spoken = np.bincount(seen.word_text, minlength=n)
    begin = np.concatenate([[0], np.cumsum(spoken)[:-1]])
    place = np.arange(len(seen.words)) - begin[seen.word_text]
    used = (place < _LOOKED_UP) | (spoken[seen.word_text] - 1 - place < _LOOKED_UP)
    words, text, place = seen.words[used], seen.word_text[used], place[used]
    before = np.concatenate([[_STARTS_PAIR], words[:-1]]).astype(np.uint32)
    before[place == 0] = _STARTS_PAIR
    ends = place == spoken[text] - 1
    hashes = np.concatenate(
        [words, mixed(before * _SALT + words), mixed(words[ends] * _SALT + _ENDS_UNIT)]
    )
    owner = np.concatenate([text, text, text[ends]])
    order = np.argsort(owner, kind="stable")
    first = np.searchsorted(owner[order], np.arange(n))
    return ((hashes[order] >> np.uint32(3)) % BUCKETS).astype(np.int64), first
