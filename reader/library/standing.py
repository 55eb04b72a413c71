"""How far a cache is behind the files, for those who ask it as it stands."""

from pathlib import Path

from reader.catalogue import Catalogue
from reader.library.finding import Finding
from reader.library.lock import WRITER, exclusive


def behind(folder: Path, catalogue: Catalogue, finding: Finding) -> str:
    """Why what is found may not be all there is, for people; "" where it is all.

    As far as somebody looked: what no question has needed is not opened for this.
    """
    with exclusive(folder / WRITER, wait=False) as ours:
        if not ours:
            return "another reader is bringing it up to date just now"
    waiting = catalogue.pending_count() + catalogue.unjudged_count()
    if waiting:
        return f"{waiting:,} {'file waits' if waiting == 1 else 'files wait'} to be read"
    if not catalogue.count():
        return "nothing has been read yet"
    return "its texts wait to be indexed" if finding.text_behind() else ""
