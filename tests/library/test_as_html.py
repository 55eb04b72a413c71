import re

from hypothesis import given, settings

from reader.library.article import Article, Block, Form
from reader.library.as_html import as_html
from reader.library.as_markdown import NUMBERED
from reader.model import Metadata
from reader.sources.formats.html import parse
from tests.library.written import articles, read_again, whole


def written(*blocks: Block) -> str:
    return "\n".join(as_html(Article(Metadata(), blocks)))


def as_read(block: Block) -> Block:
    """What a page of HTML says of a block: the numbers of a list are not in its text."""
    if block.form is not Form.LIST:
        return block
    return block._replace(texts=tuple(NUMBERED.sub("", text, count=1) for text in block.texts))


@settings(max_examples=300, deadline=None)
@given(articles)
def test_any_article_reads_back_the_same(article: Article) -> None:
    raw = parse("\n".join(as_html(article)))
    assert list(read_again(raw).blocks) == [as_read(block) for block in whole(article)]
    assert raw.metadata.title == article.metadata.title
    assert raw.metadata.date == article.metadata.date
    assert raw.notes == ()


@given(articles)
def test_no_element_is_written_that_is_not_ours(article: Article) -> None:
    ours = (
        "html head meta title link body article h1 h2 h3 h4 h5 h6 p ul ol li blockquote pre code"
        " table tr th td figure figcaption"
    )
    page = "\n".join(as_html(article))
    assert page.startswith("<!doctype html>\n<html")
    assert set(re.findall(r"<([^\s>/!]*)", page)) <= set(ours.split()) | {""}


def test_the_page_says_whose_and_when_it_is() -> None:
    article = Article(
        Metadata(
            "A <b>", 'Ann "X"', "Lamps", "2020-02-03", "en", "http://x.example/?a&b", ("sea",)
        ),
        (Block(Form.TEXT, ("1 < 2 & 3",)),),
    )
    assert list(as_html(article)) == [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        "<title>A &lt;b&gt;</title>",
        '<meta name="author" content="Ann &quot;X&quot;">',
        '<meta name="date" content="2020-02-03">',
        '<meta name="application-name" content="Lamps">',
        '<meta name="keywords" content="sea">',
        '<link rel="canonical" href="http://x.example/?a&amp;b">',
        "</head>",
        "<body>",
        "<article>",
        "<h1>A &lt;b&gt;</h1>",
        '<p>Ann &quot;X&quot; · 2020-02-03 · Lamps</p>',
        "<p>1 &lt; 2 &amp; 3</p>",
        "</article>",
        "</body>",
        "</html>",
    ]  # fmt: skip
    assert parse("\n".join(as_html(article))).metadata == article.metadata


def test_an_address_that_would_run_something_is_no_link() -> None:
    article = Article(Metadata(url="javascript:alert(1)"), ())
    assert "alert" not in "\n".join(as_html(article))


def test_lists_stand_in_lists_and_keep_their_numbers() -> None:
    block = Block(Form.LIST, ("3. one", "inside", "4. two", "sign"), (1, 2, 1, 1))
    page = written(block).split("<article>\n")[1].split("\n</article>")[0]
    assert page.split("\n") == [
        "<ol>",
        '<li value="3">one',
        "<ul>",
        "<li>inside",
        "</li></ul>",
        "</li>",
        '<li value="4">two',
        "</li></ol>",
        "<ul>",
        "<li>sign",
        "</li></ul>",
    ]


def test_a_page_without_a_title_is_still_valid() -> None:
    assert "<title>Untitled</title>" in written()
    assert "<h1>" not in written()


def test_the_head_of_a_table_is_its_head() -> None:
    block = Block(Form.TABLE, rows=(("a", "b"), ("1", "2")), headed=True)
    assert "<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr>" in written(block)
