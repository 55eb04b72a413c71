"""A schema is a row of scripts, each run whole."""

from pathlib import Path

import pytest

from reader.catalogue.opening import schema_of_catalogue
from reader.marks.schema import SCHEMA
from reader.sqlite import Schema, statements
from reader.sqlite.schema import checksum


def test_a_script_falls_into_its_statements() -> None:
    script = "CREATE TABLE a (x); -- not; here\nSELECT ';'; SELECT\n1; -- end"
    assert [statement.strip() for statement in statements(script)] == [
        "CREATE TABLE a (x);",
        "-- not; here\nSELECT ';';",
        "SELECT\n1;",
        "-- end",
    ]


def test_the_steps_of_a_folder_have_the_numbers_of_their_files(tmp_path: Path) -> None:
    (tmp_path / "0001_first.sql").write_text("CREATE TABLE a (x);", "utf-8")
    (tmp_path / "0002_second.sql").write_text("CREATE TABLE b (x);", "utf-8")
    schema = Schema.numbered(7, tmp_path)
    assert schema.version == 2
    assert [name for _, name, *_ in schema.definitions(1)] == ["a"]
    assert [name for _, name, *_ in schema.definitions(2)] == ["a", "b"]


@pytest.mark.parametrize("schema", [SCHEMA, schema_of_catalogue()], ids=["marks", "catalogue"])
def test_the_checksum_written_down_is_that_of_the_newest_definitions(schema: Schema) -> None:
    assert hex(schema.checksum) == hex(checksum(schema.definitions(schema.version)))


def test_definitions_are_known_with_a_checksum_and_without() -> None:
    script = {1: "CREATE TABLE a (x);", 2: "CREATE TABLE b (x);"}
    plain = Schema(7, script)
    schema = Schema(7, script, checksum(plain.definitions(2)))
    for one in (plain, schema):
        assert one.is_defined(1, plain.definitions(1))
        assert one.is_defined(2, plain.definitions(2))
        assert not one.is_defined(1, plain.definitions(2))
        assert not one.is_defined(2, plain.definitions(1))
        assert not one.is_defined(2, [])
