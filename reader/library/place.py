"""Where an open collection keeps what can be made again, and who is told that it is open."""

from typing import TYPE_CHECKING

from reader.library.collection import Collection
from reader.library.lock import InUse
from reader.library.shelf import last_shown, note, places
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.search.places import Places


class Place:
    """Where the cache of an open collection is."""

    def __init__(self, collection: Collection, settings: Settings) -> None:
        self._collection = collection
        self._settings = settings
        self.folder = settings.collection_cache(collection.key, ephemeral=collection.is_file)
        self._use = InUse(self.folder)
        self._shown: int | None = None  # when it was on the screen before, once somebody opened it

    def opened(self, *, shown: bool = False) -> None:
        """Note that the collection was opened just now; `shown` on the screen."""
        self._shown = self.since()
        note(self._collection, self._settings, shown=shown and not self._collection.is_file)

    def since(self) -> int:
        """When the collection was last on the screen, before it was opened here; 0: never."""
        if self._shown is None:
            self._shown = last_shown(self._collection, self._settings)
        return self._shown

    def places(self) -> "Places":
        """What `in:` may name; see `places`."""
        return places(self._collection, self._settings)

    def updated(self, documents: int) -> None:
        """Note that the files were looked at; then old caches make room."""
        if not self._collection.is_file:
            from reader.library.caches import tidy  # noqa: PLC0415  # not for the first paint

            note(self._collection, self._settings, documents=documents)
            tidy(self._settings, keep=self._collection.key)

    def close(self) -> None:
        """Let others clear the cache away."""
        self._use.close()
