from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.rest import GONE, NEAR, PIECE, Rest, start_of_line

ENCODINGS = st.sampled_from(
    ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1", "shift_jis"]
)
LINES = st.lists(
    st.tuples(st.sampled_from(["sea ", "fog", "\n", "\r\n", "ab\ncd\n"]), st.integers(1, 9_000)),
    max_size=6,
)
WIDE = st.lists(
    st.tuples(st.sampled_from(["海", "é", "𝄞", "e\u0301", " "]), st.integers(1, 9_000)), max_size=6
)


def written(folder: Path, data: bytes) -> Path:
    path = folder / "long.txt"
    path.write_bytes(data)
    return path


def text_of(runs: list[tuple[str, int]]) -> str:
    return "".join(piece * count for piece, count in runs)


@given(LINES, ENCODINGS)
def test_the_pieces_are_the_text(
    tmp_path_factory: pytest.TempPathFactory, runs: list[tuple[str, int]], encoding: str
) -> None:
    text = text_of(runs)
    path = written(tmp_path_factory.mktemp("rest"), text.encode(encoding))
    rest = Rest(path, 0, path.stat().st_size, encoding)
    # a line end of two bytes may be parted by the end of a piece
    assert "".join(rest).replace("\n\n", "\n") == text.replace("\r\n", "\n").replace("\n\n", "\n")


@given(WIDE, st.integers(0, 40_000))
def test_no_character_is_parted_wherever_it_begins(
    tmp_path_factory: pytest.TempPathFactory, runs: list[tuple[str, int]], start: int
) -> None:
    data = text_of(runs).encode()
    path = written(tmp_path_factory.mktemp("rest"), data)
    rest = Rest(path, min(start, len(data)), len(data), "utf-8")
    assert "".join(rest) == data[rest.start :].decode()
    assert min(start, len(data)) - 4 < rest.start <= start


@given(LINES, st.integers(0, 40_000))
def test_pieces_end_at_the_same_bytes_wherever_it_begins(
    tmp_path_factory: pytest.TempPathFactory, runs: list[tuple[str, int]], start: int
) -> None:
    data = text_of(runs).encode()
    path = written(tmp_path_factory.mktemp("rest"), data)
    whole, rest = (Rest(path, at, len(data), "utf-8") for at in (0, min(start, len(data))))
    assert [*rest][1:] == [*whole][rest.first + 1 :]
    for index in range(len(rest)):
        assert rest.at(rest.offset(index)) == index


def test_a_piece_ends_with_a_line_or_a_word(tmp_path: Path) -> None:
    path = written(tmp_path, b"the sea " * 4_100 + b"\n" + b"x" * PIECE)
    rest = Rest(path, 0, path.stat().st_size, "utf-8")
    assert rest[0].endswith(" ")
    assert rest[1].endswith("sea \n")
    assert max(map(len, rest)) <= PIECE + NEAR


def test_a_file_that_was_cut_short_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, b"a line\n" * 10_000)
    rest = Rest(path, 0, path.stat().st_size, "utf-8")
    path.write_bytes(b"a line\n")
    assert rest[0] == rest[3] == GONE
    path.unlink()
    assert rest[1] == GONE


def test_a_mark_of_byte_order_is_no_text(tmp_path: Path) -> None:
    path = written(tmp_path, "\ufeffthe sea".encode())
    assert [*Rest(path, 0, path.stat().st_size, "utf-8")] == ["the sea"]


def test_the_start_of_a_line_is_found(tmp_path: Path) -> None:
    path = written(tmp_path, b"one\r\ntwo\rthree\nfour")
    assert [start_of_line(path, n, 99, "utf-8") for n in (1, 2, 3, 4)] == [5, 9, 15, 99]
    assert start_of_line(path, 1, 12, "utf-16-le") == 12
