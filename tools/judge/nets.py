"""Fitting one net with PyTorch. Its shape is that of reader/cleaning/nets/network.py."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from reader.cleaning.nets.features import BUCKETS, Numbers
from reader.cleaning.nets.network import DILATIONS, FAR
from tools.judge.pages import BOILERPLATE, BYLINE, CONTENT, DATE, TITLE, UNKNOWN, Sample

WIDTH = 32
LEXICON = 4  # columns of the lexicon
EPOCHS = 6
BATCH = 3000  # units
CROP = 600  # units of a page that are seen at a time
RATE, LEXICON_RATE = 4e-3, 8e-3
DECAY, LEXICON_DECAY = 1e-4, 2e-2
DROP, NO_LEXICON, NO_FEATURE, NOISE = 0.2, 0.3, 0.1, 0.1
"""Of units of a layer, of the lexicon of a page, of a feature of a page; deviations of noise."""

_GAP = max(DILATIONS)  # empty rows between two pages
_AUXILIARY = 0.2  # weight of telling titles, bylines and dates
_MOST_WORDS, _LEAST_WORDS = 60.0, 4.0  # of a unit, that count
_SHORT = 60.0  # words of a page that weighs less than others


class Batch:
    """Pages one after the other, with empty rows between them."""

    def __init__(self, pages: Sequence[Sample], scale: "Scale", chance: random.Random | None):
        """With `chance` a part of long pages is taken, else all of each."""
        self.count = len(pages)
        tokens, owner = [], []
        numbers: list[NDArray[Any]] = []
        spoken: list[NDArray[Any]] = []
        real: list[NDArray[Any]] = []
        classes: list[NDArray[Any]] = []
        weights: list[NDArray[Any]] = []
        for index, page in enumerate(pages):
            size = len(page.classes)
            start = chance.randrange(size - CROP) if chance and size > CROP else 0
            rows = slice(start, min(size, start + CROP) if chance else size)
            ends = np.append(page.seen.first, len(page.seen.buckets))
            tokens.append(page.seen.buckets[ends[rows.start] : ends[rows.stop]])
            spoken += [np.diff(ends)[rows], np.zeros(_GAP, np.int64)]
            numbers += [scale(page.seen.numbers[rows]), np.zeros((_GAP, len(scale.mean)))]
            taken = rows.stop - rows.start
            real += [np.ones(taken), np.zeros(_GAP)]
            owner.append(np.full(taken + _GAP, index))
            labels = page.classes[rows]
            classes += [labels, np.full(_GAP, UNKNOWN)]
            words = np.minimum(page.seen.words[rows], _MOST_WORDS) + _LEAST_WORDS
            words = words * ((labels == CONTENT) | (labels == BOILERPLATE))
            weights += [page.weight * words / max(_SHORT, words.sum()), np.zeros(_GAP)]
        told = np.concatenate(spoken)
        self.numbers = _tensor(numbers)
        self.tokens = torch.from_numpy(np.concatenate(tokens))
        self.offsets = torch.from_numpy(np.concatenate([[0], np.cumsum(told)]))
        self.share = torch.from_numpy((1 / np.sqrt(np.maximum(told, 1))).astype(np.float32))
        self.real = _tensor(real)[:, None]
        self.owner = torch.from_numpy(np.concatenate(owner))
        self.classes = torch.from_numpy(np.concatenate(classes).astype(np.int64))
        self.weights = _tensor(weights)
        checked = np.array([page.page.source != "silver" for page in pages], np.float32)
        self.checked = torch.from_numpy(checked)


class Scale:
    """Features in deviations from their mean."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        """Measure them on every second page."""
        everything = np.concatenate([page.seen.numbers for page in samples[::2]])
        self.mean: Numbers = everything.mean(axis=0)
        self.deviation: Numbers = everything.std(axis=0) + 1e-3

    def __call__(self, numbers: Numbers) -> Numbers:
        """Scale the features of some units."""
        return np.clip((numbers - self.mean) / self.deviation, -FAR, FAR)


class Net(nn.Module):
    """The net while it learns: as in reader.cleaning.nets.network, with noise."""

    def __init__(self, features: int) -> None:
        """Start with small random weights."""
        super().__init__()
        self.lexicon = nn.EmbeddingBag(BUCKETS, LEXICON, mode="sum", include_last_offset=True)
        nn.init.normal_(self.lexicon.weight, 0, 0.02)
        self.inwards = nn.Linear(features + LEXICON, WIDTH)
        self.convolutions = nn.ModuleList(nn.Linear(3 * WIDTH, WIDTH) for _ in DILATIONS)
        for layer in self.convolutions:
            nn.init.normal_(layer.weight, 0, 0.05)
            nn.init.zeros_(layer.bias)
        self.whole = nn.Linear(2 * WIDTH, WIDTH)
        self.hidden = nn.Linear(WIDTH, WIDTH)
        self.outwards = nn.Linear(WIDTH, 4)

    def forward(self, batch: Batch) -> Tensor:
        """Return log-odds of article, title, byline and date for each row."""
        told = self.lexicon(batch.tokens, batch.offsets) * batch.share[:, None]
        numbers = batch.numbers
        if self.training:
            kept = (torch.rand(batch.count, 1) > NO_LEXICON).float()
            told = told * kept[batch.owner]
            kept = (torch.rand(batch.count, numbers.shape[1]) > NO_FEATURE).float()
            numbers = numbers * kept[batch.owner] + NOISE * torch.randn_like(numbers)
        state = functional.relu(self.inwards(torch.cat([numbers, told], 1))) * batch.real
        rows, width = state.shape
        for dilation, layer in zip(DILATIONS, self.convolutions, strict=True):
            padded = functional.pad(state, (0, 0, dilation, dilation))
            seen = torch.cat([padded[:rows], state, padded[2 * dilation :]], 1)
            change = functional.dropout(functional.relu(layer(seen)), DROP, self.training)
            state = (state + change) * batch.real
        sizes = torch.zeros(batch.count, 1).index_add_(0, batch.owner, batch.real).clamp(min=1)
        mean = torch.zeros(batch.count, width).index_add_(0, batch.owner, state) / sizes
        rowwise = batch.owner[:, None].expand(-1, width)
        most = torch.zeros(batch.count, width).scatter_reduce_(0, rowwise, state, "amax")
        around = self.whole(torch.cat([mean, most], 1))
        answer: Tensor = self.outwards(functional.relu(self.hidden(state) + around[batch.owner]))
        return answer


def fitted(samples: Sequence[Sample], scale: Scale, seed: int) -> Net:
    """Train a net; the same samples and seed give the same one on the same machine."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    net = Net(len(scale.mean))
    lexicon = list(net.lexicon.parameters())
    others = [each for name, each in net.named_parameters() if not name.startswith("lexicon")]
    optimiser = torch.optim.AdamW(
        [
            {"params": lexicon, "lr": LEXICON_RATE, "weight_decay": LEXICON_DECAY},
            {"params": others, "lr": RATE, "weight_decay": DECAY},
        ]
    )
    units = sum(min(len(page.classes), CROP) for page in samples)
    steps = (units // BATCH + 2) * EPOCHS + 20
    rates = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [LEXICON_RATE, RATE], total_steps=steps, pct_start=0.15
    )
    for _ in range(EPOCHS):
        for pages in _batches(samples, chance):
            loss = _loss(net, Batch(pages, scale, chance))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            rates.step()
    return net.eval()


def answers(net: Net, samples: Sequence[Sample], scale: Scale) -> list[NDArray[np.float64]]:
    """Return for each page the chances of its units."""
    with torch.no_grad():
        return [
            torch.sigmoid(net(Batch([page], scale, None))[: len(page.classes), 0]).double().numpy()
            for page in samples
        ]


def _batches(samples: Sequence[Sample], chance: random.Random) -> Iterator[list[Sample]]:
    order = list(range(len(samples)))
    chance.shuffle(order)
    batch: list[Sample] = []
    size = 0
    for index in order:
        batch.append(samples[index])
        size += min(len(samples[index].classes), CROP)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _loss(net: Net, batch: Batch) -> Tensor:
    answer = net(batch)
    cross = functional.binary_cross_entropy_with_logits
    article = cross(answer[:, 0], (batch.classes == CONTENT).float(), reduction="none")
    kinds = (TITLE, BYLINE, DATE)
    others = torch.zeros_like(article)
    for column, kind in enumerate(kinds, 1):
        others = others + cross(
            answer[:, column], (batch.classes == kind).float(), reduction="none"
        )
    sure = batch.checked[batch.owner] * (batch.classes != UNKNOWN)
    auxiliary = (others * sure).sum() / sure.sum().clamp(min=1)
    return (article * batch.weights).sum() / batch.count + _AUXILIARY * auxiliary


def _tensor(parts: Sequence[NDArray[Any]]) -> Tensor:
    return torch.from_numpy(np.concatenate(parts).astype(np.float32))
