"""Stories told again, and others that only look so: what finding near-copies is measured with.

The same number gives the same texts.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from random import Random
from typing import NamedTuple

from benchmarks.prose import texts
from reader.search.fold import words

Words = list[str]
CLUTTER = 60  # words of a site's menus and footers, where they were taken for the article


class Told(NamedTuple):
    """A text, the number of its story, below 0 where it only looks like it, and how it was made."""

    words: Words
    story: int
    kind: str  # "story", or one of RETOLD or ALIKE


def _clutter(site: int) -> Words:
    chance = Random(f"site {site}")
    return [f"menu{chance.randrange(10_000)}" for _ in range(CLUTTER)]


def _headed(story: Words, other: Words, chance: Random) -> Words:
    return [*other[:25], *story[8:]]


def _cut(story: Words, other: Words, chance: Random) -> Words:
    at = chance.randrange(len(story) * 3 // 4)
    return story[:at] + story[at + len(story) // 4 :]


def _added(story: Words, other: Words, chance: Random) -> Words:
    at = chance.randrange(len(story))
    return [*story[:at], *other[: len(story) // 5], *story[at:]]


def _half(story: Words, other: Words, chance: Random) -> Words:
    return story[: len(story) * 6 // 10]


def _mistyped(story: Words, other: Words, chance: Random) -> Words:
    return [word if chance.random() < 0.97 else word[::-1] + "x" for word in story]


def _cluttered(story: Words, other: Words, chance: Random) -> Words:
    return [*_clutter(0), *story, *_clutter(1)]


def _same_clutter(story: Words, other: Words, chance: Random) -> Words:
    return [*_clutter(0), *other, *_clutter(1)]


def _same_intro(story: Words, other: Words, chance: Random) -> Words:
    return story[: len(story) // 5] + other[len(story) // 5 :]


def _quoting(story: Words, other: Words, chance: Random) -> Words:
    at = chance.randrange(len(other))
    return other[:at] + story[: len(story) // 5] + other[at:]


def _form(story: Words, other: Words, chance: Random) -> Words:
    return [other[at % len(other)] if at % 6 == 0 else word for at, word in enumerate(story)]


RETOLD: Mapping[str, Callable[[Words, Words, Random], Words]] = {
    "word for word": lambda story, other, chance: list(story),
    "another headline and standfirst": _headed,
    "a quarter cut out": _cut,
    "a fifth put in": _added,
    "broken off after six tenths": _half,
    "three words in a hundred mistyped": _mistyped,
    "menus taken for the article": _cluttered,
}
"""How a story is told again."""

ALIKE: Mapping[str, Callable[[Words, Words, Random], Words]] = {
    "the same menus around another": _same_clutter,
    "a fifth in common at the beginning": _same_intro,
    "a fifth quoted": _quoting,
    "a form with other entries": _form,
}
"""What is another story, though it has something in common with the first."""


def told(count: int, seed: int = 1, every: int = 10) -> Iterator[Told]:
    """So many texts: of each `every` stories one is told again, and one has something like it.

    What other texts have in them is told by nobody else.
    """
    stories, others = texts(count, seed), texts(count, seed + 1_000_000)
    retold, alike = cycle(RETOLD.items()), cycle(ALIKE.items())
    made = 0
    for number, (text, another) in enumerate(zip(stories, others, strict=True), 1):
        story, other, chance = words(text.body), words(another.body), Random(f"{seed} {number}")
        found = [Told(story, number, "story")]
        if number % every == 0:
            kind, change = next(retold)
            found.append(Told(change(story, other, chance), number, kind))
        if number % every == 1:
            kind, change = next(alike)
            found.append(Told(change(story, other, chance), -number, kind))
        yield from found[: count - made]
        made += len(found)
        if made >= count:
            return
