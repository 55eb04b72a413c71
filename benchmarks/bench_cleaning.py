"""How well, and how fast, is the article found, beside other extractors on the same pages?

`python -m benchmarks.bench_cleaning FOLDER [--pages N] [--held-out FILE]`, FOLDER being the public
benchmark with dev.jsonl.gz. The others read the HTML; ours reads it too, and text alone. Without a
folder it measures the pages of tests/pages, which nothing was tuned on.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.extraction import Figures, figures, score
from benchmarks.held_out import HTML, Chances, read
from benchmarks.held_out import judged as judged_by
from benchmarks.labelled import STYLES, Page, public, records, unseen
from benchmarks.peers import Facts, Peer, facts_of_trafilatura, peers
from benchmarks.segments import passages, segment_figures, told
from reader.cleaning import judge
from reader.model import TEXT, Judged
from reader.sources import parse_html, parse_text

WARMING = 8  # pages done before the clock starts
OURS = "ours, HTML"
NEEDED = tuple(
    f"{name}.jsonl.gz" for name in ("dev", "dev_html", "dev_segments", "dev_segments_html")
)
_BREAKS = (" | ", " - ", " \u2013 ", " \u2014 ", " \u00b7 ", " : ")  # before the name of a site


class Row(NamedTuple):
    """What one extractor reached."""

    name: str
    figures: Figures
    speed: float  # documents a second of process time


def article(judged: Judged) -> str:
    """What `reader clean` takes for the text."""
    return "\n".join(line.text for line in judged.lines if line.label in TEXT)


def from_text(lines: Sequence[str]) -> Judged:
    """Lines judged as plain text."""
    return judge(parse_text("\n".join(lines)))


def measured(
    name: str,
    pages: Sequence[Page],
    extract: Callable[[Page], Any],
    text: Callable[[Any], str],
) -> Row:
    """Time an extractor on pages and compare what it finds with their labels."""
    for page in pages[:WARMING]:
        extract(page)
    seconds, scores = 0.0, []
    for page in pages:
        start = time.process_time()
        found = extract(page)
        seconds += time.process_time() - start
        scores.append(score(page.article, text(found), page.lines, page.labels, page.reach))
    speed = len(pages) / max(seconds, 1e-9)
    return Row(name, figures(scores, [page.site for page in pages]), speed)


def of_peer(name: str, pages: Sequence[Page], peer: Peer) -> Row:
    """Time another extractor on the HTML of pages."""
    return measured(name, pages, lambda page: peer.extract(page.html, page.lang), peer.text)


def ours_on_html(pages: Sequence[Page]) -> Row:
    """Time ours on the HTML of pages."""
    return measured(OURS, pages, lambda page: judge(parse_html(page.html)), article)


def ours_on_text(name: str, pages: Sequence[Page]) -> Row:
    """Time ours on the lines of pages."""
    return measured(name, pages, lambda page: from_text(page.lines), article)


def table(rows: Sequence[Row]) -> Iterator[str]:
    """One line for each extractor, with what ours with HTML is to it."""
    yield (
        f"{'':20}{'F1':>6}{'95 %':>15}{'P':>7}{'R':>6}{'damaged':>9}{'dirty':>7}{'ok':>6}"
        f"{'95 %':>13}{'docs/s':>8}{'F1 x':>8}{'speed x':>9}"
    )
    ours = next((row for row in rows if row.name == OURS), None)
    for name, of, speed in rows:
        line = (
            f"{name:20}{of.f1:>6.3f}{_between(of.f1_between, 3):>15}{of.precision:>7.3f}"
            f"{of.recall:>6.3f}{of.damaged:>9.2f}{of.dirty:>7.2f}{of.ok:>6.2f}"
            f"{_between(of.ok_between, 2):>13}{speed:>8.0f}"
        )
        if ours:
            line += f"{ours.figures.f1 / max(of.f1, 1e-9):>8.3f}{ours.speed / speed:>9.2f}"
        yield line


def _between(ends: tuple[float, float], digits: int) -> str:
    return f"{ends[0]:.{digits}f}..{ends[1]:.{digits}f}"


def segment_table(
    folder: Path, count: int | None, others: Mapping[str, Peer], chances: Chances | None = None
) -> Iterator[str]:
    """One line for each extractor on the pages with passages; ours by `chances` if there are any.

    Pages that these do not know are left out of our lines.
    """
    yield f"{'':20}{'pages':>6}{'accuracy':>10}{'lost one':>10}{'kept junk':>11}"
    texts = list(records(folder / "dev_segments.jsonl.gz"))
    html = list(records(folder / "dev_segments_html.jsonl.gz"))[:count]
    for style in STYLES:
        chosen = [record for record in texts if record["style"] == style][:count]
        yield _our_segments(f"ours, text {style}", chosen, style, chances)
    yield _our_segments(OURS, html, HTML, chances)
    langs = {record["id"]: record["lang"] for record in texts}
    for name, peer in others.items():
        yield _segments(name, html, partial(_passed, peer, langs))


def _our_segments(
    name: str, chosen: Sequence[dict[str, Any]], style: str, chances: Chances | None
) -> str:
    if chances is None:
        if style == HTML:
            return _segments(name, chosen, lambda one: article(judge(parse_html(one["html"]))))
        return _segments(name, chosen, lambda one: article(from_text(one["lines"])))
    known = [one for one in chosen if f"{one['id']}|{style}" in chances]
    return _segments(name, known, lambda one: article(judged_by(_page(one), style, chances)))


def _page(record: Mapping[str, Any]) -> Page:
    return Page(
        name=record["id"],
        site=record["site"],
        lang="",
        lines=tuple(record.get("lines", ())),
        labels=(),
        article="",
        html=record.get("html", ""),
    )


def _passed(peer: Peer, langs: Mapping[str, str], record: dict[str, Any]) -> str:
    return peer.text(peer.extract(record["html"], langs.get(record["id"], "")))


def _segments(
    name: str, chosen: Sequence[dict[str, Any]], output: Callable[[dict[str, Any]], str]
) -> str:
    found = segment_figures([told(passages(record), output(record)) for record in chosen])
    return f"{name:20}{len(chosen):>6}{found.accuracy:>10.3f}{found.lost:>10.2f}{found.junk:>11.2f}"


def same(found: str, wanted: str) -> bool:
    """Whether two facts are the same but for spacing."""
    return " ".join(found.split()) == " ".join(wanted.split())


def same_title(found: str, declared: str) -> bool:
    """Whether a title is a page's `<title>`, with or without the name of the site after it."""
    found, declared = (" ".join(text.split()) for text in (found, declared))
    rest = declared.removeprefix(found)
    return bool(found) and (not rest or (rest != declared and rest.startswith(_BREAKS)))


def facts_table(
    ways: Mapping[str, Callable[[Page], Facts]], pages: Sequence[Page], known: Sequence[str]
) -> Iterator[str]:
    """One line for each way to read facts: shares of pages whose fact is exactly right."""
    yield f"{'':20}{'pages':>6}" + "".join(f"{name:>9}" for name in known)
    for name, way in ways.items():
        found = [(way(page), page) for page in pages]
        line = f"{name:20}{len(pages):>6}"
        for fact in known:
            agree = same_title if known == ("title",) else same
            right = sum(agree(getattr(one, fact), getattr(page, fact)) for one, page in found)
            line += f"{right / len(pages):>9.2f}"
        yield line


def facts(judged: Judged) -> Facts:
    """What ours tells about an article."""
    told = judged.metadata
    return Facts(told.title, told.author, told.date or "")


def ways(html: bool) -> dict[str, Callable[[Page], Facts]]:
    """The ways to read facts off a page, or off its text alone."""
    found: dict[str, Callable[[Page], Facts]] = {
        "ours, text": lambda page: facts(from_text(page.lines))
    }
    if html:
        found[OURS] = lambda page: facts(judge(parse_html(page.html)))
        theirs = facts_of_trafilatura()
        if theirs:
            found["trafilatura"] = lambda page: theirs(page.html)
    return found


def on_public(folder: Path, count: int | None, held_out: Path | None) -> None:
    """Print all figures on the public pages."""
    others, missing = peers()
    chances = read(held_out) if held_out else None
    pages = {style: public(folder, style)[:count] for style in STYLES}
    blocks = pages["blocks"]
    sites = len({page.site for page in blocks})
    print(f"{len(blocks)} pages of {sites} sites, labelled by hand")
    rows = []
    for style, chosen in pages.items():
        name = f"ours, text {style}"
        row = ours_on_text(name, chosen)
        if chances is not None:
            row = Row(name, _unseen_figures(chosen, style, chances), row.speed)
        rows.append(row)
    ours = ours_on_html(blocks)
    if chances is not None:
        ours = Row(OURS, _unseen_figures(blocks, HTML, chances), ours.speed)
    rows.append(ours)
    rows += [of_peer(name, blocks, peer) for name, peer in others.items()]
    show([*table(rows), *absent(missing)])
    if not held_out:
        show(["ours: seen in training. On sites that its nets have not seen: `make judge`."])
    show(["", "passages that must, and must not, be in the article"])
    show(segment_table(folder, count, others, chances))
    show(["", "titles as declared, without the name of the site after them"])
    show(facts_table(ways(html=True), blocks, ("title",)))


def _unseen_figures(pages: Sequence[Page], style: str, chances: Chances) -> Figures:
    scores = [
        score(
            page.article,
            article(judged_by(page, style, chances)),
            page.lines,
            page.labels,
            page.reach,
        )
        for page in pages
    ]
    return figures(scores, [page.site for page in pages])


def on_unseen(count: int | None) -> None:
    """Print all figures on the pages of tests/pages, which nothing was tuned or trained on."""
    others, missing = peers()
    pages = list(unseen())[:count]
    marked = [page for page in pages if page.html]
    print(f"{len(pages)} pages of tests/pages as text, which nothing was trained on")
    show(table([ours_on_text("ours, text", pages)]))
    show(facts_table(ways(html=False), pages, ("title", "author", "date")))
    if not marked:
        return
    print(f"\n{len(marked)} of them with their HTML")
    rows = [ours_on_text("ours, text", marked), ours_on_html(marked)]
    rows += [of_peer(name, marked, peer) for name, peer in others.items()]
    show([*table(rows), *absent(missing)])
    show(facts_table(ways(html=True), marked, ("title", "author", "date")))


def absent(names: Sequence[str]) -> Iterator[str]:
    """Say which extractors are not there, and how they come."""
    if names:
        yield f"not installed: {', '.join(names)} (pip install -e '.[bench]')"


def show(lines: Iterable[str]) -> None:
    """Print lines as they come."""
    for line in lines:
        print(line, flush=True)


def main(words: Sequence[str]) -> int:
    """Run the benchmark; the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks.bench_cleaning", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="the folder with dev.jsonl.gz")
    parser.add_argument("--pages", type=int, help="only the first so many")
    parser.add_argument(
        "--held-out",
        type=Path,
        help="chances from cross-validation, as benchmarks.held_out writes them",
    )
    args = parser.parse_args(words)
    if args.folder is None:
        print("name the folder with dev.jsonl.gz and dev_html.jsonl.gz to measure on public pages")
        on_unseen(args.pages)
        return 0
    absent_files = [name for name in NEEDED if not (args.folder / name).is_file()]
    if absent_files:
        sys.stderr.write(f"there is no {absent_files[0]} in {args.folder}: name its folder\n")
        return 2
    on_public(args.folder, args.pages, args.held_out)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded
    raise SystemExit(main(sys.argv[1:]))
