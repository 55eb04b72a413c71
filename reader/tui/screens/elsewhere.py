"""Documents in other programs: the original in an editor, the clean text in a pipe."""

import os
import re
import shlex
from pathlib import PurePath
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.library.citing import clean_text, together
from reader.model import Document, Row
from reader.printable import printable
from reader.tui.actions import Pane
from reader.tui.widgets.prompt import Scope

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

MOST = 500  # documents whose text is taken at once
TAKES_A_LINE = re.compile(
    r"n?vim?(\..+)?|view|nvi|elvis|vis|ed|nano|pico|micro|emacs(client)?|mg|zile|joe|jed|ne|kak"
)
"""Editors that go to a line when `+12` stands before the file."""
BY_LINES = frozenset({"text", "markdown"})  # formats whose lines are those of the file


class Elsewhere:
    """Hands documents to programs outside, and takes the terminal back."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._rows: list[Row] = []

    def do_edit(self, count: int | None) -> None:
        """Open the file in the editor; what was changed there is read again."""
        screen = self._screen
        document = screen.reading.document or screen.list.document
        if document is None:
            return
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
        words = _words(editor)
        if not words:
            raise UsageError("no editor is known: set $VISUAL or $EDITOR to one")
        if document.member:
            raise UsageError("this document lies inside an archive, which no editor opens")
        screen.reading.remember()
        name = PurePath(words[0]).name
        number = self._line(document) if TAKES_A_LINE.fullmatch(name) else 0
        line = [f"+{number}"] if number else []
        code = screen.host.run_outside([*words, *line, screen.library.path(document)])
        screen.host.look_again()
        screen.say(f"{printable(name)} ended with exit code {code}" if code else "back again")

    def _line(self, document: Document) -> int:
        """The line that is read, from 1; 0 where it is not known, or the first."""
        reading = self._screen.where is Pane.READER and document.format in BY_LINES
        line = self._screen.pane.position.line if reading else 0
        return line + 1 if line else 0

    def do_pipe(self, count: int | None) -> None:
        """Ask for a command that is to get the clean text."""
        screen = self._screen
        document = screen.reading.document
        self._rows = [document.row] if document else screen.list.acted_on
        if not self._rows:
            return
        if len(self._rows) > MOST:
            raise UsageError(f"{len(self._rows):,} are too many: {MOST} at once can be piped")
        screen.finding.open_for(Scope.COMMAND)

    @property
    def chip(self) -> str:
        """What the prompt asks, before its text."""
        count = len(self._rows)
        return " pipe this to: " if count == 1 else f" pipe {count:,} documents to: "

    def run(self, command: str) -> None:
        """Let a command of the shell have the clean text, and say how it ended."""
        if not command.strip():
            return
        library = self._screen.library
        text = together(clean_text(library.page(row)) for row in self._rows)
        words = [os.environ.get("SHELL") or "/bin/sh", "-c", command]
        given = f"{text}\n".encode("utf-8", "replace")
        code = self._screen.host.run_outside(words, given, pause=True)
        name = printable(command.split()[0])
        self._screen.say(f"{name}: exit code {code}" if code else f"{name}: done")


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError as error:
        raise UsageError(f"$VISUAL or $EDITOR is no command: {error}") from error
