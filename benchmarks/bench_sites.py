"""How much better is a page cleaned for having seen others of its site, and after corrections?

`python -m benchmarks.bench_sites [FOLDER] [--sites N] [--errors]`. Sites are made of labelled
pages: the clutter of one, changed from page to page as sites change it, round the articles of
others. With the folder of the public benchmark its pages are taken, too.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.extraction import Score, figures
from benchmarks.labelled import Page, corpus, public, unseen
from benchmarks.many_pages import Made, made_pages, parts
from benchmarks.site_runs import (
    Wrong,
    after_corrections,
    among,
    judged_among,
    orders_differ,
    repetition,
    scored,
    wrong,
)

COUNTS = (1, 2, 3, 5, 10, 30)  # pages of a site that are known
MEASURED = 3  # pages of each site
FEW = 5  # pages that a site has at least, and that are corrected together
ROUNDS = (0, 1, 3)  # corrections
ORDERED = 4  # sites of each source whose pages are indexed in other orders
SHOWN = 25  # classes of errors
_LISTED = 3  # from so many pages on, errors are counted


class Site(NamedTuple):
    """A made site and its pages."""

    name: str
    pages: list[Made]


class Measured(NamedTuple):
    """The scores of some pages and the site of each."""

    scores: list[Score]
    sites: list[str]


def sites(pages: Iterable[Page], limit: int | None) -> list[Site]:
    """The sites that labelled pages make, but for those with too few articles to go round."""
    given = parts(pages)
    found = [
        Site(template.name, made_pages(given, template, max(COUNTS)))
        for template in given.templates
    ]
    return [site for site in found if len(site.pages) >= FEW][:limit]


def by_count(chosen: Sequence[Site]) -> tuple[dict[int, Measured], list[Wrong]]:
    """The same pages judged among 1, 2, 3, … pages of their sites, and what is wrong with three."""
    found: dict[int, Measured] = {}
    errors: list[Wrong] = []
    fewest = min(len(site.pages) for site in chosen)
    for count in COUNTS:
        if count > fewest:
            break
        measured = Measured([], [])
        for site in chosen:
            for index in range(MEASURED):
                made, pages = site.pages[index], among(site.pages, index, count)
                judged = judged_among(made, pages)
                measured.scores.append(scored(made, judged))
                measured.sites.append(site.name)
                if count == _LISTED:
                    errors += wrong(made, judged, repetition(pages))
        found[count] = measured
    return found, errors


def corrections(chosen: Sequence[Site]) -> dict[int, Measured]:
    """All of the first few pages of sites after some corrections each."""
    found = {number: Measured([], []) for number in ROUNDS}
    for site in chosen:
        for number, scores in after_corrections(site.pages[:FEW], ROUNDS).items():
            found[number].scores.extend(scores)
            found[number].sites.extend([site.name] * len(scores))
    return found


def table(first: str, found: dict[int, Measured]) -> Iterator[str]:
    """One line for each number of pages or of corrections."""
    yield (
        f"{first:>12}{'sites':>7}{'pages':>7}{'F1':>8}{'95 %':>15}{'P':>7}{'R':>7}{'damaged':>9}"
        f"{'dirty':>7}{'ok':>6}{'95 %':>12}"
    )
    for number, measured in found.items():
        told = figures(measured.scores, measured.sites)
        yield (
            f"{number:>12}{len(set(measured.sites)):>7}{len(measured.scores):>7}{told.f1:>8.3f}"
            f"{'{:.3f}..{:.3f}'.format(*told.f1_between):>15}{told.precision:>7.3f}"
            f"{told.recall:>7.3f}{told.damaged:>9.2f}{told.dirty:>7.2f}{told.ok:>6.2f}"
            f"{'{:.2f}..{:.2f}'.format(*told.ok_between):>12}"
        )


def classes(errors: Sequence[Wrong]) -> Iterator[str]:
    """The kinds of lines that are wrong, those that cost most words first."""
    yield f"{'words':>8}{'lines':>7}{'pages':>7}  gold, what it is, where: judged (level), reason"
    words: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    pages: dict[str, set[str]] = {}
    for one in errors:
        name = _class(one)
        words[name] += one.words
        lines[name] += 1
        pages.setdefault(name, set()).add(one.page)
    for name, count in words.most_common(SHOWN):
        yield f"{count:>8,}{lines[name]:>7,}{len(pages[name]):>7,}  {name}"
    rest = len(words) - SHOWN
    if rest > 0:
        left = sum(words.values()) - sum(count for _, count in words.most_common(SHOWN))
        yield f"{left:>8,}  in {rest} other classes"


def _class(one: Wrong) -> str:
    reason = "repeated" if one.reason.startswith("on ") else one.reason
    said = f"{one.label} ({one.level})" + (f", {reason}" if reason else "")
    return f"{one.gold}, {one.made}, {one.where}: {said}"


def report(name: str, chosen: Sequence[Site], errors: bool) -> None:
    """Print all figures of the sites from one source."""
    many = [site for site in chosen if len(site.pages) >= max(COUNTS)]
    few = [site for site in chosen if len(site.pages) < max(COUNTS)]
    for group, least in ((many, max(COUNTS)), (few, FEW)):
        if not group:
            continue
        print(f"\n{name}: sites of {least} pages or more{'' if group is many else ', but few'}")
        found, wrongs = by_count(group)
        show(table("pages known", found))
        show(table("corrections", corrections(group)))
        if errors:
            show(classes(wrongs))
    differ = sum(orders_differ(site.pages[:FEW]) for site in chosen[:ORDERED])
    said = f"{differ} lines differ" if differ else "no line differs"
    print(f"{min(ORDERED, len(chosen))} sites indexed in three orders of their pages: {said}")


def show(lines: Iterable[str]) -> None:
    """Print lines as they come."""
    for line in lines:
        print(line, flush=True)


def main(words: Sequence[str]) -> int:
    """Run the benchmark; the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks.bench_sites", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="the folder with dev.jsonl.gz")
    parser.add_argument("--sites", type=int, help="only so many of each source")
    parser.add_argument("--errors", action="store_true", help="count what is wrong with 3 pages")
    args = parser.parse_args(words)
    sources: dict[str, Iterable[Page]] = {"tests/pages": unseen(), "docs_corpus": corpus()}
    if args.folder is None:
        print("name the folder with dev.jsonl.gz to make sites of its pages, too")
    elif not (args.folder / "dev.jsonl.gz").is_file():
        sys.stderr.write(f"there is no dev.jsonl.gz in {args.folder}: name its folder\n")
        return 2
    else:
        sources["public pages, seen in training"] = public(args.folder, "blocks")
    for name, pages in sources.items():
        report(name, sites(pages, args.sites), args.errors)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded
    raise SystemExit(main(sys.argv[1:]))
