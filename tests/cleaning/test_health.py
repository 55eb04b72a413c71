"""Pages written for it, broken ones and ones that only look so; see tests/health."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import judge
from reader.cleaning.health import health
from reader.model import PLAIN, Judged, Label, Line, Metadata, RawDocument
from reader.sources import parse_html, parse_text
from tests.cleaning.pages import BRIDGE, PROSE, raw

EXAMPLES = Path(__file__).parent.parent / "health"
RECALL = 0.95  # of the broken examples
SAID = {
    "cookie wall": "a cookie wall, no article",
    "error page": "an error page",
    "bot check": "a check for robots, no article",
    "JavaScript": "asks for JavaScript, no article",
    "browser": "asks for another browser, no article",
    "paywall": "paywall",
    "index page": "an index page: ",
    "no text": "an empty page, no text",
    "boilerplate": "nothing but boilerplate",
}


class Example(NamedTuple):
    broken: str  # what stands in the place of the article; "" in a page that is fine
    name: str
    text: str


def examples() -> Iterator[Example]:
    for file in sorted(EXAMPLES.glob("*.txt")):
        blocks = re.split(r"^=== ", file.read_text("utf-8"), flags=re.MULTILINE)[1:]
        for number, block in enumerate(blocks, 1):
            head, _, text = block.partition("\n")
            verdict, _, kind = head.rpartition(", ")[0].partition(": ")
            assert verdict in {"broken", "fine"}, head
            broken = kind if verdict == "broken" else ""
            yield Example(broken, f"{file.stem} {number}: {head}", text.removesuffix("\n"))


BROKEN = [example for example in examples() if example.broken]
FINE = [example for example in examples() if not example.broken]


def found(text: str) -> str:
    document = parse_html(text) if text.startswith("<") else parse_text(text)
    return health(document, judge(document))


def by(label: Label, text: str) -> str:
    """What is said of a text whose every line was judged to be the same."""
    document = raw(text)
    lines = tuple(Line(line, label if line.strip() else Label.BLANK) for line in document.lines)
    return health(document, Judged(lines, Metadata()))


def test_there_are_examples_of_every_kind_in_many_languages() -> None:
    assert (len(BROKEN) >= 60, len(FINE) >= 80) == (True, True)
    assert {example.broken for example in BROKEN} == SAID.keys()
    for some in (BROKEN, FINE):
        assert len({example.name.rpartition(", ")[2] for example in some}) >= 12


@pytest.mark.parametrize("example", FINE, ids=lambda example: example.name)
def test_no_real_page_however_short_is_called_broken(example: Example) -> None:
    assert found(example.text) == ""


@pytest.mark.parametrize("label", [Label.BODY, Label.BOILERPLATE])
@pytest.mark.parametrize("example", FINE, ids=lambda example: example.name)
def test_nor_is_one_that_was_wholly_kept_or_set_aside(example: Example, label: Label) -> None:
    if not example.text.startswith("<"):
        assert by(label, example.text) == ""


def test_broken_pages_are_recognized() -> None:
    missed = [example.name for example in BROKEN if not found(example.text)]
    recall = 1 - len(missed) / len(BROKEN)
    print(f"recall {recall:.3f} of {len(BROKEN)}, none of {len(FINE)} fine ones")  # noqa: T201  # shown with -s
    assert recall >= RECALL, "\n".join(missed)


@pytest.mark.parametrize("example", BROKEN, ids=lambda example: example.name)
def test_the_reason_is_what_a_person_would_say(example: Example) -> None:
    reason = found(example.text)
    assert SAID[example.broken] in reason or not reason


def test_an_error_page_tells_its_number() -> None:
    assert found("404 Not Found\n\nnginx") == "an error page (404)"
    assert found("Oops!\n\nThe page you are looking for does not exist.") == "an error page"


def test_a_paywall_tells_after_how_many_words_it_stands() -> None:
    stub = "Nobody had opened the ledger since the storm, and when she lifted it the spine"
    wall = "Subscribe to continue reading\n\nAlready a subscriber? Sign in"
    assert found(f"The ledger\n\n{stub}\n\n{wall}") == "cut off by a paywall after 15 words"
    assert found(wall) == "a paywall, no article"


def test_a_long_article_is_fine_whatever_stands_around_it() -> None:
    walls = "\n\n".join(example.text for example in BROKEN if not example.text.startswith("<"))
    article = "\n\n".join([BRIDGE, *[PROSE] * 4])
    assert health(raw(article), judge(raw(article))) == ""
    assert found(f"The ledger\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{walls}") == ""


def test_a_wall_may_be_long() -> None:
    wall = next(example.text for example in BROKEN if example.broken == "cookie wall")
    sentences = wall.replace("\n\n", "\f").replace("\n", " ").replace("\f", "\n\n")
    longer = "\n\n".join([sentences] * 6)
    assert by(Label.BODY, longer) == "a cookie wall, no article"


def test_a_page_without_a_line_is_empty() -> None:
    document = RawDocument("text", (), ())
    assert health(document, Judged((), Metadata())) == "an empty page, no text"
    assert by(Label.BLANK, " \n\t\n") == "an empty page, no text"


def test_front_matter_is_no_text() -> None:
    assert found("") == "an empty page, no text"


def test_a_phrase_that_is_cited_is_no_wall() -> None:
    cited = 'The box says "we use cookies to improve your experience" and stays there.'
    assert found(f"A box\n\n{cited}") == ""


@given(
    st.lists(st.sampled_from([e.text for e in FINE + BROKEN]), max_size=3), st.sampled_from(Label)
)
def test_any_page_gets_one_short_sentence_or_none(texts: list[str], label: Label) -> None:
    reason = by(label, "\n".join(texts))
    assert len(reason) < 60
    assert "\n" not in reason


@given(st.lists(st.text(max_size=30), max_size=12))
def test_nothing_in_a_text_makes_it_fail(texts: list[str]) -> None:
    lines = tuple(" ".join(text.splitlines()) for text in texts)
    document = RawDocument("text", lines, (PLAIN,) * len(lines))
    assert isinstance(health(document, judge(document)), str)


def test_a_page_that_is_all_consent_is_a_wall_whatever_stands_around_it() -> None:
    page = EXAMPLES.parents[1] / "docs_corpus/commonroom/index.php@p=4388.txt"
    assert found(page.read_text("utf-8")) == SAID["cookie wall"]
