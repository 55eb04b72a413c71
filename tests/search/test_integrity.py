"""A full-text index is opened only if its files are those that were written."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.model import Row
from reader.search.fulltext import FullText
from reader.search.integrity import CHECKED, META, SEAL, is_sealed, is_sound, part_files, parts


def fill(fulltext: FullText, rows: range) -> None:
    with fulltext.writer() as writer:
        for row in rows:
            writer.put(Row(row), f"Title {row}", f"The body of {row}. " * 20, "aside")
        writer.commit()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    fulltext = FullText(folder)
    fill(fulltext, range(1, 9))
    fill(fulltext, range(4, 6))
    return folder


@pytest.fixture
def index(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "fulltext")) / "index"


def named(index: Path) -> list[Path]:
    """The files that searching reads."""
    return sorted(
        [index / META, *(path for part in parts(index) for path in part_files(index, part))]
    )


def test_what_was_written_is_sound_and_is_not_read_twice(index: Path) -> None:
    assert is_sound(index)
    known = index.with_name(CHECKED).stat()
    assert is_sound(index)
    assert index.with_name(CHECKED).stat().st_ino == known.st_ino
    assert len(parts(index)) == len({part["segment_id"] for part in parts(index)}) > 0


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), at_first=st.booleans())
def test_any_turned_bit_is_seen(index: Path, data: st.DataObject, at_first: bool) -> None:
    index.with_name(CHECKED).unlink(missing_ok=True)
    if not at_first:
        assert is_sound(index)
    file = data.draw(st.sampled_from(named(index)))
    whole, times = file.read_bytes(), file.stat()
    # At the end of what is summed stands by which version, in a few bytes that nobody needs.
    end = len(whole) if file.name == META else whole.rindex(b'{"version"')
    place = data.draw(st.integers(0, end - 1))
    damaged = bytearray(whole)
    damaged[place] ^= 1 << data.draw(st.integers(0, 7))
    file.write_bytes(damaged)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns + 1))  # clocks may be coarse
    assert not is_sound(index)
    file.write_bytes(whole)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert is_sound(index)


def test_a_file_that_is_missing_or_cut_off_is_seen(index: Path) -> None:
    files = named(index)
    for file in files:
        whole = file.read_bytes()
        file.unlink()
        assert not is_sound(index)
        file.write_bytes(whole[:-1])
        assert not is_sound(index)
        file.write_bytes(whole)
    assert is_sound(index)


def test_who_writes_breaks_the_seal_and_who_is_done_puts_it_back(tmp_path: Path) -> None:
    fulltext, index = FullText(tmp_path), tmp_path / "index"
    fill(fulltext, range(3))
    assert (tmp_path / SEAL).exists()
    with fulltext.writer() as writer:
        assert not (tmp_path / SEAL).exists()
        writer.put(Row(9), "Title", "body", "")
        writer.commit()
        assert is_sound(index)  # a kill here is no damage
    assert (tmp_path / SEAL).exists()
    assert is_sealed(index)


def test_an_index_that_is_damaged_is_made_again(index: Path) -> None:
    (index / META).write_bytes((index / META).read_bytes().replace(b'"max_doc":', b'"max_doc":1'))
    assert FullText(index.parent).made_again
