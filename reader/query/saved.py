"""Saved searches put in the place of the fields that name them. Must not know: where they are."""

from collections.abc import Mapping
from functools import partial

from reader.errors import QueryError
from reader.query.parse import parse
from reader.query.tree import Everything, Field, Query, mapped

FIELD = "query"
MOST_NAMED = 10  # saved searches that are told when none is called so
MOST_INSIDE = 1_000  # of one query, counting those inside others


def filled(
    tree: Query,
    searches: Mapping[str, str],
    *,
    typing: bool = False,
    own: frozenset[str] = frozenset(),
) -> Query:
    """Return the query with what saved searches ask for where it names them, case ignored.

    QueryError, at the position of the field, where there is none of that name, where one has a
    mistake, or asks for itself. With `typing` the first is left out instead. Order, groups and
    limits of saved searches do not count.
    """
    known = {name.casefold(): (name, query) for name, query in searches.items()}
    return _Filling(known, typing, own).filled(tree, (), None)


class _Filling:
    def __init__(
        self, known: Mapping[str, tuple[str, str]], typing: bool, own: frozenset[str]
    ) -> None:
        self._known = known
        self._typing = typing
        self._own = own
        self._count = 0

    def filled(self, tree: Query, inside: tuple[str, ...], position: int | None) -> Query:
        """Return the tree filled; `position` is that of the field of the text somebody typed."""
        return mapped(tree, partial(self._leaf, inside=inside, position=position))

    def _leaf(self, leaf: Query, inside: tuple[str, ...], position: int | None) -> Query:
        if not isinstance(leaf, Field) or leaf.name != FIELD:
            return leaf
        at = leaf.position if position is None else position
        key = leaf.value.strip().casefold()
        if key not in self._known:
            if self._typing:
                return Everything()
            raise QueryError(f"no search is saved as {leaf.value}{self._others()}", at)
        name, query = self._known[key]
        self._count += 1
        if key in inside:
            raise QueryError(f"the saved search {name} asks for itself", at)
        if self._count > MOST_INSIDE:
            raise QueryError(f"more than {MOST_INSIDE} saved searches in one query", at)
        try:
            tree = parse(query, own=self._own).tree
        except QueryError as error:
            raise QueryError(f"the saved search {name} has a mistake: {error}", at) from error
        return self.filled(tree, (*inside, key), at)

    def _others(self) -> str:
        names = sorted(name for name, _ in self._known.values())
        if not names:
            return "; none is saved yet"
        more = ", …" if len(names) > MOST_NAMED else ""
        return f"; there are: {', '.join(names[:MOST_NAMED])}{more}"
