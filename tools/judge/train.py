"""Fit the judge's nets, say how well they do on sites they have not seen, and write them."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from reader.cleaning.nets.network import WEIGHTS
from tools.judge.figures import figures
from tools.judge.mixing import MIXED_WEIGHT, mixed
from tools.judge.nets import Net, Scale, answers, fitted
from tools.judge.pages import FOLDS, Page, Sample, benchmark, own, sample
from tools.judge.pages import WEIGHTS as BY_SOURCE

COPIES = 3  # mixed pages made of each
NETS = 3  # whose answers are averaged
SEED = 100
LARGEST, LEXICON_LARGEST = 127, 31  # steps of a weight; fewer of them compress better
CLIPPED = 0.9995  # share of the lexicon's weights that must fit


def main(words: Sequence[str]) -> int:
    """Run `python -m tools.judge.train BENCHMARK`; the exit code."""
    parser = argparse.ArgumentParser(prog="tools.judge.train", description=__doc__)
    parser.add_argument("benchmark", type=Path, help="the folder with dev.jsonl.gz")
    parser.add_argument("--no-figures", action="store_true", help="only write the weights")
    args = parser.parse_args(words)
    if not (args.benchmark / "dev.jsonl.gz").is_file():
        sys.stderr.write(f"there is no dev.jsonl.gz in {args.benchmark}: name its folder\n")
        return 2
    torch.set_num_threads(1)
    pages = [*benchmark(args.benchmark, "dev"), *benchmark(args.benchmark, "dev_silver"), *own()]
    samples = [made for page in pages if (made := sample(page))]
    more = [made for page in mixed(pages, COPIES, SEED) if (made := _mixed(page))]
    scale = Scale(samples)
    if not args.no_figures:
        sys.stdout.write(figures(_unseen(samples, more, scale)))
    nets = [fitted([*samples, *more], scale, SEED + each) for each in range(NETS)]
    _write(nets, scale, WEIGHTS)
    sys.stdout.write(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size:,} bytes\n")
    return 0


def _mixed(page: Page) -> Sample | None:
    return sample(page, MIXED_WEIGHT * BY_SOURCE[page.source])


def _unseen(
    samples: Sequence[Sample], more: Sequence[Sample], scale: Scale
) -> list[tuple[Sample, NDArray[np.float64]]]:
    """Return the chances of each labelled page by nets that have seen no page of its site."""
    found: list[tuple[Sample, NDArray[np.float64]]] = []
    for fold in range(FOLDS):
        known = [each for each in (*samples, *more) if each.page.fold != fold]
        left = [each for each in samples if each.page.fold == fold and each.page.source != "silver"]
        nets = [fitted(known, scale, SEED * (fold + 1) + each) for each in range(NETS)]
        said = [answers(net, left, scale) for net in nets]
        for index, page in enumerate(left):
            found.append((page, np.mean([one[index] for one in said], axis=0)))
    return found


def _write(nets: Sequence[Net], scale: Scale, path: Path) -> None:
    """Write weights as bytes with a scale for each layer, biases in half precision."""
    packed: dict[str, Any] = {"mean": scale.mean.astype(np.float32), "deviation": scale.deviation}

    def put(
        name: str, values: NDArray[np.float32], share: float = 1.0, steps: int = LARGEST
    ) -> None:
        unit = max(float(np.quantile(np.abs(values), share)), 1e-9) / steps
        packed[name] = np.clip(np.round(values / unit), -steps, steps).astype(np.int8)
        packed[f"{name}.scale"] = np.float32(unit)

    for number, net in enumerate(nets):
        state = {name: values.numpy() for name, values in net.state_dict().items()}
        put(f"{number}.lexicon", state.pop("lexicon.weight"), CLIPPED, LEXICON_LARGEST)
        for name, values in state.items():
            short = name.replace("convolutions.", "convolution")
            rows = values[:1] if short.startswith("outwards") else values
            if short.endswith(".weight"):
                put(f"{number}.{short}s", rows.T)
            else:
                packed[f"{number}.{short}"] = rows.astype(np.float16)
    np.savez_compressed(path, allow_pickle=False, **packed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
