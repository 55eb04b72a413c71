"""Marks that follow a file which was moved: by its bytes, when nothing else claims them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from reader.catalogue import Catalogue
from reader.library.collection import Collection
from reader.marks import Key, Mark, Marks


@dataclass(frozen=True, slots=True)
class Following:
    """A hash is followed only when its path is gone and exactly one unclaimed copy exists."""

    collection: Collection
    catalogue: Catalogue
    marks: Marks

    def follow(self) -> int:
        """Let the marks of files that are gone follow; how many did."""
        moved = 0
        for root in self.collection.roots:
            marked = self.marks.under(str(root.path))
            there: dict[str, Key] = {}
            for key, mark in sorted(marked.items(), key=lambda pair: pair[0].path):
                if not _is_gone(key.path):
                    there[self.collection.named(key.path) or ""] = key
                elif mark.digest:
                    moved += self._follow(key, mark.digest)
            self._renew(there, marked)
        return moved

    def _follow(self, key: Key, digest: bytes) -> bool:
        names = self.catalogue.names(self.catalogue.with_digest(digest)).values()
        copies = [Key(self.collection.path(name)) for name in names]
        claimed = self.marks.of(copies)
        unclaimed = [copy for copy in copies if copy not in claimed]
        return len(unclaimed) == 1 and self.marks.move(key, unclaimed[0])

    def _renew(self, there: Mapping[str, Key], marked: Mapping[Key, Mark]) -> None:
        """Let the marks of edited files know their new bytes, to follow them at a later move."""
        rows = self.catalogue.rows_named(there)
        digests = self.catalogue.digests(rows.values())
        for name, row in rows.items():
            key, digest = there[name], digests.get(row)
            if digest and digest != marked[key].digest and (now := self.marks.of([key])):
                # Marks take a new digest with whatever is noted: here what is noted already.
                self.marks.set_starred({key: digest}, now[key].starred)


def _is_gone(path: str) -> bool:
    """Whether nothing is at this path; where one may not look, there may be something."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
