"""Five scraped pages with labels made by hand, judged alone and as pages of one site."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reader.cleaning import ALONE, Repetition, fingerprints, judge
from reader.model import CONTENT, PLAIN, Judged, Label, RawDocument

SEEDS = Path(__file__).parent.parent.parent.parent / "shared" / "seeds"
GROUPS = {
    "title": {Label.TITLE},
    "content": CONTENT,
    "meta": {Label.BYLINE, Label.DATE},
    "boilerplate": {Label.BOILERPLATE},
    "blank": {Label.BLANK},
    "either": set(Label) - {Label.BLANK},
}

pytestmark = pytest.mark.skipif(
    not (SEEDS / "gold.json").is_file(),
    reason="needs the five pages in ../shared/seeds, which are not part of this repository",
)


def gold() -> list[dict[str, Any]]:
    wanted: list[dict[str, Any]] = json.loads((SEEDS / "gold.json").read_text("utf-8"))
    return wanted


def document(page: dict[str, Any]) -> RawDocument:
    lines = tuple((SEEDS / page["file"]).read_text("utf-8").split("\n"))
    return RawDocument("text", lines, (PLAIN,) * len(lines))


def together() -> Repetition:
    pages = [document(page) for page in gold()]
    return Repetition(
        len(pages), Counter(print_ for page in pages for print_ in fingerprints(page.lines))
    )


def wrong(page: dict[str, Any], result: Judged) -> list[str]:
    return [
        f"{line.label} instead of {wanted}: {line.text[:60]}"
        for wanted, line in zip(page["labels"], result.lines, strict=True)
        if line.label not in GROUPS[wanted]
    ]


@pytest.mark.parametrize("alone", [True, False], ids=["alone", "as one site"])
def test_every_line_title_and_date_is_as_a_person_labelled_it(alone: bool) -> None:
    repetition = ALONE if alone else together()
    for page in gold():
        result = judge(document(page), repetition)
        assert wrong(page, result) == [], page["file"]
        assert result.metadata.title == page["title"]
        assert result.metadata.date == page["date"]
