from pathlib import Path

import pytest

from benchmarks.bench_sites import Measured, classes, main, table
from benchmarks.extraction import Score
from benchmarks.site_runs import Wrong
from reader.model import Label


def test_a_line_stands_for_each_number_of_pages() -> None:
    good, lost = Score(1, 1, 0, 0), Score(1, 0.5, 0.5, 0)
    head, *lines = table("pages known", {1: Measured([good, lost], ["a", "b"])})
    assert [line.split()[:3] for line in lines] == [["1", "2", "2"]]
    assert len(head) == len(lines[0])


def test_errors_are_gathered_by_what_is_wrong_not_by_how_often_a_line_stands_there() -> None:
    reasons = ("on 3 of 3 pages of this site", "on 2 of 3 pages of this site", "menu")
    errors = [
        Wrong("x", "content", "article", "inside", Label.BOILERPLATE, reason, 2, 5, "page")
        for reason in reasons
    ]
    head, *lines = classes(errors)
    assert "gold" in head
    assert [line.split()[:3] for line in lines] == [["10", "2", "1"], ["5", "1", "1"]]
    assert lines[0].endswith("content, article, inside: boilerplate (2), repeated")


def test_a_folder_without_the_benchmark_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert f"there is no dev.jsonl.gz in {tmp_path}" in capsys.readouterr().err
