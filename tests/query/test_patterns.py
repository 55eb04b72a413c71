import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query.patterns import compiled, finder, refuse_pattern


@pytest.mark.parametrize("pattern", ["harbou?r", "^a|b$", r"\d{4}-\d\d", r"\p{Greek}", ""])
def test_expressions_are_those_of_re2(pattern: str) -> None:
    refuse_pattern(pattern)


@pytest.mark.parametrize("pattern", ["a(", "[z-a]", "(?=a)", r"(a)\1", "(a{1000}){1000}", "\ud800"])
def test_what_re2_does_not_know_is_refused_with_why(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"no regular expression: \S"):
        refuse_pattern(pattern)


def test_capitals_do_not_matter() -> None:
    assert compiled("^HARBOUR").search("harbours")


def test_what_takes_others_for_ever_is_answered() -> None:
    assert not compiled("(a+)+$").search("a" * 5_000 + "!")


PIECES = st.sampled_from(
    ["a", "É", ".", "[^a]", r"\s", r"\b", "^", "$", "(b|ä)", "a*", ".{200}", r"\p{L}{20}", "|"]
)
TEXTS = st.text("abäÉé \n", max_size=12) | st.integers(0, 400).map(lambda n: "äb " * n)


@given(st.lists(PIECES, max_size=6).map("".join), TEXTS)
def test_it_is_found_where_a_search_finds_it(pattern: str, text: str) -> None:
    try:
        searched = compiled(pattern).search(text)
    except ValueError:
        return
    assert finder(pattern)(text) == (searched is not None)


@pytest.mark.parametrize(
    "pattern", [".{900}", "(a|b|c|é){800}", r"(\p{L}+\s){20}", "(.*a.{9}b){30}"]
)
def test_the_largest_expressions_are_looked_for_to_the_end(pattern: str) -> None:
    text = "éa bc " * 500 + "a" * 10 + "b"
    for part in (text, text[:700], text[:3]):
        assert finder(pattern)(part) == (compiled(pattern).search(part) is not None)
