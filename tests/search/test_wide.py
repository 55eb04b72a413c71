"""Rows that much of a collection answers, by sums; against the hits themselves."""

import random

import numpy as np
import pytest
import tantivy
from hypothesis import given
from hypothesis import strategies as st

from reader.search import wide

THE_MOST = wide.CELL * wide.MOST_CELLS


def index(rows: list[int]) -> tantivy.Index:
    schema = tantivy.SchemaBuilder()
    wide.declare(schema)
    made = tantivy.Index(schema.build())
    writer = made.writer(15_000_000, 1)
    for row in rows:
        document = tantivy.Document()
        wide.number(document, row)
        writer.add_document(document)
    writer.commit()
    made.reload()
    return made


def everything(searcher: tantivy.Searcher) -> list[int]:
    last = wide.last_row(searcher)
    found = wide.answering(searcher, tantivy.Query.all_query(), last)
    assert len(found) == last + 1
    return np.flatnonzero(found).tolist()


@given(st.sets(st.integers(1, 400), min_size=1, max_size=300))
def test_sums_say_which_rows_there_are(rows: set[int]) -> None:
    searcher = index(list(rows)).searcher()
    found = wide._summed(searcher, tantivy.Query.all_query(), 1 + max(rows) // wide.CELL)
    assert np.flatnonzero(found).tolist() == sorted(rows)


@pytest.mark.parametrize(
    ("count", "last"),
    [(0, 1), (1, 1), (500, 520), (3000, 3000), (400, 20 * THE_MOST), (5, 100)],
    ids=["none", "one", "full", "many", "further than sums go", "few"],
)
def test_they_are_the_rows_of_the_hits_however_many_there_are(count: int, last: int) -> None:
    rows = random.Random(count).sample(range(1, last + 1), count)
    searcher = index(rows).searcher()
    assert everything(searcher) == sorted(rows)


def test_a_row_that_is_put_again_is_there_once() -> None:
    made = index(list(range(1, 200)))
    writer = made.writer(15_000_000, 1)
    for _ in range(3):
        document = tantivy.Document()
        wide.number(document, 7)
        writer.delete_documents_by_query(tantivy.Query.term_query(made.schema, "row", 7))
        writer.add_document(document)
    writer.commit()
    made.reload()
    assert everything(made.searcher()) == list(range(1, 200))
