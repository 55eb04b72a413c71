"""The words of a full-text index in two files beside it: never one too few. Must not know: queries.

WORDS is a lexicon as it once was; NEW has the words that came since, a line each. Both are written
only by whoever may write the index, and NEW before what has the words is committed: a kill in
between leaves words that no text has, and these harm nobody.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.search.spelling.lexicon import Lexicon, spelt
from reader.search.store import StoreError, read, write

if TYPE_CHECKING:
    import tantivy

VERSION = 1  # of the arrays, and of which words there are; another one is made again
WORDS, NEW = "words", "words.new"
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
            self._read = stamp, self._mapped(self._folder)
        return self._read[1]

    def write(self, lexicon: Lexicon) -> None:
        """Keep all words; where they cannot be kept they are gathered at each start."""
        if self._folder is None:
            return
        with suppress(OSError):
            write(self._folder / WORDS, {"version": VERSION}, lexicon.arrays)
            (self._folder / NEW).unlink(missing_ok=True)

    def add(self, words: Iterable[str]) -> None:
        """Note words that are about to come; forget all, to be gathered again, if too many are new.

        OSError if neither can be done.
        """
        if self._folder is None or not self:
            return
        with (self._folder / NEW).open("a", encoding="utf-8") as stream:
            stream.write("\n".join(["", *words, ""]))  # a line that a kill cut off stays alone
        size = (self._folder / NEW).stat().st_size
        if size > NEW_BYTES and size * NEW_SHARE > (self._folder / WORDS).stat().st_size:
            self.forget()

    def forget(self) -> None:
        """Have all gathered again. OSError if that cannot be."""
        if self._folder is not None:
            (self._folder / WORDS).unlink(missing_ok=True)
            (self._folder / NEW).unlink(missing_ok=True)

    def _mapped(self, folder: Path) -> list[Lexicon]:
        try:
            facts, arrays = read(folder / WORDS)
        except StoreError:
            return []
        if facts != {"version": VERSION}:
            return []
        return [Lexicon(arrays), Lexicon.build(dict.fromkeys(_lines(folder / NEW), 1))]


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


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", "replace").split("\n")
    except OSError:
        return []
