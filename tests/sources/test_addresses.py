"""What is opened is what is shown: ASCII, of a scheme that may be opened, by its real host."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.addresses import LONGEST, address, bare, relative


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        (" HTTP://A.Example \n", "http://a.example"),
        ("ht\ntps://a.example/\tx", "https://a.example/x"),
        ("https://a.example/a b'\"<c>`$(d)", "https://a.example/a%20b%27%22%3Cc%3E%60$(d)"),
        ("https://a.example/\x1b]0;\x07x", "https://a.example/%1B]0;%07x"),
        ("https://a.example/\u202egpj", "https://a.example/%E2%80%AEgpj"),
        ("https://äpfel.example/ä%20", "https://xn--pfel-koa.example/%C3%A4%20"),
        ("https://g\u043e\u043egle.com/", "https://xn--ggle-55da.com/"),
        ("https://good.example\\@bad.example/", "https://good.example/@bad.example/"),
        ("https://good.example@bad.example/", "https://good.example@bad.example/"),
        ("https://good.example#@bad.example", "https://good.example#@bad.example"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("mailto:a b@c.example", "mailto:a%20b@c.example"),
        ("gemini://a.example/", "gemini://a.example/"),
    ],
)
def test_an_address_is_opened_as_it_is_shown(text: str, opened: str) -> None:
    assert address(text) == opened
    assert address(opened) == opened


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JAVA\nSCRIPT:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "-o/etc/passwd",
        "--help",
        "https:a.example",
        "https:///a.example",
        "https://",
        "https://a b.example/",
        "https://a%2eb.example/",
        "https://\x1b[31m.example/",
        "https://a.example:port/",
        "https://[::1",
        "https://" + "a" * 300 + ".example/",
        "mailto:nobody",
        "a.html",
        "",
        "https://a.example/" + "x" * 1_000_000,
    ],
)
def test_nothing_else_is_an_address(text: str) -> None:
    assert address(text) == ""


@given(st.text(max_size=40))
def test_whatever_is_opened_can_be_seen(text: str) -> None:
    for found in (
        address(f"https://{text}"),
        address(f"mailto:@{text}"),
        address(text, "http://a"),
    ):
        assert found.isascii()
        assert found.isprintable()
        assert not set(found) & set(" '\"<>`\\{}|^")
        assert found == "" or found.partition(":")[0] in {
            "https",
            "http",
            "mailto",
            "ftp",
            "gemini",
        }


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("b.html", "https://a.example/c/b.html"),
        ("/b", "https://a.example/b"),
        ("//b.example/", "https://b.example/"),
        ("-x", "https://a.example/c/-x"),
        ("http://[", ""),
        ("//[x", ""),
    ],
)
def test_a_path_begins_at_the_base(text: str, whole: str) -> None:
    assert address(text, "https://a.example/c/d.html") == whole


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("b.html#c", "b.html#c"),
        ("../b c.html", "../b c.html"),
        ("#top", ""),
        ("?q", ""),
        ("/b.html", ""),
        ("javascript:x", ""),
        ("c:\\x", ""),
        ("x" * (LONGEST + 1), ""),
    ],
)
def test_a_path_beside_the_document_is_told_from_an_address(text: str, path: str) -> None:
    assert relative(text) == path


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("see https://a.example/x, and", ["https://a.example/x"]),
        ("(https://a.example/x_(y)).", ["https://a.example/x_(y)"]),
        ("[https://a.example/x].", ["https://a.example/x"]),
        ("“https://a.example” *http://b.example*", ["https://a.example", "http://b.example"]),
        ("看https://a.example/路。好", ["https://a.example/路"]),
        ("shttps://a.example xhttp://b.example", []),
        ("HTTPS://A.example", ["HTTPS://A.example"]),
        ("https://", []),
        ("https://...", ["https://"]),
        ("https://a.example/\u241b[31m", ["https://a.example/"]),
    ],
)
def test_a_bare_address_ends_where_its_sentence_goes_on(line: str, found: list[str]) -> None:
    assert [line[start:end] for start, end in bare(line)] == found


@pytest.mark.parametrize("piece", ["http://", "https://x)", "http", "[", "(http://]", "<http://"])
def test_the_time_grows_with_the_length_of_a_line(piece: str) -> None:
    line = piece * (16_000_000 // len(piece))
    began = time.process_time()
    sum(1 for _ in bare(line))
    assert time.process_time() - began < 20
