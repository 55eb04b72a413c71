from pathlib import Path

from reader.library.typed import Completion, begun, completions
from tests.library.folders import fill, opened


def test_fields_and_values_are_completed_but_not_to_what_stands_there(tmp_path: Path) -> None:
    with opened(tmp_path / "home", fill(tmp_path / "pages", range(4))) as library:
        for typed, expected in {
            "ti": [Completion("title")],
            "author:an": [Completion("Ann Smith", 4)],
            'author:"Ann Smith"': [],
            "sort:w": [Completion("words")],
            "lang": [Completion("lang")],
        }.items():
            part = begun(typed, len(typed))
            assert part is not None
            assert completions(part, library.offering(), 8) == expected


def test_what_is_counted_is_what_the_rest_of_the_query_finds(tmp_path: Path) -> None:
    with opened(tmp_path / "home", fill(tmp_path / "pages", range(4))) as library:
        part = begun("by:an", 5)
        assert part is not None
        assert completions(part, library.offering("harbour"), 8) == [Completion("Ann Smith", 1)]
        assert completions(part, library.offering("xyzzy"), 8) == []


def test_another_spelling_is_known_of_a_term(tmp_path: Path) -> None:
    with opened(tmp_path / "home", fill(tmp_path / "pages", range(4))) as library:
        assert library.nearest("'harbuor") == "'harbour"
        assert library.nearest("by:smiht") == 'by:"Ann Smith"'
        assert library.nearest("harbour") == ""
