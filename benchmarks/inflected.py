"""Pairs of words, written down by hand: forms of one word, and words that only look so.

Folded, as the index has them. Nothing was tuned on them.
"""

from collections.abc import Iterable, Iterator

from reader.search.spelling.forms import forms, stem

FORMS = {
    "en": (
        "bridge/bridges city/cities walk/walked walk/walking stop/stopped swim/swimming"
        " church/churches tomato/tomatoes dance/dancing dance/danced carry/carried carry/carries"
        " study/studying play/played refer/referred travel/travelling argue/argued argue/arguing"
        " tie/tied lie/lying agree/agreed refugee/refugees analysis/analyses begin/beginning"
        " election/elections visit/visitors/ kiss/kisses fix/fixing panic/panicked bus/buses"
        " quiz/quizzes die/dying see/seeing echo/echoes fly/flies enjoy/enjoyed wolf/wolves"
        " leaf/leaves treaty/treaties prisoner/prisoners report/reporting sentence/sentenced"
        " wound/wounded negotiate/negotiating"
    ),
    "de": (
        "buch/bucher stadt/stadte frau/frauen hund/hunde auto/autos zeitung/zeitungen"
        " arzt/arzte land/lander machen/macht machen/machte spielen/spielt lernen/lernte"
        " schon/schone schon/schonen gross/grosse mann/manner tag/tage wald/walder"
        " freundin/freundinnen fenster/fenstern wohnung/wohnungen bild/bilder reisen/reist"
        " zentrum/zentren"
    ),
    "fr": (
        "maison/maisons journal/journaux cheveu/cheveux grand/grande grand/grandes"
        " travailler/travaillait finir/finissons vendre/vendu premier/premiere ancien/anciennes"
        " nouveau/nouveaux heureux/heureuses chanter/chantent aimer/aimons election/elections"
        " sportif/sportives etranger/etrangere partie/parties"
    ),
    "es": (
        "casa/casas ciudad/ciudades amigo/amiga amigo/amigos voz/voces trabajar/trabajando"
        " comer/comiendo vivir/vivido rapido/rapida nacion/naciones estudiar/estudiaron"
        " comprar/compraba flor/flores luchar/lucha"
    ),
    "it": "libro/libri casa/case amico/amici mangiare/mangiato studente/studenti lavorare/lavora",
    "nl": "boek/boeken stad/steden hond/honden werken/werkte kind/kinderen man/mannen",
    "ru": "дом/дома машина/машины столица/столице работать/работает красныи/красная земля/земли",
}
OTHERS = {
    "en": (
        "universe/university organ/organic organ/organize general/generate new/news"
        " policy/police import/important author/authority arm/army wand/wander"
        " experiment/experience community/communist commune/communion relate/relative"
        " relate/relation probe/probable secret/secretary nation/nationality press/pressure"
        " person/personnel interest/interesting/ real/reality real/realize moral/morale"
        " capital/capitalism custom/customer local/location physics/physical politic/politics"
        " minister/ministry human/humane human/humanity design/designate sever/several"
        " past/paste plan/plane car/care bar/bare human/humanist art/article port/portion"
        " electric/electron state/station state/statue mission/missile"
        " marine/marinade animal/animate negligible/negligent"
    ),
    "de": (
        "haus/hausen/ mehr/meer frei/freiheit freund/freundschaft arbeit/arbeitslos"
        " politik/politisch kind/kindheit regen/regieren land/landung natur/naturlich"
        " stein/steinig wissen/wissenschaft gesund/gesundheit"
    ),
    "fr": (
        "nation/national organe/organisation univers/universite commun/communiste"
        " journal/journaliste general/generation port/porte/ premier/primaire art/artiste"
        " libre/liberte"
    ),
    "es": (
        "nacion/nacional organo/organizacion universo/universidad arte/artista general/generacion"
        " puerta/puerto libre/libertad moral/morales/"
    ),
    "it": "nazione/nazionale organo/organizzare universo/universita libero/liberta",
    "nl": "vrij/vrijheid natuur/natuurlijk vriend/vriendschap",
    "ru": "дом/домашнии город/городскои свобода/свободныи",
}


def pairs(listed: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a list, but those that one may see either way: they end in a slash."""
    for pair in listed.split():
        if not pair.endswith("/"):
            first, _, second = pair.partition("/")
            yield first, second


def report() -> None:
    """Print how many pairs of each language are told right, by us and by stems alone."""
    for language, listed in FORMS.items():
        same, other = list(pairs(listed)), list(pairs(OTHERS[language]))
        print(f"forms, {language}: found {_count(same, language)} of {len(same)}", end="")
        print(f", taken for such {_count(other, language)} of {len(other)}", end="")
        print(f" (by stems alone {_stems(same, language)}, {_stems(other, language)})")


def _count(some: Iterable[tuple[str, str]], language: str) -> int:
    return sum(found(first, second, language) for first, second in some)


def _stems(some: Iterable[tuple[str, str]], language: str) -> int:
    return sum(stem(first, language) == stem(second, language) for first, second in some)


def found(first: str, second: str, language: str) -> bool:
    """Whether the second word is found as a form of the first, or the first of the second."""

    def is_form(word: str, other: str) -> bool:
        def beginning(start: str, longest: int) -> Iterable[str]:
            return [other] if other.startswith(start) and len(other) <= longest else []

        return forms(word, [language], beginning) == [other]

    return is_form(first, second) and is_form(second, first)
