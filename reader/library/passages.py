"""The passages that show why documents were found. Must not know: how they were."""

from collections.abc import Callable, Sequence

from reader.model import CONTENT, Page, Row, Snippet

TEXTS = 200  # documents whose text is kept for the passages of the next keystroke


class Passages:
    """Passages of documents, whose texts are kept for a while."""

    def __init__(self, page: Callable[[Row], Page]) -> None:
        """`page` opens a document."""
        self._page = page
        self._texts: dict[Row, list[str]] = {}
        self._texts_of = -1  # the catalogue's generation they are of

    def snippet(self, row: Row, words: Sequence[str], generation: int) -> Snippet:
        """The passage of a document that shows most of these words."""
        from reader.search.snippet import snippet  # noqa: PLC0415  # not for the first paint

        return snippet(self.texts(row, generation), words)

    def texts(self, row: Row, generation: int) -> list[str]:
        """The paragraphs of a document's article as they are in this generation."""
        if generation != self._texts_of or len(self._texts) > TEXTS:
            self._texts, self._texts_of = {}, generation
        if row not in self._texts:
            units = self._page(row).paragraphs
            self._texts[row] = [unit.text for unit in units if unit.label in CONTENT]
        return self._texts[row]
