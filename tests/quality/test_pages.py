"""How well cleaning does on a hundred pages that nothing was tuned on."""

import pytest

from reader.cleaning import judge
from tests.quality.pages import PAGES, Labelled, Quality, digest, mean, pages, quality

FLOORS = {"f1": 0.935, "ok": 0.4, "title": 0.77, "author": 0.63, "date": 0.88, "lang": 0.99}
"""Means over all pages that may not get worse; raise them when they do better."""

DIGEST = "d987d51ba000389610ff25f1fbec8acd79d59add0deeb5a9bfe5711284bd229d"
"""Of the pages: floors mean nothing when those change unseen."""


@pytest.fixture(scope="module")
def measured() -> list[tuple[Labelled, Quality]]:
    return [(page, quality(page, judge)) for page in pages()]


def test_the_pages_are_those_the_floors_were_measured_on(
    measured: list[tuple[Labelled, Quality]],
) -> None:
    assert len(measured) == 100
    assert digest(PAGES, ".gold", ".html") == DIGEST


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls_below_its_floor(
    figure: str, measured: list[tuple[Labelled, Quality]]
) -> None:
    values = [
        one.f1 if figure == "f1" else one.ok if figure == "ok" else one.facts[figure]
        for _, one in measured
    ]
    assert mean(values) >= FLOORS[figure]


def test_every_page_keeps_all_its_lines_in_order(measured: list[tuple[Labelled, Quality]]) -> None:
    for page, _ in measured:
        assert tuple(line.text for line in judge(page.raw).lines) == page.raw.lines


def test_what_is_set_aside_has_a_reason(measured: list[tuple[Labelled, Quality]]) -> None:
    for page, _ in measured:
        for line in judge(page.raw).lines:
            assert line.label != "boilerplate" or line.reason, (page.name, line.text)
