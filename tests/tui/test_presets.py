from itertools import pairwise

import pytest

from reader.tui.actions import BROWSE, Keymap, Pane, for_pane
from reader.tui.presets import PRESETS
from reader.tui.remapping import effective
from reader.tui.written import read

LEAVING = {
    Pane.BLOCK: "leave_block",
    Pane.SELECTION: "leave_selection",
    Pane.HINTS: "leave_link",
    Pane.LINK: "leave_link",
}
"""What Esc does where not a pane has the keys, but something in it; nothing else is done there."""


def keys(name: str) -> Keymap:
    return effective({"preset": name}, "config.toml")


def sequences(name: str, pane: Pane) -> list[tuple[str, ...]]:
    return [
        tuple(each.split(" ")) for one in for_pane(pane, keys(name).actions) for each in one.keys
    ]


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("pane", Pane)
def test_no_key_of_a_preset_means_two_things_or_begins_another(name: str, pane: Pane) -> None:
    for shorter, longer in pairwise(sorted(sequences(name, pane))):
        assert longer[: len(shorter)] != shorter


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("pane", Pane)
def test_a_preset_has_all_actions_and_each_has_a_key_or_the_palette(name: str, pane: Pane) -> None:
    actions = for_pane(pane, keys(name).actions)
    assert {action.name for action in actions} == {action.name for action in for_pane(pane)}
    keyed = {action.name for action in actions if action.keys}
    assert {"palette", "help"} <= keyed or pane in LEAVING
    if PRESETS[name].letters:
        assert keyed == {action.name for action in actions}


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("pane", Pane)
def test_in_every_preset_escape_cancels(name: str, pane: Pane) -> None:
    cancelling = [one.name for one in for_pane(pane, keys(name).actions) if "escape" in one.keys]
    assert cancelling == [LEAVING.get(pane, "cancel")]


def test_every_change_of_a_preset_is_what_its_pane_has_then() -> None:
    for name, preset in PRESETS.items():
        for part, changes in preset.panes.items():
            for action, wanted in changes.items():
                have = {
                    key
                    for one in for_pane(Pane(part), keys(name).actions)
                    if one.name == action
                    for key in one.keys
                }
                assert have == set(read(wanted)), (name, part, action)


@pytest.mark.parametrize("pane", Pane)
def test_the_arrows_need_no_letter(pane: Pane) -> None:
    for sequence in sequences("arrows", pane):
        assert sequence == ("ctrl+j",) or all(
            len(key) > 1 and len(key.removeprefix("ctrl+")) > 1 for key in sequence
        )


def test_what_a_preset_takes_the_only_key_from_is_behind_a_comma() -> None:
    less = {action.name: action.keys for action in for_pane(Pane.FACETS, keys("less").actions)}
    assert less["top"] == ("g", "<", "home")
    assert less["collections"] == (", g c",)
    assert less["to_facets"] == ("T",)


def test_the_default_is_the_table_itself() -> None:
    assert keys("default") == Keymap()
    assert all(
        sequences("default", pane) == [tuple(k.split(" ")) for a in for_pane(pane) for k in a.keys]
        for pane in BROWSE
    )
