"""Lines that say who wrote the article."""
# ruff: noqa: RUF001 — marks of other scripts, as pages write them

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.bylines import alone, byline


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Mara Lind", "Mara Lind"),
        ("By MARA LIND, Staff Writer", "Mara Lind"),
        ("By Mara Lind and Jens Ohl", "Mara Lind, Jens Ohl"),
        ("By the Quay Post world desk", "Quay Post world desk"),
        ("Von Jens Ohl", "Jens Ohl"),
        ("Par Claire Dubois | Publié le 18 juin 2021", "Claire Dubois"),
        ("Por Ana Ruiz, Madrid", "Ana Ruiz"),
        ("Di Marco Rossi", "Marco Rossi"),
        ("Door Jan de Wit", "Jan de Wit"),
        ("Posted by Mara Lind on 3 May 2021", "Mara Lind"),
        ("Posted on May 3, 2021 by Mara Lind", "Mara Lind"),
        ("Mara Lind · 3 May 2021 · 6 min read", "Mara Lind"),
        ("Mara Lind, 3 May 2021", "Mara Lind"),
        ("Text: Jens Ohl", "Jens Ohl"),
        ("文：田中 太郎", "田中 太郎"),
        ("作者：王小明", "王小明"),
        ("By MARA LIND in Rotterdam", "Mara Lind"),
        ("By Mara Lind, Live Reporter and Dev Anand, at the bridge", "Mara Lind, Dev Anand"),
        ("By Mara Lind, Senior Staff Engineer, Speech and Ohl Project", "Mara Lind, Ohl Project"),
        ("Interview by Henrik Dahl | 18 November 2021", "Henrik Dahl"),
        ("Words by Anna Lee Photographs by Bo Lind", "Anna Lee"),
        ("Guide by Gwen Tarr (gwen_t), 16 February 2020", "Gwen Tarr"),
        ("by old_ned » 09 Apr 2021, 08:10", "old_ned"),
        ("By Mara November 19, 2019, 07:47 PM EST", "Mara"),
        ("Monday November 18, 2019 7:45 am PST by Mara Lind", "Mara Lind"),
        ("October 12, 2018/0 Comments/in Events /by mlind", "mlind"),
        ("November 20, 2019 Emiliano Rossi", "Emiliano Rossi"),
        ("Le Quai | 04.05.2015 à 13h36 • Mis à jour le 05.05.2015 | Par Jean Duc", "Jean Duc"),
        ("Текст: Вера Снегова·24 сентября 2018", "Вера Снегова"),
        ("作者：王小明 来源：港报", "王小明"),
        ("文／王小明", "王小明"),
        ("文・写真：田中花子", "田中花子"),
        ("#1 Post by mossy » Tue Mar 02, 2021 8:14 pm", "mossy"),
        ("Posted by jens99 on 4 Apr 2020 at 10:11", "jens99"),
        ("記者王小明／台北報導", "王小明"),
        ("홍길동 기자 hong@quay.example", "홍길동"),
        ("نویسنده: سارا احمدی", "سارا احمدی"),
        ("بقلم: أحمد علي", "أحمد علي"),
        ("লিখেছেন রহিম উদ্দিন", "রহিম উদ্দিন"),
        ("Autor: Ewa Nowak", "Ewa Nowak"),
        ("By Harbour Staff", "Harbour Staff"),
        ("By", ""),
        ("3 May 2021 · 6 min read", ""),
        ("Economy | 3 May 2021", ""),
    ],
)
def test_an_author_is_read_out_of_a_byline(line: str, author: str) -> None:
    found = byline(line)
    assert found is not None
    assert found.author == author


@pytest.mark.parametrize(
    "line",
    [
        "By the time he got home it was late.",
        "Par ici la sortie",
        "The ferry is back",
        "By then nobody remembered the name of the ship",
        "On 3 May 2021 the bridge was opened again",
        "Di notte tutti i gatti sono bigi",
        "Por fin llega la lluvia",
        "— Mara Lind (@mara) November 18, 2019",
        "",
    ],
)
def test_a_sentence_is_no_byline(line: str) -> None:
    assert byline(line) is None


@given(st.text(max_size=200))
def test_any_line_may_be_asked(line: str) -> None:
    byline(line)
    alone(line)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("LUCÍA FERRÁNDIZ | Almazor", "Lucía Ferrándiz"),
        ("HALINA WRZOSEK z Brzeźnicy", "Halina Wrzosek"),
        ("Mara Lind, Staff Writer", "Mara Lind"),
        ("Mara Lind Senior Contributor", "Mara Lind"),
        ("Mara Lind and Jens Ohl, Harbour Press", "Mara Lind, Jens Ohl"),
        ("Mara Lind@maralind", "Mara Lind"),
        ("سارا احمدی", "سارا احمدی"),
        ("Sign In", ""),
        ("Edit ProfileSign Out", ""),
        ("Notes from a tuner’s bag", ""),
        ("Mara Lind sings.", ""),
        ("港の新聞 記事", ""),
        ("", ""),
    ],
)
def test_a_line_may_hold_a_name_alone(line: str, author: str) -> None:
    assert alone(line) == author


@pytest.mark.parametrize("text", ["Filed under Lines | 27 comments", "Sport | 4 min read"])
def test_counts_without_a_name_or_a_date_are_no_byline(text: str) -> None:
    assert byline(text) is None


@pytest.mark.parametrize("text", ["Diesen Artikel", "Diesen Artikel anhören", "Cette Semaine"])
def test_words_that_point_are_no_names(text: str) -> None:
    assert not alone(text)
