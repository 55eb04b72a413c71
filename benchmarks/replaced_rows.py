"""What it takes to replace all rows of a list that is on the screen: ours, and Textual's."""

import asyncio
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

from textual.app import App, ComposeResult
from textual.widgets import OptionList

from reader.model import Document, DocumentId, Row, Snippet
from reader.tui.listing import Band, Fetch, Listing
from reader.tui.look import DARK, Look
from reader.tui.widgets.document_list import DocumentList

REPEATS = 5


class Replaced(NamedTuple):
    """Milliseconds of processor time, until the new rows are painted."""

    ours: float
    options: float


class _Lists(App[None]):
    def __init__(self, listing: Listing) -> None:
        super().__init__()
        self.ours = DocumentList(Look(DARK), listing)
        self.options = OptionList(markup=False)

    def compose(self) -> ComposeResult:
        yield self.ours
        yield self.options


def replaced(rows: int) -> Replaced:
    """Replace so many rows in each list; the medians."""
    return asyncio.run(_replaced(rows))


async def _replaced(rows: int) -> Replaced:
    app = _Lists(_listing(rows))
    async with app.run_test(size=(100, 60)) as pilot:

        async def cost(change: Callable[[int], object]) -> float:
            times = []
            for turn in range(REPEATS):
                began = time.process_time()
                change(turn)
                await pilot.pause()
                times.append(1000 * (time.process_time() - began))
            return statistics.median(times)

        def options(turn: int) -> None:
            app.options.clear_options()
            app.options.add_options([_title(turn + row) for row in range(rows)])

        return Replaced(await cost(lambda _: app.ours.show(_listing(rows))), await cost(options))


def _listing(rows: int) -> Listing:
    fetch = Fetch(lambda wanted: [*map(_document, wanted)], lambda row, words: Snippet(""))
    return Listing(fetch, [Band("", [Row(row) for row in range(1, rows + 1)])])


def _document(row: Row) -> Document:
    return Document(row, DocumentId(str(row)), f"{row}.txt", _title(row))


def _title(row: int) -> str:
    return f"The tide table of harbour {row}"
