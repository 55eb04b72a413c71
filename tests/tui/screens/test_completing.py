import pytest

from reader.library import Library
from reader.tui.actions import Pane
from tests.tui.conftest import Shelve
from tests.tui.showing import Reader, article, opened, prose

RULE = 2  # the row under the prompt


def tales(number: int) -> dict[str, str]:
    """Tales of one author or of another, tagged by whether their number is even."""
    return {
        f"{n:02}.md": f"---\nauthor: {'Mara Lindqvist' if n % 3 else 'Ann Lind'}\n"
        f"tags: [{'coast/fishing' if n % 2 else 'coast'}]\nstatus: {'done' if n % 2 else 'to do'}\n"
        f"---\n\n# Tale number {n:02} of the tide\n\n{prose(n, 2)}\n"
        for n in range(number)
    }


def offered(reader: Reader) -> list[str]:
    """What stands in the rule under the prompt, without the key that takes it."""
    said = reader.lines[RULE].strip("─ ").removeprefix("Tab: ")
    return [part.strip() for part in said.split("   ") if part.strip()]


async def test_a_name_of_a_field_is_completed_and_then_its_values(shelve: Shelve) -> None:
    async with opened(shelve(tales(6))) as reader:
        await reader.rush(*"/au")
        assert offered(reader) == ["author:"]
        assert reader.lines[RULE].startswith("─ Tab: author:")
        await reader.press("tab")
        assert reader.screen.prompt.value == "author:"
        assert offered(reader) == ["Mara Lindqvist 4", "Ann Lind 2"]
        await reader.press("tab")
        assert reader.screen.prompt.value == 'author:"Mara Lindqvist"'
        assert len(reader.titles) == 4


async def test_tab_goes_on_and_shift_tab_back_and_the_one_taken_is_lit(shelve: Shelve) -> None:
    async with opened(shelve(tales(6))) as reader:
        await reader.rush(*"/tag:co", "tab")
        assert reader.screen.prompt.value == "tag:coast"
        assert offered(reader) == ["coast 6", "coast/fishing 3"]
        lit = reader.screen.completing.said()
        assert [style == reader.screen.look.accent for _, style in lit[1::2]] == [True, False]
        await reader.press("tab")
        assert reader.screen.prompt.value == "tag:coast/fishing"
        assert len(reader.titles) == 3
        await reader.press("tab")
        assert reader.screen.prompt.value == "tag:coast"
        await reader.press("shift+tab")
        assert reader.screen.prompt.value == "tag:coast/fishing"
        await reader.rush(*" tide")
        assert reader.screen.finding.query == "tag:coast/fishing tide"


async def test_values_are_counted_in_what_the_rest_finds(shelve: Shelve) -> None:
    async with opened(shelve(tales(6))) as reader:
        await reader.rush(*"/tag:coast/fishing author:")
        assert offered(reader) == ["Mara Lindqvist 2", "Ann Lind 1"]


async def test_a_value_in_the_middle_is_completed_where_the_cursor_is(shelve: Shelve) -> None:
    async with opened(shelve(tales(6))) as reader:
        await reader.rush(*"/-author:lin tide", *["left"] * 5, "d", "tab")
        assert reader.screen.prompt.value == '-author:"Mara Lindqvist" tide'
        await reader.press("x")
        assert reader.screen.prompt.value == '-author:"Mara Lindqvist"x tide'


async def test_a_word_inside_a_value_and_one_misspelt_lead_to_it(shelve: Shelve) -> None:
    async with opened(shelve(tales(6))) as reader:
        for typed in ("fish", "fihs", "coats"):
            await reader.rush("/", "ctrl+u", *f"tag:{typed}")
            assert offered(reader)[0] in ("coast/fishing 3", "coast 6")
            await reader.press("escape")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("is:un", "unread 6"),
        ("has:au", "author 6"),
        ("sort:ti", "title"),
        ("group:aut", "author"),
        ("type:m", "markdown 6"),
        ("saved:to", "today 6"),
        ("status:to", "to do 3"),
        ("in:art", "articles 6"),
        ("li", "like:"),
    ],
)
async def test_other_fields_are_completed_too(shelve: Shelve, typed: str, first: str) -> None:
    async with opened(shelve(tales(6))) as reader:
        await reader.rush("/", *typed)
        assert offered(reader)[:1] == [first]


async def test_a_saved_search_is_completed(library: Library) -> None:
    library.save_search("the sea", "tag:sea")
    async with opened(library) as reader:
        await reader.rush(*"/query:the", "tab")
        assert reader.screen.prompt.value == 'query:"the sea"'
        assert reader.titles == ["Letters from the lighthouse"]


async def test_where_nothing_is_offered_tab_goes_to_another_pane(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/fog", "tab")
        assert reader.screen.finding.query == "fog"
        went = reader.screen.where
        await reader.rush(*"/", "shift+tab")
        assert (went, reader.screen.where) == (Pane.LIST, Pane.FACETS)


async def test_what_stands_there_whole_is_not_offered(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/rope -tag:sea")
        assert offered(reader) == ["rope and not tag is sea"]


async def test_in_a_large_collection_it_is_gathered_in_a_thread(
    shelve: Shelve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.screens.completing.AT_ONCE", 0)
    async with opened(shelve(tales(6))) as reader:
        await reader.rush(*"/tag:coast/fishing author:")
        await reader.until(lambda: offered(reader) == ["Mara Lindqvist 2", "Ann Lind 1"])


async def test_backspace_in_an_empty_prompt_widens_the_scope(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("enter", "/", *"x", "backspace")
        assert reader.lines[1].startswith(" in this document ⌕ ")
        await reader.press("backspace")
        assert reader.lines[1].startswith(" ⌕ ")
        await reader.rush(*"fogg", "backspace")
        assert reader.screen.prompt.value == "fog"


async def test_the_one_taken_is_in_sight_where_not_all_are(shelve: Shelve) -> None:
    files = {
        f"{n}.txt": article(f"Tale {n} of the tide", f"{chr(65 + n)}{'bcdefgh' * 2} Smith", "",
                            prose(n, 2))
        for n in range(6)
    }  # fmt: skip
    async with opened(shelve(files), (40, 12)) as reader:
        await reader.rush(*"/author:")
        assert offered(reader) == ["Abcdefghbcdefgh Smith 1"]
        await reader.rush(*["tab"] * 5)
        assert offered(reader)[0].startswith("Ebcdefgh")
