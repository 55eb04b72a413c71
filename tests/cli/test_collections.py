"""collections as the shell sees it."""

import json
import shutil
from pathlib import Path

from tests.cli.running import collection, on_a_terminal, reader


def test_without_any_there_is_nothing_to_list(tmp_path: Path) -> None:
    ran = reader(tmp_path, tmp_path, "collections")
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    assert json.loads(reader(tmp_path, tmp_path, "collections", "--json").out) == []


def test_collections_that_commands_opened_are_listed_with_what_is_known_of_them(
    tmp_path: Path,
) -> None:
    one, two = collection(tmp_path / "ada" / "press"), collection(tmp_path / "bob" / "press")
    gone = collection(tmp_path / "letters")
    assert reader(tmp_path, one, "index").code == 0
    assert reader(tmp_path, tmp_path, "ls", "--in", str(two)).code == 0
    assert reader(tmp_path, tmp_path, "count", "--in", str(gone), "--no-update").code == 1
    assert reader(tmp_path, tmp_path, "ls", "--in", str(one / "harbour.txt")).code == 0
    shutil.rmtree(gone)
    listed = json.loads(reader(tmp_path, tmp_path, "collections", "--json").out)
    by_name = {record["name"]: record for record in listed}
    assert by_name.keys() == {"ada/press", "bob/press", "letters"}
    assert by_name["ada/press"]["paths"] == [str(one)]
    assert (by_name["ada/press"]["v"], by_name["ada/press"]["documents"]) == (1, 3)
    assert by_name["ada/press"]["size"] > 4_096
    assert by_name["ada/press"]["updated"].endswith("Z")
    assert [by_name[name]["there"] for name in ("ada/press", "letters")] == [True, False]
    assert by_name["letters"]["updated"] is None
    plain = reader(tmp_path, tmp_path, "collections")
    assert plain.code == 0
    rows = {row[0]: row[1:] for row in (line.split("\t") for line in plain.out.splitlines())}
    assert rows["ada/press"][0] == "3 documents"
    assert rows["letters"][-1] == f"is gone: {gone}"


def test_at_60_columns_every_row_is_one_line(tmp_path: Path) -> None:
    for name in ("press", "a-rather-long-name-for-a-collection"):
        reader(tmp_path, collection(tmp_path / name), "index")
    shown = on_a_terminal(tmp_path, tmp_path, "collections", columns=60)
    lines = shown.splitlines()
    assert len(lines) == 2
    assert max(map(len, lines)) <= 60
