"""The caches: whether each is sound, and what need not be there."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reader.catalogue.inspecting import Inspected
from reader.catalogue.inspecting import inspected as catalogue_inspected
from reader.catalogue.opening import FILE
from reader.errors import CatalogueError
from reader.library.caches import (
    KEPT_DAYS,
    Cache,
    caches,
    clear,
    discard,
    held,
    in_words,
    leftovers,
    outlived,
    over_limit,
)
from reader.library.doctor.finding import Fact, Finding
from reader.library.lock import USERS, WRITER, exclusive
from reader.search.inspecting import inspected as fulltext_inspected
from reader.search.inspecting import keep_words_again, words_inspected
from reader.search.titles import TitleIndex
from reader.settings import Settings

WATCHES = Path("/proc/sys/fs/inotify/max_user_watches")  # folders that one user may watch, on Linux
PARTS = {
    **dict.fromkeys((WRITER, USERS, FILE, "fulltext.lock"), False),
    **dict.fromkeys(("fulltext", "titles"), True),
}
"""What a cache is made of, and whether that is a folder."""

AGAIN = "it can be deleted, and is made again"


def cache(folder: Path, name: str) -> Iterator[Finding | Fact]:
    """What is wrong with the cache in this folder, of the collection of this name."""
    if odd := list(_in_the_way(folder)):
        yield from odd
        return
    if held(folder, WRITER):
        yield Fact(f"index of {name}", "being brought up to date by another process")
        return
    catalogue = catalogue_inspected(folder)
    if catalogue.trouble:
        yield _bad("catalogue", folder, catalogue.trouble, folder)
    elif catalogue.there:
        yield from _full_text(folder, catalogue)
        yield from _titles(folder / "titles")
        yield from _watched(name, catalogue.folders)


def _in_the_way(folder: Path) -> Iterator[Finding]:
    """Folders where files of ours should be, and a file in the place of a folder."""
    for name, is_folder in PARTS.items():
        path = folder / name
        if path.is_symlink() or (path.exists() and path.is_dir() is not is_folder):
            what = f"it is no {'folder' if is_folder else 'file'}, and stands in the way of one"
            yield Finding("cache", str(path), what, AGAIN, partial(_clear, path))


def _full_text(folder: Path, catalogue: Inspected) -> Iterator[Finding]:
    place = folder / "fulltext"
    trouble, documents = fulltext_inspected(place, catalogue.birth)
    if trouble:
        yield _bad("full text", place, trouble, folder)
    elif documents is None:
        if catalogue.readable > catalogue.waiting:
            yield _bad("full text", place, "it is gone", folder)
    elif documents < catalogue.readable - catalogue.waiting or (
        documents > catalogue.readable and not catalogue.waiting
    ):
        what = f"it holds {documents:,} documents, the catalogue {catalogue.readable:,}"
        yield _bad("full text", place, what, folder)
    elif what := words_inspected(place):
        remedy = "until they are made again, each start gathers them"
        yield Finding("words", str(place / "words"), what, remedy, partial(_gather, folder))


def _gather(folder: Path) -> str:
    with exclusive(folder / WRITER, wait=False) as idle:
        if not idle:
            raise CatalogueError("another process is bringing the index up to date; try again")
        keep_words_again(folder / "fulltext")
    return "made again"


def _titles(place: Path) -> Iterator[Finding]:
    """Made when somebody looks for a title, and until then not there."""
    try:
        if place.exists():
            TitleIndex.load(place)
    except CatalogueError as error:
        yield Finding("titles", str(place), str(error), AGAIN, partial(_clear, place))


def _bad(check: str, place: Path, what: str, folder: Path) -> Finding:
    return Finding(check, str(place), what, AGAIN, partial(_delete, folder))


def _watched(name: str, folders: int) -> Iterator[Finding | Fact]:
    try:
        most = int(WATCHES.read_text("ascii"))
    except (OSError, ValueError):
        return
    if folders > most:
        yield Finding(
            "watching",
            name,
            f"it has {folders:,} folders, and the system lets one watch {most:,}",
            f"sudo sysctl fs.inotify.max_user_watches={folders * 2}",
        )
    else:
        yield Fact(f"folders of {name}", f"{folders:,}; the system lets one watch {most:,}")


def _delete(folder: Path) -> str:
    if not discard(folder):
        raise CatalogueError("it is in use: close other windows of reader, and try again")
    return "deleted; it is made again when the collection is opened"


def superfluous(settings: Settings, keep: str) -> Iterator[Finding]:
    """What need not be there, and what is too much of it; never the collection `keep`."""
    for path in leftovers(settings):
        yield Finding(
            "leftovers", str(path), "it was left behind by a kill", "it can be deleted",
            partial(_clear, path),
        )  # fmt: skip
    known = caches(settings)
    for one in known:
        if one.key != keep and outlived(one):
            yield Finding(
                "leftovers",
                str(one.folder),
                f"it is of {_whose(one)}, not opened for {KEPT_DAYS} days",
                "it can be deleted",
                partial(_delete, one.folder),
            )
    if going := over_limit(settings, keep):
        total = sum(one.size for one in known)
        yield Finding(
            "limit",
            str(settings.cache),
            f"the caches take {in_words(total)}, more than {settings.cache_limit}",
            f"the oldest {len(going)} can be deleted, and are made again; or raise cache_limit",
            lambda: "; ".join({_delete(one.folder) for one in going}),
        )


def _whose(one: Cache) -> str:
    return f"{one.of.name}, which is gone" if one.of else "a collection that nobody knows"


def _clear(path: Path) -> str:
    clear(path)
    if path.exists():
        raise CatalogueError("it cannot be deleted: check that it is yours")
    return "deleted"
