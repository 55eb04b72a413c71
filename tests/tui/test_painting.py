from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.strip import Strip

from reader.printable import printable
from reader.tui.look import DARK, Look
from reader.tui.painting import NOTE_GAP, NOTE_LEAST, note_room, paint
from reader.tui.part import Part, Tone
from reader.tui.wrap import wrap

LOOK = Look(DARK)
ASIDE = Part("Related articles", Tone.ASIDE, 3, 3, bar="│ ", note="related list")
FOLD = Part("3 lines · menu", Tone.FOLD, 0, 2, lead="▸ ", fold=0)


def painted(
    part: Part,
    span: tuple[int, int] | None = None,
    *,
    text_width: int = 60,
    width: int = 70,
    matches: list[tuple[int, int, bool]] | None = None,
    selected: tuple[int, int] | None = None,
) -> Strip:
    return paint(
        LOOK,
        part,
        span or (0, len(part.text)),
        7,
        5,
        text_width,
        width,
        matches or [],
        selected,
    )


def test_a_row_has_its_margin_mark_its_text_and_at_the_end_why_it_was_set_aside() -> None:
    text = painted(ASIDE).text
    assert text.startswith("     │ Related articles  ")
    assert text[:65].endswith("  related list")


def test_rows_after_the_first_have_the_bar_but_neither_lead_nor_note() -> None:
    assert painted(FOLD).text.strip() == "▸ 3 lines · menu"
    assert painted(FOLD, (2, 14)).text.rstrip() == " " * 7 + "lines · menu"
    assert painted(ASIDE, (8, 16)).text.rstrip() == "     │ articles"


def test_a_narrow_text_has_no_room_for_notes_and_long_ones_are_cut() -> None:
    assert note_room(ASIDE, NOTE_LEAST - 1) == 0
    assert note_room(Part("x"), 72) == 0
    assert note_room(ASIDE, 60) == len(ASIDE.note) + NOTE_GAP
    assert note_room(Part("x", note="y" * 50), 60) == 20 + NOTE_GAP


def test_matches_are_lit_where_they_stand_and_the_current_one_most() -> None:
    strip = painted(Part("the sea, the sea"), matches=[(4, 7, False), (13, 16, True)])
    assert [segment.text for segment in strip if segment.style
            and segment.style.bgcolor == LOOK.lit.bgcolor] == ["sea"]  # fmt: skip
    assert [segment.text for segment in strip if segment.style
            and segment.style.bgcolor == LOOK.lit_now.bgcolor] == ["sea"]  # fmt: skip


def test_a_selection_is_shown_from_where_it_begins_to_where_it_goes_on() -> None:
    strip = painted(Part("the sea went away"), selected=(4, -1))
    lit = [s.text for s in strip if s.style and s.style.bgcolor == LOOK.lit_now.bgcolor]
    assert "".join(lit) == "sea went away"


def test_every_character_knows_its_place_for_the_mouse() -> None:
    strip = painted(Part("the sea"), (4, 7))
    offsets = [s.style.meta["offset"] for s in strip if s.style and "offset" in s.style.meta]
    assert offsets == [(4, 7)]
    assert any(s.style and "offset" in s.style.meta for s in painted(Part("")))


@given(
    st.text(max_size=120).map(printable),
    st.sampled_from(["", "│ ", "▏ "]),
    st.sampled_from(["", "▸ ", "    • "]),
    st.text(max_size=40).map(printable),
    st.integers(min_value=9, max_value=90),
    st.lists(st.tuples(st.integers(0, 120), st.integers(0, 9), st.booleans()), max_size=4),
)
def test_every_row_is_exactly_as_wide_as_the_pane(
    text: str, bar: str, lead: str, note: str, width: int, lit: list[tuple[int, int, bool]]
) -> None:
    part = Part(text, Tone.ASIDE, 0, 0, lead, bar, note)
    room = width - len(bar) - len(lead) - note_room(part, width)
    for start, end in wrap(text, room):
        matches = [
            (max(start, at), min(end, at + size), now)
            for at, size, now in sorted(lit)
            if at < end and at + size > start
        ]
        strip = painted(part, (start, end), text_width=width, width=width + 10, matches=matches)
        assert strip.cell_length == cell_len(strip.text) == width + 10
        assert text[start:end] in strip.text


def test_a_row_that_is_chosen_has_a_bar_and_a_shade_and_its_matches_stay_lit() -> None:
    plain = painted(ASIDE, matches=[(0, 7, False)])
    row = paint(LOOK, ASIDE, (0, 16), 7, 5, 60, 70, [(0, 7, False)], None, chosen=True)
    assert row.text == "   ▌" + plain.text[4:]
    assert row.cell_length == 70
    grounds = {s.style.bgcolor for s in row if s.style and "Related" not in s.text}
    lit = [s.style for s in row if s.text == "Related" and s.style]
    assert LOOK.shaded(LOOK.text).bgcolor in grounds
    assert [style.bgcolor for style in lit] == [LOOK.lit.bgcolor]
    assert "▌" not in paint(LOOK, ASIDE, (0, 3), 7, 0, 4, 4, [], None, chosen=True).text
