"""Every example of docs/query-language.md is a query, and means what the page says."""

import re
from datetime import date
from pathlib import Path

import pytest

from reader.query import describe, parse
from reader.query.days import dated
from reader.query.fields import ALIASES, FIELDS, STATES, THINGS
from reader.query.shape import GROUPS, SORTS

MANUAL = Path(__file__).parents[2] / "docs" / "query-language.md"
MEANT = Path(__file__).parent / "manual.txt"
TODAY = date(2024, 3, 31)

TEXT = MANUAL.read_text("utf-8")
ROWS = [line for line in TEXT.splitlines() if line.startswith("| `")]


def examples() -> list[str]:
    """What stands in the first column of the tables, a bar in it as it is typed."""
    firsts = (re.split(r"(?<!\\) \|", row[1:])[0] for row in ROWS)
    return [one.replace(r"\|", "|") for first in firsts for one in re.findall("`([^`]+)`", first)]


def meaning(text: str) -> str:
    parsed = parse(text)
    said = describe(dated(parsed.tree, TODAY)), parsed.shape.described()
    return ", ".join(filter(None, said))


@pytest.mark.parametrize("text", examples())
def test_an_example_is_a_query(text: str) -> None:
    parsed = parse(text)
    assert parsed.unknown == ()
    assert parse(f"{parsed.tree} {parsed.shape}").tree == parsed.tree


def test_examples_mean_what_is_written_down_for_people_to_check() -> None:
    found = "".join(f"{text}\n    {meaning(text)}\n" for text in examples())
    assert found == MEANT.read_text("utf-8")


def test_every_field_state_and_order_is_in_the_manual() -> None:
    for name in [*FIELDS, *ALIASES]:
        assert f"`{name}:" in TEXT, name
    for state in STATES:
        assert f"`is:{state}`" in TEXT, state
    for thing in THINGS:
        assert f"`has:{thing}`" in TEXT, thing
    assert ", ".join(SORTS) in TEXT
    assert ", ".join(GROUPS) in TEXT
