"""Fitting one net with PyTorch. Its shape is that of reader/cleaning/nets/network.py."""

import random
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from reader.cleaning.nets.dom import NAMES
from reader.cleaning.nets.features import ACROSS, BUCKETS, OWN, PLACED, SAID, Numbers
from reader.cleaning.nets.network import DILATIONS, FAR, LATER
from reader.cleaning.repetition import MANY, MOST, SOME
from tools.judge.pages import BOILERPLATE, BYLINE, CONTENT, DATE, TITLE, UNKNOWN, Sample

WIDTH = 32
LEXICON = 4  # columns of the lexicon
GATES = {"text": 8, "page": 8}
EPOCHS = {"text": 6, "page": 12}
BATCH = 3000  # units
CROP = 600  # units of a page that are seen at a time
RATE, LEXICON_RATE = 4e-3, 8e-3
DECAY, LEXICON_DECAY = 1e-4, 2e-2


class Noise(NamedTuple):
    """What a net has to do without while it learns, so that it leans on nothing alone."""

    units: float  # share of what a layer says
    lexicon: float  # share of the pages whose words are not known
    names: float  # and of those whose elements have no names
    feature: float  # share of the pages on which a feature is not known
    blur: float  # deviations
    repeated: float  # share of the pages seen as if other pages of their site were known


NOISE = {
    "text": Noise(0.2, 0.3, 0.0, 0.1, 0.1, 0.35),
    "page": Noise(0.2, 0.4, 0.5, 0.1, 0.1, 0.35),
}

_GAP = max(DILATIONS)  # empty rows between two pages
_AUXILIARY = 0.2  # weight of telling titles, bylines and dates
_MOST_WORDS, _LEAST_WORDS = 60.0, 4.0  # of a unit, that count
_SHORT = 60.0  # words of a page that weighs less than others
_LEVEL = OWN + PLACED + SAID + ACROSS  # column of repetition on the site; the next: of any line
_SAME_BOX = 0.25  # of the boxes of such a page hold something else on every page
_SHARED, _SHARED_SOME, _SHARED_UNKNOWN, _SHARED_ARTICLE = 0.92, 0.06, 0.3, 0.01  # of lines


class Batch:
    """Pages one after the other, with empty rows between them."""

    def __init__(
        self,
        pages: Sequence[Sample],
        scale: "Scale",
        chance: random.Random | None = None,
        repeated: float = 0.0,
    ) -> None:
        """With `chance` a part of long pages is taken, and a share of them made `repeated`."""
        self.count = len(pages)
        words, names, owner = _Bags(), _Bags(), []
        numbers: list[NDArray[Any]] = []
        real: list[NDArray[Any]] = []
        classes: list[NDArray[Any]] = []
        weights: list[NDArray[Any]] = []
        for index, page in enumerate(pages):
            size = len(page.classes)
            start = chance.randrange(size - CROP) if chance and size > CROP else 0
            rows = slice(start, min(size, start + CROP) if chance else size)
            words.add(page.seen.buckets, page.seen.first, rows)
            if page.seen.names is not None and page.seen.named is not None:
                names.add(page.seen.names, page.seen.named, rows)
            seen = page.seen.numbers[rows]
            if chance and chance.random() < repeated:
                seen = _as_repeated(seen, page.classes[rows], chance)
            numbers += [scale(seen), np.zeros((_GAP, len(scale.mean)))]
            taken = rows.stop - rows.start
            real += [np.ones(taken), np.zeros(_GAP)]
            owner.append(np.full(taken + _GAP, index))
            labels = page.classes[rows]
            classes += [labels, np.full(_GAP, UNKNOWN)]
            counts = np.minimum(page.seen.words[rows], _MOST_WORDS) + _LEAST_WORDS
            counts = counts * ((labels == CONTENT) | (labels == BOILERPLATE))
            weights += [page.weight * counts / max(_SHORT, counts.sum()), np.zeros(_GAP)]
        self.numbers = _tensor(numbers)
        self.words = words.tensors()
        self.names = names.tensors() if names.buckets else None
        self.real = _tensor(real)[:, None]
        self.owner = torch.from_numpy(np.concatenate(owner))
        self.classes = torch.from_numpy(np.concatenate(classes).astype(np.int64))
        self.weights = _tensor(weights)


class _Bags:
    """Buckets of the units of pages, with empty rows between pages."""

    def __init__(self) -> None:
        self.buckets: list[NDArray[Any]] = []
        self.counts: list[NDArray[Any]] = []

    def add(self, buckets: NDArray[np.int64], first: NDArray[np.int64], rows: slice) -> None:
        """Those of some units of a page."""
        ends = np.append(first, len(buckets))
        self.buckets.append(buckets[ends[rows.start] : ends[rows.stop]])
        self.counts += [np.diff(ends)[rows], np.zeros(_GAP, np.int64)]

    def tensors(self) -> tuple[Tensor, Tensor, Tensor]:
        """Buckets, where those of each row begin, and what its sum is multiplied by."""
        counts = np.concatenate(self.counts)
        share = (1 / np.sqrt(np.maximum(counts, 1))).astype(np.float32)
        starts = np.concatenate([[0], np.cumsum(counts)])
        buckets = torch.from_numpy(np.concatenate(self.buckets))
        return buckets, torch.from_numpy(starts), torch.from_numpy(share)[:, None]


def _as_repeated(
    numbers: Numbers, labels: NDArray[np.int64], chance: random.Random
) -> NDArray[np.float32]:
    """The features as if other pages of the site held most of what is not article."""
    made = numbers.copy()
    share, level = 0.0, MOST
    for row, label in enumerate(labels.tolist()):
        if row == 0 or label != labels[row - 1] or not chance.randrange(12):  # another box
            share = 0.0 if chance.random() < _SAME_BOX else _SHARED
            level = MANY if chance.random() < 1 / 5 else MOST
        here = share
        if label != BOILERPLATE:
            here = _SHARED_UNKNOWN * share if label == UNKNOWN else _SHARED_ARTICLE
        said = chance.random()
        made[row, _LEVEL] = level if said < here else SOME if said < here + _SHARED_SOME else 0
    made[:, _LEVEL + 1] = 1
    return made


class Scale:
    """Features in deviations from their mean; those of repetition as they are."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        """Measure them on every second page."""
        everything = np.concatenate([page.seen.numbers for page in samples[::2]])
        self.mean: Numbers = everything.mean(axis=0)
        self.deviation: Numbers = everything.std(axis=0) + 1e-3
        self.mean[_LEVEL : _LEVEL + 2] = 0
        self.deviation[_LEVEL : _LEVEL + 2] = 1

    def __call__(self, numbers: Numbers) -> Numbers:
        """Scale the features of some units."""
        return np.clip((numbers - self.mean) / self.deviation, -FAR, FAR)


class Net(nn.Module):
    """The net while it learns: as in reader.cleaning.nets.network, with noise."""

    def __init__(self, features: int, kind: str) -> None:
        """Start with small random weights; a net for a "page" has a table of names too."""
        super().__init__()
        self.noise = NOISE[kind]
        self.lexicon = _table(BUCKETS)
        self.names = _table(NAMES) if kind == "page" else None
        columns = features + LEXICON * (2 if self.names else 1)
        self.inwards = nn.Linear(columns, WIDTH)
        self.convolutions = _convolutions(DILATIONS)
        gates = GATES[kind]
        self.gates = nn.Linear(WIDTH, gates) if gates else None
        self.counted = nn.Linear(WIDTH + 2 * gates, WIDTH) if gates else None
        self.later = _convolutions(LATER if gates else ())
        self.whole = nn.Linear(2 * WIDTH, WIDTH)
        self.hidden = nn.Linear(WIDTH, WIDTH)
        self.outwards = nn.Linear(WIDTH, 4)

    def forward(self, batch: Batch) -> Tensor:
        """Return log-odds of article, title, byline and date for each row."""
        numbers = batch.numbers
        if self.training:
            kept = (torch.rand(batch.count, numbers.shape[1]) > self.noise.feature).float()
            numbers = numbers * kept[batch.owner] + self.noise.blur * torch.randn_like(numbers)
        told = [numbers, self._told(self.lexicon, batch.words, self.noise.lexicon, batch)]
        if self.names is not None and batch.names is not None:
            told.append(self._told(self.names, batch.names, self.noise.names, batch))
        state = functional.relu(self.inwards(torch.cat(told, 1))) * batch.real
        state = self._convolved(state, self.convolutions, DILATIONS, batch)
        if self.gates is not None and self.counted is not None:
            counted = torch.cat([state, *_counted(torch.sigmoid(self.gates(state)), batch)], 1)
            state = state + functional.relu(self.counted(counted)) * batch.real
            state = self._convolved(state, self.later, LATER, batch)
        width = state.shape[1]
        sizes = torch.zeros(batch.count, 1).index_add_(0, batch.owner, batch.real).clamp(min=1)
        mean = torch.zeros(batch.count, width).index_add_(0, batch.owner, state) / sizes
        rowwise = batch.owner[:, None].expand(-1, width)
        most = torch.zeros(batch.count, width).scatter_reduce_(0, rowwise, state, "amax")
        around = self.whole(torch.cat([mean, most], 1))
        answer: Tensor = self.outwards(functional.relu(self.hidden(state) + around[batch.owner]))
        return answer

    def _told(
        self, table: nn.EmbeddingBag, bags: tuple[Tensor, Tensor, Tensor], lost: float, batch: Batch
    ) -> Tensor:
        buckets, starts, share = bags
        told: Tensor = table(buckets, starts) * share
        if self.training:
            kept = (torch.rand(batch.count, 1) > lost).float()
            told = told * kept[batch.owner]
        return told

    def _convolved(
        self, state: Tensor, layers: nn.ModuleList, dilations: Sequence[int], batch: Batch
    ) -> Tensor:
        rows = len(state)
        for dilation, layer in zip(dilations, layers, strict=True):
            padded = functional.pad(state, (0, 0, dilation, dilation))
            seen = torch.cat([padded[:rows], state, padded[2 * dilation :]], 1)
            change = functional.dropout(
                functional.relu(layer(seen)), self.noise.units, self.training
            )
            state = (state + change) * batch.real
        return state


def _counted(let: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    """Logarithms of what gates let through down to each row of its page, and below it."""
    through = let.double() * batch.real
    totals = torch.zeros(batch.count, let.shape[1], dtype=torch.double)
    totals = totals.index_add_(0, batch.owner, through)
    before = torch.cumsum(totals, 0) - totals
    here = torch.cumsum(through, 0) - before[batch.owner]
    below = totals[batch.owner] - here
    return torch.log1p(here.clamp(min=0)).float(), torch.log1p(below.clamp(min=0)).float()


def _table(buckets: int) -> nn.EmbeddingBag:
    table = nn.EmbeddingBag(buckets, LEXICON, mode="sum", include_last_offset=True)
    nn.init.normal_(table.weight, 0, 0.02)
    return table


def _convolutions(dilations: Sequence[int]) -> nn.ModuleList:
    layers = nn.ModuleList(nn.Linear(3 * WIDTH, WIDTH) for _ in dilations)
    for layer in layers:
        nn.init.normal_(layer.weight, 0, 0.05)
        nn.init.zeros_(layer.bias)
    return layers


def fitted(samples: Sequence[Sample], scale: Scale, seed: int, kind: str) -> Net:
    """Train a net of a kind; the same samples and seed give the same one on the same machine."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    net = Net(len(scale.mean), kind)
    tables = ("lexicon", "names")
    lexicon = [each for name, each in net.named_parameters() if name.startswith(tables)]
    others = [each for name, each in net.named_parameters() if not name.startswith(tables)]
    optimiser = torch.optim.AdamW(
        [
            {"params": lexicon, "lr": LEXICON_RATE, "weight_decay": LEXICON_DECAY},
            {"params": others, "lr": RATE, "weight_decay": DECAY},
        ]
    )
    units = sum(min(len(page.classes), CROP) for page in samples)
    steps = (units // BATCH + 2) * EPOCHS[kind] + 20
    rates = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [LEXICON_RATE, RATE], total_steps=steps, pct_start=0.15
    )
    for _ in range(EPOCHS[kind]):
        for pages in _batches(samples, chance):
            loss = _loss(net, Batch(pages, scale, chance, NOISE[kind].repeated))
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
            torch.sigmoid(net(Batch([page], scale))[: len(page.classes), 0]).double().numpy()
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
    sure = (batch.classes != UNKNOWN).float()
    auxiliary = (others * sure).sum() / sure.sum().clamp(min=1)
    return (article * batch.weights).sum() / batch.count + _AUXILIARY * auxiliary


def _tensor(parts: Sequence[NDArray[Any]]) -> Tensor:
    return torch.from_numpy(np.concatenate(parts).astype(np.float32))
