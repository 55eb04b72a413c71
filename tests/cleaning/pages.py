"""Small pages written for the tests, and short ways to judge them."""

from reader.cleaning import ALONE, Repetition, judge
from reader.model import PLAIN, Judged, Label, Markup, Metadata, RawDocument

CONTENT = frozenset({Label.HEADING, Label.BODY, Label.LIST, Label.CAPTION})

BRIDGE = """\
HomeNewsLocalBridge to close for repairs

Bridge to close for repairs

The old iron bridge will shut for six weeks from Monday.

By Mara Lind
Published 3 May 2021

Share on Facebook Tweet

The bridge over the Tarn, which carries four thousand cars a day, will close on Monday while
 workers replace the deck and paint the railings.

Advertisement

Sign up for our newsletter

"It should have been done ten years ago," said the mayor.

The work includes:

new planks
a second rail
lamps on both sides

Drivers will be sent over the motorway bridge, which adds about ten minutes to the journey.

Tags: bridge, traffic

Related articles
Ferry back in service
School bus route changes

3 Comments
Leave a reply
© 2021 The Tarn Valley News. All rights reserved.""".replace("while\n", "while")

PROSE = """\
Nobody had opened the ledger since the autumn of the great storm, and when Anna lifted the cover \
the spine gave way with a sound like a dry branch.

Inside, in three different hands, stood every ship that had come past the mole in forty years, \
with its cargo and the name of its master."""


def raw(text: str, *markup: Markup, format: str = "text", **metadata: str) -> RawDocument:
    """A document of these lines; without markup all of them are plain."""
    lines = tuple(text.split("\n"))
    marks = markup or (PLAIN,) * len(lines)
    return RawDocument(format, lines, marks, Metadata(**metadata))  # type: ignore[arg-type]


def judged(text: str, repetition: Repetition = ALONE) -> Judged:
    return judge(raw(text), repetition)


def label_of(result: Judged, start: str) -> Label:
    """The label of the first line that starts so."""
    return next(line.label for line in result.lines if line.text.strip().startswith(start))


def reason_of(result: Judged, start: str) -> str:
    return next(line.reason for line in result.lines if line.text.strip().startswith(start))


def kept(result: Judged) -> list[str]:
    return [line.text.strip() for line in result.lines if line.label in CONTENT]
