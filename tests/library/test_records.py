"""Cleaning without a collection: records, and files named one by one."""

import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.library.records import (
    Cleaned,
    clean_files,
    clean_record,
    clean_records,
    record,
)
from reader.model import Label
from tests.library.folders import FOOTER, MENU, fill, opened, page

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
pages = st.builds(page, st.integers(0, 9))


def labels(cleaned: Cleaned | SourceError) -> list[Label]:
    assert isinstance(cleaned, Cleaned)
    return [line.label for line in cleaned.judged.lines]


def test_a_record_is_judged_and_its_article_set() -> None:
    cleaned = clean_record(record(page(1), None))
    assert cleaned.judged.metadata.title == "The bakery that nobody wanted, part 1"
    assert cleaned.text.startswith("The bakery stood empty for 4 years")
    assert cleaned.words == len(cleaned.text.split())
    assert [
        unit.text for unit in cleaned.paragraphs if unit.label is Label.BODY
    ] == cleaned.text.split("\n\n")


@given(any_text | pages)
def test_every_line_of_a_record_is_there_once_and_in_order(text: str) -> None:
    cleaned = clean_record(record(text, None))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [line.text for line in cleaned.judged.lines] == lines


def test_the_markup_of_a_record_wins_over_its_text() -> None:
    assert record("text", "<p>markup</p>").lines == ("markup",)
    assert record("text", "").lines == ()
    assert record(None, None).lines == record("", None).lines


def test_the_address_of_a_record_is_known_and_no_address_hides_none() -> None:
    html = '<html><head><link rel="canonical" href="https://a.example/1"></head><p>Text.</p></html>'
    assert record("text", None, "https://b.example/2").metadata.url == "https://b.example/2"
    assert record(None, html, "https://b.example/2").metadata.url == "https://b.example/2"
    assert record(None, html).metadata == record(None, html, "").metadata


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(any_text | pages, st.sampled_from("ab")), max_size=8), st.randoms())
def test_the_order_of_records_does_not_matter(
    records: list[tuple[str, str]], random: Random
) -> None:
    order = list(range(len(records)))
    random.shuffle(order)
    raws = [record(text, None) for text, _ in records]
    folders = [folder for _, folder in records]
    one = list(clean_records(raws, folders))
    other = list(clean_records([raws[n] for n in order], [folders[n] for n in order]))
    assert [one[n] for n in order] == other


BANNER = "Somebody wrote this sentence below each of the stories, and nobody knows who it was."


def bannered(*others: str) -> list[str]:
    """Pages with a sentence below their first paragraph, without these lines."""
    texts = [page(n).replace("\nWord", f"\n{BANNER}\n\nWord") for n in range(8)]
    return ["\n".join(line for line in text.split("\n") if line not in others) for text in texts]


def test_pages_that_share_their_clutter_are_one_site_from_whatever_folder_they_come() -> None:
    raws = [record(text, None) for text in bannered()]
    together = list(clean_records(raws, ["a"] * 8))
    assert all(BANNER not in cleaned.text for cleaned in together)
    assert list(clean_records(raws, list("abcdefgh"))) == together
    assert any(BANNER in clean_record(raw).text for raw in raws)


def test_pages_with_too_little_clutter_are_one_site_with_those_of_their_folder() -> None:
    raws = [record(text, None) for text in bannered(*MENU, *FOOTER)]
    together = list(clean_records(raws, ["a"] * 8))
    apart = list(clean_records(raws, list("abcdefgh")))
    assert all(BANNER not in cleaned.text for cleaned in together)
    assert any(BANNER in cleaned.text for cleaned in apart)
    assert apart == [clean_record(raw) for raw in raws]


def test_pages_of_one_site_are_one_site_from_whatever_folder_they_come() -> None:
    raws = [record(page(n), None, f"https://a.example/{n}") for n in range(4)]
    assert list(clean_records(raws, list("abcd"))) == list(clean_records(raws, ["a"] * 4))


def test_files_are_answered_in_their_order_and_those_unread_in_their_place(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(2))
    os.mkfifo(docs / "pipe.txt")
    (docs / "program.txt").write_bytes(b"\x7fELF\0\0")
    (docs / "loop.txt").symlink_to("loop.txt")
    names = ["program.txt", "001.txt", "absent.txt", "pipe.txt", "000.txt", "loop.txt", "001.txt"]
    for alone in (False, True):
        answers = list(clean_files([docs / name for name in names], alone))
        assert [path.name for path, _ in answers] == names
        errors = {path.name: answer for path, answer in answers if isinstance(answer, SourceError)}
        assert list(errors) == ["program.txt", "absent.txt", "pipe.txt", "loop.txt"]
        assert all(error.reason for error in errors.values())


def test_files_cleaned_together_are_labelled_as_in_a_collection(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(6))
    with opened(tmp_path / "home", docs) as library:
        pages = [library.page(row) for row in library.rows(0, 10)]
    cleaned = [answer for _, answer in clean_files(sorted(docs.iterdir()), alone=False)]
    assert [labels(answer) for answer in cleaned] == [
        [line.label for line in page.lines] for page in pages
    ]


def test_alone_a_file_is_judged_as_if_there_were_no_other(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(4))
    [(_, one)] = clean_files([docs / "000.txt"], alone=False)
    alone = [answer for _, answer in clean_files(sorted(docs.iterdir()), alone=True)]
    assert alone[0] == one


@pytest.mark.parametrize("line", [*MENU, *FOOTER])
def test_what_stands_on_all_files_is_set_aside(line: str, tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(6))
    for _, cleaned in clean_files(sorted(docs.iterdir()), alone=False):
        assert isinstance(cleaned, Cleaned)
        assert line not in cleaned.text.split("\n")
        assert line in {shown.text for shown in cleaned.judged.lines}


def test_what_was_cleaned_can_be_written_kept_and_explained() -> None:
    cleaned = clean_record(record(None, "<nav>Home</nav><article><h1>Sea</h1><p>Salt.</article>"))
    assert cleaned.kept("raw") == ["Home", "Sea", "Salt."]
    assert cleaned.kept("removed") == ["Home"]
    assert cleaned.kept_article("removed").blocks[0].texts == ("Home",)
    assert [block.texts for block in cleaned.article.blocks] == [("Salt.",)]
    assert len(cleaned.explained()) == 3
