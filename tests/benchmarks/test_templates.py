from dataclasses import replace

from benchmarks.labelled import corpus, unseen
from benchmarks.templates import size, taken_apart
from tests.benchmarks.pages import ARTICLES, page


def test_an_article_is_what_no_other_page_has() -> None:
    found = taken_apart(page("The Tide Post", 0))
    assert found
    article, _ = found
    assert [row.text for row in (*article.head, *article.body)] == list(ARTICLES[0])
    assert (article.title, article.author) == (ARTICLES[0][0], "Ada Quill")


def test_clutter_comes_in_boxes_by_what_it_is() -> None:
    found = taken_apart(page("The Tide Post", 0))
    assert found
    _, template = found
    assert [box.kind for box in template.above] == ["menu"]
    assert [box.kind for box in template.below] == ["line", "related", "prose", "menu"]
    assert not template.inside


def test_a_page_without_blank_lines_is_dense() -> None:
    for spaced in (True, False):
        found = taken_apart(page("Hill Farm Notes", 4, spaced=spaced))
        assert found
        assert found[1].dense is not spaced


def test_boxes_between_two_parts_of_an_article_know_where_they_stand() -> None:
    whole = page("The Tide Post", 1)
    at = whole.lines.index(ARTICLES[1][3])
    broken = replace(
        whole,
        lines=(*whole.lines[:at], "Advertisement", "", *whole.lines[at:]),
        labels=(*whole.labels[:at], "boiler", "blank", *whole.labels[at:]),
    )
    found = taken_apart(broken)
    assert found
    ((share, box),) = found[1].inside
    assert [row.text for row in box.rows] == ["Advertisement"]
    assert share == 1 / 3
    assert "Advertisement" not in [row.text for row in found[0].body]


def test_nothing_is_taken_apart_where_there_is_no_article_or_no_clutter() -> None:
    whole = page("The Tide Post", 0)
    rows = list(zip(whole.lines, whole.labels, strict=True))
    for gone in ("content", "boiler"):
        left = [row for row in rows if row[1] != gone]
        lines, labels = (tuple(part) for part in zip(*left, strict=True))
        assert taken_apart(replace(whole, lines=lines, labels=labels)) is None


def test_wrapped_lines_become_one() -> None:
    for own in unseen():
        if own.name == "en/bus-letter":
            found = taken_apart(own)
            assert found
            assert any(len(row.text) > 200 for row in found[0].body)


def test_no_word_of_an_article_of_ours_is_lost_when_it_is_taken_apart() -> None:
    for own in (*unseen(), *corpus()):
        found = taken_apart(own)
        if found:
            kept = [row.text for row in found[0].body if row.label == "content"]
            assert "".join("\n".join(kept).split()) == "".join(own.article.split()), own.name


def test_two_characters_of_chinese_are_a_word() -> None:
    assert (size("the old lock"), size("渡し舟の話")) == (3, 2)
