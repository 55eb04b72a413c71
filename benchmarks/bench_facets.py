"""How long do the counts beside a result take, and how long elsewhere?

`python -m benchmarks.bench_facets [--documents N]` makes an invented collection, each document with
eight of 2,000 tags, and counts what a result of 1 %, 25 % and all of it can be narrowed by: all
facets at once, and tags alone. Beside it, in the same run, tags counted by SQLite, joined with the
result, and by a Counter. Processor time, the median of five.
"""

import argparse
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random
from statistics import median

import numpy as np
from numpy.typing import NDArray

from benchmarks.invented import Columns
from reader.search.columns import Selected, with_parents
from reader.search.facets import Facets

SHARES = (0.01, 0.25, 1.0)
TIMES = 5


def spent(call: Callable[[], object]) -> float:
    """Seconds of processor time that a call takes."""
    times = []
    for _ in range(TIMES):
        began = time.process_time()
        call()
        times.append(time.process_time() - began)
    return median(times)


def tags_of(facets: Facets, chosen: NDArray[np.bool_]) -> list[tuple[str, int]]:
    """The most frequent tags of a selection."""
    return facets.tags_among(Selected.of(chosen), {}).most(200)


def joined(own: Sequence[Sequence[str]]) -> sqlite3.Connection:
    """A database in memory with the tags of each document, parents among them."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE tags (document INTEGER, tag INTEGER)")
    numbers: dict[str, int] = {}
    database.executemany(
        "INSERT INTO tags VALUES (?, ?)",
        (
            (place, numbers.setdefault(tag, len(numbers)))
            for place, tags in enumerate(own)
            for tag in tags
        ),
    )
    database.execute("CREATE INDEX tags_of ON tags (document, tag)")
    database.execute("CREATE TABLE found (document INTEGER PRIMARY KEY)")
    return database


def find(database: sqlite3.Connection, places: Sequence[int]) -> None:
    """Tell the database what was found."""
    database.execute("DELETE FROM found")
    database.executemany("INSERT INTO found VALUES (?)", ((place,) for place in places))


def counted_by_sql(database: sqlite3.Connection) -> dict[int, int]:
    """How many of the documents that were found have each tag."""
    joined = "found CROSS JOIN tags ON tags.document = found.document"  # in this order
    return dict(
        database.execute(f"SELECT tag, count(*) FROM {joined} GROUP BY tag")  # ours
    )


def counted_plainly(own: Sequence[Sequence[str]], places: Sequence[int]) -> Counter[str]:
    """How many of some documents have each tag."""
    return Counter(tag for place in places for tag in own[place])


def some(documents: int, share: float) -> NDArray[np.bool_]:
    """A result: so many of the documents, chosen by chance."""
    chosen = np.zeros(documents, np.bool_)
    chosen[Random(share).sample(range(documents), int(share * documents))] = True
    return chosen


def main() -> None:
    """Print a line for each size of a result."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=100_000)
    args = parser.parse_args()
    columns = Columns(args.documents)
    facets = Facets.of(columns)
    own = [sorted(with_parents(each.values["tags"].split("\n"))) for each in columns.documents]
    database = joined(own)
    print(f"ms, {args.documents:,} documents, and times as long as our tags alone")
    print(f"{'found':>10}{'all facets':>12}{'tags':>10}{'SQLite':>10}{'':7}{'Counter':>10}")
    for share in SHARES:
        chosen = some(args.documents, share)
        places = np.flatnonzero(chosen).tolist()
        assert facets.tags_among(Selected.of(chosen), {}).all() == counted_plainly(own, places)
        every = spent(lambda chosen=chosen: facets.counted(chosen, {}))  # type: ignore[misc]
        tags = spent(lambda chosen=chosen: tags_of(facets, chosen))  # type: ignore[misc]
        find(database, places)
        by_sql = spent(lambda: counted_by_sql(database))
        plainly = spent(lambda places=places: counted_plainly(own, places))  # type: ignore[misc]
        print(
            f"{len(places):>10,}{1000 * every:>12.2f}{1000 * tags:>10.2f}"
            f"{1000 * by_sql:>10.1f}{by_sql / tags:>6.0f}x{1000 * plainly:>10.1f}"
            f"{plainly / tags:>6.0f}x"
        )


if __name__ == "__main__":
    main()
