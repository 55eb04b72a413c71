"""The terminal program. Must not know: anything below the Library: stores, search, sources."""

import gc
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.picking import Asking, Choice


def run(paths: Sequence[str]) -> int:
    """Open the collection of these paths and stay until the user quits; the exit code.

    No path means the current folder, "-" one document from standard input. Raises ReaderError.
    """
    gc.disable()  # until the first paint: a collection in between costs more than it frees
    from reader.tui.starting import start  # noqa: PLC0415  # nothing is imported before gc is off

    return start(paths)


def pick(asking: "Asking") -> "Choice | None":
    """Let a person choose from the lines on standard input; None if they would not."""
    gc.disable()  # as above
    from reader.tui.picking import start  # noqa: PLC0415  # nothing is imported before gc is off

    return start(asking)
