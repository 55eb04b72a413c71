"""Pages in languages that do not exist: letters exchanged, form and repetition kept.

Nets that also learn from such pages lean on the form of a page where they do not know its language.
"""
# ruff: noqa: RUF001 — letters and marks of other scripts

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from tools.judge.pages import Page

SHARE = 0.3  # of the mixed pages

_ALPHABETS = {
    "latin": "abcdefghijklmnopqrstuvwxyzäöüéèçñßåøłśżčšžığ",
    "cyrillic": "абвгдежзийклмнопрстуфхцчшщыьэюя",
    "greek": "αβγδεζηθικλμνξοπρστυφχψω",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ",
    "hebrew": "אבגדהוזחטיכלמנסעפצקרשת",
    "bengali": "অআইউএওকখগঘচছজঝটঠডঢণতথদধনপফবভমযরলশষসহািীুেো",
    "devanagari": "अआइउएओकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहािीुेो",
}
_CASED = ("latin", "cyrillic", "greek")
_MARKS = {
    "arabic": {",": "،", "?": "؟", ";": "؛"},
    "bengali": {".": "।"},
    "devanagari": {".": "।"},
}
_ZEROS = {"arabic": (0x660, 0x6F0), "bengali": (0x9E6,), "devanagari": (0x966,)}
_HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
_KANA = [chr(code) for code in range(0x3041, 0x3094)]
_SCRIPTS = (*_ALPHABETS, "latin", "arabic", "han", "han", "kana")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"(?<=[\u3040-\u9fff\d]) (?=[\u3040-\u9fff\d])")
_FULL_WIDTH = (
    (re.compile(r"\.(?=\s|$|[\"”’)])\s?"), "。"),
    (re.compile(r"\?\s?"), "？"),
    (re.compile(r"!\s?"), "！"),
    (re.compile(r"[“\"](?=\S)"), "「"),
    (re.compile(r"[”\"]"), "」"),
)


def invented(page: Page, chance: random.Random) -> Page:
    """The page in a language and perhaps a script of its own."""
    script = chance.choice(_SCRIPTS)
    turn = _unspaced if script in ("han", "kana") else _spaced
    return replace(page, lines=tuple(turn(page.lines, script, chance)))


def _spaced(lines: Sequence[str], script: str, chance: random.Random) -> list[str]:
    letters: dict[str, str] = {}
    marks = _MARKS.get(script, {})
    zeros = _ZEROS.get(script, ())
    zero = chance.choice(zeros) if zeros and chance.random() < 1 / 2 else 0

    def turned(one: str) -> str:
        if one.isalpha():
            low = one.lower()
            if low not in letters:
                letters[low] = chance.choice(_ALPHABETS[script])
            other = letters[low]
            raised = other.upper()
            return raised if script in _CASED and one != low and len(raised) == 1 else other
        if zero and one in "0123456789":
            return chr(zero + int(one))
        return marks.get(one, one)

    return ["".join(map(turned, line)) for line in lines]


def _unspaced(lines: Sequence[str], script: str, chance: random.Random) -> list[str]:
    words: dict[str, str] = {}
    pool = _HAN if script == "han" else _HAN[:800]
    comma = "，" if script == "han" else "、"

    def turned(found: re.Match[str]) -> str:
        word = found.group().lower()
        if word not in words:
            size = 1 if len(word) < 4 else 2 if len(word) < 9 else 3
            made = _KANA if script == "kana" and size == 1 else pool
            words[word] = "".join(chance.choice(made) for _ in range(size))
            if script == "kana" and size > 1 and chance.random() < 2 / 5:
                words[word] += chance.choice(_KANA)
        return words[word]

    made: list[str] = []
    for line in lines:
        indent = line[: len(line) - len(line.lstrip())]
        text = _BETWEEN.sub("", _WORD.sub(turned, line.strip()))
        for mark, wide in _FULL_WIDTH:
            text = mark.sub(wide, text)
        made.append(indent + re.sub(r",\s?", comma, text))
    return made
