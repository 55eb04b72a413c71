"""Front matter to plain strings: nothing in it is ever executed, expanded or converted."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from reader.model import Metadata
from reader.sources.metadata import authors, iso_date, language, tag_names, tidy, web_address

if TYPE_CHECKING:
    from yaml.events import Event

Fact: TypeAlias = "str | list[Fact] | dict[str, Fact]"

FRONT_CHARACTERS = 65_536  # longer front matter is not looked at
FRONT_DEPTH = 20  # lists and maps inside one another
FRONT_VALUES = 20_000  # of one document

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TITLE = ("title", "name")
_AUTHOR = ("author", "authors", "by", "creator")
_SITE = ("site", "sitename", "site_name", "publisher", "hostname")
_DATE = ("published", "date", "pubdate", "created")
_URL = ("source", "url", "link", "canonical_url", "source_url")
_TAGS = ("tags", "tag", "topics", "keywords", "categories")
_LANGUAGE = ("lang", "language")
_KNOWN = frozenset((*_TITLE, *_AUTHOR, *_SITE, *_DATE, *_URL, *_TAGS, *_LANGUAGE))
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}", re.ASCII)
OWN_VALUES = 50  # of names that nobody but the document knows; more are not kept
OWN_CHARACTERS = 200  # longer values are cut


class FrontMatterError(ValueError):
    """The front matter is not what it should be; the text says how."""


def front_matter(text: str, fence: str) -> Metadata:
    """What the lines between the fences say; FrontMatterError when they are not read."""
    if len(text) > FRONT_CHARACTERS:
        raise FrontMatterError("it is too long")
    facts = _toml(text) if fence == "+++" else _yaml(text)
    known = {key.strip().lower(): value for key, value in facts.items()}
    return Metadata(
        title=next(filter(None, (tidy(known.get(key)) for key in _TITLE)), ""),
        author=authors(*_strings(known, _AUTHOR)),
        site=next(filter(None, map(tidy, _strings(known, _SITE))), ""),
        date=next(filter(None, map(iso_date, _strings(known, _DATE))), None),
        lang=next(filter(None, map(language, _strings(known, _LANGUAGE))), ""),
        url=next(filter(None, map(web_address, _strings(known, _URL))), ""),
        tags=tag_names(_separate(known)),
        own=tuple(islice(_own(known), OWN_VALUES)),
    )


def _own(facts: dict[str, Fact]) -> Iterator[tuple[str, str]]:
    """What is said under other names, each value of a list by itself; spaces in names are _."""
    for key, value in facts.items():
        name = "_".join(key.split())
        if key not in _KNOWN and _NAME.fullmatch(name):
            for each in value if isinstance(value, list) else [value]:
                if text := tidy(each)[:OWN_CHARACTERS]:
                    yield name, text


def _strings(facts: dict[str, Fact], keys: tuple[str, ...]) -> Iterator[str]:
    """The strings under the first of these keys that has any, then those of the others."""
    for key in keys:
        value = facts.get(key)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                each = each.get("name")
            if isinstance(each, str) and each.strip():
                yield each


def _separate(facts: dict[str, Fact]) -> Iterator[str]:
    """Tags: those of a list as they are, those of a string at its commas."""
    for key in _TAGS:
        value = facts.get(key)
        if isinstance(value, str):
            yield from value.split(",")
        elif isinstance(value, list):
            yield from (each for each in value if isinstance(each, str))


def _toml(text: str) -> dict[str, Fact]:
    try:
        return {key: _fact(value) for key, value in tomllib.loads(text).items()}
    except RecursionError as error:
        raise FrontMatterError("it is nested too deep") from error
    except ValueError as error:  # a TOML mistake, or a number of thousands of digits
        raise FrontMatterError("it is not TOML") from error


def _fact(value: object, depth: int = 0) -> Fact:
    if depth < FRONT_DEPTH and isinstance(value, list):
        return [_fact(each, depth + 1) for each in value]
    if depth < FRONT_DEPTH and isinstance(value, dict):
        return {str(key): _fact(each, depth + 1) for key, each in value.items()}
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return value if isinstance(value, str) else ""


def _yaml(text: str) -> dict[str, Fact]:
    """The map that a YAML text is, scalars as written: no tag is honoured, no alias followed."""
    import yaml  # noqa: PLC0415 - few documents have front matter

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        fact = _built(yaml.parse(text, Loader=loader))
    except (yaml.YAMLError, UnicodeError) as error:
        raise FrontMatterError("it is not YAML") from error
    if not isinstance(fact, dict) and fact:
        raise FrontMatterError("it is not a list of names and values")
    return fact if isinstance(fact, dict) else {}


def _built(events: "Iterator[Event]") -> Fact:
    """Lists, maps and strings of the first document in a stream of YAML events."""
    from yaml.events import ScalarEvent  # noqa: PLC0415

    stack: list[list[Fact]] = [[]]  # what each open list or map holds so far, keys and values
    for count, event in enumerate(events):
        kind = type(event).__name__
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            raise FrontMatterError("it repeats itself by aliases")
        if len(stack) > FRONT_DEPTH or count > FRONT_VALUES:
            raise FrontMatterError("it is nested too deep or too long")
        if isinstance(event, ScalarEvent):
            plain_null = not event.style and event.value in _NULLS
            stack[-1].append("" if plain_null else event.value)
        elif kind.endswith("StartEvent") and kind[:3] in {"Seq", "Map"}:
            stack.append([])
        elif kind in {"SequenceEndEvent", "MappingEndEvent"}:
            held = stack.pop()
            stack[-1].append(held if kind[0] == "S" else _paired(held))
        elif kind == "DocumentEndEvent":
            break
    return stack[0][0] if stack[0] else ""


def _paired(held: list[Fact]) -> Fact:
    """Keys and values in turn as a map; of equal keys the last counts, a key is a string."""
    pairs = zip(held[::2], held[1::2], strict=True)
    return {key: value for key, value in pairs if isinstance(key, str)}
