import random
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.labelled import unseen
from benchmarks.many_pages import Made, made_pages, parts, renumbered
from tests.benchmarks.pages import ARTICLES, CLUTTER, both

POST, FARM = CLUTTER


def made(site: str = POST, count: int = 30) -> list[Made]:
    given = parts(both())
    template = next(one for one in given.templates if one.site == site)
    return made_pages(given, template, count)


def test_each_page_has_an_article_of_another_site_and_no_two_the_same() -> None:
    titles = [one.page.title for one in made()]
    assert sorted(titles) == sorted(title for title, *_ in ARTICLES[3:])


def test_no_more_pages_are_made_than_are_asked_for() -> None:
    assert len(made(count=2)) == 2


def test_the_articles_are_there_whole_and_labelled() -> None:
    for one in made():
        kept = zip(one.page.lines, one.page.labels, strict=True)
        assert [line for line, label in kept if label == "content"] == one.page.article.split("\n")


def test_every_line_says_what_it_is() -> None:
    for one in made():
        assert len(one.page.lines) == len(one.page.labels) == len(one.made)
        for label, what in zip(one.page.labels, one.made, strict=True):
            assert (what == "article") is (label in ("content", "title", "byline"))
            assert (what == "") is (label == "blank")


def test_the_same_pages_are_made_again() -> None:
    assert made() == made()


def test_the_clutter_is_that_of_the_site_but_not_the_same_on_every_page() -> None:
    texts = [
        tuple(
            line
            for line, label in zip(one.page.lines, one.page.labels, strict=True)
            if label == "boiler"
        )
        for one in made()
    ]
    assert all("Tide Post" in text and "Weather" in text for text in texts)
    assert len(set(texts)) == len(texts)


def test_lists_of_other_articles_name_others() -> None:
    titles = {title for title, *_ in ARTICLES}
    named = [
        line
        for one in made()
        for line, what in zip(one.page.lines, one.made, strict=True)
        if what == "related" and any(title in line for title in titles)
    ]
    assert named
    assert all(re.match(r"\d\. ", line) for line in named)


def test_the_headline_of_the_template_gives_way_to_that_of_the_page() -> None:
    first, *others = both()
    labels = ("boiler", *first.labels)
    crumbs = replace(first, lines=(f"Home > News > {first.title}", *first.lines), labels=labels)
    given = parts([crumbs, *others])
    made = made_pages(given, given.templates[0], 30)
    assert made
    for one in made:
        assert f"Home > News > {one.page.title}" in one.page.lines
        assert not any(line.endswith(f"> {first.title}") for line in one.page.lines)


def test_a_dense_site_makes_dense_pages() -> None:
    given = parts(both(spaced=False))
    assert all("" not in one.page.lines for one in made_pages(given, given.templates[0], 3))


def test_copies_of_one_report_stand_on_one_page_of_a_site() -> None:
    pages = both()
    given = parts([*pages, replace(pages[4], site="Third")])
    template = next(one for one in given.templates if one.site == POST)
    assert len(made_pages(given, template, 30)) == 3


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("© 2019 Tide Post", "© 2019 Tide Post"),
        ("Menu", "Menu"),
        ("412 comments", r"[1-9]\d\d comments"),
        ("\u0664\u0661\u0662 x", "[\u0661-\u0669][\u0660-\u0669]{2} x"),
        ("07:45", r"0[1-9]:(3[2-9]|4\d|5\d)"),
        ("Monday, 4 March 2019", r"[A-Z][a-z]+day, [1-9] [A-Z][a-z]+ 2019"),
    ],
)
def test_numbers_stay_as_large_and_in_their_script(text: str, pattern: str) -> None:
    for seed in range(20):
        assert re.fullmatch(pattern, renumbered(text, random.Random(seed), english=True))


@given(st.text(), st.integers(), st.booleans())
def test_a_line_with_other_numbers_is_as_long_in_words(text: str, seed: int, english: bool) -> None:
    changed = renumbered(text, random.Random(seed), english)
    assert len(changed.split()) == len(text.split())
    assert english or len(changed) == len(text)


def test_names_of_months_stay_in_a_language_whose_months_are_not_known() -> None:
    assert renumbered("4 March", random.Random(1), english=False).endswith(" March")


@pytest.mark.slow
def test_pages_of_ours_make_sites_in_every_language() -> None:
    given = parts(unseen())
    assert {one.lang for one in given.templates} == {one.lang for one in given.articles}
    assert all(len(given.fitting(one)) >= 4 for one in given.templates)
