"""Many pages of one site, made of the clutter of one page and the articles of others.

The clutter changes from page to page as that of sites does: numbers, dates and counts; headlines in
lists of other articles and their order; teasers and comments; a line more or less; boxes that only
some pages have. The same template and articles give the same pages.
"""

import random
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from benchmarks.labelled import Page
from benchmarks.templates import Article, Box, Row, Template, is_entry, is_prose, taken_apart

MISSING, EXTRA = 0.02, 0.3  # chance that a line of clutter is not there, that a page has one more
RENUMBERED = 0.7  # chance that the numbers of a line change
NEW_ENTRY, SHUFFLED = 0.7, 0.5  # of an entry of a list, of a list
SOMETIMES = {"prose": 0.25, "related": 0.25, "line": 0.1, "menu": 0.05}
"""Chance of a box, by kind, to be one that only every second page has."""
PRESENT = 0.5
CHANGING, CHANGED = 0.3, 0.8  # of a text to be one that changes, and of such a text on a page

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[A-Za-z]+")
_BULLET = re.compile(r"\s*(?:[\u2022*\u00b7\u2013-]\s+|\d{1,2}[.)]?\s+)?")
_ALIKE = ((1, 9), (10, 12), (13, 28), (29, 31), (32, 59), (60, 99))  # days, months, minutes
_YEAR = re.compile(r"(?:19|20)\d\d")
_CALENDAR = (
    ("January February March April May June July August September October November December"),
    ("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    ("Mon Tue Wed Thu Fri Sat Sun"),
)
_NAMES = {name: names.split() for names in _CALENDAR for name in names.split()}


@dataclass(frozen=True)
class Made:
    """A page that was made."""

    page: Page
    made: tuple[str, ...]  # for each line what it is: "article", kind of box, "extra", ""


class Pool(NamedTuple):
    """What may stand in the clutter of a site in place of what stood there."""

    titles: tuple[str, ...]
    prose: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Parts:
    """Articles and templates that may be put together, since they are from one source."""

    articles: tuple[Article, ...]
    templates: tuple[Template, ...]

    def fitting(self, template: Template) -> list[Article]:
        """The articles of other sites in the language of a template, in an order of its own.

        Of articles that share a sentence, copies of one report, only the first is there.
        """
        others = [
            article
            for article in self.articles
            if article.lang == template.lang and article.site != template.site
        ]
        random.Random(f"articles {template.name}").shuffle(others)
        found: list[Article] = []
        told: set[str] = set()
        for article in others:
            prose = {row.text for row in article.body if is_prose(row.text)}
            if not prose & told:
                found.append(article)
                told |= prose
        return found

    def pool(self, template: Template) -> Pool:
        """What other sites in the language of a template have."""
        others = [
            other
            for other in self.templates
            if other.lang == template.lang and other.site != template.site
        ]
        rows = [row.text for other in others for box in other.boxes for row in box.rows]
        return Pool(
            tuple(sorted({article.title for article in self.fitting(template)} - {""})),
            tuple(sorted({text for text in rows if is_prose(text)})),
            tuple(sorted({text for text in rows if not is_prose(text) and not is_entry(text)})),
        )


def parts(pages: Iterable[Page]) -> Parts:
    """All that labelled pages give."""
    found = [pair for page in pages if (pair := taken_apart(page))]
    return Parts(tuple(article for article, _ in found), tuple(template for _, template in found))


def made_pages(given: Parts, template: Template, count: int) -> list[Made]:
    """At most `count` pages of the site of a template, each with an article of another site."""
    pool = given.pool(template)
    site = _Site(template, pool)
    articles = given.fitting(template)[:count]
    return [site.page(article, number) for number, article in enumerate(articles)]


class _Site:
    """A site: which of its boxes come and go, and which of its texts change."""

    def __init__(self, template: Template, pool: Pool) -> None:
        chance = random.Random(f"site {template.name}")
        self.template, self.pool = template, pool
        self.sometimes = [chance.random() < SOMETIMES[box.kind] for box in template.boxes]
        self.changing = [
            box.kind == "prose" and bool(pool.prose) and chance.random() < CHANGING
            for box in template.boxes
        ]

    def page(self, article: Article, number: int) -> Made:
        """The page of this number with an article."""
        chance = random.Random(f"page {number} of {self.template.name}")
        flags = zip(self.template.boxes, self.sometimes, self.changing, strict=True)
        boxes = [
            self._rows(box, sometimes, changing, article, chance)
            for box, sometimes, changing in flags
        ]
        above, inside = len(self.template.above), len(self.template.inside)
        shares = [share for share, _ in self.template.inside]
        rows = [row for box in boxes[:above] for row in box]
        rows += self._filled(article, list(zip(shares, boxes[above : above + inside], strict=True)))
        rows += [row for box in boxes[above + inside :] for row in box]
        if self.pool.lines and chance.random() < EXTRA:
            self._insert(rows, chance)
        return self._made(rows, article, number)

    def _rows(
        self, box: Box, sometimes: bool, changing: bool, article: Article, chance: random.Random
    ) -> list[Row]:
        """Return a box as it is on one page."""
        absent = sometimes and chance.random() >= PRESENT
        rows = [self._changed(row, article, chance) for row in box.rows]
        if changing and chance.random() < CHANGED:
            rows = [rows[0]._replace(text=chance.choice(self.pool.prose))]
        if box.kind == "related":
            rows = self._relisted(rows, chance)
        rows = [row for row in rows if row.text.strip() and chance.random() >= MISSING]
        return [] if absent else rows

    def _changed(self, row: Row, article: Article, chance: random.Random) -> Row:
        text = row.text
        for before, now in (
            (self.template.title, article.title),
            (self.template.author, article.author),
        ):
            if before and before in text:
                text = text.replace(before, now)
        if text == row.text and chance.random() < RENUMBERED:
            text = renumbered(text, chance, self.template.lang == "en")
        return row._replace(text=text)

    def _relisted(self, rows: list[Row], chance: random.Random) -> list[Row]:
        """Return a list of other articles with other headlines in another order."""
        places = [index for index, row in enumerate(rows) if is_entry(row.text)]
        titles = []
        for index in places:
            bullet = _BULLET.match(rows[index].text)
            mark = bullet[0] if bullet else ""
            told = rows[index].text[len(mark) :]
            if self.pool.titles and chance.random() < NEW_ENTRY:
                told = chance.choice(self.pool.titles)
            titles.append((mark, told))
        told_now = [title for _, title in titles]
        if chance.random() < SHUFFLED:
            chance.shuffle(told_now)
        for index, (mark, _), title in zip(places, titles, told_now, strict=True):
            rows[index] = rows[index]._replace(text=mark + title)
        return rows

    def _filled(self, article: Article, inside: Sequence[tuple[float, list[Row]]]) -> Iterator[Row]:
        """Yield the article with the boxes that stand between its parts."""
        spaced = any(row.apart for row in article.body)
        body = [row._replace(apart=row.apart or not spaced) for row in article.body]
        starts = [index for index, row in enumerate(body) if row.apart] or [0]
        at: dict[int, list[Row]] = {}
        for share, rows in inside:
            wanted = round(share * len(body))
            place = next((start for start in starts if start >= wanted), len(body))
            at.setdefault(0 if share == 0 else place, []).extend(rows)
        for index, row in enumerate(article.head):
            yield row._replace(apart=True) if index == 0 else row
        for index, row in enumerate(body):
            yield from at.pop(index, [])
            yield row._replace(apart=True) if index == 0 else row
        for rows in at.values():
            yield from rows

    def _insert(self, rows: list[Row], chance: random.Random) -> None:
        """Put a line of other clutter somewhere between the lines of clutter."""
        places = [index for index, row in enumerate(rows) if row.made != "article"]
        if places:
            place = chance.choice(places)
            text = chance.choice(self.pool.lines)
            rows.insert(place, Row(text, "boiler", rows[place].apart, "extra"))

    def _made(self, rows: Sequence[Row], article: Article, number: int) -> Made:
        lines: list[tuple[str, str, str]] = []
        for row in rows:
            if row.apart and lines and not self.template.dense:
                lines.append(("", "blank", ""))
            lines.append((row.text, row.label, row.made))
        page = Page(
            name=f"{self.template.name} {number}: {article.name}",
            site=self.template.site,
            lang=article.lang,
            lines=tuple(text for text, _, _ in lines),
            labels=tuple(label for _, label, _ in lines),
            article="\n".join(row.text for row in article.body if row.label == "content"),
            title=article.title,
            author=article.author,
        )
        return Made(page, tuple(made for _, _, made in lines))


def renumbered(text: str, chance: random.Random, english: bool) -> str:
    """Give a line other numbers as large, and an English one with numbers other months and days.

    Years stay: those of a copyright notice are the same on every page. Days and months, hours and
    minutes stay possible.
    """
    if not _NUMBER.search(text):
        return text
    changed = _NUMBER.sub(lambda found: _other(found[0], chance), text)
    if not english:
        return changed
    return _WORD.sub(lambda found: chance.choice(_NAMES.get(found[0], [found[0]])), changed)


def _other(number: str, chance: random.Random) -> str:
    """Return another number in the script of this one."""
    value = int(number)
    if _YEAR.fullmatch(number) or not value:
        return number
    lowest, highest = next(
        ((low, high) for low, high in _ALIKE if low <= value <= high),
        (10 ** (len(str(value)) - 1), 10 ** len(str(value)) - 1),
    )
    told = str(chance.randint(lowest, highest)).zfill(len(number))
    zero = ord(number[0]) - unicodedata.digit(number[0])
    return "".join(chr(zero + int(digit)) for digit in told)
