"""The documents of a catalogue compared with each other: which are near-copies.

Must not know: files, marks.
"""

from collections.abc import Iterator

from reader.catalogue import Catalogue
from reader.cleaning import paragraphs
from reader.library.preparing import article
from reader.model import Row
from reader.search.copies.grouping import Joined, candidates, certain, join_copies
from reader.search.copies.resembling import Runs, runs
from reader.search.copies.signing import SIGNS

TOLD = 100  # pairs compared between two reports


def compare(catalogue: Catalogue) -> Iterator[tuple[int, int]]:
    """Find the copies of documents that have not been compared yet; how many of how many pairs.

    The result is that of comparing all of them at once, in whatever order they came.
    """
    import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

    signed = catalogue.copies.signed()
    rows = [each.row for each in signed]
    together = b"".join(each.signature for each in signed)
    signatures = np.frombuffer(together, np.uint8).reshape(len(signed), SIGNS)
    fresh = np.array([not each.compared for each in signed], np.bool_)
    pairs = candidates(signatures, fresh)
    sure = certain(signatures, pairs)
    joined, first = Joined(len(signed)), dict[int, int]()
    for number, each in enumerate(signed):
        if each.story:
            joined.join(number, first.setdefault(each.story, number))
    order = np.argsort(~sure, kind="stable")  # what is sure first: it saves comparing
    for done in join_copies(
        joined,
        map(tuple, pairs[order].tolist()),
        sure[order].tolist(),
        lambda number: _runs(catalogue, rows[number]),
    ):
        if done % TOLD == 0:
            yield done, len(pairs)
    stories: dict[Row, Row] = {}
    for group in joined.groups():
        if fresh[group].any():
            members = [rows[number] for number in group]
            stories |= dict.fromkeys(members, catalogue.copies.best(members))
    with catalogue.transaction():
        catalogue.copies.store(stories)


def _runs(catalogue: Catalogue, row: Row) -> Runs:
    lines, markup, _, _ = catalogue.content(row)
    [document] = catalogue.documents([row])
    return runs(article(paragraphs(lines, markup, format=document.format)))
