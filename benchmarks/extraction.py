"""How well an article was found in a page, as published benchmarks measure it.

The shingle scores are those of Scrapinghub's article extraction benchmark (2020): multisets of four
words in a row, precision and recall averaged over documents, F1 their harmonic mean. A document is
damaged when its output lost more than 2 % of the article's words that the page holds, dirty when
more than 5 % of the output's words belong to neither article nor headline, byline and date.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

SHINGLE = 4  # words
LOST, JUNK = 0.02, 0.05
BOOTSTRAP = 1000  # samples of documents for an interval of 95 %
_SHINGLED = re.compile(r"\w+")
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\\W_]+")
_NEUTRAL = frozenset({"title", "byline", "date", "mixed"})


@dataclass(frozen=True)
class Score:
    """What one document came to; all are shares, 0 to 1."""

    precision: float
    recall: float
    lost: float
    junk: float

    @property
    def ok(self) -> bool:
        """Neither damaged nor dirty."""
        return self.lost <= LOST and self.junk <= JUNK


def score(
    article: str, output: str, lines: Sequence[str], labels: Sequence[str], reach: float = 1.0
) -> Score:
    """Compare an output with the article; `reach` is the share of it that the page's lines hold."""
    matched, wrong, missed = _shingle_shares(article, output)
    precision = matched / (matched + wrong) if matched + wrong else float(not missed)
    recall = matched / (matched + missed) if matched + missed else float(not wrong)
    wanted = _WORD.findall(article.lower())
    got = _WORD.findall(output.lower())
    held = LCSseq.similarity(wanted, got) if got else 0
    lost = max(0.0, (reach * len(wanted) - held) / max(1, len(wanted)))
    neutral = {_key(line) for line, label in zip(lines, labels, strict=True) if label in _NEUTRAL}
    own = [line for line in output.split("\n") if line.strip() and _key(line) not in neutral]
    words = _WORD.findall("\n".join(own).lower())
    junk = max(0.0, 1 - LCSseq.similarity(wanted, words) / len(words)) if words else 0.0
    return Score(precision, recall, lost, junk)


def f1(scores: Sequence[Score]) -> float:
    """The harmonic mean of mean precision and mean recall; an empty output has no precision."""
    precision, recall = _precision(scores), _recall(scores)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Figures(NamedTuple):
    """What an extractor came to on some pages, all 0 to 1, with intervals of 95 %."""

    f1: float
    f1_between: tuple[float, float]
    precision: float
    recall: float
    damaged: float
    dirty: float
    ok: float
    ok_between: tuple[float, float]


def figures(scores: Sequence[Score], sites: Sequence[str], seed: int = 1) -> Figures:
    """Mean figures of documents; the intervals are of samples of their sites, which stay whole."""
    groups: dict[str, list[Score]] = {}
    for one, site in zip(scores, sites, strict=True):
        groups.setdefault(site, []).append(one)
    chance, names = random.Random(seed), sorted(groups)
    f1s, oks = [], []
    for _ in range(BOOTSTRAP):
        again = [one for name in chance.choices(names, k=len(names)) for one in groups[name]]
        f1s.append(f1(again))
        oks.append(_share(one.ok for one in again))
    return Figures(
        f1(scores),
        _middle(f1s),
        _precision(scores),
        _recall(scores),
        _share(one.lost > LOST for one in scores),
        _share(one.junk > JUNK for one in scores),
        _share(one.ok for one in scores),
        _middle(oks),
    )


def summary(scores: Sequence[Score], seed: int = 1) -> str:
    """F1 with its interval, and the shares of documents that are damaged, dirty, and neither."""
    chance = random.Random(seed)
    again = [f1(chance.choices(scores, k=len(scores))) for _ in range(BOOTSTRAP)]
    low, high = _middle(again)
    damaged = _share(one.lost > LOST for one in scores)
    dirty = _share(one.junk > JUNK for one in scores)
    ok = _share(one.ok for one in scores)
    return (
        f"{len(scores)} documents: F1 {f1(scores):.3f} ({low:.3f} to {high:.3f}),"
        f" ok {ok:.2f}, damaged {damaged:.2f}, dirty {dirty:.2f}"
    )


def _precision(scores: Sequence[Score]) -> float:
    told = [one.precision for one in scores if one.precision or one.recall] or [0.0]
    return sum(told) / len(told)


def _recall(scores: Sequence[Score]) -> float:
    return sum(one.recall for one in scores) / len(scores)


def _share(told: Iterable[bool]) -> float:
    every = list(told)
    return sum(every) / len(every)


def _middle(values: Iterable[float]) -> tuple[float, float]:
    """Return between which two of BOOTSTRAP values 95 % of them are."""
    ordered = sorted(values)
    return ordered[BOOTSTRAP // 40], ordered[-BOOTSTRAP // 40 - 1]


def _key(line: str) -> str:
    return " ".join(line.strip(" \u2022\t*-").split())


def _shingle_shares(article: str, output: str) -> tuple[float, float, float]:
    """Return matched, wrong and missed shingles, as shares of all of them."""
    wanted, got = _shingles(article), _shingles(output)
    matched = (wanted & got).total()
    wrong, missed = got.total() - matched, wanted.total() - matched
    every = matched + wrong + missed
    return (matched / every, wrong / every, missed / every) if every else (0.0, 0.0, 0.0)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _SHINGLED.findall(text)
    return Counter(
        tuple(words[at : at + SHINGLE])
        for at in range(max(1, len(words) - SHINGLE + 1))
        if words[at : at + SHINGLE]
    )
