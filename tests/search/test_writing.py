"""What is put is found under its row, once, and what is removed is gone."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Row
from reader.query import parse
from reader.search.fulltext import FullText
from reader.search.writing import MERGED
from reader.search.written import Words, taken_apart


def found(fulltext: FullText, text: str) -> set[int]:
    return {*fulltext.matches(parse(text).tree)}


CHANGES = st.lists(
    st.tuples(st.sampled_from(["put", "remove", "clear", "commit", "leave"]), st.integers(1, 9)),
    max_size=30,
)


@settings(deadline=None, max_examples=25)
@given(CHANGES)
def test_the_last_that_was_put_counts_whatever_row_came_before(
    changes: list[tuple[str, int]],
) -> None:
    fulltext, held = FullText(None), dict[int, str]()
    changes = [*changes, ("leave", 0)]
    while changes:
        with fulltext.writer() as writer:
            while changes:
                what, row = changes.pop(0)
                if what == "put":
                    held[row] = f"word{len(changes)}"
                    writer.put(Row(row), "", held[row], "")
                elif what == "remove":
                    held.pop(row, None)
                    writer.remove(Row(row))
                elif what == "clear":
                    held.clear()
                    writer.clear()
                elif what == "commit":
                    writer.commit()
                elif what == "leave":
                    break
            writer.commit()
    assert len(fulltext) == len(held)
    for row, word in held.items():
        assert row in found(fulltext, word)


def test_a_row_that_another_put_since_is_replaced(tmp_path: Path) -> None:
    mine, other = FullText(tmp_path), FullText(tmp_path)
    with other.writer() as writer:
        writer.put(Row(7), "", "first", "")
        writer.commit()
    with mine.writer() as writer:
        writer.put(Row(7), "", "second", "")
        writer.commit()
    other.reload()
    assert found(other, "first") == found(mine, "first") == set()
    assert found(other, "second") == found(mine, "second") == {7}


@pytest.mark.parametrize("row", [1, 5])
def test_removing_what_is_not_there_is_no_mistake(row: int) -> None:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        writer.put(Row(3), "", "sea", "")
        writer.remove(Row(row))
        writer.commit()
    assert found(fulltext, "sea") == {3}


def test_the_best_are_the_same_in_whatever_order_and_parts_documents_were_put() -> None:
    chance = Random(3)
    present = [f"word{number}" for number in range(12)]
    rows = [*range(1, 2001)]
    texts = {row: " ".join(chance.choices(present, k=chance.randint(6, 8))) for row in rows}
    shuffled = chance.sample(rows, len(rows))
    indexes = [put(texts, rows, 2000), put(texts, shuffled, 2000), put(texts, shuffled, 300)]
    for count in (1, 2, 3, 5):
        asked = parse(" OR ".join(chance.sample(present, count))).tree
        for limit in (20, 200):
            one, *others = [[row for row, _ in each.search(asked, None, limit)] for each in indexes]
            assert len(one) == limit
            assert others == [one, one]


def put(texts: dict[int, str], rows: Sequence[int], size: int) -> FullText:
    """An index of the rows in this order, with a commit after so many."""
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for number, row in enumerate(rows, 1):
            writer.put(Row(row), texts[row][:5], texts[row], "")
            if number % size == 0:
                writer.commit()
        writer.commit()
    return fulltext


def test_clearing_forgets_what_is_not_committed_too(tmp_path: Path) -> None:
    fulltext = FullText(tmp_path)
    with fulltext.writer() as writer:
        writer.put(Row(1), "", "sea", "")
        writer.commit()
        writer.put(Row(2), "", "sea", "")
        writer.clear()
        writer.put(Row(3), "", "sea", "")
        writer.commit()
    assert found(FullText(tmp_path), "sea") == found(fulltext, "sea") == {3}
    with fulltext.writer() as writer:
        writer.clear()
        writer.commit()
    assert not len(fulltext)
    assert not list((tmp_path / "index").glob("*.term"))  # nor does it take any room


def test_nothing_is_seen_before_it_is_committed(tmp_path: Path) -> None:
    fulltext = FullText(tmp_path)
    with fulltext.writer() as writer:
        writer.put(Row(1), "Sea", "", "")
        assert writer.uncommitted
    assert len(fulltext) == 0
    with fulltext.writer() as writer:
        writer.put(Row(1), "Sea", "", "")
        writer.commit()
        assert not writer.uncommitted
    assert len(fulltext) == 1


def test_the_documents_put_last_are_remembered_as_they_are_now() -> None:
    with FullText(None).writer() as writer:
        for row in range(1, MERGED + 3):
            writer.put(Row(row), f"Sea {row}", "The Shore", "")
        writer.remove(Row(MERGED))
        assert Row(2) not in writer.last
        assert Row(MERGED) not in writer.last
        words = Words(*map(taken_apart, (f"Sea {MERGED + 2}", "The Shore", "")))
        assert writer.last[Row(MERGED + 2)] == words
        assert writer.written == MERGED + 2
        writer.clear()
        assert not writer.last
