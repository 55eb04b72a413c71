from reader.library import Library
from tests.tui.showing import Reader, opened


async def says(reader: Reader, sentence: str) -> None:
    await reader.until(lambda: sentence in reader.text)


async def test_the_term_to_drop_is_named_with_what_is_found_then(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/qqqzzz harbour", "enter")
        await says(reader, "without qqqzzz finds 2 · Enter searches for that")
        assert "Nothing matches." in reader.text
        assert "Esc shows all documents again." in reader.text
        await reader.press("enter")
        assert reader.screen.finding.query == "harbour"
        assert len(reader.titles) == 2


async def test_the_last_term_is_dropped_by_backspace(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/harbour tag:sea sort:date", "enter")
        await says(reader, "without tag:sea finds 2 · Enter searches for that")
        assert "Backspace" not in reader.text
        await reader.rush(*"/", "ctrl+u", *"tag:sea lang:xx", "enter")
        await says(reader, "without lang:xx finds 1 · Backspace")


async def test_the_nearest_spelling_of_a_value_is_offered(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/tag:lettres", "enter")
        await says(reader, "tag:letters finds 1 · Enter searches for that")
        await reader.press("enter")
        assert reader.titles == ["Letters from the lighthouse"]


async def test_the_nearest_spelling_of_a_word_is_offered(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/\N{APOSTROPHE}lonelynes", "enter")
        await says(reader, "'loneliness finds 1 · Enter searches for that")


async def test_where_nothing_helps_nothing_is_promised(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/qqqzzz", "enter")
        await reader.pilot.pause(0.2)
        assert "finds" not in reader.text.replace("/ finds", "")
        await reader.press("enter")
        assert reader.screen.finding.query == "qqqzzz"


async def test_an_empty_folder_says_what_is_read(library: Library) -> None:
    async with opened(library) as reader:
        reader.screen.list.show(reader.screen.list.listing.__class__(reader.screen.fetch, []))
        reader.screen.nothing.say(None)
        await says(reader, "No documents here.")
