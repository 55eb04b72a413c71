"""Some thousand lines, and how well each of them answers a term.

Must not know: other blocks, the order of results.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from reader.search.fold import asked, fold
from reader.search.picking.matching.letters import Letters, Places, codes_of, in_words
from reader.search.picking.matching.words import FAR, Words
from reader.search.picking.terms import Form, Group, Kind, Term

NONE = 255  # the cost of a line that does not answer
AS_WORD, AT_START, INSIDE, INITIALS, APART = 0, 1, 2, 3, 4
"""Costs of a term: as a whole word, at its start, inside it, as initials, with letters between."""
NEAR = 4  # and one more for each letter that differs: the cost of a word much like it
FARTHEST = 200  # characters between letters; beyond that all is the same
FIRST_FOREIGN = 128  # of the bytes of UTF-8, the first one that is no ASCII
REMEMBERED = 48  # terms and words whose costs are kept

Costs = NDArray[np.uint8]


class Block:
    """Lines and what was asked of them; `raw` ends each with the separator."""

    def __init__(self, raw: bytes, separator: str) -> None:
        self.raw = raw
        self._separator = separator
        ends = np.flatnonzero(np.frombuffer(raw, np.uint8) == ord(separator))
        self._borders = np.concatenate(([0], ends + 1))
        self._forms: dict[Form, Letters] = {}
        self._words: Words | None = None
        self._costs: OrderedDict[tuple[str, Form, str], Costs] = OrderedDict()

    def __len__(self) -> int:
        return len(self._borders) - 1

    def line(self, place: int) -> bytes:
        """Return a line without its separator."""
        return self.raw[int(self._borders[place]) : int(self._borders[place + 1]) - 1]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Return how many characters each line has."""
        letters = self._in(Form.FOLDED)
        return (letters.ends - letters.starts).astype(np.int64)

    def warm(self) -> None:
        """Work out what every query needs."""
        self._in(Form.FOLDED)

    # ---- what a line answers

    def answered(self, group: Group) -> Costs:
        """Return for each line what its best answer to one of the terms costs; else NONE."""
        costs = self.cost(group[0])
        for term in group[1:]:
            costs = np.minimum(costs, self.cost(term))
        return costs

    def cost(self, term: Term) -> Costs:
        """Return for each line how badly it answers the term; NONE where it does not."""
        costs = self._kept(term.kind.value, term.form, term.text, lambda: self._cost(term))
        if term.negated:
            return np.where(costs == NONE, 0, NONE).astype(np.uint8)
        return costs

    def literal(self, text: str, form: Form) -> Costs:
        """Return for each line whether a text stands in it as a word, at its start, or inside."""
        return self._kept("literal", form, text, lambda: self._literal(text, form))

    def likely(self, term: Term, *, last: bool) -> Costs:
        """Return costs as `cost` does, where words much like those of a fuzzy term count, too."""
        near = np.zeros(len(self), np.uint16)
        found = asked(term.text)
        for place, word in enumerate(found):
            near += self._likely(word, last=last and place == len(found) - 1)
        costs = self.cost(term)
        if not found or term.form is not Form.FOLDED:
            return costs
        return np.minimum(costs, np.minimum(near, NONE).astype(np.uint8))

    # ---- how it is found out

    def _cost(self, term: Term) -> Costs:
        match term.kind:
            case Kind.INSIDE:
                return self.literal(term.text, term.form)
            case Kind.WORD:
                costs = self.literal(term.text, term.form)
                return np.where(costs == AS_WORD, AS_WORD, NONE).astype(np.uint8)
            case Kind.FUZZY:
                return self._fuzzy(term.text, term.form)
            case _:
                return self._at_ends(term)

    def _fuzzy(self, text: str, form: Form) -> Costs:
        costs = self.literal(text, form).copy()
        if len(text) == 1:
            return costs
        lines, apart = self._in(form).in_order(text)
        apart = np.minimum(apart, FARTHEST) + (APART - 1)
        costs[lines] = np.minimum(costs[lines], apart)  # as it stands is better still
        return costs

    def _literal(self, text: str, form: Form) -> Costs:
        letters = self._in(form)
        costs = np.full(len(self), NONE, np.uint8)
        places = letters.places(text)
        if not len(places):
            return costs
        around = in_words(letters.codes[places - 1]), in_words(letters.codes[places + len(text)])
        edges = in_words(codes_of(text[0])), in_words(codes_of(text[-1]))
        begins, ends = (~(out & edge) for out, edge in zip(around, edges, strict=True))
        lines = letters.lines(places)
        costs[lines] = INSIDE
        costs[lines[begins]] = AT_START
        costs[lines[begins & ends]] = AS_WORD
        return costs

    def _at_ends(self, term: Term) -> Costs:
        letters = self._in(term.form)
        first, last = letters.inner()
        if term.text[:1].isspace():
            first = letters.starts
        if term.text[-1:].isspace():
            last = letters.ends
        length = len(term.text)
        fits = last - first >= length
        if term.kind is Kind.WHOLE:
            fits &= last - first == length
        begins = last - length if term.kind is Kind.END else first
        lines: Places = np.flatnonzero(fits)
        places = begins[lines]
        for offset, letter in enumerate(term.text):
            same = letters.codes[places + offset] == ord(letter)
            lines, places = lines[same], places[same]
        costs = np.full(len(self), NONE, np.uint8)
        costs[lines] = 0
        return costs

    def _likely(self, word: str, *, last: bool) -> Costs:
        """Return the costs of a folded word as it stands, as initials, or much like it."""
        return self._kept(f"likely {last}", Form.FOLDED, word, lambda: self._like(word, last))

    def _like(self, word: str, last: bool) -> Costs:
        if self._words is None:
            self._words = Words(self._in(Form.FOLDED), ord(self._separator))
        near = self._words.near(word, last=last)
        costs = np.where(near == FAR, NONE, near + NEAR).astype(np.uint8)
        if len(word) > 1:
            initials = self._words.initials
            costs[initials.lines(initials.places(word))] = INITIALS
        return np.minimum(costs, self.literal(word, Form.FOLDED))

    def _in(self, form: Form) -> Letters:
        if form not in self._forms:
            codes = codes_of(self._separator + self._formed(form))
            self._forms[form] = Letters(codes, ord(self._separator))
        return self._forms[form]

    def _formed(self, form: Form) -> str:
        if form is Form.FOLDED:
            return self._folded()
        text = self.raw.decode("utf-8", "surrogateescape")
        return text if form is Form.PLAIN else text.lower()

    def _folded(self) -> str:
        """Fold only the lines that ask for it: most do not, and it takes long."""
        lowered, parts, end = self.raw.lower(), [], 0
        foreign = np.flatnonzero(np.frombuffer(self.raw, np.uint8) >= FIRST_FOREIGN)
        for place in np.unique(np.searchsorted(self._borders, foreign, side="right") - 1).tolist():
            begin, after = self._borders[place], self._borders[place + 1]
            text = fold(self.raw[begin:after].decode("utf-8", "surrogateescape"))
            parts += [lowered[end:begin], text.encode("utf-8", "surrogateescape")]
            end = after
        return b"".join((*parts, lowered[end:])).decode("utf-8", "surrogateescape")

    def _kept(self, kind: str, form: Form, text: str, work: Callable[[], Costs]) -> Costs:
        key = (kind, form, text)
        if key not in self._costs:
            self._costs[key] = work()
            if len(self._costs) > REMEMBERED:
                self._costs.popitem(last=False)
        self._costs.move_to_end(key)
        return self._costs[key]
