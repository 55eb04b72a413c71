"""A file of marks as an older reader left it, with tags that are acknowledged.

    python -m tools.torture.older SCHEMA.sql FOLDER LEDGER

The marks go into the data folder that READER_DATA_DIR names. They are so many that to upgrade them
takes long enough to be killed in.
"""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

TAGS = 300
OTHERS = 30_000  # documents of other folders, of a tag each


def main(script: Path, folder: Path, ledger: Path) -> None:
    """Make the file; one that is there stays."""
    data = Path(os.environ["READER_DATA_DIR"])
    path = data / "marks.db"
    if path.exists():
        return
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    names = [f"old-{number}" for number in range(TAGS)]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(script.read_text("utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
        for document in range(10):
            ((number,),) = connection.execute(
                "INSERT INTO document (path, member, digest) VALUES (?, x'', x'') RETURNING number",
                (os.fsencode(folder.resolve() / f"{document:03}.txt"),),
            ).fetchall()
            connection.executemany(
                "INSERT INTO tag (document, name, added) VALUES (?, ?, 1)",
                [(number, name) for name in names[document::10]],
            )
        connection.executemany(
            "INSERT INTO document (number, path, member, digest) VALUES (?, ?, x'', x'')",
            [(100 + other, f"/elsewhere/{other}.txt".encode()) for other in range(OTHERS)],
        )
        connection.executemany(
            "INSERT INTO tag (document, name, added) VALUES (?, ?, 1)",
            [(100 + other, f"elsewhere-{other % 100}") for other in range(OTHERS)],
        )
    ledger.write_text("".join(f"{name}\n" for name in names), "ascii")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
