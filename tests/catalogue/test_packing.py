"""What is packed comes back as it went in."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.catalogue.packing import (
    DICTIONARY_BYTES,
    SCORE_STEPS,
    dictionary_of,
    pack_choice,
    pack_judgement,
    pack_lines,
    pack_markup,
    pack_metadata,
    pack_numbers,
    unjudged_lines,
    unpack_choice,
    unpack_judgement,
    unpack_lines,
    unpack_markup,
    unpack_metadata,
    unpack_numbers,
)
from reader.model import PLAIN, Kind, Label, Line, Markup, Metadata

any_text = st.text(st.characters(exclude_categories=()))  # lone surrogates too
texts = st.text(st.characters(exclude_categories=(), exclude_characters="\n"))
shares = st.floats(0, 1)
numbers = st.lists(st.integers(-(2**63), 2**63 - 1))
markups = st.lists(
    st.just(PLAIN)
    | st.builds(
        Markup,
        st.sampled_from(Kind),
        st.integers(0, 9),
        any_text,
        shares,
        st.lists(st.integers(0), max_size=4).map(tuple),
        any_text,
    )
)
judged = st.lists(
    st.builds(Line, texts, st.sampled_from(Label), any_text, st.none() | shares), max_size=9
)
metadatas = st.builds(
    Metadata,
    any_text,
    any_text,
    any_text,
    st.none() | any_text,
    any_text,
    any_text,
    st.lists(any_text).map(tuple),
)


@given(st.lists(texts))
def test_lines_come_back_as_they_were(lines: list[str]) -> None:
    assert unpack_lines(pack_lines(lines)) == tuple(lines)


@given(st.lists(st.lists(texts), max_size=5), st.lists(texts))
def test_lines_come_back_with_the_dictionary_of_their_collection(
    documents: list[list[str]], lines: list[str]
) -> None:
    dictionary = dictionary_of(documents)
    assert unpack_lines(pack_lines(lines, dictionary), dictionary) == tuple(lines)


def test_a_dictionary_makes_what_is_like_its_documents_smaller() -> None:
    pages = [
        ["Home", "News of the coast", f"The bridge {n}", "Contact the editors"] for n in range(9)
    ]
    dictionary = dictionary_of(pages[1:])
    assert len(pack_lines(pages[0], dictionary)) < 0.7 * len(pack_lines(pages[0]))
    assert len(dictionary_of(pages * 9_000)) == DICTIONARY_BYTES
    with pytest.raises((zlib.error, ValueError)):
        unpack_lines(pack_lines(pages[0], dictionary))


@pytest.mark.parametrize("lines", [["\n"], ["a", "b\nc", "d"], ["a\n", "b"]])
def test_a_line_end_inside_a_line_is_refused(lines: list[str]) -> None:
    with pytest.raises(ValueError, match="holds a line end"):
        pack_lines(lines)


@given(markups)
def test_markup_comes_back_as_it_was(markup: list[Markup]) -> None:
    assert unpack_markup(pack_markup(markup), len(markup)) == tuple(markup)


def test_markup_that_tells_nothing_takes_no_room() -> None:
    assert pack_markup([PLAIN, Markup(Kind.TEXT)]) == b""
    assert unpack_markup(b"", 3) == (PLAIN,) * 3


@given(judged)
def test_a_judgement_comes_back_with_its_scores_to_half_a_step(lines: list[Line]) -> None:
    back = unpack_judgement(pack_judgement(lines), [line.text for line in lines])
    assert [line._replace(score=None) for line in back] == [
        line._replace(score=None) for line in lines
    ]
    for line, before in zip(back, lines, strict=True):
        assert (line.score is None) is (before.score is None)
        assert abs((line.score or 0) - (before.score or 0)) <= 0.5 / SCORE_STEPS + 1e-12


@given(judged)
def test_packing_a_judgement_again_changes_nothing_more(lines: list[Line]) -> None:
    own = [line.text for line in lines]
    once = unpack_judgement(pack_judgement(lines), own)
    assert unpack_judgement(pack_judgement(once), own) == once


@pytest.mark.parametrize("label", Label)
def test_every_label_comes_back(label: Label) -> None:
    lines = (Line("x", label, "because", 0.5),)
    assert unpack_judgement(pack_judgement(lines), ["x"]) == lines


@pytest.mark.parametrize("score", [0.0, 0.5, 1.0])
def test_certainty_and_doubt_are_kept_exactly(score: float) -> None:
    (line,) = unpack_judgement(pack_judgement([Line("x", Label.BODY, "", score)]), ["x"])
    assert line.score == score


def test_a_flipped_bit_in_a_judgement_never_makes_another_one_of_it() -> None:
    lines = [Line(f"line {place}", label, "menu", 0.25) for place, label in enumerate(Label)]
    packed, own = pack_judgement(lines), [line.text for line in lines]
    for place in range(8 * len(packed)):
        flipped = bytearray(packed)
        flipped[place // 8] ^= 1 << place % 8
        try:
            found = unpack_judgement(bytes(flipped), own)
        except (zlib.error, ValueError):
            continue
        assert found == unpack_judgement(packed, own)  # some bits fill up a byte


def test_a_judgement_of_other_lines_is_no_judgement_of_these() -> None:
    packed = pack_judgement([Line("a", Label.BODY), Line("b", Label.BODY)])
    with pytest.raises(ValueError, match="not one of these lines"):
        unpack_judgement(packed, ["a", "b", "c"])


@given(st.lists(texts))
def test_lines_nobody_judged_are_body_where_there_is_anything_to_read(lines: list[str]) -> None:
    unjudged = unjudged_lines(lines)
    assert [line.text for line in unjudged] == lines
    assert [line.label is Label.BLANK for line in unjudged] == [not line.strip() for line in lines]
    assert all((line.reason, line.score) == ("", None) for line in unjudged)


@given(metadatas)
def test_metadata_comes_back_as_it_was(metadata: Metadata) -> None:
    packed = pack_metadata(metadata)
    assert unpack_metadata(packed) == metadata
    packed.encode("ascii")  # what SQLite stores as text must have no lone surrogate in it


@given(numbers)
def test_numbers_come_back_as_they_were_in_8_bytes_each(given_numbers: list[int]) -> None:
    packed = pack_numbers(given_numbers)
    assert list(unpack_numbers(packed)) == given_numbers
    assert len(packed) == 8 * len(given_numbers)


@pytest.mark.parametrize("packed", [b"", b"no deflated bytes", zlib.compress(b"\xff\n")])
def test_bytes_that_were_never_packed_are_refused(packed: bytes) -> None:
    with pytest.raises((zlib.error, ValueError)):
        unpack_lines(packed)


@given(
    st.lists(
        st.tuples(st.integers(-(2**63), 2**63 - 1), st.booleans()), unique_by=lambda pair: pair[0]
    )
)
def test_chosen_numbers_come_back_from_a_bit_each(pairs: list[tuple[int, bool]]) -> None:
    every = [number for number, _ in pairs]
    chosen = {number for number, taken in pairs if taken}
    packed = pack_choice(chosen, every)
    assert unpack_choice(packed, every) == chosen
    assert len(packed) <= -(-len(every) // 8)


def test_a_number_that_is_not_there_cannot_be_chosen() -> None:
    with pytest.raises(ValueError, match="not there"):
        pack_choice({1, 4}, [1, 2, 3])
