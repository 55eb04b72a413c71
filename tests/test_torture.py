"""A few rounds of what `make torture` does hundreds of times."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.torture.__main__ import SCENARIOS

ROOT = Path(__file__).parent.parent
KIT = ROOT.parent / "shared" / "lab" / "torture"


def run(*words: str) -> str:
    """What a tool prints that must end well."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.skipif(not KIT.exists(), reason=f"the kit is not there: {KIT}")
@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_acknowledged_is_lost(name: str, tmp_path: Path) -> None:
    if name == "full" and os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    rounds = ("--rounds", "4", "--only", name, "--work", str(tmp_path))
    assert "lost 0 " in run("tools.torture", str(KIT), *rounds)


@pytest.mark.slow
def test_no_flipped_bit_does_harm(tmp_path: Path) -> None:
    said = run("tools.torture.flips", "9", "--seed", "3", "--work", str(tmp_path))
    assert said.endswith("9 flips, 0 did harm\n")
