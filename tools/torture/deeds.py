"""Change marks until killed; each change that was acknowledged is a line of the ledger.

    python -m tools.torture.deeds FOLDER LEDGER NAME

In turn: tags by the Library of this process, as the screen does, and by the command line. Ends with
2 and a sentence where a change is refused.
"""

import itertools
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from reader.errors import MarksError, ReaderError
from reader.library import Library
from reader.model import Position
from reader.settings import load

BY_COMMAND = 10  # one change in so many is made by `reader tag`


def main(folder: str, ledger: str, name: str) -> int:
    """Make changes for ever; the exit code where one is refused."""
    with Path(ledger).open("ab", buffering=0) as acknowledged:
        try:
            with closing(Library.open([Path(folder)], load())) as library:
                if library.unkept:
                    raise MarksError(f"nothing is kept: {library.unkept.why}")
                if not library.count():
                    for _ in library.update():
                        pass
                for number in itertools.count():
                    tag = f"t{name}-{number}"
                    if number % BY_COMMAND == BY_COMMAND - 1:
                        _by_command(folder, tag)
                    else:
                        _by_library(library, tag, number)
                    acknowledged.write(f"{tag}\n".encode())
        except ReaderError as error:
            sys.stderr.write(f"{error}\n")
            return 2
    return 0


def _by_library(library: Library, tag: str, number: int) -> None:
    rows = library.rows(0, 50)
    row = rows[number % len(rows)]
    (document,) = library.documents([row])
    library.set_starred([row], not document.starred)
    library.set_position(document, Position(number, 1))
    library.tag([row], ["passing"], [])
    library.tag([row], [], ["passing"])
    library.tag([row], [tag], [])


def _by_command(folder: str, tag: str) -> None:
    words = ["tag", "--in", folder, "--no-update", f"+{tag}", "--", "000.txt"]
    done = subprocess.run(
        [sys.executable, "-m", "reader", *words], check=False, env=os.environ, capture_output=True
    )
    if done.returncode:
        sys.stderr.write(done.stderr.decode("utf-8", "replace"))
        sys.exit(done.returncode)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
