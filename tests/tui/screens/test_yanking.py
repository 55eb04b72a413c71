import pytest

from reader.library import Library
from reader.tui.screens import yanking
from tests.tui.conftest import Shelve
from tests.tui.showing import article, opened, prose

PATH = "north/1-harbour.txt"


@pytest.mark.parametrize(
    ("keys", "starts", "said"),
    [
        ("yp", "/", "path"),
        ("yu", "/", "address"),
        ("yy", "The harbour that forgot the sea\n/", "title and address"),
        ("yc", "Mara Lindqvist, “The harbour that forgot the sea”, ", "citation"),
        ("yt", "In the year ", "text"),
    ],
)
async def test_something_of_the_document_is_copied(
    library: Library, keys: str, starts: str, said: str
) -> None:
    async with opened(library) as reader:
        await reader.rush("j", *keys)
        in_list = reader.app.clipboard
        assert in_list.startswith(starts)
        assert f"copied: {said}, {len(in_list):,} characters" in reader.status
        await reader.rush("enter", "y", "p", *keys)
        assert reader.app.clipboard == in_list


async def test_of_several_documents_all_are_copied(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "space", "space", "y", "p")
        paths = reader.app.clipboard.split("\n")
        assert [path.rpartition("/")[2] for path in paths] == ["1-harbour.txt", "2-dredging.txt"]
        assert "path of 2 documents" in reader.status


async def test_a_page_that_knows_its_address_is_cited_with_it(shelve: Shelve) -> None:
    page = "---\ntitle: Fog\nurl: https://north.example/fog\n---\n\n" + prose(1, 4)
    async with opened(shelve({"a.md": page})) as reader:
        await reader.rush("y", "u")
        assert reader.app.clipboard == "https://north.example/fog"


async def test_the_paragraph_in_sight_is_quoted_with_its_source(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "y", "q")
        quote, source = reader.app.clipboard.split("\n")
        assert quote.startswith("“In the year 1737 the")
        assert quote.endswith("are about the weather.”")
        assert source.startswith("— Mara Lindqvist, “The harbour")


async def test_the_paragraph_with_the_match_is_quoted(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", *"/parish 3 ", "enter", "y", "q")
        assert " of parish 3 " in reader.app.clipboard
        await reader.rush("escape", "G", "y", "q")
        assert " of parish 3 " not in reader.app.clipboard


async def test_what_is_more_than_a_terminal_takes_is_refused(shelve: Shelve) -> None:
    body = prose(1, 250)
    assert len(body) > yanking.LIMIT
    async with opened(
        shelve({"a.txt": article("Long", "Ann Smith", "3 May 2021", body)})
    ) as reader:
        await reader.rush("y", "t")
        assert "kB are more than terminals take (74): | pipes them" in reader.status
        assert reader.app.clipboard == ""


async def test_more_documents_than_can_be_opened_are_refused(library: Library) -> None:
    most, yanking.MOST = yanking.MOST, 3
    try:
        async with opened(library) as reader:
            await reader.rush("*", "y", "c")
            assert "6 are too many: 3 at once" in reader.status
            await reader.rush("y", "p")
            assert "path of 6 documents" in reader.status
    finally:
        yanking.MOST = most
