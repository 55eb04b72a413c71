"""Other extractors of articles behind one call each; those that are not installed are named.

Each gets the text of a page's HTML and its language where that is known, and returns the article.
None is asked for readers' comments, which no label here takes for article.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from reader.sources import parse_html

Extract = Callable[[str, str], str]
"""From HTML and its language, "" if unknown, to the text of its article."""


class Facts(NamedTuple):
    """What is known about an article; unknown is empty."""

    title: str = ""
    author: str = ""
    date: str = ""


class Peer(NamedTuple):
    """An extractor: what makes a result of HTML, and what makes text of that, untimed."""

    extract: Callable[[str, str], Any]
    text: Callable[[Any], str]


def _trafilatura(fast: bool) -> Peer:
    from trafilatura import extract  # noqa: PLC0415 - may not be installed

    return Peer(lambda html, _: extract(html, include_comments=False, fast=fast), _text)


def _readability() -> Peer:
    from readability import Document  # noqa: PLC0415 - may not be installed

    return Peer(
        lambda html, _: Document(html).summary(),
        lambda article: "\n".join(parse_html(article or "").lines),
    )


def _resiliparse() -> Peer:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - see above

    return Peer(
        lambda html, _: extract_plain_text(
            html, main_content=True, alt_texts=False, comments=False
        ),
        _text,
    )


def _justext() -> Peer:
    from justext import get_stoplist, justext  # noqa: PLC0415 - may not be installed

    words = {code: get_stoplist(name) for code, name in _STOPLISTS.items()}
    return Peer(
        lambda html, lang: justext(html, words.get(lang, words["en"])),
        lambda found: "\n".join(each.text for each in found or () if not each.is_boilerplate),
    )


def _text(found: str | None) -> str:
    return found or ""


_STOPLISTS = {
    "ar": "Arabic", "bn": "Bengali", "cs": "Czech", "de": "German", "en": "English",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "it": "Italian",
    "ko": "Korean", "la": "Latin", "no": "Norwegian_Bokmal", "pl": "Polish", "pt": "Portuguese",
    "ru": "Russian",
}  # fmt: skip
"""By language; any other is taken for English."""

_MAKERS: dict[str, Callable[[], Peer]] = {
    "trafilatura": lambda: _trafilatura(fast=False),
    "trafilatura fast": lambda: _trafilatura(fast=True),
    "readability-lxml": _readability,
    "resiliparse": _resiliparse,
    "jusText": _justext,
}


def peers() -> tuple[dict[str, Peer], list[str]]:
    """Those that are installed, and the names of those that are not."""
    found: dict[str, Peer] = {}
    missing: list[str] = []
    for name, make in _MAKERS.items():
        try:
            found[name] = make()
        except ImportError:
            missing.append(name)
    return found, missing


def facts_of_trafilatura() -> Callable[[str], Facts] | None:
    """What it tells about a page's HTML; None if it is not installed."""
    try:
        from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - may not be installed
    except ImportError:
        return None

    def facts(html: str) -> Facts:
        found = extract_metadata(html)
        if found is None:
            return Facts()
        author = (found.author or "").replace("; ", ", ")
        return Facts(found.title or "", author, found.date or "")

    return facts
