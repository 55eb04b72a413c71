"""More pages to learn from: the article of one inside the clutter of another."""

import random
from collections.abc import Iterator, Sequence

from tools.judge.pages import Page, relabelled

MIXED_WEIGHT = 0.6  # of a mixed page, beside the page its article is from
LONGEST = 900  # lines of a mixed page
_ORIGIN = ("title", "byline", "meta", "date")
_NEAR = 6  # other lines between an article and the headline above it
_CUT_TOP, _CUT_END, _SHORTER, _DENSE = 0.35, 0.25, 0.2, 0.2  # shares of pages
_LINES = 6  # of clutter or of an article that may be cut


def _core(page: Page) -> tuple[int, int] | None:
    """Return where the article is, the headline and what tells its origin included."""
    kept = ("content", "heading", "body", "list")
    inside = [index for index, label in enumerate(page.labels) if label in kept]
    if not inside:
        return None
    start, other = inside[0], 0
    for index in range(inside[0] - 1, -1, -1):
        if page.labels[index] in _ORIGIN:
            start, other = index, 0
        elif page.labels[index] != "blank":
            other += 1
        if other >= _NEAR:
            break
    return start, inside[-1] + 1


def _around(page: Page, first: int, after: int) -> list[tuple[str, str]]:
    rows = zip(page.lines[first:after], page.labels[first:after], strict=True)
    return [(text, "boilerplate" if label in _ORIGIN else label) for text, label in rows]


def _mixed(one: Page, other: Page, chance: random.Random) -> Page:
    """Put the article of one page into the clutter of the other."""
    own, its = _core(one), _core(other)
    assert own is not None
    assert its is not None
    before, after = _around(other, 0, its[0]), _around(other, its[1], len(other.lines))
    if chance.random() < _CUT_TOP and len(before) > _LINES:
        before = before[chance.randrange(len(before)) :]
    if chance.random() < _CUT_END and len(after) > _LINES:
        after = after[: chance.randrange(len(after))]
    article = list(zip(one.lines[slice(*own)], one.labels[slice(*own)], strict=True))
    if chance.random() < _SHORTER:
        body = [index for index, row in enumerate(article) if row[1] in ("content", "body")]
        if len(body) > _LINES:
            article = article[: body[chance.randrange(_LINES // 2, len(body))]]
    rows = before + article + after
    if chance.random() < _DENSE:
        rows = [row for row in rows if row[0].strip()]
    return relabelled(one, rows, f"{one.name} in {other.name}")


def mixed(pages: Sequence[Page], copies: int, seed: int) -> Iterator[Page]:
    """Mix each page `copies` times with others of its fold, style and, where known, language."""
    chance = random.Random(seed)
    whole = [page for page in pages if _core(page)]
    groups: dict[tuple[int, str, str], list[Page]] = {}
    for page in whole:
        groups.setdefault(_group(page), []).append(page)
    for _ in range(copies):
        for page in whole:
            made = _mixed(page, chance.choice(groups[_group(page)]), chance)
            if len(made.lines) <= LONGEST:
                yield made


def _group(page: Page) -> tuple[int, str, str]:
    return page.fold, page.style, page.lang if page.lang in ("en", "de") else ""
