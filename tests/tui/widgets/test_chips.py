from rich.text import Text

from reader.library import Library
from reader.tui.look import DARK, Look
from reader.tui.widgets.chips import Chips
from tests.tui.showing import opened

LOOK = Look(DARK)


def coloured(chips: Chips, query: str) -> list[tuple[str, object]]:
    text = Text(query)
    chips.highlight(text)
    return [(query[span.start : span.end], span.style) for span in text.spans]


def test_fields_are_chips_and_mistakes_are_warm_and_underlined() -> None:
    chips = Chips(LOOK)
    chips.own = frozenset()
    found = dict(coloured(chips, "sea -tag:coast OR date:soon colour:red fog"))
    assert found["-tag:coast"] == LOOK.shaded(LOOK.accent_dim)
    assert found["OR"] == LOOK.accent_dim
    for piece in ("date:soon", "colour:red"):
        style = found[piece]
        assert getattr(style, "underline", None)
        assert getattr(style, "color", None) == LOOK.warm.color
    assert chips.why("sea date:soon").startswith("date: 'soon' is not a date")
    assert chips.why("sea tag:coast") == ""


def test_no_field_is_called_unknown_before_those_of_the_documents_are_known() -> None:
    chips = Chips(LOOK)
    assert chips.why("status:done") == ""
    chips.own = frozenset({"status"})
    assert chips.why("status:done") == ""
    assert chips.why("colour:red") == "no field colour: taken as words"


def test_elsewhere_text_is_text() -> None:
    chips = Chips(LOOK)
    chips.on = False
    assert coloured(chips, "tag:coast") == []


async def test_a_mistake_is_said_once_it_is_finished(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/date:soon")
        assert "is not a date" not in reader.status
        await reader.rush(*" fog")
        assert "date: 'soon' is not a date" in reader.status
        await reader.press("enter")
        assert "'soon' is not a date" in reader.status
        await reader.rush("t", *"a:b")
        assert not reader.screen.prompt.chips.on
