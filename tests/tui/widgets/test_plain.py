"""Plain widgets paint what Textual would compose of their lines."""

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.widgets.plain import Line, Plain

RED = Style(color="#ff0000", bgcolor="#000000")


class Counted(Widget):
    """Says its line numbers, as wide as it is."""

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        return Strip([Segment(f"{y:0{width}}", RED)], width)


class Quick(Counted, Plain):
    """The same, painted without Textual's composing."""


class Both(App[None]):
    CSS = "Counted { height: 4; } Line { height: 4; }"

    def compose(self) -> ComposeResult:
        yield Counted()
        with Line():
            yield Quick()


@pytest.fixture(params=[False, True], ids=["colours", "NO_COLOR"])
def no_color(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    if request.param:
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        monkeypatch.delenv("NO_COLOR", raising=False)
    return bool(request.param)


def painted(widget: Widget, crop: Region) -> list[tuple[str, Style | None]]:
    return [
        (segment.text, segment.style) for strip in widget.render_lines(crop) for segment in strip
    ]


@pytest.mark.parametrize("border", [False, True])
async def test_lines_are_those_of_any_widget(no_color: bool, border: bool) -> None:
    app = Both()
    async with app.run_test(size=(20, 10)) as pilot:
        slow, quick = app.query(Counted).results(Counted)
        if border:
            for widget in (slow, quick):
                widget.styles.border_left = ("solid", "#00ff00")
        await pilot.pause()
        for crop in (slow.size.region, Region(0, 0, 20, 4), Region(3, 1, 9, 2), Region(5, 3, 1, 1)):
            assert painted(quick, crop) == painted(slow, crop)
        colours = {style.color for _, style in painted(quick, Region(0, 0, 20, 1)) if style}
        assert (RED.color in colours) is not no_color
