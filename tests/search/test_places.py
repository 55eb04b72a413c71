"""Where documents lie, by name."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Row
from reader.query import Alike, Field, parse
from reader.query.tree import every
from reader.search.paths import path_place
from reader.search.places import Folders, Places, strangers

PARTS = st.text(st.sampled_from("ab\x01é-."), min_size=1, max_size=2)
NAMES = st.lists(st.lists(PARTS, min_size=1, max_size=4).map("/".join), max_size=20)
ORDERED = ["letters.md", "north/1.txt", "north/old/2.txt", "Notes/3.txt", "notes/deep/4.txt"]


def folders(names: list[str]) -> Folders:
    return Folders(sorted(names, key=path_place))


def called(
    value: str, places: Places, names: list[str] = ORDERED, quoted: bool = False
) -> set[str]:
    return folders(names).called(Field("in", value, quoted=quoted), places)


def test_a_folder_directly_below_the_root_has_a_name_whatever_its_case() -> None:
    assert called("north", Places()) == called("NORTH/", Places()) == {"north/"}
    assert called("notes", Places()) == {"Notes/", "notes/"}
    for value in ("old", "deep", "letters.md", "nowhere"):
        assert called(value, Places()) == set()


def test_of_several_paths_the_folders_in_each_count() -> None:
    places = Places({"north": ("north/",), "Notes": ("Notes/",)}, ("north/", "Notes/"))
    assert called("old", places) == {"north/old/"}
    assert called("north", places) == {"north/"}
    assert called("deep", places) == set()


def test_a_star_asks_for_all_that_begin_so_unless_it_is_quoted() -> None:
    assert called("no*", Places()) == {"north/", "Notes/", "notes/"}
    assert called("no*", Places(), quoted=True) == set()
    assert called("no*", Places(), ["no*/a.txt"], quoted=True) == {"no*/"}


def test_a_collection_of_that_name_counts_with_all_that_is_open_of_it() -> None:
    places = Places({"press": ("north/", "z/"), "work/press": ("z/",), "away": ()})
    assert called("press", places) == {"north/", "z/"}
    assert called("Work/Press", places) == {"z/"}
    assert called("away", places) == set()


@given(NAMES, st.lists(PARTS.map("{}/".format), max_size=3))
def test_the_ranges_hold_exactly_the_names_that_begin_so(
    names: list[str], begun: list[str]
) -> None:
    ordered = sorted(names, key=path_place)
    found = [
        ordered[place]
        for first, beyond in Folders(ordered).ranges(dict.fromkeys(begun))
        for place in range(first, beyond)
    ]
    expected = [
        name for begin in dict.fromkeys(begun) for name in ordered if name.startswith(begin)
    ]
    assert found == expected


def test_the_beginning_that_all_have_is_all() -> None:
    assert list(folders(ORDERED).ranges([""])) == [(0, 5)]


def test_a_name_that_leads_nowhere_is_told_and_so_is_one_that_is_not_open() -> None:
    tree = parse("in:nowhere,north OR -(in:away sea)").tree
    assert list(strangers(tree, Places({"away": ()}), folders(ORDERED), lambda _: ())) == [
        "no collection or folder is called nowhere",
        "nothing of away is open here",
    ]


def test_a_document_that_is_not_here_is_told() -> None:
    tree = every((parse("dup:3f -(version:4a OR dup:5b)").tree, Alike("6c", (), 1)))
    known = {"3f": (Row(1),)}
    told = strangers(tree, Places(), folders(ORDERED), lambda name: known.get(name, ()))
    assert list(told) == [f"there is no document {name}" for name in ("4a", "5b", "6c")]
