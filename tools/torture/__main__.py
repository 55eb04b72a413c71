"""Runs the kit's crash loop over the library; prints a line of figures for each scenario.

    python -m tools.torture KIT [--rounds 500] [--only NAME…] [--work FOLDER]

KIT is the folder with `crash_loop.py`. Exits 1 where anything was lost, hung, or broke off with a
traceback. `full` wants to mount a small disk, so it needs root.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PYTHON = shlex.quote(sys.executable)
ROOT = Path(__file__).parent.parent.parent
OLDER = ROOT / "tests" / "marks" / "older" / "version_2.sql"
FOLDER = f"{PYTHON} -m tools.torture.folder $WORK/docs"
FIGURES = (
    "rounds",
    "killed",
    "acked",
    "lost",
    "check_failed",
    "check_hung",
    "hung",
    "tracebacks",
    "slowest_check_s",
    "seconds",
)


class Scenario(NamedTuple):
    """What is run and killed; words of the kit's command line."""

    run: str
    setup: str = FOLDER
    check: str = f"{PYTHON} -m tools.torture.check $WORK/docs"
    has: str = f"{PYTHON} -m tools.torture.check $WORK/docs --has"
    more: tuple[str, ...] = ()


TAG = f"exec {PYTHON} -m tools.torture.deeds $WORK/docs $ACK $ROUND"
INDEX = (
    f"{PYTHON} -m tools.torture.folder $WORK/docs $ROUND; exec {PYTHON} -m reader index $WORK/docs"
)
OPEN = f"{PYTHON} -m reader ls --in $WORK/docs"  # whatever room there is
UPGRADE = f"exec {PYTHON} -m reader dump >/dev/null"
SCENARIOS: Mapping[str, Scenario] = {
    "tagging": Scenario(TAG, more=("--min", "0.3", "--max", "1.5")),
    "writers": Scenario(TAG, more=("--parallel", "4", "--min", "0.5", "--max", "3")),
    "indexing": Scenario(INDEX, has="", more=("--min", "0.1", "--max", "2.5")),
    "first-run": Scenario(TAG, more=("--fresh", "--min", "0.05", "--max", "6", "--parallel", "2")),
    "upgrading": Scenario(
        UPGRADE,
        setup=f"{FOLDER} && {PYTHON} -m tools.torture.older {OLDER} $WORK/docs $ACK",
        more=("--fresh", "--min", "0.05", "--max", "0.7", "--parallel", "2"),
    ),
    "small-files": Scenario(TAG, more=("--fault", "fsize", "--max", "3")),
    # Something else fills the disk, and leaves another bit of room in each round.
    "full": Scenario(
        f"{PYTHON} -m tools.torture.ballast $WORK $ROUND; {TAG}",
        setup=f"{FOLDER} && {OPEN}",
        check=OPEN,
        more=("--fault", "tmpfs", "--tmpfs-kb", "60000", "--max", "4"),
    ),
}


def main() -> int:
    """Run the scenarios; 1 if any found something."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("kit", type=Path)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--only", nargs="+", choices=SCENARIOS, default=list(SCENARIOS))
    parser.add_argument("--work", type=Path, default=None)
    args = parser.parse_args()
    script = args.kit / "crash_loop.py"
    if not script.exists():
        sys.stderr.write(f"there is no {script}: name the folder of the kit\n")
        return 2
    with tempfile.TemporaryDirectory(dir=args.work) as work:
        return max(_run(script, name, Path(work) / name, args.rounds) for name in args.only)


def _run(script: Path, name: str, work: Path, rounds: int) -> int:
    """Run one scenario and print its figures; 1 if it found something."""
    scenario = SCENARIOS[name]
    words = ["--work", str(work), "--run", scenario.run, "--setup", scenario.setup]
    words += ["--check", scenario.check, *(("--has", scenario.has) if scenario.has else ())]
    words += ["--rounds", str(rounds), "--seconds", "36000", *scenario.more]
    folders = {
        f"READER_{kind}_DIR": str(work / "home" / kind.lower())
        for kind in ("CACHE", "DATA", "CONFIG", "STATE")
    }
    done = subprocess.run(
        [sys.executable, str(script), *words],
        cwd=ROOT,
        env={**os.environ, **folders, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        result = json.loads(done.stdout)
    except ValueError:
        sys.stdout.write(f"{name}: the loop itself failed: {done.stdout}{done.stderr}\n")
        return 1
    figures = "  ".join(f"{figure} {result[figure]}" for figure in FIGURES)
    sys.stdout.write(f"{name:12} {figures}  exits {result['exit_codes']}\n")
    if done.returncode:
        shown = {key: result[key] for key in ("lost_keys", "messages", "examples")}
        sys.stdout.write(json.dumps(shown, indent=1) + "\n")
    sys.stdout.flush()
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
