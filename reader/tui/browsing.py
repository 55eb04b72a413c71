"""An address in the browser of the system, if there is one; the screen stays as it is."""

import subprocess
import sys
from collections.abc import Sequence
from enum import StrEnum

_CODE = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


class Browser(StrEnum):
    """What kind of browser would be started."""

    NONE = "none"
    TERMINAL = "terminal"  # it takes the terminal, or waits in it until it has ended
    WINDOW = "window"


def browser() -> Browser:
    """Which one $BROWSER names, or the system has."""
    import webbrowser  # noqa: PLC0415  # rarely needed

    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return Browser.NONE
    in_terminal = type(found) is webbrowser.GenericBrowser
    return Browser.TERMINAL if in_terminal or _writes(found) else Browser.WINDOW


def _writes(found: object) -> bool:
    """Whether a browser that is known by its name writes to the terminal: elinks is such a one."""
    return getattr(found, "redirect_stdout", True) is False


def words(address: str) -> Sequence[str]:
    """The program that opens an address with the standard library, as a process of its own.

    No shell sees the address, and no module of the current folder is taken for the library's.
    """
    return [sys.executable, "-I", "-c", _CODE, address]


def open_window(address: str) -> bool:
    """Open an address in a browser with a window of its own; False where that fails."""
    try:
        done = subprocess.run(
            words(address),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # ours may end, and the terminal with it
            check=False,
        )
    except OSError:
        return False
    return done.returncode == 0
