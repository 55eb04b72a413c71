"""An article as a small page of HTML without script or style. Must not know: where it goes."""

from collections.abc import Iterator
from html import escape

from reader.library.article import Article, Block, Form
from reader.library.as_markdown import NUMBERED
from reader.model import Metadata

UNTITLED = "Untitled"


def as_html(article: Article) -> Iterator[str]:
    """The lines of a whole page; all text in it is escaped."""
    metadata = article.metadata
    lang = f' lang="{escape(metadata.lang)}"' if metadata.lang else ""
    yield "<!doctype html>"
    yield f"<html{lang}>"
    yield "<head>"
    yield from _head(metadata)
    yield "</head>"
    yield "<body>"
    yield "<article>"
    if metadata.title:
        yield f"<h1>{escape(metadata.title)}</h1>"
    if article.byline:
        yield f"<p>{escape(article.byline)}</p>"
    for block in article.blocks:
        yield from _written(block)
    yield "</article>"
    yield "</body>"
    yield "</html>"


def _head(metadata: Metadata) -> Iterator[str]:
    yield '<meta charset="utf-8">'
    yield f"<title>{escape(metadata.title or UNTITLED)}</title>"
    named = (
        ("author", metadata.author),
        ("date", metadata.date or ""),
        ("application-name", metadata.site),
        ("keywords", ", ".join(metadata.tags)),
    )
    for name, content in named:
        if content:
            yield f'<meta name="{name}" content="{escape(content)}">'
    if metadata.url.startswith(("http://", "https://")):
        yield f'<link rel="canonical" href="{escape(metadata.url)}">'


def _written(block: Block) -> Iterator[str]:
    if block.form is Form.TABLE:
        yield from _table(block)
    elif block.form is Form.CODE:
        first, *others = [escape(line, quote=False) for line in block.texts]
        yield from (f"<pre><code>{first}", *others)
        yield "</code></pre>"
    elif block.form is Form.LIST:
        yield from _list(block)
    elif block.form is Form.QUOTE:
        yield "<blockquote>"
        yield from (f"<p>{escape(text)}</p>" for text in block.texts)
        yield "</blockquote>"
    elif block.form is Form.CAPTION:
        yield f"<figure><figcaption>{escape(block.texts[0])}</figcaption></figure>"
    else:
        tag = f"h{block.levels[0]}" if block.form is Form.HEADING else "p"
        yield f"<{tag}>{escape(block.texts[0])}</{tag}>"


def _list(block: Block) -> Iterator[str]:
    """Lists in lists; the number of an entry becomes that of the list."""
    open_: list[str] = []  # the lists the entry stands in
    for text, level in zip(block.texts, block.levels, strict=True):
        number = NUMBERED.match(text)
        tag = "ol" if number else "ul"
        while len(open_) > level or (len(open_) == level and open_[-1] != tag):
            yield f"</li></{open_.pop()}>"
        if len(open_) == level:
            yield "</li>"
        else:
            open_.append(tag)
            yield f"<{tag}>"
        if number:
            yield f'<li value="{int(number[1][:-1])}">{escape(text[number.end() :])}'
        else:
            yield f"<li>{escape(text)}"
    while open_:
        yield f"</li></{open_.pop()}>"


def _table(block: Block) -> Iterator[str]:
    yield "<table>"
    for index, row in enumerate(block.rows):
        tag = "th" if block.headed and not index else "td"
        yield "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "</tr>"
    yield "</table>"
