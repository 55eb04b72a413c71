from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from reader.search.fold import MAX_WORD, cut, fold, words
from reader.search.titling.cutting import Chunk, Numbered, cut_texts, one_line


def chunk(*texts: str) -> tuple[Chunk, list[str]]:
    numbered = Numbered()
    cut_up = cut_texts([one_line(text) for text in texts], numbered)
    return cut_up, [word.decode("utf-8", "surrogatepass") for word in numbered.numbers]


def in_words(texts: Sequence[str]) -> list[list[str]]:
    cut_up, names = chunk(*texts)
    left = [names[number][:MAX_WORD] for number in cut_up.numbers.tolist()]
    return [[left.pop(0) for _ in range(count)] for count in cut_up.counts.tolist()]


def compounds(*texts: str) -> list[tuple[int, str]]:
    cut_up, names = chunk(*texts)
    rows = cut_up.places.tolist()
    return sorted(
        (row, names[number]) for row, number in zip(rows, cut_up.compounds.tolist(), strict=True)
    )


@given(st.lists(st.text(), min_size=1))
def test_many_texts_are_cut_as_each_alone(texts: list[str]) -> None:
    assert in_words(texts) == [words(one_line(text)) for text in texts]


@given(st.lists(st.text(st.sampled_from("ab-_'. é海\x01")), min_size=1))
def test_texts_are_folded_as_each_alone(texts: list[str]) -> None:
    cut_up, _ = chunk(*texts)
    assert cut_up.folded == [fold(text) for text in texts]
    assert [cut(folded) for folded in cut_up.folded] == in_words(texts)


def test_compounds_are_words_too() -> None:
    assert compounds("E-mail and wi-fi", "no -compound- here", "state_of_the.art") == [
        (0, "email"),
        (0, "wifi"),
        (2, "stateoftheart"),
    ]
    assert compounds("the Öko-Strom") == [(0, "okostrom")]


def test_how_many_words_the_compound_at_the_start_has_is_told() -> None:
    cut_up, _ = chunk("state-of-the-art design", "the wi-fi", "é-mail", "", "-a-b")
    assert cut_up.lead.tolist() == [4, 0, 2, 0, 2]


def test_a_text_is_one_line() -> None:
    assert one_line("a\nb") == "a b"
    assert in_words(["a\nb", "c"]) == [["a", "b"], ["c"]]
