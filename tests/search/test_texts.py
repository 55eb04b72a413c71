import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search import texts
from reader.search.texts import Texts

ANY = st.lists(st.text(st.characters(exclude_categories=[]), max_size=8), max_size=20)


@given(ANY, st.slices(20))
def test_they_are_the_texts_they_were_made_of(strings: list[str], some: slice) -> None:
    made = Texts.of(strings)
    assert [*made] == strings
    assert [made[place] for place in range(len(made))] == strings
    assert [made[-place] for place in range(1, len(made) + 1)] == strings[::-1]
    assert made[some] == strings[some]
    assert [*Texts(made.arrays)] == strings


def test_they_are_gone_through_chunk_by_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "CHUNK", 3)
    strings = [str(number) * (number % 4) for number in range(10)]
    assert [*Texts.of(strings)] == strings


def test_there_is_nothing_beyond_the_last_one() -> None:
    for place in (2, -3):
        with pytest.raises(IndexError):
            Texts.of(["a", "b"])[place]
