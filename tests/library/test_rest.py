from pathlib import Path

import pytest

from reader.library import Library
from reader.library.rest import LONG, as_it_stands, position_in, rest_of
from reader.model import Page
from reader.sources import CLEANED_BYTES, LINES
from tests.library.folders import opened

LINE = "the tide came in and went out again, and nobody said a word about it"


def page_of(library: Library) -> Page:
    return library.page(library.rows(0, 1)[0])


def long_file(folder: Path, lines: int, name: str = "long.txt") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text("".join(f"{n}: {LINE}\n" for n in range(lines)), "utf-8")
    return path


@pytest.mark.slow
def test_the_page_and_the_rest_of_its_file_are_the_whole_text(tmp_path: Path) -> None:
    path = long_file(tmp_path / "docs", 110_000)
    assert path.stat().st_size > CLEANED_BYTES
    with opened(tmp_path / "home", path) as library:
        page = page_of(library)
        rest = rest_of(page, str(path))
        assert rest is not None
        shown = "\n".join(line.text for line in page.lines) + "".join(rest.text)
        assert shown == path.read_text("utf-8")
        whole = as_it_stands(path)
        assert whole is not None
        for piece, character in ((0, 0), (0, 100), (300, 7), (len(whole.text) - 1, 70)):
            at = position_in(page, rest, whole, (piece, character))
            here = whole.text[piece][character : character + 20]
            if at.line < len(page.lines):
                assert page.lines[at.line].text[at.character :].startswith(here.split("\n")[0])
            else:
                assert rest.text[at.line - rest.line][at.character :].startswith(here)


def test_what_has_too_many_lines_goes_on_where_they_end(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes(b"".join(b"%d\r\n" % n for n in range(LINES + 2_000)))
    with opened(tmp_path / "home", path) as library:
        page = page_of(library)
        rest = rest_of(page, str(path))
        assert len(page.lines) == LINES
        assert rest is not None
        assert "".join(rest.text).startswith(f"{LINES}\n{LINES + 1}\n")


def test_a_document_of_usual_length_has_no_rest(tmp_path: Path) -> None:
    path = long_file(tmp_path / "docs", 20)
    with opened(tmp_path / "home", path) as library:
        page = page_of(library)
        assert rest_of(page, str(path)) is None
        assert as_it_stands(path) is None
        path.unlink()
        assert rest_of(page, str(path)) is None
        assert as_it_stands(path) is None


def test_what_has_markup_or_is_no_text_is_not_shown_as_it_stands(tmp_path: Path) -> None:
    lines = LONG // len(LINE) + 10
    assert as_it_stands(long_file(tmp_path, lines)) is not None
    assert as_it_stands(long_file(tmp_path, lines, "page.html")) is None
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n" + bytes(LONG))
    assert as_it_stands(tmp_path / "picture.txt") is None
