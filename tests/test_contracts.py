"""Every import contract bites: a forbidden import, planted in a copy, breaks it by name."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
    "contracts"
]

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"

PLANTS = [
    ("Imports only go down", "sources/planted.py", "from reader import library"),
    ("Imports only go down", "cleaning/planted.py", "from reader import sources"),
    ("Imports only go down", "marks/planted.py", "from reader import catalogue"),
    ("Imports only go down", "cli/planted.py", "from reader import tui"),
    ("Imports only go down", "planted.py", "'''A package without a place in the layers.'''"),
    ("Only tui knows Textual", "library/planted.py", "import textual.app"),
    ("Only tui knows Textual", "cli/planted.py", "from rich.text import Text"),
    ("Only the stores know SQLite", "search/planted.py", "import sqlite3"),
    ("Only the stores know SQLite", "library/planted.py", "from reader import sqlite"),
    ("The stores neither read files nor clean", "catalogue/planted.py", "import reader.sources"),
    ("The stores neither read files nor clean", "marks/planted.py", "import reader.cleaning"),
    ("The front ends enter by library alone", "tui/planted.py", "from reader import search"),
    ("The front ends enter by library alone", "cli/planted.py", "from reader import marks"),
    ("Cleaning and query are pure", "cleaning/planted.py", "from pathlib import Path"),
    ("Cleaning and query are pure", "query/planted.py", "from reader import settings"),
    ("No network", "tui/planted.py", "import socket"),
    ("No network", "sources/planted.py", "from http.client import HTTPConnection"),
    ("No cycles between siblings", "query/planted.py", "from reader.query import planted_too"),
]
"""What is planted: the contract it breaks, a new module, and the line in it."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with its contracts, in which there is only ever one plant."""
    copy = tmp_path_factory.mktemp("copy")
    ignored = shutil.ignore_patterns("__pycache__", "docs_corpus")
    shutil.copytree(ROOT / "reader", copy / "reader", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


@pytest.fixture
def planted(copy: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """The copy with one more module; its other half, for a cycle, is there too."""
    module, line = request.param
    plant = copy / "reader" / module
    other_half = copy / "reader" / "query" / "planted_too.py"
    plant.write_text(f"{line}\n", "utf-8")
    other_half.write_text("from reader.query import planted\n" if "_too" in line else "", "utf-8")
    yield copy
    plant.unlink()
    other_half.unlink()


def broken(copy: Path) -> set[str]:
    """The names of the contracts that this copy of the package breaks."""
    ended = subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-logo"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )
    said = r"^(.+) (KEPT|BROKEN)(?: \(\d+ ignored imports?\))?$"
    verdicts = dict(re.findall(said, ended.stdout, re.MULTILINE))
    assert verdicts.keys() == {contract["name"] for contract in CONTRACTS}, ended.stdout
    return {name for name, verdict in verdicts.items() if verdict == "BROKEN"}


def test_without_a_plant_all_contracts_are_kept(copy: Path) -> None:
    assert broken(copy) == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("contract", "planted"),
    [
        pytest.param(contract, (module, line), id=f"{module}: {line}")
        for contract, module, line in PLANTS
    ],
    indirect=["planted"],
)
def test_a_planted_import_breaks_its_contract(contract: str, planted: Path) -> None:
    assert contract in broken(planted)


def test_every_contract_has_a_plant() -> None:
    assert {contract["name"] for contract in CONTRACTS} == {contract for contract, _, _ in PLANTS}


def test_nothing_but_the_screen_may_know_textual() -> None:
    layers = {name for line in CONTRACTS[0]["layers"] for name in line.split(" | ")}
    checked = next(each for each in CONTRACTS if each["name"] == "Only tui knows Textual")
    assert set(checked["source_modules"]) == {f"reader.{name}" for name in layers - {"tui"}}


@pytest.mark.parametrize(
    "line", ["import urllib.request", "from asyncio import open_connection", "import numpy; numpy"]
)
def test_what_no_contract_can_name_is_banned_by_ruff(line: str) -> None:
    code = f'"""A module."""\n\n\ndef _f() -> None:\n    {line}\n'
    command = [sys.executable, "-m", "ruff", "check", "--output-format=concise"]
    ended = subprocess.run(
        [*command, "--stdin-filename", "reader/planted.py", "-"],
        cwd=ROOT,
        input=code,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ("PLC0415" if "numpy" in line else "TID251") in ended.stdout
