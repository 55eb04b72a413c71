from collections.abc import Iterator

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.library.article import Article, Block, Form
from reader.library.as_markdown import NUMBERED, as_markdown
from reader.model import Metadata
from reader.sources.formats.markdown import parse
from tests.library.written import articles, read_again, whole

COMMON_MARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def written(*blocks: Block, **known: str) -> str:
    return "\n".join(as_markdown(Article(Metadata(**known), blocks)))  # type: ignore[arg-type]


def text(line: str) -> str:
    return written(Block(Form.TEXT, (line,)))


def as_read(block: Block) -> Block:
    """What Markdown can say of a block: a caption is emphasis, the first row is the head."""
    if block.form is Form.CAPTION:
        return block._replace(form=Form.TEXT)
    return block._replace(headed=block.form is Form.TABLE)


@settings(max_examples=300, deadline=None)
@given(articles)
def test_any_article_reads_back_the_same(article: Article) -> None:
    raw = parse("\n".join(as_markdown(article)))
    assert list(read_again(raw).blocks) == [as_read(block) for block in whole(article)]
    assert raw.notes == ()


@settings(deadline=None)
@given(st.text())
@example("\\\U0001fffe\U0010ffff\\u\\\\\U0001ffff")
def test_front_matter_says_to_yaml_what_is_known(url: str) -> None:
    front = "\n".join(as_markdown(Article(Metadata(url=url), ()))).strip("-")
    assert (yaml.safe_load(front) or {"url": ""})["url"] == url


@settings(max_examples=200, deadline=None)
@given(articles)
def test_any_article_says_the_same_to_another_reader_of_markdown(article: Article) -> None:
    tokens = COMMON_MARK.parse("\n".join(as_markdown(article, front=False)))
    said = [shown(token) for token in tokens if token.type in ("inline", "fence")]
    assert said == [article.metadata.title, article.byline, *filter(None, spoken(article))]
    assert not {token.type for token in tokens} & {"html_block", "code_block", "hr"}


def shown(token: Token) -> str:
    """The text of a paragraph, a cell or code, without anything that marks it up."""
    if token.type == "fence":
        return token.content.rstrip("\n")
    texts = [child for child in token.children or () if not child.type.startswith("em_")]
    assert {child.type for child in texts} <= {"text"}
    return " ".join("".join(child.content for child in texts).split())


def spoken(article: Article) -> Iterator[str]:
    """The text of each paragraph, cell or block of code; numbers of entries are markup."""
    for block in article.blocks:
        if block.form is Form.CODE:
            yield "\n".join(block.texts)
        elif block.form is Form.LIST:
            yield from (NUMBERED.sub("", text, count=1) for text in block.texts)
        else:
            yield from block.texts
        for row in block.rows:
            yield from row


def test_the_head_tells_what_is_known() -> None:
    article = Article(
        Metadata(
            'A "wall": #1',
            "Ann Smith",
            "Lamps",
            "2020-02-03",
            "en",
            "http://x.example/",
            ("sea", "a: b"),
        ),
        (),
    )
    assert list(as_markdown(article)) == [
        "---",
        'title: "A \\"wall\\": #1"',
        'author: "Ann Smith"',
        "date: 2020-02-03",
        'site: "Lamps"',
        'url: "http://x.example/"',
        'lang: "en"',
        'tags: ["sea", "a: b"]',
        "---",
        "",
        '# A "wall": #1',
        "",
        "Ann Smith · 2020-02-03 · Lamps",
    ]  # fmt: skip
    assert parse("\n".join(as_markdown(article))).metadata == article.metadata
    assert next(as_markdown(article, front=False)) == '# A "wall": #1'


def test_nothing_is_written_of_nothing() -> None:
    assert written() == ""


@pytest.mark.parametrize(
    ("read", "marked"),
    [
        ("# no heading", "\\# no heading"),
        ("#tag", "#tag"),
        ("1986. A good year", "1986\\. A good year"),
        ("- no entry", "\\- no entry"),
        ("-5 degrees", "-5 degrees"),
        ("---", "\\---"),
        ("> no quote", "\\> no quote"),
        ("2 * 3 * 4", "2 \\* 3 \\* 4"),
        ("snake_case and _soft_", "snake_case and \\_soft\\_"),
        ("[x](y) and ![x](y)", "\\[x\\](y) and !\\[x\\](y)"),
        ("a < b and <b>", "a < b and \\<b>"),
        ("salt & pepper, &amp;", "salt & pepper, \\&amp;"),
        ("C:\\Users\\*", "C:\\Users\\\\\\*"),
        ("the end\\", "the end\\\\"),
        ("```", "\\`\\`\\`"),
    ],
)
def test_only_what_would_be_markup_is_escaped(read: str, marked: str) -> None:
    assert text(read) == marked


def test_lists_stand_in_lists() -> None:
    block = Block(Form.LIST, ("1. one", "inside", "deeper", "2) two"), (1, 2, 3, 1))
    assert written(block) == "1. one\n   - inside\n     - deeper\n2) two"


def test_a_fence_is_longer_than_any_inside() -> None:
    block = Block(Form.CODE, ("````", "x = 1", "````"), language="python")
    assert written(block) == "`````python\n````\nx = 1\n````\n`````"


def test_a_table_is_a_table() -> None:
    block = Block(Form.TABLE, rows=(("a", "b|c"), ("1", "")))
    assert written(block) == "| a | b\\|c |\n| --- | --- |\n| 1 |  |"


def test_a_caption_is_soft_and_a_heading_ends_where_it_ends() -> None:
    blocks = Block(Form.CAPTION, ("The *quay*",)), Block(Form.HEADING, ("C #",), (3,))
    assert written(*blocks) == "*The \\*quay\\**\n\n### C \\#"
