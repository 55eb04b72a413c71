import pytest

from reader.search.titling.aligning import NOWHERE
from reader.search.titling.lighting import lit


def shown(title: str, words: list[str], places: list[int]) -> str:
    return "".join(title[at] for at in lit(title, words, places))


@pytest.mark.parametrize(
    ("title", "words", "places", "letters"),
    [
        ("The harbour", ["har"], [1], "har"),
        ("The Harbour at sea", ["sea", "harbur"], [3, 1], "Harbursea"),
        ("E-mail for all", ["email"], [NOWHERE], "E-mail"),
        ("E-mail for all", ["email"], [1], "E-mail"),
        ("E-mail for all", ["emial"], [NOWHERE], "E-mail"),
        ("Web server", ["webserv"], [NOWHERE], "Webserv"),
        ("Unharboured", ["harbour"], [NOWHERE], "harbour"),
        ("Getting things done", ["gtd"], [NOWHERE], "Gtd"),
        ("Getting things done", ["getthd"], [NOWHERE], "Getthd"),
        ("Die Ökonomie", ["okonomie"], [1], "Ökonomie"),
        ("Straße", ["strasse"], [0], "Straße"),
        ("气候变化", ["气候"], [0], "气候"),
        ("气候变化", ["候"], [1], "候"),
        ("rope", ["zebra"], [NOWHERE], ""),
    ],
)
def test_what_matches_is_lit(title: str, words: list[str], places: list[int], letters: str) -> None:
    assert shown(title, words, places) == letters
