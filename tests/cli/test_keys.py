"""keys as the shell sees it."""

import json
from pathlib import Path

from tests.cli.running import reader


def test_the_keys_are_printed_as_config_toml_has_them(tmp_path: Path) -> None:
    lines = reader(tmp_path, tmp_path, "keys").out.splitlines()
    assert "list\ttop\tgg  Home  <\tto the top" in lines
    vim = reader(tmp_path, tmp_path, "keys", "--preset", "vim", "--json")
    quitting = [row for row in json.loads(vim.out) if row["action"] == "quit"]
    assert quitting[0] == {
        "v": 1, "pane": "facets", "action": "quit", "keys": ["ZZ", "ZQ", "Q"],
        "help": "quit at once",
    }  # fmt: skip


def test_a_preset_that_is_not_there_is_refused(tmp_path: Path) -> None:
    ran = reader(tmp_path, tmp_path, "keys", "--preset", "wim")
    assert ran.code == 2
    assert "did you mean vim?" in ran.err
