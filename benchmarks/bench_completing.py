"""How long does completion under the prompt take at a key?

`python -m benchmarks.bench_completing [--documents N]` makes an invented collection and types the
names of its most frequent sites, authors and tags behind their field, letter by letter, each also
with two letters swapped; beside it, in the same run, RapidFuzz going through all values. Processor
time of a key, as the median and the 95th percentile; the budget is 5 ms.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median, quantiles

from rapidfuzz import fuzz, process

from benchmarks.invented import Columns
from reader.model import Found
from reader.search.around import NOWHERE
from reader.search.facets import Facets
from reader.search.offering import Offering, Offerings
from reader.search.rows import Rows

OFFERED = 8
FIELDS = ("site", "author", "tag", "lang", "date", "is")
NAMES = 40  # of each field that are typed


def typed(name: str) -> Iterator[str]:
    """What stands there after each letter, as it should be, and with two of them swapped."""
    for length in range(min(len(name), 12) + 1):
        yield name[:length]
    slipped = name[:1] + name[2:3] + name[1:2] + name[3:]
    for length in range(3, min(len(name), 12) + 1):
        yield slipped[:length]


def spent(call: Callable[[], object]) -> float:
    """Milliseconds of processor time that a call takes."""
    began = time.process_time()
    call()
    return 1000 * (time.process_time() - began)


def compared(
    offering: Offering, field: str, known: list[str], typing: list[str]
) -> tuple[list[float], list[float]]:
    """What each key takes, and what it takes RapidFuzz to go through all values."""
    times, plain = [], []
    for begun in typing:
        times.append(spent(partial(offering.offered, field, begun, OFFERED)))
        look = partial(process.extract, begun, known, scorer=fuzz.partial_ratio, limit=OFFERED)
        plain.append(spent(look))
    return times, plain


def main() -> None:
    """Print a line for each field, in all documents and in a result of a quarter of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    documents = parser.parse_args().documents
    facets, offerings = Facets.of(Columns(documents)), Offerings()
    quarter = Found("", "", Rows(facets.rows[::4].tolist()), Rows())
    made = {}
    for said, found in (("all", None), ("a quarter", quarter)):
        began = time.process_time()
        made[said] = offerings.of(facets, found, {}, NOWHERE)
        made[said].prepare()
        print(f"{said} of {documents:,}: gathered in {1000 * (time.process_time() - began):.0f} ms")
    heads = f"{'field':8}{'of':>10}{'values':>8}{'keys':>7}{'ms':>8}{'p95':>8}"
    print(f"{heads}{'RapidFuzz':>11}{'p95':>8}")
    for field in FIELDS:
        known = [offer.value for offer in made["all"].offered(field, "", documents)]
        typing = [begun for name in known[:NAMES] for begun in typed(name)]
        for said, offering in made.items():
            times, plain = compared(offering, field, known, typing)
            print(
                f"{field:8}{said:>10}{len(known):>8,}{len(times):>7,}"
                f"{median(times):>8.2f}{quantiles(times, n=20)[-1]:>8.2f}"
                f"{median(plain):>11.2f}{quantiles(plain, n=20)[-1]:>8.2f}"
            )


if __name__ == "__main__":
    main()
