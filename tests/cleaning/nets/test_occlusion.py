import numpy as np
import pytest

from reader.cleaning import ALONE
from reader.cleaning.nets import occlusion
from reader.cleaning.nets.dom import features_in_page
from reader.cleaning.nets.features import ACROSS, REASONS, features
from reader.cleaning.nets.network import average, chances
from reader.cleaning.nets.occlusion import ELEMENTS, FORM, LEXICON, PLACE, SITE, TOPIC, influences
from reader.cleaning.units import Unit, units
from reader.model import PLAIN, RawDocument
from reader.sources import parse_html

PROSE = (
    "The keeper of the lighthouse wrote home every week, and of {} letters most were about birds."
)


def page(*lines: str) -> list[Unit]:
    return units(RawDocument("text", lines, (PLAIN,) * len(lines)), ALONE)


ARTICLE = page(
    "Home", "News", "Sign in", "", "The Harbour Wall", "",
    *(line for n in range(6) for line in (PROSE.format(n), "")),
    "Share this article", "© 2020 All rights reserved",
)  # fmt: skip


IN_PAGE = units(
    parse_html(
        '<nav class="menu"><p>Home</p><p>News</p></nav><main><h1>The Harbour Wall</h1>'
        + "".join(f"<p>{PROSE.format(n)}</p>" for n in range(6))
        + '</main><footer class="foot"><p>About us</p></footer>'
    ),
    ALONE,
)


def test_every_unit_has_the_chance_the_nets_give_it_and_seven_groups() -> None:
    found = influences(ARTICLE)
    assert found.chances == tuple(chances(features(ARTICLE)).tolist())
    assert all(len({one.name for one in moved}) == 7 for moved in found.moved)


def test_the_elements_of_a_page_are_a_group_too() -> None:
    found = influences(IN_PAGE, in_page=True)
    assert found.chances == tuple(chances(features_in_page(IN_PAGE)).tolist())
    assert all(any(one.name == ELEMENTS for one in moved) for moved in found.moved)
    spoke = {one.name: one.weight for one in found.moved[0]}
    assert spoke[ELEMENTS] != 0


def test_other_pages_of_a_site_move_nothing_where_none_are_known() -> None:
    assert all(
        one.weight == 0 for moved in influences(ARTICLE).moved for one in moved if one.name == SITE
    )


def test_what_moved_most_comes_first_and_nothing_moves_more_than_all() -> None:
    for moved in influences(ARTICLE).moved:
        weights = [abs(one.weight) for one in moved]
        assert weights == sorted(weights, reverse=True)
        assert weights[0] <= 1


def test_a_group_that_is_as_on_average_moves_nothing() -> None:
    for kind, seen in (("text", features(ARTICLE)), ("page", features_in_page(IN_PAGE))):
        width = len(average(kind))
        assert seen.numbers.shape[1] == width
        columns = np.concatenate(list(occlusion._groups(width).values())).tolist()
        assert len(columns) == len(set(columns))
        assert {*range(width)} - set(columns) == {occlusion._NEAR_CLUTTER}


def test_the_groups_hold_the_columns_they_are_named_for() -> None:
    seen = features(ARTICLE).numbers
    groups = occlusion._groups(seen.shape[1])
    lexicon = seen[:, groups[LEXICON]]
    clutter = np.array([unit.clutter.certainty if unit.clutter else 0 for unit in ARTICLE])
    assert lexicon.shape[1] == len(REASONS)
    assert np.allclose(lexicon.max(axis=1), clutter)
    assert (seen[:, groups[PLACE][-ACROSS:]] == seen[0, groups[PLACE][-ACROSS:]]).all()
    assert ((seen[:, groups[TOPIC]] >= 0) & (seen[:, groups[TOPIC]] <= 1)).all()
    assert np.allclose(seen[:, groups[FORM][-1]], [unit.shape.prose for unit in ARTICLE])


def test_far_units_are_looked_at_at_once_without_meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    long = page(*(line for n in range(70) for line in (PROSE.format(n), "", "Share this", "")))
    together = influences(long)
    monkeypatch.setattr(occlusion, "_APART", len(long))
    apart = influences(long)
    for one, other in zip(together.moved, apart.moved, strict=True):
        weights = {each.name: each.weight for each in one}
        assert all(
            abs(weights[each.name] - each.weight) < 0.25
            for each in other
            if each.name != occlusion.AROUND
        )


def test_a_long_document_has_chances_only() -> None:
    long = page(*(["A line."] * (occlusion.MOST_UNITS + 1)))
    found = influences(long)
    assert len(found.chances) == len(long)
    assert set(found.moved) == {()}


def test_one_unit_is_enough() -> None:
    [moved] = influences(page("Home")).moved
    assert len(moved) == 7
