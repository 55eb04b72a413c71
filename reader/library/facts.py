"""All marks, whatever collection they belong to: as text, from text, and taken back."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from reader.errors import MarksError
from reader.library.collection import Collection
from reader.marks import Deed, Marks
from reader.model import Change
from reader.settings import Settings


def facts(settings: Settings) -> Iterator[str]:
    """Every fact as a line, sorted; see Marks.dump. Raises MarksError."""
    with closing(Marks(settings.marks_file)) as marks:
        yield from marks.dump()


def restored(
    settings: Settings, here: Sequence[Path], lines: Iterable[str], replace: bool
) -> tuple[int, int]:
    """Take the facts of a dump in, or with `replace` let them be all there is; how many came, went.

    It is one change of the collection `here`, which can be taken back there. Raises MarksError.
    """
    said = "a dump restored, all else dropped" if replace else "a dump restored"
    deed = Deed(Collection.of(here).key, said)
    with closing(_lasting(settings)) as marks:
        edit = marks.restore(lines, replace, deed)
        marks.back_up()
    return len(edit.into), len(edit.out)


def taken_back(settings: Settings, here: Sequence[Path], redo: bool) -> str | None:
    """Undo the last change of a collection, or with `redo` make it again; what it was, or None."""
    place = Collection.of(here).key
    with closing(_lasting(settings)) as marks:
        return marks.redo(place) if redo else marks.undo(place)


def latest(settings: Settings, here: Sequence[Path], limit: int) -> list[Change]:
    """The latest changes of a collection, the newest first."""
    with closing(Marks(settings.marks_file)) as marks:
        return marks.changes(Collection.of(here).key, limit)


def _lasting(settings: Settings) -> Marks:
    if settings.unkept:
        remedy = settings.unkept.remedy
        raise MarksError(f"nothing was changed: it would be gone at once; {remedy}")
    return Marks(settings.marks_file)
