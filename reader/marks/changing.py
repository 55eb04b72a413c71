"""What becomes of the slots of facts while some are dropped and others put. Must not know: SQL."""

from collections import Counter
from collections.abc import Hashable

from reader.marks.facts import FILE, READ, Edit, Fact, slot


class Changing:
    """What becomes of the slots while facts are dropped and put."""

    def __init__(self, now: dict[Hashable, Fact], over: bool) -> None:
        self._now = now
        self._over = over
        self._before: dict[Hashable, Fact | None] = {}  # of the slots that were touched
        self._left = Counter(
            fact.document for fact in now.values() if fact.document and fact.kind != FILE
        )

    def drop(self, fact: Fact) -> None:
        """Take this very fact away if it is there; that it was read, whenever that was, if the fact
        does not say."""
        place = slot(fact)
        there = self._now.get(place)
        if there == fact or (there and fact.kind == READ and fact.value is None):
            self._touch(place, None)

    def put(self, fact: Fact) -> None:
        """Put a fact in its slot."""
        place = slot(fact)
        there = self._now.get(place)
        if there and fact.kind == READ and fact.value is None:
            return  # what says when is better
        if there != fact and (there is None or self._over):
            self._touch(place, fact)

    def edit(self) -> Edit:
        """What changed; a document with nothing but its file is none."""
        files = [
            place
            for place, fact in self._now.items()
            if fact.kind == FILE and fact.document and not self._left[fact.document]
        ]
        for place in files:
            self._touch(place, None)
        changed = {
            place: before
            for place, before in self._before.items()
            if before != self._now.get(place)
        }
        return Edit(
            tuple(before for before in changed.values() if before is not None),
            tuple(self._now[place] for place in changed if place in self._now),
        )

    def _touch(self, place: Hashable, fact: Fact | None) -> None:
        before = self._now.pop(place, None)
        self._before.setdefault(place, before)
        for one, more in ((before, -1), (fact, 1)):
            if one is not None and one.document and one.kind != FILE:
                self._left[one.document] += more
        if fact is not None:
            self._now[place] = fact
