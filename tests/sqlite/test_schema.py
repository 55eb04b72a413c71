"""A schema is a row of scripts, each run whole."""

from pathlib import Path

from reader.sqlite import Schema, statements


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
