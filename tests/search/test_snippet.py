import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Snippet
from reader.search.snippet import CUT, LOOKED_AT, PIECE, matches, snippet

TEXT = (
    "On the first morning the water did not come back, the fishermen thought the tide tables were "
    "wrong. The Hárbour had been silting for a hundred years, the council said, and nobody had "
    "asked the sea. Then more words follow, none of them to the point, until the very end."
)


def lit(found: Snippet) -> list[str]:
    return [found.text[start:end] for start, end in found.matches]


def test_the_passage_with_most_words_is_shown() -> None:
    found = snippet(["Menu home harbour", TEXT], ["harbour", "council"], 80)
    assert lit(found) == ["Hárbour", "council"]


def test_a_cut_is_marked_and_stands_between_words() -> None:
    found = snippet([TEXT], ["silting"], 60)
    assert found.text.startswith(CUT)
    assert found.text.endswith(CUT)
    inside = found.text.strip(CUT)
    assert f" {inside} " in TEXT


def test_of_a_beginning_only_its_typed_part_is_lit() -> None:
    assert lit(snippet([TEXT], ["silt*"])) == ["silt"]
    assert lit(snippet([TEXT], ["silt", "council"])) == ["council"]


def test_a_phrase_is_lit_only_where_it_stands() -> None:
    assert matches("the old sea, the sea", ["the sea"]) == ((13, 20),)


def test_without_a_match_the_beginning_is_shown() -> None:
    assert snippet([" ", "Once\nupon  a time"], ["zebra"]) == Snippet("Once upon a time")
    assert snippet([], ["zebra"]) == Snippet("")


def test_scripts_without_spaces_are_lit_to_the_character() -> None:
    assert lit(snippet(["海洋与气候变化"], ["气候"])) == ["气候"]
    assert lit(snippet(["海洋与气候变化"], ["变"])) == ["变"]


@pytest.mark.parametrize(("text", "word"), [("Straße", "strasse"), ("e\u0301te\u0301", "ete")])
def test_all_of_a_folded_character_is_lit(text: str, word: str) -> None:
    assert matches(text, [word]) == ((0, len(text)),)


@given(
    st.lists(st.text(st.sampled_from("aß é海\u0301.\n"), max_size=60), max_size=4),
    st.lists(st.text(st.sampled_from("asé海 "), max_size=4), max_size=3),
    st.integers(1, 40),
)
def test_matches_lie_inside_a_snippet_of_the_width_asked_for(
    paragraphs: list[str], wanted: list[str], width: int
) -> None:
    found = snippet(paragraphs, wanted, width)
    assert len(found.text) <= width + 2 * len(CUT)
    ends = [at for pair in found.matches for at in pair]
    assert ends == sorted(set(ends))
    assert all(0 <= at <= len(found.text) for at in ends)


def test_a_long_paragraph_is_looked_at_piece_by_piece() -> None:
    far = "and " * PIECE + "sea wall " + "and " * PIECE
    found = snippet([far], ["sea", "wall"], 30)
    assert "sea wall" in found.text
    assert [found.text[start:end] for start, end in found.matches] == ["sea", "wall"]
    assert snippet(["x" * 3 * PIECE + "sea"], ["sea"], 10).matches


def test_beyond_the_beginning_of_a_very_long_document_nobody_looks() -> None:
    document = ["and " * (PIECE // 4)] * (2 * LOOKED_AT // PIECE)
    assert snippet([*document, "sea"], ["sea"]).matches == ()
    assert snippet(["sea", *document], ["sea"]).matches
