"""The range of a link is its text as it is tidied, wherever the block's other text stands."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.anchored import Piece, by_line, flowing

TEXTS = st.text(st.sampled_from("ab \n\t\r\u00a0\u3000\x1c-"), max_size=6)
PIECES = st.lists(st.tuples(TEXTS, st.sampled_from([None, "x", "y"])), max_size=8)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("see ", None), (" the  sea", "x"), (" now", None)], [(0, 4, 11, "x")]),
        ([("a", "x"), (" ", None), ("b", "x")], [(0, 0, 1, "x"), (0, 2, 3, "x")]),
        ([("one ", "x"), ("and", "x"), ("two", "y")], [(0, 0, 7, "x"), (0, 7, 10, "y")]),
        ([("  ", "x"), ("a", None), ("", "y")], []),
    ],
)
def test_links_stand_where_the_tidied_line_has_them(
    pieces: list[Piece], expected: list[tuple[int, int, int, str]]
) -> None:
    assert list(flowing(pieces)) == expected


@given(PIECES)
def test_the_text_of_a_range_is_the_text_of_the_link(pieces: list[Piece]) -> None:
    line = " ".join("".join(text for text, _ in pieces).split())
    groups = groupby(pieces, key=lambda piece: piece[1])
    told = [(" ".join("".join(text for text, _ in some).split()), href) for href, some in groups]
    found = [(line[start:end], href) for _, start, end, href in flowing(pieces)]
    assert found == [(text, href) for text, href in told if href and text]


@given(PIECES)
def test_so_it_is_where_lines_are_kept(pieces: list[Piece]) -> None:
    text = "".join(text for text, _ in pieces).replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    owners = [href for piece, href in _normal(pieces) for _ in piece]
    place = [0]
    for line in lines:
        place.append(place[-1] + len(line) + 1)
    covered = set()
    for number, start, end, href in by_line(pieces):
        passage = lines[number + first][start:end]
        assert passage
        assert passage == passage.strip()
        begin = place[number + first] + start
        linked = [at for at in range(begin, begin + len(passage)) if not text[at].isspace()]
        assert {owners[at] for at in linked} == {href}
        covered.update(linked)
    wanted = {at for at, href in enumerate(owners) if href and not text[at].isspace()}
    assert covered == wanted


def _normal(pieces: list[Piece]) -> list[Piece]:
    """The pieces with plain line ends, one that two of them share given to the first."""
    found: list[Piece] = []
    returned = False
    for text, href in pieces:
        own = text[1:] if returned and text.startswith("\n") else text
        returned = own.endswith("\r") if text else returned
        found.append((own.replace("\r\n", "\n").replace("\r", "\n"), href))
    return found
