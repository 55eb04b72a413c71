"""What is taken out of a document to stand elsewhere: its text, a quotation, where it is from."""

from collections.abc import Iterable
from datetime import date

from reader.cleaning import text
from reader.model import Page
from reader.printable import printable


def clean_text(page: Page) -> str:
    """The article alone, a blank line between paragraphs; no control code is in it."""
    return _printable(text(page.paragraphs))


def address(page: Page, path: str) -> str:
    """Where a page was captured from; where that is not known, its file."""
    return printable(page.metadata.url or path)


def citation(page: Page, path: str) -> str:
    """Who wrote it, what it is called, where it was published, when, and where it is."""
    document = page.document
    title = f"“{printable(document.title)}”"
    known = (document.author, title, document.site, _day(document.date), address(page, path))
    return ", ".join(printable(part) for part in known if part)


def quotation(quote: str, page: Page, path: str) -> str:
    """A passage in quotes, and under it where it is from."""
    return f"“{_printable(quote.strip())}”\n— {citation(page, path)}"


def together(texts: Iterable[str]) -> str:
    """Texts of several documents, a blank line between them."""
    return "\n\n".join(filter(None, texts))


def _printable(several: str) -> str:
    return "\n".join(map(printable, several.split("\n")))


def _day(iso: str | None) -> str:
    try:
        when = date.fromisoformat(iso or "")
    except ValueError:
        return iso or ""
    return f"{when.day} {when:%B} {when.year}"
