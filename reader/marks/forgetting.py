"""Taking all that was noted in a folder out of the marks. Must not know: why."""

import json
import os
from collections.abc import Iterable, Iterator

from reader.sqlite import Database


def within(facts: Iterable[str], folder: str) -> Iterator[str]:
    """Those lines of a dump that are about what lies in this folder, or about this very file."""
    inside = folder.rstrip("/") + "/"
    for fact in facts:
        where = fact.partition(" ")[2].removeprefix("site ")
        path, _ = json.JSONDecoder().raw_decode(where)
        if path == folder or path.startswith(inside):
            yield fact


def forget(database: Database, folder: str) -> int:
    """Delete the marks of all documents in this folder, or of this very file; of how many.

    What was said of a site goes where the site is a folder in it. Inside a transaction only.
    """
    path = os.fsencode(folder)
    inside = path.rstrip(b"/") + b"/"
    gone = database.rows(
        "DELETE FROM document WHERE path = ? OR (path >= ? AND path < ?) RETURNING number",
        (path, inside, inside[:-1] + b"0"),  # "0" comes after "/"
    )
    sites = [
        (number,)
        for number, site in database.rows("SELECT number, site FROM correction WHERE site <> ''")
        if (os.fsencode(site) + b"/").startswith(inside)
    ]
    database.each("DELETE FROM correction WHERE number = ?", sites)
    return len(gone)
