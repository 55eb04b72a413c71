"""Lines that say who wrote the article."""
# ruff: noqa: RUF001 — marks of other scripts, as pages write them

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.bylines import byline, looks_like_name


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Mara Lind", "Mara Lind"),
        ("By MARA LIND, Staff Writer", "MARA LIND"),
        ("By Mara Lind and Jens Ohl", "Mara Lind and Jens Ohl"),
        ("By the Quay Post world desk", "Quay Post world desk"),
        ("Von Jens Ohl", "Jens Ohl"),
        ("Par Claire Dubois | Publié le 18 juin 2021", "Claire Dubois"),
        ("Por Ana Ruiz, Madrid", "Ana Ruiz"),
        ("Di Marco Rossi", "Marco Rossi"),
        ("Door Jan de Wit", "Jan de Wit"),
        ("Posted by Mara Lind on 3 May 2021", "Mara Lind"),
        ("Posted on May 3, 2021 by Mara Lind", "Mara Lind"),
        ("Mara Lind · 3 May 2021 · 6 min read", "Mara Lind"),
        ("Mara Lind, 3 May 2021", "Mara Lind"),
        ("Text: Jens Ohl", "Jens Ohl"),
        ("文：田中 太郎", "田中 太郎"),
        ("作者：王小明", "王小明"),
        ("By", ""),
        ("3 May 2021 · 6 min read", ""),
        ("Economy | 3 May 2021", ""),
    ],
)
def test_an_author_is_read_out_of_a_byline(line: str, author: str) -> None:
    found = byline(line)
    assert found is not None
    assert found.author == author


@pytest.mark.parametrize(
    "line",
    [
        "By the time he got home it was late.",
        "Par ici la sortie",
        "The ferry is back",
        "By then nobody remembered the name of the ship",
        "On 3 May 2021 the bridge was opened again",
        "",
    ],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert byline(line) is None


@given(st.text(max_size=200))
def test_any_line_may_be_asked(line: str) -> None:
    byline(line)
    looks_like_name(line)
