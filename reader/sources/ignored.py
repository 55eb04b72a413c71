"""Which files `.ignore` and, inside a git repository, `.gitignore` leave out."""

import re
import warnings
from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import SourceError
from reader.sources.load import read

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

PATTERN_BYTES = 1_000_000  # more of one ignore file is not looked at


@dataclass(frozen=True, slots=True)
class Ignored:
    """The patterns that hold in one folder: its own and those of the folders above it."""

    rules: "tuple[tuple[str, GitIgnoreSpec], ...]" = ()  # folder name, patterns; strongest first
    repository: bool = False

    @classmethod
    def above(cls, root: str) -> "Ignored":
        """What holds above a collection: nothing, but it may lie in a git repository."""
        folder = Path(root)
        return cls(repository=any((each / ".git").exists() for each in (folder, *folder.parents)))

    def inside(self, name: str, path: str, contents: Set[str]) -> "Ignored":
        """What holds in the folder `name` with these contents; `.ignore` outweighs `.gitignore`."""
        repository = self.repository or ".git" in contents
        wanted = [".ignore", *([".gitignore"] if repository else [])]
        own = [
            (name, patterns)
            for file in wanted
            if file in contents and (patterns := _patterns(Path(path, file)))
        ]
        return (
            Ignored((*own, *self.rules), repository)
            if own or repository != self.repository
            else self
        )

    def covers(self, name: str, folder: bool) -> bool:
        """Whether a file, or a folder with all that is in it, is left out."""
        for base, patterns in self.rules:
            relative = name[len(base) :] + ("/" if folder else "")
            verdict = patterns.check_file(relative).include
            if verdict is not None:
                return verdict
        return False


def _patterns(file: Path) -> "GitIgnoreSpec | None":
    """The patterns of one file; lines that are none are passed over."""
    try:
        lines = read(file, PATTERN_BYTES).decode("utf-8", "surrogateescape").splitlines()
    except SourceError:
        return None
    try:
        return _compiled(lines)
    except (ValueError, re.error):
        return _compiled(line for line in lines if _valid(line))


def _valid(line: str) -> bool:
    try:
        _compiled([line])
    except (ValueError, re.error):
        return False
    return True


def _compiled(lines: Iterable[str]) -> "GitIgnoreSpec":
    """These patterns; ValueError or re.error when one of them is none."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - most folders have no ignore file

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # Python's doubts about sets like `[[]`
        return GitIgnoreSpec.from_lines(lines, backend="simple")  # others want names in UTF-8
