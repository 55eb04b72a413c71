"""Marks that follow a file which was moved: by its bytes, when nothing else claims them."""

from collections.abc import Mapping
from dataclasses import dataclass

from reader.catalogue import Catalogue
from reader.library.collection import Collection, is_gone
from reader.marks import Key, Marks


@dataclass(frozen=True, slots=True)
class Following:
    """A hash is followed only when its path is gone and exactly one unclaimed copy exists.

    From wherever it was: a collection's folder may have been renamed, or moved to another disk.
    """

    collection: Collection
    catalogue: Catalogue
    marks: Marks

    def follow(self) -> int:
        """Let the marks of files that are gone follow; from how many places they did."""
        files = self.marks.files()
        here = {key: digest for key, digest in files.items() if self._named(key) is not None}
        copies = self.catalogue.with_digests(set(files.values()) - {b""})
        gone = {
            key: digest
            for key, digest in sorted(files.items())
            if (key in here or digest in copies) and is_gone(key.path)
        }
        self._renew({key: digest for key, digest in here.items() if key not in gone})
        names = self.catalogue.names({row for rows in copies.values() for row in rows})
        moves: dict[Key, Key] = {}
        taken = set(files)
        for key, digest in gone.items():
            places = [Key(self.collection.path(names[row])) for row in copies.get(digest, ())]
            unclaimed = [place for place in places if place not in taken]
            if len(unclaimed) == 1:
                moves[key] = unclaimed[0]
                taken.add(unclaimed[0])
        return self.marks.follow(moves) if moves else 0

    def _renew(self, there: Mapping[Key, bytes]) -> None:
        """Let the marks of edited files know their new bytes, to follow them at a later move."""
        named = {name: key for key in there if (name := self._named(key)) is not None}
        rows = self.catalogue.rows_named(named)
        digests = self.catalogue.digests(rows.values())
        changed = {
            named[name]: digest
            for name, row in rows.items()
            if (digest := digests.get(row)) and digest != there[named[name]]
        }
        if changed:
            self.marks.change((), (), changed)

    def _named(self, key: Key) -> str | None:
        return self.collection.named(key.path)
