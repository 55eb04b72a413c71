"""What the names of persons look like."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re

from reader.cleaning.byline_words import ROLES
from reader.cleaning.calendar_names import WEEKDAYS

LONGEST = 60  # characters of a name
WORDS = 6  # of one name
_SHORT = 4  # letters of a word in capitals that may be those of an agency
_PARTICLES_WORDS = """
de da do dos das del della dei di von van vom zu zum zur der den la le du des al el bin ibn ben y e
und and et & of ter ten te af av mc st san d' l' o' dalla degli af zum
"""
PARTICLES = frozenset(_PARTICLES_WORDS.split())
"""Small words within names."""

_UNCASED = 3  # words of a name in a script without capitals
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_GLUED = re.compile(r"^(?!Mc|Mac|De|Le|La|Di|Van|Fitz|O['’])\w*[a-zß-ÿ][A-ZÀ-Þ]")
_NO_NAMES_WORDS = """
news home sport sports politics economy business culture opinion world science comments share print
menu search login register about contact update updated published breaking live photo video gallery
today yesterday read more listen subscribe download here topic reply category categories tags ago
edit sign profile account off out signed logged password shop store help contact privacy terms
find your next view see also get buy watch channel tv radio network کد خبر شناسه
the this that his her my our all most how why what when where who new no not
diese diesen dieser dieses artikel cet cette este esta questo questa deze dit ten ta article
"""
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())


def looks_like_name(text: str) -> bool:
    """Whether a text could be the name of a person or an office: few words, capitals, no digits."""
    words = text.replace(",", " ").split()
    if not 1 <= len(words) <= WORDS or len(text) > LONGEST:
        return False
    if (
        any(character.isdigit() or character in ":：" for character in text)
        or text[-1:] in "!?。;…"
    ):
        return False
    named = 0
    for word in words:
        bare = word.strip(".'’()\"")
        if bare.lower() in PARTICLES or bare[:2].lower() in ("d'", "l'", "d’", "l’"):
            continue
        if not bare[:1].isalpha() or (bare[0].lower() != bare[0].upper() and not bare[0].isupper()):
            return False
        named += 1
    return named > 0


def is_person(text: str) -> bool:
    """Whether a text on a line of its own looks like the name of a person: two words or more."""
    words = text.split()
    if not 2 <= len(words) <= WORDS - 1 or not looks_like_name(text):
        return False
    if words[-1].lower() in PARTICLES or words[0].lower() in ("of", "and", "&", "und", "et", "y"):
        return False
    if text.lower() == text.upper() and (len(words) > _UNCASED or _EASTERN.search(text)):
        return False
    if any(_GLUED.search(word) for word in words):
        return False
    folded = {word.strip(".,'’").lower() for word in words}
    if folded & _NO_NAMES or folded & ROLES or folded & WEEKDAYS:
        return False
    return not any(len(word) > 1 and word[0] in "&+" for word in words) and "&" not in folded


def capitalised(name: str) -> str:
    """Write a name set wholly in capitals as names are written; initials and agencies stay."""
    words = name.split()
    if len(words) < 2 or not name.isupper() or all(len(word) <= _SHORT - 1 for word in words):
        return name
    return " ".join(
        word if len(word.strip(".")) == 1 or "." in word[:-1] else _title(word) for word in words
    )


def _title(word: str) -> str:
    if word.lower() in PARTICLES:
        return word.lower()
    return re.sub(r"[^\W\d_]+", lambda part: part[0][:1] + part[0][1:].lower(), word)
