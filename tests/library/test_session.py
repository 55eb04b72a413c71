from pathlib import Path

from reader.library.session import leave_at, left_at
from tests.library.folders import fill, opened, settings_in


def test_nothing_is_known_at_first(tmp_path: Path) -> None:
    assert left_at(settings_in(tmp_path), "key") == ""


def test_the_last_name_is_known_whatever_bytes_it_has(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    for name in ("a.txt", "b/\udcff\n.txt"):
        leave_at(settings, "key", name)
        assert left_at(settings, "key") == name
    assert left_at(settings, "another") == ""


def test_a_state_folder_that_is_a_file_is_no_matter(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    settings.state.write_text("in the way", "ascii")
    leave_at(settings, "key", "a.txt")
    assert left_at(settings, "key") == ""


def test_a_library_knows_the_document_it_was_left_at_until_it_is_gone(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(3))
    with opened(tmp_path / "home", folder) as library:
        assert library.left_at() is None
        library.leave_at(library.documents(library.order())[1])
    with opened(tmp_path / "home", folder) as library:
        row = library.left_at()
        assert row is not None
        assert library.documents([row])[0].path == "001.txt"
    (folder / "001.txt").unlink()
    with opened(tmp_path / "home", folder) as library:
        assert library.left_at() is None
