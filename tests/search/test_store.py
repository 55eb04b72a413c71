import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from reader.search.store import MAGIC, StoreError, read, write

ARRAYS: dict[str, NDArray[Any]] = {
    "words": np.arange(1000, dtype=np.int32),
    "none": np.zeros(0, np.uint64),
    "table": np.ones((3, 5), np.uint8),
}


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write(tmp_path / "file", {"version": 3, "base": "x"}, ARRAYS)
    facts, arrays = read(tmp_path / "file")
    assert facts == {"version": 3, "base": "x"}
    assert arrays.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        assert arrays[name].dtype == array.dtype
        assert np.array_equal(arrays[name], array)
        assert not arrays[name].flags.writeable
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        read(tmp_path / "file")


def test_a_header_of_a_length_beyond_the_file_asks_for_no_memory(tmp_path: Path) -> None:
    write(tmp_path / "file", {"version": 3}, ARRAYS)
    whole = bytearray((tmp_path / "file").read_bytes())
    whole[len(MAGIC) + 3] = 0x7F  # the highest byte of the length: two gigabytes
    (tmp_path / "file").write_bytes(whole)
    tracemalloc.start()
    with pytest.raises(StoreError, match="cut off"):
        read(tmp_path / "file")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1_000_000


@given(st.data())
def test_damage_anywhere_is_found(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("store") / "file"
    write(
        path,
        {"version": 3},
        {"words": np.arange(50, dtype=np.int32), "more": np.ones(16, np.int64)},
    )
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = bytearray(whole)
    damaged[place] ^= 1 << data.draw(st.integers(0, 7))
    for broken in (bytes(damaged), whole[:place], whole + b"x"):
        path.write_bytes(broken)
        try:
            facts, arrays = read(path)
        except StoreError:
            continue
        assert facts == {"version": 3}  # it was between two arrays
        assert arrays["words"].tolist() == [*range(50)]
        assert arrays["more"].tolist() == [1] * 16
