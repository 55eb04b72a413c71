"""Whole pages and how each of their lines is judged; `UPDATE=1 pytest` writes what is now said.

`NAME.txt` is the page, `NAME.judged` one line `label|reason|line` for each of its lines.
"""

import os
from pathlib import Path

import pytest

from reader.cleaning import judge
from reader.model import PLAIN, RawDocument

GOLDEN = Path(__file__).parent.parent / "golden" / "cleaning"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.txt"))


def said(name: str) -> str:
    lines = tuple((GOLDEN / f"{name}.txt").read_text("utf-8").split("\n"))
    result = judge(RawDocument("text", lines, (PLAIN,) * len(lines)))
    told = result.metadata
    head = f"title: {told.title}\nauthor: {told.author}\ndate: {told.date}\nlang: {told.lang}\n\n"
    return head + "".join(f"{line.label}|{line.reason}|{line.text}\n" for line in result.lines)


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_judged_as_before(name: str) -> None:
    golden = GOLDEN / f"{name}.judged"
    if os.environ.get("UPDATE"):
        golden.write_text(said(name), "utf-8")
    assert said(name) == golden.read_text("utf-8")


def test_there_are_pages() -> None:
    assert len(NAMES) >= 8
