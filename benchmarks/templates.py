"""A labelled page taken apart: its article, and the clutter its site puts round every article."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.labelled import Page
from reader.cleaning import language, paragraphs
from reader.model import Label, Line
from reader.sources import parse_text

FEWEST_ROWS = 4  # of clutter that make a template
_ORIGIN = frozenset({"title", "byline", "date"})
_STRANGE = 12  # lines between a headline and the text, from which it is not the article's
_DENSE = 0.1  # share of lines after a blank one, below which a page has none
_ENTRIES = 3  # that make a list of other articles
_BETWEEN = 2  # lines, such as a section or a date, between two entries
_TITLE_WORDS = range(4, 19)
_PROSE_WORDS = 12
_SENTENCE = tuple(".!?\u2026\u3002\uff01\uff1f\u06d4\u0964")
_NO_TITLE = tuple(".:;,\u2026\u3002\uff1a")
_DIGIT = re.compile(r"\d")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_CHARACTERS_A_WORD = 2  # of Chinese and Japanese
_JOINED = {
    "content": Label.CAPTION,  # as it stands: neither bullets nor numbers are taken away
    "boiler": Label.BODY,
    "title": Label.TITLE,
    "byline": Label.BYLINE,
    "date": Label.DATE,
    "blank": Label.BLANK,
}


class Row(NamedTuple):
    """A line of a page, wrapped ones joined."""

    text: str
    label: str  # as in benchmarks.labelled
    apart: bool  # a blank line stands before it
    made: str = "article"  # what it is in the page: "article", the kind of a box, or "extra"


class Box(NamedTuple):
    """Lines of clutter that belong together."""

    kind: str  # "menu", "related", "prose" or "line"
    rows: tuple[Row, ...]


class Article(NamedTuple):
    """What one page has and no other: headline, origin and text."""

    name: str
    site: str
    lang: str
    title: str
    author: str
    head: tuple[Row, ...]  # headline, byline, date
    body: tuple[Row, ...]


class Template(NamedTuple):
    """What a site puts round its articles, as it stood on one page."""

    name: str
    site: str
    lang: str
    title: str  # of the article that stood there
    author: str
    dense: bool  # it has no blank lines
    above: tuple[Box, ...]
    inside: tuple[tuple[float, Box], ...]  # after which share of the article's lines
    below: tuple[Box, ...]

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All of its clutter in order."""
        return (*self.above, *(box for _, box in self.inside), *self.below)


def taken_apart(page: Page) -> tuple[Article, Template] | None:
    """The article of a page and what stands round it; None where one of them is missing."""
    rows = _rows(page)
    core = _core(rows)
    if core is None:
        return None
    first, after = core
    told = [index for index in range(first, after) if rows[index].label == "content"]
    titles = [row.text.strip() for row in rows[first : told[0]] if row.label == "title"]
    title = titles[-1] if titles else page.title
    head = tuple(row for row in rows[first : told[0]] if row.label in _ORIGIN)
    body = tuple(
        row for row in rows[told[0] : after] if row.label in ("content", "mixed", "byline", "date")
    )
    lang = page.lang or language(page.article)
    inside = tuple(_inside(rows, first, after, len(told)))
    template = Template(
        page.name,
        page.site,
        lang,
        title,
        page.author,
        sum(row.apart for row in rows[1:]) < _DENSE * len(rows),
        tuple(_boxes(_clutter(rows[:first]))),
        inside,
        tuple(_boxes(_clutter(rows[after:]))),
    )
    if sum(len(box.rows) for box in template.boxes) < FEWEST_ROWS:
        return None
    return Article(page.name, page.site, lang, title, page.author, head, body), template


def size(text: str) -> int:
    """Words of a text, about; two characters of Chinese or Japanese are one."""
    unspaced = len(_UNSPACED.findall(text))
    return unspaced // _CHARACTERS_A_WORD if unspaced else len(text.split())


def is_entry(text: str) -> bool:
    """Whether a line may be the headline of another article: not a date, not a notice of rights."""
    owned = "\u00a9" in text or "(c)" in text.lower()
    told = " ".join(word for word in text.split() if not _DIGIT.search(word))
    return size(told) in _TITLE_WORDS and not text.rstrip().endswith(_NO_TITLE) and not owned


def is_prose(text: str) -> bool:
    """Whether a line is a sentence or more."""
    return size(text) >= _PROSE_WORDS and text.rstrip().endswith(_SENTENCE)


def _rows(page: Page) -> list[Row]:
    """Return the lines of a page without blank ones, those of a wrapped paragraph as one."""
    lines = [
        Line(text, _JOINED.get(label, Label.HEADING) if text.strip() else Label.BLANK)
        for text, label in zip(page.lines, page.labels, strict=True)
    ]
    raw = parse_text("\n".join(page.lines))
    joined = [(one.first, one.last, one.text) for one in paragraphs(lines, raw.markup)]
    rows = []
    for first, last, text in joined:
        apart = first > 0 and not page.lines[first - 1].strip()
        whole = text if last > first else page.lines[first].rstrip()
        rows.append(Row(whole, page.labels[first], apart))
    return rows


def _core(rows: Sequence[Row]) -> tuple[int, int] | None:
    """Return where the article is, with its headline and what tells its origin."""
    told = [index for index, row in enumerate(rows) if row.label == "content"]
    if not told:
        return None
    start, strange = told[0], 0
    for index in range(told[0] - 1, -1, -1):
        if rows[index].label in _ORIGIN:
            start = index
            if rows[index].label == "title":
                break
        else:
            strange += 1
        if strange > _STRANGE:
            break
    after = told[-1] + 1
    while after < len(rows) and rows[after].label in ("byline", "date"):
        after += 1
    return start, after


def _clutter(rows: Sequence[Row]) -> list[Row]:
    """Return what a site puts there; copies of the headline stay, they change with the article."""
    return [row for row in rows if row.label in ("boiler", "title")]


def _inside(rows: Sequence[Row], first: int, after: int, total: int) -> Iterator[tuple[float, Box]]:
    """Yield the boxes between the lines of an article, with the share of it that stands above."""
    above = 0
    run: list[Row] = []
    for row in [*rows[first:after], Row("", "content", True)]:
        if row.label == "boiler":
            run.append(row)
        elif row.label == "content":
            for box in _boxes(run):
                yield above / total, box
            run = []
            above += 1


def _boxes(rows: Sequence[Row]) -> Iterator[Box]:
    index = 0
    while index < len(rows):
        text = rows[index].text
        if is_prose(text):
            kind, after = "prose", index + 1
        elif is_entry(text):
            after = _list_end(rows, index)
            kind = "related" if after > index + 1 else "line"
        else:
            after = index + 1
            while after < len(rows) and not is_prose(rows[after].text):
                if is_entry(rows[after].text):
                    break
                after += 1
            kind = "menu" if after > index + 1 else "line"
        yield Box(kind, tuple(row._replace(made=kind) for row in rows[index:after]))
        index = after


def _list_end(rows: Sequence[Row], first: int) -> int:
    """Return where a list of other articles ends, or the next line if there is none."""
    entries = [first]
    for index in range(first + 1, len(rows)):
        if is_prose(rows[index].text) or index - entries[-1] > _BETWEEN + 1:
            break
        if is_entry(rows[index].text):
            entries.append(index)
    return entries[-1] + 1 if len(entries) >= _ENTRIES else first + 1
