from reader.library import Library
from reader.tui.actions import Pane
from tests.tui.conftest import Shelve
from tests.tui.showing import article, opened, prose


async def test_a_facet_narrows_and_widens_again(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("g", "f")
        assert reader.screen.facets.row is not None
        assert reader.screen.facets.row.value == "letters"
        await reader.press("enter")
        assert reader.titles == ["Letters from the lighthouse"]
        assert reader.lines[1].startswith(" ⌕ tag:letters")
        assert "✓" in reader.text
        await reader.press("enter")
        assert len(reader.titles) == 6
        assert reader.screen.finding.query == ""


async def test_a_facet_excludes(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("g", "f", "x")
        assert reader.screen.finding.query == "-tag:letters"
        assert "Letters from the lighthouse" not in reader.titles
        assert len(reader.titles) == 5
        await reader.press("escape")
        assert reader.screen.where is Pane.LIST


async def test_a_facet_half_typed_is_none(library: Library) -> None:
    async with opened(library, (160, 30)) as reader:
        await reader.rush(*"/tag:se")
        assert "✓" not in reader.text
        await reader.rush("a", "enter")
        assert "✓ sea" in reader.text


async def test_a_click_on_a_facet_narrows(library: Library) -> None:
    async with opened(library, (160, 40)) as reader:
        await reader.pilot.click("#facets", offset=(5, 1))
        await reader.pilot.pause()
        assert reader.titles == ["Letters from the lighthouse"]


async def test_backspace_takes_the_search_off_word_by_word(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/the sea", "enter", "backspace")
        assert reader.screen.finding.query == "the"
        await reader.press("backspace")
        assert reader.screen.finding.query == ""
        assert len(reader.titles) == 6


async def test_a_facet_narrows_to_its_value_and_not_to_longer_ones(shelve: Shelve) -> None:
    pages = {
        f"{tag}{n}.md": f"---\ntitle: Of {tag} {n}\ntags: [{tag}]\n---\n\n{prose(n, 2)}"
        for tag, number in (("sea", 2), ("seafood", 1))
        for n in range(number)
    }
    async with opened(shelve(pages)) as reader:
        await reader.press("g", "f", "enter")
        assert reader.screen.finding.query == "tag:sea"
        assert reader.titles == ["Of sea 0", "Of sea 1"]


async def test_what_is_like_a_document_is_a_key_away(shelve: Shelve) -> None:
    tales = {f"{n}.txt": article(f"Tale {n} of the tide", "", "", prose(n, 2)) for n in range(6)}
    async with opened(shelve(tales)) as reader:
        title = reader.title
        await reader.press("L")
        assert reader.lines[1].startswith(" ⌕ like:")
        assert f"like “{title[:12]}" in reader.text
        assert title not in reader.titles
