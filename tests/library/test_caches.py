"""Which caches may go, and how they go."""

import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from reader.library import Library
from reader.library.caches import (
    DAY_S,
    GONE,
    KEPT_DAYS,
    Cache,
    caches,
    clear,
    discard,
    in_words,
    leftovers,
    over_limit,
    sizes,
    tidy,
)
from reader.library.collection import Collection
from reader.library.lock import WRITER, exclusive
from reader.library.shelf import FOLDER, note, remembered
from reader.settings import Settings
from tests.library.folders import fill, opened, settings_in, update

LONG_AGO = KEPT_DAYS * DAY_S + DAY_S


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path / "home")


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, in seconds since 1970."""
    times = [time.time()]
    monkeypatch.setattr("time.time", lambda: times[0])
    return times


def shelve(tmp_path: Path, name: str) -> str:
    """Make a collection of this name up to date; its key."""
    with opened(tmp_path / "home", fill(tmp_path / name, range(2))) as library:
        return library.collection.key


def keys(found: list[Cache]) -> list[str]:
    return [cache.key for cache in found]


def test_a_cache_has_parts_and_says_whose_it_is(tmp_path: Path, settings: Settings) -> None:
    key = shelve(tmp_path, "pages")
    (found,) = caches(settings)
    assert found.of is not None
    assert (found.key, found.of.paths) == (key, (tmp_path / "pages",))
    assert found.parts.keys() == {"catalogue", "full text"}
    assert found.size == sum(found.parts.values()) > 4_096
    (settings.state / FOLDER / key).unlink()
    assert caches(settings)[0].of == found.of


def test_where_there_is_no_cache_it_has_no_size(tmp_path: Path, settings: Settings) -> None:
    assert caches(settings) == []
    assert sizes(tmp_path / "absent") == {}


def test_other_peoples_folders_are_none_of_ours(settings: Settings, now: list[float]) -> None:
    for name in ("pip", "0123456789abcdef", ".gone-with-the-wind"):
        (settings.cache / name).mkdir(parents=True)
        (settings.cache / name / "theirs").write_bytes(b"precious")
    now[0] += LONG_AGO
    assert not caches(settings) + tidy(settings)
    assert not leftovers(settings)
    assert len(list(settings.cache.glob("*/theirs"))) == 3


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (9_949, "9.9 kB"), (9_950, "10 kB"),
        (999_499, "999 kB"), (999_500, "1.0 MB"), (1_230_000_000, "1.2 GB"),
        (5 * 10**15, "5000 TB"),
    ],
)  # fmt: skip
def test_sizes_are_said_in_words(size: int, said: str) -> None:
    assert in_words(size) == said


def test_beyond_the_limit_the_one_opened_longest_ago_goes_first(
    tmp_path: Path, settings: Settings, now: list[float]
) -> None:
    made = []
    for name in ("oldest", "older", "newest"):
        made.append(shelve(tmp_path, name))
        now[0] += 10
    total = sum(cache.size for cache in caches(settings))
    assert over_limit(replace(settings, cache_limit=f"{total} B")) == []
    tight = replace(settings, cache_limit=f"{total - 1} B")
    assert keys(over_limit(tight)) == made[:1]
    assert keys(tidy(tight, keep=made[0])) == [made[1]]
    assert keys(caches(settings)) == [made[2], made[0]]
    assert len(remembered(settings)) == 3  # the collections are remembered all the same
    assert keys(tidy(replace(settings, cache_limit="1 B"), keep=made[0])) == [made[2]]


@pytest.mark.parametrize("limit", ["none", 0, "0", "0 GB"])
def test_without_a_limit_nothing_goes(tmp_path: Path, settings: Settings, limit: str | int) -> None:
    shelve(tmp_path, "pages")
    assert tidy(replace(settings, cache_limit=limit)) == []
    assert len(caches(settings)) == 1


def test_what_is_open_or_being_indexed_stays(tmp_path: Path, settings: Settings) -> None:
    tight = replace(settings, cache_limit="1 B")
    key = shelve(tmp_path, "pages")
    with opened(tmp_path / "home", tmp_path / "pages", updated=False):
        assert tidy(tight) == []
        assert not discard(settings.cache / key)
    with exclusive(settings.cache / key / WRITER, wait=False):
        assert tidy(tight) == []
        assert not discard(settings.cache / key)
    assert keys(tidy(tight)) == [key]
    assert discard(settings.cache / key)  # it is gone already


def test_an_update_makes_room(tmp_path: Path, settings: Settings) -> None:
    first = shelve(tmp_path, "first")
    library = Library.open(
        [fill(tmp_path / "second", range(2))], replace(settings, cache_limit="1 B")
    )
    update(library)
    second = library.collection.key
    library.close()
    assert keys(caches(settings)) == [second]
    assert first != second


def test_a_collection_gone_for_long_loses_its_cache_and_one_that_is_there_does_not(
    tmp_path: Path, settings: Settings, now: list[float]
) -> None:
    gone, there = shelve(tmp_path, "gone"), shelve(tmp_path, "there")
    clear(tmp_path / "gone")
    assert tidy(settings) == []
    now[0] += LONG_AGO
    assert keys(tidy(settings)) == [gone]
    assert keys(caches(settings)) == [there]


def test_a_cache_of_which_nobody_knows_goes_when_it_is_old(
    settings: Settings, now: list[float]
) -> None:
    unknown = settings.cache / "0123456789abcdef"
    unknown.mkdir(parents=True)
    (unknown / "catalogue.db").write_bytes(b"whatever")
    assert tidy(settings) == []
    now[0] += LONG_AGO
    assert keys(tidy(settings)) == [unknown.name]


def test_what_kills_left_behind_is_cleared_away_once_its_maker_must_be_dead(
    tmp_path: Path, settings: Settings, now: list[float]
) -> None:
    cache = settings.cache / shelve(tmp_path, "pages")
    left = [
        settings.cache / f"{GONE}0123456789abcdef-00112233",
        cache / "catalogue.db.0a.new",
        cache / "catalogue.db.0a.new-wal",
        cache / "fulltext" / "version.new",
        cache / "fulltext" / "words.77.tmp",
        settings.state / FOLDER / "0123456789abcdef.77.new",
    ]
    left[0].mkdir()
    (left[0] / "catalogue.db").write_bytes(b"half")
    for file in left[1:]:
        file.write_bytes(b"half")
    assert leftovers(settings) == left[:1]
    now[0] += 4_000
    assert leftovers(settings) == sorted(left)
    assert tidy(settings) == []
    assert not any(path.exists() for path in left)
    assert len(caches(settings)) == 1


def test_a_kill_while_a_cache_is_deleted_leaves_it_or_what_is_cleared_away(
    tmp_path: Path, settings: Settings
) -> None:
    program = (
        "import shutil, sys; from pathlib import Path; from reader.library.caches import discard;"
        "shutil.rmtree = lambda *a, **k: __import__('os').kill(__import__('os').getpid(), 9);"
        "discard(Path(sys.argv[1]))"
    )
    key = shelve(tmp_path, "pages")
    ended = subprocess.run([sys.executable, "-c", program, settings.cache / key], check=False)
    assert ended.returncode == -signal.SIGKILL
    (left,) = settings.cache.iterdir()
    assert left.name.startswith(f"{GONE}{key}")
    with opened(tmp_path / "home", tmp_path / "pages") as library:
        assert library.count() == 2
    assert [path.name for path in settings.cache.iterdir()] == [key]


def test_a_cache_that_is_cleared_away_while_it_is_opened_is_made_again(
    tmp_path: Path, settings: Settings
) -> None:
    pages = Collection.of([fill(tmp_path / "pages", range(1))])
    for _ in range(3):
        library = Library(pages, settings)
        library.close()
        assert discard(settings.cache / pages.key)
    note(pages, settings)
    assert list(settings.cache.iterdir()) == []  # a note alone makes no cache
