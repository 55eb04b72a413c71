"""Which pages are of one site where nothing says so: those that have their clutter in common.

Its clutter is what a page holds besides prose. Pages have an order of their own, by their seals,
which depends on what they hold and on nothing else. A page goes with that earlier page which comes
first with most of its clutter, if the two are alike; where nobody declares a site, all who go with
the same page, directly or by way of others, are one.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from math import sqrt

from reader.cleaning.fingerprint import fingerprint
from reader.model import Kind, RawDocument, Sketch

_LONG = 80  # characters of a line of prose at least
_WRAPPED = 60  # characters of a line at least that the one right below may go on with
_KEPT = 64  # lines of a kind in a sketch: those with the smallest fingerprints
_LEAST = 3  # lines that pages of one site have in common
_ALIKE = 0.28  # least cosine of the clutter of two pages of one site
_COPIED = 0.5  # share of the prose from which one page is a copy of the other's article
_OUTWEIGHS = 4  # lines of clutter to each of prose in common that speak for a site all the same
_TRIED = 8  # pages that a page is compared with
_OURS = frozenset({Kind.META, Kind.CODE})  # what an author wrote, however short
_BARE = frozenset(map(fingerprint, ("1", "1.")))  # what is left of a number or a date


def sketch(raw: RawDocument, numbers: Sequence[int | None], declared: str = "") -> Sketch:
    """Return what the site of a page is known by, from the fingerprints of each of its lines.

    `declared` is the key of the site that it names: such pages come first in the order of seals.
    """
    clutter: set[int] = set()
    prose: set[int] = set()
    goes_on = False  # the line above may be the first part of a paragraph
    for line, number, markup in zip(raw.lines, numbers, raw.markup, strict=True):
        length = len(line.strip())
        if number is None:
            goes_on = False
            continue
        if length >= _LONG:
            prose.add(number)
        elif not (goes_on or markup.kind in _OURS or number in _BARE or _is_wordless(line)):
            clutter.add(number)
        goes_on = length >= _WRAPPED
    return Sketch(_seal(numbers, declared), _least(clutter), _least(prose))


def _is_wordless(line: str) -> bool:
    return not any(map(str.isalpha, line))


def _seal(numbers: Sequence[int | None], declared: str) -> int:
    held = array("q", sorted({number for number in numbers if number is not None}))
    text = declared.encode("utf-8", "surrogatepass") + held.tobytes()
    seal = int.from_bytes(blake2b(text, digest_size=8).digest(), "big") >> 1
    return -seal - 1 if declared else seal


def _least(numbers: set[int]) -> frozenset[int]:
    return frozenset(sorted(numbers)[:_KEPT] if len(numbers) > _KEPT else numbers)


def alike(one: Sketch, other: Sketch) -> bool:
    """Return whether two pages have so much clutter in common as pages of one site have.

    Pages that have mostly prose in common are copies of an article, which say nothing of a site.
    """
    common, ours, theirs = _common(one.clutter, other.clutter)
    if common < _LEAST or common < _ALIKE * sqrt(ours * theirs):
        return False
    prose, ours, theirs = _common(one.prose, other.prose)
    return not prose or prose < _COPIED * min(ours, theirs) or common >= _OUTWEIGHS * prose


def _common(one: frozenset[int], other: frozenset[int]) -> tuple[int, int, int]:
    """Return how many numbers there are in both, and in each, as far as both samples reach."""
    common = len(one & other)
    if len(one) < _KEPT and len(other) < _KEPT:
        return common, len(one), len(other)
    reach = min(max(kept) for kept in (one, other) if len(kept) >= _KEPT)
    ours, theirs = (sum(number <= reach for number in kept) for kept in (one, other))
    return common, ours, theirs


def goes_with(page: Sketch, firsts: Iterable[int], sketch_of: Callable[[int], Sketch]) -> int:
    """Return the seal of the page that a page goes with; its own where it goes with none.

    `firsts` are, for each line of its clutter, the smallest seal of the pages that hold it.
    """
    if page.seal < 0:
        return page.seal
    votes = Counter(seal for seal in firsts if seal != page.seal)
    best = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_TRIED]
    return next((seal for seal, _ in best if alike(page, sketch_of(seal))), page.seal)


def grouped(pages: Sequence[Sketch], keys: Sequence[str]) -> list[str]:
    """Return under which key each page is counted, whatever their order.

    It is the key of its own, or of the page that declares its site; pages of one site that none
    declares have one in common that is no page's own.
    """
    by_seal = dict(zip((page.seal for page in pages), pages, strict=True))
    declared = {page.seal: key for page, key in zip(pages, keys, strict=True) if page.seal < 0}
    first: dict[int, int] = {}
    for seal in sorted(by_seal, reverse=True):
        first.update(dict.fromkeys(by_seal[seal].clutter, seal))
    roots: dict[int, int] = {}
    size: defaultdict[int, int] = defaultdict(int)
    for seal in sorted(by_seal):
        page = by_seal[seal]
        leader = goes_with(page, (first[line] for line in page.clutter), by_seal.__getitem__)
        roots[seal] = seal if leader == seal else roots[leader]
        size[roots[seal]] += 1
    return [
        declared[root] if (root := roots[page.seal]) < 0 else f"\n{root}" if size[root] > 1 else key
        for page, key in zip(pages, keys, strict=True)
    ]
