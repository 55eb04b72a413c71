"""A full-text index looked at from outside: whether it is sound, without changing it."""

from pathlib import Path

from reader.errors import CatalogueError
from reader.search.fulltext import GENERATION_FILE, INDEX, VERSION, VERSION_FILE, FullText
from reader.search.integrity import META, documents_of, is_sealed, is_whole, part_files, parts


def inspected(folder: Path, birth: int) -> tuple[str, int | None]:
    """Why the index in this folder cannot be used, and how many documents it holds.

    "" if it is sound, or not there: then the number is None. `birth` is of the catalogue that it
    must have been made from.
    """
    try:
        if not (folder / INDEX / META).exists():
            return ("it is half made" if (folder / INDEX).exists() else ""), None
        if (folder / VERSION_FILE).read_text("ascii") != VERSION:
            return "it is of another version", None
        if int((folder / GENERATION_FILE).read_text("ascii")) != birth:
            return "it was not made from this catalogue", None
        if not is_sealed(folder / INDEX):
            return "it is damaged", None
        documents = 0
        for part in parts(folder / INDEX):
            documents += documents_of(part)
            files = part_files(folder / INDEX, part)
            if not all(path.exists() and is_whole(path) for path in files):
                return "it is damaged", None
    except FileNotFoundError:
        return "it is half made", None
    except OSError as error:
        return f"it cannot be looked at: {error.strerror}", None
    except (ValueError, KeyError, TypeError, AttributeError):
        return "it is damaged", None
    return "", documents


def words_inspected(folder: Path) -> str:
    """Why the words that are kept of a sound index in this folder are of no use; "" if they are.

    All words of the index are gathered for that: three microseconds a word.
    """
    import tantivy  # noqa: PLC0415 - heavy libraries are loaded at first use

    from reader.search.spelling.keeping import Kept, gathered  # noqa: PLC0415

    try:
        words = gathered(tantivy.Index.open(str(folder / INDEX)).searcher())
    except (OSError, ValueError) as error:
        return f"those of the index cannot be listed: {error}"
    return Kept(folder).trouble(words)


def keep_words_again(folder: Path) -> None:
    """Gather and keep the words of a sound index that nobody is writing. CatalogueError if not."""
    from reader.search.spelling.keeping import Kept  # noqa: PLC0415

    kept = Kept(folder)
    try:
        kept.forget()
    except OSError as error:
        raise CatalogueError(f"they cannot be deleted: {error.strerror}") from error
    with FullText(folder).writer():
        pass  # who leaves it keeps what is not kept
    if not kept.read():
        raise CatalogueError("they could not be written; see whether the disk is full")
