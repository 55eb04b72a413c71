"""Clippings are the same whenever they are made, and indexing them unjudged leaves nothing out."""

from pathlib import Path

from benchmarks.clippings import clippings, indexed, written
from reader.library import Library
from tests.library.folders import settings_in


def test_more_clippings_begin_with_the_same_ones() -> None:
    assert list(clippings(12)) == list(clippings(20))[:12]


def test_they_are_indexed_with_what_their_heads_say_and_every_word_of_their_texts(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "documents"
    written(folder, 30)
    assert list(indexed(folder, settings_in(tmp_path)))
    library = Library.open([folder], settings_in(tmp_path))
    try:
        documents = library.documents(library.find("").titles)
    finally:
        library.close()
    texts = dict(clippings(30))
    words = {name: len(text.partition("---\n\n")[2].split()) for name, text in texts.items()}
    assert {document.path for document in documents} == set(words)
    assert all(document.words >= words[document.path] for document in documents)
    assert all(document.site and document.date and document.author for document in documents)
    assert all(f"title: {document.title}\n" in texts[document.path] for document in documents)
