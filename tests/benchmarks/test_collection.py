"""A generated collection is the same whenever it is made, and like real ones in what matters."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.collection import PAGES_A_SITE, fill, pages
from reader.cleaning import language, level
from reader.sources import parse_html


def test_the_same_numbers_give_the_same_pages() -> None:
    assert list(pages(30)) == list(pages(40))[:30]
    assert dict(pages(3)) != dict(pages(3, html=True))


def test_the_pages_of_a_site_share_its_menu_and_nothing_of_their_articles() -> None:
    texts = [text for _, text in pages(40)]
    counts = Counter(line for text in texts for line in set(text.split("\n")) if line)
    shared = [line for line, count in counts.items() if count == len(texts)]
    assert len(shared) >= 10
    assert all(level(counts[line], len(texts)) for line in shared)
    assert max(counts[line] for text in texts for line in text.split("\n") if len(line) > 120) == 1


def test_rare_words_grow_with_the_collection() -> None:
    few = {word for _, text in pages(50) for word in text.split()}
    many = {word for _, text in pages(500) for word in text.split()}
    assert len(many) > 2.5 * len(few)


def test_articles_look_like_those_of_a_language() -> None:
    texts = [text for _, text in pages(20)]
    assert Counter(map(language, texts)).most_common(1)[0][0] == "en"


def test_a_page_of_html_says_what_the_same_page_of_text_says() -> None:
    ((_, plain),) = pages(1)
    ((_, html),) = pages(1, html=True)
    lines = {line for line in parse_html(html).lines if line}
    said = {line for line in plain.split("\n") if len(line) > 120}
    assert said
    assert said <= lines


@pytest.mark.parametrize("html", [False, True])
def test_a_folder_is_filled_once(tmp_path: Path, html: bool) -> None:
    size = fill(tmp_path, 3, html)
    files = sorted(tmp_path.rglob("*.*"))
    times = [path.stat().st_mtime_ns for path in files]
    assert size == sum(len(path.read_text("utf-8")) for path in files)
    assert fill(tmp_path, 3, html) == size
    assert [path.stat().st_mtime_ns for path in files] == times
    assert {path.parent.name for path in files} == {"site00000"}
    assert PAGES_A_SITE > 3
