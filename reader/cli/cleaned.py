"""What `clean` prints of one document. Must not know: files, arguments."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.cli.record import VERSION, Record, line_record
from reader.library.as_html import as_html
from reader.library.as_markdown import as_markdown
from reader.model import Explained, Label, Line

if TYPE_CHECKING:  # a command that is used wrongly loads nothing that cleans
    from reader.library.records import Cleaned

WIDTHS = (11, 5)  # of the longest label, and of a score with three digits
LEAST = 0.005  # by which a group of features moved the nets, to be named in text
DIGITS = 3  # after the point, in JSON


def text_lines(cleaned: "Cleaned", keep: str | None) -> Iterator[str]:
    """The clean text, or the lines that are to be kept as they are."""
    if keep:
        yield from cleaned.kept(keep)
    elif cleaned.text:
        yield from cleaned.text.split("\n")


def markdown_lines(cleaned: "Cleaned", keep: str | None, front: bool) -> Iterator[str]:
    """The article, or the lines that are to be kept as code, as Markdown."""
    return as_markdown(cleaned.kept_article(keep) if keep else cleaned.article, front)


def html_lines(cleaned: "Cleaned", keep: str | None) -> Iterator[str]:
    """The article, or the lines that are to be kept as code, as a page of HTML."""
    return as_html(cleaned.kept_article(keep) if keep else cleaned.article)


def explained_lines(
    cleaned: "Cleaned", explained: tuple[Explained, ...], keep: str | None
) -> Iterator[str]:
    """`number label score reason | text` for each line, and below it what spoke for or against."""
    lines = cleaned.judged.lines
    width = len(str(len(lines)))
    for number, (line, spoke) in enumerate(zip(lines, explained, strict=True), 1):
        if _asked(line, keep):
            yield f"{number:>{width}} {_judged(line)}".rstrip()
            if spoke.seen:
                yield " " * (width + 1) + _spoken(spoke)


def explained_record(
    id: object, cleaned: "Cleaned", explained: tuple[Explained, ...], keep: str | None
) -> Record:
    """The same as JSON."""
    lines = zip(cleaned.judged.lines, explained, strict=True)
    return {
        "v": VERSION,
        "id": id,
        "lines": [
            {"number": number, **line_record(line), **_spoken_record(spoke)}
            for number, (line, spoke) in enumerate(lines, 1)
            if _asked(line, keep)
        ],
    }


def is_partly_explained(explained: tuple[Explained, ...]) -> bool:
    """Whether the document was too long to ask the nets what moved them."""
    return any(spoke.seen and not spoke.moved for spoke in explained)


def _asked(line: Line, keep: str | None) -> bool:
    return keep != "removed" or line.label is Label.BOILERPLATE


def _judged(line: Line) -> str:
    score = "" if line.score is None else f"{line.score:.3f}"
    said = f"{line.label:<{WIDTHS[0]}} {score:>{WIDTHS[1]}} {line.reason}"
    return f"{said.rstrip()} | {line.text}".rstrip()


def _spoken(spoke: Explained) -> str:
    parts = [", ".join(spoke.seen)]
    if spoke.worth is not None:
        parts.append(f"worth {spoke.worth:+.1f} words of prose")
    if spoke.chance is not None:
        named = [f"{one.name} {one.weight:+.2f}" for one in spoke.moved if abs(one.weight) >= LEAST]
        parts.append(f"nets {spoke.chance:.2f}" + (f": {', '.join(named)}" if named else ""))
    return "; ".join(parts)


def _spoken_record(spoke: Explained) -> Record:
    return {
        "seen": list(spoke.seen),
        "worth": None if spoke.worth is None else round(spoke.worth, DIGITS),
        "chance": None if spoke.chance is None else round(spoke.chance, DIGITS),
        "moved": [{"name": one.name, "weight": round(one.weight, DIGITS)} for one in spoke.moved],
    }
