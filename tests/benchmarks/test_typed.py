from random import Random

from benchmarks.collection import Vocabulary
from benchmarks.typed import KINDS, keystrokes, queries
from reader.search.titles import TitleIndex

CHANCE, VOCABULARY = Random(3), Vocabulary.of_corpus()
TITLES = [VOCABULARY.words_of(CHANCE, 4, 10) for _ in range(2000)]
QUERIES = queries(TITLES, 5, 1)


def test_the_same_seed_gives_the_same_queries_of_every_kind() -> None:
    assert queries(TITLES, 5, 1) == QUERIES != queries(TITLES, 5, 2)
    assert {query.kind for query in QUERIES} == {*KINDS}


def test_whole_words_stand_in_the_title_that_was_meant() -> None:
    for query in QUERIES:
        words = TITLES[query.row].lower().split()
        assert (query.kind not in {"words", "swap"}) or {*query.text.split()} <= {*words}
        assert query.kind != "joined" or query.text in "".join(words)
        assert query.kind != "variant" or not {*query.text.split()} <= {*words}


def test_most_of_what_was_typed_is_found() -> None:
    index = TitleIndex.build(TITLES)
    found = [query.row in [match.row for match in index.find(query.text, 10)] for query in QUERIES]
    assert sum(found) > 0.9 * len(found)


def test_each_key_is_a_query() -> None:
    strokes = keystrokes(QUERIES[:1])
    assert strokes[-1] == QUERIES[0].text
    assert [len(text) for text in strokes] == [
        place for place, letter in enumerate(QUERIES[0].text, 1) if letter != " "
    ]
