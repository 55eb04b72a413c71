from hypothesis import given
from hypothesis import strategies as st

from reader.cli.place import place, ranges, window
from reader.cli.wrap import cells
from reader.model import Document, DocumentId, Label, Line, Page, Row, Snippet

LINES = (
    Line("Home | Boats", Label.BOILERPLATE, "menu"),
    Line("A boat", Label.TITLE),
    Line("", Label.BLANK),
    Line("The boat came in the night.", Label.BODY),
    Line("At night the boat left with the tide.", Label.BODY),
)
snippets = st.text(st.sampled_from("ab 漢"), max_size=80).flatmap(
    lambda text: st.tuples(st.just(text), st.integers(0, max(0, len(text) - 1)))
)


def page(format: str = "text") -> Page:
    document = Document(Row(1), DocumentId("0123456789"), "a.txt", "A boat", format=format)
    return Page(document, LINES, (), ())


def test_a_hit_is_where_the_first_match_of_the_passage_stands() -> None:
    snippet = Snippet("…left with the tide", ((1, 5), (15, 19)))
    assert place(page(), snippet) == (5, 19)
    assert place(page(), Snippet("A boat", ((2, 6),))) == (2, 3)
    assert place(page(), Snippet("…night the boat left", ((11, 15),))) == (5, 14)


def test_a_hit_is_never_inside_of_another_word() -> None:
    assert place(page(), Snippet("oat", ((0, 3),))) == (1, 1)


def test_a_hit_in_what_was_set_aside_is_where_it_stands_there() -> None:
    assert place(page(), Snippet("Boats", ((0, 5),))) == (1, 8)


def test_where_nothing_is_known_a_hit_is_at_the_start() -> None:
    assert place(page(), Snippet("A boat")) == (1, 1)
    assert place(page("html"), Snippet("A boat", ((2, 6),))) == (1, 1)


def test_positions_in_a_row_are_one_range() -> None:
    assert ranges((3, 4, 5, 9)) == [(3, 6), (9, 10)]
    assert ranges(()) == []


def test_a_window_is_moved_to_the_first_match() -> None:
    snippet = Snippet("a long way before the word there is nothing", ((22, 26), (36, 43)))
    shown = window(snippet, 12)
    assert shown.text == "… word ther…"
    assert [shown.text[start:end] for start, end in shown.matches] == ["word"]


@given(snippets, st.integers(4, 60))
def test_a_window_is_never_wider_than_asked_and_its_matches_lie_in_it(
    snippet: tuple[str, int], width: int
) -> None:
    text, start = snippet
    matches = ((start, start + 1),) if text else ()
    shown = window(Snippet(text, matches), width)
    assert cells(shown.text) <= width
    assert all(0 <= a < b <= len(shown.text) for a, b in shown.matches)
