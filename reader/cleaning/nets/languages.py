"""py3langid's model, asked in a way that needs less of the processor and of its caches.

Its tables take tens of megabytes, and most of the time that naming a language takes is waiting for
them and widening their numbers.
"""

from array import array
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MAGNITUDE = np.uint16(0x7FFF)  # all bits of a float of 16 but its sign
_WIDENED = 13  # more bits of the fraction in a float of 32
_REBIASED = np.float32(2.0**112)  # their exponents count from 127, not from 15


@lru_cache(1)
def identifier() -> Any:
    """Load the model: an identifier that answers as the library's does, to the last bit."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - heavy

    class Identifier(LanguageIdentifier):  # type: ignore[misc]  # it has no types
        __slots__ = ()

        def _sparse_score(self, visits: Mapping[int, int], table: NDArray[np.float16]) -> Any:
            return scores(visits, table) + self.nb_pc

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    if found.nb_ptc.dtype == np.float16 and (found.nb_ptc.view(np.uint16) > _MAGNITUDE).all():
        found.__class__ = Identifier
    for name, kind in (("_rowbase", "I"), ("tk_output", "i")):  # numbers in a list lie far apart
        if isinstance(numbers := getattr(found, name, None), list):
            setattr(found, name, array(kind, numbers))
    return found


def scores(visits: Mapping[int, int], table: NDArray[np.float16]) -> NDArray[np.float32]:
    """Return for each language what the features say that were counted; the table is negative."""
    places = np.fromiter(visits.keys(), np.intp, len(visits))
    counts = np.fromiter(visits.values(), np.float32, len(visits))
    total: NDArray[np.float32] = np.log1p(counts) @ widened(table[places])
    return total


def widened(numbers: NDArray[np.float16]) -> NDArray[np.float32]:
    """Return negative numbers as floats of 32 bits; numpy converts one after the other."""
    bits = numbers.view(np.uint16) & _MAGNITUDE
    wide: NDArray[np.float32] = np.left_shift(bits, _WIDENED, dtype=np.uint32).view(np.float32)
    wide *= -_REBIASED
    return wide
