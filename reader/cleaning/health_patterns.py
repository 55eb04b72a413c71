"""The phrases of walls as patterns, each made when it is first needed."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from reader.cleaning.health_phrases import CODES, ERROR_WORDS, HINTS, NAMES, SURE

KINDS = tuple(SURE)
"""What may stand in the place of an article."""

_LONGEST = 200  # characters of a line that may be a name; its patterns try every beginning
_KEPT = 4096  # lines remembered: menus repeat on every page of a site
_FOREIGN = re.compile("[\u0370-\uffef]")
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_SIGN = r"[\s:,.#|–—-]*"


def sure(kind: str, text: str) -> "Iterator[re.Match[str]]":
    """Yield what is said, in lower-case sentences one a line, by pages of this kind alone."""
    latin, others = _sure(kind)
    yield from latin.finditer(text)
    if _FOREIGN.search(text):
        yield from others.finditer(text)


def is_hint(kind: str, text: str) -> bool:
    """Whether pages of this kind say such a thing beside what is sure."""
    latin, others = _hints(kind)
    return latin.search(text) is not None or others.search(text) is not None


@lru_cache(_KEPT)
def named(text: str) -> Mapping[str, int]:
    """How much a whole line is worth, 1 to 3, for each kind of page that it is a name of."""
    if len(text) > _LONGEST:
        return {}
    line = bare(text)
    found = {kind: 2 for kind in NAMES if _names(kind).fullmatch(line)}
    if code := _code().fullmatch(line):
        rest = bare(code["before"] or code["after"])
        if not rest:
            found["error"] = 2 if code["word"] else 1
        elif _names("error").fullmatch(rest) or _word().fullmatch(rest):
            found["error"] = 3
    return found


def error_code(text: str, short: bool) -> str:
    """The number by which a server refuses, in a line that is `short` or beside its word; or ""."""
    found = _code().fullmatch(bare(text)) if short and len(text) <= _LONGEST else None
    found = found or _spoken_code().search(text)
    return found["code"] if found else ""


def bare(text: str) -> str:
    """The text without signs at its ends."""
    return _EDGES.sub("", text)


def lines_of(patterns: str) -> "re.Pattern[str]":
    """One pattern of those that stand one a line."""
    return re.compile("|".join(f"(?:{line.strip()})" for line in patterns.strip().split("\n")))


@lru_cache(None)
def _sure(kind: str) -> "tuple[re.Pattern[str], re.Pattern[str]]":
    return _by_script(SURE[kind])


@lru_cache(None)
def _hints(kind: str) -> "tuple[re.Pattern[str], re.Pattern[str]]":
    return _by_script(HINTS[kind])


@lru_cache(None)
def _names(kind: str) -> "re.Pattern[str]":
    return lines_of(NAMES[kind])


@lru_cache(None)
def _code() -> "re.Pattern[str]":
    return re.compile(
        rf"(?P<before>.*?){_SIGN}(?P<word>{ERROR_WORDS}{_SIGN})*\b(?P<code>{CODES})\b(?:\.\d\d?)?"
        rf"{_SIGN}(?P<after>.*)"
    )


@lru_cache(None)
def _spoken_code() -> "re.Pattern[str]":
    return re.compile(rf"{ERROR_WORDS}\W{{0,3}}(?P<code>{CODES})\b")


@lru_cache(None)
def _word() -> "re.Pattern[str]":
    return re.compile(ERROR_WORDS)


def _by_script(lines: str) -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """The patterns in Latin letters, tried at the beginnings of words where they can be; others."""
    at_words, anywhere, others = [], [], []
    for one in _alternatives("|".join(line.strip() for line in lines.strip().split("\n"))):
        if _FOREIGN.search(one):
            others.append(one)
        elif one.startswith(r"\b"):
            at_words.append(one.removeprefix(r"\b"))
        else:
            anywhere.append(one)
    latin = [rf"\b(?:{'|'.join(at_words)})"] if at_words else []
    nothing = ["(?!)"]
    return (
        re.compile("|".join(latin + anywhere or nothing), re.MULTILINE),
        re.compile("|".join(others or nothing), re.MULTILINE),
    )


def _alternatives(pattern: str) -> list[str]:
    """Cut a pattern at the bars that stand in no parenthesis."""
    found, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "|" and not depth:
            found.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*found, pattern[start:]]
