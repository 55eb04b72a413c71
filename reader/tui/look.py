"""What things look like: two palettes and the styles made of them."""

from functools import cached_property
from typing import NamedTuple

from rich.style import Style
from textual.theme import Theme

from reader.model import Emphasis


class Palette(NamedTuple):
    """The colours of one theme, as #rrggbb. Contrasts are measured in the tests."""

    name: str
    dark: bool
    ground: str  # behind everything
    shade: str  # behind the cursor's row
    text: str
    dim: str  # second grey: where from, when, how long
    rule: str  # lines between panes: seen, not read
    accent: str  # the cursor, the focused pane, matches
    warm: str  # what is set aside
    lit: str  # behind a match in a text
    lit_now: str  # behind the match one is at


DARK = Palette(
    "reader-dark",
    dark=True,
    ground="#121418",
    shade="#232a36",
    text="#d8dbe0",
    dim="#959ca7",
    rule="#3a4049",
    accent="#82b7ff",
    warm="#d8a25e",
    lit="#3d4a63",
    lit_now="#82b7ff",
)
LIGHT = Palette(
    "reader-light",
    dark=False,
    ground="#fbfaf7",
    shade="#e6ecf5",
    text="#24272c",
    dim="#5c636d",
    rule="#cfccc4",
    accent="#1b57b0",
    warm="#8a4f0c",
    lit="#f3dfa0",
    lit_now="#1b57b0",
)
PALETTES = {palette.name: palette for palette in (DARK, LIGHT)}


class Look:
    """The styles of the palette in use, shared by all widgets."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette

    def turn(self, palette: Palette) -> None:
        """Become the styles of another palette, for everyone who holds this Look."""
        self.__dict__.clear()
        self.palette = palette

    def _on(self, colour: str, *, bold: bool = False) -> Style:
        return Style(color=colour, bgcolor=self.palette.ground, bold=bold)

    @cached_property
    def text(self) -> Style:
        """Running text."""
        return self._on(self.palette.text)

    @cached_property
    def dim(self) -> Style:
        """What is beside the point, and readable."""
        return self._on(self.palette.dim)

    @cached_property
    def rule(self) -> Style:
        """Lines between panes."""
        return self._on(self.palette.rule)

    @cached_property
    def accent(self) -> Style:
        """The one thing to look at."""
        return self._on(self.palette.accent, bold=True)

    @cached_property
    def accent_dim(self) -> Style:
        """Tags: the accent's colour without its weight."""
        return self._on(self.palette.accent)

    @cached_property
    def warm(self) -> Style:
        """Folds, and warnings."""
        return self._on(self.palette.warm)

    @cached_property
    def bold(self) -> Style:
        """Headings and titles."""
        return self._on(self.palette.text, bold=True)

    @cached_property
    def emphasis(self) -> dict[Emphasis, Style]:
        """What emphasis adds to the style of a text."""
        return {
            Emphasis.STRONG: Style(bold=True),
            Emphasis.LIGHT: Style(italic=True),
            Emphasis.CODE: Style(bgcolor=self.palette.shade),
            Emphasis.STRUCK: Style(strike=True),
        }

    @cached_property
    def lit(self) -> Style:
        """A match in a text."""
        return Style(color=self.palette.text, bgcolor=self.palette.lit)

    @cached_property
    def lit_now(self) -> Style:
        """The match one is at."""
        return Style(color=self.palette.ground, bgcolor=self.palette.lit_now, bold=True)

    @cached_property
    def link(self) -> Style:
        """What leads anywhere, in whatever colour it stands."""
        return Style(underline=True)

    def shaded(self, style: Style) -> Style:
        """The same on the cursor's row."""
        return style + Style(bgcolor=self.palette.shade)


def theme(palette: Palette) -> Theme:
    """What Textual's own widgets need to know of a palette."""
    return Theme(
        name=palette.name,
        primary=palette.accent,
        accent=palette.accent,
        warning=palette.warm,
        foreground=palette.text,
        background=palette.ground,
        surface=palette.ground,
        panel=palette.ground,
        dark=palette.dark,
        variables={
            "scrollbar": palette.rule,
            "scrollbar-hover": palette.dim,
            "scrollbar-active": palette.accent,
            "scrollbar-background": palette.ground,
            "scrollbar-background-hover": palette.ground,
            "scrollbar-background-active": palette.ground,
            "scrollbar-corner-color": palette.ground,
            "input-cursor-background": palette.accent,
            "input-cursor-foreground": palette.ground,
            "input-selection-background": palette.lit,
        },
    )
