"""What is noted is shown, counted and found, and can be taken back from anywhere."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.library import Library
from reader.model import Bookmark, Page, Position, Row
from reader.settings import temporary
from tests.library.folders import fill, opened, page, settings_in, tags, update

DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["tag", "read", "starred", "archived", "hidden"]),
        st.sets(st.integers(min_value=0, max_value=4), min_size=1),
        st.booleans(),
    ),
    max_size=12,
)


def state(library: Library, rows: list[Row]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(document.tags, document.state) for document in library.documents(rows)]


@given(DEEDS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_changes_taken_back_give_the_first_state_and_redone_the_last(
    tmp_path: Path, deeds: list[tuple[str, set[int], bool]]
) -> None:
    folder = fill(tmp_path / "pages", range(5))
    with opened(tmp_path / "home", folder) as library:
        rows = [Row(row) for row in library.order()]
        first = state(library, rows)
        made = 0
        for deed, places, value in deeds:
            some = [rows[place] for place in places]
            if deed == "tag":
                add, remove = (["sea"], ["old"]) if value else (["old"], ["sea"])
                made += library.tag(some, add, remove) > 0
            else:
                made += getattr(library, f"set_{deed}")(some, value) > 0
        last = state(library, rows)
        assert all(library.undo() for _ in range(made))
        assert state(library, rows) == first
        assert all(library.redo() for _ in range(made))
        assert state(library, rows) == last
        assert all(library.undo() for _ in range(made))


def test_taking_a_tag_off_that_nothing_has_changes_nothing(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(2))
    with opened(tmp_path / "home", folder) as library:
        rows = [Row(row) for row in library.order()]
        library.tag(rows[:1], ["sea"], [])
        assert library.tag(rows, ["sea"], ["nosuch"]) == 1
        assert library.tag(rows, ["sea"], ["nosuch"]) == 0
        assert tags(library) == {"000.txt": ("sea",), "001.txt": ("sea",)}
        assert [change.said for change in library.changes(9)] == [
            "+sea -nosuch on 1 document",
            "+sea on 1 document",
        ]


def test_a_change_is_taken_back_by_another_program_and_after_a_move(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(3))
    with opened(tmp_path / "home", folder) as library:
        library.tag([library.document("001.txt").row], ["sea"], [])
    (folder / "001.txt").rename(folder / "moved.txt")
    with opened(tmp_path / "home", folder) as library:
        assert tags(library) == {"moved.txt": ("sea",)}
        assert library.undo() == "+sea on 1 document"
        assert tags(library) == {}
        assert library.redo() == "+sea on 1 document"
        assert tags(library) == {"moved.txt": ("sea",)}


def test_another_collection_has_a_journal_of_its_own(tmp_path: Path) -> None:
    one, two = fill(tmp_path / "one", range(1)), fill(tmp_path / "two", range(1))
    with opened(tmp_path / "home", one) as library:
        library.set_starred([library.document("000.txt").row], True)
    with opened(tmp_path / "home", two) as library:
        assert library.undo() is None
        library.set_archived([library.document("000.txt").row], True)
    with opened(tmp_path / "home", one) as library:
        assert library.undo() == "starred on 1 document"


def test_hidden_documents_are_left_out_of_lists_counts_and_results(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(4))
    with opened(tmp_path / "home", folder) as library:
        row = library.document("001.txt").row
        library.tag([row], ["sea"], [])
        found = library.find("lang:en").total
        assert library.set_hidden([row], True) == 1
        assert library.set_hidden([row], True) == 0
        assert library.count() == 3
        assert row not in library.order()
        assert row not in library.order(skipped=True)
        assert library.rows(0, 2) == [Row(r) for r in library.order()][:2]
        assert row not in library.rows(0, 99)
        assert library.find("").total == 3
        assert library.find("lang:en").total == max(0, found - 1)
        assert library.find("tag:sea").total == 0
        assert library.tags() == []
        assert library.find("is:hidden").titles == [row]
        assert library.document("001.txt").state == ("unread", "hidden")
        assert library.undo() == "hidden on 1 document"
        assert library.count() == 4
        assert library.find("tag:sea").titles == [row]


def test_archived_documents_stay_listed_and_are_found_by_their_state(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(3))
    with opened(tmp_path / "home", folder) as library:
        row = library.document("001.txt").row
        library.set_archived([row], True)
        assert library.count() == 3
        assert library.find("is:archived").titles == [row]
        assert library.find("-is:archived").total == 2
        assert library.document("001.txt").state == ("unread", "archived")


def opened_page(library: Library, name: str = "001.txt") -> Page:
    return library.page(library.document(name).row)


def place(page: Page, words: str) -> tuple[Position, Position]:
    line = next(at for at, line in enumerate(page.lines) if words in line.text)
    start = page.lines[line].text.index(words)
    return Position(line, start), Position(line, start + len(words))


def test_a_highlight_keeps_to_its_words_when_the_page_is_edited(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(3))
    with opened(tmp_path / "home", folder) as library:
        before = opened_page(library)
        made = library.highlight(before, *place(before, "name of a man"), note="who?\nwho")
        assert (made.quote.exact, made.note, made.path) == ("name of a man", "who?\nwho", "001.txt")
        assert library.highlights(before) == [made]
        text = page(1).replace("and below it", "and far below it").replace("name of", "name\nof")
        (folder / "001.txt").write_text("A new line\n" + text, "utf-8")
        update(library)
        after = opened_page(library)
        (found,) = library.highlights(after)
        assert found.number == made.number
        assert (found.start, found.end) == (place(after, "name")[0], place(after, "of a man")[1])
        assert library.find("is:annotated").total == 1
        (folder / "001.txt").write_text("Nothing of that is left here.\n" * 9, "utf-8")
        update(library)
        (lost,) = library.highlights(opened_page(library))
        assert (lost.start, lost.end, lost.note) == (None, None, "who?\nwho")


def test_notes_are_changed_highlights_removed_and_all_of_it_taken_back(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(2))
    with opened(tmp_path / "home", folder) as library:
        shown = opened_page(library)
        made = library.highlight(shown, *place(shown, "stood empty"))
        library.annotate(shown, made.number, "how long?")
        assert [one.note for one in library.highlights(shown)] == ["how long?"]
        library.annotate(shown, made.number, None)
        assert library.highlights(shown) == []
        said = [library.undo(), library.undo(), library.undo(), library.undo()]
        assert said == [
            "highlight removed: “stood empty”",
            "note on “stood empty”",
            "highlighted “stood empty”",
            None,
        ]
        while library.redo():
            pass
        library.undo()
        assert [one.note for one in library.highlights(shown)] == ["how long?"]
        with pytest.raises(UsageError, match="no highlight 99"):
            library.annotate(shown, 99, "x")
        with pytest.raises(UsageError, match="nothing to highlight"):
            library.highlight(shown, Position(0, 0), Position(0, 0))


def test_searches_are_saved_for_all_collections_and_forgotten(tmp_path: Path) -> None:
    one, two = fill(tmp_path / "one", range(1)), fill(tmp_path / "two", range(1))
    with opened(tmp_path / "home", one) as library:
        assert library.save_search(" the  coast ", "tag:sea")
        assert not library.save_search("the coast", "tag:sea")
        assert library.save_search("the coast", "tag:sea is:unread")
    with opened(tmp_path / "home", two) as library:
        assert library.searches() == [("the coast", "tag:sea is:unread")]
        assert library.forget_search("the coast")
        assert not library.forget_search("the coast")
        assert library.undo() == "search “the coast” forgotten"
    with opened(tmp_path / "home", one) as library:
        assert library.undo() == "search “the coast” saved"
        assert library.searches() == [("the coast", "tag:sea")]
        with pytest.raises(UsageError, match="which name"):
            library.save_search(" ", "x")


def test_of_a_document_from_a_pipe_nothing_is_kept(tmp_path: Path) -> None:
    home, path = tmp_path / "home", temporary() / f"piped-{tmp_path.name}"
    path.write_text(page(1), "utf-8")
    with opened(home, path) as library:
        assert library.passing
        document = library.documents(library.order())[0]
        library.set_opened(document)
        library.set_position(document, Position(3, 4))
        library.tag([document.row], ["sea"], [])
        assert library.position(document) == Position(3, 4)
        assert library.undo() == "+sea on 1 document"
    assert not settings_in(home).marks_file.exists()


def test_an_update_leaves_a_dump_of_the_day(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(1))
    with opened(tmp_path / "home", folder) as library:
        library.tag(library.rows(0, 1), ["sea"], [])
        update(library)
    (dump,) = (tmp_path / "home" / "data" / "dumps").iterdir()
    assert "sea" in dump.read_text("utf-8")


def test_a_bookmark_of_a_letter_is_in_one_place_of_the_collection(tmp_path: Path) -> None:
    with opened(tmp_path / "home", fill(tmp_path / "pages", range(2))) as library:
        one, two = library.documents(library.order())
        library.marking.bookmark(one, "x", Position(0, 1))
        library.marking.bookmark(two, "b", Position(0, 2))
        library.marking.bookmark(two, "x", Position(0, 0))
        assert library.marking.bookmarks() == [
            Bookmark("b", two.row, Position(0, 2)),
            Bookmark("x", two.row, Position(0, 0)),
        ]
        assert library.undo() == "bookmark x"
        assert [found.row for found in library.marking.bookmarks()] == [two.row, one.row]
