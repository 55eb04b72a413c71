"""Which characters of titles matched, found out when a title is shown. Must not know: why."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from reader.model import Row


class Positions(Mapping[Row, tuple[int, ...]]):
    """For each row whose title has any the characters that matched: places in it, ascending.

    They are worked out when somebody looks: a screen shows few of a thousand titles.
    """

    def __init__(self, rows: Sequence[Row], work_out: Callable[[Row], tuple[int, ...]]) -> None:
        """`work_out` gives those of any of the rows."""
        self._rows = rows
        self._work_out = work_out

    def __getitem__(self, row: Row) -> tuple[int, ...]:
        if row in self._rows and (positions := self._work_out(row)):
            return positions
        raise KeyError(row)

    def __iter__(self) -> Iterator[Row]:
        return filter(self._work_out, self._rows)

    def __len__(self) -> int:
        return sum(1 for _ in self)
