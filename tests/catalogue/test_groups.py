"""Pages count with those they have their clutter in common with, however they came to be here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.catalogue import Catalogue, clutter, groups
from reader.cleaning import fingerprint, goes_with, grouped
from reader.model import Sketch
from tests.catalogue.documents import clear, judge, judge_all, put


class Page(NamedTuple):
    """What is put into the catalogue under some name."""

    lines: frozenset[int]
    site: str  # starts with "/" where none is declared: a folder

    @property
    def sketch(self) -> Sketch:
        """Every line is clutter."""
        declared = not self.site.startswith("/")
        held = "".join(chr(0x4E00 + line) for line in sorted(self.lines))  # no digits: those go
        seal = abs(fingerprint(held + self.site * declared))
        return Sketch(-seal - 1 if declared else seal, self.lines, frozenset())


def of(*lines: int, site: str = "/dump") -> Page:
    return Page(frozenset(lines), site)


# Pages of two sites and of none, with some lines that all have.
lines = st.builds(
    lambda *parts: frozenset().union(*parts),
    st.sampled_from([(), range(10, 16), range(20, 26)]).map(frozenset),
    st.frozensets(st.integers(0, 3), max_size=3),
    st.frozensets(st.integers(10, 30), max_size=3),
)
pages = st.builds(Page, lines, st.sampled_from(["/a", "/a", "/a", "/b", "host"]))
changes = st.lists(
    st.tuples(st.sampled_from("ppppprr!"), st.sampled_from("abcdefgh"), pages), max_size=15
)
Change = tuple[str, str, Page]


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path)


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """One catalogue for many examples, each of which clears it."""
    return Catalogue(tmp_path_factory.mktemp("groups"))


def level(count: int, pages: int) -> int:
    return 0 if count < 2 else 3 if count * 2 >= pages else 1


def add(catalogue: Catalogue, name: str, page: Page) -> None:
    put(catalogue, name, sorted(page.lines), site=page.site, sketch=page.sketch)


def refresh(catalogue: Catalogue) -> list[str]:
    """Let all count where they belong; the names of those that had to be judged."""
    catalogue.refresh_levels(level, goes_with)
    return judge_all(catalogue)


def fill(catalogue: Catalogue, standing: Mapping[str, Page]) -> list[str]:
    for name, page in standing.items():
        add(catalogue, name, page)
    return refresh(catalogue)


def apply(catalogue: Catalogue, made: Iterable[Change]) -> dict[str, Page]:
    """Make these changes; what stands in the catalogue then."""
    standing: dict[str, Page] = {}
    for what, name, page in made:
        row = catalogue.named(name)
        if what == "p":
            add(catalogue, name, page)
            standing[name] = page
        elif what == "r" and row is not None:
            catalogue.remove(row)
            standing.pop(name, None)
        elif what == "!":
            refresh(catalogue)
    return standing


def from_scratch(standing: Mapping[str, Page]) -> dict[str, tuple[int, dict[int, int]]]:
    """What `repetition` must give for each of these pages."""
    where = grouped(
        [page.sketch for page in standing.values()], [p.site for p in standing.values()]
    )
    number = Counter(where)
    counts = Counter(
        (site, line)
        for page, site in zip(standing.values(), where, strict=True)
        for line in page.lines
    )
    return {
        name: (number[site], {n: counts[site, n] for n in page.lines if counts[site, n] > 1})
        for (name, page), site in zip(standing.items(), where, strict=True)
    }


def counted(catalogue: Catalogue) -> dict[str, tuple[int, dict[int, int]]]:
    names = catalogue.names([*catalogue.unjudged(), *dict(catalogue.columns(["name"]))])
    return {name: catalogue.repetition(row) for row, name in names.items()}


@given(made=changes)
def test_counts_are_those_of_all_pages_put_in_at_once(made: list[Change], anew: Catalogue) -> None:
    clear(anew)
    standing = apply(anew, made)
    refresh(anew)
    assert counted(anew) == from_scratch(standing)


@given(made=changes, name=st.sampled_from("abcdefgh"), page=pages | st.none())
def test_a_document_is_judged_again_exactly_when_its_levels_are_others(
    made: list[Change], name: str, page: Page | None, anew: Catalogue
) -> None:
    def levels() -> dict[str, dict[int, int]]:
        return {
            name: {line: found for line, count in counts.items() if (found := level(count, n))}
            for name, (n, counts) in counted(anew).items()
        }

    clear(anew)
    apply(anew, made)
    refresh(anew)
    before = levels()
    apply(anew, [("p" if page else "r", name, page or of())])
    judged = refresh(anew)
    after = levels()
    expected = {known for known in after if known in before and after[known] != before[known]}
    assert set(judged) == expected | ({name} if page else set())


@given(made=changes)
def test_nothing_is_left_of_pages_that_are_gone(made: list[Change], anew: Catalogue) -> None:
    clear(anew)
    for name in apply(anew, made):
        row = anew.named(name)
        assert row is not None
        anew.remove(row)
    refresh(anew)
    for table in (
        "site",
        "line",
        "departed",
        "fingerprint",
        "sketch",
        "departed_sketch",
        "clutter",
    ):
        assert anew._database.rows(f"SELECT * FROM {table}") == []


def test_a_site_lies_in_any_folder_and_a_folder_holds_any_sites(catalogue: Catalogue) -> None:
    north, south = range(10, 16), range(20, 26)
    fill(
        catalogue,
        {
            "1": of(*north, 1, site="/a"),
            "2": of(*south, 1, site="/a"),
            "3": of(*north, 2, site="/b"),
            "4": of(*south, 3, site="/a"),
            "5": of(*north, 1, 3, site="/a"),
            "6": of(1, 2, 30, 31, 32, 33, 34, 35, site="/a"),
        },
    )
    found = counted(catalogue)
    assert {name: pages for name, (pages, _) in found.items()} == {
        "1": 3, "2": 2, "3": 3, "4": 2, "5": 3, "6": 1,
    }  # fmt: skip
    assert found["3"][1] == dict.fromkeys(north, 3)


def test_pages_that_declare_nothing_go_with_one_that_does(catalogue: Catalogue) -> None:
    menu = range(10, 16)
    fill(catalogue, {"text": of(*menu, 1), "html": of(*menu, 2, site="host")})
    assert counted(catalogue)["text"] == (2, dict.fromkeys(menu, 2))
    assert counted(catalogue)["html"] == (2, dict.fromkeys(menu, 2))
    row = catalogue.named("text")
    assert row is not None
    assert catalogue.site_key(row) == "/dump"
    assert catalogue.site_keys() == {"/dump", "host"}
    assert catalogue.holding("/dump", [10]) == [row]
    assert catalogue.occurrences("/dump", [10, 11, 2]) == 2


def test_pages_that_declare_other_sites_are_apart_whatever_they_share(
    catalogue: Catalogue,
) -> None:
    menu = range(10, 16)
    fill(catalogue, {"a": of(*menu, 1, site="host"), "b": of(*menu, 2, site="other")})
    assert counted(catalogue) == {"a": (1, {}), "b": (1, {})}


def test_a_group_keeps_its_number_when_another_page_is_its_first(catalogue: Catalogue) -> None:
    together = [of(*range(10, 16), number) for number in range(100, 120)]
    together.sort(key=lambda page: page.sketch.seal, reverse=True)
    fill(catalogue, {f"{n}": page for n, page in enumerate(together[:10])})
    [before] = {site for (site,) in catalogue._database.rows("SELECT site FROM document")}
    for n, page in enumerate(together[10:], 10):
        assert fill(catalogue, {f"{n}": page}) == [f"{n}"]
    [after] = {site for (site,) in catalogue._database.rows("SELECT site FROM document")}
    assert after == before


def test_copies_of_one_page_are_no_site(catalogue: Catalogue) -> None:
    page = of(*range(10, 16))
    fill(catalogue, {"a": page, "b": page._replace(site="/b"), "c": of(1, 2, 3)})
    assert {name: pages for name, (pages, _) in counted(catalogue).items()} == {
        "a": 2, "b": 1, "c": 2,
    }  # fmt: skip


def test_what_was_judged_while_pages_moved_is_judged_again(catalogue: Catalogue) -> None:
    fill(catalogue, {"a": of(*range(10, 16), 1)})
    add(catalogue, "b", of(*range(10, 16), 2))
    row = catalogue.named("b")
    assert row is not None
    judge(catalogue, row)
    assert refresh(catalogue) == ["a", "b"]


def test_more_pages_than_one_portion_are_all_taken_in(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clutter, "PAGE", 7)
    monkeypatch.setattr(clutter, "FOLD", 50)
    monkeypatch.setattr(clutter, "BUCKETS", 5)
    monkeypatch.setattr(groups, "PAGE", 7)
    monkeypatch.setattr(groups, "REMEMBERED", 2)
    standing = {f"{n}": of(*range(10 * (n % 3), 10 * (n % 3) + 6), n + 100) for n in range(60)}
    fill(catalogue, dict(list(standing.items())[:40]))
    fill(catalogue, dict(list(standing.items())[40:]))
    assert counted(catalogue) == from_scratch(standing)
    for name in list(standing)[:50]:
        row = catalogue.named(name)
        assert row is not None
        catalogue.remove(row)
        del standing[name]
    refresh(catalogue)
    assert counted(catalogue) == from_scratch(standing)
