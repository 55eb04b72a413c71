import pytest

from reader.sources.formats.html import parse


def lines(html: str) -> list[str]:
    return list(parse(html).lines)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<title>t</title><p>a<p>b", ["a", "b"]),
        ("just text\n\nof two lines &amp; no tag", ["just text", "of two lines & no tag"]),
        ("<p>a\ud800b", ["a\ufffdb"]),
        ("", []),
        ("<html><body></body></html>", []),
    ],
)
def test_lines_are_the_visible_blocks(html: str, expected: list[str]) -> None:
    assert lines(html) == expected


def test_a_page_with_nothing_visible_shows_all_its_text() -> None:
    raw = parse("<body><div hidden><p>one<p>two</div><script>x</script>")
    assert raw.lines == ("one", "two")
    assert raw.notes == ("simplified: no visible text in it",)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * 100_000 + "text", "nesting too deep"),
        ("<ul><li>" * 100_000 + "text", "nesting too deep"),
        ("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">text", "too many attributes"),
    ],
)
def test_pages_that_would_take_a_parser_for_ever_are_simplified(html: str, reason: str) -> None:
    raw = parse(f"<title>A &amp; b</title><p>before</p>{html}")
    assert raw.lines == ("A & b", "before", "text")
    assert raw.metadata.title == "A & b"
    assert raw.notes == (f"simplified: {reason}",)


@pytest.mark.parametrize(
    "trap",
    [
        "<select>" + "<option>o" * 50_000 + "</select>",
        "<img src='data:image/png;base64," + "QUJD" * 5_000_000 + "'>",
        "<" * 100_000,
        "<!--" * 50_000,
    ],
)
def test_other_traps_cost_no_text(trap: str) -> None:
    assert lines(f"<p>before</p>{trap}")[0] == "before"
