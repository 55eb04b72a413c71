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

        passages = Passages(page)
        first, second = library.rows(0, 2)
        said = passages.snippet(first, ("word0",), 1)
        assert said.text.startswith("Word0")
        assert passages.snippet(first, ("word0",), 1) == said
        passages.snippet(second, ("word1",), 1)
        assert looked == [first, second]
        passages.snippet(first, ("word0",), 2)
        assert looked == [first, second, first]


def test_only_so_many_texts_are_kept(tmp_path: Path) -> None:
    looked: list[Row] = []
    with opened(tmp_path / "home", fill(tmp_path / "docs", range(1))) as library:
        [row] = library.rows(0, 1)
        page = library.page(row)

        def opened_page(number: Row) -> Page:
            looked.append(number)
            return page

        passages = Passages(opened_page)
        for number in range(TEXTS + 2):
            passages.snippet(Row(number), (), 1)
        passages.snippet(Row(0), (), 1)
        assert looked.count(Row(0)) == 2
