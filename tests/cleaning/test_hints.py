"""Hints are allowed to be wrong in one direction only: what matches is always hinted at."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import bylines, captions, dates, headline, lexicon
from reader.cleaning import hints as may
from reader.cleaning.clutter_phrases import CONSENT, THESE_COOKIES
from reader.cleaning.hints import hints

PATTERNS = {
    **{
        f"{reason} in a line": (hint, lexicon._PATTERNS[reason])
        for hint, _, reason, _ in lexicon._LOOKS
    },
    "captions": (may.CAPTION, captions._CAPTION),
    "years of pictures": (may.DIGIT, captions._YEAR_TAIL),
    "dates": (may.DATE, dates._QUICK),
    "days of publication": (may.PUBLISHED, dates._PUBLISHED),
    "days of a change": (may.UPDATED, dates._UPDATED),
    "days of something else": (may.OTHER, dates._OTHER),
    "days since": (may.OTHER, dates._FORMER),
    "crumbs of a headline": (may.CRUMBS, headline._CRUMB),
    "crumbs": (may.CRUMBS, lexicon._CRUMBS),
    "posted by": (may.POSTED, bylines._POSTED),
    "other hands": (may.HANDS, bylines._OTHER_HANDS),
    "reading times": (may.AMOUNT, bylines._READING_TIME),
    "asides": (may.ASIDE, bylines._ASIDE),
}


@pytest.mark.parametrize("name", PATTERNS)
@given(data=st.data())
def test_what_a_pattern_matches_is_hinted_at(name: str, data: st.DataObject) -> None:
    hint, pattern = PATTERNS[name]
    text = data.draw(st.from_regex(pattern))
    for written in (text, text.upper(), text.title()):
        if any(map(pattern.search, (written, written.lower(), written.casefold()))):
            assert hints(written) & hint


@given(st.sampled_from(CONSENT), st.text(max_size=9), st.text(max_size=9))
def test_the_words_of_consent_are_hinted_at(phrase: str, before: str, after: str) -> None:
    assert hints(f"{before}{phrase}{after}") & may.CONSENT


@given(st.sampled_from(THESE_COOKIES))
def test_a_text_about_cookies_is_hinted_at(phrase: str) -> None:
    assert hints(f"{phrase} are for you") & may.CONSENT


@given(st.from_regex(bylines._PARTS))
def test_what_parts_a_byline_is_hinted_at(text: str) -> None:
    assert hints(text) & may.PART or bylines._WIDE.search(text)


@given(st.from_regex(re.compile(f"{bylines._OPENER}|{bylines._OPENER_ALONE}")))
def test_what_opens_a_byline_begins_as_openers_do(text: str) -> None:
    for written in (text, text.upper(), text.title()):
        for pattern in (bylines._OPENER, bylines._OPENER_ALONE):
            opener = re.match(pattern, written, re.IGNORECASE)
            assert bool(opener) == bool(bylines._matched(pattern, written))
            assert not opener or bylines._opens(written)


@given(st.from_regex(bylines._TAIL))
def test_what_follows_a_name_may_end_it(text: str) -> None:
    assert bylines._may_end(text)


@given(st.from_regex(bylines._BETWEEN))
def test_what_joins_names_may_join_them(text: str) -> None:
    assert bylines._may_join(text)


@given(st.text("0123456789٣²①x", min_size=1))
def test_every_digit_is_hinted_at(text: str) -> None:
    assert bool(hints(text) & may.DIGIT) == any(map(str.isdigit, text))


def test_a_long_word_hints_at_what_is_in_it() -> None:
    assert hints("x" * 300 + "撮影" + "y" * 300) & may.CAPTION


def test_a_turkish_capital_is_the_letter_that_patterns_take_it_for() -> None:
    assert hints("EDİTED BY") & may.HANDS


def test_words_of_no_pattern_hint_at_nothing() -> None:
    assert hints("a bridge over a river") == 0
    assert hints("") == 0
