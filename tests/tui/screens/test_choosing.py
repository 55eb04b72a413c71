"""Choosing from a list: moved in, narrowed, taken from, left."""

import pytest

from reader.library import Library
from reader.tui.screens.choosing import ChoosingScreen
from reader.tui.widgets.choice_list import Choice
from tests.tui.showing import Reader, opened

CHOICES = [
    Choice("by date, newest first", right="d"),
    Choice("by site", right="s", chip="now"),
    Choice("by length\x1b[2J", known=False),
    Choice("update the site", indent=2),
]


def chosen_from(reader: Reader, cursor: int = 0) -> list[int | None]:
    """Show the choices; what was taken is put into the list returned."""
    taken: list[int | None] = []
    screen = ChoosingScreen(
        reader.app.look,
        "sort",
        CHOICES,
        cursor=cursor,
        refuse=lambda number: "" if CHOICES[number].known else "that is no order",
    )
    reader.app.push_screen(screen, taken.append)
    return taken


def shown(reader: Reader) -> list[str]:
    return [line.strip() for line in reader.lines[1:] if line.strip()]


async def test_the_cursor_begins_where_it_is_told_to_and_enter_takes(library: Library) -> None:
    async with opened(library) as reader:
        taken = chosen_from(reader, 1)
        await reader.press("up", "down", "down")
        assert reader.lines[0].strip().startswith("sort type to find one")
        assert shown(reader)[1].startswith("by site  now")
        assert shown(reader)[2].startswith("▌ by length␛[2J")
        await reader.press("up", "enter")
        assert taken == [1]


async def test_words_that_begin_one_come_before_those_inside_one(library: Library) -> None:
    async with opened(library) as reader:
        taken = chosen_from(reader)
        await reader.rush(*"date")
        assert [line.lstrip("▌ ")[:9] for line in shown(reader)] == ["by date, ", "update th"]
        await reader.rush("down", "enter")
        assert taken == [3]


async def test_what_leads_nowhere_is_said_and_not_taken(library: Library) -> None:
    async with opened(library) as reader:
        taken = chosen_from(reader)
        await reader.rush("end", "up", "enter")
        assert "that is no order" in reader.lines[0]
        assert taken == []


@pytest.mark.parametrize("keys", [["escape"], ["q"], ["x", "y", "z", "enter"]])
async def test_nothing_is_taken_by_leaving(library: Library, keys: list[str]) -> None:
    async with opened(library) as reader:
        taken = chosen_from(reader)
        await reader.rush(*keys)
        assert taken == [None]


async def test_what_is_typed_can_be_taken_off(library: Library) -> None:
    async with opened(library) as reader:
        chosen_from(reader)
        await reader.rush(*"xy")
        assert shown(reader) == ["Nothing is called so."]
        await reader.rush("backspace", "backspace")
        assert len(shown(reader)) == len(CHOICES)
        await reader.rush(*"site", "ctrl+u")
        assert len(shown(reader)) == len(CHOICES)


async def test_what_matches_can_be_said_by_whoever_asks(library: Library) -> None:
    async with opened(library) as reader:
        taken: list[int | None] = []
        screen = ChoosingScreen(
            reader.app.look, ":", CHOICES, find=lambda typed: [1, 0] if typed == "q" else [0]
        )
        reader.app.push_screen(screen, taken.append)
        await reader.rush("q")
        assert screen.typed == "q"
        assert [line.removeprefix("▌ ")[:7] for line in shown(reader)] == ["by site", "by date"]
        await reader.rush("enter")
        assert taken == [1]
