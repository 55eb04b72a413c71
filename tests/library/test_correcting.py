"""What people say of lines holds wherever it should, at once, for good, and until taken back."""

import operator
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import UsageError
from reader.library import Library, correcting
from reader.library.correcting import site_name
from reader.library.demo import corpus
from reader.model import Label, Page, Reach
from tests.library.folders import (
    FOOTER,
    MENU,
    answers,
    contents,
    fill,
    opened,
    page,
    settings_in,
    update,
)

ASIDE, EVERYWHERE = "set aside by you", "set aside by you on every page of this site"

SAYER = """
import sys
from pathlib import Path
from reader.library import Library
from reader.settings import Settings
home, folder, name, text = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
library = Library.open([folder], Settings(*(home / part for part in ("cache", "data", "c", "s"))))
page = library.page(library.document(name).row)
lines = [i for i, line in enumerate(page.lines) if line.text == text]
library.correct(page, lines, keep=False, everywhere=True)
print("done", flush=True)
sys.stdin.read()
"""


def shown(library: Library, name: str) -> Page:
    return library.page(library.document(name).row)


def places(page: Page, *texts: str) -> list[int]:
    """Where the lines stand that begin so."""
    return [n for n, line in enumerate(page.lines) if line.text and line.text.startswith(texts)]


def say(
    library: Library, name: str, *texts: str, keep: bool = False, everywhere: bool = False
) -> Reach:
    """Correct the lines of a document that begin so; what that was to change."""
    page = shown(library, name)
    lines = places(page, *texts)
    assert lines
    reach = library.reach(page, lines, keep, everywhere)
    library.correct(page, lines, keep, everywhere)
    return reach


def settle(library: Library) -> None:
    """Let lists and finding follow."""
    *_, last = library.update(look=False)
    assert last.stage == "done"
    assert library.settled
    library.catch_up()


def reasons(library: Library, text: str) -> dict[str, list[str]]:
    """For each document the reasons of its lines that begin so."""
    found = {}
    for document in library.documents(library.order()):
        lines = library.page(document.row).lines
        found[document.path] = [line.reason for line in lines if line.text.startswith(text)]
    return {path: said for path, said in found.items() if said}


def labels(library: Library) -> dict[str, list[Label]]:
    documents = library.documents(library.order())
    return {
        document.path: [line.label for line in library.page(document.row).lines]
        for document in documents
    }


def differing(before: dict[str, list[Label]], now: dict[str, list[Label]]) -> Reach:
    """How many lines on how many pages have another label."""
    counts = [sum(map(operator.ne, old, now[path])) for path, old in before.items()]
    return Reach(sum(counts), sum(map(bool, counts)))


@pytest.mark.parametrize("keep", [False, True])
def test_one_correction_changes_a_block_on_all_pages_of_its_site_and_undo_leaves_no_trace(
    tmp_path: Path, keep: bool
) -> None:
    folder = Path(shutil.copytree(corpus(), tmp_path / "corpus"))
    name = "northlight/0007_the-harbour-that-forgot-the-sea.txt"
    with opened(tmp_path / "home", folder) as library:
        first = shown(library, name)
        repeated = [line.text for line in first.lines if " of 6 pages of this site" in line.reason]
        text = (
            repeated[0] if keep else next(line for line in first.lines if "By " in line.text).text
        )
        queries = (
            "harbour",
            "fog bell",
            f'"{text}"',
            f'raw:"{text}"',
            "site:northlight",
            "words:>400",
        )
        before, found = contents(library), answers(library, *queries)
        at_first = labels(library)
        generation = library.generation
        reach = say(library, name, text, keep=keep, everywhere=True)
        assert not library.settled
        settle(library)
        assert differing(at_first, labels(library)) == reach
        assert reach.pages > (1 if keep else 0)
        assert answers(library, *queries) != found
        assert library.generation > generation
        assert library.undo()
        settle(library)
        assert contents(library) == before
        assert answers(library, *queries) == found
        assert library.corrections() == []
        assert library.redo()
        settle(library)
        assert differing(at_first, labels(library)) == reach


def test_here_is_one_document_and_everywhere_all_of_its_site_and_no_other(tmp_path: Path) -> None:
    fill(tmp_path / "pages" / "coast", range(4))
    fill(tmp_path / "pages" / "inland", range(4))
    with opened(tmp_path / "home", tmp_path / "pages") as library:
        assert library.site(library.document("coast/000.txt").row) == "coast/"
        assert say(library, "coast/000.txt", "By Ann Smith") == Reach(1, 1)
        assert {path for path, said in reasons(library, "By Ann").items() if ASIDE in said} == {
            "coast/000.txt"
        }
        reach = say(library, "coast/001.txt", "By Ann Smith", everywhere=True)
        assert reach == Reach(3, 3)
        settle(library)
        found = reasons(library, "By Ann")
        assert found.pop("coast/000.txt") == [ASIDE]
        assert {path for path, said in found.items() if said == [EVERYWHERE]} == {
            f"coast/{number:03}.txt" for number in range(1, 4)
        }
        assert {document.author for document in library.documents(library.order())} == {
            "",
            "Ann Smith",
        }


def test_what_is_said_everywhere_takes_over_what_was_said_here_on_the_page_in_hand(
    tmp_path: Path,
) -> None:
    folder = fill(tmp_path / "pages", range(3))
    with opened(tmp_path / "home", folder) as library:
        say(library, "000.txt", MENU[0], keep=True)
        say(library, "001.txt", MENU[0], keep=True)
        assert say(library, "000.txt", MENU[0], everywhere=True).pages == 1
        settle(library)
        assert reasons(library, MENU[0]) == {
            "000.txt": [EVERYWHERE],
            "001.txt": ["kept by you"],
            "002.txt": [EVERYWHERE],
        }


def test_text_words_and_finding_follow(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(3))
    with opened(tmp_path / "home", folder) as library:
        before = library.document("001.txt").words
        assert answers(library, "Word1")["Word1"][1] == {"001.txt"}
        say(library, "001.txt", "Word1 was")
        page = shown(library, "001.txt")
        assert page.document.words < before
        assert not any("Word1" in unit.text for unit in page.paragraphs if not unit.reason)
        assert library.document("001.txt").words == before
        settle(library)
        assert library.document("001.txt").words == page.document.words
        assert answers(library, "Word1")["Word1"][1] == set()
        assert answers(library, "raw:Word1")["raw:Word1"][1] == {"001.txt"}


def test_corrections_outlive_the_cache(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(4))
    with opened(tmp_path / "home", folder) as library:
        say(library, "000.txt", *FOOTER, keep=True, everywhere=True)
        say(library, "001.txt", "Word1")
        settle(library)
        before, found = contents(library), answers(library, "stories", "Word1")
    shutil.rmtree(tmp_path / "home" / "cache")
    with opened(tmp_path / "home", folder) as library:
        assert contents(library) == before
        assert answers(library, "stories", "Word1") == found
        assert len(library.corrections()) == 2


def test_what_was_acknowledged_outlives_a_kill(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(4))
    with opened(tmp_path / "home", folder):
        pass
    command = [sys.executable, "-c", SAYER, str(tmp_path / "home"), str(folder), "000.txt", MENU[1]]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "done\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with opened(tmp_path / "home", folder, updated=False) as library:
        assert not library.settled
        assert set(map(tuple, reasons(library, MENU[1]).values())) == {(EVERYWHERE,)}
        update(library)
        assert library.settled
        assert set(map(tuple, reasons(library, MENU[1]).values())) == {(EVERYWHERE,)}


def test_a_run_that_is_under_way_takes_a_correction_along(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(4))
    with opened(tmp_path / "home", folder) as library:
        fill(folder, range(4, 8))
        run = library.update()
        other = Library.open([folder], settings_in(tmp_path / "home"))
        for progress in run:
            if progress.stage == "cleaning" and not other.corrections():
                say(other, "000.txt", "By Ann Smith", everywhere=True)
        other.close()
        assert library.settled
        assert set(map(tuple, reasons(library, "By Ann").values())) == {(EVERYWHERE,)}
        assert len(reasons(library, "By Ann")) == 8


def test_another_process_sees_a_correction_as_soon_as_it_opens_the_page(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(3))
    with opened(tmp_path / "home", folder) as one, opened(tmp_path / "home", folder) as two:
        say(one, "000.txt", "By Ann Smith", everywhere=True)
        say(two, "001.txt", "By Ann Smith", keep=True)
        assert reasons(one, "By Ann") == reasons(two, "By Ann")
        settle(two)
        assert one.settled
        one.undo()
        one.undo()
        assert reasons(two, "By Ann")["002.txt"] == [""]


def test_a_page_scraped_again_with_other_dates_keeps_its_corrections(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(3))
    path = folder / "001.txt"
    path.write_text(page(1).replace("Subscribe", "1,204 readers\nSubscribe"), "utf-8")
    with opened(tmp_path / "home", folder) as library:
        say(library, "001.txt", "By Ann Smith", "1,204 readers")
        text = path.read_text("utf-8").replace("2 March 2021", "30 October 2023")
        path.write_text("Breaking\n\n" + text.replace("1,204", "2,017"), "utf-8")
        update(library)
        assert reasons(library, "By Ann Smith, 30 October")["001.txt"] == [ASIDE]
        assert reasons(library, "2,017 readers") == {"001.txt": [ASIDE]}
        assert reasons(library, "By Ann Smith, 1 March")["000.txt"] == [""]


def test_corrections_follow_a_file_that_is_moved(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(3))
    with opened(tmp_path / "home", folder) as library:
        say(library, "001.txt", "Word1")
        (folder / "old").mkdir()
        (folder / "001.txt").rename(folder / "old" / "kept.txt")
        update(library)
        assert library.settled
        assert reasons(library, "Word1") == {"old/kept.txt": [ASIDE]}
        assert answers(library, "Word1")["Word1"][1] == set()


def test_a_site_is_the_same_one_in_whatever_collection_it_is_opened(tmp_path: Path) -> None:
    folder = fill(tmp_path / "all" / "coast", range(3))
    with opened(tmp_path / "home", folder) as library:
        say(library, "000.txt", "By Ann", everywhere=True)
    with opened(tmp_path / "home", tmp_path / "all") as library:
        assert reasons(library, "By Ann")["coast/002.txt"] == [EVERYWHERE]
    with opened(tmp_path / "home", folder / "001.txt") as library:
        assert reasons(library, "By Ann") == {"001.txt": [EVERYWHERE]}
        library.undo()
    elsewhere = fill(tmp_path / "other" / "coast", range(3))
    with opened(tmp_path / "home", elsewhere) as library:
        assert library.corrections() == []
        assert reasons(library, "By Ann")["000.txt"] == [""]


def test_what_was_said_is_listed_and_withdrawn_by_its_number(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(3))
    with opened(tmp_path / "home", folder) as library:
        before = contents(library)
        say(library, "001.txt", "Word1")
        say(library, "000.txt", MENU[0], MENU[1], keep=True, everywhere=True)
        one, other = library.corrections()
        assert (one.path, one.site, one.keep) == ("001.txt", "", False)
        assert one.lines[0].startswith("Word1 was written")
        assert (other.path, other.site, other.keep) == ("", "pages/", True)
        assert sorted(other.lines) == sorted(MENU[:2])
        with pytest.raises(UsageError, match="no correction 99"):
            library.withdraw([one.number, 99])
        library.withdraw([one.number, other.number])
        settle(library)
        assert library.corrections() == []
        assert contents(library) == before
        library.undo()
        assert library.corrections() == [one, other]


def test_lines_without_text_cannot_be_corrected(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(1))
    with opened(tmp_path / "home", folder) as library:
        page = shown(library, "000.txt")
        blank = next(n for n, line in enumerate(page.lines) if line.label is Label.BLANK)
        assert library.reach(page, [blank], keep=True, everywhere=True) == Reach(0, 0)
        with pytest.raises(UsageError, match="nothing on these lines"):
            library.correct(page, [blank], keep=True)
        assert library.undo() is None


def test_saying_what_is_so_already_would_change_nothing(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(2))
    with opened(tmp_path / "home", folder) as library:
        page = shown(library, "000.txt")
        lines = places(page, "Word0")
        assert library.reach(page, lines, keep=True, everywhere=True) == Reach(0, 0)
        assert library.reach(page, lines, keep=True, everywhere=False) == Reach(0, 0)


def test_where_pages_are_too_many_to_look_at_the_counts_say_at_most_how_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = fill(tmp_path / "pages", range(6))
    with opened(tmp_path / "home", folder) as library:
        page = shown(library, "000.txt")
        lines = places(page, MENU[0], MENU[1])
        exact = library.reach(page, lines, keep=True, everywhere=True)
        assert exact == Reach(12, 6)
        monkeypatch.setattr(correcting, "LOOKED_AT", 5)
        assert library.reach(page, lines, keep=True, everywhere=True) == exact._replace(exact=False)


def test_a_site_is_called_by_its_name_and_a_folder_by_its_last_part() -> None:
    assert site_name("northlight.example") == "northlight.example"
    assert site_name("/home/ada/pages") == "pages/"
    assert site_name("/") == "/"
    assert site_name("") == ""
