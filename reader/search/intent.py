"""A query tree sorted into what is done with its parts. Must not know: documents, the indexes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.query import Alike, And, Everything, Field, Near, Not, Or, Pattern, Phrase, Query, Word
from reader.query.shape import NAMES as SHAPES
from reader.query.tree import either, every, leaves, opposite
from reader.search.fold import as_written, asked
from reader.search.written import asked_forms

PLACES = {"title": "title", "body": "body", "raw": "aside"}
"""Fields of a query that ask for words, and the field of the index each looks in."""

FORGIVING = frozenset({"body", "title"})
"""Those in which a word takes other forms, and is forgiven, as it is without a field."""

SHORTEST_PREFIX = 3  # letters; fewer begin nearly every text: only titles take them for a beginning
NO_TAG = "none"  # asks for documents without any
_GROWING = frozenset({"author", "body", "in", "raw", "site", "tag", "title"})
"""Fields whose value may go on while it is being typed."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What is looked for: all of `tree`, which is `words` and `rest`."""

    tree: Query
    words: tuple[Word, ...]  # plain words: misspellings are forgiven in titles
    rest: Query  # what must be answered as it stands


def intent(tree: Query, *, unfinished: bool) -> Intent | None:
    """Return what is done with the tree, or None if nothing in it could ever be found: "?!".

    `unfinished`: the end of its last word has not been typed yet.
    """
    searchable = _searchable(tree)
    if searchable is None:
        return None
    parts = searchable.parts if isinstance(searchable, And) else (searchable,)
    plain = [isinstance(part, Word) and not (part.exact or part.prefix) for part in parts]
    if unfinished:
        parts = (*parts[:-1], _growing(parts[-1]))
    told_apart = list(zip(parts, plain, strict=True))
    return Intent(
        every(parts),
        tuple(part for part, free in told_apart if free and isinstance(part, Word)),
        every(part for part, free in told_apart if not free),
    )


def ranking(tree: Query) -> tuple[Query, ...]:
    """Return the words and phrases that are asked for, wherever they are to stand.

    Words that a regular expression fits count for nothing: whatever has one is as good as another.
    """
    found = (
        as_words(leaf)
        for leaf in leaves(tree)
        if not isinstance(leaf, Field) or leaf.name in PLACES
    )
    return tuple(leaf for leaf in found if not isinstance(leaf, Pattern))


def looks_aside(tree: Query) -> bool:
    """Whether any words are asked for in what was set aside."""
    return any(isinstance(leaf, Field) and leaf.name == "raw" for leaf in leaves(tree))


def as_words(leaf: Query) -> Query:
    """Return the value of a field as the word or phrase it stands for; anything else as it is."""
    if not isinstance(leaf, Field):
        return leaf
    if leaf.quoted:
        return Phrase(leaf.value)
    if leaf.regex:
        return Pattern(leaf.value, leaf.position)
    as_it_stands = leaf.name not in FORGIVING or leaf.value.startswith("^")
    return replace(leaf.word, exact=True, fuzzy=False) if as_it_stands else leaf.word


def one_place(tree: Query) -> str:
    """Return the field of the index in which alone a tree asks for words; "" if there is none."""
    fields = tree.parts if isinstance(tree, Or) else (tree,)
    places = {
        PLACES.get(each.name, "")
        if isinstance(each, Field) and not (each.regex or each.value.startswith("^"))
        else ""
        for each in fields
    }
    return places.pop() if len(places) == 1 else ""


def lit(tree: Query) -> tuple[str, ...]:
    """Return what to light up, each once: words and phrases, folded, and what is more than these
    as a query writes it: `begun*`, `'As typed`, `/fits?/`, `one|ones NEAR/3 other`."""
    found: list[str] = []
    for leaf in leaves(tree):
        if isinstance(leaf, Field) and (leaf.name not in PLACES or _of_titles(leaf)):
            continue
        wanted = as_words(leaf)
        if isinstance(wanted, Alike):
            found += wanted.words
        elif isinstance(wanted, Near):
            first, second = ("|".join(map(_lit, side)) for side in wanted.sides)
            found.append(f"{first} NEAR/{wanted.within} {second}")
        elif isinstance(wanted, Word | Phrase):
            found.append(_lit(wanted))
        elif isinstance(wanted, Pattern):
            found.append(str(wanted))
    return tuple(filter(None, dict.fromkeys(found)))


def _lit(leaf: Word | Phrase) -> str:
    folded, begun = " ".join(asked(leaf.text)), isinstance(leaf, Word) and leaf.prefix
    exact = isinstance(leaf, Word) and leaf.exact and any(asked_forms(leaf.text))
    return ("'" + " ".join(as_written(leaf.text)) if exact else folded) + "*" * begun


def _of_titles(field: Field) -> bool:
    """Whether it is an expression that fits titles as a whole, not words."""
    return field.name == "title" and field.regex


def asks_for_copies(leaf: Query) -> bool:
    """Whether a part of a query is about copies: then they are what is wanted."""
    return isinstance(leaf, Field) and (
        leaf.name in {"dup", "version"} or (leaf.name, leaf.value.lower()) == ("is", "duplicate")
    )


def asks_for_facts(tree: Query) -> bool:
    """Whether anything in a tree is no word that any text may have."""
    match tree:
        case And() | Or():
            return any(map(asks_for_facts, tree.parts))
        case Not():
            return asks_for_facts(tree.query)
    return isinstance(tree, Field | Everything | Alike)


def growing(tree: Query) -> list[Word | Field]:
    """Return what in a tree may go on: its last word or value, or nothing."""
    return [leaf for leaf in leaves(tree) if isinstance(leaf, Word | Field) and leaf.growing]


def finished(leaf: Word | Field) -> Word | Field:
    """Return a growing leaf as it stands so far."""
    if isinstance(leaf, Field):
        return replace(leaf, value=leaf.value.removesuffix("*"), growing=False)
    return replace(leaf, prefix=False, growing=False)


def goes_on(text: str) -> bool:
    """Whether the next letter typed would belong to the last word that `text` looks for."""
    if not text[-1:].isalnum():
        return False
    return text.split()[-1].partition(":")[0].lower() not in SHAPES


def has_words(present: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether all wanted words are present, in any order, the last one perhaps unfinished."""
    return bool(wanted) and all(
        word in present or (word is wanted[-1] and any(own.startswith(word) for own in present))
        for word in wanted
    )


def _searchable(tree: Query) -> Query | None:
    """Return the tree without words that have no letter or digit; None if nothing is left."""
    match tree:
        case Word() | Phrase():
            return tree if asked(tree.text) else None
        case Near():
            sides = (any(asked(word.text) for word in side) for side in tree.sides)
            return tree if all(sides) else None
        case Field() if tree.name in PLACES and not tree.regex:
            return tree if asked(tree.value) else None
        case Not():
            inner = _searchable(tree.query)
            return None if inner is None else opposite(inner)
        case And() | Or():
            parts = [left for part in tree.parts if (left := _searchable(part)) is not None]
            if not parts:
                return None
            return every(parts) if isinstance(tree, And) else either(parts)
    return tree


def _growing(tree: Query) -> Query:
    match tree:
        case Word():
            begun = "".join(asked(tree.text)[-1:])  # of well-kn only the last letters go on
            short = len(begun) < SHORTEST_PREFIX and begun.isascii()
            return tree if short else replace(tree, prefix=True, growing=True)
        case Field() if _grows(tree):
            return replace(tree, value=tree.value + "*", growing=True)
        case And() | Or():
            return replace(tree, parts=(*tree.parts[:-1], _growing(tree.parts[-1])))
    return tree


def _grows(field: Field) -> bool:
    as_written = not (field.quoted or field.regex)
    if field.name == "tag" and (field.value.startswith("=") or field.value.lower() == NO_TAG):
        return False  # said as a whole
    return field.name in _GROWING and as_written and field.value[-1].isalnum()
