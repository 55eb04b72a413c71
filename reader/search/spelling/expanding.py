"""A query whose words stand for their forms and misspellings, too. Must not know: any index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.query import And, Not, Or, Query, Word
from reader.query.tree import leaves
from reader.search.fold import asked
from reader.search.spelling.lexicon import spelt
from reader.search.spelling.meaning import Likely, Meant

MOST_WORDS = 32  # of a query that are expanded
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
    asked_for = [leaf for leaf in dict.fromkeys(leaves(tree)) if _may_stand_for_others(leaf)]
    found: dict[Query, Query] = {}
    typed: dict[Query, Query] = {}
    said: dict[str, Expansion] = {}
    for leaf in asked_for[:MOST_WORDS]:
        assert isinstance(leaf, Word)
        [word] = asked(leaf.text)
        meant = look(word, leaf.fuzzy)
        likely = (*meant.forms, *meant.misspelt)
        if likely:
            others = [Word(each.word, exact=True, weight=each.weight) for each in likely]
            found[leaf] = Or((leaf, *others))
            typed[leaf] = leaf if meant.known else found[leaf]
        if likely or meant.rather:
            said[word] = Expansion(word, _words(meant.forms), _words(meant.misspelt), meant.rather)
    answering = _changed(tree, lambda leaf: found.get(leaf, leaf))
    first = _changed(_changed(tree, lambda leaf: typed.get(leaf, leaf)), _first)
    ranked = Or((first, answering)) if found else tree
    return Expanded(answering, ranked, (*said.values(),), len(asked_for[MOST_WORDS:]))


def _may_stand_for_others(leaf: Query) -> bool:
    if not isinstance(leaf, Word) or leaf.exact or leaf.prefix:
        return False
    words = asked(leaf.text)
    return len(words) == 1 and spelt(words[0])


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
