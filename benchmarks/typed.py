"""Queries as people type them for titles they half remember, made from any list of titles.

Ten kinds, each with the title it was made from. The same list and seed give the same queries.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from reader.search.fold import fold

FEW = 3  # titles at most that have all words a query was made from
MOST_COUNTED = 3000  # titles of a word that are counted; more do not tell anything apart

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SPELLINGS = (
    *(("ph", "f"), ("c", "k"), ("k", "c"), ("ise", "ize"), ("ize", "ise"), ("our", "or")),
    *(("or", "our"), ("y", "i"), ("ee", "i"), ("i", "ee"), ("o", "u"), ("u", "o"), ("ll", "l")),
    *(("l", "ll"), ("tt", "t"), ("s", "z"), ("ai", "ay"), ("ei", "ie"), ("ea", "ee")),
)


class Query(NamedTuple):
    """What was typed, how it was made, and the row of the title that was meant."""

    kind: str
    text: str
    row: int


def queries(titles: Sequence[str], each: int, seed: int) -> list[Query]:
    """Return so many queries of each kind."""
    typist = _Typist(titles, Random(seed))
    found = []
    for kind, make in KINDS.items():
        made = 0
        while made < each:
            query = make(typist)
            if query is not None:
                found.append(Query(kind, *query))
                made += 1
    return found


def keystrokes(found: Sequence[Query]) -> list[str]:
    """Return what stands in the prompt after each key, query by query."""
    return [
        query.text[:end]
        for query in found
        for end in range(1, len(query.text) + 1)
        if query.text[end - 1] != " "
    ]


class _Typist:
    """Somebody who remembers words of titles."""

    def __init__(self, titles: Sequence[str], chance: Random) -> None:
        self.titles = titles
        self.chance = chance
        self.words = [re.findall("[a-z0-9]+", fold(title)) for title in titles]
        self.having: defaultdict[str, set[int]] = defaultdict(set)
        for row, words in enumerate(self.words):
            for word in words:
                if len(self.having[word]) < MOST_COUNTED:
                    self.having[word].add(row)

    def remembered(self, shortest: int, count: int) -> tuple[int, list[str]]:
        """Return a title's row and some of its words, in order, that FEW titles have."""
        while True:
            row = self.chance.randrange(len(self.titles))
            words = [
                word
                for word in dict.fromkeys(self.words[row])
                if len(word) >= shortest and word.isalpha()
            ]
            if len(words) < count or not self.titles[row].isascii():
                continue
            places = sorted(self.chance.sample(range(len(words)), count))
            chosen = [words[place] for place in places]
            if 1 <= len(set.intersection(*(self.having[word] for word in chosen))) <= FEW:
                return row, chosen

    def misspelt(self, word: str, how: str) -> str:
        """Return the word with one letter changed, as the function of this name does."""
        return misspelt(word, how, self.chance)


def misspelt(word: str, how: str, chance: Random) -> str:
    """Return the word with one letter "other", "more", "less", or a "swap" with the next."""
    at = chance.randrange(1, len(word) - 1)
    if how == "more":
        return word[:at] + chance.choice(LETTERS) + word[at:]
    if how == "less":
        return word[:at] + word[at + 1 :]
    if how == "other":
        return word[:at] + chance.choice(LETTERS.replace(word[at], "")) + word[at + 1 :]
    unlike = [place for place in range(len(word) - 1) if word[place] != word[place + 1]] or [0]
    at = chance.choice(unlike)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def respelt(word: str, chance: Random) -> str | None:
    """Return another spelling of the word, its first letter kept; None if there is none."""
    ways = [(old, new) for old, new in SPELLINGS if old in word[1:]]
    if not ways:
        return None
    old, new = chance.choice(ways)
    at = word.index(old, 1)
    return word[:at] + new + word[at + len(old) :]


Made = tuple[str, int] | None


def _words(typist: _Typist) -> Made:
    row, words = typist.remembered(3, typist.chance.choice((2, 3)))
    return " ".join(words), row


def _swap(typist: _Typist) -> Made:
    row, words = typist.remembered(3, typist.chance.choice((2, 3)))
    return " ".join(reversed(words)), row


def _prefix(typist: _Typist) -> Made:
    row, (first, second) = typist.remembered(5, 2)
    chance = typist.chance
    begun = first[: chance.randint(max(3, len(first) - 3), len(first))]
    return f"{begun} {second[: chance.randint(3, 5)]}", row


def _abbrev(typist: _Typist) -> Made:
    chance = typist.chance
    row = chance.randrange(len(typist.titles))
    name = typist.titles[row].partition(" - ")[0]
    parts = re.findall("[a-z0-9]+", name.lower())[:8]
    if len(parts) < 3 or not name.isascii():
        return None
    if len(parts) >= 4 and chance.random() < 0.5:
        text = "".join(part[0] for part in parts)
    else:
        text = "".join(part[: chance.choice((1, 2, 3))] for part in parts)
    return (text, row) if len(text) >= 4 else None


def _typo(typist: _Typist) -> Made:
    return _one_typo(typist, typist.chance.choice(("other", "more", "less")))


def _transp(typist: _Typist) -> Made:
    return _one_typo(typist, "swap")


def _one_typo(typist: _Typist, how: str) -> Made:
    row, words = typist.remembered(5, 2)
    at = typist.chance.randrange(2)
    words[at] = typist.misspelt(words[at], how)
    return " ".join(words), row


def _typos(typist: _Typist) -> Made:
    row, words = typist.remembered(7, 2)
    chance = typist.chance
    both = [chance.randrange(2)] * 2 if chance.random() < 0.5 else [0, 1]
    for at in both:
        words[at] = typist.misspelt(words[at], chance.choice(("other", "more", "less", "swap")))
    return " ".join(words), row


def _novowel(typist: _Typist) -> Made:
    row, words = typist.remembered(6, 2)
    bare = [word[0] + re.sub("[aeiou]", "", word[1:]) for word in words]
    return (" ".join(bare), row) if min(map(len, bare)) >= 3 else None


def _variant(typist: _Typist) -> Made:
    row, words = typist.remembered(6, 2)
    spelt = [respelt(word, typist.chance) or word for word in words]
    title = typist.titles[row].lower()
    return None if all(word in title for word in spelt) else (" ".join(spelt), row)


def _joined(typist: _Typist) -> Made:
    row = typist.chance.randrange(len(typist.titles))
    words = typist.words[row]
    if len(words) < 3:
        return None
    at = typist.chance.randrange(len(words) - 1)
    first, second = words[at : at + 2]
    if min(len(first), len(second)) < 3:
        return None
    if len(typist.having[first] & typist.having[second]) > FEW:
        return None
    return first + second, row


KINDS: dict[str, Callable[[_Typist], Made]] = {
    "words": _words,
    "prefix": _prefix,
    "abbrev": _abbrev,
    "typo1": _typo,
    "typo2": _typos,
    "swap": _swap,
    "novowel": _novowel,
    "transp": _transp,
    "variant": _variant,
    "joined": _joined,
}
