"""The file of marks: opened if it is sound, made if there is none, else left exactly as it is."""

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.errors import MarksError
from reader.marks.schema import SCHEMA
from reader.sqlite import (
    BUSY_SECONDS,
    DAMAGE,
    REASONS,
    Database,
    State,
    create,
    examine,
    file_system,
    left_over,
    primary,
    private_folder,
    upgrade,
    without_shared_memory,
)


def opened(path: Path | None) -> Database:
    """The marks at this path, made if there are none, or a set in memory. Raises MarksError."""
    if path is not None:
        try:
            _require(path)
        except OSError as error:
            raise MarksError(
                f"cannot keep marks in {path}: {error.strerror};"
                " check that this folder is yours and its disk not full"
            ) from error
        except sqlite3.Error as error:
            if path.is_dir():
                raise MarksError(
                    f"the marks {path} are a folder: move it away, and start again"
                ) from error
            if primary(error) in DAMAGE:
                raise MarksError(f"the marks {path} are damaged: {_advice(path)}") from error
            if primary(error) not in REASONS:
                raise
            raise MarksError(f"cannot open the marks {path}: {REASONS[primary(error)]}") from error

    def damage() -> str:
        return _advice(path) if path else "start again"

    return Database(path, SCHEMA, MarksError, noun="the marks", damage=damage, precious=True)


def _require(path: Path) -> None:
    """See to it that a sound file stands at `path`; never change one that is not."""
    private_folder(path.parent)
    journal = "DELETE" if file_system(path.parent) else "WAL"
    match examine(path, SCHEMA, precious=True):
        case State.ABSENT:
            # SQLite would play the journal of the lost file into the new one.
            if left_over(path):
                raise MarksError(
                    f"the marks {path} are gone, but not their journal {path.name}-*:"
                    " put the file back, or move the journal away too"
                )
            create(path, SCHEMA, journal)
        case State.OLDER:
            if not upgrade(
                path, SCHEMA, lambda copy: _dump(copy, path), journal=journal, busy=BUSY_SECONDS
            ):
                raise MarksError(
                    f"the marks {path} are open in an older reader: quit it and start again"
                )
        case State.NEWER:
            raise MarksError(
                f"the marks {path} were written by a newer reader, this one knows schemas up to"
                f" {SCHEMA.version}: upgrade the reader, or move the file away"
            )
        case State.FOREIGN:
            raise MarksError(
                f"{path} is not a file of marks, or its head is damaged: {_advice(path)}"
            )
        case State.DAMAGED:
            raise MarksError(f"the marks {path} are damaged: {_advice(path)}")
        case State.SOUND if journal != "WAL":
            without_shared_memory(path)


def _dump(copy: Path, path: Path) -> None:
    """Keep a dump of what an upgraded copy holds, if the disk has room for it."""
    from reader.marks.dumps import write_dump  # noqa: PLC0415  # not before the first paint
    from reader.marks.lines import written  # noqa: PLC0415
    from reader.marks.table import FactTable  # noqa: PLC0415

    # The copy itself is not precious: nobody else knows it.
    ours = Database(copy, SCHEMA, MarksError, noun="the copy", damage="try again", precious=False)
    with closing(ours) as database:
        write_dump(path, sorted(map(written, FactTable(database).all())))


def _advice(path: Path) -> str:
    from reader.marks.rescue import advice  # noqa: PLC0415  # only where there is damage

    return advice(path)
