"""Words of clutter in languages that the nets hardly learned."""
# ruff: noqa: RUF001 — letters of other scripts, as pages write them

from itertools import chain

import pytest

from reader.cleaning import clutter_translated
from reader.cleaning.lexicon import clutter, folded

TABLES = (clutter_translated.WHOLE, clutter_translated.STARTS)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Udostępnij", "share bar"),
        ("Komentarze (12)", "comment form"),
        ("Czytaj także: Prom wraca na trasę", "related list"),
        ("Все новости", "menu"),
        ("Читайте также", "related list"),
        ("Läs också", "related list"),
        ("Kirjaudu sisään", "sign-in box"),
        ("Tümünü kabul et", "cookie notice"),
        ("الصفحة الرئيسية", "menu"),
        ("همچنین بخوانید", "related list"),
        ("برچسب‌ها: دریا، بندر", "tag line"),
        ("মন্তব্য করুন", "comment form"),
        ("और पढ़ें", "menu"),
        ("发表评论", "comment form"),
        ("隱私權政策", "legal notice"),
        ("関連記事", "related list"),
        ("ページトップへ", "menu"),
        ("많이 본 뉴스", "related list"),
        ("5 min czytania", "reading time"),
        ("7 минут чтения", "reading time"),
    ],
)
def test_words_of_clutter_are_known(line: str, reason: str) -> None:
    found = clutter(line)
    assert found is not None
    assert found.reason == reason


def test_every_phrase_is_written_as_lines_are_compared() -> None:
    for text in chain.from_iterable(table.values() for table in TABLES):
        for phrase in text.split("|"):
            plain = " ".join(phrase.split())
            assert plain == folded(plain)


@pytest.mark.parametrize(
    "line",
    [
        "Читайте также то, что написано мелким шрифтом, прежде чем подписать договор с банком.",
        "Tagi rano wstała i poszła nad rzekę, choć deszcz padał od świtu.",
        "评论家说，这部电影的结尾让人想起他早年的作品，也让人想起大海。",
    ],
)
def test_sentences_that_begin_like_clutter_are_text(line: str) -> None:
    found = clutter(line)
    assert found is None or found.certainty < 1
