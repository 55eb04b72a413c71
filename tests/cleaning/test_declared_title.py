"""The title a page declares."""

import pytest

from reader.cleaning import ALONE
from reader.cleaning.declared_title import cleaned, declaring, without_site, worded
from reader.cleaning.headline import headline
from reader.cleaning.units import units
from reader.model import PLAIN, Kind, Markup
from tests.cleaning.pages import PROSE, raw


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        ("The mill is running - The Upper Valley Post", "The mill is running"),
        ("The mill is running | Post", "The mill is running"),
        ("正午に落ちる玉 | 港新聞", "正午に落ちる玉"),
        ("The mill: an old wheel turns again", "The mill: an old wheel turns again"),
        ("Jean-Paul is back", "Jean-Paul is back"),
        ("The mill", "The mill"),
        ("The lamp «Anna»", "The lamp «Anna»"),
        ("The mill stops - what now?", "The mill stops - what now?"),
        ("", ""),
    ],
)
def test_the_name_of_the_site_is_no_part_of_a_title(declared: str, title: str) -> None:
    assert without_site(declared) == title


def test_a_known_site_is_dropped_however_it_stands_there() -> None:
    assert without_site("Mill: Post", "Post") in {"Mill", "Mill: Post"}
    assert without_site("The mill • The Post of the Whole Upper Valley and its Sides", "x") != ""


def test_a_date_and_a_section_are_no_part_of_a_headline() -> None:
    assert cleaned(" date 2020-02-13 News : The mill is running") == "The mill is running"
    assert cleaned("13.02.2020 | The mill is running") == "The mill is running"
    assert cleaned("2020-02-13") == "2020-02-13"
    assert cleaned("The mill of 3 May 2021") == "The mill of 3 May 2021"


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("The mill at Holm", "The mill at Holm"),
        ("The Valley Post :: The mill at Holm", "The mill at Holm"),
        ("The mill", "The mill at Holm"),
        ("What the keeper said about the old wheel", "What the keeper said about the old wheel"),
    ],
)
def test_a_line_that_says_what_is_declared_is_the_title_in_its_own_words(
    declared: str, text: str
) -> None:
    heading = Markup(Kind.HEADING, 1)
    found = units(raw(f"The Valley Post\nThe mill at Holm\n{PROSE}", PLAIN, heading), ALONE)
    chances = [0.1, 0.4, 0.0, 0.0]
    assert headline(found, [(2, 4)], declared, [""] * 4, chances).text == text


def test_the_line_that_says_it_to_the_letter_is_taken_before_one_with_more() -> None:
    found = units(raw("The mill at Holm and its wheel\nThe mill at Holm\nThe mill"), ALONE)
    assert declaring(found, "The mill at Holm", ()) == 1
    assert declaring(found, "Nobody knows", ()) is None


def test_a_line_that_was_cut_short_does_not_word_the_title() -> None:
    [found] = units(raw("The mill race at Holm is running again and…"), ALONE)
    declared = "The mill race at Holm is running again and nobody knows why"
    assert worded(found, declared) == declared
