"""Paths of documents: their order, and the globs queries write. Must not know: the file system."""

import re
from collections.abc import Sequence
from itertools import pairwise

_GLOB = re.compile(r"(?:(?<=/)|^)\*\*/|\*\*|\*|\?|\[!?[^\]/]+\]|/")
_DEEP = {"**/": "(?:.*?/)??", "**": ".*?"}
_STAR = "[^/]*?"


def path_place(name: str) -> bytes:
    """Return what paths sort by: their bytes, folder by folder."""
    return name.encode("utf-8", "surrogateescape").replace(b"/", b"\0")


def path_pattern(value: str) -> re.Pattern[str]:
    """Return what matches the paths that a glob means, whole, case ignored.

    `*` and `?` stop at a slash, `**` does not. What matches a folder matches everything in it. A
    glob without a slash may match at any depth.
    """
    glob = value.strip().removeprefix("./").rstrip("/")
    parts: list[list[str]] = [[]]  # between what crosses folders
    deep = []
    at = 0
    if "/" not in glob:
        glob = f"**/{glob}"
    for wild in _GLOB.finditer(glob):
        parts[-1].append(re.escape(glob[at : wild.start()]))
        if wild[0] in _DEEP:
            deep.append(_DEEP[wild[0]])
            parts.append([])
        else:
            parts[-1].append(_meaning(wild[0]))
        at = wild.end()
    parts[-1].append(re.escape(glob[at:]))
    whole = _part(parts[0])
    for number, (before, part) in enumerate(zip(deep, parts[1:], strict=True), 1):
        # What comes after the first place that fits can be anything, so no other is tried.
        whole += f"{before}{_part(part)}" if number == len(deep) else f"(?>{before}{_part(part)})"
    return re.compile(f"{whole}(?:/.*)?", re.IGNORECASE | re.DOTALL)


def _part(pieces: Sequence[str]) -> str:
    """Return pieces as one; of the stars in a name only the last tries more than the first place.

    Else time would grow with the length of a name to the power of how many stars there are.
    """
    stars = [at for at, piece in enumerate(pieces) if piece == _STAR]
    written = [*pieces]
    for star, following in pairwise(stars):
        if "/" not in pieces[star:following]:
            written[star] = f"(?>{_STAR}"
            written[following - 1] += ")"
    return "".join(written)


def _meaning(wild: str) -> str:
    return {"*": _STAR, "?": "[^/]", "/": "/"}.get(wild) or _one_of(wild)


def _one_of(brackets: str) -> str:
    """Return a bracket expression with nothing special in it but ranges."""
    refused = brackets.startswith("[!")
    inside = re.sub(r"([\\\[\]^&~|])", r"\\\1", brackets[1 + refused : -1])
    try:
        re.compile(f"[{inside}]")
    except re.error:  # a range the wrong way round
        return re.escape(brackets)
    return f"[{'^/' if refused else ''}{inside}]"
