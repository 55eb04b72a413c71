"""A store of words, in two versions, for tests of what stands around it."""

from pathlib import Path

from reader.errors import MarksError
from reader.sqlite import Database, Schema, create

FIRST = """
CREATE TABLE meta (generation INTEGER NOT NULL) STRICT; INSERT INTO meta VALUES (0);
-- a word; with a semicolon
CREATE TABLE word (text TEXT NOT NULL) STRICT;
"""
SECOND = "ALTER TABLE word ADD COLUMN count INTEGER NOT NULL DEFAULT 1;"
ONE, TWO = Schema(77, {1: FIRST}), Schema(77, {1: FIRST, 2: SECOND})


def database(path: Path | None, schema: Schema = ONE, *, precious: bool = True) -> Database:
    if path is not None:
        create(path, schema)
    return Database(
        path, schema, MarksError, noun="the words", damage="write them anew", precious=precious
    )


def write(words: Database, text: str) -> None:
    with words.transaction():
        words.rows("INSERT INTO word (text) VALUES (?)", (text,))
