"""Whoever is asked sees where the address leads, in any width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.addresses import address
from reader.tui.asking import apart, cut_inside, fitted, question

KEYS = ("Enter open   y copy   Esc leave", "Enter open   y copy", "Enter open")
LONG = "https://user@a.example:8080/one/two/three/four/five/six/seven?eight=nine#ten"


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://a.example/b", ("https://", "a.example", "/b")),
        ("https://good.example@bad.example", ("https://good.example@", "bad.example", "")),
        ("http://a.example?b@c", ("http://", "a.example", "?b@c")),
        ("http://a@b@c.example#d/e", ("http://a@b@", "c.example", "#d/e")),
        ("mailto:a@b.example", ("mailto:", "a@b.example", "")),
    ],
)
def test_the_host_is_told_apart(url: str, parts: tuple[str, str, str]) -> None:
    assert apart(url) == parts


def test_the_more_room_there_is_the_more_is_said() -> None:
    short = "https://a.example/b"
    assert question(short, KEYS, 120)[-2:] == (" in the browser?", KEYS[0])
    assert question(short, KEYS, 61)[-2:] == ("?", KEYS[0])
    assert question(short, KEYS, 50)[-2:] == ("?", KEYS[1])
    assert question(short, KEYS, 40)[-2:] == ("?", KEYS[2])
    assert question(short, KEYS, 30)[-2:] == ("?", "")
    cut = question(LONG, KEYS, 90)
    assert (cut.before, cut.host, cut.keys) == ("https://user@", "a.example:8080", KEYS[0])
    assert "…" in cut.path


@given(st.text("abc./?#@:-", max_size=80), st.integers(8, 140))
def test_the_question_fits_and_names_the_host(rest: str, width: int) -> None:
    url = address(f"https://{rest}")
    if not url:
        return
    asked = question(url, KEYS, width)
    assert sum(map(len, asked)) + (4 if asked.keys else 0) <= width
    host = apart(url)[1]
    assert asked.host == host or (asked.host[0] == "…" and host.endswith(asked.host[1:]))
    if len(host) + 8 <= width:
        assert asked.host == host


def test_first_the_path_gives_way_then_the_user_then_the_host() -> None:
    assert fitted("https://u@", "host", "/path", 19) == ("https://u@", "host", "/path")
    assert fitted("https://u@", "host", "/path", 17) == ("https://u@", "host", "/p…")
    assert fitted("https://u@", "host", "/path", 12) == ("https…u@", "host", "")
    assert fitted("https://u@", "www.host.example", "/path", 10) == ("", "…t.example", "")


@pytest.mark.parametrize(
    ("room", "text"), [(9, "abcdefghi"), (7, "abcd…hi"), (2, "a…"), (1, "…"), (0, ""), (-1, "")]
)
def test_a_text_is_cut_in_its_middle(room: int, text: str) -> None:
    assert cut_inside("abcdefghi", room) == text
