from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.bench_cleaning import (
    OURS,
    absent,
    facts_table,
    main,
    ours_on_html,
    ours_on_text,
    same,
    same_title,
    table,
    ways,
)
from benchmarks.peers import Facts
from tests.benchmarks.pages import both


def test_a_page_is_measured_from_its_text_and_from_its_html() -> None:
    pages = [
        replace(page, html="".join(f"<p>{line}</p>" for line in page.lines if line))
        for page in both()
    ]
    rows = [ours_on_text("ours, text", pages), ours_on_html(pages)]
    assert all(row.figures.recall > 0 and row.speed > 0 for row in rows)
    head, text, html = table(rows)
    assert len(head) == len(text) == len(html)
    assert html.split()[-2:] == ["1.000", "1.00"]
    assert html.startswith(OURS)


def test_a_fact_is_right_when_it_is_the_same_but_for_spacing() -> None:
    assert same("Ada  Quill", "Ada Quill")
    assert same("", "")
    assert not same("Ada", "Ada Quill")


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ("Late ferry", True),
        ("Late ferry | Tide Post", True),
        ("Late", False),
        ("Tide Post", False),
        ("", False),
    ],
)
def test_a_title_may_leave_out_the_name_of_the_site(found: str, right: bool) -> None:
    assert same_title(found, "Late ferry | Tide Post") is right


def test_facts_are_counted_by_page() -> None:
    pages = both()
    told = {
        "right": lambda page: Facts(page.title, page.author, page.date),
        "none": lambda _: Facts(),
    }
    _, right, none = facts_table(told, pages, ("title", "author", "date"))
    assert right.split() == ["right", "6", "1.00", "1.00", "1.00"]
    assert none.split() == ["none", "6", "0.00", "0.00", "1.00"]
    assert list(ways(html=False)) == ["ours, text"]


def test_extractors_that_are_not_there_are_named() -> None:
    assert list(absent([])) == []
    assert "resiliparse, jusText" in next(absent(["resiliparse", "jusText"]))


def test_a_folder_without_the_benchmark_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert f"there is no dev.jsonl.gz in {tmp_path}" in capsys.readouterr().err
