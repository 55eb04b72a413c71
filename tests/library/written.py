"""Articles of any blocks, and what a source of ours makes of them once they are written."""

import re
from collections.abc import Sequence

from hypothesis import strategies as st

from reader.cleaning import paragraphs
from reader.cleaning.markdown_marks import without_bullet
from reader.library.article import Article, Block, Form, article
from reader.model import Kind, Label, Line, Metadata, RawDocument
from reader.printable import printable

MARKS = "*_`[]()<>~\\!#+-.:|=&;/'\"1a2 0)"
GATHERED = frozenset({Form.LIST, Form.QUOTE, Form.CODE, Form.TABLE})
_LABELS = {
    Kind.HEADING: Label.HEADING,
    Kind.ITEM: Label.LIST,
    Kind.CAPTION: Label.CAPTION,
    Kind.META: Label.BOILERPLATE,
}


def tidy(text: str) -> str:
    """The text as it is read: printable, one blank between words."""
    return " ".join(printable(text).split())


texts = (
    (st.text(MARKS, min_size=1, max_size=24) | st.text(min_size=1, max_size=24))
    .map(tidy)
    .filter(lambda text: bool(text) and not re.search("[\U0010ff00-\U0010ff7f]", text))
)
entries = texts.filter(lambda text: without_bullet(text) == text)  # it is lost when it is read
code_lines = st.text(MARKS + "\t", max_size=20).map(
    lambda text: printable(text.expandtabs(4)).rstrip()
)


@st.composite
def lists(draw: st.DrawFn) -> Block:
    told = draw(st.lists(st.tuples(entries, st.integers(1, 4)), min_size=1, max_size=6))
    levels: list[int] = []
    for _, level in told:
        levels.append(min(level, (levels[-1] if levels else 0) + 1))
    return Block(Form.LIST, tuple(text for text, _ in told), tuple(levels))


@st.composite
def tables(draw: st.DrawFn) -> Block:
    width = draw(st.integers(2, 4))
    cells = texts.filter(lambda cell: "|" not in cell)
    row = st.tuples(*[cells] * width)
    return Block(Form.TABLE, rows=tuple(draw(st.lists(row, min_size=1, max_size=4))))


blocks = st.one_of(
    texts.map(lambda text: Block(Form.TEXT, (text,))),
    texts.map(lambda text: Block(Form.CAPTION, (text,))),
    st.builds(lambda text, level: Block(Form.HEADING, (text,), (level,)), texts, st.integers(1, 6)),
    st.lists(texts, min_size=1, max_size=3).map(lambda told: Block(Form.QUOTE, tuple(told))),
    st.lists(code_lines, min_size=1, max_size=5)
    .filter(lambda lines: bool(lines[0] and lines[-1]))
    .map(lambda lines: Block(Form.CODE, tuple(lines))),
    lists(),
    tables(),
)


def _parted(found: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without those that would become one with the block above."""
    kept: list[Block] = []
    for block in found:
        if not kept or block.form not in GATHERED or kept[-1].form is not block.form:
            kept.append(block)
    return tuple(kept)


articles = st.builds(
    Article,
    st.builds(Metadata, title=texts, author=texts, date=st.just("2020-02-03"), site=texts),
    st.lists(blocks, max_size=6).map(_parted),
)


def read_again(raw: RawDocument) -> Article:
    """What was written, as its source reads it; no line is set aside but front matter."""
    lines = []
    for text, markup in zip(raw.lines, raw.markup, strict=True):
        label = _LABELS.get(markup.kind, Label.BODY) if text.strip() else Label.BLANK
        lines.append(Line(text, label, "" if label is not Label.BOILERPLATE else "front matter"))
    units = paragraphs(lines, raw.markup, format=raw.format)
    return article(raw.metadata._replace(title=""), lines, units, raw.format)


def whole(written: Article) -> list[Block]:
    """All blocks a reader sees: the title, the byline, the article."""
    title = Block(Form.HEADING, (written.metadata.title,), (1,))
    return [title, Block(Form.TEXT, (written.byline,)), *written.blocks]
