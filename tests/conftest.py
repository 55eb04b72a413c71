"""Fixtures and settings for every package's tests."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

SHARED = Path(__file__).parent.parent.parent / "shared"

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program has it: matrices are small

settings.register_profile("untimed", deadline=None)  # how long an example takes proves nothing
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Collections too large or not free enough for this repository; without them, skip."""
    if not SHARED.is_dir():
        pytest.skip("needs the collections in ../shared, which are not part of this repository")
    return SHARED
