"""Regular expressions of queries, in RE2: whatever is written takes linear time. Pure.

Must not know: what they are looked for in.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re2

MOST_MEMORY = 1 << 20  # bytes that one may take; larger ones are refused


def refuse_pattern(pattern: str) -> None:
    """Raise ValueError, with what is wrong, unless it is a regular expression."""
    compiled(pattern)


def compiled(pattern: str) -> "re2._Regexp[str]":
    """The expression, which tells capitals from small letters nowhere. Raises ValueError."""
    import re2  # noqa: PLC0415 - few queries have one

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = MOST_MEMORY
    try:
        return re2.compile(pattern, options)
    except (re2.error, UnicodeError) as error:
        said = error.args[0] if error.args else ""
        why = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        raise ValueError(f"this is no regular expression: {why}") from error
