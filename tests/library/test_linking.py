"""The links of a page lead to addresses that may be opened, and to documents that are here."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library import Library, linking
from reader.library.linking import Linking
from reader.model import Page
from reader.sources.parse import PLAINLY
from tests.library.folders import opened, update

CAPTURED = "<link rel=canonical href='https://site.example/{}'>"
WORDS = "The keeper of the light wrote home every week, and his letters were kept by the town. "
FILES = {
    "a.html": f"<head>{CAPTURED.format('a')}</head><h1>One</h1><p>{WORDS}"
    "<a href='b'>the\n other</a> <a href='https://far.example/x y'>far</a> "
    "<a href='javascript:x'>no</a> https://bare.example.",
    "sub/b.html": f"<head>{CAPTURED.format('b/')}</head><h1>Two</h1><p>{WORDS}",
    "c.html": f"<h1>Three</h1><p>{WORDS}<a href='sub/b.html#x'>b</a> <a href='gone.html'>gone</a>"
    " <a href='../../etc/passwd'>up</a> <a href='d%20e'>d</a> <a href='c.html'>self</a>",
    "d e.md": f"# Four\n\n{WORDS}\n[b](sub/b.html) [no](nowhere.md) [one](https://one.example/)"
    " and\nhttps://two.example/ but ![i](https://three.example/i.png)\n",
    "e.md": f"# Marks\n\n{WORDS}\n[a **bold** one](https://one.example/)"
    " [![the mark](https://two.example/m.svg)](https://two.example/)"
    " [![](https://two.example/n.svg)](https://two.example/i.png)\n",
    "f.txt": f"Five\n\n{WORDS}\nhttps://a.example and (https://b.example/).\n",
}


def written(folder: Path) -> Path:
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with opened(tmp_path / "home", written(tmp_path / "docs")) as found:
        yield found


def page(library: Library, name: str) -> Page:
    return library.page(library.document(name).row)


def leads(library: Library, name: str) -> list[tuple[str, str]]:
    opened_page = page(library, name)
    texts = [line.text for line in opened_page.lines]
    links = Linking.of(library).links(opened_page)
    assert list(links) == sorted(links)
    return [(texts[one.line][one.start : one.end], one.url) for one in links]


def to(library: Library, name: str, url: str) -> str | None:
    row = Linking.of(library).document(page(library, name), url)
    return None if row is None else library.documents([row])[0].path


def test_a_page_of_markup_has_the_links_of_its_file(library: Library) -> None:
    assert leads(library, "a.html") == [
        ("the other", "https://site.example/b"),
        ("far", "https://far.example/x%20y"),
        ("https://bare.example", "https://bare.example"),
    ]


def test_a_link_reads_without_marks(library: Library) -> None:
    shown = page(library, "e.md")
    links = Linking.of(library).links(shown)
    assert [linking.text_of(shown, link) for link in links] == [
        "a bold one",
        "the mark",
        "https://two.example/i.png",
    ]


def test_paths_lead_to_documents_that_are_here_or_are_no_links(library: Library) -> None:
    found = [("b", "sub/b.html#x"), ("d", "d%20e"), ("self", "c.html")]
    assert leads(library, "c.html") == found
    assert leads(library, "d e.md")[:2] == [("b", "sub/b.html"), ("one", "https://one.example/")]
    assert [to(library, "c.html", url) for _, url in found] == ["sub/b.html", "d e.md", None]


def test_bare_addresses_are_links_wherever_they_stand(library: Library) -> None:
    assert leads(library, "f.txt") == [
        ("https://a.example", "https://a.example"),
        ("https://b.example/", "https://b.example/"),
    ]
    assert leads(library, "d e.md")[2:] == [
        ("https://two.example/", "https://two.example/"),
        ("i", "https://three.example/i.png"),
    ]


def test_an_address_leads_to_the_document_that_was_captured_there(library: Library) -> None:
    assert to(library, "a.html", "https://site.example/b#part") == "sub/b.html"
    assert to(library, "sub/b.html", "https://site.example/a") == "a.html"
    assert to(library, "a.html", "https://site.example/a") is None
    assert to(library, "a.html", "https://far.example/") is None


def test_a_document_says_where_it_was_captured(library: Library) -> None:
    found = Linking.of(library)
    assert found.own_address(page(library, "a.html")) == "https://site.example/a"
    assert found.own_address(page(library, "c.html")) == ""


def test_a_file_that_changed_or_is_gone_misleads_nobody(library: Library) -> None:
    before = page(library, "a.html")
    file = Path(library.path(before.document))
    text = file.read_text("utf-8")
    file.write_text(text.replace("the\n other", "quite another"), "utf-8")
    assert [url for _, url in leads(library, "a.html")] == ["https://bare.example"]
    file.write_text("<p>short", "utf-8")
    assert [url for _, url in leads(library, "a.html")] == ["https://bare.example"]
    file.unlink()
    assert [url for _, url in leads(library, "a.html")] == ["https://bare.example"]


def test_ranges_hold_in_lines_as_they_are_kept(tmp_path: Path) -> None:
    text = f"<h1>Odd</h1><p>{WORDS}a\u00adb\x9bc <a href='https://d.example'>d\u00ade\u202ef</a> g"
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "odd.html").write_text(text, "utf-8")
    with opened(tmp_path / "home", folder) as library:
        assert leads(library, "odd.html") == [("de<202E>f", "https://d.example")]


def test_what_was_read_plainly_is_not_read_otherwise(library: Library) -> None:
    plain = page(library, "a.html")._replace(notes=(PLAINLY,))
    found = Linking.of(library).links(plain)
    assert [link.url for link in found] == ["https://bare.example"]


@pytest.mark.parametrize("piece", ["http://a ", "[a](http://b) ", "[", "<a href=b>c</a>"])
@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_documents_of_nothing_but_links_are_soon_opened(
    tmp_path: Path, piece: str, ending: str
) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / f"a.{ending}").write_text(piece * (1_000_000 // len(piece)), "utf-8")
    with opened(tmp_path / "home", folder) as library:
        update(library)
        opened_page = page(library, f"a.{ending}")
        began = time.process_time()
        assert len(Linking.of(library).links(opened_page)) <= linking.MOST
        assert time.process_time() - began < 10
