"""Lines that say what a picture shows, or who made it."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re

from reader.cleaning.hints import CAPTION, DIGIT, hints
from reader.cleaning.units import LONGEST_LINE, Unit
from reader.model import Kind

_CAPTION_WORDS = 60
_SENTENCES = 3  # that may end inside a caption
_SHORT_WORDS = 15
_CAPTION = re.compile(
    r"^\W*(?:photo(?:graph)?s?|picture[ds]?|images?|illustration|credits?|fotos?|bild|abbildung"
    r"|quelle|crédits?|imagen|immagine|beeld|imagem|фото|写真|图|图片|صورة"
    r"|file photo|above|caption)\s*(?:[:：©/]|\b(?:by|credit|courtesy|von|par|de)\b)"
    r"|\((?:photo|image|picture|foto|bild|credit|ap|afp|reuters|getty|dpa|epa|efe|ansa)\b[^)]*\)\W*$"
    r"|\b(?:photo|foto|bild|image|picture|credit|illustration|撮影|写真)\s?[:：]\s?\S+(?:\s\S+){0,4}$"
    r"|\b(?:file|archive|stock) (?:photo|picture|image)\W*$|\barchiv(?:bild|foto)\W*$"
    r"|\bcredit\.\.\.|\[file:|[.)](?:reuters|ap|afp|getty)\W*$|\bgetty\W*$"
    r"|getty images|/\s?(?:afp|reuters|ap|dpa|epa)\b|\b(?:afp|reuters|ap)\s?/|via (?:getty|ap)\b"
    r"|shutterstock|wikimedia commons|\bphoto(?:graph)? (?:by|credit|courtesy)\b|^\[(?:image|photo)"
)
_YEAR_TAIL = re.compile(r"[–—-]\s*(?:\w+\s+)?[12]\d{3}\W*$|\((?:\w+ )?[12]\d{3}\)\W*$")


def is_caption(unit: Unit) -> bool:
    """Whether a unit says what a picture shows, or who made it."""
    if unit.markup.kind is Kind.CAPTION:
        return True
    if (
        unit.shape.words > _CAPTION_WORDS
        or len(unit.text) > LONGEST_LINE
        or unit.markup.kind is not Kind.TEXT
    ):
        return False
    if unit.shape.inner > _SENTENCES or not hints(unit.text) & CAPTION:
        return False
    return bool(_CAPTION.search(unit.text.casefold()))


def is_dated_caption(unit: Unit) -> bool:
    """Whether a short line ends with the year of the picture it names."""
    short = unit.shape.words <= _SHORT_WORDS and len(unit.text) <= LONGEST_LINE
    if not short or unit.shape.sentence or not hints(unit.text) & DIGIT:
        return False
    return bool(_YEAR_TAIL.search(unit.text))
