"""The only place that prints: text for people, JSON for programs, sentences on stderr."""

import io
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import TextIO

from reader.cli.wrap import cells, cut
from reader.errors import ReaderError
from reader.printable import json_text, printable

BOLD, PLAIN, ERASE = "\x1b[1m", "\x1b[0m", "\r\x1b[K"
LEAST = 8  # columns in which a mistake is shown, however narrow the terminal
TOGETHER = 1000  # lines written at once
GAP = "  "  # between the columns of a table for people


@dataclass(frozen=True, slots=True)
class Output:
    """Where results go. Whatever is written through it is fit for a terminal or is JSON."""

    stdout: TextIO
    stderr: TextIO | None  # None when the process was started without one
    terminal: bool  # a person reads stdout
    live: bool  # stderr can show progress that rewrites itself
    colour: bool
    columns: int  # of the terminal
    begun: list[bool] = field(default_factory=list)  # true once a result was written

    @classmethod
    def standard(cls, color: str = "auto") -> "Output":
        """The output of this process; `color` is auto, always or never."""
        stdout, stderr = sys.stdout, sys.stderr
        if stdout is None:
            raise ReaderError("there is no standard output to write to: open one")
        terminal = stdout.isatty()
        dumb = os.environ.get("TERM") == "dumb"
        for stream in (stdout, stderr):
            if isinstance(stream, io.TextIOWrapper):
                encoding = None if stream.isatty() else "utf-8"
                stream.reconfigure(encoding=encoding, errors="backslashreplace")
        wanted = terminal and not dumb and not os.environ.get("NO_COLOR")
        return cls(
            stdout=stdout,
            stderr=stderr,
            terminal=terminal,
            live=stderr is not None and stderr.isatty() and not dumb,
            colour=color == "always" or (color == "auto" and wanted),
            columns=shutil.get_terminal_size().columns,
        )

    # ---- results

    def line(self, text: str, bold: bool = False) -> None:
        """Write one line of text."""
        self._write(self._styled(text, bold) + "\n")

    def marked(
        self, before: str, text: str, ranges: Sequence[tuple[int, int]], after: str = ""
    ) -> None:
        """Write one line: `before`, text with these ascending ranges of it in bold, `after`."""
        parts, end = [printable(before)], 0
        for start, stop in ranges if self.colour else ():
            parts += [printable(text[end:start]), self._styled(text[start:stop], True)]
            end = stop
        self._write("".join((*parts, printable(text[end:]), printable(after))) + "\n")

    def lines(self, text: str) -> None:
        """Write text of several lines."""
        for line in text.split("\n"):
            self.line(line)

    def table(self, rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> int:
        """Write rows: aligned for people, with the columns in `right` to the right; else by TAB.

        On a terminal a row that is too wide is cut, never wrapped. Returns how many there were.
        """
        if not self.terminal:
            return self.entries(("\t".join(map(printable, row)) for row in rows), "\n")
        shown = [[printable(cell) for cell in row] for row in rows]
        widths = [max(map(cells, column)) for column in zip(*shown, strict=True)]
        for row in shown:
            padded = [
                padding(width - cells(cell), cell, column in right)
                for column, (cell, width) in enumerate(zip(row, widths, strict=True))
            ]
            self._write(cut(GAP.join(padded).rstrip(), self.columns) + "\n")
        return len(shown)

    def entries(self, texts: Iterable[str], end: str) -> int:
        """Write texts that are fit for a terminal already, and `end` after each; how many."""
        count = 0
        for count, text in enumerate(texts, 1):  # noqa: B007  # the last one is returned
            self._write(text + end)
        return count

    def file_names(self, names: Iterable[str], end: str) -> int:
        """Write file names; such that end with NUL as their very bytes, unless people look."""
        if end == "\n" or self.terminal:
            return self.entries(map(printable, names), end)
        return self.octets(map(os.fsencode, names), end)

    def octets(self, lines: Iterable[bytes], end: str) -> int:
        """Write lines as their very bytes, unless people look; how many there were."""
        if self.terminal:
            texts = (line.decode("utf-8", "surrogateescape") for line in lines)
            return self.entries(map(printable, texts), end)
        self.flush()
        count, last = 0, end.encode("ascii")
        lines = iter(lines)
        while some := list(islice(lines, TOGETHER)):
            self._attempt(self.stdout.buffer.write, last.join((*some, b"")))
            count += len(some)
        return count

    def json(self, value: object) -> None:
        """Write one JSON text on a line of its own."""
        self._write(json_text(value) + "\n")

    def json_lines(self, values: Iterable[object]) -> int:
        """Write each value as one JSON text on a line of its own; how many there were."""
        return self.entries(map(json_text, values), "\n")

    def array(self, values: Iterable[object]) -> int:
        """Write one JSON array, element by element, one a line; how many there were."""
        count = 0
        self._write("[")
        for value in values:
            self._write((",\n" if count else "") + json_text(value))
            count += 1
        self._write("]\n")
        return count

    def flush(self) -> None:
        """Hand over everything written so far."""
        self._attempt(self.stdout.flush)

    def page(self, lines: Iterable[str]) -> None:
        """Show lines of text in $PAGER, or else in less, which ends at once if they fit."""
        pager = shlex.split(os.environ.get("PAGER") or "less -FRX")
        shown = "".join(f"{printable(line)}\n" for line in lines)
        encoded = shown.encode("utf-8", "backslashreplace")
        stderr = self.stderr if isinstance(self.stderr, io.TextIOWrapper) else None
        try:
            subprocess.run(pager, input=encoded, stderr=stderr, check=False)
        except OSError as error:
            raise ReaderError(
                f"cannot start the pager {pager[0]}: {error.strerror}; set PAGER or leave --pager"
            ) from error

    # ---- sentences

    def say(self, sentence: str) -> None:
        """Tell the person something that is no result."""
        self._tell(f"reader: {printable(sentence)}\n")

    def ask(self, question: str) -> None:
        """Ask the person something; the answer is typed behind it."""
        self._tell(printable(question))

    def point(self, text: str, position: int) -> None:
        """Show the person the character at `position`, and as much around it as a line holds."""
        room = max(self.columns - len("  ") - 1, LEAST)
        fits = cells(printable(text)) <= room
        start = 0 if fits else max(0, position - room // 4)  # some characters are two cells wide
        shown = cut(printable("…" * bool(start) + text[start:]), room)
        before = cells(printable("…" * bool(start) + text[start:position]))
        self._tell(f"  {shown}\n  {' ' * before}^\n")

    def progress(self, sentence: str) -> None:
        """Show how far it is, in place of what stood there; "" leaves nothing."""
        self._tell(ERASE + cut(printable(sentence), self.columns - 1))

    # ---- inside

    def _styled(self, text: str, bold: bool) -> str:
        return f"{BOLD}{printable(text)}{PLAIN}" if bold and self.colour else printable(text)

    def _write(self, text: str) -> None:
        self._attempt(self.stdout.write, text)

    def _tell(self, text: str) -> None:
        if self.stderr is not None:
            with suppress(OSError):  # nobody listens, and there is nowhere left to say so
                print(text, end="", file=self.stderr, flush=True)

    def _attempt(self, do: Callable[..., object], *given: str | bytes) -> None:
        """Let BrokenPipeError through, since nobody reads on; make any other failure a sentence."""
        if given and not self.begun:
            self.begun.append(True)
        try:
            do(*given)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise ReaderError(f"cannot write the output: {error.strerror}") from error


def padding(space: int, cell: str, before: bool) -> str:
    """The cell with this many blanks before or after it."""
    return " " * space + cell if before else cell + " " * space
