"""Passages that show why documents were found, and their words. Must not know: how they were."""

from collections.abc import Callable, Sequence

from reader.model import CONTENT, Label, Page, Row, Snippet

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
        self._texts: dict[Row, tuple[list[str], list[str]]] = {}
        self._texts_of = -1  # the generation they are of

    def snippet(self, row: Row, words: Sequence[str]) -> Snippet:
        """The passage of a document that shows most of these words.

        Where its article shows none, that of what was set aside.
        """
        from reader.search.snippet import snippet  # noqa: PLC0415  # not for the first paint

        article, aside = self._read(row)
        shown = snippet(article, words)
        if not words or shown.matches:
            return shown
        beside = snippet(aside, words)
        return beside if beside.matches else shown

    def words(self, row: Row) -> list[str]:
        """The words of a document's article, folded."""
        from reader.search.fold import words  # noqa: PLC0415

        return [word for text in self.texts(row) for word in words(text)]

    def texts(self, row: Row) -> list[str]:
        """The paragraphs of a document's article."""
        return self._read(row)[0]

    def _read(self, row: Row) -> tuple[list[str], list[str]]:
        """The paragraphs of its article, and the lines that were set aside."""
        generation = self._generation()
        if generation != self._texts_of or len(self._texts) > TEXTS:
            self._texts, self._texts_of = {}, generation
        if row not in self._texts:
            page = self._page(row)
            article = [unit.text for unit in page.paragraphs if unit.label in CONTENT]
            aside = [line.text for line in page.lines if line.label is Label.BOILERPLATE]
            self._texts[row] = article, aside
        return self._texts[row]
