from pathlib import Path

from reader.library.unread import Unread
from reader.model import Position
from reader.sources import Rest


def test_each_piece_counts_as_a_line_below_those_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a line\n" * 10_000)
    rest = Unread(Rest(path, 0, path.stat().st_size, "utf-8"), 12)
    assert rest.position(2, 5) == Position(14, 5)
