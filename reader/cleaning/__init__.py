"""Lines to labelled lines, and those to reading text. Must not know: files, SQLite, the screen."""

from reader.cleaning.corrections import UNCORRECTED, Corrections, corrected, held, line_keys
from reader.cleaning.explain import explain
from reader.cleaning.fingerprint import fingerprint, fingerprints, numbered
from reader.cleaning.judge import judge
from reader.cleaning.measure import measured
from reader.cleaning.metadata import language, site_of
from reader.cleaning.paragraphs import paragraphs, text, words
from reader.cleaning.repetition import ALONE, Repetition, is_repeated, level, repeated
from reader.cleaning.retelling import retold
from reader.cleaning.sites import goes_with, grouped, sketch

__all__ = [
    "ALONE",
    "UNCORRECTED",
    "Corrections",
    "Repetition",
    "corrected",
    "explain",
    "fingerprint",
    "fingerprints",
    "goes_with",
    "grouped",
    "held",
    "is_repeated",
    "judge",
    "language",
    "level",
    "line_keys",
    "measured",
    "numbered",
    "paragraphs",
    "repeated",
    "retold",
    "site_of",
    "sketch",
    "text",
    "words",
]
