"""stats as the shell sees it."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Shelf, reader, shelf


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return shelf(tmp_path_factory.mktemp("home"))


def test_json_has_the_promised_fields(shared: Shelf) -> None:
    ran = shared.reader("stats", "--json")
    numbers = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert list(numbers) == [
        *("v", "name", "documents", "words", "minutes", "by", "broken", "skipped", "aside"),
        *("files", "cache", "updated"),
    ]
    assert (numbers["v"], numbers["name"], numbers["documents"]) == (1, "articles", 3)
    assert numbers["by"]["year"] == {"2019": 1, "2020": 1, "2021": 1}
    assert sum(numbers["skipped"].values()) == 1
    assert 0 < numbers["aside"]["share"] < 1
    assert numbers["aside"]["documents"] == 3
    assert numbers["updated"].endswith("Z")


def test_without_a_terminal_it_is_a_line_for_each_number(shared: Shelf) -> None:
    rows = [line.split("\t") for line in shared.reader("stats", "tag:sea").out.splitlines()]
    assert {len(row) for row in rows} == {3}
    assert ["documents", "", "1"] in rows
    assert ["site", "lamps.example.org", "1"] in rows
    assert not any(row[0] == "skipped" for row in rows)


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_on_a_terminal_everything_fits(shared: Shelf, columns: int) -> None:
    shown = shared.on_a_terminal("stats", columns=columns, NO_COLOR="1")
    lines = shown.splitlines()
    assert lines[0] == "articles"
    assert max(map(len, lines)) <= min(columns, 76)
    assert any(line.startswith("state     unread") for line in lines)
    assert any(line.startswith("looked at 20") for line in lines)


def test_nothing_is_exit_1(tmp_path: Path, shared: Shelf) -> None:
    ran = shared.reader("stats", "tag:nowhere", "--json")
    assert (ran.code, json.loads(ran.out)["documents"]) == (1, 0)
    (tmp_path / "empty").mkdir()
    empty = reader(tmp_path, tmp_path / "empty", "stats")
    assert (empty.code, empty.err) == (1, "")
