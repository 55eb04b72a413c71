"""Fit the judge's nets, say how well they do on sites they have not seen, and write them."""

import argparse
import multiprocessing
import os
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks import held_out
from reader.cleaning.nets.network import KINDS, WEIGHTS
from tools.judge.figures import figures
from tools.judge.invented import SHARE, invented
from tools.judge.mixing import MIXED_WEIGHT, mixed
from tools.judge.nets import Net, Scale, answers, fitted
from tools.judge.pages import (
    FOLDS,
    PAGES,
    Page,
    Sample,
    benchmark,
    benchmark_pages,
    classes,
    own,
    sample,
)
from tools.judge.pages import WEIGHTS as BY_SOURCE
from tools.judge.teaching import Taught, labelled, taught

COPIES = 3  # mixed pages made of each
NETS = {"text": 1, "page": 1}  # whose answers are averaged
SEED = 100
LARGEST, LEXICON_LARGEST = 127, 31  # steps of a weight; fewer of them compress better
CLIPPED = 0.9995  # share of the lexicon's weights that must fit


class Known(NamedTuple):
    """All there is to learn from, before pages without labels are taught any."""

    texts: Sequence[Sample]
    pages: Sequence[Sample]


class Fitted(NamedTuple):
    """Nets of one kind and what their features are measured by."""

    nets: Sequence[Net]
    scale: Scale

    def chances(self, samples: Sequence[Sample]) -> list[NDArray[np.float64]]:
        """The mean of what the nets say."""
        said = [answers(net, samples, self.scale) for net in self.nets]
        return [np.mean(of_page, axis=0) for of_page in zip(*said, strict=True)]


_known = Known((), ())  # by fork, the workers have what the first process has loaded


def main(words: Sequence[str]) -> int:
    """Run `python -m tools.judge.train BENCHMARK`; the exit code."""
    parser = argparse.ArgumentParser(prog="tools.judge.train", description=__doc__)
    parser.add_argument("benchmark", type=Path, help="the folder with dev.jsonl.gz")
    parser.add_argument("--no-figures", action="store_true", help="only write the weights")
    parser.add_argument("--held-out", type=Path, help="keep the chances of unseen sites there")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    args = parser.parse_args(words)
    if not (args.benchmark / "dev.jsonl.gz").is_file():
        sys.stderr.write(f"there is no dev.jsonl.gz in {args.benchmark}: name its folder\n")
        return 2
    torch.set_num_threads(1)
    global _known
    _known = load(args.benchmark)
    lefts = [()] if args.no_figures else [*combinations(range(FOLDS), 1), ()]
    with multiprocessing.get_context("fork").Pool(args.jobs) as pool:
        pairs = sorted({tuple(sorted({*left, each})) for left in lefts for each in range(FOLDS)})
        said = dict(zip(pairs, pool.map(_teacher, pairs, 1), strict=True))
        tasks = [(left, _lessons(left, said)) for left in lefts]
        made = pool.starmap(_learned, tasks, 1)
    unseen = [each for found, _ in made for each in found]
    if unseen:
        sys.stdout.write(figures(unseen))
    if unseen and args.held_out:
        styles = {PAGES: held_out.HTML}
        told = {
            f"{one.page.name}|{styles.get(one.page.style, one.page.style)}": likely.tolist()
            for one, likely in unseen
        }
        held_out.write(args.held_out, told)
    write(made[-1][1], WEIGHTS)
    sys.stdout.write(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size:,} bytes\n")
    return 0


def load(folder: Path) -> Known:
    """The pages of the benchmark and our own, as the nets see them."""
    texts = [*benchmark(folder, "dev"), *benchmark(folder, "dev_silver")]
    pages = list(benchmark_pages(folder, texts))
    for page in own():
        (pages if page.style == PAGES else texts).append(page)
    return Known(
        [made for page in texts if (made := sample(page))],
        [made for page in pages if (made := sample(page))],
    )


def _teacher(left: tuple[int, ...]) -> dict[int, Taught]:
    """What a net that has seen no site of some folds says of their unlabelled pages, by fold."""
    seen = [each for each in _known.pages if each.page.fold not in left]
    fitted_ = fit(seen, "page", SEED + 7 * sum(left))
    found: dict[int, Taught] = {}
    for fold in left:
        silver = [
            each for each in _known.pages if each.page.source == "silver" and each.page.fold == fold
        ]
        found[fold] = taught(silver, fitted_.chances(silver))
    return found


def _lessons(left: tuple[int, ...], said: dict[tuple[int, ...], dict[int, Taught]]) -> Taught:
    """What is said of the pages of each fold by nets that saw neither it nor what is left out."""
    known: dict[str, Any] = {}
    for fold in range(FOLDS):
        if fold not in left:
            known |= said[tuple(sorted({*left, fold}))][fold]
    return known


def _learned(
    left: tuple[int, ...], lessons: Taught
) -> tuple[list[tuple[Sample, NDArray[np.float64]]], dict[str, Fitted]]:
    """Nets that saw no site of the folds left out, what they say of the labelled pages there."""
    by_kind = {"page": _taught_again(_known.pages, lessons, left)}
    by_kind["text"] = _taught_again(_known.texts, lessons, left)
    by_kind["text"] += list(_mixed([each.page for each in by_kind["text"]]))
    start = SEED * (2 + sum(left))
    nets = {kind: fit(by_kind[kind], kind, start) for kind in KINDS}
    found: list[tuple[Sample, NDArray[np.float64]]] = []
    for kind, samples in (("text", _known.texts), ("page", _known.pages)):
        unseen = [
            each for each in samples if each.page.fold in left and each.page.source != "silver"
        ]
        found += zip(unseen, nets[kind].chances(unseen), strict=True)
    return found, nets


def fit(samples: Sequence[Sample], kind: str, seed: int) -> Fitted:
    """Nets of a kind."""
    scale = Scale(samples)
    count = NETS[kind]
    return Fitted([fitted(samples, scale, seed + each, kind) for each in range(count)], scale)


def _taught_again(samples: Sequence[Sample], lessons: Taught, left: Sequence[int]) -> list[Sample]:
    """The samples of other folds, with the labels that nets gave where people gave none."""
    return [
        replace(each, page=page, classes=classes(page, each.units))
        for each in samples
        if each.page.fold not in left and (page := labelled(each.page, lessons))
    ]


def _mixed(pages: Sequence[Page]) -> Iterator[Sample]:
    chance = random.Random(SEED)
    for page in mixed(pages, COPIES, SEED):
        turned = invented(page, chance) if chance.random() < SHARE else page
        if made := sample(turned, MIXED_WEIGHT * BY_SOURCE[page.source]):
            yield made


def write(nets: dict[str, Fitted], path: Path) -> None:
    """Write weights as bytes with a scale for each layer, biases in half precision."""
    packed: dict[str, Any] = {}

    def put(
        name: str, values: NDArray[np.float32], share: float = 1.0, steps: int = LARGEST
    ) -> None:
        unit = max(float(np.quantile(np.abs(values), share)), 1e-9) / steps
        packed[name] = np.clip(np.round(values / unit), -steps, steps).astype(np.int8)
        packed[f"{name}.scale"] = np.float32(unit)

    for kind, known in nets.items():
        packed[f"{kind}.mean"] = known.scale.mean.astype(np.float32)
        packed[f"{kind}.deviation"] = known.scale.deviation.astype(np.float32)
        for number, net in enumerate(known.nets):
            for name, values in net.state_dict().items():
                short = f"{kind}.{number}.{_short(name)}"
                rows = values.numpy()[:1] if name.startswith("outwards") else values.numpy()
                if name in ("lexicon.weight", "names.weight"):
                    put(short.removesuffix(".weights"), rows, CLIPPED, LEXICON_LARGEST)
                elif name.endswith(".weight"):
                    put(short, rows.T)
                else:
                    packed[short] = rows.astype(np.float16)
    np.savez_compressed(path, allow_pickle=False, **packed)


def _short(name: str) -> str:
    renamed = name.replace("convolutions.", "convolution").replace("later.", "later")
    return f"{renamed}s" if renamed.endswith(".weight") else renamed


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
