from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.tui.actions import ACTIONS, Keymap, Pane, for_pane
from reader.tui.keys import Keys, Pressed
from reader.tui.presets import PRESETS
from reader.tui.remapping import effective

PLACE = "config.toml"
KEYS = [
    *"0123456789abgjkqxzGTZ:/?,<",
    *("escape", "enter", "tab", "space", "up", "f2", "ctrl+x", "ctrl+w", "ctrl+c"),
]


def keys_of(keymap: Keymap, name: str, pane: Pane) -> list[str]:
    rows = for_pane(pane, keymap.actions)
    return [key for action in rows if action.name == name for key in action.keys]


def test_an_action_has_the_keys_it_is_given_wherever_it_is() -> None:
    keymap = effective({"theme": "F9, z t"}, PLACE)
    assert keymap.notes == ()
    for pane in (Pane.LIST, Pane.READER, Pane.FACETS):
        assert keys_of(keymap, "theme", pane) == ["f9", "z t"]
    assert Keys(keymap.actions).press(Pane.LIST, "f9").action is not None


def test_what_is_said_of_a_pane_counts_there_alone() -> None:
    keymap = effective({"down": "j, Down", "reader": {"down": "e"}}, PLACE)
    assert keys_of(keymap, "down", Pane.READER) == ["e"]
    assert keys_of(keymap, "down", Pane.LIST) == ["j", "down"]
    assert keys_of(keymap, "down", Pane.PROMPT) == ["ctrl+n"]


def test_a_letter_follows_the_keys_of_what_takes_one() -> None:
    keymap = effective({"set_bookmark": "B, g b letter"}, PLACE)
    assert keys_of(keymap, "set_bookmark", Pane.READER) == ["B letter", "g b letter"]


def test_a_key_goes_over_and_it_is_said_if_it_was_the_only_one() -> None:
    keymap = effective({"tag": "r", "list": {"zen": "<"}}, PLACE)
    assert keys_of(keymap, "toggle_read", Pane.LIST) == []
    assert keys_of(keymap, "top", Pane.LIST) == ["g g", "home"]
    assert keymap.notes == ("r is tag now, and toggle_read has no key (facets, list, reader)",)
    assert "toggle_read" in {action.name for action in for_pane(Pane.LIST, keymap.actions)}


def test_two_actions_can_change_their_keys() -> None:
    keymap = effective({"tag": "s", "toggle_star": "t"}, PLACE)
    assert keymap.notes == ()
    assert keys_of(keymap, "tag", Pane.READER) == ["s"]
    assert keys_of(keymap, "toggle_star", Pane.READER) == ["t"]


def test_a_key_can_be_taken_away_but_escape_cancels_always() -> None:
    keymap = effective({"quit": "", "cancel": "Ctrl-G"}, PLACE)
    assert keys_of(keymap, "quit", Pane.LIST) == []
    assert keys_of(keymap, "cancel", Pane.LIST) == ["escape", "ctrl+g"]


def test_keys_of_ones_own_come_on_top_of_a_preset() -> None:
    keymap = effective({"preset": "vim", "undo": "F7"}, PLACE)
    assert keys_of(keymap, "undo", Pane.LIST) == ["f7"]
    assert keys_of(keymap, "quit", Pane.LIST) == ["Z Z", "Z Q", "Q"]


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"preset": "vin"}, "config.toml: no preset 'vin' of keys; did you mean vim?"),
        ({"dwn": "j"}, "config.toml: keys.dwn is no action; did you mean down?"),
        ({"lst": {"down": "j"}}, "config.toml: keys.lst is no pane; did you mean list?"),
        ({"list": {"marc": "v"}}, "keys.list.marc is no action there; did you mean mark?"),
        ({"list": {"cycle": "v"}}, "the list has no such action, but reader: move it there"),
        ({"qqqq": "j"}, "there are: "),
        ({"down": "g"}, "begin alike: give top another key too"),
        ({"list": {"down": "r x"}}, r"r \(toggle_read\) begin alike"),
        ({"list": {"down": "i", "up": "i"}}, "i is given to down and to up .list."),
        ({"list": {"down": "i", "up": "i i"}}, "begin alike"),
        ({"prompt": {"up": "k"}}, "keys.prompt.up: k is text in the prompt"),
        ({"prompt": {"up": "Space"}}, "Space is text in the prompt"),
        ({"top": "9"}, "keys.top: 9 begins a count: choose another key"),
        ({"zen": "Esc"}, "keys.zen: Esc always cancels"),
        ({"zen": "g letter"}, "keys.zen: takes no letter"),
        ({"cancel": "g Esc"}, "Esc always cancels"),
        ({"reader": {"zen": "Ctrl-I"}}, "keys.reader.zen: a terminal cannot tell Ctrl-I from Tab"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_to_do(
    keys: Mapping[str, Any], sentence: str
) -> None:
    with pytest.raises(ReaderError, match=sentence) as refused:
        effective(keys, PLACE)
    assert str(refused.value).startswith("config.toml: ")
    assert "\n" not in str(refused.value)


@given(
    st.sampled_from(sorted(PRESETS)),
    st.sampled_from(Pane),
    st.lists(st.sampled_from(KEYS), max_size=12),
)
def test_escape_ends_whatever_sequence_was_begun(
    preset: str, pane: Pane, pressed: list[str]
) -> None:
    keys = Keys(effective({"preset": preset}, PLACE).actions)
    for key in pressed:
        keys.press(pane, key)
    keys.press(pane, "escape")
    assert not keys.clear()
    assert isinstance(keys.press(pane, "escape"), Pressed)


@given(
    st.dictionaries(
        st.sampled_from(sorted({action.name for action in ACTIONS})),
        st.lists(st.sampled_from(["a", "F9", "g g", "Ctrl-X u", "Z", "Down"]), max_size=2),
        max_size=4,
    )
)
def test_what_is_not_refused_leaves_no_key_with_two_meanings(wanted: dict[str, list[str]]) -> None:
    try:
        keymap = effective({name: ", ".join(keys) for name, keys in wanted.items()}, PLACE)
    except ReaderError:
        return
    for pane in Pane:
        rows = for_pane(pane, keymap.actions)
        sequences = [tuple(key.split(" ")) for action in rows for key in action.keys]
        assert len(set(sequences)) == len(sequences)
        begun = {one[:n] for one in sequences for n in range(1, len(one))}
        assert not begun & set(sequences)
        assert {action.name for action in rows} == {action.name for action in for_pane(pane)}
