import pytest

from reader.errors import ReaderError
from reader.tui.actions import Pane, for_pane
from reader.tui.telling import Row, table


def test_every_action_of_every_pane_is_told_with_its_keys() -> None:
    told = table("default")
    assert Row("list", "top", ["gg", "Home", "<"], "to the top") in told
    assert len(told) == sum(len(for_pane(pane)) for pane in Pane)


def test_a_preset_is_told_and_one_that_is_not_there_refused() -> None:
    assert Row("list", "quit", ["ZZ", "ZQ", "Q"], "quit at once") in table("vim")
    with pytest.raises(ReaderError, match="--preset: no preset 'wim' of keys; did you mean vim"):
        table("wim")
