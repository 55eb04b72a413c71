"""How soon a terminal program shows a letter that was typed, and what it finds for it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from benchmarks.terminal import Terminal

CLEAR = b"\x15"  # Ctrl-U
SETTLED_S = 1.0  # after which a letter has had all its effects


class Prompted(NamedTuple):
    """A program with a prompt."""

    command: Sequence[str]
    opens: bytes  # what brings its prompt
    prompt: str  # a regular expression of what stands before the text
    found: str  # one whose group is how many were found


class Answered(NamedTuple):
    """Milliseconds from each letter until it is shown, and until how many were found is."""

    echoes: list[float]
    results: list[float]


def answered(program: Prompted, text: str, pause: float, rounds: int, idle: float) -> Answered:
    """Type a text so many times, a letter every `pause` seconds; the program loads for `idle`.

    Where a letter changes no count, nothing is said of its results. Counts are those of the moment
    before the next letter, so they need a pause in which the program comes to its end.
    """
    terminal = Terminal(program.command)
    try:
        terminal.listen(idle)
        terminal.press(program.opens)
        terminal.listen(SETTLED_S, SETTLED_S)
        typed = [_typed(terminal, text, pause) for _ in range(rounds)]
    finally:
        terminal.close()
    return _told(program, list(terminal.screens()), text, typed)


def _typed(terminal: Terminal, text: str, pause: float) -> list[float]:
    """When each letter was typed, and at last when all was taken back."""
    times = []
    for letter in text:
        times.append(terminal.press(letter.encode()))
        end = times[-1] + pause
        while (left := end - terminal.now()) > 0:
            terminal.listen(left, left)
    terminal.listen(SETTLED_S, 4 * SETTLED_S)
    cleared = terminal.press(CLEAR)
    terminal.listen(SETTLED_S, 4 * SETTLED_S)
    return [*times, cleared]


def _told(
    program: Prompted, screens: Sequence[tuple[float, str]], text: str, typed: Sequence[list[float]]
) -> Answered:
    times = [at for at, _ in screens]
    found = [_count(program.found, screen) for _, screen in screens]
    shown = [re.search(program.prompt + ".*", screen) for _, screen in screens]
    answers = Answered([], [])
    for presses in typed:
        for number, (pressed, after) in enumerate(pairwise(presses), 1):
            last = bisect_right(times, after) - 1
            places = range(bisect_right(times, pressed), last + 1)
            beginning = re.compile(program.prompt + re.escape(text[:number]).replace(r"\ ", "."))
            lines = (line and beginning.match(line.group()) for line in shown)
            echoes = [bool(line) for line in lines]
            answers.echoes.extend(_first(times, echoes, range(places.start, len(times)), pressed))
            if places and found[last] != found[places.start - 1]:
                same = [count == found[last] for count in found]
                answers.results.extend(_first(times, same, places, pressed))
    return answers


def _first(
    times: Sequence[float], holds: Sequence[bool], places: range, since: float
) -> Iterator[float]:
    for place in places:
        if holds[place]:
            yield (times[place] - since) * 1000
            return


def _count(pattern: str, screen: str) -> str:
    found = re.search(pattern, screen)
    return found.group(1) if found else ""
