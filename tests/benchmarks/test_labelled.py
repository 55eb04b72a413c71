import gzip
import json
from pathlib import Path

from benchmarks.labelled import corpus, public, unseen

KNOWN = {"content", "boiler", "title", "byline", "date", "blank", "mixed"}


def packed(path: Path, *records: dict[str, object]) -> None:
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, records)).encode()))


def test_pages_of_ours_have_a_known_label_for_each_line_and_mostly_an_article() -> None:
    pages = [*unseen(), *corpus()]
    assert len(pages) > 100
    for page in pages:
        assert set(page.labels) <= KNOWN, page.name
        assert len(page.lines) == len(page.labels)
    assert all(page.article.strip() for page in unseen())


def test_some_pages_of_ours_have_their_html() -> None:
    assert any("<" in page.html for page in unseen())


def test_a_fact_that_is_not_known_is_empty() -> None:
    assert all("none" not in (page.author, page.date, page.site) for page in unseen())


def test_public_pages_are_taken_by_style_and_by_who_labelled_them(tmp_path: Path) -> None:
    common = {"site": "s", "lang": "en", "reach": 1.0, "title": None, "gold_text": "a"}
    lines = {"lines": ["a", "b"], "labels": ["content", "boiler"]}
    packed(
        tmp_path / "dev.jsonl.gz",
        {"id": "1", "source": "scrapinghub", "style": "blocks", **common, **lines},
        {"id": "1", "source": "scrapinghub", "style": "wet", **common, **lines},
        {"id": "2", "source": "readability", "style": "blocks", **common, **lines},
    )
    packed(tmp_path / "dev_html.jsonl.gz", {"id": "1", "html": "<p>a"})
    (page,) = public(tmp_path, "blocks")
    assert (page.name, page.html, page.title, page.labels) == (
        "1",
        "<p>a",
        "",
        ("content", "boiler"),
    )
    assert [page.html for page in public(tmp_path, "blocks", "readability")] == [""]
