"""Whether a page only leads to articles: teasers one after another, or headlines that are links."""
# ruff: noqa: RUF001 — signs of other scripts, as pages write them

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import product
from operator import itemgetter

from reader.cleaning.health_patterns import bare, lines_of
from reader.cleaning.health_phrases import AGO, MORE, PAGING
from reader.cleaning.health_pieces import count, plain
from reader.model import Judged, Label, RawDocument

_LINKS = 8  # headlines that are links, from which a page may be a list of them
_MARKS = 5  # teasers, from which a page may be a list of them
_PARAGRAPH = 15.0  # words of a text that is no teaser: then it is an article
_HEADLINE = 3.0  # words of a headline at least
_NO_HEADLINE = 30.0
_OUTSIDE = frozenset({"nav", "footer", "aside"})
_LINKED = 0.9
_SHORT = 40  # characters of a line that says how long ago something was
_TEXT = itemgetter(0)  # of a Line, at half the cost of its name
_TEASED = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*$")
_SENTENCE = re.compile(r"[.!?。！？؟]\W*$")


class _Text:
    """The lines of a page that stand in no menu."""

    def __init__(self, raw: RawDocument) -> None:
        marks = raw.markup
        self.at = [
            at
            for at, text in enumerate(raw.lines)
            if text.strip() and marks[at].region not in _OUTSIDE
        ]
        self.texts = [raw.lines[at].strip() for at in self.at]
        self.low = [plain(text) for text in self.texts]
        self.links = [marks[at].links >= _LINKED for at in self.at]

    def is_headline(self, place: int) -> bool:
        words = count(self.low[place])
        return _HEADLINE <= words <= _NO_HEADLINE and not _SENTENCE.search(self.texts[place])


def index_page(raw: RawDocument, judged: Judged) -> str:
    """Why it is a list of other pages, as a short sentence; "" where anything is told in it."""
    page = _Text(raw)
    links = sum(
        linked and _HEADLINE <= count(low) <= _NO_HEADLINE
        for linked, low in zip(page.links, page.low, strict=True)
    )
    marks = _marks(page)
    if links < _LINKS and len(marks) < _MARKS - 1:
        return ""
    paging = any(_paging().search(low) for low in page.low)
    if links < _LINKS and len(marks) < _MARKS - paging:
        return ""
    if _tells(page, judged, marks):
        return ""
    if links >= _LINKS:
        return f"an index page: {links} links, no article"
    return f"an index page: {len(marks)} teasers, no article"


def teaser_ends(judged: Judged) -> int:
    """How many lines are such as end a teaser: "Read more"."""
    return sum(map(_written().__contains__, map(_TEXT, judged.lines)))


def _marks(page: _Text) -> Sequence[int]:
    """The places of what ends a teaser, of the kind there are more of."""
    more = [place for place, low in enumerate(page.low) if bare(low) in MORE]
    ago = [
        place
        for place, low in enumerate(page.low)
        if len(low) < _SHORT and place and _ago().search(low) and page.is_headline(place - 1)
    ]
    return more if len(more) >= len(ago) else ago


def _tells(page: _Text, judged: Judged, marks: Sequence[int]) -> bool:
    """Whether there is a text that is no teaser, whatever it was judged to be."""
    beside = {place - 1 for place in marks} | {place + 1 for place in marks}
    first = marks[0] if marks else len(page.at)
    for place, at in enumerate(page.at):
        if page.links[place] or judged.lines[at].label is Label.TITLE:
            continue
        teaser = bool(_TEASED.search(page.texts[place]))
        teaser = teaser or (place in beside and place >= first - 1)
        if not teaser and count(page.low[place]) >= _PARAGRAPH:
            return True
    return False


@lru_cache(None)
def _ago() -> "re.Pattern[str]":
    return lines_of(AGO)


@lru_cache(None)
def _paging() -> "re.Pattern[str]":
    return lines_of(PAGING)


@lru_cache(None)
def _written() -> frozenset[str]:
    """The ends of teasers as pages write them."""
    forms: tuple[Callable[[str], str], ...] = (str, str.capitalize, str.title, str.upper)
    signs = ("", " →", " »", "…", " …", "...", " ...", " >", " ›", " >>", ":", "→", "»")
    return frozenset(form(one) + sign for one, form, sign in product(MORE, forms, signs))
