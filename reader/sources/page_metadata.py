"""What an HTML page declares about itself. Must not know: its visible text."""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.model import Metadata
from reader.sources.metadata import (
    authors,
    iso_date,
    language,
    tag_names,
    tidy,
    web_address,
)
from reader.sources.tags import unescaped

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

LINKED_DATA_CHARACTERS = 1_000_000  # of one JSON-LD script; longer ones are not looked at
LINKED_DATA_OBJECTS = 1_000  # of one script
LINKED_DATA_SCRIPTS = 50  # of one page
COMMENTS_WITHIN = 20_000  # characters in which a page says where it was saved from

_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,2000})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)(\S{1,2000})", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    r"<!--\s{0,99}Page saved with SingleFile\s{1,99}url:\s{0,9}(\S{1,2000})", re.IGNORECASE
)
_ARTICLES = ("Article", "Posting", "Report", "Story")
_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title")
_SITES = ("og:site_name", "application-name", "citation_journal_title")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dc.date",
    "dcterms.issued",
    "dcterms.created",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
)
_TIMES = "time[itemprop=datePublished], time[pubdate], article time[datetime], main time[datetime]"


def page_metadata(tree: "LexborHTMLParser", html: str) -> Metadata:
    """Metadata from JSON-LD, <meta>, <time>, <title> and the comments of page savers."""
    named = _named(tree)
    article = _article(tree)
    publisher = article.get("publisher")
    time = tree.css_first(_TIMES)
    return Metadata(
        title=_first_text(
            article.get("headline"), *(named.get(name) for name in _TITLES), _title(tree)
        ),
        author=authors(*_people(article.get("author")))
        or next(filter(None, (authors(named.get(name)) for name in _AUTHORS)), ""),
        site=_first_text(*(named.get(name) for name in _SITES[:1]), *_people(publisher))
        or _first_text(*(named.get(name) for name in _SITES[1:])),
        date=_first_date(
            article.get("datePublished"),
            *(named.get(name) for name in _DATES),
            time.attributes.get("datetime") if time is not None else None,
        ),
        lang=_language(tree, named),
        url=_address(tree, named, html),
        tags=_keywords(article.get("keywords")) or _keywords(named.get("keywords")),
    )


def title_of(html: str) -> str:
    """The content of the first <title>, for pages that are not parsed."""
    found = _TITLE.search(html)
    return tidy(unescaped(found[1])) if found else ""


def _first_text(*values: object) -> str:
    texts = (tidy(unescaped(value)) for value in values if isinstance(value, str))
    return next(filter(None, texts), "")


def _first_date(*values: object) -> str | None:
    return next(filter(None, map(iso_date, values)), None)


def _title(tree: "LexborHTMLParser") -> str | None:
    title = tree.css_first("head title, title")
    return title.text() if title is not None else None


def _named(tree: "LexborHTMLParser") -> dict[str, str]:
    """Every <meta> under its name in lower case; the first of a name wins."""
    named: dict[str, str] = {}
    for meta in tree.css("meta[content]"):
        attributes = meta.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content and content.strip():
            named.setdefault(name.strip().lower(), content)
    return named


def _language(tree: "LexborHTMLParser", named: dict[str, str]) -> str:
    root = tree.root
    attributes = root.attributes if root is not None else {}
    declared = attributes.get("lang") or attributes.get("xml:lang")
    return language(declared) or language(named.get("og:locale"))


def _address(tree: "LexborHTMLParser", named: dict[str, str], html: str) -> str:
    canonical = tree.css_first("link[rel=canonical][href]")
    start = html[:COMMENTS_WITHIN]
    saved = _SINGLE_FILE.search(start) or _SAVED_FROM.search(start)
    candidates = (
        canonical.attributes.get("href") if canonical is not None else None,
        named.get("og:url"),
        unescaped(saved[1]) if saved else None,
    )
    return next(filter(None, map(web_address, candidates)), "")


def _keywords(value: object) -> tuple[str, ...]:
    values = value.split(",") if isinstance(value, str) else value
    return tag_names(values) if isinstance(values, list) else ()


def _people(value: object) -> Iterator[object]:
    """The names in what JSON-LD allows for a person or an organisation."""
    for each in value if isinstance(value, list) else [value]:
        name = each.get("name") if isinstance(each, dict) else each
        yield from map(_resolved, name if isinstance(name, list) else [name])


def _resolved(value: object) -> object:
    return unescaped(value) if isinstance(value, str) else value


def _article(tree: "LexborHTMLParser") -> dict[str, object]:
    """The first article that the page describes in JSON-LD, or nothing."""
    for script in tree.css("script[type='application/ld+json']")[:LINKED_DATA_SCRIPTS]:
        text = script.text()
        if len(text) > LINKED_DATA_CHARACTERS:
            continue
        try:
            linked = json.loads(text, strict=False)
        except (ValueError, RecursionError):  # not JSON, endless numbers, endless nesting
            continue
        for each in _objects(linked):
            kinds = each.get("@type")
            for kind in kinds if isinstance(kinds, list) else [kinds]:
                if isinstance(kind, str) and kind.endswith(_ARTICLES):
                    return each
    return {}


def _objects(linked: object) -> Iterator[dict[str, object]]:
    """The objects at the top of JSON-LD: alone, in a list or in a @graph, or a page's main one."""
    waiting = [linked]
    for _ in range(LINKED_DATA_OBJECTS):
        if not waiting:
            return
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting[:0] = each[:LINKED_DATA_OBJECTS]
        elif isinstance(each, dict):
            yield each
            waiting += [each[key] for key in ("@graph", "mainEntity") if key in each]
