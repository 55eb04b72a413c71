"""The trained nets: from features to the chance that a unit is article. Made by `make judge`.

Each is a dilated temporal convolution (Bai, Kolter and Koltun 2018) over the units of a document.
Gates may then count what stands above and below each unit, whatever the distance, as a few short
convolutions are told; the mean and the maximum of the whole document are added before the last
layer. One net reads texts, the other HTML pages, of which it knows the elements too.
"""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.cleaning.nets.features import Features, Numbers

WEIGHTS = Path(__file__).parent / "weights.npz"
DILATIONS = (1, 2, 4, 8, 16)  # units between the three a convolution looks at, before the gates
LATER = (1, 2, 4)  # and after them
FAR = 6.0  # deviations from the mean beyond which a feature is not followed
KINDS = ("text", "page")
_ARTICLE, _TITLE = 0, 1  # of the four columns of an answer; the net also learns bylines and dates


class Layer(NamedTuple):
    """An affine map from a columns to b."""

    weights: Numbers  # (a, b)
    bias: Numbers  # (b,)

    def __call__(self, values: Numbers) -> Numbers:
        """Apply it to rows."""
        return values @ self.weights + self.bias


class Network(NamedTuple):
    """One net; its tables have a row for each bucket of words, and of names of elements."""

    lexicon: Numbers
    names: Numbers | None
    inwards: Layer
    convolutions: tuple[Layer, ...]
    gates: Layer | None
    counted: Layer | None
    later: tuple[Layer, ...]  # where there are gates
    whole: Layer
    hidden: Layer
    outwards: Layer


class Said(NamedTuple):
    """How likely each of n units is to be what, 0 to 1."""

    article: NDArray[np.float64]  # (n,) part of the article's text
    title: NDArray[np.float64]  # (n,) the headline


class Trained(NamedTuple):
    """A net, and what its features are measured by."""

    mean: Numbers
    deviation: Numbers
    network: Network


def said(features: Features) -> Said:
    """Return what the net says of each unit."""
    trained = _trained("text" if features.names is None else "page")
    numbers = (features.numbers - trained.mean) / trained.deviation
    odds = _answer(trained.network, np.clip(numbers, -FAR, FAR), features).astype(np.float64)
    return Said(_sigmoid(odds[:, _ARTICLE]), _sigmoid(odds[:, _TITLE]))


def chances(features: Features) -> NDArray[np.float64]:
    """Return for each unit how likely it is to belong to the article, 0 to 1."""
    return said(features).article


def average(kind: str) -> Numbers:
    """Return the features of an average unit of the documents of a kind."""
    return _trained(kind).mean


def _sigmoid(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    even: NDArray[np.float64] = 1 / (1 + np.exp(-odds))
    return even


def _answer(network: Network, numbers: Numbers, features: Features) -> Numbers:
    """Return the log-odds of each unit to be article, title, byline and date, (n, 4)."""
    told = [numbers, _looked_up(network.lexicon, features.buckets, features.first)]
    if network.names is not None and features.names is not None and features.named is not None:
        told.append(_looked_up(network.names, features.names, features.named))
    state = np.maximum(network.inwards(np.concatenate(told, axis=1)), 0)
    state = _convolved(state, DILATIONS, network.convolutions)
    if network.gates is not None and network.counted is not None:
        state = state + np.maximum(network.counted(_counted(network.gates, state)), 0)
        state = _convolved(state, LATER, network.later)
    around = network.whole(np.concatenate([state.mean(axis=0), state.max(axis=0)]))
    answer: Numbers = network.outwards(np.maximum(network.hidden(state) + around, 0))
    return answer


def _looked_up(table: Numbers, buckets: NDArray[np.int64], first: NDArray[np.int64]) -> Numbers:
    """Return the sum of the rows of each unit's buckets, over the root of their number."""
    spoken = np.diff(np.append(first, len(buckets)))
    sums = np.zeros((len(first), table.shape[1]), np.float32)
    told = np.flatnonzero(spoken)
    if len(told):
        sums[told] = np.add.reduceat(table[buckets], first[told], axis=0)
        sums[told] /= np.sqrt(spoken[told, None])
    return sums


def _convolved(state: Numbers, dilations: tuple[int, ...], layers: tuple[Layer, ...]) -> Numbers:
    size, width = state.shape
    for dilation, layer in zip(dilations, layers, strict=True):
        padded = np.zeros((size + 2 * dilation, width), np.float32)
        padded[dilation : dilation + size] = state
        seen = [padded[:size], state, padded[2 * dilation :]]
        state = state + np.maximum(layer(np.concatenate(seen, axis=1)), 0)
    return state


def _counted(gates: Layer, state: Numbers) -> Numbers:
    """Return the state with the logarithm of what each gate let through down to here, and below."""
    through = np.cumsum(_sigmoid(gates(state).astype(np.float64)), axis=0)
    below = np.maximum(through[-1] - through, 0)
    return np.concatenate(
        [state, np.log1p(through).astype(np.float32), np.log1p(below).astype(np.float32)], axis=1
    )


@lru_cache(len(KINDS))
def _trained(kind: str) -> Trained:
    with np.load(WEIGHTS) as packed:
        arrays = {name: packed[name] for name in packed.files if name.startswith(f"{kind}.")}

    def part(name: str) -> Numbers:
        name = f"{kind}.{name}"
        values: Numbers = arrays[name].astype(np.float32)
        return values * arrays[f"{name}.scale"] if f"{name}.scale" in arrays else values

    def layer(name: str) -> Layer:
        return Layer(part(f"{name}.weights"), part(f"{name}.bias"))

    gated = f"{kind}.gates.weights" in arrays
    network = Network(
        part("lexicon"),
        part("names") if f"{kind}.names" in arrays else None,
        layer("inwards"),
        tuple(layer(f"convolution{each}") for each in range(len(DILATIONS))),
        layer("gates") if gated else None,
        layer("counted") if gated else None,
        tuple(layer(f"later{each}") for each in range(len(LATER) if gated else 0)),
        layer("whole"),
        layer("hidden"),
        layer("outwards"),
    )
    return Trained(part("mean"), part("deviation"), network)
