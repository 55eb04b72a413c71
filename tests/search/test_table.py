from hypothesis import given
from hypothesis import strategies as st

from reader.search import table as module
from reader.search.facets import Facets
from reader.search.paths import path_place
from reader.search.table import arrays, day, part, table
from reader.search.texts import Texts
from tests.search.collection import Collection

NAMES = st.lists(st.text("ab/-. \udc80é", min_size=1, max_size=6), unique=True, max_size=12)


@given(NAMES, st.integers(1, 5))
def test_documents_are_in_the_order_of_paths_with_their_values(names: list[str], size: int) -> None:
    documents = {
        row: {"name": name, "title": f"of {name}", "site": name[:1], "tags": name[-1:]}
        for row, name in enumerate(names, 1)
    }
    chunk, module.CHUNK = module.CHUNK, size
    try:
        found = table(Collection(documents))
    finally:
        module.CHUNK = chunk
    assert [*found.name] == sorted(names, key=path_place)
    for place, row in enumerate(found.row):
        for column in ("name", "title", "site", "tags"):
            assert getattr(found, column)[place] == documents[row][column]


def test_of_no_documents_there_are_no_values() -> None:
    made = arrays(table(Collection({})))
    assert len(Facets(made)) == 0
    assert [*Texts(part(made, "name"))] == []


def test_days_sort_as_dates_do_and_what_is_none_comes_first() -> None:
    dates = ["2021-05-03", "2021-05-02T10:00", "soon", "2021", "2021-05", "202\uff11-05-01"]
    assert [*map(day, dates)] == [20210503, 20210502, 0, 0, 0, 0]
