"""The full-text index: which documents have which words. Must not know: fields, marks, the screen.

A tantivy directory that keeps nothing of a document but its row. Words are cut and folded here,
not by tantivy, so that what the index finds is what snippets light up.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import CatalogueError
from reader.model import Row
from reader.query import Query
from reader.search import wide
from reader.search.counts import bounds, rarest
from reader.search.integrity import (
    META,
    Reading,
    documents_of,
    is_sound,
    parts,
    replace,
    seal,
    unseal,
)
from reader.search.ranking import MOST_TIED, SPARE, first
from reader.search.rows import Hits, best, holding
from reader.search.terms import FIELDS, TEXT_FIELDS, in_index, steps
from reader.search.writing import MERGED, Writer, written
from reader.search.written import WRITTEN

if TYPE_CHECKING:
    import numpy as np
    import tantivy
    from numpy.typing import NDArray

    from reader.search.spelling.lexicon import Lexicon
    from reader.search.spelling.meaning import Spelling

VERSION = "4"  # of what is put into the index; another one is made again
WRITER_MEMORY = 64_000_000  # bytes, of one thread
FEW_ROWS = 2_000  # up to so many allowed rows may be part of the query; more are sifted after it
A_ROW = 4  # documents looked at take as long as one allowed row in the query
SMALL = 10_000  # documents of a small one, less
OLD = 4  # words are gathered again once one text in so many is another
SHARE = 4  # parts are made one by whoever wrote at least one document in so many of theirs

INDEX = "index"
VERSION_FILE = "version"
GENERATION_FILE = "generation"
_TOKENIZER = "folded"


class IndexBusyError(CatalogueError):
    """Another process is writing to the full-text index."""


class FullText:
    """The full-text index in a folder of its own, or in memory.

    `made_again` is True if there was none that could be used: every document must be put again.
    """

    def __init__(self, folder: Path | None) -> None:
        from reader.search.spelling.keeping import Kept  # noqa: PLC0415 - loads numpy

        self._folder = folder
        self._reading = Reading(None if folder is None else folder / VERSION_FILE)
        self._kept = Kept(folder)
        self._spelling: tuple[object, Spelling] | None = None
        self._lexicon: tuple[int, Lexicon] | None = None  # of so many texts, where none is kept
        self._generation: int | None = None
        self.commit = (0, 0)
        """Differs from an earlier one when searches see another commit."""
        self.made_again = folder is None or not self._usable(folder)
        self.remade = self.made_again and folder is not None and (folder / INDEX).is_dir()
        """Whether there was one that could not be used."""
        if folder is not None and self.made_again:
            self._prepare(folder)
        self._index = self._open()
        self._searcher = self._index.searcher()
        self._last: int | None = None  # the highest row, once somebody asked

    def stamped(self) -> int | None:
        """Return the generation last stamped, or None if there is none."""
        if self._folder is None:
            return self._generation
        try:
            return int((self._folder / GENERATION_FILE).read_text("ascii"))
        except (OSError, ValueError):
            return None

    def stamp(self, value: int) -> None:
        """Record that the index holds what the catalogue held at generation `value`."""
        self._generation = value
        if self._folder is not None:
            replace(self._folder / GENERATION_FILE, str(value))

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Give the one writer; what was not committed when it is left is forgotten.

        IndexBusyError while another process, or this one, has a writer.
        """
        from reader.search.spelling.keeping import gathered  # noqa: PLC0415

        with self._writing() as writer:
            yield writer
            if self._folder is not None and not self._kept.read():
                self._index.reload()
                self._kept.write(gathered(self._index.searcher()))
        with suppress(IndexBusyError):
            self._gather(writer)
        self.reload()

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        """Give the one writer, and wait at the end for what tantivy merges by itself."""
        try:
            inner = self._index.writer(WRITER_MEMORY, 1)
        except ValueError as error:
            if "LockBusy" in str(error):
                raise IndexBusyError(
                    "another reader is updating this collection; try again when it has finished"
                ) from error
            raise CatalogueError(
                f"the full-text index in {self._folder} cannot be written: {error}; delete that "
                "folder to have it made again"
            ) from error
        with written():
            inner.garbage_collect_files()  # what a kill left has the names of what comes next
        from reader.search.spelling.keeping import Seen  # noqa: PLC0415

        with self._reading:
            self._index.reload()  # another process may have written since
            searcher = self._index.searcher()
            last = wide.last_row(searcher)
        writer = Writer(inner, self._index.schema, last, Seen(self._kept, searcher))
        if self._folder is not None:
            unseal(self._folder / INDEX)
        try:
            yield writer
            if writer.uncommitted:  # else it would but break off merging
                inner.rollback()
        except BaseException:
            inner.rollback()
            raise
        finally:
            inner.wait_merging_threads()
            if self._folder is not None:
                with suppress(OSError):
                    seal(self._folder / INDEX)

    def _gather(self, done: Writer) -> None:
        """Have one made of the small parts of the index, if much of them was written just now.

        Each part has its own list of words, and what was replaced stays in it. tantivy merges
        parts when they are enough, and only then: so what was put last is put again, a part each.
        """
        sizes = self._sizes()
        missing = MERGED - len(sizes)
        if len(sizes) < 2 or missing < 1 or done.written * SHARE < sum(sizes):
            return
        if done.uncommitted or len(done.last) < missing:
            return
        with self._writing() as writer:
            for row, words in list(done.last.items())[-missing:]:
                writer.put_words(row, words)
                writer.commit()

    def _sizes(self) -> list[int]:
        """How many documents each small part of the index in the folder holds."""
        if self._folder is None:
            return []
        try:
            sizes = [documents_of(part) for part in parts(self._folder / INDEX)]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return []  # whoever reads the index next finds out what is wrong
        return [size for size in sizes if size < SMALL]

    def reload(self) -> None:
        """Make searches see what has been committed since, by whatever process."""
        if self._folder is not None:
            with suppress(OSError):  # taken before what it is of: it may be too old, never too new
                status = (self._folder / INDEX / META).stat()
                self.commit = status.st_ino, status.st_mtime_ns
        else:
            self.commit = (self.commit[0] + 1, 0)
        with self._reading:
            self._index.reload()
            self._searcher = self._index.searcher()
        self._last = None

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def matches(self, tree: Query, fields: Sequence[str] = TEXT_FIELDS) -> frozenset[Row]:
        """Return the rows that answer the words of `tree` in any of `fields`, unranked.

        Fields of the tree ask for nothing here. A tree without any words matches every row.
        """
        return frozenset(map(Row, self.answering(tree, fields).nonzero()[0].tolist()))

    def answering(self, tree: Query, fields: Sequence[str] = TEXT_FIELDS) -> NDArray[np.bool_]:
        """Return for each row up to the highest whether it is one that `matches` returns."""
        import numpy as np  # noqa: PLC0415

        with self._reading:
            if self._last is None:
                self._last = wide.last_row(self._searcher)
            found = np.ones(self._last + 1, np.bool_)
            for step in steps(tree):
                query = in_index(self._index.schema, self._searcher, step, fields, scored=False)
                least, most = bounds(self._searcher, step, fields)
                found &= wide.answering(self._searcher, query, self._last, least, most)
                if not found.any():
                    break
        return found

    def rarest(self, asked_for: Sequence[Query], most: int) -> Sequence[Query]:
        """Return at most `most` of some words and phrases: those that the fewest texts have."""
        if len(asked_for) <= most:
            return asked_for
        with self._reading:
            return rarest(self._searcher, asked_for, most)

    def texts_with(self, word: str) -> int:
        """Return how many texts have a word, folded, in the article; about, where some changed."""
        return int(self._searcher.doc_freq("body", word))

    def set_aside(self, word: str) -> int:
        """Return how many texts have a word, folded, where it was set aside."""
        return int(self._searcher.doc_freq("aside", word))

    def begins(self, word: str) -> bool:
        """Whether any text has a word, folded, that begins so."""
        return any(self._searcher.terms_with_prefix(field, word, limit=1) for field in TEXT_FIELDS)

    def spelling(self, languages: Sequence[str] = ()) -> Spelling:
        """Return what words may stand for in its texts, which are in these languages mostly.

        `languages` are two-letter codes, the most frequent first. Good until the next `reload`.
        """
        from reader.search.spelling.meaning import Spelling  # noqa: PLC0415

        state = self.commit, *languages
        if self._spelling is None or self._spelling[0] != state:
            lexicons = self._kept.read() or [self._gathered()]
            self._spelling = state, Spelling(lexicons, self._often, len(self), languages)
        return self._spelling[1]

    def _often(self, word: str) -> int:
        return max(int(self._searcher.doc_freq(field, word)) for field in TEXT_FIELDS)

    def _gathered(self) -> Lexicon:
        """Return all words, or those of a while ago, while many texts come and none are kept."""
        from reader.search.spelling.keeping import gathered  # noqa: PLC0415

        texts, before = len(self), self._lexicon[0] if self._lexicon else 0
        if self._lexicon is None or not self._folder or abs(texts - before) * OLD > texts:
            with self._reading:
                self._lexicon = texts, gathered(self._searcher)
        return self._lexicon[1]

    def hits(self, tree: Query, limit: int, fields: Sequence[str] = TEXT_FIELDS) -> Hits:
        """Return the best `limit` rows by BM25 of those that answer `tree`."""
        with self._reading:
            query = in_index(self._index.schema, self._searcher, tree, fields)
        return self._ranked(query, limit)

    def search(
        self,
        tree: Query,
        rows: Collection[Row] | None,
        limit: int,
        fields: Sequence[str] = TEXT_FIELDS,
        known: Hits | None = None,
    ) -> list[tuple[Row, float]]:
        """Return at most `limit` of the allowed rows (None: all), best first by BM25, ties by row.

        A match in the title counts more. Where MOST_TIED tie at the end, none of these is there.
        `known` are the best hits, as far as somebody has asked for them already.
        """
        if limit < 1 or not self._searcher.num_docs or (rows is not None and not rows):
            return []
        with self._reading:
            query = in_index(self._index.schema, self._searcher, tree, fields)
            if rows is None:
                return first(self._searcher, query, limit)
            looked_at = self._looked_at(tree, fields, len(rows), limit)
            few = len(rows) <= min(FEW_ROWS, looked_at // A_ROW)
            if few and not (known and known.whole):
                return first(self._searcher, self._only(query, rows), limit)
        asked = max(limit + SPARE, min(looked_at + SPARE, MOST_TIED))
        while True:
            found, scores, whole = known or self._ranked(query, asked)
            asked, known = len(found), None
            last = scores[-1] if asked else 0.0
            allowed = holding(rows, found)
            found, scores = found[allowed], scores[allowed]
            full = len(found) > limit
            # go on until all that tie with the last one are known
            if whole or (full and scores[limit - 1] > last):
                break
            if full and asked >= MOST_TIED:
                better = scores > last
                found, scores = found[better], scores[better]
                break
            asked = min(4 * asked, MOST_TIED) if asked < MOST_TIED else 4 * asked
        return best(found, scores, limit)

    def _looked_at(self, tree: Query, fields: Sequence[str], allowed: int, limit: int) -> int:
        """How many of the best to look at, likely, until so many of the allowed are among them."""
        total = self._searcher.num_docs
        most = total if allowed > FEW_ROWS else bounds(self._searcher, tree, fields)[1]
        return min(most, limit * total // allowed)

    def _ranked(self, query: tantivy.Query, limit: int) -> Hits:
        import numpy as np  # noqa: PLC0415

        most = max(1, min(limit, self._searcher.num_docs + 1))
        with self._reading:
            hits = self._searcher.search(query, most, count=False).hits
            rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        scores = np.fromiter((score for score, _ in hits), np.float64, len(hits))
        return Hits(np.array(rows, np.int64), scores, len(hits) < most)

    def _only(self, query: tantivy.Query, rows: Collection[Row]) -> tantivy.Query:
        from tantivy import Occur, Query  # noqa: PLC0415 - heavy, loaded at first use

        schema = self._index.schema
        # a set of them would be looked up in the list of all rows, which takes four times as long
        allowed = [(Occur.Should, Query.term_query(schema, "row", row)) for row in rows]
        unscored = Query.const_score_query(Query.boolean_query(allowed), 0.0)
        return Query.boolean_query([(Occur.Must, query), (Occur.Must, unscored)])

    def _usable(self, folder: Path) -> bool:
        try:
            if (folder / VERSION_FILE).read_text("ascii") != VERSION:
                return False
            if not is_sound(folder / INDEX):
                return False
            self._open().searcher()
        except (OSError, ValueError):
            return False
        return True

    def _open(self) -> tantivy.Index:
        import tantivy  # noqa: PLC0415

        builder = tantivy.SchemaBuilder()
        wide.declare(builder)
        for name in FIELDS:
            builder.add_text_field(name, tokenizer_name=_TOKENIZER, index_option="position")
            builder.add_text_field(WRITTEN[name], tokenizer_name=_TOKENIZER, index_option="basic")
        path = None if self._folder is None else str(self._folder / INDEX)
        index = tantivy.Index(builder.build(), path=path)
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer(_TOKENIZER, analyzer)
        # else a thread of its own looks for commits, and makes files where somebody is deleting
        index.config_reader("manual", 0)
        index.reload()
        return index

    def _prepare(self, folder: Path) -> None:
        """Leave an empty index folder; the version is written last, so half of one is not used."""
        try:
            (folder / VERSION_FILE).unlink(missing_ok=True)
            (folder / GENERATION_FILE).unlink(missing_ok=True)
            self._kept.forget()
            unseal(folder / INDEX)
            if (folder / INDEX).exists():
                shutil.rmtree(folder / INDEX)
            (folder / INDEX).mkdir(parents=True, mode=0o700)
            self._open()
            replace(folder / VERSION_FILE, VERSION)
        except (OSError, ValueError) as error:
            raise CatalogueError(
                f"the full-text index cannot be made in {folder}: {error}; free that folder or "
                "choose another cache folder"
            ) from error
