from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model import Emphasis, Kind, Label, Line
from reader.printable import printable
from reader.tui.flow import Flow
from reader.tui.leaf import MORE_LEFT, MORE_RIGHT, WIDEST_GAP, Leaf, justified, window
from reader.tui.look import DARK, Look
from reader.tui.part import Part, Tone
from reader.tui.tables import Grid, Piece
from reader.tui.wrap import cells, wrap

FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
PIECES = [
    "a", "harbour", " ", "  ", "e\u0301", FAMILY, "\U0001f1f8\U0001f1ea", "\U0001f44d\U0001f3fd",
    "漢字", "、", "ไทย", "שלום", "مرحبا", "\xad", "\u200b", "\u200f", "\u202e", "|", "—", "1.",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join).map(printable)
LOOK = Look(DARK)


def leaf(part: Part, width: int, lines: list[str] | None = None) -> tuple[Leaf, Flow]:
    flow = Flow()
    flow.set([part])
    flow.fit(width)
    made = Leaf(LOOK, flow)
    made.set([Line(text, Label.BODY) for text in lines or [part.text]])
    return made, flow


def rows(made: Leaf, flow: Flow, text_width: int, width: int) -> list[str]:
    return [
        made.strip(row, 2, text_width, width, [], None, chosen=False).text
        for row in flow.page((0, 0), 1000)
    ]


@given(
    TEXTS,
    st.sampled_from([Kind.TEXT, Kind.CODE, Kind.TABLE, Kind.QUOTE]),
    st.integers(12, 60),
    st.integers(0, 30),
    st.booleans(),
)
def test_every_row_is_as_wide_as_the_pane_whatever_stands_in_it(
    text: str, kind: Kind, width: int, shift: int, justify: bool
) -> None:
    grid = Grid({0: text, 1: "a | b"}) if kind is Kind.TABLE else None
    part = Part(text, first=0, last=0, bar="▏ ", kind=kind, grid=grid)
    made, flow = leaf(part, width)
    made.justified, made.sideways = justify, shift
    told = ""
    for row in flow.page((0, 0), 1000):
        strip = made.strip(row, 2, width, width + 4, [], None, chosen=False)
        assert strip.cell_length == cell_len(strip.text) == width + 4
        start = text[row[1] : row[1] + 1]
        assert row[1] == 0 or kind is Kind.TABLE or cell_len(start or "x") > 0
        told += strip.text.replace(part.bar, "", 1)
    if kind in (Kind.TEXT, Kind.QUOTE):
        assert "".join(told.split()) == "".join(text.split())


@given(TEXTS, st.integers(4, 60))
def test_a_justified_row_fills_the_room_and_has_all_its_words(text: str, room: int) -> None:
    for start, end in wrap(text, room):
        pieces = justified(text, start, end, room)
        if pieces is not None:
            assert "".join(text[a:b] for a, b, _ in pieces) == text[start:end]
            assert cells(painted(text, pieces)) == room
            assert all(len(before) < WIDEST_GAP for _, _, before in pieces)


def painted(text: str, pieces: list[Piece]) -> str:
    return "".join(before + text[first:last] for first, last, before in pieces)


def test_gaps_are_spread_over_the_row_and_never_too_wide() -> None:
    text = "the sea went away and the town"
    pieces = justified(text, 0, 17, 20)
    assert pieces is not None
    assert painted(text, pieces) == "the  sea  went  away"
    assert justified(text, 0, 7, 20) is None  # one gap of fourteen columns
    assert justified(text, 18, len(text), 20) is None  # the last row


@given(TEXTS, st.integers(0, 50), st.integers(3, 60))
def test_a_window_fits_and_says_where_a_row_goes_on(text: str, shift: int, room: int) -> None:
    pieces = window(text, shift, room)
    if pieces is None:
        assert not shift
        assert cells(text) <= room
        return
    shown = painted(text, pieces)
    assert cells(shown) <= room
    assert shown.startswith(MORE_LEFT) == bool(shift and text)
    if pieces[-1][:2] != (len(text), len(text)) and pieces[-1][1] < len(text):
        assert shown.endswith(MORE_RIGHT)


def test_code_is_cut_at_the_edge_and_moves_sideways() -> None:
    made, flow = leaf(Part("x = " + "1234567890" * 4, kind=Kind.CODE, bar="  "), 30)
    assert rows(made, flow, 30, 34) == [f"    x = {'1234567890' * 2}123{MORE_RIGHT}  "]
    row = flow.page((0, 0), 9)
    assert len(row) == 1
    assert made.overhang(row, 30) == 16
    made.sideways = 16
    made.forget()
    assert rows(made, flow, 30, 34)[0].strip().startswith(MORE_LEFT)
    assert rows(made, flow, 30, 34)[0].strip().endswith("4567890")


def test_a_line_too_long_to_be_code_is_wrapped() -> None:
    made, flow = leaf(Part("word " * 200, kind=Kind.CODE), 30)
    assert len(flow.page((0, 0), 1000)) > 30
    assert made.overhang(flow.page((0, 0), 9), 30) == 0


def test_emphasis_is_painted_where_its_marks_stood_and_the_head_of_a_table_is_bold() -> None:
    made, flow = leaf(Part("the old sea", first=0, last=0, marked=True), 30, ["the **old** sea"])
    strip = made.strip((0, 0, 11), 2, 30, 34, [], None, chosen=False)
    assert [part.text for part in strip if part.style and part.style.bold] == ["old"]
    texts = {0: "| a | b |", 1: "|---|---|"}
    made, flow = leaf(Part(texts[0], first=0, last=0, grid=Grid(texts, texts)), 30)
    strip = made.strip(flow.page((0, 0), 1)[0], 2, 30, 34, [], None, chosen=False)
    assert [part.text for part in strip if part.style and part.style.bold] == ["a", "b"]
    assert made.whole((0, 3, 4)) == (0, 0, 9)
    assert LOOK.emphasis[Emphasis.LIGHT].italic


def test_headings_and_lists_are_as_they_were_when_justified() -> None:
    made, flow = leaf(Part("a heading of some words that wraps", Tone.HEADING, hang=0), 20)
    made.justified = True
    assert rows(made, flow, 20, 24)[0].rstrip() == "  a heading of some"
