"""What lists do not need is loaded later."""

import subprocess
import sys

LOADED = "import sys, reader.catalogue; print(*sys.modules)"


def test_a_list_loads_nothing_that_writes_or_unpacks() -> None:
    ran = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    loaded = {name for name in ran.stdout.split() if name.startswith("reader.catalogue.")}
    later = {"packing", "contents", "lines", "entries", "corrections", "copies", "clutter"}
    assert not {f"reader.catalogue.{name}" for name in later} & loaded
