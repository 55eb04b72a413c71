"""A full-text index looked at from outside: whether it is sound, without changing it."""

from pathlib import Path

from reader.search.fulltext import GENERATION_FILE, INDEX, VERSION, VERSION_FILE
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
