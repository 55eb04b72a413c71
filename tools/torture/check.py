"""Whether a library that was killed works: it opens, is brought up to date, and is sound.

python -m tools.torture.check FOLDER            exit 1 and say what is wrong
python -m tools.torture.check FOLDER --has      print the tags read on stdin that are there
"""

import sys
from contextlib import closing
from pathlib import Path

from reader.errors import DamagedCacheError
from reader.library import Library
from reader.model import Label, Row
from reader.settings import load


def main(folder: Path, has: bool) -> int:
    """Check, or say which tags are there."""
    with closing(Library.open([folder], load())) as library:
        if has:
            if not library.count():  # on a full disk it starts without a cache
                for _ in library.update():
                    pass
            known = {tag for d in library.documents(library.order()) for tag in d.tags}
            sys.stdout.writelines(line for line in sys.stdin if line.strip() in known)
            return 0
        for _ in library.update():
            pass
        return _wrong(library, folder)


def _wrong(library: Library, folder: Path) -> int:
    """Say what is wrong, if anything: lists, texts and finding must know every file as it is."""
    files = {path.name: path.read_text("utf-8") for path in folder.glob("*.txt")}
    listed = {document.path: document for document in library.documents(library.order())}
    if listed.keys() != files.keys():
        sys.stdout.write(f"listed {len(listed)} of {len(files)} files\n")
        return 1
    for name, text in files.items():
        lines = library.page(listed[name].row).lines
        same = [line.text for line in lines] == text.split("\n")
        if not (same and listed[name].judged and any(line.label is Label.BODY for line in lines)):
            sys.stdout.write(f"{name} is not what its file is\n")
            return 1
    found = library.find("bridge painted", limit=len(files))
    if {*found.titles, *found.texts} != {Row(row) for row in library.order()}:
        known = {*found.titles, *found.texts}
        lost = [each for each in listed.values() if each.row not in known]
        names = ", ".join(f"{each.path} of {each.words} words" for each in lost)
        sys.stdout.write(f"found {found.total} of {len(files)}, not {names or 'only'}\n")
        return 1
    return 0


if __name__ == "__main__":
    try:
        code = main(Path(sys.argv[1]), "--has" in sys.argv)
    except DamagedCacheError:  # as every command does
        code = main(Path(sys.argv[1]), "--has" in sys.argv)
    sys.exit(code)
