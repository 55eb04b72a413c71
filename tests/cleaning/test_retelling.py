"""What a reason says of counts is true today."""

import pytest

from reader.cleaning import Repetition, fingerprint, judge, retold
from reader.cleaning.repetition import is_repeated, repeated
from tests.cleaning.pages import PROSE, raw

BOX = "Somebody wrote this sentence below each of the stories, and nobody knows who it was."
WRAPPED = (
    "Somebody wrote this sentence below each of the stories, and nobody\n"
    "knows who it was that did so, or for what reason it was never taken\n"
    "away again."
)


def counts(pages: int, *found: tuple[str, int]) -> Repetition:
    return Repetition(pages, {fingerprint(line): count for line, count in found})


def test_a_reason_is_told_with_other_counts() -> None:
    page = raw(PROSE.replace("\n\n", f"\n\n{BOX}\n\n"))
    before = judge(page, counts(4, (BOX, 3))).lines
    after = retold(before, page.markup, "text", counts(1_200, (BOX, 1_100)))
    assert [line.reason for line in before if line.reason] == ["on 3 of 4 pages of this site"]
    assert [line.reason for line in after if line.reason] == [
        "on 1,100 of 1,200 pages of this site"
    ]
    assert [line._replace(reason="") for line in after] == [
        line._replace(reason="") for line in before
    ]


@pytest.mark.parametrize("source", ["text", "markdown", "html"])
def test_what_is_told_again_is_what_judging_again_would_tell(source: str) -> None:
    page = raw(PROSE.replace("\n\n", f"\n\n{WRAPPED}\n\n{BOX}\n\n"), format=source)
    first, second, third = WRAPPED.split("\n")
    some = counts(9, (BOX, 9), (first, 7), (second, 8), (third, 9))
    more = counts(19, (BOX, 19), (first, 17), (second, 16), (third, 18))
    told = judge(page, more).lines
    assert retold(judge(page, some).lines, page.markup, source, more) == told
    assert any(is_repeated(line.reason) for line in told)


def test_a_line_that_waits_to_be_judged_again_keeps_its_reason() -> None:
    page = raw(PROSE.replace("\n\n", f"\n\n{BOX}\n\n"))
    before = judge(page, counts(4, (BOX, 3))).lines
    assert retold(before, page.markup, "text", counts(1)) == before
    assert retold((), (), "text", counts(1)) == ()


def test_only_these_words_are_such_a_reason() -> None:
    assert is_repeated(repeated(1_234, 5_678))
    assert not is_repeated("menu")
    assert not is_repeated("on 2 of 3 pages of this site, perhaps")
