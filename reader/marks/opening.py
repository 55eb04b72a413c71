"""The file of marks: opened if it is sound, made if there is none, else left exactly as it is."""

import sqlite3
from pathlib import Path

from reader.errors import MarksError
from reader.sqlite import (
    REASONS,
    Database,
    Schema,
    State,
    create,
    examine,
    left_over,
    primary,
    private_folder,
)

APPLICATION_ID = 0x52444D4B  # "RDMK"
RESCUE = "move it away and restore the newest dump, or start anew; it was left as it is"


def opened(path: Path | None) -> Database:
    """The marks at this path, made if there are none, or a set in memory. Raises MarksError."""
    schema = Schema.numbered(APPLICATION_ID, Path(__file__).parent / "migrations")
    if path is not None:
        try:
            _require(path, schema)
        except OSError as error:
            raise MarksError(
                f"cannot keep marks in {path}: {error.strerror};"
                " check that this folder is yours and its disk not full"
            ) from error
        except sqlite3.Error as error:
            if primary(error) not in REASONS:
                raise
            raise MarksError(f"cannot open the marks {path}: {REASONS[primary(error)]}") from error
    return Database(path, schema, MarksError, noun="the marks", damage=RESCUE, precious=True)


def _require(path: Path, schema: Schema) -> None:
    """See to it that a sound file stands at `path`; never change one that is not."""
    private_folder(path.parent)
    match examine(path, schema, precious=True):
        case State.ABSENT:
            # SQLite would play the journal of the lost file into the new one.
            if left_over(path):
                raise MarksError(
                    f"the marks {path} are gone, but not their journal {path.name}-wal:"
                    " put the file back, or move the journal away too"
                )
            create(path, schema)
        case State.NEWER:
            raise MarksError(
                f"the marks {path} were written by a newer reader, this one knows schemas up to"
                f" {schema.version}: upgrade the reader, or move the file away"
            )
        case State.FOREIGN:
            raise MarksError(f"{path} is not a file of marks, or its head is damaged: {RESCUE}")
        case State.DAMAGED:
            raise MarksError(f"the marks {path} are damaged: {RESCUE}")
