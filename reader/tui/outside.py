"""Another program in the terminal: the screen is left for it, and taken back when it has ended."""

import os
import subprocess
import sys
from collections.abc import Sequence

from textual.app import App, SuspendNotSupported

from reader.errors import UsageError

LINE = 4096  # bytes; a terminal gives no more of a line at once


def run(app: App[int], words: Sequence[str], given: bytes | None, pause: bool) -> int:
    """Run a program with the terminal, or with what is `given` as its input; its exit code.

    With `pause` what it wrote stays until Enter is typed. Raises UsageError where there is no such
    program, or no terminal that could be left.
    """
    failure: OSError | None = None
    code = 0
    try:
        with app.suspend():
            try:  # what is raised in here would leave the terminal to nobody
                code = subprocess.run(words, input=given, check=False).returncode
                if pause:
                    _wait(f"exit code {code} · Enter goes back" if code else "Enter goes back")
            except OSError as error:
                failure = error
    except SuspendNotSupported as error:
        raise UsageError("this terminal cannot be given to another program") from error
    if failure is not None:
        raise UsageError(f"{words[0]} cannot be run: {failure.strerror}") from failure
    return code


def _wait(said: str) -> None:
    """Say something below what is there, and wait for a line."""
    sys.stdout.write(f"\n— {said} ")
    sys.stdout.flush()
    os.read(0, LINE)
