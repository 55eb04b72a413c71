"""What people said of lines, applied over what was judged: their word is the last one."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.cleaning import wrapping
from reader.cleaning.fingerprint import fingerprint, fingerprints, told
from reader.cleaning.markdown_marks import reading, without_bullet
from reader.cleaning.units import follower
from reader.model import NONE, PLAIN, Judged, Kind, Label, Line, Metadata, RawDocument

_HEADING_WORDS = 12
_TITLE_WORDS = 20
_HEADS = frozenset({Label.HEADING, Label.BODY})
_HEADED = 2  # times as many words as a heading has what it heads
_NUMBERED = re.compile(r"\s*\(?\d{1,3}[.)]\s")
_SENTENCE_ENDS = tuple(".,;:!?…。、：")  # noqa: RUF001 - as pages of other scripts write them
_FROM_KIND = {
    Kind.HEADING: Label.HEADING,
    Kind.ITEM: Label.LIST,
    Kind.CAPTION: Label.CAPTION,
}
_ORIGIN = frozenset({Label.BYLINE, Label.DATE})
_EVERYWHERE = " on every page of this site"


class Corrections(NamedTuple):
    """What holds for one document: the key of a line to True, the article, or False, set aside.

    What was said of this document wins over what was said of all pages of its site.
    """

    here: Mapping[int, bool] = NONE
    site: Mapping[int, bool] = NONE

    def __bool__(self) -> bool:
        return bool(self.here or self.site)

    def verdict(self, key: int) -> tuple[bool, str] | None:
        """Whether lines of this key are kept, with the reason; None where nobody said so."""
        everywhere = key not in self.here
        keep = self.site.get(key) if everywhere else self.here[key]
        if keep is None:
            return None
        return keep, ("kept by you" if keep else "set aside by you") + _EVERYWHERE * everywhere


UNCORRECTED = Corrections()
"""Nobody said anything of the document."""


def line_keys(lines: Sequence[str]) -> tuple[int | None, ...]:
    """Return what a correction knows each line by: its fingerprint, None for a blank line.

    A line of numbers, dates and signs alone looks like all others of its kind: it is known
    together with the line of words above it.
    """
    return tuple(fingerprint(said) if said else None for said in told(lines))


def held(lines: Sequence[str], numbers: Sequence[int | None]) -> tuple[int, ...]:
    """Return the fingerprints of the lines and the keys by which corrections know them, once.

    `numbers` are the fingerprints of each of the lines.
    """
    apart = [said for said, line in zip(told(lines), lines, strict=True) if said and said != line]
    found = (number for number in numbers if number is not None)
    return tuple(dict.fromkeys((*found, *fingerprints(apart))))


def corrected(judged: Judged, raw: RawDocument, corrections: Corrections) -> Judged:
    """Give the lines that somebody corrected the label and the reason they say; no other changes.

    `raw` is the document that was judged. An author or a date that was read off lines which are
    set aside now is not known any more; instead of a headline comes what heads the article.
    """
    if not corrections:
        return judged
    keys = line_keys(raw.lines)
    verdicts = [None if key is None else corrections.verdict(key) for key in keys]
    if not any(verdicts):
        return judged
    kept = [
        verdict is not None and verdict[0] and line.label is Label.BOILERPLATE
        for verdict, line in zip(verdicts, judged.lines, strict=True)
    ]
    labels = _labels(raw, kept)
    lines = tuple(
        line if verdict is None else _line(line, verdict, labels.get(index, line.label))
        for index, (line, verdict) in enumerate(zip(judged.lines, verdicts, strict=True))
    )
    found = _metadata(judged, lines, raw.metadata)
    if not raw.metadata.title and Label.TITLE in _labelled(judged.lines) - _labelled(lines):
        index = _heads(lines)
        if index is not None:
            title = reading(lines[index].text.strip(), Kind.HEADING, raw.format)
            found = found._replace(title=title)
            headed = lines[index]._replace(label=Label.TITLE)
            lines = (*lines[:index], headed, *lines[index + 1 :])
    return Judged(lines, found)


def _labelled(lines: Sequence[Line]) -> set[Label]:
    return {line.label for line in lines}


def _heads(lines: Sequence[Line]) -> int | None:
    """Return the first line of the article if it is brief as headlines are, and no sentence."""
    first = next((n for n, line in enumerate(lines) if line.label in _HEADS), None)
    text = "" if first is None else lines[first].text.rstrip()
    told = text.endswith((".", "。")) or len(text.split()) > _TITLE_WORDS
    return first if text and not told else None


def _line(line: Line, verdict: tuple[bool, str], label: Label) -> Line:
    keep, reason = verdict
    return line._replace(
        label=label if keep else Label.BOILERPLATE, reason=reason, score=1.0 if keep else 0.0
    )


def _metadata(judged: Judged, lines: Sequence[Line], declared: Metadata) -> Metadata:
    """Forget what only lines told that are set aside now."""
    before, after = _labelled(judged.lines), _labelled(lines)
    found = judged.metadata
    if Label.BYLINE in before - after and not declared.author:
        found = found._replace(author="")
    if _ORIGIN & before and not _ORIGIN & after and not declared.date:
        found = found._replace(date=None)
    return found


def _labels(raw: RawDocument, kept: Sequence[bool]) -> dict[int, Label]:
    """Return which part of the article each kept line is; a wrapped paragraph is one thing."""
    if not any(kept):
        return {}
    marks = [*raw.markup[: len(kept)], *[PLAIN] * (len(kept) - len(raw.markup))]
    column = 0 if raw.format in ("html", "markdown") else wrapping.margin(raw.lines)
    follows = follower(raw.lines, marks, raw.format, column)
    labels: dict[int, Label] = {}
    for index in (index for index, keep in enumerate(kept) if keep):
        goes_on = raw.format != "html" and index > 0 and follows(index - 1)
        if goes_on and index - 1 in labels:
            labels[index] = labels[index - 1]
            continue
        kind = marks[index].kind
        alone = not goes_on and (index + 1 == len(kept) or not follows(index))
        if kind is Kind.TEXT:
            labels[index] = _shaped(raw.lines, index, alone)
        else:
            labels[index] = _FROM_KIND.get(kind, Label.BODY)
    return labels


def _shaped(lines: Sequence[str], index: int, alone: bool) -> Label:
    """Return what a line of plain text looks like."""
    text = lines[index].strip()
    if without_bullet(text) != text or _NUMBERED.match(text):
        return Label.LIST
    words = len(text.split())
    following = next((line for line in lines[index + 1 :] if line.strip()), "")
    apart = index == 0 or not lines[index - 1].strip()
    heads = (
        alone
        and apart
        and words <= _HEADING_WORDS
        and not text[:1].islower()
        and not text.endswith(_SENTENCE_ENDS)
        and len(following.split()) > max(_HEADING_WORDS, _HEADED * words)
    )
    return Label.HEADING if heads else Label.BODY
