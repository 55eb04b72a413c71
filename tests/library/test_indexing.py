"""Folders into catalogues: once, in any order, in spite of everything that lies about."""

import os
import shutil
import signal
import stat
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.library.collection import document_id
from reader.model import Label, Outcome, Row
from tests.library.folders import (
    answers,
    command,
    contents,
    fill,
    opened,
    page,
    tags,
    update,
)

names = st.text(st.sampled_from("aBc.~-_ 'é語\n\x1b\u202e"), min_size=1, max_size=6)
texts = st.one_of(
    st.builds(page, st.integers(0, 20)).map(str.encode),
    st.binary(max_size=60),
    st.text(st.characters(exclude_categories=[]), max_size=80).map(
        lambda text: text.encode("utf-8", "surrogatepass")
    ),
)
folders = st.dictionaries(st.lists(names, min_size=1, max_size=2).map("/".join), texts, max_size=8)


def write(folder: Path, files: dict[str, bytes]) -> None:
    """These files, but for names that clash with others."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        try:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(text)
        except OSError:
            continue


def test_pages_captured_without_their_article_are_found(tmp_path: Path) -> None:
    folder = fill(tmp_path / "docs", range(4))
    (folder / "gone.txt").write_text("404 Not Found\n\nnginx\n", "utf-8")
    with opened(tmp_path / "home", folder) as library:
        broken = {d.path: d.broken for d in library.documents(library.order()) if d.broken}
        assert broken == {"gone.txt": "an error page (404)"}
        found = answers(library, "is:broken", "-is:broken words:>0")
        assert found["is:broken"] == [{"gone.txt"}, set()]
        assert found["-is:broken words:>0"] == [{f"{n:03}.txt" for n in range(4)}, set()]
        (folder / "gone.txt").write_text(page(5), "utf-8")
        update(library)
        assert answers(library, "is:broken")["is:broken"] == [set(), set()]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(folders)
def test_indexing_twice_is_indexing_once(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as place:
        write(Path(place) / "docs", files)
        with opened(Path(place) / "home", Path(place) / "docs") as library:
            before, generation = contents(library), library.generation
            outcomes = update(library)
            assert set(outcomes) <= {Outcome.UNCHANGED}
            assert outcomes.get(Outcome.UNCHANGED, 0) == len(before)
            assert (contents(library), library.generation) == (before, generation)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(folders, folders)
def test_what_was_there_before_leaves_no_trace(
    before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    with tempfile.TemporaryDirectory() as place:
        docs = Path(place) / "docs"
        write(docs, before)
        with opened(Path(place) / "home", docs) as library:
            shutil.rmtree(docs)
            write(docs, after)
            update(library)
            with opened(Path(place) / "other", docs) as fresh:
                assert contents(library) == contents(fresh)


@pytest.mark.parametrize("first", [[0], [11], [3, 4, 5], [9, 1, 6, 2, 0, 8], list(range(11))])
def test_documents_are_judged_alike_in_whatever_order_they_arrive(
    first: list[int], tmp_path: Path
) -> None:
    pages = fill(tmp_path / "pages", range(12))
    (tmp_path / "docs").mkdir()
    with opened(tmp_path / "home", tmp_path / "docs") as library:
        for numbers in (first, sorted(set(range(12)) - set(first))):
            for number in numbers:
                shutil.copy(pages / f"{number:03}.txt", tmp_path / "docs")
            update(library)
        with opened(tmp_path / "other", tmp_path / "docs") as fresh:
            assert contents(library) == contents(fresh)


def test_what_repeats_on_a_site_is_set_aside_in_documents_read_long_ago(tmp_path: Path) -> None:
    repeated = "A sentence which stands on every page of this paper, whatever the page is about."
    docs = fill(tmp_path / "docs", range(1))
    for file in docs.iterdir():
        file.write_text(f"{page(0)}\n\n{repeated}\n", "utf-8")

    with opened(tmp_path / "home", docs) as library:

        def label() -> Label:
            lines = library.page(library.document("000.txt").row).lines
            return next(line.label for line in lines if line.text == repeated)

        for number in range(1, 12):
            (docs / f"{number:03}.txt").write_text(f"{page(number)}\n\n{repeated}\n", "utf-8")
        update(library)
        assert label() is Label.BOILERPLATE
        assert library.find("repeated whatever").total == 0


def test_every_outcome_is_counted(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(4))
    with opened(tmp_path / "home", docs, updated=False) as library:
        assert update(library) == {Outcome.ADDED: 4}
        library.tag([library.document("001.txt").row], ["kept"], [])
        (docs / "000.txt").unlink()
        (docs / "001.txt").rename(docs / "moved.txt")
        (docs / "002.txt").write_text(page(20), "utf-8")
        (docs / "004.txt").write_bytes(b"\x7fELF\0\0")
        assert update(library) == {
            Outcome.ADDED: 1,
            Outcome.CHANGED: 1,
            Outcome.MOVED: 1,
            Outcome.REMOVED: 2,
            Outcome.SKIPPED: 1,
            Outcome.UNCHANGED: 1,
        }


def test_a_file_that_was_only_touched_is_not_read_again(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(2))
    with opened(tmp_path / "home", docs) as library:
        before = contents(library)
        os.utime(docs / "000.txt", (1, 1))
        assert update(library) == {Outcome.UNCHANGED: 2}
        assert contents(library) == before


def test_an_edited_document_is_found_by_its_new_words_only(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(5))
    with opened(tmp_path / "home", docs) as library:
        (docs / "003.txt").write_text(page(3).replace("Word3", "Amaranth"), "utf-8")
        update(library)
        assert answers(library, "word3", "amaranth") == {
            "word3": [set(), set()],
            "amaranth": [set(), {"003.txt"}],
        }


def pipe(path: Path) -> None:
    os.mkfifo(path)


def program(path: Path) -> None:
    path.write_bytes(b"\x7fELF" + bytes(range(256)))


def zeros(path: Path) -> None:
    path.write_bytes(bytes(5_000))


def dangling(path: Path) -> None:
    path.symlink_to("nowhere.txt")


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def leading_outside(path: Path) -> None:
    path.symlink_to("/etc/passwd")


@pytest.mark.parametrize("trouble", [pipe, program, zeros, dangling, circle, leading_outside])
def test_a_file_that_cannot_be_read_stops_nothing(
    trouble: Callable[[Path], None], tmp_path: Path
) -> None:
    docs = fill(tmp_path / "docs", range(2))
    trouble(docs / "000-first.txt")
    with opened(tmp_path / "home", docs) as library:
        assert (library.count(), library.skipped()) == (2, 1)
        [unreadable] = [
            document
            for document in library.documents(library.order(skipped=True))
            if document.skipped is not None
        ]
        assert unreadable.path == "000-first.txt"
        assert unreadable.skipped
        assert unreadable.row not in library.order()
        assert library.page(unreadable.row).lines == ()
        assert answers(library, "word1")["word1"] == [set(), {"001.txt"}]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_nobody_may_read_is_listed_and_read_once_it_may_be(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(2))
    (docs / "001.txt").chmod(0)
    with opened(tmp_path / "home", docs) as library:
        assert library.document("001.txt").skipped == "permission denied"
        generation = library.generation
        assert update(library) == {Outcome.UNCHANGED: 2}
        assert library.generation == generation
        (docs / "001.txt").chmod(stat.S_IRUSR)
        update(library)
        assert library.document("001.txt").skipped is None
        assert answers(library, "word1")["word1"] == [set(), {"001.txt"}]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_tag_stays_with_a_file_that_cannot_be_looked_for(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs" / "shut", range(1)).parent
    with opened(tmp_path / "home", docs) as library:
        library.tag(library.rows(0, 1), ["kept"], [])
        shutil.copy(docs / "shut" / "000.txt", docs / "copy.txt")
        (docs / "shut").chmod(0)
        update(library)
        (docs / "shut").chmod(stat.S_IRWXU)
        assert library.document("copy.txt").tags == ()
        update(library)
        assert library.document("shut/000.txt").tags == ("kept",)


def test_a_document_that_can_no_longer_be_read_is_no_longer_found(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(3))
    with opened(tmp_path / "home", docs) as library:
        (docs / "001.txt").write_bytes(b"\x7fELF\0\0")
        assert update(library)[Outcome.SKIPPED] == 1
        assert library.find("word1").total == 0
        (docs / "001.txt").write_text(page(1), "utf-8")
        update(library)
        assert answers(library, "word1")["word1"] == [set(), {"001.txt"}]


@pytest.mark.parametrize(
    "name",
    [
        b"new\nline.txt",
        b"\x1b[31mred\x1b]0;x\x07.txt",
        b"caf\xe9.txt",
        b"\xff\xfe",
        b"  ",
        b"\xc2\x9b",
    ],
)
def test_any_name_is_listed_found_and_opened(name: bytes, tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(1))
    try:
        (docs / os.fsdecode(name)).write_text("Some words about zirconium.", "utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    with opened(tmp_path / "home", docs) as library:
        document = library.document(document_id(os.fsdecode(name)))
        assert os.fsencode(document.path) == name
        assert document.title.isprintable()
        assert document == library.document(os.fsdecode(name))
        assert [*library.find("zirconium").titles, *library.find("zirconium").texts] == [
            document.row
        ]
        assert library.tag([document.row], ["odd"], []) == 1
        assert library.documents([document.row])[0].tags == ("odd",)


def test_what_reaches_lists_and_pages_is_fit_for_a_terminal(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(1))
    (docs / "page.html").write_text(
        "<html><head><title>A \x1b[31mred&#27;]0;title\x07 of a page</title></head><body>"
        "<h1>A \x1b[31mred&#27;]0;title\x07 of a page</h1><p>Text \u202ewith marks.</p></body>",
        "utf-8",
    )
    with opened(tmp_path / "home", docs) as library:
        document = library.document("page.html")
        page = library.page(document.row)
        shown = (document.title, page.metadata.title, *(line.text for line in page.lines))
        assert all(text.isprintable() for text in shown)
        assert "\x1b" not in "".join(unit.text for unit in page.paragraphs)


@pytest.mark.parametrize("several", [False, True])
def test_nothing_is_forgotten_while_a_folder_is_away(several: bool, tmp_path: Path) -> None:
    docs, other = fill(tmp_path / "docs", range(3)), fill(tmp_path / "other", range(2))
    with opened(tmp_path / "home", docs, *([other] if several else [])) as library:
        library.tag(library.rows(0, 10), ["kept"], [])
        before = contents(library)
        docs.rename(tmp_path / "away")
        with pytest.raises(ReaderError):
            update(library)
        assert contents(library) == before
        (tmp_path / "away").rename(docs)
        assert set(update(library)) == {Outcome.UNCHANGED}
        assert contents(library) == before


def test_a_run_that_is_killed_anywhere_is_finished_by_the_next(tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(205)), tmp_path / "home"
    for round in range(7):
        process = command(home, "index", docs, "--progress")
        assert process.stdout is not None
        for _ in range(round):
            process.stdout.readline()
        time.sleep(0.03 * (7 - round))  # somewhere else in every round, be it where it may
        process.send_signal(signal.SIGKILL)
        process.communicate()
        (docs / f"{round * 20:03}.txt").write_text(page(300 + round), "utf-8")
        (docs / f"{round * 20 + 1:03}.txt").unlink()
        fill(docs, range(210 + round, 211 + round))
    queries = ("harbour", "word2", "word303", "story", *(f"word{number}" for number in range(42)))
    with opened(home, docs) as library, opened(tmp_path / "other", docs) as fresh:
        assert contents(library) == contents(fresh)
        assert answers(library, *queries) == answers(fresh, *queries)
        assert update(library) == {Outcome.UNCHANGED: fresh.count()}


def test_a_catalogue_that_is_damaged_inside_is_made_anew_by_an_update(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(30))
    with opened(tmp_path / "home", folder) as library:
        before = contents(library)
        library.tag([Row(row) for row in library.order()[:1]], ["sea"], [])
        (file,) = (tmp_path / "home" / "cache").rglob("catalogue.db")
        library.close()
        whole = file.read_bytes()
        file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
        update(library)
        assert tags(library) == {"000.txt": ("sea",)}
        after = contents(library)
        assert before.keys() == after.keys()
