import re
from itertools import pairwise
from pathlib import Path

import pytest

from reader.library import Library
from reader.tui.actions import ACTIONS, GROUPS, LETTER, Action, Pane, for_pane
from tests.tui.showing import opened


def sequences(pane: Pane) -> list[tuple[str, ...]]:
    return [tuple(keys.split(" ")) for action in for_pane(pane) for keys in action.keys]


@pytest.mark.parametrize("pane", Pane)
def test_no_key_means_two_things_in_one_pane(pane: Pane) -> None:
    assert len(set(sequences(pane))) == len(sequences(pane))


@pytest.mark.parametrize("pane", Pane)
def test_no_key_that_does_something_begins_a_sequence(pane: Pane) -> None:
    for shorter, longer in pairwise(sorted(sequences(pane))):
        assert longer[: len(shorter)] != shorter


@pytest.mark.parametrize("pane", Pane)
def test_letters_are_text_in_the_prompt_and_digits_are_counts_elsewhere(pane: Pane) -> None:
    firsts = {sequence[0] for sequence in sequences(pane)}
    taken = "abcdefghijklmnopqrstuvwxyz /+-" if pane is Pane.PROMPT else "123456789"
    assert not firsts & set(taken)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: f"{action.name} {action.keys[0]}")
def test_every_action_says_what_it_does_and_belongs_to_a_group(action: Action) -> None:
    assert action.help
    assert action.group in GROUPS
    assert action.panes
    assert all(keys == keys.strip() and keys for keys in action.keys)


async def test_every_action_is_done_by_somebody_and_nobody_does_more(library: Library) -> None:
    async with opened(library) as reader:
        assert set(reader.screen.does) == {action.name for action in ACTIONS}


TESTS = Path(__file__).parent
PRESSING = re.compile(r"\.(?:press|rush)\((.*?)\n?\s*\)\n", re.DOTALL)


def pressed_in_tests() -> str:
    """What the tests of the screen press, as it is written there."""
    files = [*TESTS.rglob("test_*.py"), *(TESTS.parent / "terminal").glob("test_*.py")]
    return "\n".join(" ".join(PRESSING.findall(file.read_text("utf-8"))) for file in files)


def test_a_key_of_every_action_is_pressed_by_some_test() -> None:
    pressed = pressed_in_tests()
    quoted = re.findall(r""""([^"]+)"|'([^']+)'""", pressed)
    words = {LETTER, *(one or other for one, other in quoted)}
    typed = {one for word in words for one in (word, *word)}
    never = {
        action.name
        for action in ACTIONS
        if not any(all(key in typed for key in keys.split(" ")) for keys in action.keys)
    }
    assert not never, sorted(never)
