"""The best of an index that holds one word, more often in some documents; against all of them."""

import random

import pytest
import tantivy

from reader.search import wide
from reader.search.ranking import MOST_TIED, SPARE, first


def searcher(times: dict[int, int]) -> tuple[tantivy.Searcher, tantivy.Query]:
    """So many times the word in each row, in two parts; and the question for it."""
    schema = tantivy.SchemaBuilder()
    wide.declare(schema)
    schema.add_text_field("body", tokenizer_name="whitespace")
    made = tantivy.Index(schema.build())
    writer = made.writer(15_000_000, 1)
    for number, (row, many) in enumerate(times.items(), 1):
        document = tantivy.Document()
        wide.number(document, row)
        document.add_text("body", "sea " * many + "land " * (9 - many))
        writer.add_document(document)
        if 2 * number == len(times):
            writer.commit()
    writer.commit()
    made.reload()
    return made.searcher(), tantivy.Query.term_query(made.schema, "body", "sea")


@pytest.mark.parametrize("limit", [1, 5, 20, 399, 5_000])
@pytest.mark.parametrize("most", [1, 2, 9])
def test_the_best_come_first_and_ties_by_row(limit: int, most: int) -> None:
    chance = random.Random(most)
    rows = chance.sample(range(1, 4_000), 5 * SPARE)
    times = {row: chance.randint(1, most) for row in rows}
    found = first(*searcher(times), limit)
    assert [row for row, _ in found] == sorted(rows, key=lambda row: (-times[row], row))[:limit]
    assert all(score > 0 for _, score in found)


def test_where_too_many_tie_the_better_ones_alone_are_ranked() -> None:
    times = dict.fromkeys(range(1, MOST_TIED + 9), 1) | {7: 2, MOST_TIED: 3}
    assert [row for row, _ in first(*searcher(times), 3)] == [MOST_TIED, 7]


def test_nothing_is_found_where_there_is_nothing() -> None:
    assert first(*searcher({}), 3) == []
