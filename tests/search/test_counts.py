from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Row
from reader.query import Query
from reader.search.counts import bounds
from reader.search.fulltext import FullText
from reader.search.terms import TEXT_FIELDS
from tests.search.trees import TEXTS, TREES


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.lists(TREES, min_size=4, max_size=8), st.sets(st.integers(1, 12)))
def test_as_many_answer_as_counts_of_words_say(
    texts: list[tuple[str, str]], trees: list[Query], deleted: set[int]
) -> None:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for row, (title, body) in enumerate(texts, 1):
            writer.put(Row(row), title, body, "")
        writer.commit()
    for others in (set(), deleted):
        with fulltext.writer() as writer:
            for row in others:
                writer.remove(Row(row))
            writer.commit()
        for tree in trees:
            least, most = bounds(fulltext._searcher, tree, TEXT_FIELDS)
            count = len(fulltext.matches(tree))
            assert 0 <= count <= most <= len(fulltext)
            assert others or least <= count
