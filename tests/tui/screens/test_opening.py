from pathlib import Path

import pytest

from reader.library import Library
from tests.library.folders import update
from tests.tui.conftest import Shelve
from tests.tui.showing import article, opened, prose, settings


@pytest.mark.slow
async def test_a_long_file_is_shown_before_it_is_cleaned_and_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("".join(f"{n}: sea\n" for n in range(125_000)))
    library = Library.open([path], settings(tmp_path / "home"))
    async with opened(library) as reader:
        assert "not cleaned yet: the file as it stands" in reader.status
        assert reader.lines[3].strip() == "0: sea"
        await reader.rush("G")
        assert "124999: sea" in reader.text
        update(library)
        before = reader.lines[3]
        reader.screen.reading.only()
        await reader.until(lambda: reader.screen.pane.page is not None)
        assert reader.lines[3] == before
        assert "124999: sea" in reader.text
        await reader.rush("g", "g")
        assert "the first 120,000 of" in reader.text
        reader.screen.pane.go((len(reader.screen.pane.flow.own) - 2, 0))
        await reader.rush()
        assert "the rest of the file as it stands" in reader.text
        assert "120000: sea" in reader.text
        await reader.rush("c", "c")
        assert "120000: sea" in reader.text
    library.close()


async def test_a_fold_with_what_was_found_is_open_where_nothing_else_has_it(
    shelve: Shelve,
) -> None:
    menu = "Home | Zeppelins | Login\n\n"
    pages = {f"{n}.txt": menu + article(f"Tale {n}", "", "", prose(n, 3)) for n in range(4)}
    async with opened(shelve(pages)) as reader:
        await reader.rush("enter")
        assert "Zeppelins" not in reader.text
        await reader.rush("q", *"/raw:zeppelins", "enter", "enter")
        assert "Home | Zeppelins | Login" in reader.text
        await reader.press("n")
        assert "Home | Zeppelins | Login" in reader.text
        assert "match 2" in reader.status
        await reader.rush("z", "M")
        assert "Home | Zeppelins | Login" not in reader.text
