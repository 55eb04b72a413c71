"""What a file's name tells before the file is opened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.format import Format
from reader.sources.names import MOSTLY, NO_READER, NOT_TEXT, PAGE_PARTS, refusal, suffix
from reader.sources.parse import formats


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.txt", ".txt"),
        ("A.HTML", ".html"),
        ("sub.d/a", ""),
        ("sub.d/a.b.md", ".md"),
        (".txt", ""),
        ("in/.txt", ""),
        ("dot.txt.", ""),
        ("page.txt ", ".txt"),
        ("page.php?id=3", ".php?id=3"),
        ("", ""),
    ],
)
def test_an_ending_is_what_follows_the_last_dot_of_the_last_part(name: str, ending: str) -> None:
    assert suffix(name) == ending


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.png", "not a text document (.png)"),
        ("in.txt/b.CSS", "part of a page, not a document (.css)"),
        ("c.json", "no reader for .json files"),
        ("d.txt~", "backup copy of an editor"),
        ("in/#d.txt#", "backup copy of an editor"),
    ],
)
def test_some_names_are_no_documents_for_a_reason(name: str, reason: str) -> None:
    assert refusal(name) == reason


@pytest.mark.parametrize(
    "name", ["e", "f.unknown", "page.php?id=1", "#", "~", "#1.txt", "in~/a", ""]
)
def test_what_a_name_does_not_rule_out_its_bytes_will_tell(name: str) -> None:
    assert refusal(name) is None


@pytest.mark.parametrize("format", formats().values(), ids=formats())
def test_an_ending_that_a_format_reads_is_not_refused(format: Format) -> None:
    assert [suffix(f"a{ending}") for ending in format.suffixes] == list(format.suffixes)
    assert not format.suffixes & (NOT_TEXT | PAGE_PARTS | NO_READER)


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(sorted(NOT_TEXT)))
def test_the_folders_and_the_case_of_a_name_do_not_matter(folder: str, ending: str) -> None:
    name = f"picture{ending}"
    assert refusal(f"{folder}/{name.upper()}") == refusal(name) == f"not a text document ({ending})"


def test_the_endings_of_most_documents_are_refused_to_none() -> None:
    assert not {suffix(f"page{ending}") for ending in MOSTLY} & (NOT_TEXT | PAGE_PARTS | NO_READER)
