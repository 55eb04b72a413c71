"""What goes into a statement and comes out of a table, and what is said where it is gone."""

import re
from collections.abc import Iterable

PAGE = 1_000  # rows a statement: writers get in between, and memory stays small
GONE = "this document is gone: look at the folder again"

# A surrogate that does not stand for an undecodable byte of a file name.
STRAY_SURROGATE = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def plain(text: str) -> str:
    r"""The text with undecodable bytes as `\x80`: SQLite takes no lone surrogates."""
    if text.isascii():
        return text
    whole = STRAY_SURROGATE.sub("\ufffd", text)
    return whole.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def number_list(numbers: Iterable[int]) -> str:
    """Numbers as json_each reads them."""
    return f"[{','.join(map(str, numbers))}]"
