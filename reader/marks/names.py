"""What a tag may be called."""

import unicodedata

from reader.errors import MarksError

JOINERS = "\u200c\u200d"  # part of the spelling in Persian, Hindi and others
SIGNS = "+-# "  # written before a tag, never part of it
QUOTE = '"'  # in a dump it begins a path


def tag_name(text: str) -> str:
    """The one spelling of a tag: NFC, case folded, hyphens for spaces, "/" between its parts.

    Empty parts, control and format codes and double quotes fall out, and so do signs in front that
    people write before tags: + - #. MarksError if nothing stays.
    """
    name, spelt = "", text.lstrip(SIGNS)
    # Folding can undo composition and composition folding, in a few letters with iota below;
    # and a sign may come to the front when what stood before it falls out.
    while name != spelt:
        name, spelt = spelt, _spelt(spelt).lstrip(SIGNS)
    if not name:
        raise MarksError(f"{text!r} is no name for a tag: give it a letter or a digit")
    return name


def _spelt(text: str) -> str:
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    parts = ("-".join("".join(filter(_allowed, part)).split()) for part in folded.split("/"))
    return "/".join(part for part in (part.strip(JOINERS) for part in parts) if part)


def _allowed(character: str) -> bool:
    if character.isspace() or character in JOINERS:
        return True
    # Cc control, Cf format, Cs surrogate, Co private, Cn none.
    return character != QUOTE and not unicodedata.category(character).startswith("C")
