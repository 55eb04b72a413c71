"""What holds for every page that looks like one: nothing is lost, and all is said why."""
# ruff: noqa: RUF001, E501 - letters and marks of other scripts, as pages write them

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning import Repetition, fingerprints, judge
from reader.cleaning.clutter_phrases import ANYWHERE, COUNTED, STARTS
from reader.cleaning.clutter_words import WHOLE
from reader.model import Judged, Label, RawDocument
from reader.sources import parse, parse_html, parse_text
from tests.cleaning.pages import PROSE

DOCS = Path(__file__).parents[2] / "docs" / "cleaning.md"
NUMBERS = re.compile(r"\d[\d,]*")
SHOWN = frozenset(Label) - {Label.BOILERPLATE, Label.BLANK}

LINES = (
    "Home|News|Sport|Contact|Log in|Home » News » Local|Share on Facebook|Tweet|Advertisement"
    "|Related articles|Read more|3 Comments|Leave a reply|We use cookies. Accept all"
    "|© 2021 The Tarn Valley News. All rights reserved.|Sign up for our newsletter"
    "|3 May 2021|2021-05-03 12:30|Published 3 May 2021|Monday, 3 May 2021|12. März 2019"
    "|By Mara Lind|Mara Lind|Von Anna Berg, Korrespondentin|文／山田太郎|Автор: Анна Берг"
    "|Anna opens the ledger of the storm|Photo: Mara Lind|The work includes:|- new planks"
    "|1. lamps|def f(x): return x|a | b | c|| 1 | 2 ||x = 1;|    indented|# Heading|> quoted"
    "|Das Meer war ruhig, und niemand sprach.|海は静かだった。誰も話さなかった。|البحر هادئ ولم يتكلم أحد."
    "|Море было спокойно.|सागर शांत था।|ทะเลสงบ|\x1b[31mred\x1b[0m|a\0b|\u202eevil\u202c|\u200b"
    "|\ud800|e\u0301\u0301\u0301\u0301\u0301\u0301|👨\u200d👩\u200d👧|!?.,;|…|-|   |\t|\x0c|\x85|\u2028"
    f"|word {', ' * 60}|{'1.' * 90}|{'A.B. ' * 40}|{'by ' * 30}|12345678901234567890"
)
LINE = st.one_of(
    st.sampled_from([*LINES.split("|"), *PROSE.split("\n"), ""]),
    st.text(st.characters(exclude_categories=()), max_size=40),
)
TEXTS = st.lists(LINE, max_size=30).map("\n".join)
TAGS = (
    "<p>|</p>|<div>|</div>|<nav>|</nav>|<article>|</article>|<footer>|<h1>|</h1>|<h2>|</h2>|<ul><li>"
    "|</ul>|<table><tr><td>|</td><td>|</table>|<pre>|</pre>|<br>|<a href=x>|</a>|<div hidden>|<form>"
    "|<!--|-->|<script>|</script>|<style>|<title>|</title>|&#27;|&#0;|&amp;amp;|&nbsp;|&#xD800;"
    "|&#99999999999999999999;|<a href='|'>|<blockquote>|<span style='display: none'>|</span>"
)
PAGES = st.lists(LINE | st.sampled_from(TAGS.split("|")), max_size=40).map("".join)
DOCUMENTS = st.one_of(
    TEXTS.map(parse_text),
    PAGES.map(parse_html),
    # without NUL: a file with more than a few of them is no text
    TEXTS.map(lambda text: parse(text.replace("\0", "").encode("utf-8", "replace"), "a.md")),
)


def documented() -> set[str]:
    """The reasons that the manual explains, numbers as N."""
    table = DOCS.read_text("utf-8").partition("## Reasons")[2].partition("\n## ")[0]
    return {reason for row in table.split("\n") for reason in re.findall(r"`([^`]+)`", row)}


def unknown(judged: Judged) -> set[str]:
    """Reasons for setting a line aside that the manual does not explain."""
    given_ = {line.reason for line in judged.lines if line.label is Label.BOILERPLATE}
    return {NUMBERS.sub("N", reason) for reason in given_} - documented()


def test_every_reason_in_the_lexicon_is_explained_in_the_manual() -> None:
    assert {*WHOLE, *STARTS, *ANYWHERE, *COUNTED.values()} <= documented()


@given(DOCUMENTS, st.integers(min_value=1, max_value=6))
@settings(max_examples=150)
def test_kept_and_set_aside_are_the_document_and_every_reason_is_a_known_one(
    raw: RawDocument, pages: int
) -> None:
    counts = dict.fromkeys(fingerprints(raw.lines[::2]), pages)
    judged = judge(raw, Repetition(pages, counts))
    assert tuple(line.text for line in judged.lines) == raw.lines
    assert not unknown(judged)
    for line in judged.lines:
        assert (line.label is Label.BLANK) == (not line.text.strip())


@given(DOCUMENTS)
@settings(max_examples=100)
def test_a_document_with_text_shows_some_of_it_or_says_what_stands_in_its_place(
    raw: RawDocument,
) -> None:
    judged = judge(raw)
    aside = [line for line in judged.lines if line.label is Label.BOILERPLATE]
    if not any(line.label in SHOWN for line in judged.lines):
        assert all(line.reason == "front matter" for line in aside)
