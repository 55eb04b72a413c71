"""Questions of seven kinds for a full text, made from its own documents.

The same documents and seed give the same questions. Needs nothing but the standard library.
"""

import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random
from statistics import median
from typing import NamedTuple

KINDS = ("rare word", "common word", "two words", "any of three", "phrase", "prefix", "tag + date")
SAMPLE = 10_000  # documents whose words are counted
RARE = (3, 10)  # of the sample's documents have a rare word
MIDDLING = (0.02, 0.15)  # of all documents have one that is neither
COMMON = 60  # most frequent words
IN_PHRASE = (0.003, 0.5)  # of all documents have each word of a phrase
BEGUN = (2, 5)  # letters of a prefix
YEARS = (2, 8)  # a range of dates
REPEATS = 5  # of each question; the median counts
SLOW = 0.3  # seconds; what takes longer is not repeated

_WORD = re.compile(r"[a-z]{2,}")


class Asked(NamedTuple):
    """One document as questions are made from it."""

    text: str
    tags: tuple[str, ...]
    date: str  # YYYY-MM-DD


class Question(NamedTuple):
    """What is asked for: words, and for some a tag and days from the first to the last."""

    kind: str
    words: tuple[str, ...]
    tag: str = ""
    first: str = ""
    last: str = ""


def questions(documents: Sequence[Asked], each: int, seed: int) -> list[Question]:
    """So many questions of each kind; fewer where too few words fit."""
    chance = Random(seed)
    some = documents[:SAMPLE]
    often = Counter(word for one in some for word in set(_WORD.findall(one.text.lower())))
    words = _Words(some, often)
    makers: dict[str, Callable[[Random], Question | None]] = {
        "rare word": words.rare_word,
        "common word": words.common_word,
        "two words": words.two_words,
        "any of three": words.any_of_three,
        "phrase": words.phrase,
        "prefix": words.prefix,
        "tag + date": words.narrowed,
    }
    found: list[Question] = []
    for make in makers.values():
        tries = (make(chance) for _ in range(20 * each))
        found += list(dict.fromkeys(question for question in tries if question))[:each]
    return found


class _Words:
    """Words of some documents by how many of these have them."""

    def __init__(self, documents: Sequence[Asked], often: Counter[str]) -> None:
        total = len(documents)
        self.documents = documents
        self.often = often
        self.common = [word for word, _ in often.most_common(COMMON)]
        self.rare = sorted(word for word, count in often.items() if RARE[0] <= count <= RARE[1])
        least, most = (share * total for share in MIDDLING)
        self.middling = sorted(word for word, count in often.items() if least <= count <= most)
        self.in_phrase = [share * total for share in IN_PHRASE]

    def rare_word(self, chance: Random) -> Question | None:
        return _of("rare word", chance, self.rare, 1)

    def common_word(self, chance: Random) -> Question | None:
        return _of("common word", chance, self.common, 1)

    def two_words(self, chance: Random) -> Question | None:
        return _of("two words", chance, self.middling, 2)

    def any_of_three(self, chance: Random) -> Question | None:
        two = _of("any of three", chance, self.middling, 2)
        one = _of("any of three", chance, self.common, 1)
        if not one or not two or one.words[0] in two.words:
            return None
        return one._replace(words=one.words + two.words)

    def phrase(self, chance: Random) -> Question | None:
        """Two or three words as they stand side by side, within a sentence."""
        sentence = chance.choice(chance.choice(self.documents).text.lower().split("."))
        words, length = _WORD.findall(sentence), chance.randint(2, 3)
        if len(words) < length or " ".join(words) != sentence.strip():
            return None
        at = chance.randrange(len(words) - length + 1)
        chosen = tuple(words[at : at + length])
        least, most = self.in_phrase
        fits = all(least <= self.often[word] <= most for word in chosen)
        return Question("phrase", chosen) if fits else None

    def prefix(self, chance: Random) -> Question | None:
        one = _of("prefix", chance, self.middling, 1)
        return one._replace(words=(one.words[0][: chance.randint(*BEGUN)],)) if one else None

    def narrowed(self, chance: Random) -> Question | None:
        """A word among what has a tag and is of some years."""
        one = _of("tag + date", chance, [*self.middling, *self.common], 1)
        dated = chance.choice(self.documents)
        if not one or not dated.tags or not dated.date:
            return None
        first = int(dated.date[:4])
        last = first + chance.randint(*YEARS)
        tag = chance.choice(dated.tags)
        return one._replace(tag=tag, first=f"{first}-01-01", last=f"{last}-12-31")


def _of(kind: str, chance: Random, words: Sequence[str], count: int) -> Question | None:
    return Question(kind, tuple(chance.sample(words, count))) if len(words) >= count else None


def costs(ask: Callable[[Question], object], asked: Sequence[Question]) -> list[float]:
    """Seconds of processor time of each question; all are asked once before, then one by one."""
    times = [[spent(ask, question)] for question in asked]
    for _ in range(REPEATS):
        for question, each in zip(asked, times, strict=True):
            if each[0] < SLOW:
                each.append(spent(ask, question))
    return [median(each[1:] or each) for each in times]


def spent(ask: Callable[[Question], object], question: Question) -> float:
    """Seconds of processor time of one call."""
    began = time.process_time()
    ask(question)
    return time.process_time() - began
