from pathlib import Path

from tests.library.folders import fill, opened, update


def test_what_changed_is_seen_at_once_after_a_word(tmp_path: Path) -> None:
    folder = fill(tmp_path / "docs", range(3))
    with opened(tmp_path / "home", folder) as library:
        assert library.find("weather").total >= 0
        (folder / "new.txt").write_text("Dredging\n\nThe xylophone was lowered into the water.\n")
        update(library)
        assert library.find("xylophone").total == 1


def test_a_full_text_that_vanishes_is_made_anew_when_it_is_asked_for(tmp_path: Path) -> None:
    with opened(tmp_path / "home", fill(tmp_path / "docs", range(2))) as library:
        finding = library._finding
        before = finding.full_text()
        assert finding.full_text() is before
        for file in sorted((library.place.folder / "fulltext").rglob("*"), reverse=True):
            file.rmdir() if file.is_dir() else file.unlink()
        (library.place.folder / "fulltext").rmdir()
        assert finding.full_text() is not before
        assert len(finding.full_text()) == 0


def test_shared_words_keep_their_order(tmp_path: Path) -> None:
    with opened(tmp_path / "home", fill(tmp_path / "docs", range(1))) as library:
        [row] = library.rows(0, 1)
        assert library.shared(row, ["word0", "xylophone", "harbour"]) == ["word0", "harbour"]
