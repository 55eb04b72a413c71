"""What is copied: title and address, path, text, quotation, citation; by OSC 52, over ssh too."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.library.citing import address, citation, clean_text, quotation, together
from reader.model import Page, Row
from reader.printable import printable
from reader.tui.actions import Pane
from reader.tui.part import Tone

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

MOST = 500  # documents that are opened for one copy
LIMIT = 74_994  # bytes; 100,000 characters of base64, which is what terminals take at once

Told = Callable[[Page, str], str]
"""What is copied of a page, given where its file is."""


class Yanking:
    """Copies something of the marked documents, or of the one that is read or pointed at."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def do_yank_link(self, count: int | None) -> None:
        """Copy title and address."""
        self._of_pages("title and address", _link)

    def do_yank_address(self, count: int | None) -> None:
        """Copy the address; the path of the file where there is none."""
        self._of_pages("address", address)

    def do_yank_path(self, count: int | None) -> None:
        """Copy the path of the file."""
        library, rows = self._screen.library, self._rows
        paths = [printable(library.path(document)) for document in library.documents(rows)]
        self._copy("path", "\n".join(paths), len(paths))

    def do_yank_text(self, count: int | None) -> None:
        """Copy the clean text."""
        self._of_pages("text", lambda page, path: clean_text(page), apart="\n\n")

    def do_yank_citation(self, count: int | None) -> None:
        """Copy where it is from."""
        self._of_pages("citation", citation)

    def do_yank_quote(self, count: int | None) -> None:
        """Copy what is selected, else the paragraph in sight, and where it is from."""
        screen = self._screen
        page = screen.pane.page
        if screen.where is not Pane.READER or page is None:
            raise UsageError("open a document to quote from: Enter")
        self.quote(screen.get_selected_text() or self._paragraph())

    def quote(self, text: str) -> None:
        """Copy a passage of the document that is read, and where it is from."""
        screen, page = self._screen, self._screen.pane.page
        if page is None or not text.strip():
            raise UsageError("there is nothing to quote here")
        path = screen.library.path(page.document)
        self._copy("quotation with its source", quotation(text, page, path), 1)

    def text(self, text: str) -> None:
        """Copy this very text."""
        self._copy("selection", text, 1)

    def fact(self, name: str, value: str) -> None:
        """Copy something that is known of a document."""
        self._copy(name, value, 1)

    def address(self, url: str) -> None:
        """Copy an address a link leads to."""
        self._copy("address", url, 1)

    def _paragraph(self) -> str:
        """The paragraph with the match one is at, if it is in sight, else the first in sight."""
        pane = self._screen.pane
        match, in_sight = pane.matching.place, sorted({row[0] for row in pane.rows_in_sight()})
        if match is not None and match[0] in in_sight:
            return pane.flow.parts[match[0]].text
        parts = pane.flow.parts
        there = [n for n in in_sight if parts[n].tone is Tone.TEXT and parts[n].text]
        whole = [n for n in there if (n, 0) >= pane.top]
        return parts[(whole or there)[0]].text if there else ""

    @property
    def _rows(self) -> list[Row]:
        screen = self._screen
        document = screen.reading.document
        return [document.row] if document is not None else screen.list.acted_on

    def _of_pages(self, noun: str, told: Told, apart: str = "\n") -> None:
        library, rows = self._screen.library, self._rows
        if len(rows) > MOST:
            raise UsageError(f"{len(rows):,} are too many: {MOST} at once can be copied")
        pages = map(library.page, rows)
        texts = [told(page, library.path(page.document)) for page in pages]
        self._copy(noun, together(texts) if apart == "\n\n" else apart.join(texts), len(rows))

    def _copy(self, noun: str, text: str, documents: int) -> None:
        size = len(text.encode("utf-8", "replace"))
        if not text:
            raise UsageError("there is nothing to copy")
        if size > LIMIT:
            raise UsageError(
                f"{size // 1000:,} kB are more than terminals take ({LIMIT // 1000}): | pipes them"
            )
        self._screen.app.copy_to_clipboard(text.encode("utf-8", "replace").decode())
        of = f" of {documents:,} documents" if documents > 1 else ""
        self._screen.say(f"copied: {noun}{of}, {len(text):,} characters")


def _link(page: Page, path: str) -> str:
    return f"{printable(page.document.title)}\n{address(page, path)}"
