"""What the nets see of a unit's markup: its place in the tree, and what that place is called."""

import re
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reader.cleaning.nets.features import Features, Numbers, features
from reader.cleaning.units import Unit
from reader.model import Kind

NAMES = 1 << 12
"""Buckets of the words of tags, classes and ids."""

REGIONS = ("article", "main", "nav", "header", "footer", "aside", "form")
ANCESTORS = 4  # elements around a line that are looked at, the nearest first

_LINKED = 0.6  # share of link characters from which a line is a link
_UNIT_WORDS = 60.0  # words of a unit that count
_WORDS = 14  # of the names of one element
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
_REMEMBERED = 4096  # elements: lines of a page stand in the same ones, and so do pages of a site
_NEAREST = 2  # elements that are told apart from those farther out


def features_in_page(units: Sequence[Unit]) -> Features:
    """Return the features of the units of an HTML page, of which there must be one."""
    seen = features(units)
    buckets, first = names(units)
    return seen._replace(
        numbers=np.concatenate([seen.numbers, dom(units)], axis=1), names=buckets, named=first
    )


def dom(units: Sequence[Unit]) -> Numbers:
    """Return (n, d) numbers about the place of each unit of an HTML page."""
    words = np.array([min(unit.shape.words, _UNIT_WORDS) for unit in units], np.float32)
    prose = words * np.array([unit.shape.prose for unit in units])
    links = np.array([unit.markup.links for unit in units], np.float32)
    columns: list[NDArray[np.generic]] = [links, links > _LINKED]
    columns += [np.array([unit.markup.kind is kind for unit in units]) for kind in Kind]
    columns += [np.array([unit.markup.region == region for unit in units]) for region in REGIONS]
    columns.append(np.array([unit.markup.level for unit in units]))
    paths = np.full((len(units), ANCESTORS), -1)
    numbers: dict[int, int] = {}
    for row, unit in zip(paths, units, strict=True):
        path = unit.markup.path[:ANCESTORS]
        row[: len(path)] = [numbers.setdefault(element, len(numbers)) for element in path]
    for depth in range(ANCESTORS):
        columns += _under(paths[:, depth], words, prose, links)
    for depth in (1, 2):
        columns += _home(paths, depth, prose)
    same = paths[1:, 1] == paths[:-1, 1]
    columns += [np.append(False, same), np.append(same, False)]
    return np.stack(columns, axis=1).astype(np.float32)


def _under(
    elements: NDArray[np.int64], words: Numbers, prose: Numbers, links: Numbers
) -> list[NDArray[np.generic]]:
    """Return what stands under the same element as each unit: how much, how much of it prose."""
    _, which = np.unique(elements, return_inverse=True)
    here = np.bincount(which, words)[which]
    said = np.where(elements < 0, 0.0, np.bincount(which, prose)[which])
    linked = np.bincount(which, words * links)[which]
    some = np.maximum(here, 1)
    return [
        said / max(1.0, float(prose.sum())), said / some, np.log1p(np.bincount(which)[which]),
        linked / some, here / max(1.0, float(words.sum())),
    ]  # fmt: skip


def _home(paths: NDArray[np.int64], depth: int, prose: Numbers) -> list[NDArray[np.generic]]:
    """Return whether each unit is under the element with most prose, and how far from it."""
    elements, which = np.unique(paths[:, depth], return_inverse=True)
    most = elements[np.argmax(np.bincount(which, prose * (paths[:, depth] >= 0)))]
    inside = (paths == most).any(axis=1)
    at = np.arange(len(paths))
    found = np.flatnonzero(inside)
    first, last = (found[0], found[-1]) if len(found) else (0, len(paths))
    away = np.where(at < first, at - first, np.where(at > last, at - last, 0))
    return [inside, np.sign(away) * np.log1p(np.abs(away))]


def names(units: Sequence[Unit]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the buckets of the names around each unit, and where those of each unit begin."""
    known: dict[str, list[int]] = {}
    buckets: list[int] = []
    first: list[int] = []
    for unit in units:
        first.append(len(buckets))
        called = unit.markup.names
        if called not in known:
            known[called] = _buckets(called)
        buckets += known[called]
    return np.array(buckets, np.int64), np.array(first, np.int64)


def _buckets(called: str) -> list[int]:
    elements = enumerate(called.split("\n"))
    return sorted(set().union(*(_of_element(min(at, _NEAREST), name) for at, name in elements)))


@lru_cache(_REMEMBERED)
def _of_element(depth: int, named: str) -> frozenset[int]:
    """Return the buckets of the words of an element's names, by how far out it is."""
    found: set[int] = set()
    for word in _WORD.findall(named)[:_WORDS]:
        low = word.lower()
        if len(low) > 1 or depth == 0:
            found.add(crc32(f"{depth}{low}".encode()) % NAMES)
        found.add(crc32(f"*{low}".encode()) % NAMES)
    return frozenset(found)
