"""The collections that were opened before."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from reader.library.collection import Collection, Root
from reader.library.shelf import (
    FOLDER,
    NOTE,
    Remembered,
    labels,
    note,
    places,
    read,
    remembered,
    within,
)
from reader.settings import Settings
from tests.library.folders import fill, opened, settings_in

PART = st.text(st.sampled_from("ab \n\x1b\udcffé"), min_size=1, max_size=3)
PATH = st.lists(PART, max_size=4).map(lambda parts: Path("/", *parts))
ENTRY = st.builds(
    Remembered,
    st.lists(PATH, min_size=1, max_size=3, unique=True).map(lambda paths: tuple(sorted(paths))),
    *[st.integers(0, 10**12)] * 4,
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path / "home")


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The time, in seconds since 1970."""
    now = [1_000]
    monkeypatch.setattr("time.time", lambda: now[0])
    return now


def collection_of(one: Remembered) -> Collection:
    several = len(one.paths) > 1
    roots = [Root(path, f"p{i}" if several else "", False) for i, path in enumerate(one.paths)]
    return Collection(tuple(roots))


def test_nothing_is_remembered_at_first(settings: Settings) -> None:
    assert remembered(settings) == []


def test_what_is_opened_is_remembered_the_last_one_first(
    settings: Settings, tmp_path: Path, at: list[int]
) -> None:
    one, two = (Collection.of([fill(tmp_path / name, range(1))]) for name in ("one", "two"))
    note(one, settings, shown=True)
    at[0] = 2_000
    note(two, settings, documents=7)
    at[0] = 3_000
    note(one, settings)
    assert remembered(settings) == [
        Remembered((tmp_path / "one",), opened=3_000, shown=1_000),
        Remembered((tmp_path / "two",), opened=2_000, updated=2_000, documents=7),
    ]


def test_a_library_that_is_open_and_up_to_date_says_so(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(3))
    with opened(tmp_path / "home", folder) as library:
        (known,) = remembered(settings_in(tmp_path / "home"))
        assert (known.paths, known.documents) == ((folder,), 3)
        assert known.opened
        assert known.updated
        beside = library.settings.cache / known.key / NOTE
        assert read(beside, known.key) == known


@pytest.mark.parametrize("names", [["000.txt"], ["000.txt", "001.txt"]])
def test_files_alone_are_not_remembered(
    names: list[str], settings: Settings, tmp_path: Path
) -> None:
    folder = fill(tmp_path / "pages", range(2))
    note(Collection.of([folder / name for name in names]), settings)
    assert remembered(settings) == []


@given(one=ENTRY)
@examples(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_bytes_a_path_has_it_is_remembered(one: Remembered, tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "odd")
    note(collection_of(one), settings, documents=one.documents)
    found = read(settings.state / FOLDER / one.key, one.key)
    assert found is not None
    assert (found.paths, found.documents) == (one.paths, one.documents)


@given(place=st.integers(0, 200), byte=st.integers(0, 255), instead=st.binary(max_size=80))
@examples(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_note_is_no_note_and_is_written_again(
    place: int, byte: int, instead: bytes, tmp_path: Path
) -> None:
    settings = settings_in(tmp_path / "damaged")
    pages = Collection.of([fill(tmp_path / "pages", range(1))])
    note(pages, settings, documents=1)
    file = settings.state / FOLDER / pages.key
    whole = file.read_bytes()
    flipped = bytearray(whole)
    flipped[place % len(whole)] ^= byte
    for content in (bytes(flipped), instead, whole[:place]):
        file.write_bytes(content)
        assert all(one.paths == (tmp_path / "pages",) for one in remembered(settings))
        note(pages, settings, documents=1)
        assert [one.documents for one in remembered(settings)] == [1]


def test_a_note_under_another_name_is_none(settings: Settings, tmp_path: Path) -> None:
    pages = Collection.of([fill(tmp_path / "pages", range(1))])
    note(pages, settings)
    file = settings.state / FOLDER / pages.key
    file.rename(file.with_name("0" * 16))
    assert remembered(settings) == []


@given(st.lists(ENTRY, max_size=6, unique_by=lambda one: one.paths))
def test_no_two_collections_are_called_the_same(known: list[Remembered]) -> None:
    called = labels(known)
    assert len(set(called.values())) == len(known)
    for one in known:
        names = [other.name for other in known]
        assert called[one.key] == one.name or names.count(one.name) > 1 or one.name in names


def test_collections_of_one_name_are_told_apart_by_the_folders_they_lie_in() -> None:
    paths = ["/home/ada/press", "/srv/ada/press", "/srv/letters", "/"]
    known = [Remembered((Path(path),)) for path in paths]
    assert list(labels(known).values()) == ["home/ada/press", "srv/ada/press", "letters", "/"]


def test_a_collection_is_there_when_all_of_its_paths_are(tmp_path: Path) -> None:
    assert Remembered((tmp_path,)).there
    assert not Remembered((tmp_path, tmp_path / "absent")).there


def test_what_lies_in_a_collection_is_told_by_how_its_names_begin() -> None:
    def begun(here: list[str], known: list[str]) -> tuple[str, ...]:
        return within(
            collection_of(Remembered(tuple(map(Path, here)))), Remembered(tuple(map(Path, known)))
        )

    assert begun(["/a"], ["/a"]) == begun(["/a/b"], ["/a"]) == ("",)
    assert begun(["/a"], ["/a/b/c"]) == ("b/c/",)
    assert begun(["/a"], ["/ab"]) == begun(["/a/b"], ["/a/c"]) == ()
    assert begun(["/a", "/a/b"], ["/a/b"]) == ("p0/b/", "p1/")
    assert begun(["/a", "/z"], ["/z/y", "/q"]) == ("p1/y/",)


def test_places_are_known_by_their_short_and_their_longer_names(
    settings: Settings, tmp_path: Path
) -> None:
    for folder in ("one/press", "two/press", "letters"):
        note(Collection.of([fill(tmp_path / folder, range(1))]), settings)
    found = places(Collection.of([tmp_path / "one"]), settings)
    assert found.known == {
        "one": ("",),
        "press": ("press/",),
        "one/press": ("press/",),
        "two/press": (),
        "letters": (),
    }
    assert found.roots == ("",)
    several = places(Collection.of([tmp_path / "one", tmp_path / "letters"]), settings)
    assert several.roots == ("letters/", "one/")
    assert several.known["letters"] == ("letters/", "letters/")
    assert several.known["press"] == ("one/press/",)
