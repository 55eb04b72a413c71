"""Fit the judge's nets, say how well they do on sites they have not seen, and write them."""

import argparse
import multiprocessing
import os
import random
import sys
from collections.abc import Iterator, Sequence
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
    PUBLISHED,
    Page,
    Sample,
    benchmark,
    benchmark_pages,
    own,
    sample,
)
from tools.judge.pages import WEIGHTS as BY_SOURCE
from tools.judge.reading import as_in, as_read, read

COPIES = 3  # mixed pages made of each
SEED = 100
LARGEST, LEXICON_LARGEST = 127, 31  # steps of a weight; fewer of them compress better
CLIPPED = 0.9995  # share of the lexicon's weights that must fit


class Known(NamedTuple):
    """All there is to learn from."""

    texts: Sequence[Sample]
    pages: Sequence[Sample]


class Fitted(NamedTuple):
    """A net and what its features are measured by."""

    net: Net
    scale: Scale


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
    lefts = [()] if args.no_figures else [*((fold,) for fold in range(FOLDS)), ()]
    tasks = [(left, kind) for left in lefts for kind in KINDS]
    with multiprocessing.get_context("fork").Pool(args.jobs) as pool:
        made = pool.starmap(_learned, tasks, 1)
    unseen = [
        each
        for task, (told, _) in zip(tasks, made, strict=True)
        for each in zip(_within(*task), told, strict=True)
    ]
    if unseen:
        sys.stdout.write(figures(unseen))
    if unseen and args.held_out:
        styles = {PAGES: held_out.HTML}
        told = {
            f"{one.page.name}|{styles.get(one.page.style, one.page.style)}": likely.tolist()
            for one, likely in unseen
        }
        held_out.write(args.held_out, told)
    # The last net of each kind has seen all pages.
    write({kind: net for (_, kind), (_, net) in zip(tasks, made, strict=True)}, WEIGHTS)
    sys.stdout.write(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size:,} bytes\n")
    return 0


def load(folder: Path) -> Known:
    """The pages of the benchmark and our own, as the nets see them."""
    texts = [*benchmark(folder, "dev"), *benchmark(folder, "dev_silver")]
    known, pages = read(), []
    for page in benchmark_pages(folder, texts):
        pages.append(page if page.source == PUBLISHED else as_read(page, known))
    named = {page.name: page for page in pages}
    texts = [text if text.source == PUBLISHED else as_in(text, named[text.name]) for text in texts]
    for page in own():
        (pages if page.style == PAGES else texts).append(page)
    return Known(
        [made for page in texts if (made := sample(page))],
        [made for page in pages if (made := sample(page))],
    )


def _learned(left: tuple[int, ...], kind: str) -> tuple[list[NDArray[np.float64]], Fitted]:
    """A net that saw no site of the folds left out, and what it says of the pages there."""
    seen = [each for each in _every(kind) if each.page.fold not in left]
    if kind == "text":
        seen += list(_mixed([each.page for each in seen]))
    fitted_ = fit(seen, kind, SEED * (2 + sum(left)))
    return answers(fitted_.net, _within(left, kind), fitted_.scale), fitted_


def _within(folds: tuple[int, ...], kind: str) -> list[Sample]:
    return [each for each in _every(kind) if each.page.fold in folds]


def _every(kind: str) -> Sequence[Sample]:
    return _known.pages if kind == "page" else _known.texts


def fit(samples: Sequence[Sample], kind: str, seed: int) -> Fitted:
    """A net of a kind."""
    scale = Scale(samples)
    return Fitted(fitted(samples, scale, seed, kind), scale)


def _mixed(pages: Sequence[Page]) -> Iterator[Sample]:
    chance = random.Random(SEED)
    for page in mixed(pages, COPIES, SEED):
        turned = invented(page, chance) if chance.random() < SHARE else page
        if made := sample(turned, MIXED_WEIGHT * BY_SOURCE.get(page.source, 1.0)):
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
        for name, values in known.net.state_dict().items():
            short = f"{kind}.{_short(name)}"
            rows = values.numpy()
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
