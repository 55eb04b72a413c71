import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind, Markup, Metadata
from reader.sources.formats.markdown import parse


def kinds(text: str) -> list[tuple[str, int]]:
    return [(markup.kind.value, markup.level) for markup in parse(text).markup]


def test_lines_stay_as_they_are() -> None:
    assert parse("# A *b*\r\n\r\n- c").lines == ("# A *b*", "", "- c")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a\n### b\n#no", [("heading", 1), ("heading", 3), ("text", 0)]),
        ("a\n===\n\nb\n---", [("heading", 1)] * 2 + [("text", 0)] + [("heading", 2)] * 2),
        ("- a\n  - b\n    more\n- c", [("item", 1), ("item", 2), ("item", 2), ("item", 1)]),
        ("1. a\n2) b\n\ntext", [("item", 1), ("item", 1), ("text", 0), ("text", 0)]),
        ("> a\nlazy\n\nb", [("quote", 0), ("quote", 0), ("text", 0), ("text", 0)]),
        ("```py\n# x\n\n```\na", [("code", 0)] * 4 + [("text", 0)]),
        ("a\n\n    x\n    y\n\nb", [("text", 0)] * 2 + [("code", 0)] * 2 + [("text", 0)] * 2),
        ("|a|b|\n|-|:-:|\n|1|2|\nc", [("table", 0)] * 3 + [("text", 0)]),
        ("a\n\n---\n\nb", [("text", 0)] * 5),
    ],
)
def test_each_line_is_what_its_marks_say(text: str, expected: list[tuple[str, int]]) -> None:
    assert kinds(text) == expected


def test_the_share_of_link_text_is_told() -> None:
    markup = parse("- [Home](/) [News](/n)\n\nsome [word](x)").markup
    assert markup[0].links == 1.0
    assert markup[2].links == 0.5


def test_front_matter_tells_about_the_document_and_is_no_part_of_it() -> None:
    raw = parse(
        "---\ntitle: 'A: b'\nsource: https://example.org/x\nauthor: ['[[Ann Lee]]', \"[[b|Bo]]\"]\n"
        "published: 2024-05-03T10:00:00Z\ncreated: 2025-01-01\ntags: [clippings, '#sea', sea]\n"
        "lang: de-AT\nsite: Example\n---\nText\n"
    )
    assert raw.metadata == Metadata(
        title="A: b",
        author="Ann Lee, Bo",
        site="Example",
        date="2024-05-03",
        lang="de",
        url="https://example.org/x",
        tags=("clippings", "sea"),
    )
    assert raw.markup == (Markup(Kind.META),) * 10 + (Markup(),) * 2
    assert raw.notes == ()


def test_each_fence_has_its_language() -> None:
    assert parse("+++\ntitle = 'x'\n+++\nText").metadata.title == "x"
    assert parse("---\ntitle: x\n...\nText").metadata.title == "x"


def test_front_matter_that_is_never_closed_is_text() -> None:
    raw = parse("---\ntitle: x\n\nBody\n")
    assert raw.metadata == Metadata()
    assert Kind.META not in {markup.kind for markup in raw.markup}


def test_front_matter_that_is_not_read_is_said_and_the_text_is_there() -> None:
    raw = parse("---\ntitle: 'unclosed\n: : : [\n---\nBody")
    assert raw.notes == ("front matter ignored: it is not YAML",)
    assert raw.metadata == Metadata()
    assert raw.lines[-1] == "Body"


@given(
    st.text(st.sampled_from("a -=#>|`~*[](){}:&!'\"\n\t1.")),
    st.sampled_from(["", "---\n", "+++\n"]),
)
def test_any_text_has_one_markup_a_line(text: str, start: str) -> None:
    raw = parse(start + text + "\n" + start)
    assert len(raw.lines) == len(raw.markup)
