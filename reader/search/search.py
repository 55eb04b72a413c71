"""A query's text to the documents it finds. Must not know: SQL, files, the screen."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.model import Found, Row, Stage
from reader.query import Alike, And, Everything, Field, Not, Or, Query, Word, describe, parse
from reader.query.days import dated
from reader.query.saved import FIELD as SAVED
from reader.query.saved import filled
from reader.query.shape import Shape
from reader.query.tree import any_leaf, asks_for, either, every, mapped
from reader.search.around import NOWHERE, Around
from reader.search.fitting import fits_pattern, starts_with
from reader.search.fold import asked, words
from reader.search.gathering import Collected, Gathered, gather
from reader.search.intent import (
    PLACES,
    Intent,
    as_words,
    asks_for_copies,
    asks_for_facts,
    finished,
    goes_on,
    growing,
    has_words,
    intent,
    lit,
    looks_aside,
    one_place,
    ranking,
)
from reader.search.lighting import Positions
from reader.search.likeness import alike
from reader.search.marked import Marked
from reader.search.places import Places, strangers
from reader.search.respelling import expansions, told
from reader.search.rows import Chosen, Hits, Rows
from reader.search.shaping import copies, shaped, without_copies
from reader.search.snippet import matches
from reader.search.terms import FIELDS, TEXT_FIELDS
from reader.search.titles import BESIDE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from reader.search.fulltext import FullText

MOST_TEXTS = 16  # selections of words kept: each is one byte a document
MOST_CUT = 20_000  # tags whose words are remembered
MOST_RANKING = 32  # words that a query ranks by: the rarest, as each takes time and adds little
RANKED = 1000  # documents of a band that are put in order of merit


class Searcher:
    """Finds documents of one collection; for any thread, but one at a time."""

    def __init__(
        self,
        catalogue: Collected,
        fulltext: FullText,
        around: Around = NOWHERE,
        kept: Path | None = None,
    ) -> None:
        """`around` says what queries may name that is not in the catalogue.

        `kept` is a folder of its own where what was gathered is kept, so that only what has
        changed since is made again; None: all is made at every start.
        """
        self._catalogue = catalogue
        self._fulltext = fulltext
        self._around = around
        self._kept = kept
        self._gathered: Gathered | None = None
        self._texts_of: object = None  # the commit that words were looked up in

    def refresh(self) -> Gathered:
        """Take in what the catalogue and the full text hold now, as far as it has changed."""
        self._fulltext.reload()
        generation = self._catalogue.generation
        gathered = self._gathered
        if gathered is None or gathered.generation != generation:
            before = gathered.index if gathered else None
            gathered = gather(self._catalogue, before, self._kept)
            self._gathered = gathered
        if self._texts_of != self._fulltext.commit:
            self._texts_of = self._fulltext.commit
            gathered.texts.clear()
        return gathered

    def find(
        self,
        text: str,
        marked: Mapping[Row, Marked],
        limit: int = RANKED,
        stage: Stage = Stage.FINISHED,
        folded: bool = False,
    ) -> Found:
        """Return every document that answers the query; QueryError if it makes no sense.

        With `folded`, of near-copies only the one to read, unless the query asks for copies.

        At most `limit` of each band are ranked and scored; texts beyond that follow in path order.
        What an entered query takes for unfinished is said in its interpretation.
        """
        gathered = self._gathered or self.refresh()
        own = gathered.facets.own
        typing = stage is not Stage.FINISHED
        parsed = parse(text, typing=typing, own=own)
        tree = parsed.tree
        if any_leaf(tree, lambda leaf: isinstance(leaf, Field) and leaf.name == SAVED):
            tree = filled(tree, self._around.searches(), typing=typing, own=own)
        tree = mapped(dated(tree, self._around.today()), self._likened)
        found = Found(text, self._said(tree, parsed.shape), (), (), unknown=parsed.unknown)
        meant = intent(tree, unfinished=typing and goes_on(text))
        if meant is None:
            return found
        shown = None
        if not asks_for(tree, "is", "hidden"):
            hidden = gathered.facets.hidden(marked)
            shown = ~hidden if hidden.any() else None
        in_places = any_leaf(tree, lambda leaf: isinstance(leaf, Field) and leaf.name == "in")
        places = self._around.places() if in_places else Places()
        search = _Search(gathered, self._fulltext, marked, limit, shown, self._around, places)
        if stage is Stage.ENTERED and (last := growing(meant.tree)):
            if search.goes_on(last[-1]):
                found = found._replace(interpretation=self._said(meant.tree, parsed.shape))
            else:
                meant = intent(tree, unfinished=False) or meant
        named = strangers(meant.tree, places, gathered.facets.folders, self._around.rows)
        if lost := tuple(dict.fromkeys(named)):
            said = f"{found.interpretation} ({'; '.join(lost)})"
            found = found._replace(interpretation=said, lost=lost)
        said, other_words = self._spelt(meant.tree, gathered)
        if said:
            found = found._replace(interpretation=f"{found.interpretation} ({said})")
        found, chosen = (search.forgiving if meant.words else search.strict)(found, meant)
        facets, values = gathered.facets.counted(chosen, marked)
        lit_up = (*other_words, *lit(meant.tree))  # of the last one its beginnings are, too
        found = found._replace(words=lit_up, facets=facets, values=values)
        if folded and parsed.shape.group != "story" and not any_leaf(tree, asks_for_copies):
            found = without_copies(found, gathered.facets)
        return shaped(found, parsed.shape, gathered, marked, self._around.title)

    def _said(self, tree: Query, shape: Shape) -> str:
        """Return what is asked for in words, documents by their titles."""

        def titled(leaf: Query) -> Query:
            if isinstance(leaf, Field) and leaf.name in {"dup", "version"}:
                return replace(leaf, value=self._around.title(leaf.value) or leaf.value)
            if isinstance(leaf, Alike):
                return replace(leaf, of=self._around.title(leaf.of) or leaf.of)
            return leaf

        return ", ".join(filter(None, (describe(mapped(tree, titled)), shape.described())))

    def _spelt(self, tree: Query, gathered: Gathered) -> tuple[str, tuple[str, ...]]:
        """Return in words what was taken for misspelt, and which other words were looked for."""
        spelt = expansions(tree, self._fulltext, gathered)
        typed = lit(tree)
        return told(spelt), tuple(word for word in lit(spelt.tree) if word not in typed)

    def _likened(self, leaf: Query) -> Query:
        """Return the words of a document where a query asks for what is like it."""
        if not isinstance(leaf, Field) or leaf.name != "like":
            return leaf
        rows = self._around.rows(leaf.value)
        words = (word for row in rows for word in self._around.words(row))
        fulltext = self._fulltext
        # What only its own copies have says nothing of what it is about.
        beside = copies(rows, self._gathered.facets) if self._gathered else 0
        return alike(
            leaf.value, words, lambda word: fulltext.texts_with(word) - beside, len(fulltext)
        )

    def tags(self, marked: Mapping[Row, Marked]) -> list[tuple[str, int]]:
        """Return every tag with the number of its documents, the most used first."""
        return (self._gathered or self.refresh()).facets.tag_counts(marked)

    def light(self, text: str) -> tuple[str, ...]:
        """Return the words and phrases, folded, that a query asks for: what to light up."""
        try:
            own = self._gathered.facets.own if self._gathered else frozenset[str]()
            meant = intent(parse(text, typing=True, own=own).tree, unfinished=False)
        except QueryError:
            return ()
        return () if meant is None else lit(meant.tree)


@dataclass(frozen=True, slots=True)
class _Search:
    """One search: what was gathered, seen with somebody's marks."""

    gathered: Gathered
    fulltext: FullText
    marked: Mapping[Row, Marked]
    limit: int
    shown: NDArray[np.bool_] | None  # all that may be found; None: anything
    around: Around
    places: Places
    known: dict[Field, NDArray[np.bool_]] = field(default_factory=dict)  # answered in this search

    def forgiving(self, found: Found, meant: Intent) -> tuple[Found, NDArray[np.bool_]]:
        """Find plain words in titles, misspellings forgiven, then in the text as they stand.

        With the selection of all that was found.
        """
        allowed = self.shown
        if not isinstance(meant.rest, Everything):
            rest = expansions(meant.rest, self.fulltext, self.gathered).tree
            allowed = self.seen(self.answering(rest))
        typed = " ".join(word.text for word in meant.words)
        hits = self.gathered.index.search(typed, self.limit, allowed)
        by_hand = self.tagged_by_hand(meant.words, allowed, {*hits.rows})
        places = [*hits.rows, *by_hand]
        titles = self.rows(places)
        spelt = expansions(every(meant.words), self.fulltext, self.gathered)
        words = spelt.tree
        best = self.fulltext.hits(spelt.ranked, 9 * self.limit // 4)  # as some are shown as titles
        facets = self.gathered.facets
        in_text = facets.selection(best.rows) if best.whole else self.in_texts(words, TEXT_FIELDS)
        if allowed is not None:
            in_text = in_text & allowed
        in_text[places] = False
        texts, scores = self.ranked(spelt.ranked, in_text, known=best)
        in_text[places] = True
        title_scores = [*hits.scores, *(BESIDE for _ in by_hand)]
        in_titles = titles[: len(hits.rows)]
        found = found._replace(
            titles=titles,
            texts=texts,
            positions=Positions(in_titles, lambda row: hits.positions(in_titles.index(row))),
            scores=scores | dict(zip(titles, title_scores, strict=True)),
            aside=self.only_aside(words, in_text, allowed),
        )
        return found, in_text

    def only_aside(
        self, words: Query, found: NDArray[np.bool_], allowed: NDArray[np.bool_] | None
    ) -> int:
        """Return how many documents more have words if what was set aside counts, too."""
        more = self.in_texts(words, FIELDS) & ~found
        return int((more if allowed is None else more & allowed).sum())

    def strict(self, found: Found, meant: Intent) -> tuple[Found, NDArray[np.bool_]]:
        """Find what answers the query as it stands; by path if no word of it is to be ranked."""
        tree = expansions(meant.tree, self.fulltext, self.gathered).tree
        answering = self.seen(self.answering(tree))
        wanted = ranking(meant.tree)
        lights = lit(tree)
        positions = partial(self.positions, wanted=lights)
        if not lights:
            return found._replace(titles=self.rows(answering)), answering
        alone = bool(wanted) and all(isinstance(leaf, Alike) for leaf in wanted)
        in_title = answering if alone else answering & self.answering(tree, only_titles=True)
        if not wanted:
            titles, texts = self.rows(in_title), self.rows(answering & ~in_title)
            found = found._replace(titles=titles, texts=texts)
            return found._replace(positions=Positions(titles, positions)), answering
        by = either(self.fulltext.rarest(wanted, MOST_RANKING))
        by = expansions(by, self.fulltext, self.gathered).ranked
        aside = looks_aside(meant.tree)
        titles, title_scores = self.ranked(by, in_title, aside)
        texts, text_scores = self.ranked(by, answering & ~in_title, aside)
        found = found._replace(
            titles=titles,
            texts=texts,
            positions=Positions(titles, positions),
            scores=text_scores | title_scores,
            mixed=alone,  # it is as good in the title as in the text
        )
        return found, answering

    def goes_on(self, last: Word | Field) -> bool:
        """Return whether a last word must be unfinished: nothing has it but with more letters."""
        return not self.answering(finished(last)).any() and bool(self.answering(last).any())

    def seen(self, answering: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return what of a selection may be found."""
        return answering if self.shown is None else answering & self.shown

    def rows(self, places: NDArray[np.bool_] | list[int]) -> Rows:
        """Return the rows at some places, or of a selection in the order of paths."""
        return Rows(self._array(places))

    def _array(self, places: NDArray[np.bool_] | list[int]) -> array[int]:
        return array("q", self.gathered.facets.rows[places].tobytes())

    def answering(self, tree: Query, *, only_titles: bool = False) -> NDArray[np.bool_]:
        """Return the selection of what answers the tree, if wanted with its words in titles."""
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        facets = self.gathered.facets
        match tree:
            case Everything():
                return np.ones(len(facets), np.bool_)
            case Not() if asks_for_facts(tree):
                return ~self.answering(tree.query, only_titles=only_titles)
            case And() | Or() if asks_for_facts(tree) and not one_place(tree):
                join = np.logical_and if isinstance(tree, And) else np.logical_or
                parts = [self.answering(part, only_titles=only_titles) for part in tree.parts]
                joined: NDArray[np.bool_] = join.reduce(parts)
                return joined
            case Field(name="in"):
                return facets.within(tree, self.places)
            case Field() if tree.name not in PLACES:
                if tree not in self.known:
                    self.known[tree] = facets.matching(tree, self.marked, self.around)
                return self.known[tree]
            case Alike():
                chosen = self.in_texts(tree, TEXT_FIELDS)
                own = facets.places(self.around.rows(tree.of))
                stories = facets.stories[own]
                chosen[own] = False
                chosen[np.isin(facets.stories, stories[stories >= 0])] = False
                return chosen
            case Field(name="title") if tree.regex or tree.value.startswith("^"):
                return self.titled(tree)
        # what asks for words alone is one question to the index, however many there are
        place = PLACES[tree.name] if isinstance(tree, Field) else one_place(tree)
        fields = tuple(
            field
            for field in ((place,) if place else TEXT_FIELDS)
            if field == "title" or not only_titles
        )
        return self.in_texts(mapped(tree, as_words), fields)

    def titled(self, tree: Field) -> NDArray[np.bool_]:
        """Return the selection of the titles that a regular expression fits, or that start so."""
        import numpy as np  # noqa: PLC0415

        index = self.gathered.index
        if tree.regex:
            chosen, fits = np.ones(len(index), np.bool_), fits_pattern(tree.value)
        else:
            chosen, fits = self.in_texts(as_words(tree), ("title",)), starts_with(tree.value[1:])
        places = np.flatnonzero(chosen)
        chosen[places] = [*map(fits, index.texts(places))]
        return chosen

    def in_texts(self, tree: Query, fields: tuple[str, ...]) -> NDArray[np.bool_]:
        """Return the selection of what has the words in any of the fields."""
        known, facets = self.gathered.texts, self.gathered.facets
        if (tree, fields) not in known:
            if len(known) >= MOST_TEXTS:
                del known[next(iter(known))]
            known[tree, fields] = (
                facets.taken(self.fulltext.answering(tree, fields))
                if fields
                else facets.selection(())
            )
        return known[tree, fields].copy()

    def ranked(
        self,
        by: Query,
        chosen: NDArray[np.bool_],
        aside: bool = False,
        known: Hits | None = None,
    ) -> tuple[Rows, dict[Row, float]]:
        """Return the chosen rows, the best first, those beyond the limit by path, and scores."""
        facets = self.gathered.facets
        fields = (*TEXT_FIELDS, "aside") if aside else TEXT_FIELDS
        allowed = Chosen(facets, chosen)
        scores = dict(self.fulltext.search(by, allowed, self.limit, fields, known))
        others = chosen.copy()
        others[facets.places(scores)] = False
        return Rows(array("q", scores) + self._array(others)), scores

    def tagged_by_hand(
        self, wanted: Sequence[Word], allowed: NDArray[np.bool_] | None, known: set[int]
    ) -> list[int]:
        """Return the places, but the known ones, with a tag given by hand that has all words."""
        looked_for = [word for typed in wanted for word in asked(typed.text)]
        by_hand = self.gathered.facets.noted(self.marked).by_hand
        tags = [tag for tag in by_hand if has_words(_cut(tag), looked_for)]
        places = sorted({place for tag in tags for place in by_hand[tag]} - known)
        return [place for place in places if allowed is None or allowed[place]]

    def positions(self, row: Row, wanted: tuple[str, ...]) -> tuple[int, ...]:
        """Return which characters of a row's title to light up."""
        [place] = self.gathered.facets.places([row]).tolist()
        title = self.gathered.index.compared(place)
        if any("'" in each for each in wanted):  # as it is written
            title = self.around.title_of(row) or title
        ranges = matches(title, wanted)
        return tuple(at for start, end in ranges for at in range(start, end))


@lru_cache(MOST_CUT)
def _cut(tag: str) -> tuple[str, ...]:
    return tuple(words(tag))
