import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.actions import ACTIONS, Action, Pane
from reader.tui.keys import MAX_COUNT, Keys, Pressed, key_name


def typed(keys: Keys, pane: Pane, *sequence: str) -> Pressed:
    pressed = Pressed()
    for key in sequence:
        pressed = keys.press(pane, key)
    return pressed


def name(pressed: Pressed) -> str | None:
    return pressed.action.name if pressed.action else None


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: f"{action.name} {action.keys[0]}")
def test_every_key_of_the_table_comes_to_its_action(action: Action) -> None:
    for pane in action.panes:
        for keys in action.keys:
            assert typed(Keys(), pane, *keys.split(" ")) == Pressed(action)


def test_a_sequence_is_pending_until_it_is_complete() -> None:
    keys = Keys()
    assert keys.press(Pane.LIST, "g") == Pressed(pending="g")
    assert name(keys.press(Pane.LIST, "g")) == "top"


def test_what_may_follow_a_prefix_is_known_with_what_it_does() -> None:
    following = {keys: action.name for keys, action in Keys().continuations(Pane.READER, "z")}
    assert following == {
        "o": "open_fold",
        "a": "open_fold",
        "c": "close_fold",
        "R": "open_folds",
        "M": "close_folds",
        "l": "code_on",
        "right": "code_on",
        "h": "code_back",
        "left": "code_back",
    }
    assert Keys().continuations(Pane.READER, "3z") == Keys().continuations(Pane.READER, "z")
    assert Keys().continuations(Pane.READER, "3") == []


def test_a_key_that_continues_no_sequence_ends_it_and_does_nothing() -> None:
    keys = Keys()
    assert typed(keys, Pane.LIST, "g", "x") == Pressed()
    assert name(keys.press(Pane.LIST, "j")) == "down"


def test_digits_before_a_key_are_its_count() -> None:
    keys = Keys()
    assert keys.press(Pane.LIST, "1") == Pressed(pending="1")
    assert keys.press(Pane.LIST, "0") == Pressed(pending="10")
    pressed = keys.press(Pane.LIST, "j")
    assert (name(pressed), pressed.times) == ("down", 10)
    assert keys.press(Pane.LIST, "j").times is None


def test_a_count_stands_before_a_sequence_too() -> None:
    keys = Keys()
    assert typed(keys, Pane.LIST, "4", "g") == Pressed(pending="4g")
    assert keys.press(Pane.LIST, "g").times == 4


def test_a_zero_is_a_key_unless_it_continues_a_count() -> None:
    assert name(typed(Keys(), Pane.READER, "0")) == "usual_width"
    assert typed(Keys(), Pane.READER, "2", "0") == Pressed(pending="20")


@given(st.text("123456789", min_size=1, max_size=40))
def test_a_count_is_never_more_than_anybody_has_rows(digits: str) -> None:
    assert typed(Keys(), Pane.LIST, *digits, "j").times == min(int(digits), MAX_COUNT)


def test_digits_in_the_prompt_are_text() -> None:
    assert typed(Keys(), Pane.PROMPT, "2") == Pressed()


def test_what_was_typed_of_a_sequence_can_be_forgotten() -> None:
    keys = Keys()
    assert not keys.clear()
    typed(keys, Pane.LIST, "3", "g")
    assert keys.clear()
    assert not keys.clear()
    assert keys.press(Pane.LIST, "j").times is None


def test_printable_keys_go_by_what_they_print_and_others_by_name() -> None:
    assert key_name("question_mark", "?") == "?"
    assert key_name("upper_g", "G") == "G"
    assert key_name("space", " ") == "space"
    assert key_name("escape", "\x1b") == "escape"
    assert key_name("down", None) == "down"


@pytest.mark.parametrize("letter", ["a", "Z", "q"])
def test_a_letter_may_end_a_sequence_and_is_kept(letter: str) -> None:
    keys = Keys()
    assert name(typed(keys, Pane.READER, "m", letter)) == "set_bookmark"
    assert keys.letter == letter


@pytest.mark.parametrize("key", ["1", "é", "enter", "'"])
def test_what_is_no_letter_is_none(key: str) -> None:
    keys = Keys()
    assert name(typed(keys, Pane.READER, "m", key)) is None
    assert keys.letter == ""


def test_it_is_known_which_keys_a_pane_has() -> None:
    keys = Keys()
    assert keys.has(Pane.READER, "alt+left")
    assert keys.has(Pane.READER, "g")
    assert not keys.has(Pane.PROMPT, "alt+left")
