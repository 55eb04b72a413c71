"""Of all a page declares about itself, what is most likely true."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.model import Metadata
from reader.printable import printable
from reader.sources.page_metadata import LINKED_DATA_CHARACTERS, page_metadata, title_of


def metadata(html: str) -> Metadata:
    return page_metadata(LexborHTMLParser(html), html)


def linked(value: object) -> str:
    return f"<script type=application/ld+json>{json.dumps(value)}</script>"


def test_json_ld_outweighs_meta_and_meta_the_title() -> None:
    html = """<html lang=en-US><head><title>x | Site</title><meta property=og:title content=y>
    <meta name=author content=Bo><meta property=article:published_time content=2023-01-01>
    <meta property=og:site_name content=Herald><link rel=canonical href=https://a.org/1>
    <meta name=keywords content="sea, storm , sea"><script type=application/ld+json>
    {"@graph": [{"@type": "WebSite", "name": "n"}, {"@type": ["NewsArticle"],
     "headline": "A &amp; b", "author": [{"name": "Ann Lee"}, {"name": "Cy"}],
     "datePublished": "2024-05-03T01:02:03Z"}]}</script><p>text"""
    assert metadata(html) == Metadata(
        title="A & b",
        author="Ann Lee, Cy",
        site="Herald",
        date="2024-05-03",
        lang="en",
        url="https://a.org/1",
        tags=("sea", "storm"),
    )
    without = html.replace("ld+json", "x").replace("property=og:title", "name=z")
    assert metadata(without).title == "x | Site"
    assert metadata(without).author == "Bo"
    assert metadata(without).date == "2023-01-01"


def test_the_time_element_of_the_article_is_its_date() -> None:
    html = "<aside><time datetime=2020-01-01>x</time></aside><article><time datetime=2021-02-03>y"
    assert metadata(html).date == "2021-02-03"


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0019)https://a.org/x -->",
        "<!--\n Page saved with SingleFile \n url: https://a.org/x \n"
        " saved date: Thu Mar 10 2022 19:12:36 GMT-0800 (Pacific Standard Time)\n-->",
    ],
)
def test_saved_pages_tell_where_they_come_from_but_not_their_date(comment: str) -> None:
    saved = metadata(f"<html>{comment}<p>x")
    assert (saved.url, saved.date) == ("https://a.org/x", None)


@pytest.mark.parametrize(
    "broken",
    ['{"a":' * 50_000, "9" * 6000, '{"@type": "Article", "headline": 5}', "[1, null]", "{", '""'],
)
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    html = f"<title>t</title><script type=application/ld+json>{broken}</script><p>x"
    assert metadata(html).title == "t"


def test_control_codes_in_metadata_are_marked() -> None:
    assert metadata("<title>a&#27;]0;b\x07</title><p>x").title == "a␛]0;b␇"


def test_a_page_without_declarations_tells_nothing() -> None:
    assert metadata("<p>text") == Metadata()


def test_the_first_article_of_linked_data_counts_wherever_it_stands() -> None:
    article = {"@type": "BlogPosting", "headline": "First"}
    later = {"@type": "Article", "headline": "Later"}
    for value in (article, [article, later], {"@graph": [{"@type": "Person"}, article, later]}):
        assert metadata(linked(value) + linked(later)).title == "First"
    assert metadata(linked({"@type": "WebPage", "mainEntity": article})).title == "First"
    assert metadata(linked({"@type": "WebPage", "headline": "No article"})).title == ""


def test_linked_data_without_end_is_passed_over() -> None:
    article = {"@type": "Article", "headline": "A", "articleBody": "x" * LINKED_DATA_CHARACTERS}
    assert metadata(linked(article) + "<title>t</title>").title == "t"


def test_the_first_of_two_values_counts_and_a_blank_one_is_none() -> None:
    html = (
        "<meta name=Author content=' '><meta name=author content=Ann><meta name=author content=Bo>"
    )
    assert metadata(html).author == "Ann"


def test_only_an_absolute_address_is_one() -> None:
    html = "<link rel=canonical href=/a><meta property=og:url content='{}'><p>x"
    assert metadata(html.format("https://a.org/a")).url == "https://a.org/a"
    assert metadata(html.format("javascript:x")).url == ""


def test_the_language_is_the_pages_or_its_locale() -> None:
    locale = "<meta property=og:locale content=de_AT>"
    assert metadata(f"<html lang=fr>{locale}").lang == "fr"
    assert metadata(f"<html lang=english>{locale}").lang == "de"


def test_a_publisher_is_the_site_and_keywords_are_tags() -> None:
    article = {"@type": "Article", "publisher": {"name": "Herald"}, "keywords": ["sea", "#boats"]}
    told = metadata(linked(article) + "<meta name=keywords content=other>")
    assert (told.site, told.tags) == ("Herald", ("sea", "boats"))


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<TITLE lang=en>A &lt; b\n c</TITLE>", "A < b c"),
        ("<title>never closed", "never closed"),
        ("<title></title><p>x", ""),
        ("no title", ""),
    ],
)
def test_a_title_is_found_without_a_parser(html: str, title: str) -> None:
    assert title_of(html) == title


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "@graph", "name", "mainEntity"]), inner)
    ),
    max_leaves=8,
)
names = st.sampled_from(["headline", "author", "datePublished", "publisher", "keywords", "@graph"])


@given(st.dictionaries(names, values))
def test_any_linked_data_tells_what_is_fit_for_a_terminal(article: dict[str, object]) -> None:
    told = metadata(linked({"@type": "Article", **article}))
    texts = (told.title, told.author, told.site, *told.tags)
    assert all(printable(text) == text for text in texts)
