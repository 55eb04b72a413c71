"""Lines to labelled lines, and those to reading text. Must not know: files, SQLite, the screen."""

from reader.cleaning.corrections import UNCORRECTED, Corrections, corrected, held, line_keys
from reader.cleaning.explain import explain
from reader.cleaning.fingerprint import fingerprint, fingerprints
from reader.cleaning.judge import judge
from reader.cleaning.metadata import language, site_of
from reader.cleaning.paragraphs import paragraphs, text, words
from reader.cleaning.repetition import ALONE, Repetition, level, repeated

__all__ = [
    "ALONE",
    "UNCORRECTED",
    "Corrections",
    "Repetition",
    "corrected",
    "explain",
    "fingerprint",
    "fingerprints",
    "held",
    "judge",
    "language",
    "level",
    "line_keys",
    "paragraphs",
    "repeated",
    "site_of",
    "text",
    "words",
]
