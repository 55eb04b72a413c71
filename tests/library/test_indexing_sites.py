"""Pages of any sites in any folders, indexed in any order and in any number of runs."""

import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.library.folders import MENU, contents, opened, page, update


def dump() -> dict[str, str]:
    """Pages of two sites in one folder and of one of them in another, one of which says so."""
    files = {f"{n:03}.txt": page(n) for n in range(6)}
    files |= {f"{n:03}.txt": rival(n) for n in range(6, 11)}
    files |= {f"more/{n:03}.txt": page(n) for n in range(11, 13)}
    lines = "".join(f"<p>{line}</p>" for line in page(13).split("\n") if line)
    address = '<link rel="canonical" href="https://rival.example/13">'
    files["013.html"] = f"<html><head>{address}</head><body>{lines}</body></html>".replace(
        *("coast", "county")
    )
    files["014.txt"] = "Milk\nEggs\nNews\n"
    return files


def rival(number: int) -> str:
    """A page of another site."""
    lines = [line for line in page(number).split("\n") if line not in MENU]
    menu = ["The Rival", "News", "Markets", "Letters", "Crosswords and games", "Our shop", "Help"]
    return "\n".join([*menu, *lines]).replace("The Coast Paper", "The Rival")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(sorted(dump())), st.sets(st.integers(1, 14), max_size=3), st.data())
def test_sites_and_counts_depend_on_what_is_there_alone(
    order: list[str], ends: set[int], data: st.DataObject
) -> None:
    files = dump()
    with tempfile.TemporaryDirectory() as place:
        docs = Path(place) / "docs"
        (docs / "more").mkdir(parents=True)
        with opened(Path(place) / "home", docs) as library:
            for start, end in pairwise([0, *sorted(ends), len(order)]):
                for name in order[start:end]:
                    (docs / name).write_text(files[name], "utf-8")
                update(library)
            for name in data.draw(st.sets(st.sampled_from(order), max_size=6)):
                (docs / name).unlink()
            update(library)
            with opened(Path(place) / "other", docs) as fresh:
                assert contents(library) == contents(fresh)


def test_a_reason_counts_the_pages_of_the_site_not_of_the_folder(tmp_path: Path) -> None:
    banner = "A sentence that stands on all pages but the one which says of what site it is."
    docs = tmp_path / "docs"
    docs.mkdir()
    for name, text in dump().items():
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_text(text.replace("\n\nWord", f"\n\n{banner}\n\nWord"), "utf-8")

    with opened(tmp_path / "home", docs) as library:

        def reasons(name: str) -> set[str]:
            lines = library.page(library.document(name).row).lines
            return {line.reason for line in lines if line.text == banner}

        assert reasons("000.txt") == reasons("more/012.txt") == {"on 8 of 9 pages of this site"}
        assert reasons("007.txt") == {"on 5 of 5 pages of this site"}
        (docs / "more" / "012.txt").unlink()
        (docs / "020.txt").write_text(rival(20), "utf-8")
        update(library)
        assert reasons("000.txt") == {"on 7 of 8 pages of this site"}
        assert reasons("007.txt") == {"on 5 of 6 pages of this site"}
