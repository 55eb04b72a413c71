from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.held_out import judged, read, write
from reader.model import TEXT
from tests.benchmarks.pages import page


def test_chances_come_back_as_they_were_kept(tmp_path: Path) -> None:
    write(tmp_path / "chances", {"1|wet": [0.25, 0.5], "2|wet": []})
    assert read(tmp_path / "chances") == {"1|wet": [0.25, 0.5], "2|wet": []}


def test_a_page_is_judged_by_the_chances_of_its_style() -> None:
    one = page("The Tide Post", 0)
    units = [index for index, line in enumerate(one.lines) if line]
    told = [float(one.labels[index] == "content") for index in units]
    found = judged(one, "wet", {f"{one.name}|wet": told})
    kept = [line.text for line in found.lines if line.label in TEXT]
    assert set(one.article.split("\n")) <= set(kept)


def test_a_page_with_its_elements_has_chances_of_its_own() -> None:
    one = replace(page("The Tide Post", 0), html="<p>First.</p><p>Second line of it.</p>")
    found = judged(one, "html", {f"{one.name}|html": [0.0, 1.0]})
    assert [line.text for line in found.lines] == ["First.", "Second line of it."]


def test_a_page_without_chances_is_not_judged_by_others() -> None:
    with pytest.raises(KeyError):
        judged(replace(page("The Tide Post", 0), name="other"), "wet", {})


def test_a_page_without_lines_needs_no_chances() -> None:
    assert judged(replace(page("The Tide Post", 0), lines=()), "lite", {}).lines[0].text == ""
