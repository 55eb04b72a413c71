"""Paths of documents: their order, and the globs queries write. Must not know: the file system."""

import re

_GLOB = re.compile(r"\*\*/|\*\*|\*|\?|\[!?[^\]/]+\]")
_MEANING = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def path_place(name: str) -> bytes:
    """Return what paths sort by: their bytes, folder by folder."""
    return name.encode("utf-8", "surrogateescape").replace(b"/", b"\0")


def path_pattern(value: str) -> re.Pattern[str]:
    """Return what matches the paths that a glob means, whole, case ignored.

    `*` and `?` stop at a slash, `**` does not. What matches a folder matches everything in it. A
    glob without a slash may match at any depth.
    """
    glob = value.strip().removeprefix("./").rstrip("/")
    anywhere = "" if "/" in glob else "(?:.*/)?"
    pieces = []
    at = 0
    for wild in _GLOB.finditer(glob):
        pieces.append(re.escape(glob[at : wild.start()]))
        pieces.append(_MEANING.get(wild[0]) or _one_of(wild[0]))
        at = wild.end()
    pieces.append(re.escape(glob[at:]))
    whole = f"{anywhere}{''.join(pieces)}(?:/.*)?"
    return re.compile(whole, re.IGNORECASE | re.DOTALL)


def _one_of(brackets: str) -> str:
    """Return a bracket expression with nothing special in it but ranges."""
    refused = brackets.startswith("[!")
    inside = re.sub(r"([\\\[\]^&~|])", r"\\\1", brackets[1 + refused : -1])
    try:
        re.compile(f"[{inside}]")
    except re.error:  # a range the wrong way round
        return re.escape(brackets)
    return f"[{'^/' if refused else ''}{inside}]"
