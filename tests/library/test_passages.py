from pathlib import Path

from reader.library.passages import TEXTS, Passages
from reader.model import Page, Row
from tests.library.folders import fill, opened


def test_a_document_is_opened_once_while_nothing_changes(tmp_path: Path) -> None:
    looked: list[Row] = []
    with opened(tmp_path / "home", fill(tmp_path / "docs", range(2))) as library:

        def page(row: Row) -> Page:
            looked.append(row)
            return library.page(row)

        generation = [1]
        passages = Passages(page, lambda: generation[0])
        first, second = library.rows(0, 2)
        said = passages.snippet(first, ("word0",))
        assert said.text.startswith("Word0")
        assert passages.snippet(first, ("word0",)) == said
        passages.snippet(second, ("word1",))
        assert looked == [first, second]
        generation[0] = 2
        assert passages.words(first)[:2] == ["the", "harbour"]
        assert looked == [first, second, first]


def test_what_only_stands_in_a_menu_is_shown_from_there(tmp_path: Path) -> None:
    with opened(tmp_path / "home", fill(tmp_path / "docs", range(3))) as library:
        passages = Passages(library.page, lambda: 1)
        row = library.rows(0, 1)[0]
        assert passages.snippet(row, ("subscribe",)).text == "Subscribe to the paper"
        assert passages.snippet(row, ("nowhere",)) == passages.snippet(row, ())


def test_only_so_many_texts_are_kept(tmp_path: Path) -> None:
    looked: list[Row] = []
    with opened(tmp_path / "home", fill(tmp_path / "docs", range(1))) as library:
        [row] = library.rows(0, 1)
        page = library.page(row)

        def opened_page(number: Row) -> Page:
            looked.append(number)
            return page

        passages = Passages(opened_page, lambda: 1)
        for number in range(TEXTS + 2):
            passages.snippet(Row(number), ())
        passages.snippet(Row(0), ())
        assert looked.count(Row(0)) == 2
