"""What both apps share: keys in their order, colours, the terminal's manners."""

import codecs

import pytest
from textual import events
from textual.screen import Screen

from reader.tui.keyed import KeyedApp, forgive_keys
from reader.tui.look import DARK, LIGHT


class Listening(Screen[None]):
    """Writes down the keys it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def press(self, event: events.Key) -> bool:
        """Take every key."""
        self.heard.append(event.key)
        return True


class Small(KeyedApp):
    """An app with such a screen."""

    def get_default_screen(self) -> Screen[None]:
        """The one screen there is."""
        return Listening()


@pytest.mark.parametrize(
    ("wanted", "background", "palette"),
    [
        ("dark", "0;15", DARK),
        ("light", "", LIGHT),
        ("auto", "0;15", LIGHT),
        ("auto", "15;0", DARK),
        ("auto", "", DARK),
    ],
)
def test_the_theme_is_as_it_is_set_or_as_the_terminal_says(
    monkeypatch: pytest.MonkeyPatch, wanted: str, background: str, palette: object
) -> None:
    monkeypatch.setenv("COLORFGBG", background)
    assert Small(wanted).look.palette is palette


async def test_keys_typed_before_the_first_paint_come_after_it_and_a_line_feed_is_enter() -> None:
    app = Small("dark")
    async with app.run_test() as pilot:
        screen = app.screen
        assert isinstance(screen, Listening)
        await pilot.press("a", "ctrl+j")
        assert screen.heard == []
        app.painted()
        await pilot.pause()
        assert screen.heard == ["a", "enter"]
        await pilot.press("ctrl+j")
        assert screen.heard[-1] == "ctrl+j"


@pytest.mark.parametrize(("apart", "heard"), [(True, ["escape", "b"]), (False, ["alt+b"])])
async def test_alt_is_esc_and_a_key_unless_the_app_wants_it(apart: bool, heard: list[str]) -> None:
    app = Small("dark")
    app.ESC_AND_KEY = apart
    async with app.run_test() as pilot:
        app.painted()
        await pilot.pause()
        app.post_message(events.Key("alt+b", "b"))
        await pilot.pause()
        assert isinstance(app.screen, Listening)
        assert app.screen.heard == heard


def test_bytes_that_are_no_text_are_unknown_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    from textual.drivers import linux_driver  # noqa: PLC0415  # what is changed is put back

    monkeypatch.setattr(linux_driver, "getincrementaldecoder", codecs.getincrementaldecoder)
    forgive_keys()
    decoder = vars(linux_driver)["getincrementaldecoder"]("utf-8")
    assert decoder().decode(b"\xffa") == "\ufffda"
