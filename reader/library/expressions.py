"""Regular expressions for what is on the screen. Must not know: documents."""

from typing import TYPE_CHECKING

from reader.errors import QueryError

if TYPE_CHECKING:
    import re2


def expression(pattern: str, capitals: bool) -> "re2._Regexp[str]":
    """A regular expression as queries have them, for any text. Raises QueryError.

    It tells `capitals` from small letters, or not.
    """
    from reader.query.patterns import compiled  # noqa: PLC0415  # the first paint needs none

    try:
        return compiled(f"(?-i:{pattern})" if capitals else pattern)
    except ValueError as error:
        raise QueryError(str(error), 0) from error
