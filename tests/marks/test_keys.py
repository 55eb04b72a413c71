import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import MarksError
from reader.marks import Key
from reader.marks.keys import loaded, stored

NAME = st.text(max_size=20).filter(lambda name: "\0" not in name)


@given(st.binary(max_size=20).filter(lambda name: b"\0" not in name), NAME)
def test_any_place_comes_back_as_it_was(name: bytes, member: str) -> None:
    key = Key("/" + name.decode("utf-8", "surrogateescape"), member)
    assert loaded(*stored(key)) == key


def test_a_path_that_is_not_absolute_is_refused() -> None:
    with pytest.raises(MarksError, match="absolute"):
        stored(Key("docs/moon.txt"))


def test_a_damaged_place_is_still_a_place() -> None:
    assert loaded(b"/a.zip", b"in/\xff.txt") == Key("/a.zip", "in/\ufffd.txt")
