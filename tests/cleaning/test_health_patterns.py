import pytest

from reader.cleaning.health_patterns import (
    KINDS,
    bare,
    error_code,
    is_hint,
    lines_of,
    named,
    sure,
)


def said(kind: str, text: str) -> list[str]:
    return [match[0] for match in sure(kind, text)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_patterns_and_finds_nothing_in_nothing(kind: str) -> None:
    assert said(kind, "") == []
    assert not is_hint(kind, "the sea went away and the town forgot its ropes.")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("error", "the page you are looking for does not exist."),
        ("error", "запрашиваемая страница не найдена."),
        ("bot", "verify you are human"),
        ("cookie", "wir verwenden cookies, um ihnen mehr zu bieten."),
        ("javascript", "please enable javascript to continue."),
        ("browser", "your browser is not supported"),
        ("paywall", "この記事は有料会員限定です。"),
    ],
)
def test_what_a_wall_says_is_found_in_its_line(kind: str, text: str) -> None:
    (match,) = sure(kind, f"one\n{text}\nthree")
    assert match.start() >= 4
    assert match.end() <= 4 + len(text)


def test_a_phrase_ends_with_its_line() -> None:
    assert said("error", "the page you asked for is blue.\nit does not exist.") == []


@pytest.mark.parametrize(
    ("line", "worth"),
    [
        ("404", {"error": 1}),
        ("error 404", {"error": 2}),
        ("404 not found", {"error": 3}),
        ("page not found - 404", {"error": 3}),
        ("http error 404.0 - not found", {"error": 3}),
        ("page not found", {"error": 2}),
        ("just a moment...", {"bot": 2}),
        ("404 sheep not counted", {}),
        ("room 404", {}),
        ("14040", {}),
    ],
)
def test_a_line_may_be_the_name_of_a_page(line: str, worth: dict[str, int]) -> None:
    assert named(line) == worth


def test_the_number_is_told_where_it_is_one_of_a_server() -> None:
    assert error_code("503 service unavailable", short=True) == "503"
    assert error_code("it failed with error 502 at noon", short=False) == "502"
    assert error_code("it cost 503 pounds", short=False) == ""
    assert error_code("the year 1984", short=True) == ""


def test_signs_at_both_ends_say_nothing() -> None:
    assert bare("» read more …") == "read more"
    assert bare("...") == ""


def test_patterns_stand_one_a_line() -> None:
    pattern = lines_of("\n  ^a$|^b$\n  c+\n")
    assert [bool(pattern.search(text)) for text in ("a", "b", "xccx", "ab")] == [
        True,
        True,
        True,
        False,
    ]
