"""dump as the shell sees it."""

from pathlib import Path

from tests.cli.running import shelf


def test_dump_prints_every_fact_of_every_collection_sorted(tmp_path: Path) -> None:
    kept = shelf(tmp_path)
    assert kept.reader("dump").out == ""
    kept.reader("tag", "+sea", "+later", "title:harbour")
    path = next(tmp_path.rglob("harbour.txt")).resolve()
    assert kept.reader("dump").out.splitlines() == [f'tag "{path}" later', f'tag "{path}" sea']
