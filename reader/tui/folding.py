"""Which bands of a list are closed, and which of its lines, stops and places belong together.

A place is that of a document in the list, shown or not; a stop is what the cursor can stand on: a
row, or the heading of a closed band. Lines are counted from the top.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

HEADING = -1  # in place of a row's line: it is a heading


class Folding:
    """The bands of one list, closed or open, of which none is empty.

    What it is asked costs a bisection, however many bands there are; closing or opening one costs
    by how many are not as the rest.
    """

    def __init__(self, starts: Sequence[int], *, headed: bool) -> None:
        """`starts` are the first places of all bands, and behind them how many places there are."""
        self._starts = starts
        self._headed = headed
        self._bands = len(starts) - 1
        self._rest_closed = False
        self._others: list[int] = []  # the bands that are not as the rest, ascending
        self._rows = [0]  # how many rows are in so many of the others

    # ---- closing and opening

    def is_closed(self, band: int) -> bool:
        """Whether only the heading of a band is shown."""
        at = bisect_left(self._others, band)
        other = at < len(self._others) and self._others[at] == band
        return other != self._rest_closed

    @property
    def any_closed(self) -> bool:
        """Whether anything is closed."""
        return self._rest_closed or bool(self._others)

    def set_closed(self, band: int, closed: bool) -> bool:
        """Close a band, or open it; whether it was otherwise. Without headings nothing closes."""
        if not self._headed or self.is_closed(band) == closed:
            return False
        if closed != self._rest_closed:
            insort(self._others, band)
        else:
            self._others.remove(band)
        self._count()
        return True

    def set_all(self, closed: bool) -> None:
        """Close all bands, or open all."""
        self._rest_closed, self._others = closed and self._headed, []
        self._count()

    def take_over(self, other: "Folding", name: Callable[[int], str], names: Iterable[str]) -> None:
        """Close what is closed in another list: `name` are its bands, `names` those of this."""
        self._rest_closed = other._rest_closed and self._headed
        known = {name(band) for band in other._others}
        found = (band for band, its in enumerate(names) if its in known)
        self._others = [*found] if known and self._headed else []
        self._count()

    def _count(self) -> None:
        sizes = (self._starts[band + 1] - self._starts[band] for band in self._others)
        self._rows = [*accumulate(sizes, initial=0)]

    # ---- what is above a band

    def _closed_above(self, band: int) -> tuple[int, int]:
        """How many bands above one are closed, and how many rows are in them."""
        others = bisect_left(self._others, band)
        rows = self._rows[others]
        if self._rest_closed:
            return band - others, self._starts[band] - rows
        return others, rows

    def _stops_above(self, band: int) -> int:
        closed, rows = self._closed_above(band)
        return self._starts[band] - rows + closed

    def heading_line(self, band: int, height: int) -> int:
        """The line of a band's heading, where rows have so many lines."""
        _, rows = self._closed_above(band)
        return (band if self._headed else 0) + (self._starts[band] - rows) * height

    # ---- stops

    def __len__(self) -> int:
        return self._stops_above(self._bands)

    def band_of(self, place: int) -> int:
        """The band that a place is in."""
        return max(0, bisect_right(self._starts, place, hi=self._bands) - 1)

    def stop_of(self, place: int) -> int:
        """What the cursor stands on at a place."""
        band = self.band_of(place)
        inside = 0 if self.is_closed(band) else place - self._starts[band]
        return self._stops_above(band) + inside

    def place_at(self, stop: int) -> int:
        """The place of a stop, in a closed band the first."""
        band = bisect_right(range(self._bands), stop, key=self._stops_above) - 1
        inside = 0 if self.is_closed(band) else stop - self._stops_above(band)
        return self._starts[band] + inside

    # ---- lines

    def lines(self, height: int) -> int:
        """How many lines there are, where rows have so many each."""
        return self.heading_line(self._bands, height)

    def line_of(self, place: int, height: int) -> int:
        """The line a row begins in, or that of its band's heading where that is closed."""
        band = self.band_of(place)
        line = self.heading_line(band, height)
        if self.is_closed(band):
            return line
        return line + self._headed + (place - self._starts[band]) * height

    def at_line(self, line: int, height: int) -> tuple[int, int]:
        """The place in a line, and which of its lines; of a heading its band, and HEADING.

        Behind the end it is a place that there is not.
        """
        band = bisect_right(
            range(self._bands), line, key=lambda band: self.heading_line(band, height)
        ) - 1  # fmt: skip
        below = line - self.heading_line(max(0, band), height) - self._headed
        if below < 0:
            return band, HEADING
        if self.is_closed(max(0, band)):  # it is the last one, and the line is behind the end
            return self._starts[-1], 0
        place, part = divmod(below, height)
        return self._starts[max(0, band)] + place, part
