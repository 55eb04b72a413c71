"""The catalogue's file: found sound, or made anew without a question."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import CatalogueError, DamagedCacheError
from reader.sqlite import (
    DAMAGE,
    REASONS,
    Database,
    Schema,
    State,
    create,
    examine,
    primary,
    private_folder,
    remove,
)

SCHEMA_VERSION = 10  # a catalogue of any other is made again
CHECKSUM = 0xCA41D21C  # of its definitions
APPLICATION_ID = 0x52444343  # "RDCC"
FILE = "catalogue.db"
LOCK = "catalogue.lock"  # held while the file is replaced


def opened(folder: Path) -> tuple[Database, bool]:
    """The catalogue in this folder, and whether there was one that could not be used.

    Folder and catalogue are made when they are missing. Raises CatalogueError.
    """
    path, schema = folder / FILE, schema_of_catalogue()
    try:
        private_folder(folder)
        remade = not _sound(path, schema) and _make(path, schema)
    except OSError as error:
        raise CatalogueError(
            f"cannot write the catalogue in {folder}: {error.strerror};"
            " check that this folder is yours and its disk not full"
        ) from error
    except sqlite3.Error as error:
        if primary(error) not in REASONS.keys() | DAMAGE:
            raise
        reason = REASONS.get(primary(error), "it is damaged: delete it, nothing will be lost")
        raise CatalogueError(f"cannot open the catalogue {path}: {reason}") from error
    database = Database(
        path,
        schema,
        CatalogueError,
        noun="the catalogue",
        damage="start again, it is made anew from the files",
        broken=DamagedCacheError,
        precious=False,
    )
    return database, remade


def schema_of_catalogue() -> Schema:
    """The tables of a catalogue."""
    script = Path(__file__).with_name("schema.sql").read_text("utf-8")
    return Schema(APPLICATION_ID, {SCHEMA_VERSION: script}, CHECKSUM)


def _sound(path: Path, schema: Schema) -> bool:
    """Whether the file can be used as it is; an error may only mean that it is being replaced."""
    try:
        return examine(path, schema, precious=False) is State.SOUND
    except sqlite3.OperationalError:
        return False


def _make(path: Path, schema: Schema) -> bool:
    """Replace whatever is at `path` by an empty catalogue, unless another process just did.

    Returns whether there was anything.
    """
    with _exclusively(path.with_name(LOCK)):
        if examine(path, schema, precious=False) is State.SOUND:
            return False
        there = path.exists()
        remove(path)
        create(path, schema)
        return there


@contextmanager
def _exclusively(path: Path) -> Iterator[None]:
    """Hold the lock file at `path` while inside; the kernel lets go of it for whoever dies."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
