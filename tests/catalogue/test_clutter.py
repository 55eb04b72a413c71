"""Each line of clutter knows the first of the pages that hold it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.catalogue import Catalogue, clutter
from reader.catalogue.clutter import FirstPages
from reader.errors import CatalogueError
from reader.model import Row, Sketch
from tests.catalogue.documents import clear, put

held = st.frozensets(st.integers(-4, 4), max_size=5)
steps = st.lists(st.tuples(st.sampled_from("abcde"), st.none() | held, st.booleans()), max_size=15)


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """One catalogue for many examples, each of which clears it."""
    return Catalogue(tmp_path_factory.mktemp("clutter"))


def sketch(lines: frozenset[int]) -> Sketch:
    return Sketch(hash(tuple(sorted(lines))), lines, frozenset())


def stored(catalogue: Catalogue) -> dict[int, tuple[int, int]]:
    rows = catalogue._database.rows("SELECT once, often FROM clutter")
    held = {line: found for columns in rows for line, found in clutter._unpacked(*columns).items()}
    seals: dict[int, int] = dict(catalogue._database.rows("SELECT row, seal FROM sketch"))
    return {line: (pages, seals[first]) for line, (pages, first) in held.items()}


@given(made=steps)
def test_first_pages_are_those_of_the_pages_that_are_there(
    made: list[tuple[str, frozenset[int] | None, bool]], anew: Catalogue
) -> None:
    clear(anew)
    firsts = FirstPages(anew._database)
    there: dict[str, frozenset[int]] = {}
    taken: set[str] = set()  # pages that were taken in and have not been replaced
    before: dict[int, tuple[int, int]] = {}
    for name, lines, take in [*made, ("", None, True)]:
        with anew.transaction():
            row = anew.named(name)
            if lines is not None:
                put(anew, name, sketch=sketch(lines))
                there[name] = lines
            elif row is not None:
                anew.remove(row)
                del there[name]
            taken.discard(name)
            if not take:
                continue
            rows, others = firsts.refresh()
        assert set(anew.names(map(Row, rows)).values()) == there.keys() - taken
        after = stored(anew)
        assert after == {
            line: (len(pages), min(sketch(page).seal for page in pages))
            for line in frozenset[int]().union(*there.values())
            if (pages := [page for page in there.values() if line in page])
        }
        known = frozenset[int]().union(*(there[name] for name in taken))
        assert others >= {line for line in known if after[line][1] != before[line][1]}
        held = {anew.names([Row(row)])[Row(row)]: found for row, _, found in firsts.holding({1, 2})}
        assert held == {name: page & {1, 2} for name, page in there.items() if page & {1, 2}}
        assert firsts.of([1, 2, 99]) == {
            line: first for line, (pages, first) in after.items() if line in (1, 2) and pages > 1
        }
        before, taken = after, set(there)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE clutter SET often = x'00', once = x'00'",
        "UPDATE clutter SET often = zeroblob(length(often)), once = zeroblob(length(once))",
        "DELETE FROM clutter",
    ],
)
def test_clutter_that_makes_no_sense_is_damage(tmp_path: Path, sql: str) -> None:
    catalogue = Catalogue(tmp_path)
    firsts = FirstPages(catalogue._database)
    for name in ("a", "b"):
        row = put(catalogue, name, sketch=sketch(frozenset({1})))
    with catalogue.transaction():
        firsts.refresh()
        catalogue._database.rows(sql)
        catalogue.remove(row)
    with pytest.raises(CatalogueError, match="damaged"), catalogue.transaction():
        firsts.refresh()
    assert Catalogue(tmp_path).count() == 0


def test_a_first_page_that_is_not_there_is_damage(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path)
    firsts = FirstPages(catalogue._database)
    for name in ("a", "b"):
        put(catalogue, name, sketch=sketch(frozenset({1})))
    with catalogue.transaction():
        firsts.refresh()
        catalogue._database.rows("DELETE FROM sketch")
    with pytest.raises(CatalogueError, match="damaged"):
        firsts.of([1])
