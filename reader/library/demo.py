"""Where the shipped documents are."""

from pathlib import Path

import reader
from reader.errors import ReaderError


def corpus() -> Path:
    """The folder of the demo's documents: inside the package, or beside it in a checkout."""
    package = Path(reader.__file__).parent
    for folder in (package / "docs_corpus", package.parent / "docs_corpus"):
        if folder.is_dir():
            return folder
    raise ReaderError("the demo's documents are missing: install reader again")
