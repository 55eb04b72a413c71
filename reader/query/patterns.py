"""Regular expressions of queries, in RE2: whatever is written takes linear time. Pure.

Must not know: what they are looked for in.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re2

MOST_MEMORY = 1 << 20  # bytes that one may take; larger ones are refused
ENOUGH = 64 << 20  # bytes: with so many none gives up for want of memory


def refuse_pattern(pattern: str) -> None:
    """Raise ValueError, with what is wrong, unless it is a regular expression."""
    compiled(pattern)


def compiled(pattern: str) -> "re2._Regexp[str]":
    """The expression, which tells capitals from small letters nowhere. Raises ValueError."""
    import re2  # noqa: PLC0415 - few queries have one

    try:
        return re2.compile(pattern, _options(MOST_MEMORY))
    except (re2.error, UnicodeError) as error:
        said = error.args[0] if error.args else ""
        why = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        raise ValueError(f"this is no regular expression: {why}") from error


def finder(pattern: str) -> Callable[[str], bool]:
    """Whether the expression is found in a text without lone surrogates, and nothing else of it.

    A set of one expression answers in a quarter of the time that a search takes.
    """
    import re2  # noqa: PLC0415

    one = re2.Set.SearchSet(_options(ENOUGH))
    one.Add(pattern)
    one.Compile()
    return lambda text: bool(one.Match(text))


def _options(memory: int) -> "re2.Options":
    import re2  # noqa: PLC0415

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = memory
    return options
