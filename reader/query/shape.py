"""What a query says of its result rather than of documents: order, groups, how many.

Must not know: what is found.
"""

import re
from typing import NamedTuple

SORTS = (
    "relevance",
    "date",
    "saved",
    "read",
    "title",
    "site",
    "author",
    "path",
    "lang",
    "words",
    "mins",
    "junk",
    "clean",
)
"""What `sort:` takes."""

GROUPS = ("site", "author", "tag", "year", "month", "folder", "lang", "type", "story")
"""What `group:` takes."""

NAMES = frozenset({"sort", "group", "limit"})

_SORT = re.compile(r"([a-z]+)([-+]?)", re.ASCII)
_LIMIT = re.compile(r"\d{1,9}", re.ASCII)


class Sort(NamedTuple):
    """One key of the order."""

    by: str  # one of SORTS
    descending: bool = False

    def __str__(self) -> str:
        return self.by + "-" * self.descending


class Shape(NamedTuple):
    """What is done with what was found; nothing of it is what happens without."""

    sort: tuple[Sort, ...] = ()  # the first one counts most
    group: str = ""  # one of GROUPS
    limit: int | None = None

    def __str__(self) -> str:
        written = [f"sort:{','.join(map(str, self.sort))}"] if self.sort else []
        written += [f"group:{self.group}"] if self.group else []
        written += [] if self.limit is None else [f"limit:{self.limit}"]
        return " ".join(written)

    def told(self, name: str, value: str) -> "Shape":
        """Return this shape with one thing more said of it. ValueError says what can be said.

        Another order counts after the ones before; another group or limit takes the place of the
        one before.
        """
        value = value.strip().lower()
        if name == "sort":
            return self._replace(sort=(*self.sort, _sort(value)))
        if name == "group":
            if value not in (*GROUPS, "none"):
                raise ValueError(f"{value!r} makes no groups; there are: {', '.join(GROUPS)}, none")
            return self._replace(group="" if value == "none" else value)
        if _LIMIT.fullmatch(value) is None or not int(value):
            raise ValueError(f"{value!r} is not a number from 1; write limit:50")
        return self._replace(limit=int(value))

    def described(self) -> str:
        """Return it in words, or nothing."""
        orders = [each.by + (" descending" if each.descending else "") for each in self.sort]
        said = [f"by {', '.join(orders)}"] if orders else []
        said += [f"grouped by {self.group}"] if self.group else []
        said += [] if self.limit is None else [f"at most {self.limit}"]
        return ", ".join(said)


PLAIN = Shape()


def _sort(value: str) -> Sort:
    match = _SORT.fullmatch(value)
    if match is None or match[1] not in SORTS:
        raise ValueError(
            f"{value!r} is no order; there are: {', '.join(SORTS)}; a minus behind one turns it"
        )
    return Sort(match[1], match[2] == "-")
