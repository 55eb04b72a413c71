"""Queries over lines: what answers, in which order, while lines come."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.picking import lines as lines_module
from reader.search.picking.lines import Lines
from reader.search.picking.matching.picker import Picker
from reader.search.picking.terms import Case, Manner

LINES = (
    "letters from the lighthouse",
    "the harbour wall",
    "a wall of fog",
    "security tools",
    "src/main/kernel.py",
    "overwalled",
    "Wallpaper",
)


def lines_of(lines: Sequence[str]) -> Lines:
    made = Lines()
    made.feed("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))
    return made


def found(typed: str, lines: Sequence[str] = LINES, manner: Manner = Manner()) -> list[str]:  # noqa: B008
    picked = Picker(lines_of(lines), manner).find(typed)
    assert picked is not None
    assert len(picked.rows) == len(picked.scores) == len(set(picked.rows.tolist()))
    return [lines[row] for row in picked.rows.tolist()]


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("wall", "a wall of fog"),
        ("fog wall", "a wall of fog"),
        ("secruity", "security tools"),
        ("tool secur", "security tools"),
        ("hrbr", "the harbour wall"),
        ("lftl", "letters from the lighthouse"),
        ("main/ker", "src/main/kernel.py"),
        ("smk", "src/main/kernel.py"),
        ("^the", "the harbour wall"),
        (".py$", "src/main/kernel.py"),
        ("wall !fog ^the", "the harbour wall"),
        ("W", "Wallpaper"),
    ],
)
def test_the_line_that_is_meant_comes_first(typed: str, best: str) -> None:
    assert found(typed)[0] == best


def test_a_word_comes_before_its_begin_and_that_before_its_inside() -> None:
    assert found("wall")[:4] == ["a wall of fog", "the harbour wall", "Wallpaper", "overwalled"]


def test_ends_of_lines_are_found_behind_white_space_and_after_empty_lines() -> None:
    lines = ["", "a.py\r", "\tb.pyc \u3000", "  ", "c"]
    assert found(".py$", lines) == ["a.py\r"]
    assert found("c$", lines) == ["c", "\tb.pyc \u3000"]
    assert found("^b", lines) == ["\tb.pyc \u3000"]
    assert found("!c$", lines) == ["", "a.py\r", "  "]
    assert found("^c$", ["", "", "c"]) == ["c"]


def test_lines_that_answer_as_well_stay_in_their_order() -> None:
    lines = ["b wall", "a wall", "c wall", "a wall"]
    assert found("wall", lines) == lines
    assert found("wall", lines, Manner(tac=True)) == lines[::-1]
    assert found("'wall", lines) == lines


def test_unsorted_lines_come_in_their_order() -> None:
    unsorted = found("wall", LINES, Manner(sort=False))
    assert unsorted == [line for line in LINES if line in found("wall")]
    assert found("wall", LINES, Manner(sort=False, tac=True)) == unsorted[::-1]


@pytest.mark.parametrize("typed", ["", " ", "!zzz", "!"])
def test_where_nothing_is_wanted_all_come_in_their_order(typed: str) -> None:
    assert found(typed) == list(LINES)
    assert found(typed, LINES, Manner(tac=True)) == list(LINES)[::-1]


@pytest.mark.parametrize("typed", ["zzz", "'wll", "wall !l", "^wall$", "Kernel"])
def test_what_nothing_answers_finds_nothing(typed: str) -> None:
    assert found(typed) == []


def test_words_that_are_spelt_right_bring_no_others() -> None:
    lines = [f"resting {number}" for number in range(30)] + ["testing 1"]
    assert "testing 1" not in found("resting", lines)
    assert "testing 1" in found("resting", lines[28:])


def test_signs_of_a_word_must_be_there() -> None:
    assert found("a.py", ["a.py", "a py", "apy"]) == ["a.py"]


def test_exact_and_case_are_kept() -> None:
    assert found("wll", LINES, Manner(exact=True)) == []
    assert found("wallpaper", LINES, Manner(case=Case.RESPECTED)) == []
    assert found("WALLPAPER", LINES, Manner(case=Case.IGNORED)) == ["Wallpaper"]


def test_an_index_of_all_finds_the_same() -> None:
    for typed in ("wall", "secruity", "fog wall", "hrbr", "kernel | fog", "'wall !fog", "rest"):
        picker = Picker(lines_of(LINES), Manner())
        plain = picker.find(typed)
        picker.index()
        indexed = picker.find(typed)
        assert plain is not None
        assert indexed is not None
        assert plain.rows.tolist() == indexed.rows.tolist()


def test_lines_that_come_later_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_module, "CHUNK", 200)
    lines = Lines()
    picker = Picker(lines, Manner())
    empty = picker.find("wall")
    assert empty is not None
    assert not len(empty.rows)
    for number in range(40):
        lines.feed(f"the wall {number}\nfog\n".encode())
        picker.prepare()
        picked = picker.find("wall")
        assert picked is not None
        assert sorted(picked.rows.tolist()) == list(range(0, number * 2 + 1, 2))


def test_an_answer_that_nobody_wants_is_none() -> None:
    assert Picker(lines_of(LINES), Manner()).find("wall", lambda: False) is None


def test_scores_go_down() -> None:
    picked = Picker(lines_of(LINES), Manner()).find("wall")
    assert picked is not None
    scores = picked.scores.tolist()
    assert scores == sorted(scores, reverse=True)


LETTERS = st.text("abcAä漢 -/.😀\udcff\u0301", max_size=8)


@given(lines=st.lists(LETTERS, max_size=8), word=st.text("abc-/.漢", min_size=1, max_size=3))
def test_every_line_with_the_letters_in_their_order_is_found(lines: list[str], word: str) -> None:
    def has(line: str) -> bool:
        rest = iter(line.lower())
        return all(letter in rest for letter in word)

    assert {line for line in lines if has(line)} <= set(found(word, lines))


@given(
    lines=st.lists(st.text(st.characters(exclude_characters="\n"), max_size=12), max_size=8),
    typed=st.text(max_size=12),
    exact=st.booleans(),
    sort=st.booleans(),
)
def test_any_query_over_any_lines_has_an_answer(
    lines: list[str], typed: str, exact: bool, sort: bool
) -> None:
    lines = [line.encode("utf-8", "ignore").decode() for line in lines]
    answer = found(typed, lines, Manner(exact=exact, sort=sort))
    assert set(answer) <= set(lines)
