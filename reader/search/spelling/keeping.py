"""The words of a full-text index in two files beside it: never one too few. Must not know: queries.

WORDS is a lexicon as it once was; NEW has the words that came since, a line each. Both are written
only by whoever may write the index, and NEW before what has the words is committed: a kill in
between leaves words that no text has, and these harm nobody. Both have sums of their bytes, and
neither is used without the other: words that are missing would make others likelier.
"""

import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from reader.search.spelling.lexicon import Lexicon, spelt
from reader.search.store import Arrays, StoreError, read, write

if TYPE_CHECKING:
    import tantivy

VERSION = 2  # of the files, and of which words there are; another one is made again
WORDS, NEW = "words", "words-since"
FIELDS = ("title", "body")  # of the index, whose words are gathered
NEW_BYTES = 200_000  # so much may be new before all is gathered again,
NEW_SHARE = 16  # or of very many words one byte in so many
MOST_SEEN = 50_000  # words of texts that are about to be committed


class Kept:
    """The files in a folder; without a folder there are never any."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._read: tuple[object, list[Lexicon]] | None = None

    def __bool__(self) -> bool:
        """Whether words are kept; they may turn out to be damaged."""
        return self._folder is not None and (self._folder / WORDS).exists()

    def read(self) -> list[Lexicon]:
        """Return lexicons that have all words between them; none if these have to be gathered."""
        if self._folder is None:
            return []
        stamp = [_stamp(self._folder / name) for name in (WORDS, NEW)]
        if self._read is None or self._read[0] != stamp:
            try:
                self._read = stamp, self._mapped(self._folder)
            except StoreError:
                self._read = stamp, []
        return self._read[1]

    def trouble(self, words: Lexicon) -> str:
        """Why they cannot be used, or are not all `words` of the index; "" if all is well."""
        if self._folder is None or not len(words):
            return ""
        if not all((self._folder / name).exists() for name in (WORDS, NEW)):
            return "they are gone"
        try:
            kept = self._mapped(self._folder)
        except _OtherVersionError:
            return "they are of another version"
        except StoreError:
            return "they are damaged"
        lost = {*words}.difference(*kept)
        return f"they lack {len(lost):,} words of the texts" if lost else ""

    def write(self, lexicon: Lexicon) -> None:
        """Keep all words; where they cannot be kept they are gathered at each start."""
        if self._folder is None:
            return
        with suppress(OSError):
            self.forget()
            _write(self._folder / WORDS, lexicon.arrays)
            _write_lines(self._folder / NEW, [])

    def add(self, words: Iterable[str]) -> None:
        """Note words that are about to come; forget all, to be gathered again, if that is easier.

        It is if too many are new, or those that were have been damaged. OSError if neither can be.
        """
        if self._folder is None or not self:
            return
        try:
            lines = dict.fromkeys([*_lines(self._folder / NEW), *words])
            size = _write_lines(self._folder / NEW, [*lines])
            many = size * NEW_SHARE > (self._folder / WORDS).stat().st_size
        except (OSError, StoreError):
            self.forget()
        else:
            if size > NEW_BYTES and many:
                self.forget()

    def forget(self) -> None:
        """Have all gathered again. OSError if that cannot be."""
        if self._folder is not None:
            for path in (self._folder / WORDS, self._folder / NEW):
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                path.unlink(missing_ok=True)

    def _mapped(self, folder: Path) -> list[Lexicon]:
        """Raise StoreError if one of both files is not as it was written."""
        new = Lexicon.build(dict.fromkeys(_lines(folder / NEW), 1))  # before what takes it in
        return [Lexicon(_arrays(folder / WORDS)), new]


class _OtherVersionError(StoreError):
    """A file is of another version."""


class Seen:
    """Words of texts that are put into an index, until they are committed."""

    def __init__(self, kept: Kept, searcher: "tantivy.Searcher") -> None:
        """`searcher` sees some earlier state of the index: words it has are kept already."""
        self._kept = kept
        self._searcher = searcher
        self._words: set[str] = set()

    def text(self, words: str) -> None:
        """Take in words with spaces between; of too many none: all is gathered afterwards."""
        if not self._kept or len(self._words) > MOST_SEEN:
            return
        self._words.update(words.split())

    def committing(self) -> None:
        """Keep what is new, before it is committed. OSError if it cannot be."""
        if len(self._words) > MOST_SEEN:
            self._kept.forget()
        new = sorted(
            word
            for word in self._words
            if spelt(word) and not any(self._searcher.doc_freq(field, word) for field in FIELDS)
        )
        self._words.clear()
        if new:
            self._kept.add(new)


def gathered(searcher: "tantivy.Searcher") -> Lexicon:
    """Return the lexicon of all words; takes three microseconds a word."""
    counts: dict[str, int] = {}
    for field in FIELDS:
        for word, count in searcher.terms_with_prefix(field, ""):
            counts[word] = max(count, counts.get(word, 0))
    return Lexicon.build(counts)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _write(path: Path, arrays: Arrays) -> None:
    write(path, {"version": VERSION, "of": path.name}, arrays)


def _arrays(path: Path) -> Arrays:
    facts, arrays = read(path)
    if facts != {"version": VERSION, "of": path.name}:
        raise _OtherVersionError(f"{path.name} is of another version; it has to be made again")
    return arrays


def _write_lines(path: Path, lines: Sequence[str]) -> int:
    """Write words, a line each; how many bytes these are."""
    letters = np.frombuffer("\n".join(lines).encode(), np.uint8)
    _write(path, {"lines": letters})
    return len(letters)


def _lines(path: Path) -> list[str]:
    return _arrays(path)["lines"].tobytes().decode().split("\n")
