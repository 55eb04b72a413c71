"""The pages of a site judged together, as indexing does, and what was judged wrong."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.extraction import Score, score
from benchmarks.many_pages import Made
from reader.cleaning import (
    Corrections,
    Repetition,
    corrected,
    fingerprint,
    held,
    judge,
    level,
    line_keys,
    numbered,
)
from reader.library import Library
from reader.model import TEXT, Judged, Label
from reader.settings import Settings
from reader.sources import parse_text

_FOLDERS = ("cache", "data", "config", "state")


class Wrong(NamedTuple):
    """A line that got the wrong label."""

    text: str
    gold: str  # "content" or "boiler"
    made: str  # what it is in the page: see benchmarks.many_pages
    where: str  # "above", "inside" or "below" the article
    label: Label
    reason: str
    level: int  # of repetition on the site, 0 to 3
    words: int
    page: str


def repetition(pages: Sequence[Made]) -> Repetition:
    """On how many of these pages each line stands, as the catalogue counts it."""
    lines = (made.page.lines for made in pages)
    counts = Counter(key for each in lines for key in held(each, numbered(each)))
    return Repetition(len(pages), {key: count for key, count in counts.items() if count > 1})


def judged_among(made: Made, pages: Sequence[Made]) -> Judged:
    """A page judged with those of its site; it is one of them."""
    return judge(parse_text("\n".join(made.page.lines)), repetition(pages))


def among(pages: Sequence[Made], index: int, count: int) -> list[Made]:
    """The page of this index and those after it, `count` in all; the first follow the last."""
    return [pages[(index + each) % len(pages)] for each in range(count)]


def scored(made: Made, judged: Judged) -> Score:
    """Compare what was kept with the article; what may be kept or left counts for nothing."""
    page = made.page
    kept = [
        line.text
        for line, label in zip(judged.lines, page.labels, strict=True)
        if line.label in TEXT and label != "mixed"
    ]
    return score(page.article, "\n".join(kept), page.lines, page.labels)


def wrong(made: Made, judged: Judged, among_pages: Repetition) -> Iterator[Wrong]:
    """The lines of a page that were kept or set aside wrongly."""
    page = made.page
    told = [index for index, label in enumerate(page.labels) if label == "content"]
    for index in _wrong_lines(made, judged):
        line = judged.lines[index]
        where = "above" if index < told[0] else "below" if index > told[-1] else "inside"
        count = among_pages.counts.get(fingerprint(line.text), 0)
        yield Wrong(
            line.text,
            page.labels[index],
            made.made[index],
            where,
            line.label,
            line.reason,
            level(count, among_pages.pages),
            _words(line.text),
            page.name,
        )


def after_corrections(pages: Sequence[Made], rounds: Sequence[int]) -> dict[int, list[Score]]:
    """The scores of all pages of a site after so many corrections that hold on all of it.

    Each corrects the block, a run of lines that are wrong in the same way, whose lines cost most
    words on the pages of the site.
    """
    together = repetition(pages)
    raws = [parse_text("\n".join(made.page.lines)) for made in pages]
    first = [judge(raw, together) for raw in raws]
    said: dict[int, bool] = {}
    found: dict[int, list[Score]] = {}
    for number in range(max(rounds) + 1):
        now = [
            corrected(judged, raw, Corrections(site=said))
            for judged, raw in zip(first, raws, strict=True)
        ]
        if number in rounds:
            found[number] = [scored(made, one) for made, one in zip(pages, now, strict=True)]
        said |= costliest(pages, now)
    return found


def costliest(pages: Sequence[Made], judged: Sequence[Judged]) -> dict[int, bool]:
    """What to say of the block whose correction mends most words; nothing if none mends any."""
    told = list(zip(pages, judged, strict=True))
    costs: Counter[tuple[int, bool]] = Counter()
    blocks: list[dict[int, bool]] = []
    for made, one in told:
        keys = line_keys(made.page.lines)
        wrong_lines = set(_wrong_lines(made, one))
        blocks += _blocks(made, keys, wrong_lines)
        for index, (key, label) in enumerate(zip(keys, made.page.labels, strict=True)):
            if key is None or label not in ("content", "boiler"):
                continue
            words = _words(made.page.lines[index])
            keep = label == "content"
            if index in wrong_lines:
                costs[key, keep] += words
            else:
                costs[key, not keep] -= words
    best = max(blocks, key=lambda block: sum(costs[each] for each in block.items()), default={})
    return best if sum(costs[each] for each in best.items()) > 0 else {}


def _blocks(
    made: Made, keys: Sequence[int | None], wrong_lines: set[int]
) -> Iterator[dict[int, bool]]:
    """Yield runs of lines that are wrong in the same way: what to say of each of their keys."""
    run: dict[int, bool] = {}
    way: bool | None = None
    for index, (key, label) in enumerate(zip(keys, made.page.labels, strict=True)):
        if key is None:
            continue
        keep = label == "content" if index in wrong_lines else None
        if keep is not way and run:
            yield run
            run = {}
        way = keep
        if keep is not None:
            run[key] = keep
    if run:
        yield run


def _wrong_lines(made: Made, judged: Judged) -> Iterator[int]:
    for index, (line, label) in enumerate(zip(judged.lines, made.page.labels, strict=True)):
        if label == "content" and line.text.strip():
            if line.label not in TEXT:
                yield index
        elif label == "boiler" and line.label in TEXT:
            yield index


def _words(text: str) -> int:
    return max(1, len(text.split()))


def orders_differ(pages: Sequence[Made]) -> int:
    """How many lines of a site get another label when its pages come in another order.

    They are indexed as files: in order, in an order drawn by lot, and one more in each run.
    """
    shuffled = list(range(len(pages)))
    random.Random(len(pages)).shuffle(shuffled)
    first = _indexed(pages, list(range(len(pages))), 1)
    others = [_indexed(pages, shuffled, 1), _indexed(pages, shuffled[::-1], len(pages))]
    return sum(
        one != other
        for run in others
        for mine, theirs in zip(first, run, strict=True)
        for one, other in zip(mine, theirs, strict=True)
    )


def _indexed(pages: Sequence[Made], order: Sequence[int], runs: int) -> list[list[Label]]:
    """Return the labels of each page, named by its place in the order, indexed in some runs."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "site"
        folder.mkdir()
        cache, data, config, state = (Path(place) / name for name in _FOLDERS)
        library = Library.open([folder], Settings(cache, data, config, state))
        names = {index: f"{number:03}.txt" for number, index in enumerate(order)}
        size = -(-len(order) // runs)
        for start in range(0, len(order), size):
            for index in order[start : start + size]:
                text = "\n".join(pages[index].page.lines)
                (folder / names[index]).write_text(text, "utf-8")
            for _ in library.update():
                pass
        rows = {one.path: one.row for one in library.documents(library.rows(0, len(pages)))}
        labels = [
            [line.label for line in library.page(rows[names[index]]).lines]
            for index in range(len(pages))
        ]
        library.close()
        return labels
