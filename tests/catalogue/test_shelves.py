"""What is put onto shelves comes back, and nothing that was taken away takes room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.catalogue import Catalogue, shelves
from reader.catalogue.shelves import FULL, Shelves, taken
from reader.model import Row
from tests.catalogue.documents import clear

changes = st.lists(
    st.tuples(st.integers(1, 9), st.none() | st.binary(max_size=30)), min_size=1, max_size=40
)


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """One catalogue for many examples, each of which clears it."""
    return Catalogue(tmp_path_factory.mktemp("shelves"))


def held(catalogue: Catalogue) -> dict[int, tuple[bytes, bytes]]:
    rows = catalogue._database.rows("SELECT number, items, bytes FROM shelf")
    return {number: (items, stored) for number, items, stored in rows}


@given(made=changes, full=st.sampled_from([1, 20, 1_000]))
def test_every_item_comes_back_and_the_rest_takes_no_room(
    made: list[tuple[int, bytes | None]], full: int, anew: Catalogue
) -> None:
    clear(anew)
    store = Shelves(anew._database)
    there: dict[int, tuple[int, bytes]] = {}
    with pytest.MonkeyPatch.context() as patch, anew.transaction():
        patch.setattr(shelves, "FULL", full)
        for row, item in made:
            if row in there:
                store.drop(Row(row), there.pop(row)[0])
            if item is not None:
                there[row] = store.put(Row(row), item), item
    stored = held(anew)
    assert {number for number, _ in there.values()} == stored.keys()
    for row, (number, item) in there.items():
        assert taken(Row(row), *stored[number]) == item
    assert sum(len(bytes) for _, bytes in stored.values()) == sum(
        len(item) for _, item in there.values()
    )


def test_many_items_share_a_shelf_and_a_large_one_needs_no_other(anew: Catalogue) -> None:
    clear(anew)
    store = Shelves(anew._database)
    with anew.transaction():
        assert len({store.put(Row(row), bytes(100)) for row in range(1, 50)}) == 1
        large = store.put(Row(50), bytes(5 * FULL))
        after = store.put(Row(51), b"next")
    assert after == large + 1


def test_a_shelf_that_breaks_off_or_lacks_a_document_makes_no_sense(anew: Catalogue) -> None:
    clear(anew)
    with anew.transaction():
        number = Shelves(anew._database).put(Row(4), b"item")
    items, stored = held(anew)[number]
    for row, packed, rest in ((4, items, stored[:-1]), (5, items, stored), (4, items[:5], stored)):
        with pytest.raises(ValueError, match=r"breaks off|not in|multiple"):
            taken(Row(row), packed, rest)
