import pytest

from reader.model import Kind, Markup, Metadata
from reader.sources.formats.html import parse


def lines(html: str) -> list[str]:
    return list(parse(html).lines)


def markup(html: str) -> list[Markup]:
    return list(parse(html).markup)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one <b>two</b>\n three<p>four", ["one two three", "four"]),
        ("<p>one<br>two<br><br>three", ["one", "two", "three"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<p>a<script>x</script><style>y</style><noscript>z</noscript>b", ["ab"]),
        ("<p>a<p hidden>b<p aria-hidden=true>c<p style='display: none'>d", ["a"]),
        ("<p>a<template>b</template><svg><text>c</text></svg><dialog>d</dialog>", ["a"]),
        ("<p>a&amp;b&nbsp;c &eacute;", ["a&b c é"]),
        ("<pre>\n x\n\n  y\n</pre>", [" x", "", "  y"]),
        ("<nav><a href=1>Home</a><a href=2>News</a></nav><p>x", ["Home News", "x"]),
        ("<title>t</title><p>a", ["a"]),
        ("just text\n\nof two lines &amp; no tag", ["just text", "of two lines & no tag"]),
        ("", []),
        ("<html><body></body></html>", []),
    ],
)
def test_lines_are_the_visible_blocks(html: str, expected: list[str]) -> None:
    assert lines(html) == expected


def test_headings_lists_quotes_and_captions_are_told_apart() -> None:
    html = (
        "<h2>a</h2><ul><li>b<ol><li>c</ol></ul><blockquote><p>d</blockquote>"
        "<figure><figcaption>e</figcaption></figure><pre>f</pre><p>g"
    )
    assert [(each.kind.value, each.level) for each in markup(html)] == [
        ("heading", 2),
        ("item", 1),
        ("item", 2),
        ("quote", 0),
        ("caption", 0),
        ("code", 0),
        ("text", 0),
    ]


def test_the_nearest_region_is_told() -> None:
    html = "<main><article>a<aside>b</aside></article><div role=navigation>c</div></main><p>d"
    assert [each.region for each in markup(html)] == ["article", "aside", "nav", ""]


def test_the_share_of_link_text_is_told() -> None:
    assert [each.links for each in markup("<p><a href=x>ab</a> cd<p>e<p><a>f</a>")] == [0.5, 0, 0]


def test_a_row_of_figures_is_one_line() -> None:
    html = "<table><caption>c</caption><tr><th>a<th>b<tr><td>1<td><p>2</p><tr><td><td></table>"
    assert lines(html) == ["c", "a | b", "1 | 2"]
    assert [each.kind for each in markup(html)] == [Kind.CAPTION, Kind.TABLE, Kind.TABLE]


def test_a_table_that_lays_out_the_page_is_not_read_by_rows() -> None:
    html = "<table><tr><td><ul><li>menu</ul><td><h1>x</h1><p>long text<p>more</table>"
    assert lines(html) == ["menu", "x", "long text", "more"]


def test_a_page_with_nothing_visible_shows_all_its_text() -> None:
    raw = parse("<body><div hidden><p>one<p>two</div><script>x</script>")
    assert raw.lines == ("one", "two")
    assert raw.notes == ("simplified: no visible text in it",)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * 100_000 + "text", "nesting too deep"),
        ("<ul><li>" * 100_000 + "text", "nesting too deep"),
        ("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">text", "too many attributes"),
    ],
)
def test_pages_that_would_take_a_parser_for_ever_are_simplified(html: str, reason: str) -> None:
    raw = parse(f"<title>A &amp; b</title><p>before</p>{html}")
    assert raw.lines == ("A & b", "before", "text")
    assert raw.metadata.title == "A & b"
    assert raw.notes == (f"simplified: {reason}",)


@pytest.mark.parametrize(
    "trap",
    [
        "<select>" + "<option>o" * 50_000 + "</select>",
        "<img src='data:image/png;base64," + "QUJD" * 5_000_000 + "'>",
        "<" * 100_000,
        "<!--" * 50_000,
    ],
)
def test_other_traps_cost_no_text(trap: str) -> None:
    assert lines(f"<p>before</p>{trap}")[0] == "before"


def test_json_ld_outweighs_meta_and_meta_the_title() -> None:
    html = """<html lang=en-US><head><title>x | Site</title><meta property=og:title content=y>
    <meta name=author content=Bo><meta property=article:published_time content=2023-01-01>
    <meta property=og:site_name content=Herald><link rel=canonical href=https://a.org/1>
    <meta name=keywords content="sea, storm , sea"><script type=application/ld+json>
    {"@graph": [{"@type": "WebSite", "name": "n"}, {"@type": ["NewsArticle"],
     "headline": "A &amp; b", "author": [{"name": "Ann Lee"}, {"name": "Cy"}],
     "datePublished": "2024-05-03T01:02:03Z"}]}</script><p>text"""
    assert parse(html).metadata == Metadata(
        title="A & b",
        author="Ann Lee, Cy",
        site="Herald",
        date="2024-05-03",
        lang="en",
        url="https://a.org/1",
        tags=("sea", "storm"),
    )
    without = html.replace("ld+json", "x").replace("property=og:title", "name=z")
    assert parse(without).metadata.title == "x | Site"
    assert parse(without).metadata.author == "Bo"
    assert parse(without).metadata.date == "2023-01-01"


def test_the_time_element_of_the_article_is_its_date() -> None:
    html = "<aside><time datetime=2020-01-01>x</time></aside><article><time datetime=2021-02-03>y"
    assert parse(html).metadata.date == "2021-02-03"


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0019)https://a.org/x -->",
        "<!--\n Page saved with SingleFile \n url: https://a.org/x \n"
        " saved date: Thu Mar 10 2022 19:12:36 GMT-0800 (Pacific Standard Time)\n-->",
    ],
)
def test_saved_pages_tell_where_they_come_from_but_not_their_date(comment: str) -> None:
    metadata = parse(f"<html>{comment}<p>x").metadata
    assert (metadata.url, metadata.date) == ("https://a.org/x", None)


@pytest.mark.parametrize(
    "linked",
    ['{"a":' * 50_000, "9" * 6000, '{"@type": "Article", "headline": 5}', "[1, null]", "{", '""'],
)
def test_broken_json_ld_is_passed_over(linked: str) -> None:
    html = f"<title>t</title><script type=application/ld+json>{linked}</script><p>x"
    assert parse(html).metadata.title == "t"


def test_control_codes_in_metadata_are_marked() -> None:
    assert parse("<title>a&#27;]0;b\x07</title><p>x").metadata.title == "a␛]0;b␇"
