"""What stands in a file below the lines of its page, as parts that are made when looked at."""

from collections.abc import Sequence
from typing import overload

from reader.library.unread import Unread
from reader.tui.part import BLANK, Part, Tone

BELOW = (
    BLANK,
    Part("the rest of the file as it stands: it is neither cleaned nor searched", Tone.FOLD),
    BLANK,
)
"""What stands between the two."""


class Followed(Sequence[Part]):
    """The parts of a page, and the pieces of the rest of its file."""

    def __init__(self, own: Sequence[Part], rest: Unread) -> None:
        self.own = own
        self.rest = rest

    def __len__(self) -> int:
        return len(self.own) + len(self.rest.text)

    @overload
    def __getitem__(self, index: int) -> Part: ...

    @overload
    def __getitem__(self, index: slice) -> list[Part]: ...

    def __getitem__(self, index: int | slice) -> Part | list[Part]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if index < len(self.own):
            return self.own[index]
        line = self.rest.line + index - len(self.own)
        return Part(self.rest.text[index - len(self.own)], Tone.UNREAD, line, line)
