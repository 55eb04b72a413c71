"""A large collection without clutter: Markdown clippings with front matter, indexed unjudged.

Judging a million pages takes an hour. Where the terminal is measured it is left out: every line is
taken for the article; all else is what `reader index` does.

`python -m benchmarks.clippings FOLDER [--documents N]` writes them and indexes them.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from benchmarks.collection import MONTHS, PAGES_A_SITE, Vocabulary, article, sites
from reader.catalogue import Catalogue
from reader.library.collection import Collection
from reader.library.indexing import Indexing
from reader.library.place import Place
from reader.library.preparing import Answer, Job, ToJudge, simpler
from reader.library.workers import Failed, Workers
from reader.marks import Marks
from reader.search.fulltext import FullText
from reader.settings import Settings, load

DOCUMENTS = 1_000_000
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS.split(), 1)}


class Unjudging(Workers):
    """Workers that take every line for the article."""

    def each(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Answer | Failed]]:
        """As workers do, without judging."""
        return super().each((isinstance(job, ToJudge) and simpler(job)) or job for job in jobs)


def clippings(count: int) -> Iterator[tuple[str, str]]:
    """The names and texts of so many clippings; the same for the same number."""
    vocabulary = Vocabulary.of_corpus()
    source = sites(vocabulary)
    for number in range(count):
        if number % PAGES_A_SITE == 0:
            site = next(source)
        made = article(vocabulary, Random(f"page {number}"))
        day, month, year = made.date.split()
        front = {
            "title": made.title,
            "author": made.byline.removeprefix("By "),
            "date": f"{year}-{MONTH_NUMBERS[month]:02}-{int(day):02}",
            "source": f"https://site{number // PAGES_A_SITE}.example/{number}",
            "site": site.name,
            "tags": f"[{site.menu[number % len(site.menu)].lower()}]",
        }
        head = "".join(f"{name}: {value}\n" for name, value in front.items())
        text = "\n\n".join(made.paragraphs)
        yield f"site{number // PAGES_A_SITE:05}/{number:07}.md", f"---\n{head}---\n\n{text}\n"


def indexed(folder: Path, settings: Settings) -> Iterator[str]:
    """Bring the collection of a folder up to date, without judging; where it has got."""
    collection = Collection.of([folder])
    place = Place(collection, settings)
    place.opened()
    workers = Unjudging(settings.log)
    catalogue, marks = Catalogue(place.folder), Marks(settings.marks_file)
    try:
        fulltext = FullText(place.folder / "fulltext")
        run = Indexing(collection, place.folder, catalogue, fulltext, marks, workers).run()
        for progress in run:
            yield f"{progress.stage} {progress.done:,} of {progress.total:,}"
        place.updated(catalogue.count())
    finally:
        workers.close()
        catalogue.close()
        marks.close()
        place.close()


def written(folder: Path, count: int) -> None:
    """Write so many into a folder."""
    for name, text in clippings(count):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def main() -> None:
    """Write and index them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    args = parser.parse_args()
    written(args.folder, args.documents)
    for got in indexed(args.folder, load()):
        print(f"\r{got}\x1b[K", end="", flush=True)
    print()


if __name__ == "__main__":
    main()
