"""Days as people write them."""

from datetime import date

from reader.printable import printable


def day(iso: str | None) -> str:
    """A date as people write it: "3 May 2021"; empty for none."""
    if not iso:
        return ""
    try:
        when = date.fromisoformat(iso)
    except ValueError:
        return printable(iso)
    return f"{when.day} {when:%b} {when.year}"
