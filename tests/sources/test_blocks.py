"""Every visible block is a line, and the elements around it say what it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from reader.model import Kind, Markup
from reader.sources import parse_html
from reader.sources.blocks import CELL_CHARACTERS, visible_blocks


def blocks(html: str) -> tuple[list[str], list[Markup]]:
    body = LexborHTMLParser(html).body
    assert body is not None
    return visible_blocks(body)


def lines(html: str) -> list[str]:
    return blocks(html)[0]


def markup(html: str) -> list[Markup]:
    return blocks(html)[1]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>one <b>two</b>\n three<p>four", ["one two three", "four"]),
        ("<p>one<br>two<br><br>three", ["one", "two", "three"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<p>a&amp;b&nbsp;c &eacute;", ["a&b c é"]),
        ("<p>a<!-- b --><!-- <p>c -->d", ["ad"]),
        ("<pre>\n x\n\n  y\n</pre>", [" x", "", "  y"]),
        ("<pre>a<br>b\r\n<b>c</b>  </pre>", ["a", "b", "c"]),
        ("<nav><a href=1>Home</a><a href=2>News</a></nav><p>x", ["Home News", "x"]),
        ("<p><button>Save</button><button>Share</button>it<img src=x>now", ["Save Share it now"]),
        ("<p> <br> &nbsp; <hr></p>", []),
    ],
)
def test_a_line_is_a_visible_block(html: str, expected: list[str]) -> None:
    assert lines(html) == expected


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>x</script><style>y</style><noscript>z</noscript>",
        "<template>x</template><svg><text>y</text></svg><textarea>z</textarea>",
        "<select><option>x</option></select><video>y</video>",
        "<span hidden>x</span>",
        "<b aria-hidden=' True '>x</b>",
        "<i style='color: red; DISPLAY : none'>x</i>",
        "<i style='visibility:hidden'>x <b>y</b></i>",
    ],
)
def test_what_nobody_sees_is_no_text(unseen: str) -> None:
    assert lines(f"<p>a{unseen}b") == ["ab"]


def test_a_dialog_is_seen_when_it_is_open() -> None:
    assert lines("<dialog>a</dialog><dialog class=x>b</dialog><dialog open>c</dialog>") == ["c"]


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


def test_a_long_text_in_cells_is_no_row_of_figures() -> None:
    def cells(length: int) -> str:
        return f"<table><tr><td>{'x' * length}<td>{'y' * length}</table>"

    assert len(lines(cells(CELL_CHARACTERS))) == 1
    assert len(lines(cells(CELL_CHARACTERS + 1))) == 2


inline = st.sampled_from(
    ["{}", "<b>{}</b>", "<a href=x>{}</a>", "<span>{}</span>", "<i hidden></i>{}"]
)
boxes = st.sampled_from(
    [
        "<div>{}</div>",
        "<section>{}<p>w</p></section>",
        "<ul><li>{}</li><li>w</li></ul>",
        "<blockquote>{}</blockquote>",
        "<pre>{}</pre>",
        "<h3>{}</h3>",
        "<nav>w<br>{}</nav>",
        "<table><tr><td>w</td><td>{}</td></tr></table>",
        "<!-- no text -->{}<script>none</script>",
    ]
)
words = inline.map(lambda around: around.format(" w "))
pages = st.recursive(
    words,
    lambda inner: st.tuples(boxes, st.lists(inner, max_size=3)).map(
        lambda made: made[0].replace("{}", " w ".join(made[1]))
    ),
    max_leaves=12,
)


@given(st.lists(pages).map("".join))
def test_no_visible_word_is_lost_and_none_is_shown_twice(page: str) -> None:
    numbers = iter(range(10_000))
    numbered = "".join(
        f"w{next(numbers)}" if part == "w" else part for part in re.split(r"\b(w)\b", page)
    )
    shown = " ".join(lines(numbered)).replace("|", " ").split()
    assert shown == re.findall(r"\bw\d+", numbered)


@given(st.lists(pages).map("".join))
def test_every_line_has_a_markup_and_a_share_of_links(page: str) -> None:
    made, marks = blocks(page)
    assert len(made) == len(marks)
    assert all(
        0 <= mark.links <= 1 and "\n" not in line for line, mark in zip(made, marks, strict=True)
    )


def test_a_line_knows_the_elements_around_it_the_nearest_first() -> None:
    page = '<body class="page"><div id="story"><p class="lead">One</p><p>Two</p></div></body>'
    one, two = parse_html(page).markup
    assert one.names.split("\n") == ["p lead ", "div  story"]
    assert one.path[1:] == two.path[1:]
    assert one.path[0] != two.path[0]
    assert len(one.path) <= 4


def test_names_of_any_length_are_cut() -> None:
    (mark,) = parse_html(f'<p class="{"x" * 1000}">One</p>').markup
    assert all(len(name) <= 80 for name in mark.names.split("\n"))
