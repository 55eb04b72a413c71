"""A query tree as a query of the full-text index. Must not know: rows, where the index lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import QueryError
from reader.query import Alike, And, Near, Not, Or, Pattern, Phrase, Query, Word
from reader.query.patterns import compiled
from reader.query.tree import every, leaves
from reader.search.fold import asked, fold, unspaced
from reader.search.written import WRITTEN, asked_forms

if TYPE_CHECKING:
    import tantivy

FIELDS = ("title", "body", "aside")
TEXT_FIELDS = FIELDS[:2]
"""Where words are looked for; what was set aside only when asked for."""

TITLE_BOOST = 3.0
COMPLETIONS = 24  # most frequent longer words that are ranked by how rare they are
SET_FROM = 8  # words of which any will do from which on they are asked for together
WHOLE_FROM = 3  # letters from which on words that start so are few enough to be listed
GIVEN = 50  # words that tantivy thinks of for an unfinished one at the end of a phrase
EXPANDED = 10_000  # words that one regular expression in a phrase may stand for, of 16,000
EVERY = 1 << 20
STEP = 16  # words asked for at once of those that must all be there
_REST = 0.1  # score of a match by any other longer word

_ESCAPED_OR_NOT = re.compile(r"\\[pP]\{[^}]*\}|\\[pP].|\\.|[^\\]+", re.DOTALL)
_SPECIAL = re.compile(r"[\\.+*?()|\[\]{}^$#&\-~]")


def in_index(
    schema: tantivy.Schema,
    searcher: tantivy.Searcher,
    tree: Query,
    fields: Sequence[str],
    *,
    scored: bool = True,
) -> tantivy.Query:
    """Return what asks the index for the words of `tree`; cheaper if nothing is to be `scored`.

    Words are asked for in any of `fields`. Fields, and words without letters or digits, ask for
    nothing.
    """
    return _Translation(schema, searcher, fields, scored).of(tree) or _everything()


def steps(tree: Query) -> Iterator[Query]:
    """Yield what all must be answered, a few words at a time: where nothing is left, ask no more.

    Two hundred beginnings of words are two hundred lists of documents, however few have them all.
    """
    if not isinstance(tree, And):
        yield tree
        return
    for first in range(0, len(tree.parts), STEP):
        yield every(tree.parts[first : first + STEP])


def _everything() -> tantivy.Query:
    from tantivy import Query as Asked  # noqa: PLC0415 - heavy, loaded at first use

    return Asked.all_query()


class Run(NamedTuple):
    """Words of the index that stand side by side."""

    words: list[str]
    prefix: bool = False  # the last one may go on
    forms: Sequence[str] = ()  # as some of them must be written in the same field
    begun: str = ""  # the last one must be written so, as far as it goes


class _Translation:
    def __init__(
        self,
        schema: tantivy.Schema,
        searcher: tantivy.Searcher,
        fields: Sequence[str],
        scored: bool,
    ) -> None:
        import tantivy  # noqa: PLC0415 - heavy, loaded at first use

        self._asked, self._occur = tantivy.Query, tantivy.Occur
        self._schema = schema
        self._searcher = searcher
        self._fields = fields
        self._scored = scored

    def of(self, tree: Query) -> tantivy.Query | None:
        """Return the query, or None where nothing is asked for."""
        match tree:
            case Word() | Phrase():
                return self._weighed(self._run(_of_leaf(tree)), tree)
            case Near():
                return self._near(tree)
            case Pattern():
                return self._fitting(tree)
            case Alike():
                return self._alike(tree)
            case Not():
                refused = self.of(tree.query)
                if refused is None:
                    return None
                return self._asked.boolean_query([self._anything(), (self._occur.MustNot, refused)])
            case And() | Or():
                return self._joined(tree)
        return None

    def _joined(self, tree: And | Or) -> tantivy.Query | None:
        """Return what asks for all or any of the parts; what is refused is looked up once."""
        how = self._occur.Must if isinstance(tree, And) else self._occur.Should
        parts: list[tuple[tantivy.Occur, tantivy.Query]] = []
        asked_for = dict.fromkeys(tree.parts)
        if isinstance(tree, Or) and not self._scored:
            single = {part: word for part in asked_for if (word := _single(part))}
            if len(single) >= SET_FROM:
                parts += [(how, self._any_word(field, single.values())) for field in self._fields]
                asked_for = dict.fromkeys(part for part in asked_for if part not in single)
        weighed = self._scored and isinstance(tree, Or) and any(map(_weighed, leaves(tree)))
        for part in asked_for:
            if isinstance(part, Not) and isinstance(tree, And):
                if query := self.of(part.query):
                    parts.append((self._occur.MustNot, query))
            elif isinstance(part, Word | Phrase) and isinstance(tree, Or) and not weighed:
                # side by side, so that the index leaves out documents that cannot be among the best
                parts += [(how, query) for query in self._in_fields(_of_leaf(part))]
            elif query := self.of(part):
                parts.append((how, query))
        if parts and all(occur == self._occur.MustNot for occur, _ in parts):
            parts.append(self._anything())
        if parts and weighed:
            return self._asked.disjunction_max_query([query for _, query in parts])
        return self._asked.boolean_query(parts) if parts else None

    def _anything(self) -> tuple[tantivy.Occur, tantivy.Query]:
        every_text = self._asked.const_score_query(self._asked.all_query(), 0.0)
        return self._occur.Must, every_text

    def _weighed(self, query: tantivy.Query | None, leaf: Word | Phrase) -> tantivy.Query | None:
        if query is None or not self._scored or not (isinstance(leaf, Word) and _weighed(leaf)):
            return query
        return self._asked.boost_query(query, leaf.weight)

    def _any_word(self, field: str, words: Iterable[str]) -> tantivy.Query:
        return self._asked.term_set_query(self._schema, field, list(dict.fromkeys(words)))

    def _run(self, run: Run) -> tantivy.Query | None:
        """Ask for words side by side in any one field."""
        found = self._in_fields(run)
        return self._any_of(found) if len(found) > 1 else next(iter(found), None)

    def _in_fields(self, run: Run) -> list[tantivy.Query]:
        """Ask for words side by side in each field; for none if there are no words."""
        found = []
        for field in self._fields if run.words else ():
            query = self._in_field(field, run)
            found.append(self._asked.boost_query(query, TITLE_BOOST) if field == "title" else query)
        return found

    def _in_field(self, field: str, run: Run) -> tantivy.Query:
        """Ask for words side by side, and for each that was typed so that one is written so."""
        forms = self._forms(field, run)
        if not forms:
            return self._folded(field, run.words, run.prefix)
        if not self._scored and len(run.words) == 1:  # what has the form has the word
            return self._all_of(forms)
        return self._all_of([self._folded(field, run.words, run.prefix), *forms])

    def _forms(self, field: str, run: Run) -> list[tantivy.Query]:
        beside = WRITTEN[field]
        found = [self._asked.term_query(self._schema, beside, form) for form in run.forms]
        if run.begun:
            begun = self._asked.fuzzy_term_query(self._schema, beside, run.begun, 0, prefix=True)
            found.append(begun)
        return [self._asked.const_score_query(query, 0.0) for query in found]

    def _near(self, tree: Near) -> tantivy.Query | None:
        """Ask for two words with others between them, in either order, in any one field."""
        firsts, seconds = ([_of_leaf(word) for word in side] for side in tree.sides)
        found = []
        for field in self._fields:
            query = self._any_of(
                [self._both(field, *pair, tree.within) for pair in product(firsts, seconds)]
            )
            found.append(self._asked.boost_query(query, TITLE_BOOST) if field == "title" else query)
        return self._any_of(found)

    def _both(self, field: str, first: Run, second: Run, within: int) -> tantivy.Query:
        a, b = first.words, second.words
        if not (a and b):
            return self._folded(field, a or b, False)
        orders = [
            self._asked.phrase_query(self._schema, field, list(each), within - 1)
            for each in ([*a, *b], [*b, *a])
        ]
        written = self._forms(field, Run([], forms=[*first.forms, *second.forms]))
        return self._all_of([self._any_of(orders), *written]) if written else self._any_of(orders)

    def _alike(self, tree: Alike) -> tantivy.Query:
        """Ask for at least so many of some words, each in any field."""
        if not tree.words:
            return self._asked.empty_query()
        term, should = self._asked.term_query, self._occur.Should
        each = [
            (should, self._any_of([term(self._schema, field, word) for field in self._fields]))
            for word in tree.words
        ]
        return self._asked.boolean_query(each, tree.least)

    def _fitting(self, tree: Pattern) -> tantivy.Query | None:
        """Ask for words side by side that regular expressions fit. Raises QueryError."""
        pieces = [whole(piece) for piece in tree.pattern.split()]
        found = []
        try:
            for field in self._fields:
                single = [self._asked.regex_query(self._schema, field, piece) for piece in pieces]
                if len(pieces) == 1:
                    found += single
                else:
                    self._refuse_wide(field, pieces, tree)
                    found.append(self._asked.regex_phrase_query(self._schema, field, [*pieces]))
        except ValueError as error:
            why = str(error).partition("RegexQueryError: ")[2].split(" (")[0].splitlines()
            said = why[-1].removeprefix("error: ").rstrip("'") if why else "it is none"
            raise QueryError(
                f"/{tree.pattern}/ cannot be looked for in words: {said}", tree.position
            ) from error
        return self._any_of(found)

    def _refuse_wide(self, field: str, pieces: Sequence[str], tree: Pattern) -> None:
        """Raise QueryError where words side by side could be any of too many."""
        words = [word for word, _ in self._searcher.terms_with_prefix(field, "", limit=EVERY)]
        joined = "\n".join(words)
        for piece in pieces:
            whole = compiled(f"(?m)^(?:{piece})$")
            if sum(1 for _ in whole.finditer(joined)) > EXPANDED:
                raise QueryError(
                    f"/{tree.pattern}/ fits more than {EXPANDED:,} words in one place: say more of"
                    " each word",
                    tree.position,
                )

    def _folded(self, field: str, words: list[str], prefix: bool) -> tantivy.Query:
        if len(words) == 1:
            [word] = words
            if prefix or begins(word):
                return self._starting(field, word)
            return self._asked.term_query(self._schema, field, word)
        if prefix and not unspaced(words[-1]):
            return self._unfinished(field, words)
        return self._asked.phrase_query(self._schema, field, list(words))

    def _unfinished(self, field: str, words: list[str]) -> tantivy.Query:
        """Ask for words side by side, whatever the last one goes on with."""
        *whole, start = words
        begun = self._searcher.terms_with_prefix(field, start, limit=GIVEN + 1)
        if len(begun) <= GIVEN:
            return self._asked.phrase_prefix_query(self._schema, field, list(words))
        begun = self._searcher.terms_with_prefix(field, start, limit=EVERY)
        patterns = [*map(_literally, whole)]
        return self._any_of(
            [
                self._asked.regex_phrase_query(self._schema, field, [*patterns, ending])
                for ending in _endings(start, [word for word, _ in begun])
            ]
        )

    def _starting(self, field: str, start: str) -> tantivy.Query:
        """Ask for every word that starts so, the word itself and frequent ones ranked."""
        # takes a microsecond to make, where the same as a regular expression takes 250
        rest = self._asked.fuzzy_term_query(self._schema, field, start, distance=0, prefix=True)
        if not self._scored and len(start) < WHOLE_FROM:
            return rest
        frequent = [
            word for word, _ in self._searcher.terms_with_prefix(field, start, limit=COMPLETIONS)
        ]
        ranked = [
            self._asked.term_query(self._schema, field, word)
            for word in dict.fromkeys([start, *frequent])
        ]
        if len(frequent) < COMPLETIONS:
            return self._any_of(ranked)
        return self._any_of([*ranked, self._asked.const_score_query(rest, _REST)])

    def _all_of(self, queries: list[tantivy.Query]) -> tantivy.Query:
        return self._asked.boolean_query([(self._occur.Must, query) for query in queries])

    def _any_of(self, queries: list[tantivy.Query]) -> tantivy.Query:
        return self._asked.boolean_query([(self._occur.Should, query) for query in queries])


def _of_leaf(leaf: Word | Phrase) -> Run:
    """Return the words of the index that a leaf asks for."""
    words, prefix = asked(leaf.text), isinstance(leaf, Word) and leaf.prefix
    return Run(words, prefix, *written_so(leaf))


def written_so(leaf: Word | Phrase) -> tuple[list[str], str]:
    """Return the forms that a leaf asks for, and the one that its last word must begin with."""
    if not (isinstance(leaf, Word) and leaf.exact):
        return [], ""
    forms = asked_forms(leaf.text)
    begun = forms.pop() if leaf.prefix and forms else ""
    return [form for form in forms if form], begun


def whole(piece: str) -> str:
    """Return a regular expression as words are spelt in the index, from their start to their end.

    What a backslash stands before keeps its case: there it is another sign.
    """
    folded = _ESCAPED_OR_NOT.sub(
        lambda part: part[0] if part[0].startswith("\\") else fold(part[0]), piece
    )
    folded = folded.removeprefix("^")
    ends = folded.endswith("$") and not folded.endswith("\\$")
    return folded[:-1] if ends else folded


def _literally(word: str) -> str:
    """Return a regular expression of the index for a word as it stands."""
    return _SPECIAL.sub(r"\\\g<0>", word)


def _endings(start: str, words: Sequence[str]) -> list[str]:
    """Return regular expressions that stand for all words that start so, no one for too many."""
    if len(words) <= EXPANDED:
        return [f"{_literally(start)}.*"]
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[: len(start) + 1], []).append(word)
    found = [_literally(start)] if start in groups else []
    for longer, some in groups.items():
        if longer != start:
            found += _endings(longer, some)
    return found


def begins(word: str) -> bool:
    """Whether a word as it stands asks for all that begin so: in the index these go by two."""
    return len(word) == 1 and unspaced(word)


def _weighed(leaf: Query) -> bool:
    """Whether it stands for a word that was typed otherwise, or stands beside one that does."""
    return isinstance(leaf, Word) and leaf.weight != 1


def _single(part: Query) -> str:
    """Return the one word of the index that a part asks for as it stands, or nothing."""
    if not isinstance(part, Word) or part.prefix:
        return ""
    words = asked(part.text)
    if any(written_so(part)):
        return ""
    return words[0] if len(words) == 1 and not begins(words[0]) else ""
