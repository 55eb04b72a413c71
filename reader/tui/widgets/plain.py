"""Widgets that are their lines and nothing round them: Textual need not compose each line anew."""

from textual.containers import Horizontal
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Plain(Widget):
    """Paints what `render_line` gives; its styles must set no padding, tint, hatch or opacity.

    Inside a border, and where colours are filtered out (NO_COLOR), it is a widget like any other.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines inside `crop`, which counts from the widget's upper left corner."""
        filtered = any(type(one) is not ANSIToTruecolor for one in self.get_line_filters())
        if self.styles.gutter or filtered:  # no colour of ours is one of the terminal's
            return super().render_lines(crop)
        strips = map(self.render_line, crop.line_range)
        return [strip.crop(*crop.column_span) for strip in strips]


class Line(Horizontal):
    """Widgets side by side that hide it altogether."""

    BLANK = True
