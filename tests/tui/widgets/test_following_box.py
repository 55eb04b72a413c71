from textual.app import App, ComposeResult
from textual.geometry import Size

from reader.tui.look import DARK, Look
from reader.tui.widgets.following_box import ABOVE, BELOW, FollowingBox

PAIRS = [(key, f"what {key} does") for key in "abcdefghij"]


class Alone(App[None]):
    """Shows the box and nothing else."""

    def __init__(self, pairs: list[tuple[str, str]], size: Size) -> None:
        super().__init__()
        self.box = FollowingBox(Look(DARK))
        self.box.show(pairs, size)

    def compose(self) -> ComposeResult:
        yield self.box


async def shown(pairs: list[tuple[str, str]], columns: int, rows: int) -> list[str]:
    app = Alone(pairs, Size(columns, rows))
    async with app.run_test(size=(columns, rows)):
        lines = [app.box.render_line(y) for y in range(app.box.size.height)]
        assert all(line.cell_length == columns for line in lines)
        return [line.text for line in lines]


async def test_keys_stand_in_as_many_columns_as_there_is_room_for() -> None:
    narrow, wide = await shown(PAIRS, 30, 30), await shown(PAIRS, 120, 30)
    assert len(narrow) == 1 + len(PAIRS)
    assert len(wide) == 1 + 3
    assert [line.count("what") for line in wide[1:]] == [4, 3, 3]


async def test_the_prompt_and_the_status_line_stay_free() -> None:
    lines = await shown(PAIRS * 5, 60, 20)
    assert len(lines) <= 1 + 20 - ABOVE - BELOW
    assert set(lines[0]) == {"─"}
