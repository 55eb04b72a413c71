from reader.library import Library
from reader.tui.actions import Pane
from tests.tui.showing import opened


async def test_a_search_is_saved_and_found_on_top_of_the_facets(library: Library) -> None:
    async with opened(library, (160, 30)) as reader:
        await reader.rush(*"/harbour -tag:sea", "enter", "B")
        assert reader.lines[1].startswith(" save this search as ")
        await reader.rush(*"the harbour", "enter")
        assert 'saved as query:"the harbour" · U undoes' in reader.status
        assert library.searches() == [("the harbour", "harbour -tag:sea")]
        assert reader.lines[3].startswith(" SEARCHES")
        assert reader.lines[4].split("│")[0].split() == ["the", "harbour"]
        assert reader.screen.where is Pane.LIST
        await reader.rush("escape", "g", "f", *["g"] * 2, "enter")
        assert reader.screen.finding.query == 'query:"the harbour"'
        assert len(reader.titles) == 2
        assert "✓ the harbour" in reader.text


async def test_saving_is_undone(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/fog", "enter", "B", *"mist", "enter", "U")
        assert library.searches() == []
        await reader.press("g", "f")
        assert "SEARCHES" not in reader.text


async def test_deleting_one_is_undone(library: Library) -> None:
    library.save_search("mist", "fog")
    async with opened(library) as reader:
        await reader.rush("g", "f", "g", "g", "D")
        assert "search mist deleted · U undoes" in reader.status
        assert library.searches() == []
        assert "SEARCHES" not in reader.text
        await reader.press("D")
        assert "only saved searches can be deleted here" in reader.status
        await reader.press("U")
        await reader.until(lambda: "SEARCHES" in reader.text)
        assert library.searches() == [("mist", "fog")]


async def test_a_name_that_is_taken_is_said_and_so_is_one_that_is_missing(
    library: Library,
) -> None:
    library.save_search("mist", "sea")
    async with opened(library) as reader:
        await reader.rush("B")
        assert "nothing is searched for" in reader.status
        await reader.rush(*"/fog", "enter", "B", "enter")
        assert "not saved: it has no name" in reader.status
        await reader.rush("B", *"mist", "enter")
        assert "saved as query:mist in place of sea" in reader.status
        await reader.rush("B")
        assert reader.screen.prompt.value == "mist"
        await reader.press("enter")
        assert "saved as query:mist before" in reader.status


async def test_escape_saves_nothing(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/fog", "enter", "B", *"mist", "escape")
        assert library.searches() == []
        assert reader.screen.prompt.value == "fog"
        assert reader.screen.where is Pane.LIST
