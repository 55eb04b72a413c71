"""Which characters of a line made it answer. Must not know: other lines."""

from collections.abc import Sequence

from reader.search.fold import folded_with_origins
from reader.search.picking.terms import WHITE, Form, Group, Kind, Term


def lit(text: str, groups: Sequence[Group], judged: Sequence[int] = ()) -> tuple[int, ...]:
    """Return the characters of a line that answer the query, ascending.

    `judged` are those that the title index names, for words that do not stand there as they were
    typed.
    """
    found: set[int] = set()
    for group in groups:
        ways = [_answer(text, term, judged) for term in group if not term.negated]
        found.update(next((way for way in ways if way), ()))
    return tuple(sorted(found))


def _answer(text: str, term: Term, judged: Sequence[int]) -> Sequence[int]:
    """Return the characters that answer one term."""
    formed, origins = _formed(text, term.form)
    length = len(term.text)
    match term.kind:
        case Kind.START | Kind.WHOLE:
            begin = 0 if term.text[:1].isspace() else len(formed) - len(formed.lstrip(WHITE))
            begin = begin if formed.startswith(term.text, begin) else -1
        case Kind.END:
            end = len(formed) if term.text[-1:].isspace() else len(formed.rstrip(WHITE))
            begin = end - length if formed[:end].endswith(term.text) else -1
        case _:
            begin = _best_place(formed, term.text)
    if begin >= 0:
        return _origins(range(begin, begin + length), origins)
    if term.kind is not Kind.FUZZY:
        return ()
    return judged or _origins(_in_order(formed, term.text), origins)


def _formed(text: str, form: Form) -> tuple[str, Sequence[int]]:
    """Return the text in its form and, for each character, where in the text it came from."""
    if form is Form.FOLDED:
        return folded_with_origins(text)
    if form is Form.PLAIN or text.isascii():
        return (text if form is Form.PLAIN else text.lower()), range(len(text) + 1)
    pieces = [character.lower() for character in text]
    origins = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), origins


def _best_place(formed: str, wanted: str) -> int:
    """Return where a text stands, at a word's start if it does at any; else -1."""
    first = at = formed.find(wanted)
    while at > 0 and formed[at - 1].isalnum() and formed[at].isalnum():
        at = formed.find(wanted, at + 1)
    return at if at >= 0 else first


def _in_order(formed: str, wanted: str) -> list[int]:
    """Return the letters one after the other, the last ones that end where the first ones do."""
    at = -1
    for letter in wanted:
        at = formed.find(letter, at + 1)
        if at < 0:
            return []
    places = [at]
    for letter in reversed(wanted[:-1]):
        at = formed.rfind(letter, 0, at)
        places.append(at)
    return places[::-1]


def _origins(places: Sequence[int], origins: Sequence[int]) -> list[int]:
    return sorted({origins[place] for place in places})
