"""How well and how fast are misspelt and inflected words understood in the full text?

Beside tantivy's own fuzzy queries and the words as they were typed: the same texts, the same
queries, one run. Goals: of the ten best texts for a query of two words, nine are among the ten best
when one of the words has a typo, swapped letters or another spelling, eight with two typos in
it; at most 6 ms of processor time a word where 400,000 distinct ones are known.

`python -m benchmarks.bench_misspelt [FILE] [--texts N] [--each N] [--seed N] [--folder DIR]`: FILE
has a text a line, such as the descriptions of `apt-cache dumpavail`; without it texts are made up.
The index is kept in DIR. What was tuned was tuned on seed 1; the default is another one.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

import tantivy

from benchmarks import inflected
from benchmarks.collection import Vocabulary
from benchmarks.typed import misspelt, respelt
from reader.model import Row
from reader.query import And, Query, Word
from reader.query.tree import every
from reader.search.fold import words
from reader.search.fulltext import FullText
from reader.search.spelling.expanding import expanded
from reader.search.spelling.keeping import gathered
from reader.search.spelling.lexicon import TWO_EDITS_FROM
from reader.search.spelling.meaning import RARE
from reader.search.terms import TITLE_BOOST

TEN = 10
TEXT_WORDS = 120  # of each text that is made up
TITLE = 8  # words of a text that are its title
LENGTHS = range(6, 13)  # letters of the words that are misspelt
LEAST, MOST = 0.0005, 0.05  # share of texts that have them
FEWEST = 5  # texts that both words of a query are in
TYPOS = ("other", "more", "less")
COMMIT = 50_000  # texts


class Asked(NamedTuple):
    """Two words of one text, and the first as it was typed."""

    right: str
    typed: str
    other: str


Misspell = Callable[[str, Random], str | None]

KINDS: dict[str, Misspell] = {
    "one typo": lambda word, chance: misspelt(word, chance.choice(TYPOS), chance),
    "transposed": lambda word, chance: misspelt(word, "swap", chance),
    "variant": respelt,
    "two typos": lambda word, chance: misspelt(
        misspelt(word, chance.choice(TYPOS), chance), chance.choice((*TYPOS, "swap")), chance
    ),
}


def queries(
    fulltext: FullText, texts: Sequence[Sequence[str]], kind: str, each: int, seed: int
) -> Iterator[tuple[Asked, list[int]]]:
    """Yield so many queries, each with the ten best rows for it as it is spelt rightly."""
    chance = Random(f"{kind} {seed}")
    fewest, most = LEAST * len(fulltext), MOST * len(fulltext)
    made = 0
    while made < each:
        text = chance.choice(texts)
        known = [
            word
            for word in dict.fromkeys(text)
            if len(word) in LENGTHS
            and word.isascii()
            and word.isalpha()
            and fewest < fulltext.texts_with(word) < most
        ]
        if len(known) < 2:
            continue
        right = chance.sample(known, 2)
        typed = KINDS[kind](right[0], chance)
        best = top(fulltext, every(map(Word, right)))
        if typed in (None, right[0]) or len(best) < FEWEST:
            continue
        made += 1
        yield Asked(right[0], typed or "", right[1]), best


def top(fulltext: FullText, tree: Query) -> list[int]:
    """Return the ten best rows."""
    return [*map(int, fulltext.hits(tree, TEN).rows)]


class Peers:
    """Ways to ask for a query with a misspelt word; each returns the ten best rows."""

    def __init__(self, fulltext: FullText, folder: Path) -> None:
        self.fulltext = fulltext
        self.index = tantivy.Index.open(str(folder / "index"))
        self.searcher = self.index.searcher()
        self.spelling = fulltext.spelling(["en"])

    def as_typed(self, asked: Asked) -> list[int]:
        """Ask for the words as they were typed."""
        return top(self.fulltext, And((Word(asked.typed), Word(asked.other))))

    def ours(self, asked: Asked) -> list[int]:
        """Ask for what they may stand for, too."""
        tree = And((Word(asked.typed), Word(asked.other)))
        return top(self.fulltext, expanded(tree, self.spelling.meant).ranked)

    def fuzzy(self, asked: Asked) -> list[int]:
        """Ask for everything so many edits away: the same number as ours."""
        return self._best([self._near(asked.typed), self._near(asked.other)])

    def fuzzy_unknown(self, asked: Asked) -> list[int]:
        """Ask so for the misspelt word alone."""
        return self._best(
            [self._near(asked.typed), self._either(asked.other, tantivy.Query.term_query)]
        )

    def _near(self, word: str) -> tantivy.Query:
        edits = 2 if len(word) >= TWO_EDITS_FROM else 1
        return self._either(word, partial(tantivy.Query.fuzzy_term_query, distance=edits))

    def _either(self, word: str, ask: Callable[..., tantivy.Query]) -> tantivy.Query:
        schema = self.index.schema
        title = tantivy.Query.boost_query(ask(schema, "title", word), TITLE_BOOST)
        should = tantivy.Occur.Should
        return tantivy.Query.boolean_query([(should, title), (should, ask(schema, "body", word))])

    def _best(self, parts: Sequence[tantivy.Query]) -> list[int]:
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])
        hits = self.searcher.search(query, TEN, count=False).hits
        rows = self.searcher.fast_field_values("row", [address for _, address in hits])
        return [int(row) for row in rows if row is not None]


def recall(peers: Peers, asked: Sequence[tuple[Asked, list[int]]]) -> None:
    """Print the recall and the milliseconds a query of each way to ask."""
    for ask in (peers.as_typed, peers.ours, peers.fuzzy_unknown, peers.fuzzy):
        shares, times = [], []
        for query, best in asked:
            start = time.process_time()
            found = ask(query)
            times.append(1000 * (time.process_time() - start))
            shares.append(len({*found} & {*best}) / len(best))
        print(f"  {ask.__name__:14} recall@10 {sum(shares) / len(shares):.3f}", end="")
        print(f", {percentiles(times)} ms a query", flush=True)


def words_alone(peers: Peers, asked: Sequence[tuple[Asked, list[int]]]) -> None:
    """Print how often the word that was meant is found, and what it costs."""
    first = among = known = 0
    times = []
    for query, _ in asked:
        start = time.process_time()
        meant = peers.spelling.meant(query.typed).misspelt
        times.append(1000 * (time.process_time() - start))
        among += query.right in [each.word for each in meant]
        first += query.right == meant[0].word if meant else False
        known += peers.fulltext.texts_with(query.typed) >= RARE
    count = len(asked)
    print(f"  meant first {first / count:.3f}, among all {among / count:.3f}", end="")
    print(f", a word that {RARE} texts have {known / count:.3f}; {percentiles(times)} ms a word")


def percentiles(times: Sequence[float]) -> str:
    """Return the median and the 95th percentile."""
    order = sorted(times)
    return f"p50 {order[len(order) // 2]:.2f}, p95 {order[int(0.95 * len(order))]:.2f}"


def made_up(count: int) -> Iterator[str]:
    """Yield so many texts of words that are and are not in a dictionary."""
    vocabulary = Vocabulary.of_corpus()
    for number in range(count):
        yield vocabulary.words_of(Random(f"text {number}"), TEXT_WORDS, TEXT_WORDS)


def indexed(texts: Sequence[Sequence[str]], folder: Path) -> FullText:
    """Return the full text of these texts, made once."""
    fulltext = FullText(folder)
    if len(fulltext) == len(texts):
        return fulltext
    with fulltext.writer() as writer:
        writer.clear()
        for number, text in enumerate(texts, 1):
            writer.put(Row(number), " ".join(text[:TITLE]), " ".join(text), "")
            if number % COMMIT == 0:
                writer.commit()
        writer.commit()
    return fulltext


def report(texts: Sequence[Sequence[str]], each: int, seed: int, folder: Path) -> None:
    """Print all figures."""
    indexed(texts, folder)
    start = time.process_time()
    lexicon = gathered(tantivy.Index.open(str(folder / "index")).searcher())
    print(f"{len(texts):,} texts, {len(lexicon):,} words that may be meant, seed {seed}")
    print(f"gathered in {time.process_time() - start:.2f} s", end="; ")
    fulltext = FullText(folder)
    start = time.process_time()
    fulltext.spelling(["en"]).meant("mujahedin")
    print(f"the first word after a start: {1000 * (time.process_time() - start):.0f} ms")
    inflected.report()
    peers = Peers(fulltext, folder)
    for kind in KINDS:
        asked = list(queries(fulltext, texts, kind, each, seed))
        print(f"{kind}: {len(asked)} queries")
        words_alone(Peers(fulltext, folder), asked)
        recall(peers, asked)


def main() -> None:
    """Print recall and speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    lines = given.file.open(encoding="utf-8") if given.file else made_up(given.texts)
    texts = [words(line) for line in islice(lines, given.texts)]
    with tempfile.TemporaryDirectory() as place:
        report(texts, given.each, given.seed, given.folder or Path(place) / "fulltext")


if __name__ == "__main__":
    main()
