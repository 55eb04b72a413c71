"""Which endings a language puts on one and the same word. Must not know: any index.

Stemmers cut off endings that make another word, too: universe and universal have one stem. Two
words are forms of one only if, besides, their endings stand in one paradigm. Endings are folded,
as the words of the index are.
"""

from collections.abc import Iterator

_ENGLISH = (
    "- s es ed ing",
    "e es ed ing",
    "y ies ied ying",
)
_GERMAN = (
    "- e en er es em n ern s nen",
    "en e st t est et n te ten tet test ete eten end",
    "um en a",
    "us en",
)
_FRENCH = (
    "- s x e es",
    "al aux",
    "ail aux",
    "eux euse euses",
    "if ifs ive ives",
    "er e es ons ez ent ais ait ions iez aient ant ee ees a as ai erent era erai eront",
    "ir is it issons issez issent issait issaient issant ie ies ira irait",
    "re s t ons ez ent ait aient ant u ue us ues ra",
    "- ne nes",
    "er ere ers eres",
)
_SPANISH = (
    "- s es",
    "o a os as",
    "z ces",
    "ar o as a amos ais an e aste aron aba abas aban ando ado ada ados adas ara aran en",
    "er o es e emos eis en i iste io ieron ia ian iendo ido ida idos idas era eran",
    "ir o es e imos en i iste io ieron ia ian iendo ido ida idos idas ira iran",
)
_ITALIAN = (
    "o i a e",
    "e i",
    "a i e",
    "co chi ca che",
    "go ghi ga ghe",
    "are o i a iamo ate ano ava avano ando ato ata ati ate era eranno asse",
    "ere o i e iamo ete ono eva evano endo uto uta uti ute era eranno",
    "ire o i e iamo ite ono iva ivano endo ito ita iti ite ira iranno isce iscono",
)
_PORTUGUESE = (
    "- s es",
    "o a os as",
    "ao oes aos aes",
    "l is",
    "m ns",
    "ar o as a amos am ei ou aram ava avam ando ado ada ados adas ara arao",
    "er o es e emos em i eu eram ia iam endo ido ida idos idas era erao",
    "ir o es e imos em i iu iram ia iam indo ido ida idos idas ira irao",
)
_DUTCH = (
    "- e en s n t te ten de den er ere",
    "f ven",
    "s zen",
)
_SWEDISH = (
    "- en n et t ar er or arna erna orna na s ens ets arnas ernas ornas",
    "a or an orna as ans ornas",
    "e ar en arna es ens",
    "a ar ade at as er te t d de da ad ande",
    "- t a e are ast",
)
_DANISH = (
    "- en n et t er e r ene erne ne s ens ets enes ernes",
    "e er ede et ende es te t",
    "- t e ere est",
)
_RUSSIAN = (
    "- а у ом е ы ов ам ами ах и",
    "а ы е у ои ою - ам ами ах и",
    "я и е ю еи ею ь ям ями ях",
    "ь я ю ем е и еи ям ями ях ью",
    "о а у ом е ам ами ах -",
    "ие ия ию ием ии иям иями иях",
    "ия ии ию иеи иям иями иях",
    "ыи ая ое ые ого ому ым ом ои ую ых ыми",
    "ии ая ое ие ого ому им ом ои ую их ими яя ее его ему ем еи юю",
    "ть ю ешь ет ем ете ют л ла ло ли я",
    "ить ю ишь ит им ите ят ил ила ило или и у",
    "ать аю аешь ает аем аете ают ал ала ало али ая у ит им ат",
)

PARADIGMS: dict[str, tuple[frozenset[str], ...]] = {
    language: tuple(frozenset(line.replace("-", "").split(" ")) for line in lines)
    for language, lines in {
        "en": _ENGLISH,
        "de": _GERMAN,
        "fr": _FRENCH,
        "es": _SPANISH,
        "it": _ITALIAN,
        "pt": _PORTUGUESE,
        "nl": _DUTCH,
        "sv": _SWEDISH,
        "da": _DANISH,
        "no": _DANISH,
        "nb": _DANISH,
        "nn": _DANISH,
        "ru": _RUSSIAN,
    }.items()
}
"""The endings that one word may have, by language; the empty one too."""

CERTAIN = {
    "en": ("y ies ied ying", "ie ies ied ying", "f ves", "fe ves", "is es"),
    "de": ("in innen", "um en"),
    "fr": ("al aux", "eux euse euses", "if ifs ive ives", "er ere ers eres", "eur euse"),
    "es": ("z ces", "on ones", "dad dades"),
    "pt": ("ao oes", "al ais", "el eis", "vel veis"),
    "nl": ("f ven", "heid heden"),
}
"""Endings so telling that two words with them are one, if both are there, whatever their stems."""

_BEFORE_CERTAIN = 2  # letters, at least

_UNDECLINED = 2  # letters, at least, before any ending
_SHARED, _LEFT = 4, 3  # letters both must begin with where no endings are known, and may differ in


def one_word(first: str, second: str, language: str) -> bool:
    """Whether two words of one stem differ by no more than what inflection does."""
    same = shared(first, second)
    paradigms = PARADIGMS.get(language)
    if paradigms is None:
        return same >= _SHARED and max(len(first), len(second)) - same <= _LEFT
    return any(
        not ending.isdisjoint(_endings(first, at)) and not ending.isdisjoint(_endings(second, at))
        for at in range(same, _UNDECLINED - 1, -1)
        for ending in paradigms
    )


def certain(word: str, language: str) -> Iterator[str]:
    """Yield what would be forms of a word by its ending alone; not all of them are words."""
    for line in CERTAIN.get(language, ()):
        endings = line.split()
        for ending in endings:
            start = word.removesuffix(ending)
            if start != word and len(start) >= _BEFORE_CERTAIN:
                yield from (start + other for other in endings if other != ending)


def shared(first: str, second: str) -> int:
    """Return how many letters both begin with."""
    least = min(len(first), len(second))
    return next((at for at in range(least) if first[at] != second[at]), least)


def _endings(word: str, at: int) -> set[str]:
    """Return what follows the first letters; without a letter that is there twice, too."""
    rest = word[at:]
    doubled = len(rest) > 1 and rest[0] == word[at - 1]
    return {rest, rest[1:]} if doubled else {rest}
