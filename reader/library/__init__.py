"""The one door: everything a front end can ask for. Must not know: the screen, arguments, SQL."""

from reader.library.library import Library

__all__ = ["Library"]
