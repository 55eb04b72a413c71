"""A folder is a registry: each module defines one constant. Must not know: what they are."""

import pkgutil
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")


def collect(package: str, constant: str, kind: type[T]) -> tuple[T, ...]:
    """Import each module of `package` in name order and return its `constant`.

    A module without one, or with one that is not a `kind`, is a mistake in the program: TypeError.
    """
    entries = []
    for module in pkgutil.iter_modules(import_module(package).__path__):
        entry = getattr(import_module(f"{package}.{module.name}"), constant, None)
        if not isinstance(entry, kind):
            raise TypeError(f"{package}.{module.name} must define {constant}: {kind.__name__}")
        entries.append(entry)
    return tuple(entries)
