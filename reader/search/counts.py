"""How many texts have the words of a query, as far as counts of words tell. Must not know: rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

from reader.query import And, Not, Or, Phrase, Query, Word
from reader.search.fold import asked
from reader.search.terms import COMPLETIONS, FIELDS, begins, written_so
from reader.search.written import WRITTEN

if TYPE_CHECKING:
    import tantivy


def rarest(searcher: tantivy.Searcher, asked_for: Iterable[Query], most: int) -> list[Query]:
    """Return at most `most` of some words and phrases: those that the fewest texts have.

    What no text has is left out; beginnings of words are as rare as the beginning is as a word.
    """
    found = []
    for leaf in dict.fromkeys(asked_for):
        words = asked(leaf.text) if isinstance(leaf, Word | Phrase) else []
        texts = [max(searcher.doc_freq(field, word) for field in FIELDS) for word in words]
        often = min(texts, default=0)
        if often or (words and isinstance(leaf, Word) and leaf.prefix):
            found.append((often, leaf))
    return [leaf for _, leaf in sorted(found, key=itemgetter(0))[:most]]


def bounds(searcher: tantivy.Searcher, tree: Query, fields: Sequence[str]) -> tuple[int, int]:
    """Return how many texts answer `tree`, at least and at most, as far as counts of words tell.

    The most is certain. The least counts texts that were deleted and are still in the index, too.
    """
    total = searcher.num_docs
    match tree:
        case Word() | Phrase():
            return _of_words(searcher, tree, fields)
        case Not():
            return total - bounds(searcher, tree.query, fields)[1], total
        case And() | Or():
            parts = [bounds(searcher, part, fields) for part in dict.fromkeys(tree.parts)]
            least, most = [each[0] for each in parts], [each[1] for each in parts]
            if isinstance(tree, And):
                return max(0, sum(least) - (len(parts) - 1) * total), min(most)
            return max(least), min(total, sum(most))
    return 0, total


def _of_words(
    searcher: tantivy.Searcher, leaf: Word | Phrase, fields: Sequence[str]
) -> tuple[int, int]:
    words, total = asked(leaf.text), searcher.num_docs
    prefix = isinstance(leaf, Word) and leaf.prefix
    forms, beginning = written_so(leaf)
    if forms or beginning:
        fields = [WRITTEN[field] for field in fields]
        texts = [sum(searcher.doc_freq(field, form) for field in fields) for form in forms]
        return 0, min([total, *texts])
    if len(words) != 1:
        certain = words[:-1] if prefix else words
        texts = [sum(searcher.doc_freq(field, word) for field in fields) for word in certain]
        return 0, min([total, *texts])
    [word] = words
    least = most = 0
    for field in fields:
        counts = [searcher.doc_freq(field, word)]
        if prefix or begins(word):
            begun = searcher.terms_with_prefix(field, word, limit=COMPLETIONS)
            counts = [count for _, count in begun] or counts
            most += total if len(begun) == COMPLETIONS else 0
        least, most = max(least, *counts), most + sum(counts)
    return least, min(total, most)
