"""`--format`: text with {fields} of a document in it. Must not know: how it is printed."""

import re
from dataclasses import dataclass
from typing import Self

from reader.cli.record import document_record
from reader.errors import UsageError
from reader.model import Document, DocumentId, Row
from reader.printable import printable

PART = re.compile(r"\{\{|\}\}|\{(?P<field>[^{}]*)\}|\\(?P<escape>.)", re.DOTALL)
ESCAPES = {"t": "\t", "n": "\n", "0": "\0", "\\": "\\"}
FIELDS = tuple(document_record(Document(Row(0), DocumentId(""), "", "")))
"""What may stand in braces: the fields of the JSON."""


@dataclass(frozen=True, slots=True)
class Template:
    """Text and field names in turn, beginning and ending with text."""

    parts: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `{site}\\t{title}`; {{ and }} are braces. Raises UsageError for anything else."""
        parts, end = [""], 0
        for match in PART.finditer(text):
            parts[-1] += text[end : match.start()]
            end = match.end()
            field, escape = match["field"], match["escape"]
            if field is not None:
                if field not in FIELDS:
                    raise UsageError(f"no field {{{field}}}; there are: {', '.join(FIELDS)}")
                parts += [field, ""]
            elif escape is not None:
                parts[-1] += ESCAPES.get(escape, match[0])
            else:
                parts[-1] += match[0][0]
        parts[-1] += text[end:]
        for brace in "{}":
            if brace in PART.sub("", text):
                raise UsageError(f"a {brace} stands alone; write {2 * brace} for the character")
        return cls(tuple(parts))

    def filled(self, document: Document) -> str:
        """The text for this document, fit for a terminal; unknown values are empty."""
        record = document_record(document)
        return "".join(
            _written(record[part]) if index % 2 else part for index, part in enumerate(self.parts)
        )


def _written(value: object) -> str:
    if isinstance(value, list):
        return printable(" ".join(map(str, value)))
    return "" if value is None else printable(str(value))
