import pytest
from rich.color import Color
from rich.style import Style

from reader.tui.look import DARK, LIGHT, PALETTES, Look, Palette, theme

READABLE = 4.5  # contrast of small text, WCAG 2 AA


def luminance(colour: str) -> float:
    triplet = Color.parse(colour).triplet
    assert triplet is not None
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in triplet)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("ground", ["ground", "shade"])
@pytest.mark.parametrize("colour", ["text", "dim", "accent", "warm"])
def test_every_text_is_readable_at_the_cursor_too(
    palette: Palette, ground: str, colour: str
) -> None:
    assert contrast(getattr(palette, colour), getattr(palette, ground)) >= READABLE


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_matches_are_readable(palette: Palette) -> None:
    assert contrast(palette.text, palette.lit) >= READABLE
    assert contrast(palette.ground, palette.lit_now) >= READABLE


def test_a_look_turns_for_all_who_hold_it() -> None:
    look = Look(DARK)
    before = look.text
    look.turn(LIGHT)
    assert before.color == Color.parse(DARK.text)
    assert look.text.color == Color.parse(LIGHT.text)
    assert look.text.bgcolor == Color.parse(LIGHT.ground)
    assert look.lit.bgcolor == Color.parse(LIGHT.lit)


def test_shading_changes_the_ground_only() -> None:
    look = Look(LIGHT)
    assert look.shaded(look.accent) == look.accent + Style(bgcolor=LIGHT.shade)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_textual_gets_the_same_colours(palette: Palette) -> None:
    made = theme(palette)
    assert (made.name, made.dark) == (palette.name, palette.dark)
    assert (made.background, made.foreground) == (palette.ground, palette.text)
