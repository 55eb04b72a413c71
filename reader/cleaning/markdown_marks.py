"""What a line of Markdown says once its marks are taken away."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re

from reader.model import Kind

_LONGEST = 20_000  # characters
HEADING = re.compile(r"^\s{0,3}#{1,6}\s+|\s+#+\s*$")
QUOTE = re.compile(r"^\s{0,3}(?>(?:>++\s?){1,1000})")
ITEM = re.compile(r"^\s*[-*+•‣◦▪●]\s+(?:\[[ xX]\]\s+)?")
IMAGE = re.compile(r"!\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
LINK = re.compile(
    r"\[([^\[\]]+)\](?:\([^\s()]*(?:\([^\s()]*\)[^\s()]*)?(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\])"
)
AUTOLINK = re.compile(r"<(https?://[^<>\s]+)>")
STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"), re.compile(r"(?<=\S)\*\*")
STRONG_BELOW = re.compile(r"__(?=\S)(.+?)(?<=\S)__"), re.compile(r"(?<=\S)__")
STRUCK = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), re.compile(r"(?<=\S)~~")
EMPHASIS = (
    re.compile(r"(?<![\w*\\])\*(?=[^\s*])(.+?)(?<=[^\s*\\])\*(?![\w*])"),
    re.compile(r"(?<=[^\s*\\])\*(?![\w*])"),
)
EMPHASIS_BELOW = (
    re.compile(r"(?<![\w\\])_(?=[^\s_])(.+?)(?<=[^\s_\\])_(?!\w)"),
    re.compile(r"(?<=[^\s_\\])_(?!\w)"),
)
"""What is marked, and what ends it."""
LITERAL = re.compile(r"\\([!-/:-@\[-`{-~])|`++(?:([^`]++)`++)?")  # an escape, or code
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
HELD = 0x10FF00  # added to a character that is no mark, while marks are looked for
HELD_BACK = re.compile("[\U0010ff00-\U0010ff7f]")
_MARKS = re.compile(r"[*_`\[<~\\]")
_BULLET = re.compile(r"^\s*[•‣▪◦●○■*·–—-]\s+(?=\S)")


def inline(text: str) -> str:
    """Reduce links and images to their text, and take emphasis and code marks away.

    What a backslash escapes, and what stands in code, is no mark. A text of more than 20,000
    characters, or with some of the last there are, is left as it is: it is hostile, or no Markdown.
    """
    if not has_marks(text):
        return text
    text = LITERAL.sub(held, text)
    text = LINK.sub(r"\1", IMAGE.sub(r"\1", text))
    text = AUTOLINK.sub(r"\1", text)
    for emphasis in (EMPHASIS, EMPHASIS_BELOW):
        for marks in (STRONG, STRONG_BELOW, STRUCK, emphasis):
            text = _unmarked(text, *marks)
    return text if text.isascii() else HELD_BACK.sub(lambda c: chr(ord(c[0]) - HELD), text)


def has_marks(text: str) -> bool:
    """Whether there may be inline marks, and they are looked for."""
    return not (len(text) > _LONGEST or not _MARKS.search(text) or HELD_BACK.search(text))


def _unmarked(text: str, marked: re.Pattern[str], end: re.Pattern[str]) -> str:
    """Take marks away up to the last end of any: what opens after it would be sought to the end."""
    last = None
    for last in end.finditer(text):  # noqa: B007 - the last of them
        pass
    if last is None:
        return text
    return marked.sub(r"\1", text[: last.end()]) + text[last.end() :]


def held(found: re.Match[str]) -> str:
    """What an escape or code stands for, as characters that are no marks."""
    escaped, code = found.groups()
    if escaped:
        return chr(HELD + ord(escaped))
    return _PUNCTUATION.sub(lambda c: chr(HELD + ord(c[0])), code) if code else found[0]


def reading(line: str, kind: Kind, source: str) -> str:
    """Return a line as it is read: without the marks of its kind, and of its source's format.

    Only in Markdown are there inline marks. Code and front matter stay as they are.
    """
    if kind in (Kind.CODE, Kind.META):
        return line.rstrip() if kind is Kind.CODE else line.strip()
    if source != "markdown":
        return line.strip()
    if kind is Kind.HEADING:
        line = HEADING.sub("", line)
    elif kind is Kind.QUOTE:
        line = QUOTE.sub("", line)
    elif kind is Kind.ITEM:
        line = ITEM.sub("", line)
    return inline(line).strip()


def without_bullet(text: str) -> str:
    """Drop the sign a list item starts with; the number of a numbered one is kept."""
    return _BULLET.sub("", text)
