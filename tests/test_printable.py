import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.printable import MARKS_IN_A_ROW, json_text, printable

ANY_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("\x00\n\t\x1b\x7f\x9b\u00ad\u0301\u200d\u202e\u2028\udc80\ud83d\ufeffa…"),
        st.sampled_from("\U000e0041\U0001f468\ufffe\U0010ffff\u0e31\ufe0f"),
    )
)
FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U0001fffe\U0001ffff\U000e0000-\U000e007f\U0010ffff]"
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [bold] text", "plain [bold] text"),
        ("a\tb\nc", "a b c"),
        ("\x1b]0;x\x07", "␛]0;x␇"),
        ("\x7f\r", "␡␍"),
        ("\u009b31m", "<9B>31m"),
        ("safe \u202eevil", "safe <202E>evil"),
        ("caf\udce9.txt", "caf\\xE9.txt"),
        ("\ud83d", "<D83D>"),
        ("\ufeffa\u2028b", "<FEFF>a<2028>b"),
        ("\U000e0041", "<E0041>"),
        ("so\u00adft", "soft"),
        ("žluťoučký 天地 שלום", "žluťoučký 天地 שלום"),
        ("e\u0301" * 3, "e\u0301" * 3),
        ("z" + "\u0301" * 100, "z" + "\u0301" * 4 + "…"),
    ],
)
def test_what_could_steer_a_terminal_becomes_a_visible_mark(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_an_endless_chain_of_joined_characters_is_broken_up() -> None:
    chain = "\u200d".join("\U0001f468" * 2000)
    longest = max(len(part) for part in re.findall("(?:[^\u200d]\u200d)+", printable(chain)))
    assert longest <= 2 * 16


def test_a_family_emoji_stays_whole() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert printable(family) == family


@given(ANY_TEXT)
def test_printable_text_holds_nothing_forbidden(text: str) -> None:
    assert not FORBIDDEN.search(printable(text))


@given(ANY_TEXT)
def test_printable_changes_nothing_the_second_time(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(st.text(st.sampled_from("a\u0301\u200d\u0489\u200b\u00ad\ufe0f👨")))
def test_at_most_a_few_marks_follow_one_another(text: str) -> None:
    run = 0
    for character in printable(text):
        run = run + 1 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else 0
        assert run <= MARKS_IN_A_ROW


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_text_means_what_it_was_made_from(text: str) -> None:
    assert json.loads(json_text({"text": text})) == {"text": text}


@given(ANY_TEXT)
def test_json_text_steers_no_terminal_and_is_utf_8(text: str) -> None:
    written = json_text([text])
    assert not FORBIDDEN.search(written.replace("\u00ad", ""))
    written.encode("utf-8")
