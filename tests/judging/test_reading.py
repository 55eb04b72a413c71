"""Labels of public pages, given by reading them."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.sources import parse_html
from tools.judge.pages import PAGES, PUBLISHED, Page
from tools.judge.reading import as_in, as_read, hashed, read

LINES = ("Share", "The ferry was late.", "Share", "• Share", "Nobody minded.")


def page(*lines: str, style: str = PAGES, labels: tuple[str, ...] = ()) -> Page:
    return Page("one", "read", "site", style, "", lines, labels or ("?",) * len(lines), {})


def test_the_labels_of_a_page_go_by_its_lines_and_in_their_order(tmp_path: Path) -> None:
    file = tmp_path / "read.labels"
    share, late = hashed("Share"), hashed("The ferry was late.")
    file.write_text(f"one x {share} c {late} {share} u {share}\ntwo\n")
    known = read(file)
    labels = as_read(page(*LINES), known).labels
    assert labels == ("boilerplate", "content", "content", "unsure", "boilerplate")
    assert as_read(replace(page(*LINES), name="two"), known).labels == ("boilerplate",) * 5


def test_a_text_has_the_labels_of_its_page_and_none_for_parts_of_lines() -> None:
    labels = ("boilerplate", "content", "content", "unsure", "boilerplate")
    text = page("Share", "", "The ferry was", "late.", "Theferrywaslate.", style="blocks")
    assert as_in(text, page(*LINES, labels=labels)).labels == (
        "boilerplate", "blank", "unsure", "unsure", "content",
    )  # fmt: skip


def test_spaces_and_bullets_make_no_other_line() -> None:
    assert hashed("  • The ferry") == hashed("Theferry") != hashed("The fairy")


def test_what_is_no_label_and_no_hash_is_named(tmp_path: Path) -> None:
    file = tmp_path / "read.labels"
    file.write_text("one c 012345\ntwo c later\n")
    with pytest.raises(ValueError, match=r"read\.labels, line 2: 'later'"):
        read(file)


@pytest.mark.slow
def test_every_public_page_was_read(shared: Path) -> None:
    known = read()
    found, missing = 0, 0
    for name in ("dev_html", "dev_segments_html"):
        with gzip.open(shared / "bench" / "cleaning" / f"{name}.jsonl.gz", "rt") as records:
            for record in map(json.loads, records):
                if record["source"] != PUBLISHED:
                    lines = {hashed(line) for line in parse_html(record["html"]).lines}
                    labels = known[record["id"]]
                    found, missing = found + len(labels), missing + len(labels.keys() - lines)
    assert missing < found / 1000
