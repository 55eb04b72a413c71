"""On how many pages of a site a line stands, in steps too coarse to change with every page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

SOME = 1  # on two pages or more, but few of them
MANY = 2  # on a quarter of the pages or more
MOST = 3  # on half of them, and on three at least

_MANY_SHARE = 0.25  # of the pages of the site
_MOST_SHARE = 0.5
_MOST_PAGES = 3


@dataclass(frozen=True, slots=True)
class Repetition:
    """The pages of one site, the judged one included, and how many of them hold a fingerprint."""

    pages: int
    counts: Mapping[int, int]


ALONE = Repetition(1, {})
"""Nothing is known of other pages of the site."""


def level(count: int, pages: int) -> int:
    """Return 0 to 3: how often a line stands on a site; the judge sees this and no count."""
    if count < 2 or pages < 2:
        return 0
    share = count / pages
    if share >= _MOST_SHARE and count >= _MOST_PAGES:
        return MOST
    return MANY if share >= _MANY_SHARE else SOME


_REASON = re.compile(r"on [\d,]+ of [\d,]+ pages of this site")


def repeated(count: int, pages: int) -> str:
    """Say in words how often a line stands on its site."""
    return f"on {count:,} of {pages:,} pages of this site"


def is_repeated(reason: str) -> bool:
    """Whether a reason is such words."""
    return _REASON.fullmatch(reason) is not None
