"""Passages that show why documents were found, and their words. Must not know: how they were."""

from collections.abc import Callable, Sequence

from reader.model import CONTENT, Page, Row, Snippet

Ranges = tuple[tuple[int, int], ...]

TEXTS = 200  # documents whose text is kept for the passages of the next keystroke


def lit(text: str, words: Sequence[str]) -> Ranges:
    """The ranges of a text to light up for the words of what was found."""
    from reader.search.snippet import matches  # noqa: PLC0415  # not for the first paint

    return matches(text, words)


class Passages:
    """Texts of documents, kept for a while."""

    def __init__(self, page: Callable[[Row], Page], generation: Callable[[], int]) -> None:
        """`page` opens a document; in another `generation` it may have another text."""
        self._page = page
        self._generation = generation
        self._texts: dict[Row, list[str]] = {}
        self._texts_of = -1  # the generation they are of

    def snippet(self, row: Row, words: Sequence[str]) -> Snippet:
        """The passage of a document that shows most of these words."""
        from reader.search.snippet import snippet  # noqa: PLC0415  # not for the first paint

        return snippet(self.texts(row), words)

    def words(self, row: Row) -> list[str]:
        """The words of a document's article, folded."""
        from reader.search.fold import words  # noqa: PLC0415

        return [word for text in self.texts(row) for word in words(text)]

    def texts(self, row: Row) -> list[str]:
        """The paragraphs of a document's article."""
        generation = self._generation()
        if generation != self._texts_of or len(self._texts) > TEXTS:
            self._texts, self._texts_of = {}, generation
        if row not in self._texts:
            units = self._page(row).paragraphs
            self._texts[row] = [unit.text for unit in units if unit.label in CONTENT]
        return self._texts[row]
