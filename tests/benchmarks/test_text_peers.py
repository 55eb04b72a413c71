"""Every peer answers the same questions as ours, where it is installed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.prose import texts
from benchmarks.questions import KINDS, Asked, questions
from benchmarks.text_peers import BEST, Document, Fts5, Ripgrep, expression, xapian

DOCUMENTS = [
    Document(row, text.title, text.body, (f"tag{row % 7}", "all"), f"{2000 + row % 20}-05-11")
    for row, text in enumerate(texts(300), 1)
]
QUESTIONS = questions([Asked(each.body, each.tags, each.date) for each in DOCUMENTS], 3, 1)


@pytest.fixture
def fts5(tmp_path: Path) -> Iterator[Fts5]:
    peer = Fts5(tmp_path, DOCUMENTS)
    yield peer
    peer.close()


def test_questions_are_written_as_fts5_reads_them() -> None:
    written = {question.kind: expression(question) for question in QUESTIONS}
    assert written["any of three"].count(" OR ") == 2
    assert written["phrase"].count('"') == 2
    assert written["prefix"].endswith("*")
    assert written["two words"].count('"') == 4


def test_fts5_counts_and_lists_what_answers(fts5: Fts5) -> None:
    figures = fts5.figures(QUESTIONS)
    assert len(figures.counts) == len(figures.times) == len(QUESTIONS)
    for question, count in zip(QUESTIONS, figures.counts, strict=True):
        assert len(fts5.best(question)) == min(BEST, count)
    assert 0 < figures.size < 10 * sum(len(each.body) for each in DOCUMENTS)


def test_fts5_shows_passages_with_the_word_and_gives_texts_back(fts5: Fts5) -> None:
    [question] = [each for each in QUESTIONS if each.kind == "common word"][:1]
    passages = fts5.snippets(question)
    assert len(passages) == BEST
    assert all("[" in passage for passage in passages if passage)
    assert fts5.bodies([3, 1]) == [DOCUMENTS[2].body, DOCUMENTS[0].body]


def test_what_is_narrowed_has_the_tag_and_the_days(fts5: Fts5) -> None:
    for question in QUESTIONS:
        for row in fts5.best(question) if question.tag else ():
            found = DOCUMENTS[row - 1]
            assert question.tag in found.tags
            assert question.first <= found.date <= question.last


def test_xapian_counts_as_fts5_does(tmp_path: Path, fts5: Fts5) -> None:
    told = xapian(tmp_path, DOCUMENTS, QUESTIONS)
    if told is None:
        pytest.skip("not installed: apt install python3-xapian")
    figures, compacted = told
    assert figures.counts == fts5.figures(QUESTIONS).counts
    assert 0 < compacted <= figures.size


def test_xapian_is_left_out_where_there_is_no_python_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.text_peers.PYTHON", str(tmp_path / "python3"))
    assert xapian(tmp_path, DOCUMENTS, QUESTIONS) is None
    assert not list(tmp_path.iterdir())


def test_ripgrep_counts_as_fts5_does(tmp_path: Path, fts5: Fts5) -> None:
    files = Ripgrep(tmp_path, DOCUMENTS)
    if files.program is None:
        pytest.skip("not installed: apt install ripgrep")
    words = [each for each in QUESTIONS if each.kind in KINDS[:2]]
    counted = [files.asked(each.words[0])[1] for each in words]
    assert counted == fts5.figures(words).counts


def test_without_ripgrep_no_files_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Ripgrep(tmp_path, DOCUMENTS).program is None
    assert not list(tmp_path.iterdir())
