"""What needs a terminal is tested in tests/terminal/test_outside.py."""

import pytest

from reader.errors import UsageError
from reader.library import Library
from reader.tui.outside import run
from tests.tui.showing import opened


async def test_where_no_terminal_can_be_left_that_is_said(library: Library) -> None:
    async with opened(library) as reader:
        with pytest.raises(UsageError, match="this terminal cannot be given"):
            run(reader.app, ["true"], None, pause=False)
