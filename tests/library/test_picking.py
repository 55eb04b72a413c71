import os
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.library.picking import Manner, Picking


def read(data: bytes, picking: Picking) -> Picking:
    """What was read from a pipe that these bytes came through."""
    ours, theirs = os.pipe()
    os.write(theirs, data)
    os.close(theirs)
    picking.read(ours)
    os.close(ours)
    return picking


def test_news_come_with_lines_and_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "lines").write_bytes(b"one\ntwo")
    heard: list[tuple[int, bool]] = []
    picking = Picking()
    descriptor = os.open(tmp_path / "lines", os.O_RDONLY)
    picking.read(descriptor, lambda: heard.append((len(picking), picking.ended)))
    os.close(descriptor)
    assert heard == [(1, False), (2, True)]
    assert [picking.text(row) for row in range(2)] == ["one", "two"]


def test_what_cannot_be_read_is_told_and_what_came_is_kept() -> None:
    picking = Picking()
    folder = os.open("/", os.O_RDONLY)
    with pytest.raises(SourceError, match="standard input cannot be read: Is a directory"):
        picking.read(folder)
    os.close(folder)
    assert picking.ended


def test_the_best_come_with_what_made_them_match() -> None:
    picking = read(b"fog\nthe \xffwall\nwall", Picking())
    best = picking.best("wall", 5)
    assert [(line.row, line.text, line.positions) for line in best] == [
        (2, "wall", (0, 1, 2, 3)),
        (1, "the \udcffwall", (5, 6, 7, 8)),
    ]
    assert picking.best("wall", 1) == best[:1]
    assert picking.raw(1) == b"the \xffwall"


def test_lines_may_end_with_nul_and_hold_newlines() -> None:
    picking = read(b"a\nb\0c\0", Picking(separator="\0"))
    assert [picking.raw(row) for row in range(len(picking))] == [b"a\nb", b"c"]
    assert [line.text for line in picking.best("b", None)] == ["a\nb"]


def test_a_long_line_is_decoded_only_so_far() -> None:
    picking = read("é".encode() * 5000, Picking())
    assert picking.text(0, 10) == "é" * 10


def test_its_manner_is_that_of_every_query() -> None:
    picking = read(b"wall\nw all\n", Picking(Manner(exact=True)))
    picking.prepare()
    picking.index()
    assert [line.text for line in picking.best("wall", None)] == ["wall"]
    assert picking.positions("w all", "all") == (2, 3, 4)
