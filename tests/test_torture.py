"""A few rounds of the crash loop in every scenario; `python -m tools.torture` runs hundreds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.torture.__main__ import SCENARIOS

ROOT = Path(__file__).parent.parent
KIT = ROOT.parent / "shared" / "lab" / "torture"


@pytest.mark.slow
@pytest.mark.skipif(not KIT.exists(), reason=f"the kit is not there: {KIT}")
@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_acknowledged_is_lost(name: str, tmp_path: Path) -> None:
    if name == "full" and os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    words = ["tools.torture", str(KIT), "--rounds", "4", "--only", name, "--work", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "lost 0 " in done.stdout
