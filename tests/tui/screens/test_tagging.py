from reader.library import Library
from reader.tui.actions import Pane
from tests.tui.showing import opened


def tags(library: Library) -> list[tuple[str, ...]]:
    return [document.tags for document in library.documents(library.rows(0, 10))]


async def test_tags_are_added_and_removed_in_one_go(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("t")
        assert reader.lines[1].startswith(" tag 1 document: +")
        await reader.rush(*"todo -letters", "enter")
        assert reader.screen.where is Pane.LIST
        assert tags(library)[0] == ("sea", "todo")
        assert reader.status.strip().startswith("tagged 1 document: +todo -letters")
        assert "#sea  #todo" in reader.text


async def test_marked_rows_are_tagged_together(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "space", "space")
        assert sum(line.startswith((" +", "▌+")) for line in reader.lines) == 2
        await reader.rush("G", "t")
        assert reader.lines[1].startswith(" tag 2 documents: +")
        await reader.rush(*"coast/fishing", "enter")
        assert [bool(found) for found in tags(library)] == [True, True, True, False, False, False]


async def test_a_star_marks_all_rows_and_takes_all_marks_off(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("*")
        assert "6 marked" in reader.status
        await reader.press("*")
        assert "nothing is marked" in reader.status


async def test_a_count_marks_as_many_rows(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("3", "space")
        assert len(reader.screen.list.marked) == 3
        assert reader.screen.list.cursor == 3


async def test_known_tags_are_offered_with_their_counts_and_completed(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "t", "s")
        assert "sea 1" in reader.lines[2]
        await reader.press("tab")
        assert reader.screen.prompt.value == "+sea "
        await reader.rush("-", "l", "tab")
        assert reader.screen.prompt.value == "+sea -letters "
        await reader.rush("enter")
        assert tags(library)[1] == ("sea",)
        assert "sea 1" not in reader.lines[2]


async def test_escape_tags_nothing_and_the_search_is_as_it_was(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/the", "enter")
        await reader.rush("t", *"todo", "escape")
        assert tags(library)[0] == ("letters", "sea")
        assert reader.lines[1].startswith(" ⌕ the ")
        assert reader.screen.where is Pane.LIST


async def test_the_document_that_is_read_is_tagged_from_the_text(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space")
        before = reader.page[2:]
        await reader.rush("t", *"todo", "enter")
        assert reader.screen.where is Pane.READER
        assert reader.page[2:] == before
        await reader.rush("g", "g")
        assert "#todo" in reader.page[2]


async def test_tagged_documents_can_be_found_at_once(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "t", *"todo", "enter", *"/tag:todo", "enter")
        assert reader.titles == ["The harbour that forgot the sea"]


async def test_reading_state_and_star_go_on_and_off(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("r")
        assert reader.status.strip().startswith("1 document read")
        assert "●" in reader.text
        await reader.press("r")
        assert reader.status.strip().startswith("1 document unread")
        await reader.press("s")
        assert "1 document starred" in reader.status
        assert "★" in reader.lines[3]
        await reader.press("s")
        assert "1 document not starred" in reader.status
        assert "★" not in reader.text


async def test_a_document_is_archived_and_stays_in_the_list(library: Library) -> None:
    async with opened(library) as reader:
        before = reader.titles
        await reader.press("a")
        assert "1 document archived · U undoes" in reader.status
        assert "□" in reader.lines[3]
        assert reader.titles == before
        await reader.press("a")
        assert "1 document not archived" in reader.status
        assert "□" not in reader.text


async def test_a_hidden_document_goes_and_the_cursor_is_on_the_next(library: Library) -> None:
    async with opened(library) as reader:
        before = reader.titles
        await reader.rush("j", "D")
        assert "1 document hidden · U undoes" in reader.status
        assert reader.titles == [*before[:1], *before[2:]]
        assert reader.screen.list.cursor == 1
        await reader.rush("U")
        assert reader.titles == before
        assert "taken back: hidden on 1 document" in reader.status


async def test_hidden_documents_are_found_by_their_state_and_listed_again(
    library: Library,
) -> None:
    async with opened(library) as reader:
        before = reader.titles
        await reader.rush("space", "space", "D")
        assert reader.titles == before[2:]
        assert not reader.screen.list.marked
        await reader.rush("/", *"is:hidden", "enter")
        assert reader.titles == before[:2]
        await reader.rush("D")
        assert reader.titles == before[1:2]
        await reader.rush("escape", "escape")
        assert len(library.order()) == len(before) - 1


async def test_the_open_document_is_hidden_from_its_text_too(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("enter", "D")
        assert "1 document hidden" in reader.status
        assert reader.screen.where is Pane.READER
        await reader.rush("D")
        assert "1 document listed again" in reader.status


async def test_marks_that_differ_become_equal_first(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("s", "*", "s")
        assert "5 documents starred" in reader.status
        await reader.rush("s")
        assert "6 documents not starred" in reader.status


async def test_an_empty_tag_prompt_changes_nothing(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("t", "enter")
        assert reader.screen.where is Pane.LIST
        assert tags(library)[0] == ("letters", "sea")
