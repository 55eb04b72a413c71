"""Where an open collection keeps what can be made again."""

from pathlib import Path

from reader.library.caches import busy
from reader.library.collection import Collection
from reader.library.place import Place
from reader.library.shelf import remembered
from tests.library.folders import fill, settings_in


def test_a_place_is_in_use_until_it_is_closed(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "home")
    pages = Collection.of([fill(tmp_path / "pages", range(1))])
    place = Place(pages, settings)
    assert place.folder == settings.cache / pages.key
    assert place.folder.stat().st_mode & 0o777 == 0o700
    assert busy(place.folder)
    place.close()
    assert not busy(place.folder)


def test_an_update_is_noted_and_names_the_place(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "home")
    pages = Collection.of([fill(tmp_path / "pages", range(1))])
    place = Place(pages, settings)
    place.updated(5)
    place.close()
    assert [one.documents for one in remembered(settings)] == [5]
    assert place.places() == {"pages": ("",)}


def test_a_file_alone_leaves_no_trace(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "home")
    place = Place(Collection.of([fill(tmp_path / "pages", range(1)) / "000.txt"]), settings)
    place.updated(1)
    place.close()
    assert not settings.cache.exists()
    assert remembered(settings) == []
