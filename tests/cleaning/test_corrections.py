"""What people say of lines is the last word, and says nothing of any other line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning import (
    UNCORRECTED,
    Corrections,
    corrected,
    fingerprint,
    fingerprints,
    held,
    judge,
    line_keys,
    numbered,
    paragraphs,
    words,
)
from reader.model import Judged, Kind, Label, Markup, RawDocument
from tests.cleaning.pages import BRIDGE, PROSE, raw
from tests.cleaning.test_judge_properties import documents


def labels(judged: Judged) -> list[Label]:
    return [line.label for line in judged.lines]


def said(document: RawDocument, keep: bool, *texts: str) -> dict[int, bool]:
    """A verdict on the lines of these texts."""
    keys = line_keys(document.lines)
    return {
        key: keep
        for key, line in zip(keys, document.lines, strict=True)
        if key is not None and line in texts
    }


def reasons(judged: Judged, text: str) -> set[tuple[Label, str]]:
    return {(line.label, line.reason) for line in judged.lines if line.text == text}


def test_a_line_is_set_aside_and_another_kept_with_a_reason() -> None:
    document = raw(BRIDGE)
    judged = judge(document)
    quote = '"It should have been done ten years ago," said the mayor.'
    verdicts = said(document, False, quote) | said(document, True, "School bus route changes")
    after = corrected(judged, document, Corrections(here=verdicts))
    assert reasons(after, quote) == {(Label.BOILERPLATE, "set aside by you")}
    assert reasons(after, "School bus route changes") == {(Label.BODY, "kept by you")}
    changed = [a for a, b in zip(judged.lines, after.lines, strict=True) if a != b]
    assert {line.text for line in changed} == {quote, "School bus route changes"}


def test_what_is_said_of_a_document_wins_over_what_is_said_of_its_site() -> None:
    document = raw(BRIDGE)
    quote = '"It should have been done ten years ago," said the mayor.'
    everywhere = said(document, False, quote)
    after = corrected(judge(document), document, Corrections(site=everywhere))
    assert reasons(after, quote) == {
        (Label.BOILERPLATE, "set aside by you on every page of this site")
    }
    both = Corrections(here=said(document, True, quote), site=everywhere)
    assert reasons(corrected(judge(document), document, both), quote) == {
        (Label.BODY, "kept by you")
    }


def test_words_and_folds_follow() -> None:
    document = raw(BRIDGE)
    judged = judge(document)
    whole = words(paragraphs(judged.lines, document.markup))
    quote = '"It should have been done ten years ago," said the mayor.'
    after = corrected(judged, document, Corrections(here=said(document, False, quote)))
    units = paragraphs(after.lines, document.markup)
    assert words(units) == whole - len(quote.split())
    assert any("set aside by you" in unit.reason for unit in units)


def test_other_dates_and_counts_make_no_other_line() -> None:
    before, after = "Published 3 May 2021 · 12 comments", "Published 28 June 2024 · 7 comments"
    document = raw(PROSE + "\n" + before)
    verdicts = Corrections(here=said(document, False, before))
    later = raw(PROSE + "\n\n" + after)
    found = corrected(judge(later), later, verdicts)
    assert reasons(found, after) == {(Label.BOILERPLATE, "set aside by you")}


def test_a_bare_number_or_date_is_known_by_the_words_above_it() -> None:
    document = raw("Share\n12\n\nNorth wall\n\n3 May 2021\n\n1893\n\n" + PROSE)
    verdicts = Corrections(here=said(document, False, "Share", "12"))
    again = raw("Share\n\n4711\n\nNorth wall\n\n5 June 2022\n\n1893\n\n" + PROSE)
    found = corrected(judge(again), again, verdicts)
    yours = [line.text for line in found.lines if line.reason == "set aside by you"]
    assert yours == ["Share", "4711"]


@pytest.mark.parametrize("above", ["Updated 4 May", "of", "Part 3 of", ""])
def test_a_bare_line_is_never_taken_for_the_line_above_it(above: str) -> None:
    keys = line_keys([above, "12"])
    assert keys[1] is not None
    assert keys[0] != keys[1]


def test_a_title_a_byline_and_a_date_can_be_set_aside_and_tell_nothing_then() -> None:
    document = raw(BRIDGE)
    judged = judge(document)
    assert (judged.metadata.author, judged.metadata.date) == ("Mara Lind", "2021-05-03")
    titles = {line.text for line in judged.lines if line.label is Label.TITLE}
    verdicts = said(document, False, "By Mara Lind", "Published 3 May 2021", *titles)
    after = corrected(judged, document, Corrections(here=verdicts))
    assert not {Label.TITLE, Label.BYLINE, Label.DATE} & set(labels(after))
    assert (after.metadata.author, after.metadata.date) == ("", None)
    assert after.metadata.title == judged.metadata.title


def test_where_a_headline_is_set_aside_what_heads_the_article_is_it() -> None:
    document = raw(f"Bridge to close for repairs\n\nThe bridge over the Tarn\n\n{PROSE}")
    judged = judge(document)
    assert judged.metadata.title == document.lines[0]
    verdicts = said(document, False, document.lines[0])
    after = corrected(judged, document, Corrections(here=verdicts))
    assert after.metadata.title == document.lines[2]
    assert after.lines[2].label is Label.TITLE
    assert corrected(judged, document, UNCORRECTED) == judged


def test_a_paragraph_is_no_headline_for_want_of_another() -> None:
    document = raw(f"Bridge to close for repairs\n\n{PROSE}")
    verdicts = said(document, False, document.lines[0])
    after = corrected(judge(document), document, Corrections(here=verdicts))
    assert after.metadata.title == document.lines[0]
    assert Label.TITLE not in labels(after)


def test_what_the_file_declares_stays_known() -> None:
    document = raw(BRIDGE, author="M. L.", date="2021-05-04")
    verdicts = said(document, False, "By Mara Lind", "Published 3 May 2021")
    after = corrected(judge(document), document, Corrections(here=verdicts))
    assert (after.metadata.author, after.metadata.date) == ("M. L.", "2021-05-04")


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("The north wall", Kind.HEADING, Label.HEADING),
        ("The north wall", Kind.ITEM, Label.LIST),
        ("The north wall", Kind.CAPTION, Label.CAPTION),
        ("The north wall", Kind.QUOTE, Label.BODY),
        ("The north wall", Kind.CODE, Label.BODY),
        ("The north wall", Kind.TEXT, Label.HEADING),
        ("the north wall", Kind.TEXT, Label.BODY),
        ("The north wall.", Kind.TEXT, Label.BODY),
        ("• the north wall", Kind.TEXT, Label.LIST),
        ("3. the north wall", Kind.TEXT, Label.LIST),
    ],
)
def test_a_kept_line_is_what_it_looks_like(text: str, kind: Kind, label: Label) -> None:
    lines = ["Menu", "", text, "", *PROSE.split("\n")]
    document = raw(
        "\n".join(lines), *(Markup(kind if line == text else Kind.TEXT) for line in lines)
    )
    judged = judge(document)
    aside = judged._replace(
        lines=tuple(
            line._replace(label=Label.BOILERPLATE, reason="menu") if line.text == text else line
            for line in judged.lines
        )
    )
    after = corrected(aside, document, Corrections(here=said(document, True, text)))
    assert reasons(after, text) == {(label, "kept by you")}


def test_a_wrapped_paragraph_that_is_kept_is_one_paragraph() -> None:
    wrapped = [
        "The Harbour Board said on Monday that dredging would be finished before",
        "the herring boats come back in June, and that the quay would be open to",
        "walkers on the weekends while the barges are moored at the eastern end",
        "of it, as they were when the basin was last deepened many years before.",
    ]
    lines = ["Menu", "", *wrapped, "", *wrapped]
    document = raw("\n".join(lines))
    judged = judge(document)
    aside = judged._replace(
        lines=tuple(
            line._replace(label=Label.BOILERPLATE, reason="menu") if line.text.strip() else line
            for line in judged.lines
        )
    )
    after = corrected(aside, document, Corrections(here=said(document, True, *wrapped)))
    assert labels(after)[2:6] == [Label.BODY] * 4
    bodies = [unit for unit in paragraphs(after.lines, document.markup) if unit.text[:3] == "The"]
    assert [(unit.first, unit.last) for unit in bodies] == [(2, 5), (7, 10)]


def test_without_corrections_nothing_is_even_looked_at() -> None:
    document = raw(BRIDGE)
    judged = judge(document)
    assert corrected(judged, document, UNCORRECTED) is judged
    assert corrected(judged, document, Corrections(here={fingerprint("not there"): True})) is judged
    assert not UNCORRECTED
    assert Corrections(site={1: True})


@given(documents(), st.data())
@settings(max_examples=150, deadline=None)
def test_no_correction_loses_or_moves_a_line(document: RawDocument, data: st.DataObject) -> None:
    keys = sorted({key for key in line_keys(document.lines) if key is not None})
    some = st.dictionaries(st.sampled_from(keys), st.booleans()) if keys else st.just({})
    verdicts = Corrections(data.draw(some), data.draw(some))
    judged = judge(document)
    after = corrected(judged, document, verdicts)
    assert [line.text for line in after.lines] == list(document.lines)
    for before, line, key in zip(judged.lines, after.lines, line_keys(document.lines), strict=True):
        assert (line.label is Label.BLANK) == (not line.text.strip())
        verdict = None if key is None else verdicts.verdict(key)
        if verdict is None:
            # Where the headline was set aside, another line is one.
            assert line == before or line.label is Label.TITLE
        else:
            assert (line.label is not Label.BOILERPLATE, line.reason) == verdict
    assert corrected(after, document, verdicts).lines == after.lines


@given(st.lists(st.text(max_size=40).filter(lambda line: "\n" not in line), max_size=12))
def test_a_document_holds_its_lines_and_their_keys(lines: list[str]) -> None:
    keys = line_keys(lines)
    assert len(keys) == len(lines)
    assert set(held(lines, numbered(lines))) == {
        *fingerprints(lines),
        *(key for key in keys if key is not None),
    }
    assert [key is None for key in keys] == [not line.strip() for line in lines]
