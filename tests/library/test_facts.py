"""All marks as text, of whatever collection."""

import json
from pathlib import Path

from reader.library.facts import facts
from reader.model import Position
from tests.library.folders import fill, opened, settings_in


def test_the_facts_of_all_collections_are_told_sorted(tmp_path: Path) -> None:
    one, two = fill(tmp_path / "one", range(2)), fill(tmp_path / "two", range(1))
    for docs in (two, one):
        with opened(tmp_path / "home", docs) as library:
            document = library.document("000.txt")
            library.tag([document.row], ["sea", "old"], [])
            library.set_position(document, Position(3, 4))
    first, second = (json.dumps(str(docs / "000.txt")) for docs in (one, two))
    told = list(facts(settings_in(tmp_path / "home")))
    assert told == sorted(told)
    assert [line for line in told if not line.startswith("file ")] == [
        f"position {first} 3:4",
        f"position {second} 3:4",
        f"tag {first} old",
        f"tag {first} sea",
        f"tag {second} old",
        f"tag {second} sea",
    ]


def test_where_nobody_noted_anything_there_are_no_facts(tmp_path: Path) -> None:
    assert list(facts(settings_in(tmp_path / "home"))) == []
