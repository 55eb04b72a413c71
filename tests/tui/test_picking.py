"""The picker's app: how it ends."""

import signal

import pytest

from reader.library.picking import Asking, Choice, Picking
from reader.tui.picking import PickApp
from tests.tui.choosing import choosing


async def test_what_is_chosen_is_kept_when_the_app_has_ended() -> None:
    async with choosing("one", "two", query="two") as chooser:
        await chooser.see("1/2")
        await chooser.press("enter")
        await chooser.until(lambda: not chooser.app.is_running)
    assert chooser.app.choice == Choice("two", [1])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_leaves_without_choosing(number: signal.Signals) -> None:
    async with choosing("one") as chooser:
        await chooser.see("1/1")
        signal.raise_signal(number)
        await chooser.until(lambda: not chooser.app.is_running)
    assert chooser.app.choice is None


async def test_ctrl_q_leaves_without_choosing() -> None:
    async with choosing("one") as chooser:
        await chooser.press("ctrl+q")
        await chooser.until(lambda: not chooser.app.is_running)
    assert chooser.app.choice is None


def test_nothing_is_chosen_before_it_runs() -> None:
    assert PickApp(Asking(Picking()), "auto").choice is None
