"""The orders and groups a result can have, for the front ends."""

from reader.query.shape import GROUPS, SORTS

__all__ = ["GROUPS", "SORTS"]
