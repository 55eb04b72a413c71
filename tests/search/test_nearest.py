import pytest

from reader.search.around import NOWHERE
from reader.search.facets import Facets
from reader.search.nearest import nearest
from reader.search.offering import Offerings
from reader.search.spelling.lexicon import Lexicon
from reader.search.spelling.meaning import Spelling
from tests.search.collection import MARKED, Collection

OFFERING = Offerings().of(Facets.of(Collection()), None, MARKED, NOWHERE)
OFTEN = {"loneliness": 4, "lighthouse": 9, "keeper": 5}
SPELLING = Spelling([Lexicon.build(OFTEN)], lambda word: OFTEN.get(word, 0), 9)


@pytest.mark.parametrize(
    ("term", "other"),
    [
        ("site:kutsblatt", "site:kustblatt.example"),
        ("-tag:enrgy", "-tag:energy"),
        ("#enrgy", "#energy"),
        ("author:linqvist", 'author:"Mara Lindqvist"'),
        ("is:brokn", "is:broken"),
        ("'lonelines", "'loneliness"),
        ("-lighthuose", "-lighthouse"),
        ('"the lighthuose keeper"', '"the lighthouse keeper"'),
        ('"lighthuose keeper"', '"lighthouse keeper"'),
        ("title:lighthuose", "title:lighthouse"),
        ("body:keper", "body:keeper"),
    ],
)
def test_the_value_or_the_word_is_spelt_as_it_is_known(term: str, other: str) -> None:
    assert nearest(term, OFFERING, SPELLING) == other


@pytest.mark.parametrize(
    "term",
    [
        "site:kustblatt.example",
        "tag:energy",
        "lighthouse",
        "qqqqqq",
        "date:2021",
        "(",
        '"',
        "a b",
        "",
    ],
)
def test_what_is_known_or_like_nothing_has_no_other_spelling(term: str) -> None:
    assert nearest(term, OFFERING, SPELLING) == ""
