"""How well an article was found in a page, as published benchmarks measure it.

The shingle scores are those of Scrapinghub's article extraction benchmark (2020): multisets of four
words in a row, precision and recall averaged over documents, F1 their harmonic mean. A document is
damaged when its output lost more than 2 % of the article's words that the page holds, dirty when
more than 5 % of the output's words belong to neither article nor headline, byline and date.
"""

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

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
    told = [one.precision for one in scores if one.precision or one.recall] or [0.0]
    precision = sum(told) / len(told)
    recall = sum(one.recall for one in scores) / len(scores)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def summary(scores: Sequence[Score], seed: int = 1) -> str:
    """F1 with its interval, and the shares of documents that are damaged, dirty, and neither."""
    chance = random.Random(seed)
    again = sorted(f1(chance.choices(scores, k=len(scores))) for _ in range(BOOTSTRAP))
    low, high = again[BOOTSTRAP // 40], again[-BOOTSTRAP // 40 - 1]
    damaged = sum(one.lost > LOST for one in scores) / len(scores)
    dirty = sum(one.junk > JUNK for one in scores) / len(scores)
    ok = sum(one.ok for one in scores) / len(scores)
    return (
        f"{len(scores)} documents: F1 {f1(scores):.3f} ({low:.3f} to {high:.3f}),"
        f" ok {ok:.2f}, damaged {damaged:.2f}, dirty {dirty:.2f}"
    )


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
