"""What holds for every document, however strange."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning import (
    Repetition,
    fingerprints,
    judge,
    paragraphs,
    site_of,
    text,
    words,
)
from reader.model import Kind, Label, Markup, Metadata, RawDocument
from tests.cleaning.pages import BRIDGE, CONTENT

LINE = st.one_of(
    st.text(max_size=80).filter(lambda line: "\n" not in line),
    st.sampled_from(BRIDGE.split("\n")),
    st.sampled_from(
        ["", "  ", "- one", "# head", "3 May 2021", "By Mara Lind", "»", "Home » A » B"]
    ),
)
MARKUP = st.builds(
    Markup,
    kind=st.sampled_from(Kind),
    level=st.integers(min_value=0, max_value=6),
    region=st.sampled_from(["", "article", "main", "nav", "header", "footer", "aside", "form"]),
    links=st.floats(min_value=0, max_value=1),
)


@st.composite
def documents(draw: st.DrawFn) -> RawDocument:
    lines = tuple(draw(st.lists(LINE, max_size=25)))
    marks = tuple(draw(MARKUP) if draw(st.booleans()) else Markup() for _ in lines)
    title = draw(st.sampled_from(["", "Bridge to close for repairs", "x | y", "\x00"]))
    format = draw(st.sampled_from(["text", "html", "markdown"]))
    return RawDocument(format, lines, marks, Metadata(title=title, lang="en"))


@given(documents(), st.integers(min_value=1, max_value=6))
@settings(max_examples=150, deadline=None)
def test_every_line_is_there_once_in_order_with_a_label_and_a_reason(
    raw: RawDocument, pages: int
) -> None:
    counts = dict.fromkeys(fingerprints(raw.lines[::2]), pages)
    result = judge(raw, Repetition(pages, counts))
    assert tuple(line.text for line in result.lines) == raw.lines
    titles = [index for index, line in enumerate(result.lines) if line.label is Label.TITLE]
    assert titles == list(range(titles[0], titles[-1] + 1)) if titles else True
    for line in result.lines:
        assert (line.label is Label.BLANK) == (not line.text.strip())
        assert (line.score is None) == (line.label is Label.BLANK)
        assert line.score is None or 0 <= line.score <= 1
        assert line.reason or line.label is not Label.BOILERPLATE


@given(documents())
@settings(max_examples=100, deadline=None)
def test_no_document_with_letters_comes_out_empty(raw: RawDocument) -> None:
    lines = judge(raw).lines
    set_aside = [
        line
        for line, markup in zip(lines, raw.markup, strict=True)
        if line.label is Label.BOILERPLATE and markup.kind is not Kind.META
    ]
    shown = CONTENT | {Label.TITLE, Label.BYLINE, Label.DATE}
    assert not set_aside or any(line.label in shown for line in lines)


@given(documents())
@settings(max_examples=100, deadline=None)
def test_paragraphs_cover_every_line_that_is_not_blank_in_order(raw: RawDocument) -> None:
    lines = judge(raw).lines
    units = paragraphs(lines, raw.markup, raw.format)
    covered = [index for unit in units for index in range(unit.first, unit.last + 1)]
    assert covered == sorted(set(covered))
    left = set(range(len(lines))) - set(covered)
    assert all(lines[index].label is Label.BLANK for index in left)
    for unit in units:
        assert {lines[index].label for index in range(unit.first, unit.last + 1)} <= {
            unit.label,
            Label.BLANK,
        }
    assert words(units) >= 0
    assert isinstance(text(units), str)


@given(documents())
@settings(max_examples=50, deadline=None)
def test_judging_twice_gives_the_same(raw: RawDocument) -> None:
    assert judge(raw) == judge(raw)


@given(st.text(max_size=60), st.text(max_size=20))
def test_every_document_has_a_site_key(url: str, folder: str) -> None:
    raw = RawDocument("text", (), (), Metadata(url=url))
    assert isinstance(site_of(raw, folder), str)
