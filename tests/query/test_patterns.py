import pytest

from reader.query.patterns import compiled, refuse_pattern


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
