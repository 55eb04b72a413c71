"""Addresses: what counts as one, and where they stand bare in a text. Must not know: formats."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urljoin

LONGEST = 8_000  # characters; no server takes more, and no program gets more from us
SCHEMES = frozenset({"http", "https", "ftp", "gemini", "mailto"})
HOST_CHARACTERS = 253

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_NO_PART = re.compile(r"[\t\n\r]")  # of an address: browsers leave them out
_SIDES = "".join(map(chr, range(33)))  # what browsers strip
_HOST = re.compile(r"([a-z0-9._~-]+|\[[0-9a-f:.]+\])(:\d{0,5})?")
_SAFE = "%/:?#[]@!$&+()*,;=~"  # what stays as it is behind the host
_BARE = re.compile(
    r"(?<![A-Za-z0-9+.-])(?:https?|ftp|gemini)://"
    r"[^\s<>\"`{}|\\^\u00ab\u00bb\u2018-\u201f\u2026\u2400-\u243f\u3000-\u303f\uff00-\uff0f]+",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?'*_~"
_BRACKETS = {")": "(", "]": "["}


def address(text: str, base: str = "") -> str:
    """The address that a browser would go to for this one; "" where it is none that counts.

    All of it is ASCII that can be seen: what is shown is what is opened. One without a scheme is
    taken from `base`.
    """
    if len(text) > LONGEST:
        return ""
    text = _NO_PART.sub("", text).strip(_SIDES)
    if base and not _SCHEME.match(text):
        try:
            text = urljoin(base, text)
        except ValueError:  # brackets in the host that hold no number
            return ""
    scheme, colon, rest = text.partition(":")
    scheme = scheme.lower()
    if not colon or scheme not in SCHEMES:
        return ""
    if scheme == "mailto":
        found = f"mailto:{_quoted(rest)}" if "@" in rest else ""
    else:
        found = _with_host(scheme, rest)
    return found if len(found) <= LONGEST else ""


def _with_host(scheme: str, rest: str) -> str:
    """`rest` from its two slashes on; browsers take a backslash in front of the path for one."""
    before, mark, behind = _cut(rest, "?#")
    before = before.replace("\\", "/")
    if not before.startswith("//"):
        return ""
    place, slash, path = before[2:].partition("/")
    user, at, host = place.rpartition("@")
    host = _host(host.lower())
    if not host:
        return ""
    return f"{scheme}://{_quoted(user)}{at}{host}{slash}{_quoted(path)}{mark}{_quoted(behind)}"


def _cut(text: str, marks: str) -> tuple[str, str, str]:
    """The text up to the first of these marks, that mark, and what is behind it."""
    place = min((at for at in map(text.find, marks) if at >= 0), default=len(text))
    return text[:place], text[place : place + 1], text[place + 1 :]


def _host(host: str) -> str:
    """A host with its port as names are looked up, or "": letters of other scripts are spelt out,
    so that none passes for another."""
    if len(host) > HOST_CHARACTERS:
        return ""
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii").lower()
        except UnicodeError:
            return ""
    return host if _HOST.fullmatch(host) else ""


def _quoted(part: str) -> str:
    return quote(part, safe=_SAFE, errors="replace")


def relative(text: str) -> str:
    """A path beside the document's, as it is written; "" for an address, and for a mere anchor."""
    text = _NO_PART.sub("", text).strip(_SIDES) if len(text) <= LONGEST else ""
    return "" if text.startswith(("#", "?", "/", "\\")) or _SCHEME.match(text) else text


def bare(line: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand in a line, without what closes the sentence or bracket around them."""
    if "://" in line:
        for found in _BARE.finditer(line):
            start, end = found.span()
            yield start, start + _length(line[start:end])


def _length(text: str) -> int:
    """How much of a text is the address that it begins with."""
    end = len(text)
    extra = {close: text.count(close) - text.count(opens) for close, opens in _BRACKETS.items()}
    while end:
        last = text[end - 1]
        if extra.get(last, 0) > 0:
            extra[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end
