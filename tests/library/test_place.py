"""Where an open collection keeps what can be made again."""

from pathlib import Path

from reader.library.caches import held
from reader.library.collection import Collection
from reader.library.place import Place
from reader.library.shelf import remembered
from tests.library.folders import fill, opened, settings_in


def test_a_place_is_in_use_until_it_is_closed(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "home")
    pages = Collection.of([fill(tmp_path / "pages", range(1))])
    place = Place(pages, settings)
    assert place.folder == settings.cache / pages.key
    assert place.folder.stat().st_mode & 0o777 == 0o700
    assert held(place.folder)
    place.close()
    assert not held(place.folder)


def test_an_update_is_noted_and_names_the_place(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "home")
    pages = Collection.of([fill(tmp_path / "pages", range(1))])
    place = Place(pages, settings)
    place.updated(5)
    place.close()
    assert [one.documents for one in remembered(settings)] == [5]
    assert place.places().known == {"pages": ("", "")}


def test_a_file_alone_leaves_no_trace(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "home")
    place = Place(Collection.of([fill(tmp_path / "pages", range(1)) / "000.txt"]), settings)
    place.updated(1)
    place.close()
    assert not settings.cache.exists()
    assert remembered(settings) == []


def test_in_asks_for_collections_paths_and_folders(tmp_path: Path) -> None:
    home = tmp_path / "home"
    fill(tmp_path / "work" / "press" / "old", range(2))
    letters = fill(tmp_path / "letters", range(3))
    with opened(home, tmp_path / "work" / "press"):
        pass
    with opened(home, tmp_path / "work", letters) as library:

        def count(query: str) -> int:
            return library.find(query).total

        assert count("in:press") == count("in:work") == 2
        assert count("in:letters") == 3
        assert count("in:letters,press") == count("in:let* OR in:work") == 5
        assert count("in:old") == 0
    with opened(home, letters) as library:
        assert library.find("in:letters").total == 3
        assert "nothing of press is open here" in library.find("in:press").interpretation


def test_new_is_what_came_after_the_screen_was_open_before(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "home")
    pages = Collection.of([fill(tmp_path / "pages", range(1))])
    first = Place(pages, settings)
    first.opened(shown=True)
    assert first.since() == 0
    first.close()
    before = remembered(settings)[0].shown
    assert before > 0
    second = Place(pages, settings)
    second.opened()
    second.opened(shown=True)
    assert second.since() == before
    second.close()
