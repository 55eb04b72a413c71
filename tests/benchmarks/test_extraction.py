import pytest

from benchmarks.extraction import Score, f1, figures, score, summary

GOOD, LOST, DIRTY = Score(1, 1, 0, 0), Score(1, 0.5, 0.5, 0), Score(0.5, 1, 0, 0.5)


def test_the_article_itself_scores_best() -> None:
    text = "one two three four five six"
    assert score(text, text, [text], ["content"]) == Score(1, 1, 0, 0)


def test_what_is_lost_and_what_is_junk_are_told_apart() -> None:
    lines, labels = ["one two three four", "five six seven eight", "menu here"], ["content"] * 2
    article = "\n".join(lines[:2])
    assert score(article, lines[0], lines, [*labels, "boiler"]).lost == 0.5
    dirty = score(article, "\n".join(lines), lines, [*labels, "boiler"])
    assert dirty.lost == 0
    assert dirty.junk == pytest.approx(0.2)


def test_a_headline_in_the_output_is_no_junk() -> None:
    lines, labels = ["Big news", "one two three four"], ["title", "content"]
    assert score(lines[1], "\n".join(lines), lines, labels).junk == 0


def test_an_empty_output_loses_all_and_has_no_precision() -> None:
    empty = score("one two three four", "", ["one two three four"], ["content"])
    assert (empty.recall, empty.lost, empty.junk) == (0, 1, 0)
    assert f1([empty, GOOD]) == pytest.approx(2 / 3)


def test_figures_count_documents_and_their_intervals_hold_them() -> None:
    found = figures([GOOD, GOOD, LOST, DIRTY], ["a", "b", "c", "d"])
    assert (found.damaged, found.dirty, found.ok) == (0.25, 0.25, 0.5)
    assert found.precision == found.recall == 0.875
    assert found.f1_between[0] <= found.f1 <= found.f1_between[1]
    assert found.ok_between[0] <= found.ok <= found.ok_between[1]


def test_one_site_says_nothing_about_others() -> None:
    found = figures([GOOD, LOST, DIRTY], ["a", "a", "a"])
    assert found.ok_between == (found.ok, found.ok)


def test_the_same_scores_have_the_same_interval_whatever_their_order() -> None:
    one = figures([GOOD, LOST, DIRTY], ["a", "b", "c"])
    other = figures([DIRTY, GOOD, LOST], ["c", "a", "b"])
    assert (one.f1_between, one.ok_between) == (other.f1_between, other.ok_between)


def test_the_summary_names_the_shares() -> None:
    told = summary([GOOD, LOST])
    assert told.startswith("2 documents: F1 ")
    assert told.endswith("ok 0.50, damaged 0.50, dirty 0.00")
