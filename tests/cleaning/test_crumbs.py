"""The section of a page."""
# ruff: noqa: RUF001 — marks as pages write them

import pytest

from reader.cleaning import ALONE
from reader.cleaning.crumbs import section
from reader.cleaning.units import units
from tests.cleaning.pages import BRIDGE, judged, raw

TITLE = "The mill race at Holm is running again"


@pytest.mark.parametrize(
    ("crumbs", "name"),
    [
        ("Home > News > Traffic & Travel", "Traffic & Travel"),
        (f"Home » Valley » {TITLE}", "Valley"),
        ("Guides ‹ Wood ‹ For the garden", "For the garden"),
        ("FW-0029 // WORLD // WIRE", "WIRE"),
        ("Home / Valley / The mill race at Holm", "Valley"),
        (f"Home > {TITLE}", ""),
        ("3 May 2021 > Valley", ""),
        ("Home > news.example/valley/12.php", ""),
        ("Home", ""),
    ],
)
def test_the_section_is_the_last_part_of_the_crumbs_that_is_no_headline(
    crumbs: str, name: str
) -> None:
    found = units(raw(f"{crumbs}\n\n{TITLE}"), ALONE)
    assert section(found, 1, TITLE) == name


def test_without_a_headline_there_is_no_section() -> None:
    assert section(units(raw("Home > News"), ALONE), None, "") == ""


def test_the_section_is_told_with_the_other_metadata() -> None:
    page = BRIDGE.replace("HomeNewsLocalBridge to close for repairs", "Home > News > Local")
    assert judged(page).metadata.section == "Local"
