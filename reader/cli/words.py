"""Which words are options, and which only look like it. Must not know: any one command."""

from argparse import ArgumentTypeError
from collections.abc import Mapping, Sequence

from reader.errors import UsageError

MARK = "\0"  # in front of a word that is no option; no argument of a process can hold it
MOST_DIGITS = 9  # of a line's number
VALUED = ("--in", "--color")
SWITCHES = ("--no-update", "--json", "--strict")
"""What every command takes, and what may stand before its name."""


def first_word(words: Sequence[str]) -> int:
    """Where the first word stands that is neither one of the global options nor its value."""
    position = 0
    while position < len(words):
        word = words[position]
        if word in VALUED:
            position += 2
        elif word in SWITCHES or word.startswith(tuple(f"{option}=" for option in VALUED)):
            position += 1
        else:
            return position
    return len(words)


def shielded(words: Sequence[str]) -> list[str]:
    """The words with a mark before each that is no option: `-site:x`, and all that follows `--`.

    Options are `--long` or one dash and one character.
    """
    marked: list[str] = []
    for position, word in enumerate(words):
        if word == "--":
            return [*marked, *(MARK + rest for rest in words[position + 1 :])]
        looks_short = word.startswith("-") and not word.startswith("--") and len(word) > 2
        marked.append(MARK + word if looks_short else word)
    return marked


def unclustered(
    words: Sequence[str], flags: str, valued: str, plus: Mapping[str, str]
) -> list[str]:
    """The words with -m1qTEXT written as -m -1 -q TEXT, and +s as the option it stands for.

    What follows `--`, or an option that takes a value, stays as it is. Raises UsageError for an
    option that there is not.
    """
    parted: list[str] = []
    for position, word in enumerate(words):
        if word == "--":
            return [*parted, *words[position:]]
        before = words[position - 1] if position else ""
        if before in VALUED or before in [f"-{letter}" for letter in valued]:
            parted.append(word)
        elif word in plus:
            parted.append(plus[word])
        elif len(word) > 2 and word[0] == "-" and word[1] != "-":
            parted += _unclustered(word, flags, valued)
        else:
            parted.append(word)
    return parted


def _unclustered(word: str, flags: str, valued: str) -> list[str]:
    parted: list[str] = []
    for place, letter in enumerate(word[1:], 1):
        if letter in valued and place + 1 < len(word):
            return [*parted, f"-{letter}", MARK + word[place + 1 :]]
        if letter not in flags + valued:
            raise UsageError(f"there is no option -{letter} in {word}: after -- it is text")
        parted.append(f"-{letter}")
    return parted


def bare(word: str) -> str:
    """The word without its mark: the type of every argument that takes text."""
    return word.removeprefix(MARK)


def number(word: str) -> int:
    """The argument as a whole number from 1: the type of every argument that counts."""
    if not (word.isascii() and word.isdigit() and int(word)):
        raise ArgumentTypeError(f"{bare(word)} is no whole number from 1")
    return int(word)


def ranges(word: str) -> list[range]:
    """The argument as numbers from 1, alone or from-to, with commas between: "3,12-15"."""
    found = []
    for part in word.split(","):
        first, dash, last = part.strip().partition("-")
        ends = first, last if dash else first
        digits = all(end.isascii() and end.isdigit() and len(end) <= MOST_DIGITS for end in ends)
        if not digits or not 1 <= int(ends[0]) <= int(ends[1]):
            raise ArgumentTypeError(f"{bare(part.strip())!r} are no lines: write 12, or 12-15")
        found.append(range(int(ends[0]), int(ends[1]) + 1))
    return found


def signed(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The `+a -b` in front of the first other word, and all the other words.

    Global options may stand between them. `-h` alone asks for help.
    """
    changes: list[str] = []
    others: list[str] = []
    position = 0
    while position < len(words):
        word = words[position]
        if word in VALUED:
            others += words[position : position + 2]
            position += 2
        elif word.startswith("--") and word != "--":
            others.append(word)
            position += 1
        elif word[:1] in ("+", "-") and word != "--" and list(words) != ["-h"]:
            changes.append(word)
            position += 1
        else:
            break
    return changes, [*others, *words[position:]]


def tags(changes: Sequence[str]) -> tuple[list[str], list[str]]:
    """The tags that `+a -b` adds and removes. Raises UsageError for one without a name."""
    for change in changes:
        if not change[1:].strip():
            raise UsageError(f"{change} names no tag: write {change}name")
    added = [change[1:] for change in changes if change[0] == "+"]
    removed = [change[1:] for change in changes if change[0] == "-"]
    if both := sorted(set(added) & set(removed)):
        raise UsageError(f"+{both[0]} and -{both[0]} cannot both be: leave one out")
    return added, removed
