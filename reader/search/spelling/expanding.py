"""A query whose words stand for their forms and misspellings, too. Must not know: any index."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.query import And, Field, Near, Not, Or, Query, Word
from reader.query.tree import leaves
from reader.search.fold import asked
from reader.search.intent import PLACES, as_words
from reader.search.spelling.lexicon import spelt
from reader.search.spelling.meaning import Likely, Meant

MOST_WORDS = 32  # of a query that are expanded
MOST_NEAR = 4  # others that each of two words stands for that are near each other
SHOWN = 3  # words that are named
AS_TYPED = 100.0  # what a text counts more that has all words as they were typed


@dataclass(frozen=True, slots=True)
class Expansion:
    """A word of a query, folded, and what else was looked for, the likeliest first."""

    word: str
    forms: tuple[str, ...]
    misspelt: tuple[str, ...]
    rather: str = ""  # what was not looked for, and likely meant

    def __str__(self) -> str:
        if self.rather:
            return f"{self.word}: did you mean {self.rather}?"
        return f"{self.word} ~ {', '.join((self.misspelt or self.forms)[:SHOWN])}"


class Expanded(NamedTuple):
    """What a query asks for once its words stand for others, too."""

    tree: Query  # what answers; of its leaves, each stands beside the word that was typed
    ranked: Query  # the same, to be ranked by: whatever has all words as typed comes first
    said: tuple[Expansion, ...]  # each word once, in the order of the query
    left: int  # words that were not expanded because there were MOST_WORDS before them


def expanded(tree: Query, look: Callable[[str, bool], Meant]) -> Expanded:
    """Return the query with each word that is asked for as any of what it may stand for.

    `look` returns what a folded word stands for, and whether it is to be taken for misspelt
    anyhow is its second argument. Nothing is made of what is refused, of exact words and
    beginnings, and of words in phrases; nothing of what folds to several words.
    """
    asked_for = [*dict.fromkeys(leaves(tree))]
    typed_words = [*dict.fromkeys(word for leaf in asked_for for word in _to_expand(leaf))]
    meant: dict[Word, Meant] = {}
    said: dict[str, Expansion] = {}
    for typed_word in typed_words[:MOST_WORDS]:
        [word] = asked(typed_word.text)
        likely = look(word, typed_word.fuzzy)
        if likely.forms or likely.misspelt:
            meant[typed_word] = likely
        if likely.forms or likely.misspelt or likely.rather:
            others = _words(likely.forms), _words(likely.misspelt)
            said[word] = Expansion(word, *others, likely.rather)
    found: dict[Query, Query] = {}
    typed: dict[Query, Query] = {}
    for leaf in asked_for:
        words = [word for word in _to_expand(leaf) if word in meant]
        if words:
            found[leaf] = _with_others(leaf, meant)
            typed[leaf] = leaf if all(meant[word].known for word in words) else found[leaf]
    answering = _changed(tree, lambda leaf: found.get(leaf, leaf))
    first = _changed(_changed(tree, lambda leaf: typed.get(leaf, leaf)), _first)
    ranked = Or((first, answering)) if found else tree
    return Expanded(answering, ranked, (*said.values(),), len(typed_words[MOST_WORDS:]))


def _to_expand(leaf: Query) -> tuple[Word, ...]:
    """Return the words of a leaf that may stand for others."""
    if isinstance(leaf, Near):
        return tuple(word for side in leaf.sides for word in side if _may_stand_for_others(word))
    word = as_words(leaf) if isinstance(leaf, Field) and leaf.name in PLACES else leaf
    return (word,) if isinstance(word, Word) and _may_stand_for_others(word) else ()


def _may_stand_for_others(word: Word) -> bool:
    if word.exact or word.prefix:
        return False
    words = asked(word.text)
    return len(words) == 1 and spelt(words[0])


def _with_others(leaf: Query, meant: Mapping[Word, Meant]) -> Query:
    """Return a leaf with what its words may stand for beside them."""
    match leaf:
        case Near():
            first, second = (
                _any_of(
                    [each for word in side for each in (word, *_others(word, meant)[:MOST_NEAR])]
                )
                for side in leaf.sides
            )
            return replace(leaf, first=first, second=second)
        case Field():
            word = as_words(leaf)
            assert isinstance(word, Word)
            forms = [replace(leaf, value="'" + other.text) for other in _others(word, meant)]
            return Or((leaf, *forms))
    assert isinstance(leaf, Word)
    return Or((leaf, *_others(leaf, meant)))


def _others(word: Word, meant: Mapping[Word, Meant]) -> list[Word]:
    likely = meant.get(word, Meant())
    return [
        Word(each.word, exact=True, weight=each.weight)
        for each in (*likely.forms, *likely.misspelt)
    ]


def _any_of(words: Sequence[Word]) -> Word | Or:
    return Or(tuple(words)) if len(words) > 1 else words[0]


def _words(likely: tuple[Likely, ...]) -> tuple[str, ...]:
    return tuple(each.word for each in likely)


def _first(leaf: Query) -> Query:
    return replace(leaf, weight=leaf.weight * AS_TYPED) if isinstance(leaf, Word) else leaf


def _changed(tree: Query, change: Callable[[Query], Query]) -> Query:
    """Return the tree with other leaves, but those that are refused.

    What a leaf becomes stays together: an Or in an Or is one word among others.
    """
    if isinstance(tree, And | Or):
        return replace(tree, parts=tuple(_changed(part, change) for part in tree.parts))
    return tree if isinstance(tree, Not) else change(tree)
