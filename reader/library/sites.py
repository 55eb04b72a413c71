"""Under which key the lines of a document are counted and corrected, and what people call it."""

import os

from reader.cleaning import site_of
from reader.model import RawDocument
from reader.printable import printable


def site_key(raw: RawDocument, path: str) -> str:
    """The key of a document's site, in whatever collection it is.

    Pages that name no site are one with those of the same folder, whose absolute path it is.
    """
    return declared_site(raw) or printable(os.path.dirname(path))  # noqa: PTH120 - a Path folds "//"


def declared_site(raw: RawDocument) -> str:
    """The key of the site that a document names; "" where it names none."""
    return printable(site_of(raw, ""))


def site_name(key: str) -> str:
    """What people call a site: its name, or the last part of the folder's path."""
    return f"{key.rstrip('/').rpartition('/')[2]}/" if key.startswith("/") else key
