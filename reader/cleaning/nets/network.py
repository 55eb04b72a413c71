"""The trained nets: from features to the chance that a unit is article. Made by `make judge`.

Each is a dilated temporal convolution (Bai, Kolter and Koltun 2018) over the units of a document,
with the mean and the maximum of the whole document added before the last layer.
"""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.cleaning.nets.features import Features, Numbers

WEIGHTS = Path(__file__).parent / "weights.npz"
DILATIONS = (1, 2, 4, 8, 16)  # units between the three a convolution looks at
FAR = 6.0  # deviations from the mean beyond which a feature is not followed


class Layer(NamedTuple):
    """An affine map from a columns to b."""

    weights: Numbers  # (a, b)
    bias: Numbers  # (b,)

    def __call__(self, values: Numbers) -> Numbers:
        """Apply it to rows."""
        return values @ self.weights + self.bias


class Network(NamedTuple):
    """One net; the lexicon has a row for each bucket of words."""

    lexicon: Numbers
    inwards: Layer
    convolutions: tuple[Layer, ...]
    whole: Layer
    hidden: Layer
    outwards: Layer


class Trained(NamedTuple):
    """The nets whose answers are averaged, and what features are measured by."""

    mean: Numbers
    deviation: Numbers
    networks: tuple[Network, ...]


def chances(features: Features) -> NDArray[np.float64]:
    """Return for each unit how likely it is to belong to the article, 0 to 1."""
    trained = _trained()
    numbers = (features.numbers - trained.mean) / trained.deviation
    numbers = np.clip(numbers, -FAR, FAR)
    answers = [_answer(network, numbers, features) for network in trained.networks]
    likely: NDArray[np.float64] = np.mean(1 / (1 + np.exp(-np.array(answers, np.float64))), axis=0)
    return likely


def _answer(network: Network, numbers: Numbers, features: Features) -> Numbers:
    """Return the log-odds of each unit."""
    spoken = np.diff(np.append(features.first, len(features.buckets)))
    sums = np.zeros((len(numbers), network.lexicon.shape[1]), np.float32)
    told = np.flatnonzero(spoken)
    if len(told):
        rows = network.lexicon[features.buckets]
        sums[told] = np.add.reduceat(rows, features.first[told], axis=0)
        sums[told] /= np.sqrt(spoken[told, None])
    state = np.maximum(network.inwards(np.concatenate([numbers, sums], axis=1)), 0)
    size, width = state.shape
    for dilation, layer in zip(DILATIONS, network.convolutions, strict=True):
        padded = np.zeros((size + 2 * dilation, width), np.float32)
        padded[dilation : dilation + size] = state
        seen = [padded[:size], state, padded[2 * dilation :]]
        state = state + np.maximum(layer(np.concatenate(seen, axis=1)), 0)
    around = network.whole(np.concatenate([state.mean(axis=0), state.max(axis=0)]))
    answer: Numbers = network.outwards(np.maximum(network.hidden(state) + around, 0))
    return answer[:, 0]


@lru_cache(1)
def _trained() -> Trained:
    with np.load(WEIGHTS) as packed:
        arrays = {name: packed[name] for name in packed.files}

    def part(name: str) -> Numbers:
        values: Numbers = arrays[name].astype(np.float32)
        return values * arrays[f"{name}.scale"] if f"{name}.scale" in arrays else values

    def layer(name: str) -> Layer:
        return Layer(part(f"{name}.weights"), part(f"{name}.bias"))

    def network(number: int) -> Network:
        return Network(
            part(f"{number}.lexicon"),
            layer(f"{number}.inwards"),
            tuple(layer(f"{number}.convolution{each}") for each in range(len(DILATIONS))),
            layer(f"{number}.whole"),
            layer(f"{number}.hidden"),
            layer(f"{number}.outwards"),
        )

    count = sum(name.endswith(".lexicon") for name in arrays)
    return Trained(part("mean"), part("deviation"), tuple(network(each) for each in range(count)))
