import subprocess
import sys
from pathlib import Path

import pytest

from reader.library.history import FILE, MOST, remember, searched
from tests.library.folders import settings_in

MANY = """
import sys
from pathlib import Path
from reader.library.history import remember
from tests.library.folders import settings_in
for number in range(40):
    remember(settings_in(Path(sys.argv[1])), f"{sys.argv[2]} {number}")
"""


def test_the_latest_is_first_and_each_is_there_once(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    for query in ("fog", "rope", "fog", "tag:sea ", "a\nb", "\N{WAVING HAND SIGN} é"):
        remember(settings, query)
    assert searched(settings) == ["\N{WAVING HAND SIGN} é", "a b", "tag:sea", "fog", "rope"]


@pytest.mark.parametrize("query", ["", "  ", " secret", "\n"])
def test_nothing_and_what_begins_with_a_space_is_not_kept(tmp_path: Path, query: str) -> None:
    remember(settings_in(tmp_path), query)
    assert searched(settings_in(tmp_path)) == []


def test_so_many_are_kept_in_a_file_for_its_owner_only(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    settings.state.mkdir()
    (settings.state / FILE).write_text("".join(f"{n}\n" for n in range(MOST + 9)), "ascii")
    remember(settings, "last")
    found = searched(settings)
    assert (len(found), found[0], found[-1]) == (MOST, "last", "10")
    assert (settings.state / FILE).stat().st_mode & 0o777 == 0o600
    assert len((settings.state / FILE).read_text("ascii").splitlines()) == MOST


def test_programs_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", MANY, str(tmp_path), name]) for name in "abc"
    ]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    expected = {f"{name} {number}" for name in "abc" for number in range(40)}
    assert {*searched(settings_in(tmp_path))} == expected


def test_a_file_that_makes_no_sense_is_no_matter(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    settings.state.mkdir()
    (settings.state / FILE).write_bytes(b"fog\n\xff\xfe\0\n\n  \nrope")
    assert searched(settings)[0] == "rope"
    assert searched(settings)[-1] == "fog"
    remember(settings, "sea")
    assert searched(settings)[:2] == ["sea", "rope"]


def test_a_state_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    settings.state.write_text("in the way", "ascii")
    remember(settings, "fog")
    assert searched(settings) == []
