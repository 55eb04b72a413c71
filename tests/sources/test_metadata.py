import pytest

from reader.sources.metadata import FACT_CHARACTERS, authors, iso_date, language, tag_names, tidy


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T10:00:00+02:00", "2024-05-03"),
        ("20240503", "2024-05-03"),
        ("2024/5/3", "2024-05-03"),
        ("3.5.2024", "2024-05-03"),
        ("Fri, 03 May 2024 10:00:00 GMT", "2024-05-03"),
        ("May 3rd, 2024", "2024-05-03"),
        ("03/05/2024", None),
        ("2024", None),
        ("2024-13-45", None),
        ("0000-00-00", None),
        ("99999-01-01", None),
        ("1" * 100_000, None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_counts_when_it_can_be_read_in_one_way_only(
    text: str | None, date: str | None
) -> None:
    assert iso_date(text) == date


def test_long_facts_are_cut_and_safe() -> None:
    assert len(tidy("T" * 1_000_000)) == FACT_CHARACTERS
    assert tidy("a\n\x1b b\udcff") == "a ␛ b\\xFF"
    assert tidy(["no string"]) == ""


def test_names_are_joined_once_each_and_addresses_left_out() -> None:
    assert authors("By Ann", "Ann", "[[Bo]]", "https://a.org/cy", None) == "Ann, Bo"


def test_languages_have_two_letters() -> None:
    found = [language(text) for text in ("en-US", "de_AT", "FR", "english", "", None)]
    assert found == ["en", "de", "fr", "", "", ""]


def test_tags_are_distinct_whatever_their_composition() -> None:
    assert tag_names(["#é", "e\u0301", " ", "x y", 5, "t" * 200]) == ("é", "x y")
