"""Which pages are of one site, told by their clutter."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import fingerprint, fingerprints, grouped, numbered, sketch
from reader.cleaning.sites import alike
from reader.model import PLAIN, Kind, Markup, RawDocument, Sketch

NORTH = (
    "Northlight", "Coast", "Harbours", "Weather", "Tide tables", "Write to the editor",
    "Share", "Read more", "Cookies",
)  # fmt: skip
SOUTH = (
    "The Slow Train", "Lines", "Stations", "Timetables", "About us", "Become a friend",
    "Share", "Read more", "Cookies",
)  # fmt: skip
PROSE = (
    "There are eleven iron bollards in the barley at Oster Vane, and nobody has tied a boat to"
    " them for three hundred years, because the sea is nine miles away."
)
OTHER = PROSE.replace("barley", "clover").replace("boat", "goat")


def document(*lines: str) -> RawDocument:
    return RawDocument("text", lines, (PLAIN,) * len(lines))


def known(*lines: str, declared: str = "") -> Sketch:
    raw = document(*lines)
    return sketch(raw, numbered(raw.lines), declared)


def page(menu: Sequence[str], *article: str, declared: str = "") -> Sketch:
    """A page with half of the menu above the article and half of it below."""
    half = len(menu) // 2
    return known(*menu[:half], "", *article, "", *menu[half:], declared=declared)


def own(number: int) -> tuple[str, ...]:
    """An article of its own."""
    name = chr(ord("a") + number)
    return f"Story {name * 3}", "", PROSE.replace("bollards", name * 9), "", f"The {name * 3} box"


def counted(pages: Sequence[Sketch], *keys: str) -> list[set[int]]:
    """Which of the pages are counted together, in their order."""
    found = grouped(pages, keys or ["/folder"] * len(pages))
    return [{n for n, key in enumerate(found) if key == one} for one in dict.fromkeys(found)]


def test_lines_are_prose_or_clutter() -> None:
    found = known("Menu", "", PROSE, "", "A caption", "", "Share", "")
    assert found.clutter == set(fingerprints(["Menu", "A caption", "Share"]))
    assert found.prose == {fingerprint(PROSE)}


@pytest.mark.parametrize("line", ["12 March 2021", "7", "…", "7 / 12"])
def test_dates_numbers_and_signs_are_no_clutter(line: str) -> None:
    assert known("Menu", line, "Share").clutter == {
        fingerprint("Menu"),
        fingerprint("Share"),
    }


def test_the_last_line_of_a_wrapped_paragraph_is_no_clutter() -> None:
    wrapped = "It was a morning of fog, and of all the ships only one had come"
    assert fingerprint("home.") not in known("Menu", wrapped, "home.", "Share").clutter
    assert fingerprint("home.") in known("Menu", wrapped, "", "home.").clutter


def test_front_matter_and_code_are_no_clutter() -> None:
    kinds = (Kind.META, Kind.CODE, Kind.HEADING, Kind.TEXT)
    raw = document("draft: no", "import os", "Follow us", "Share")
    raw = raw._replace(markup=tuple(map(Markup, kinds)))
    assert sketch(raw, numbered(raw.lines)).clutter == set(fingerprints(raw.lines[2:]))


def test_equal_pages_have_one_seal_and_others_have_others() -> None:
    page = known("Share", PROSE, "Menu")
    assert known("Menu ", "", "SHARE", PROSE).seal == page.seal
    assert len({page.seal, known("Share", PROSE).seal, known("Share", "Menu").seal}) == 3
    assert known("Share", declared="a").seal < 0 <= known("Share").seal
    assert known("Share", declared="a").seal != known("Share", declared="b").seal


def test_a_folder_of_several_sites_is_parted() -> None:
    pages = [page((NORTH, SOUTH)[n % 2], *own(n)) for n in range(12)]
    assert counted(pages) == [{0, 2, 4, 6, 8, 10}, {1, 3, 5, 7, 9, 11}]


def test_a_site_is_one_in_any_folders() -> None:
    pages = [page(NORTH, *own(n)) for n in range(4)]
    assert counted(pages, "/a", "/b", "/c", "/d") == [{0, 1, 2, 3}]


def test_what_all_sites_have_joins_none() -> None:
    menus = [[f"{word} {name * 3}" for word in SOUTH[:6]] + list(NORTH[6:]) for name in "abcdef"]
    pages = [page(menu, *own(n)) for n, menu in enumerate(menus)]
    assert counted(pages, *"abcdef") == [{n} for n in range(6)]


def test_a_copied_article_joins_no_sites() -> None:
    story = ("The harbour", "", PROSE, "", "a rope", "a lamp", "a hook", "a bucket", "", OTHER)
    pages = [page(menu, *own(n)) for menu in (NORTH, SOUTH) for n in range(3)]
    pages += [page(NORTH, *story), page(SOUTH, *story)]
    assert counted(pages) == [{0, 1, 2, 6}, {3, 4, 5, 7}]
    alone = [page(NORTH[:2], *story), page(SOUTH[:2], *story)]
    assert counted(alone, "/a", "/b") == [{0}, {1}]


def test_a_page_that_declares_its_site_takes_along_those_that_do_not() -> None:
    pages = [page(NORTH, *own(n)) for n in range(3)]
    pages.append(page(NORTH, *own(3), declared="north.example"))
    found = grouped(pages, ["/a", "/a", "/b", "north.example"])
    assert found == ["north.example"] * 4


def test_a_declared_site_is_never_another() -> None:
    pages = [page(NORTH, *own(n), declared=f"{n}.example") for n in range(3)]
    assert grouped(pages, ["0.example", "1.example", "2.example"]) == [
        "0.example", "1.example", "2.example",
    ]  # fmt: skip


def test_pages_with_little_in_common_stay_with_their_folder() -> None:
    assert grouped([known("Share"), known("Share", "Menu")], ["/a", "/b"]) == ["/a", "/b"]
    assert grouped([], []) == []
    assert grouped([known()], ["/a"]) == ["/a"]


def test_copies_of_one_page_are_no_site() -> None:
    copies = [page(NORTH, *own(0))] * 3
    assert grouped(copies, ["/a", "/b", "/c"]) == ["/a", "/b", "/c"]


def test_long_pages_are_compared_by_samples_of_their_lines() -> None:
    words = [f"{a}{b}" for a in "abcdefghij" for b in "klmnopqrst"]
    whole, half = known(*words), known(*words[::2])
    assert len(whole.clutter) < 100
    assert alike(whole, half)
    assert alike(whole, known(*words, *(word * 2 for word in words)))
    assert not alike(whole, known(*words[:6], *(word * 2 for word in words)))


templates = st.sampled_from([NORTH, SOUTH, NORTH[:5], ()])
lines = st.lists(st.sampled_from([*NORTH, *SOUTH, PROSE, OTHER, "", "a rope"]), max_size=6)
some = st.lists(
    st.builds(
        lambda menu, article, site: (page(menu, *article, declared=site), site or "/folder"),
        templates,
        lines,
        st.sampled_from(["", "", "", "x", "y"]),
    ),
    max_size=10,
)


@given(some, st.randoms(use_true_random=False))
def test_the_order_of_pages_does_not_matter(
    pages: list[tuple[Sketch, str]], random: Random
) -> None:
    order = list(range(len(pages)))
    random.shuffle(order)
    found = grouped(*zip(*pages, strict=True)) if pages else []
    other = grouped(*zip(*(pages[n] for n in order), strict=True)) if pages else []
    assert [found[n] for n in order] == other
