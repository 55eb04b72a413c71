import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.strip import Strip

from reader.model import Document, DocumentId, Row, Snippet
from reader.tui.look import DARK, Look
from reader.tui.rows import around, facts, facts_row, heading_row, length, source, title_row

LOOK = Look(DARK)
STORY = Document(
    Row(1),
    DocumentId("0000000001"),
    "north/story.txt",
    "The harbour that forgot the sea",
    site="Northlight",
    date="2021-05-03",
    words=1380,
    tags=("coast/fishing", "todo"),
)


def changed(**fields: object) -> Document:
    return STORY._replace(**fields)  # type: ignore[arg-type]


def title(
    document: Document = STORY,
    width: int = 50,
    positions: tuple[int, ...] = (),
    *,
    at_cursor: bool = False,
    marked: bool = False,
    show_unread: bool = False,
    short: bool = False,
) -> Strip:
    return title_row(
        LOOK,
        document,
        positions,
        width,
        at_cursor=at_cursor,
        marked=marked,
        show_unread=show_unread,
        short=short,
    )


def test_the_title_stands_first_and_whole() -> None:
    assert title().text == f"  {STORY.title}".ljust(50)


def test_a_title_without_room_is_cut_before_its_state() -> None:
    text = title(width=30, show_unread=True).text
    assert text.startswith("  The harbour that forgot")
    assert text.endswith("…  ● ")


def test_cursor_and_mark_stand_before_the_title() -> None:
    assert title(at_cursor=True).text.startswith("▌ The")
    assert title(marked=True).text.startswith(" +The")
    assert title(at_cursor=True, marked=True).text.startswith("▌+The")


def test_unread_is_shown_only_where_it_says_something() -> None:
    assert "●" not in title().text
    assert "●" in title(show_unread=True).text
    assert "●" not in title(changed(read=True), show_unread=True).text


def test_stars_are_always_shown() -> None:
    assert "★●" in title(changed(starred=True), show_unread=True).text
    assert "★" in title(changed(starred=True, read=True)).text


def test_what_is_broken_has_a_sign_and_where_there_is_room_a_word() -> None:
    broken = changed(broken="an error page (404)", starred=True)
    assert title(broken, show_unread=True).text.endswith("!★● ")
    assert title(broken, width=24).text.endswith("…  !★ ")
    said = facts_row(LOOK, broken, None, 60, at_cursor=False).text
    assert "3 May 2021 · 6 min · broken" in said
    assert "broken" not in facts_row(LOOK, STORY, None, 60, at_cursor=False).text
    assert "!" not in title().text


def test_where_there_is_one_line_a_row_when_and_how_long_stand_at_its_end() -> None:
    assert title(width=60, short=True).text.rstrip().endswith("3 May 2021 · 6m")
    assert "May" not in title(width=30, short=True).text


def test_matched_letters_are_lit_and_no_others() -> None:
    lit = [segment.text for segment in title(positions=(4, 5, 6, 12)) if segment.style
           and segment.style.underline]  # fmt: skip
    assert lit == ["har", "t"]


def test_positions_behind_the_cut_are_no_matter() -> None:
    assert cell_len(title(width=20, positions=(2, 29, 400)).text) == 20


def test_facts_say_where_from_when_how_long_and_the_tags() -> None:
    row = facts_row(LOOK, STORY, None, 60, at_cursor=False)
    said = "    Northlight · 3 May 2021 · 6 min  #coast/fishing  #todo"
    assert row.text.rstrip() == said


def test_tags_are_shown_whole_or_counted() -> None:
    row = facts_row(LOOK, STORY, None, 50, at_cursor=False).text
    assert "3 May 2021 · 6 min  #todo  +1" in row
    assert "#coast" not in row


def test_facts_are_shortened_where_that_makes_room_for_a_tag() -> None:
    tagged = STORY._replace(tags=("todo",))
    assert "3 May 2021 · 6 min  #todo" in facts_row(LOOK, tagged, None, 50, at_cursor=False).text
    assert "3 May 21 · 6m  #todo" in facts_row(LOOK, tagged, None, 40, at_cursor=False).text


def test_a_passage_that_is_too_long_begins_near_its_first_match() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve harbour and more"
    at = text.index("harbour")
    shown = around(Snippet(text, ((at, at + 7),)), 30)
    start, end = shown.matches[0]
    assert shown.text[start:end] == "harbour"
    assert shown.text.startswith("…")
    assert end < 30
    assert around(Snippet(text, ((0, 3),)), 30).text == text


def test_a_passage_stands_in_place_of_the_facts_with_its_matches_lit() -> None:
    row = facts_row(LOOK, STORY, Snippet("…when the harbour was", ((10, 17),)), 60, at_cursor=True)
    assert row.text.startswith("▌   …when the harbour was")
    assert [s.text for s in row if s.style and s.style.color == LOOK.accent.color] == [
        "▌   ", "harbour",
    ]  # fmt: skip


def test_a_heading_has_its_count_at_the_right_end() -> None:
    assert heading_row(LOOK, "IN TITLES", 1234, 30).text == " IN TITLES" + " " * 14 + "1,234 "


def test_the_folder_stands_where_no_site_is_known() -> None:
    assert source(changed(site="")) == "north"
    assert source(changed(site="", path="story.txt")) == ""


@pytest.mark.parametrize(("words", "said"), [(0, "no text"), (20, "1 min"), (1380, "6 min")])
def test_the_length_is_a_reading_time(words: int, said: str) -> None:
    assert length(changed(words=words)) == said


def test_a_document_of_which_only_the_name_is_known_shows_its_path() -> None:
    assert facts(changed(judged=False)) == "north/story.txt"


@given(
    st.text(max_size=60),
    st.lists(st.text("aé漢\x1b", min_size=1, max_size=9), max_size=4),
    st.integers(min_value=1, max_value=90),
    st.booleans(),
)
def test_every_row_is_exactly_as_wide_as_the_list(
    text: str, tags: list[str], width: int, short: bool
) -> None:
    document = changed(title=text, site=text, path=text or "x", tags=tuple(tags), starred=True)
    rows = [
        title(document, width, (0, 1, 5), short=short, show_unread=True),
        facts_row(LOOK, document, None, width, at_cursor=True),
        facts_row(LOOK, document, Snippet(text, ((0, 3),)), width, at_cursor=False),
        heading_row(LOOK, "IN TEXT", 7, width),
    ]
    for row in rows:
        assert cell_len(row.text) == width
        assert row.text.isprintable() or not any(ord(letter) < 32 for letter in row.text)
