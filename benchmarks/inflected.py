"""Pairs of words, written down by hand: forms of one word, and words that only look so.

Folded, as the index has them. The endings that are known were chosen without them.
"""

from collections.abc import Iterable, Iterator

from reader.search.spelling.forms import forms, stem

FORMS = {
    "en": (
        "mountain/mountains country/countries party/parties hero/heroes knife/knives"
        " life/lives thief/thieves thesis/theses oasis/oases try/tries spy/spies dry/dried"
        " tie/tying jump/jumped shop/shopping plan/planned write/writing drive/driving"
        " close/closed watch/watches brush/brushes reply/replied deny/denies occupy/occupied"
        " bury/burying commit/committed offer/offered attack/attacking invade/invaded"
        " glass/glasses bomb/bombings/ hostage/hostages army/armies embassy/embassies"
        " camp/camps rebel/rebelled gas/gases focus/focused use/using free/freed shoe/shoes"
        " key/keys valley/valleys witness/witnesses crash/crashed arrest/arresting"
    ),
    "de": (
        "tisch/tische lampe/lampen garten/gartens bruder/bruders schwester/schwestern"
        " hand/hande stuhl/stuhle dorf/dorfer schuler/schulern lehrerin/lehrerinnen"
        " kaufen/kaufte kaufen/kauft alt/alten alt/altes kalt/kalter museum/museen datum/daten"
        " fluss/flusse grenze/grenzen vertrag/vertrage regierung/regierungen"
        " gefangener/gefangenen"
    ),
    "fr": (
        "ville/villes animal/animaux hopital/hopitaux bateau/bateaux petit/petites"
        " dernier/dernieres dangereux/dangereuse danser/dansait parler/parlent"
        " choisir/choisissent perdre/perdu actif/active naif/naives chanteur/chanteuse"
        " frontiere/frontieres prison/prisons pays/payse/ general/generaux donner/donnons"
    ),
    "es": (
        "mesa/mesas pared/paredes pez/peces luz/luces cancion/canciones libertad/libertades"
        " gato/gata cantar/cantando beber/bebido salir/saliendo viejo/viejas mirar/miraron"
        " mes/meses"
    ),
    "it": (
        "strada/strade ragazzo/ragazzi banca/banche cantare/cantato esercito/eserciti bello/belli"
    ),
    "nl": "tafel/tafels fiets/fietsen brief/brieven huis/huizen stad/stads lopen/loopt",
    "ru": "город/города река/реки страна/стране читать/читает старыи/старого воина/воины",
}
OTHERS = {
    "en": (
        "operate/operation oper/opera form/formal form/formula form/format act/actual"
        " act/actor act/activist social/society social/socialist hospital/hospitality"
        " vary/various produce/product intern/internal intern/international direct/director"
        " court/courtesy state/statement govern/government govern/governor arrive/arrival"
        " employ/employee employ/employer child/childish friend/friendship train/trainer"
        " fact/factor fact/factory mass/massive mass/massage pass/passenger pass/passion"
        " cent/center cent/central age/agent age/agency rest/restaurant rest/restore"
        " commit/committee execute/executive prison/prisoner bus/business numb/number"
        " corn/corner mad/made hat/hate rat/rate bit/bite can/cane win/wine busy/business"
        " apply/applicant easy/easier/ bas/bases/ gene/genius"
    ),
    "de": (
        "gast/gaststatte freund/freundlich schon/schonheit krank/krankheit lehrer/lehre/"
        " staat/staatlich mensch/menschheit reise/reis/ zahl/zahlung spiel/spieler/"
        " wohnen/wohnung regieren/regierung"
    ),
    "fr": (
        "centre/central social/societe libre/liberation commerce/commercial forme/formation"
        " nature/naturel region/regional ami/amical jour/journee/ histoire/historique"
    ),
    "es": (
        "centro/central historia/historico forma/formacion gobierno/gobernador"
        " region/regional amigo/amistad casa/casamiento"
    ),
    "it": "centro/centrale forma/formazione storia/storico amico/amicizia",
    "nl": "mens/menselijk ziek/ziekte/ land/landelijk",
    "ru": "река/речнои страна/странныи книга/книжныи",
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
