from reader.library import Library
from tests.tui.showing import Reader, opened


def signs(reader: Reader) -> list[str]:
    """The titles with a mark."""
    return [line[2:8] for line in reader.lines if line[1:2] == "+"]


async def test_a_range_is_marked_by_moving_and_kept(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("j", "V")
        assert "V keeps them, Esc drops them" in reader.status
        await reader.press("j", "j")
        assert len(signs(reader)) == 3
        assert "3 marked · 4 of 6" in reader.status
        await reader.press("k")
        assert len(signs(reader)) == 2
        await reader.press("V", "G")
        assert len(signs(reader)) == 2
        assert "2 marked" in reader.status


async def test_space_and_enter_keep_a_range_too(library: Library) -> None:
    for key in ("space", "enter"):
        async with opened(library) as reader:
            await reader.press("V", "j", key)
            assert not reader.screen.list.in_range
            assert len(reader.screen.list.marked) == 2
            assert reader.screen.list.cursor == 1


async def test_escape_drops_a_range_and_then_all_marks(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("space", "j", "V", "j")
        assert len(signs(reader)) == 3
        await reader.press("escape")
        assert len(signs(reader)) == 1
        await reader.press("escape")
        assert signs(reader) == []
        assert "nothing is marked" in reader.status


async def test_a_range_goes_upwards_too_and_is_acted_on(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("G", "V", "k", "k", "s")
        assert "3 documents starred" in reader.status
        assert len([line for line in reader.lines if "★" in line]) == 3


async def test_all_shown_are_marked_or_none_and_others_stay(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("space", *"/fog", "enter")
        await reader.press("*")
        assert "2 marked" in reader.status
        await reader.press("*")
        assert "1 marked" in reader.status


async def test_marks_survive_another_search_and_changes(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("space", "space", *"/fog", "enter", "s")
        assert "2 documents starred" in reader.status
        await reader.press("q")
        assert len(signs(reader)) == 2
        assert "2 marked" in reader.status


async def test_a_range_whose_beginning_is_not_found_any_more_is_kept(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("V", "j", *"/fog", "enter")
        assert not reader.screen.list.in_range
        assert len(reader.screen.list.marked) == 2


async def test_a_range_holds_closed_bands_whole(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/group:folder", "enter", "z", "M", "V", "j")
        assert reader.screen.list.count_marked == 6
        await reader.press("V")
        assert [line.split()[-2:] for line in reader.lines if "▸" in line] == [
            ["+1", "1"],
            ["+5", "5"],
        ]


async def test_a_count_marks_so_many(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("3", "space")
        assert len(signs(reader)) == 3
