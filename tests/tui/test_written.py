import pytest

from reader.errors import ReaderError
from reader.tui.actions import ACTIONS, PICKING, Action
from reader.tui.written import read, shown, shown_keys


@pytest.mark.parametrize(
    ("text", "sequences"),
    [
        ("g g, Home", ("g g", "home")),
        ("Ctrl-D,ctrl+u", ("ctrl+d", "ctrl+u")),
        ("PgDn, pagedown", ("pagedown",)),
        ("Enter", ("enter", "ctrl+j")),
        ("G, Comma, Esc", ("G", ",", "escape")),
        ("Shift-Tab, Ctrl-Right, F12", ("shift+tab", "ctrl+right", "f12")),
        ("Ctrl-X Ctrl-C, Ctrl-_", ("ctrl+x ctrl+c", "ctrl+underscore")),
        ("Alt-←, q Letter", ("alt+left", "q letter")),
        ("", ()),
    ],
)
def test_keys_are_read_as_people_write_them(text: str, sequences: tuple[str, ...]) -> None:
    assert read(text) == sequences


@pytest.mark.parametrize("action", [*ACTIONS, *PICKING], ids=lambda action: action.name)
def test_no_key_of_the_table_is_shown_as_another(action: Action) -> None:
    assert all(shown_keys(action))
    assert len(set(shown_keys(action))) == len(shown_keys(action))


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: f"{action.name} {action.keys[0]}")
def test_what_is_shown_can_be_written(action: Action) -> None:
    for sequence in action.keys:
        if sequence not in ("ctrl+j", "ctrl+h"):  # Enter and Backspace, as some terminals send them
            written = " ".join(shown(key) for key in sequence.split(" "))
            assert read(written)[0] == sequence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Ctrl-I", "from Tab"),
        ("ctrl+m", "from Enter"),
        ("Ctrl-J", "from Enter"),
        ("Ctrl-[", "from Esc"),
        ("g Ctrl-H", "from Backspace"),
        ("Alt-x", "arrows only"),
        ("Shift-a", "write A"),
        ("Ctrl-C", "copies"),
        ("g Ctrl-Q", "always quits"),
        ("Ctrl-Z", "aside"),
        ("gg", "apart by spaces"),
        ("F13", "F1 to F12"),
    ],
)
def test_a_key_that_cannot_be_is_refused_with_the_reason(text: str, sentence: str) -> None:
    with pytest.raises(ReaderError, match=sentence):
        read(text)
