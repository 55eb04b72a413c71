"""Which of a few short texts hold the words somebody types, misspelt ones too. RapidFuzz."""

from collections.abc import Iterable, Sequence

LONG = 4  # letters; shorter words are not forgiven anything
NEAR = 75.0  # points of 100
WHOLE, BEGUN, INSIDE = 300.0, 200.0, 100.0


def ranked(typed: str, texts: Sequence[str]) -> list[int]:
    """The numbers of the texts that hold each word typed, the best first, ties in their order."""
    words = typed.casefold().split()
    marks = [_mark(words, text.casefold()) for text in texts]
    found = [number for number, mark in enumerate(marks) if mark is not None]
    return sorted(found, key=lambda number: -(marks[number] or 0.0))


def holds(typed: str, text: str) -> bool:
    """Whether a text holds each word typed, or nearly."""
    return _mark(typed.casefold().split(), text.casefold()) is not None


def _mark(words: Iterable[str], text: str) -> float | None:
    """How well the text matches; None where a word is not in it."""
    from rapidfuzz import fuzz  # noqa: PLC0415  # not for the first paint

    total = 0.0
    others = text.replace("-", " ").replace(",", " ").replace(":", " ").split()
    for word in words:
        if word in others:
            total += WHOLE
        elif f" {word}" in f" {text}":
            total += BEGUN
        elif word in text:
            total += INSIDE
        else:
            near = fuzz.partial_ratio(word, text, score_cutoff=NEAR) if len(word) >= LONG else 0.0
            if not near:
                return None
            total += near
    return total
