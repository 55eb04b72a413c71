from reader.library import Library
from reader.tui.actions import Pane
from reader.tui.screens import river
from tests.tui.conftest import Shelve
from tests.tui.showing import Reader, opened, prose

PAGES = {
    "1-one.txt": f"One\n\n{prose(11, 9)}\n\nThe otter came. An otter left.\n\n{prose(12, 9)}\n\n"
    "This was the last otter.",
    "2-two.txt": f"Two\n\n{prose(13, 9)}\n\nAn otter: here is one\notter in all of it.",
    "3-three.md": f"---\ntags: [shore]\n---\n# Three\n\n{prose(14, 9)}",
    "4-four.txt": f"Four\n\n{prose(15, 9)}\n\nThere was an otter in it.",
}


def at(reader: Reader) -> tuple[str, int | None]:
    page = reader.screen.pane.page
    assert page is not None
    return page.document.path, reader.screen.pane.matching.current


async def find(reader: Reader, query: str) -> None:
    await reader.rush("/", *query, "enter", "enter")


async def test_n_runs_through_the_whole_result_and_stays_at_its_end(shelve: Shelve) -> None:
    async with opened(shelve(PAGES)) as reader:
        await find(reader, "otter sort:path")
        seen = [at(reader)]
        for _ in range(7):
            await reader.rush("n")
            seen.append(at(reader))
        assert [(path, number) for path, number in seen if path.startswith("1")] == [
            ("1-one.txt", 0), ("1-one.txt", 1), ("1-one.txt", 2)
        ]  # fmt: skip
        assert seen[-1] == seen[-2] == ("4-four.txt", 0)
        assert "that was the last match" in reader.status
        assert reader.screen.where is Pane.READER
        for _ in range(7):
            await reader.rush("N")
            seen.append(at(reader))
        assert ("1-one.txt", 2) in seen[8:]
        assert at(reader) == ("1-one.txt", 0)
        assert "that was the first match" in reader.status


async def test_the_status_line_counts_the_matches_of_the_whole_result(shelve: Shelve) -> None:
    async with opened(shelve(PAGES), (110, 24)) as reader:
        await find(reader, "body:otter sort:path")
        await reader.until(lambda: "match 1/6" in reader.status)
        await reader.rush("3", "n")
        assert "match 4/6" in reader.status
        assert "document 2 of 3" in reader.status
        await reader.rush("N")
        assert "match 3/6" in reader.status


async def test_where_not_all_is_counted_a_plus_says_so(shelve: Shelve) -> None:
    library = shelve(PAGES)
    most, river.MOST_DOCUMENTS = river.MOST_DOCUMENTS, 2
    try:
        async with opened(library, (110, 24)) as reader:
            await find(reader, "body:otter sort:path")
            await reader.until(lambda: "match 1/5+" in reader.status)
            await reader.rush("5", "n")
            assert at(reader) == ("4-four.txt", 0)
            assert "match 1/1" in reader.status
    finally:
        river.MOST_DOCUMENTS = most


async def test_a_document_without_a_match_is_visited_at_its_top(shelve: Shelve) -> None:
    async with opened(shelve(PAGES)) as reader:
        await find(reader, "tag:shore OR otter sort:path")
        await reader.rush(*"nnnnn")
        assert at(reader) == ("3-three.md", None)
        assert reader.page[0] == "Three"
        assert "no match in this text" in reader.status
        await reader.rush("n")
        assert at(reader) == ("4-four.txt", 0)


async def test_a_title_that_was_found_misspelt_is_a_match(library: Library) -> None:
    async with opened(library) as reader:
        await find(reader, "harbor fogret")
        pane = reader.screen.pane
        assert len(pane.matching) >= 1
        await reader.rush("n")
        assert pane.matching.spans(0, 0, 99)[0][2] is True


async def test_words_that_were_understood_are_lit_and_longer_words_are_not(shelve: Shelve) -> None:
    pages = {
        "a.txt": f"A\n\n{prose(15, 9)}\n\nThe harbour, two harbours and a harbourmaster.",
        "b.txt": f"B\n\n{prose(16, 9)}\n\nThe Mujahideen came at once, and all of them.",
    }
    async with opened(shelve(pages)) as reader:
        await find(reader, '"harbour"')
        assert len(reader.screen.pane.matching) == 1
        await reader.rush("q")
        await find(reader, "mujahidin at all")
        assert at(reader)[0] == "b.txt"
        assert len(reader.screen.pane.matching) >= 1
        await reader.rush("q")
        await find(reader, "/harbour.*/")
        assert len(reader.screen.pane.matching) == 3


async def test_a_phrase_is_lit_across_the_lines_of_the_file(library: Library) -> None:
    async with opened(library) as reader:
        await find(reader, '"thirty years and his granddaughter"')
        assert at(reader) == ("letters.md", 0)


async def test_what_is_typed_in_a_text_is_found_in_that_text_alone(shelve: Shelve) -> None:
    async with opened(shelve(PAGES)) as reader:
        await find(reader, "otter sort:path")
        await reader.rush(*"/parish", "enter", "9", "9", "N")
        assert at(reader)[0] == "1-one.txt"
        assert "that was the first match here" in reader.status


async def test_a_regular_expression_is_found_in_the_text_and_a_wrong_one_is_said(
    shelve: Shelve,
) -> None:
    async with opened(shelve(PAGES)) as reader:
        await reader.rush("enter", "/", *"/P?.rish [01]\\b/")
        assert "match 1/4" in reader.status
        await reader.rush("escape", "/", *"/(/")
        assert "no regular expression" in reader.status


async def test_the_next_document_is_fetched_before_it_is_asked_for(shelve: Shelve) -> None:
    async with opened(shelve(PAGES)) as reader:
        await find(reader, "body:otter sort:path")
        following = reader.screen.list.listing.key(1)
        ahead = reader.screen.river
        await reader.until(lambda: ahead._ahead is not None and ahead._ahead[1] == following)
        page = ahead._ahead[2] if ahead._ahead else None
        await reader.rush(*"nnn")
        assert reader.screen.pane.page is page
