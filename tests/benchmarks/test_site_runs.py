from dataclasses import replace

import pytest

from benchmarks.many_pages import Made, made_pages, parts
from benchmarks.site_runs import (
    after_corrections,
    among,
    costliest,
    judged_among,
    orders_differ,
    repetition,
    scored,
    wrong,
)
from reader.cleaning import fingerprint, line_keys
from reader.model import Judged, Label, Line, Metadata
from tests.benchmarks.pages import CLUTTER, both


def site() -> list[Made]:
    given = parts(both())
    return made_pages(given, given.templates[0], 30)


def told(made: Made, turned: frozenset[str] = frozenset()) -> Judged:
    """The right labels, but for lines of these texts."""
    lines = []
    for text, label in zip(made.page.lines, made.page.labels, strict=True):
        right = {"content": Label.BODY, "title": Label.TITLE, "byline": Label.BYLINE}
        one = right.get(label, Label.BOILERPLATE) if text else Label.BLANK
        if text in turned:
            one = Label.BODY if one is Label.BOILERPLATE else Label.BOILERPLATE
        lines.append(Line(text, one, "told"))
    return Judged(tuple(lines), Metadata())


def test_lines_are_counted_by_the_pages_they_stand_on() -> None:
    counted = repetition(site())
    assert counted.pages == 3
    assert counted.counts[fingerprint("Weather")] == 3
    assert fingerprint(site()[0].page.title) not in counted.counts


def test_a_page_is_judged_among_itself_and_those_after_it() -> None:
    pages = site()
    assert among(pages, 2, 2) == [pages[2], pages[0]]
    assert among(pages, 1, 1) == [pages[1]]
    lines = judged_among(pages[0], pages).lines
    assert [line.text for line in lines] == list(pages[0].page.lines)


def test_the_right_labels_score_best_and_nothing_is_wrong() -> None:
    for made in site():
        score = scored(made, told(made))
        assert (score.precision, score.recall, score.ok) == (1, 1, True)
        assert not list(wrong(made, told(made), repetition(site())))


def test_what_may_be_kept_or_left_counts_for_nothing() -> None:
    (made, *_) = site()
    at = made.page.lines.index("Weather")
    labels = (*made.page.labels[:at], "mixed", *made.page.labels[at + 1 :])
    page = replace(made.page, labels=labels)
    kept = told(made, frozenset({"Weather"}))
    assert scored(Made(page, made.made), kept).precision == 1
    assert scored(made, kept).precision < 1


def test_a_wrong_line_tells_what_it_is_and_where() -> None:
    pages = site()
    made = pages[0]
    lost = made.page.article.split("\n")[1]
    found = list(wrong(made, told(made, frozenset({lost, "Weather"})), repetition(pages)))
    assert [(one.text, one.gold, one.made, one.where, one.level) for one in found] == [
        ("Weather", "boiler", "menu", "above", 3),
        (lost, "content", "article", "inside", 0),
    ]


def test_the_block_that_is_corrected_is_the_one_that_costs_most_on_the_site() -> None:
    pages = site()
    (letter,) = (row[7:] for row in CLUTTER["The Tide Post"] if "letter" in row)
    judged = [told(made, frozenset({letter, "News", "Weather"})) for made in pages]
    assert costliest(pages, judged) == {line_keys([letter])[0]: False}


def test_no_correction_is_made_that_costs_more_than_it_mends() -> None:
    pages = site()
    judged = [told(pages[0], frozenset({"Weather"})), *map(told, pages[1:])]
    assert costliest(pages, judged) == {line_keys(["Weather"])[0]: False}
    assert costliest(pages, list(map(told, pages))) == {}


def test_corrections_never_make_a_site_worse_by_their_own_count() -> None:
    pages = site()
    found = after_corrections(pages, (0, 1, 3))
    assert list(found) == [0, 1, 3]
    for before, after in ((0, 1), (1, 3)):
        lost = [sum(one.lost + one.junk for one in found[number]) for number in (before, after)]
        assert lost[1] <= lost[0] + 0.01


@pytest.mark.slow
def test_the_order_of_pages_changes_nothing() -> None:
    assert orders_differ(site()) == 0
