"""Each action of the table is pressed in each of its panes, and all that it changes is told.

`python -m tools.golden` writes the story again; read what differs before you keep it.
"""

import pytest

from reader.tui.actions import Pane
from reader.tui.keys import Keys
from tests.tui.deeds import GOLDEN, STILL, pairs, told

DEEDS = GOLDEN.read_text("utf-8") if GOLDEN.exists() else ""
HEADS = {
    tuple(line.partition(":")[0].split(" · ")) for line in DEEDS.splitlines() if line[:1].strip()
}


def test_every_action_of_the_table_is_pressed_in_each_of_its_panes() -> None:
    assert {(str(pane), action.name) for pane, action in pairs()} == HEADS


def test_every_action_does_something_that_can_be_told() -> None:
    still, head = set(), ("", "")
    for line in DEEDS.splitlines():
        if line[:1].strip():
            pane, _, name = line.partition(":")[0].partition(" · ")
            head = pane, name
        elif line.strip() == "nothing to be told":
            still.add(head)
    assert still == {(str(pane), name) for pane, name in STILL}


@pytest.mark.parametrize("pane", Pane)
def test_all_keys_of_an_action_lead_to_it(pane: Pane) -> None:
    for at, action in pairs():
        for sequence in action.keys if at is pane else ():
            keys = Keys()
            pressed = [keys.press(pane, key) for key in sequence.replace("letter", "a").split(" ")]
            assert pressed[-1].action is action


@pytest.mark.slow
@pytest.mark.parametrize("pane", Pane)
async def test_it_does_what_is_written_down_for_people_to_check(pane: Pane) -> None:
    written = [deed for deed in DEEDS.split("\n\n") if deed.startswith(f"{pane} · ")]
    assert (await told(pane)).rstrip("\n").split("\n\n") == [one.rstrip("\n") for one in written]
