"""A collection of any size: sites of invented pages, short articles between menus and footers.

Words are those of the corpus of this project by their frequency, and for one in twenty a rare one
that is made up, so that the vocabulary grows with the collection as that of real ones does. The
same numbers give the same pages.
"""

import itertools
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path
from random import Random
from typing import NamedTuple

CORPUS = Path(__file__).parent.parent / "docs_corpus"
PAGES_A_SITE = 500
RARE = 0.05  # share of words that are made up
RARE_WORDS = 2_000_000  # of them there are
PARAGRAPHS, SENTENCES, WORDS = (2, 7), (2, 6), (6, 22)  # at least and at most
MENU, FOOTER = (5, 12), (3, 7)  # lines
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
MONTHS = "January February March April May June July August September October November December"


class Vocabulary(NamedTuple):
    """Words, and for each the sum of frequencies up to it."""

    words: tuple[str, ...]
    sums: tuple[int, ...]

    @classmethod
    def of_corpus(cls) -> "Vocabulary":
        """The words of the documents of this project, those in Latin letters without accents."""
        counts: Counter[str] = Counter()
        for path in sorted(CORPUS.rglob("*.txt")):
            counts.update(re.findall(r"\b[a-z]+\b", path.read_text("utf-8", "ignore").lower()))
        common = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        sums = itertools.accumulate(count for _, count in common)
        return cls(tuple(word for word, _ in common), tuple(sums))

    def word(self, chance: Random) -> str:
        """One of them, or a rare one."""
        if chance.random() < RARE:
            number = int(RARE_WORDS * chance.random() ** 3)
            base = len(SYLLABLES)
            parts = [number % base, number // base % base, number // base**2 % base]
            return "".join(SYLLABLES[part] for part in (*parts, number % 7))
        return self.words[bisect(self.sums, chance.randrange(self.sums[-1]))]

    def words_of(self, chance: Random, least: int, most: int) -> str:
        """Some of them, the first with a capital."""
        words = (self.word(chance) for _ in range(chance.randint(least, most)))
        return " ".join(words).capitalize()


class Site(NamedTuple):
    """What all pages of a site have in common."""

    name: str
    menu: tuple[str, ...]
    footer: tuple[str, ...]


def sites(vocabulary: Vocabulary) -> Iterator[Site]:
    """Sites without end."""
    for number in itertools.count():
        chance = Random(f"site {number}")
        name = f"{vocabulary.words_of(chance, 1, 2)} {number}"
        menu = [vocabulary.words_of(chance, 1, 3) for _ in range(chance.randint(*MENU))]
        footer = [vocabulary.words_of(chance, 2, 6) for _ in range(chance.randint(*FOOTER))]
        yield Site(name, tuple(menu), (*footer, f"© {1990 + number % 35} {name}"))


def pages(count: int, html: bool = False) -> Iterator[tuple[str, str]]:
    """The names and texts of so many pages."""
    vocabulary = Vocabulary.of_corpus()
    source = sites(vocabulary)
    for number in range(count):
        if number % PAGES_A_SITE == 0:
            site = next(source)
        folder = f"site{number // PAGES_A_SITE:05}"
        chance = Random(f"page {number}")
        name = f"{folder}/{number:07}.{'html' if html else 'txt'}"
        yield name, (_as_html if html else _as_text)(site, article(vocabulary, chance), chance)


def fill(folder: Path, count: int, html: bool = False) -> int:
    """Write so many pages into a folder; how many characters they have."""
    size = 0
    for name, text in pages(count, html):
        path = folder / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        size += len(text)
    return size


class Article(NamedTuple):
    """What is the article's of a page."""

    title: str
    byline: str
    date: str
    paragraphs: tuple[str, ...]


def article(vocabulary: Vocabulary, chance: Random) -> Article:
    """An article that was invented by chance."""
    paragraphs = tuple(
        " ".join(
            f"{vocabulary.words_of(chance, *WORDS)}." for _ in range(chance.randint(*SENTENCES))
        )
        for _ in range(chance.randint(*PARAGRAPHS))
    )
    month = chance.choice(MONTHS.split())
    return Article(
        title=vocabulary.words_of(chance, 4, 10),
        byline=f"By {vocabulary.words_of(chance, 1, 1)} {vocabulary.words_of(chance, 1, 1)}",
        date=f"{chance.randint(1, 28)} {month} {chance.randint(1996, 2024)}",
        paragraphs=paragraphs,
    )


def _as_text(site: Site, article: Article, chance: Random) -> str:
    head = f"{site.name} > {site.menu[chance.randrange(len(site.menu))]} > {article.title}"
    parts = [head, *site.menu, "", article.title, "", article.byline, article.date, ""]
    for paragraph in article.paragraphs:
        parts += [paragraph, ""]
    return "\n".join([*parts, "Share this article", "Print", *site.footer, ""])


def _as_html(site: Site, article: Article, chance: Random) -> str:
    menu = "".join(
        f'<li><a href="/{n}">{escape(text)}</a></li>' for n, text in enumerate(site.menu)
    )
    text = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs)
    footer = "".join(f'<a href="/f/{n}">{escape(line)}</a>\n' for n, line in enumerate(site.footer))
    title, byline = escape(article.title), escape(article.byline)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {escape(site.name)}</title>
<script>window.page = {chance.randrange(10**9)};</script><style>body {{ margin: 0 }}</style></head>
<body><header><nav><ul>{menu}</ul></nav></header>
<main><article><h1>{title}</h1>
<div class="meta"><span class="author">{byline}</span> <time>{article.date}</time></div>
{text}
<div class="share"><a href="#">Share this article</a><a href="#">Print</a></div></article></main>
<footer>{footer}</footer></body></html>
"""
