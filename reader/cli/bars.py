"""Numbers as bars of text. Must not know: what is counted."""

from collections.abc import Iterator, Mapping
from itertools import islice

from reader.cli.wrap import cells, cut

PARTS = " ▏▎▍▌▋▊▉█"  # of one cell, in eighths
PLAIN = "#"  # where the terminal has no such signs
VALUES = 22  # cells for a value


def bar(share: float, width: int, fine: bool = True) -> str:
    """A bar that fills this share, 0 to 1, of so many cells; never nothing for more than 0."""
    if not fine:
        return PLAIN * (max(1, round(share * width)) if share > 0 else 0)
    eighths = max(1, round(share * width * 8)) if share > 0 else 0
    whole, rest = divmod(eighths, 8)
    return PARTS[-1] * whole + PARTS[rest].strip()


def chart(counts: Mapping[str, int], total: int, width: int, fine: bool) -> Iterator[str]:
    """A line for each value: what it is, how often, and a bar of its share in the total."""
    if not counts:
        return
    digits = max(len(f"{count:,}") for count in counts.values())
    column = min(VALUES, max(map(cells, counts)))
    for value, count in counts.items():
        shown = cut(value, column)
        padded = shown + " " * (column - cells(shown))
        room = max(4, width - column - digits - 4)
        yield f"{padded}  {count:>{digits},}  {bar(count / max(total, 1), room, fine)}".rstrip()


def first(counts: Mapping[str, int], most: int) -> dict[str, int]:
    """The first values, and how many others there are with what they come to."""
    if len(counts) <= most:
        return dict(counts)
    kept = dict(islice(counts.items(), most - 1))
    others = len(counts) - len(kept)
    return kept | {f"({others:,} others)": sum(counts.values()) - sum(kept.values())}
