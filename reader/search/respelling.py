"""A query's words as the texts of a collection spell them. Must not know: what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.query import Field, Query, Word
from reader.query.tree import mapped
from reader.search.fold import asked
from reader.search.gathering import Gathered
from reader.search.intent import FORGIVING, finished, growing

if TYPE_CHECKING:
    from reader.search.fulltext import FullText
    from reader.search.spelling.expanding import Expanded
    from reader.search.spelling.meaning import Meant


RARE = 3  # pages that have a word where it was set aside, from which on it is spelt well


def expansions(tree: Query, fulltext: FullText, gathered: Gathered) -> Expanded:
    """Return the query with each word as any that it may stand for in these texts.

    A word that is unfinished, of which no text has any end, is taken for a whole one; one that
    stands where things are set aside is not misspelt. What may have been meant by a slip that texts
    have is said before its end is known, too.
    """

    from reader.search.spelling.expanding import Expansion, expanded  # noqa: PLC0415 - loads numpy

    def whole(leaf: Query) -> Query:
        if not isinstance(leaf, Word | Field) or not leaf.growing:
            return leaf
        if isinstance(leaf, Field) and leaf.name not in FORGIVING:
            return leaf
        word = leaf.word if isinstance(leaf, Field) else leaf
        if any(map(fulltext.begins, asked(word.text)[-1:])):
            return leaf
        return finished(leaf)

    spelling = fulltext.spelling(gathered.languages)

    def look(word: str, fuzzy: bool) -> Meant:
        meant = spelling.meant(word, fuzzy)
        known = meant.misspelt and not fuzzy and fulltext.set_aside(word) >= RARE
        return meant._replace(misspelt=()) if known else meant

    spelt = expanded(mapped(tree, whole), look)
    slips = (
        Expansion(word, (), (), rather)
        for leaf in growing(tree)
        if isinstance(leaf, Word)
        for word in asked(leaf.text)[-1:]
        if (rather := spelling.rather(word))
    )
    return spelt._replace(said=(*spelt.said, *slips))


def told(spelt: Expanded) -> str:
    """Return in words what was taken for misspelt or may be, and what was not looked at."""
    from reader.search.spelling.expanding import MOST_WORDS  # noqa: PLC0415

    said = [str(each) for each in spelt.said if each.misspelt or each.rather]
    if spelt.left:
        said.append(f"other spellings of the first {MOST_WORDS} words only")
    return "; ".join(said)
