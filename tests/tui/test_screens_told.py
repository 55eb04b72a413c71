"""The main screens are as they were when somebody last looked at them.

`python -m tools.golden screens` writes them again; look at what differs before you keep it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.deeds import documents
from tests.tui.screens_told import GOLDEN, Scene, place, shots, shown

SHOTS = [pytest.param(*shot, id=place(*shot).stem) for shot in shots()]


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    with documents() as path:
        yield path


@pytest.mark.parametrize(("scene", "size"), SHOTS)
async def test_a_screen_is_as_it_was(home: Path, scene: Scene, size: tuple[int, int]) -> None:
    assert await shown(home, scene, size, "dark") == place(scene, size).read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(("scene", "size"), SHOTS)
async def test_it_is_the_same_in_light(home: Path, scene: Scene, size: tuple[int, int]) -> None:
    assert await shown(home, scene, size, "light") == place(scene, size).read_text("utf-8")


def test_what_is_shown_no_more_is_not_kept() -> None:
    assert {*GOLDEN.iterdir()} == {place(*shot) for shot in shots()}
