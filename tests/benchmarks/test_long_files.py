import sys
from pathlib import Path

import pytest

from benchmarks.long_files import long_file, read

PAGER = """
import sys, tty
tty.setraw(0)
print("MOON", flush=True)
while sys.stdin.buffer.raw.read(9):
    sum(range(1_000_000))
    print("page", flush=True)
"""


@pytest.mark.parametrize("size", [0, 10_000, 2_000_000])
def test_a_file_has_the_size_that_was_asked_for(size: int, tmp_path: Path) -> None:
    assert long_file(tmp_path / "long", size).stat().st_size == size


def test_without_breaks_it_is_one_line(tmp_path: Path) -> None:
    assert b"\n" in long_file(tmp_path / "lines", 20_000).read_bytes()
    assert b"\n" not in long_file(tmp_path / "line", 20_000, breaks=False).read_bytes()


def test_what_a_page_takes_is_measured() -> None:
    times = read([sys.executable, "-c", PAGER], "MOON")
    assert times.opened > 1
    assert times.page > 1
