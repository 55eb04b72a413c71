"""A query while it is typed: what its parts are, and what the one at the cursor may become."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.query.completing import Begun, begun, names
from reader.query.pieces import Part, Piece, pieces

if TYPE_CHECKING:
    from reader.search.offering import Offering

__all__ = ["Begun", "Completion", "Part", "Piece", "begun", "completions", "pieces"]


class Completion(NamedTuple):
    """What a part of a query may become, and how many documents have it where that is known."""

    value: str
    documents: int | None = None


def completions(part: Begun, offering: "Offering", limit: int) -> Sequence[Completion]:
    """Return what that part of a query may become, but for what it is already."""
    if not part.field:
        return [Completion(name) for name in names(part.text, offering.own)][:limit]
    offered = offering.offered(part.field, part.text, limit + 1)
    there = part.text.casefold()
    found = [Completion(*offer) for offer in offered if offer.value.casefold() != there]
    return found[:limit]
