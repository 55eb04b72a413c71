"""Questions are made from documents that answer them."""

import pytest

from benchmarks.prose import texts
from benchmarks.questions import KINDS, RARE, Asked, Question, costs, questions

DOCUMENTS = [
    Asked(text.body, (f"tag{number % 7}", "all"), f"{2000 + number % 20}-05-11")
    for number, text in enumerate(texts(400))
]
QUESTIONS = questions(DOCUMENTS, 5, 1)


def spaced(text: str) -> str:
    return f" {text.lower().replace('.', '').replace(chr(10), ' ')} "


SPACED = [spaced(one.text) for one in DOCUMENTS]


def answers(text: str, question: Question) -> bool:
    words = question.words
    if question.kind == "phrase":
        return f" {' '.join(words)} " in text
    if question.kind == "prefix":
        return f" {words[0]}" in text
    held = [f" {word} " in text for word in words]
    return any(held) if question.kind == "any of three" else all(held)


def answering(question: Question) -> list[Asked]:
    """The documents that answer, found by looking at all of them."""
    both = zip(DOCUMENTS, SPACED, strict=True)
    return [one for one, text in both if answers(text, question)]


def test_the_same_seed_gives_the_same_questions_as_many_of_every_kind() -> None:
    assert questions(DOCUMENTS, 5, 1) == QUESTIONS != questions(DOCUMENTS, 5, 2)
    assert [question.kind for question in QUESTIONS] == [kind for kind in KINDS for _ in range(5)]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"two words"}])
def test_some_documents_answer(kind: str) -> None:
    for question in QUESTIONS:
        assert question.kind != kind or answering(question)


def test_as_many_have_a_word_as_its_kind_says() -> None:
    share = {
        kind: [len(answering(each)) for each in QUESTIONS if each.kind == kind] for kind in KINDS
    }
    assert all(RARE[0] <= count <= RARE[1] for count in share["rare word"])
    assert min(share["common word"]) > 0.2 * len(DOCUMENTS)


def test_what_is_narrowed_has_a_tag_and_years() -> None:
    for question in QUESTIONS:
        narrowed = question.kind == "tag + date"
        assert narrowed == bool(question.tag) == bool(question.first)
        assert question.first <= question.last


def test_of_documents_without_fitting_words_nothing_is_asked() -> None:
    assert questions([Asked("", (), "")] * 3, 5, 1) == []


def test_each_question_is_asked_in_turn_and_has_a_cost() -> None:
    asked: list[Question] = []
    times = costs(asked.append, QUESTIONS[:3])
    assert asked[:6] == QUESTIONS[:3] * 2
    assert len(times) == 3
    assert min(times) >= 0
