"""The lines of a stream and what is picked from them. Must not know: who asks."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import SourceError
from reader.search.picking.lines import Lines
from reader.search.picking.lit import lit
from reader.search.picking.terms import Case, Manner, parse

if TYPE_CHECKING:
    from reader.search.picking.matching.picker import Picked, Picker

__all__ = ["Asking", "Case", "Choice", "Manner", "PickedLine", "Picking"]

READ = 1 << 18  # bytes at a time


class Asking(NamedTuple):
    """What a screen is to let somebody choose from, and how."""

    picking: "Picking"
    query: str = ""
    multi: bool = False  # several lines may be chosen
    prompt: str = ""
    header: str = ""


class Choice(NamedTuple):
    """What was chosen: rows in the order they were marked; none where nothing matched."""

    query: str
    rows: Sequence[int]


class PickedLine(NamedTuple):
    """A line that was found, or chosen."""

    row: int
    text: str
    score: float | None = None  # higher is better; compares inside one result only
    positions: tuple[int, ...] = ()  # characters of the text that matched


class Picking:
    """Lines that are being read, and questions about them."""

    def __init__(self, manner: Manner = Manner(), separator: str = "\n") -> None:  # noqa: B008
        """`separator` ends each line: a newline, or NUL."""
        self.manner = manner
        self.ended = False  # all has been read
        self._lines = Lines(separator)
        self._made: Picker | None = None

    def __len__(self) -> int:
        return len(self._lines)

    def read(
        self,
        descriptor: int,
        news: Callable[[], object] = lambda: None,
        enough: Callable[[], bool] = lambda: False,
    ) -> None:
        """Read an open file to its end; `news` is called as lines come. Raises SourceError.

        As soon as it is `enough` no more is read: another call goes on there.
        """
        try:
            while data := os.read(descriptor, READ):
                self._lines.feed(data)
                news()
                if enough():
                    return
        except OSError as error:
            self._end(news)
            reason = f"standard input cannot be read: {error.strerror}"
            raise SourceError(reason) from error
        self._end(news)

    def _end(self, news: Callable[[], object]) -> None:
        self._lines.end()
        self.ended = True
        news()

    def find(self, typed: str, wanted: Callable[[], bool] = lambda: True) -> "Picked | None":
        """The lines read so far that answer a query, best first; one thread at a time may ask.

        None as soon as `wanted` says that nobody wants to know any more.
        """
        return self._picker.find(typed, wanted)

    def best(self, typed: str, limit: int | None) -> list[PickedLine]:
        """The best of the lines that answer a query, or all of them, with why they do."""
        picked = self.find(typed)
        if picked is None:
            return []
        found = []
        for row, score in zip(picked.rows[:limit].tolist(), picked.scores.tolist(), strict=False):
            text = self.text(row)
            positions = self.positions(text, typed, picked.positions.get(row, ()))
            found.append(PickedLine(row, text, score, positions))
        return found

    def prepare(self) -> None:
        """Take in what was read, so that the next answer is quicker; in any thread."""
        if self._lines.sealed():
            self._picker.prepare()

    def index(self) -> None:
        """Make each of many queries to come quicker; all must have been read."""
        self._picker.index()

    def raw(self, row: int) -> bytes:
        """A line as it was read, without its end."""
        return self._lines.raw(row)

    def text(self, row: int, longest: int | None = None) -> str:
        """A line, or so many of its characters; bytes that are no UTF-8 are lone surrogates."""
        raw = self._lines.raw(row)
        if longest is not None:
            raw = raw[: longest * 4]
        return raw.decode("utf-8", "surrogateescape")[:longest]

    def positions(self, text: str, typed: str, judged: Sequence[int] = ()) -> tuple[int, ...]:
        """The characters of a line that answer a query; `judged` are those that `find` told."""
        return lit(text, parse(typed, self.manner), judged)

    @property
    def _picker(self) -> "Picker":
        if self._made is None:
            # It loads numpy, and lines are shown without it.
            from reader.search.picking.matching.picker import Picker  # noqa: PLC0415

            self._made = Picker(self._lines, self.manner)
        return self._made
