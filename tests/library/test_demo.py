"""Where the demo's documents are found."""

import os
import subprocess
import sys
from pathlib import Path

import reader
from reader.library.collection import Collection
from reader.library.demo import corpus

PACKAGE = Path(reader.__file__).parent


def found_by(site: Path) -> str:
    """What a reader that is installed in this folder says its documents are."""
    ran = subprocess.run(
        [sys.executable, "-c", "from reader.library.demo import corpus; print(corpus())"],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.stdout.strip() or ran.stderr.strip().splitlines()[-1]


def installed(site: Path) -> Path:
    """A reader in a folder of its own, with no documents yet."""
    (site / "reader").mkdir(parents=True)
    for part in PACKAGE.iterdir():
        if part.suffix == ".py" or (part / "__init__.py").exists():
            (site / "reader" / part.name).symlink_to(part)
    return site


def test_all_of_the_demo_can_be_read() -> None:
    entries = list(Collection.of([corpus()]).entries())
    assert entries
    assert not [entry for entry in entries if entry.skipped]


def test_documents_inside_the_package_win_over_those_beside_it(tmp_path: Path) -> None:
    site = installed(tmp_path / "site")
    (site / "docs_corpus").mkdir()
    assert found_by(site) == str(site / "docs_corpus")
    (site / "reader" / "docs_corpus").mkdir()
    assert found_by(site) == str(site / "reader" / "docs_corpus")


def test_documents_that_are_missing_are_a_sentence(tmp_path: Path) -> None:
    said = found_by(installed(tmp_path / "site"))
    assert said.endswith("the demo's documents are missing: install reader again")
