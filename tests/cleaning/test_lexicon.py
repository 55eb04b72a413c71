"""The words by which people know clutter."""
# ruff: noqa: RUF001 — marks of other scripts, as pages write them

import pytest

from reader.cleaning.lexicon import CERTAIN, clutter


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Home", "menu"),
        ("Über uns", "menu"),
        ("Skip to content", "menu"),
        ("SubscribeSign In", "menu"),
        ("Home » News » World", "breadcrumbs"),
        ("Startseite > Kultur > Musik", "breadcrumbs"),
        ("Accueil / Monde / Europe", "breadcrumbs"),
        ("HomeNewsWorldThe ferry is back", "breadcrumbs"),
        ("Share on Facebook Tweet", "share bar"),
        ("Facebook Twitter WhatsApp Email", "share bar"),
        ("Teilen", "share bar"),
        ("1,204 views", "share bar"),
        ("Tags: , , , ,", "empty tag line"),
        ("Tags: bridge, traffic", "tag line"),
        ("Schlagwörter: Brücke, Verkehr", "tag line"),
        ("タグ：港、時計", "tag line"),
        ("Copyright © 2020 The Quay Post. All Rights Reserved", "copyright notice"),
        ("© 2021 Talblatt. Alle Rechte vorbehalten.", "copyright notice"),
        ("Related articles", "related list"),
        ("Read more: The ferry is back", "related list"),
        ("Lesen Sie auch", "related list"),
        ("À lire aussi", "related list"),
        ("Te puede interesar", "related list"),
        ("Leggi anche", "related list"),
        ("Lees ook", "related list"),
        ("Leia também", "related list"),
        ("More Stories From The Coast", "related list"),
        ("Sign up for our newsletter", "newsletter box"),
        ("Abonnez-vous à notre newsletter", "newsletter box"),
        ("We use cookies to improve your visit.", "cookie notice"),
        ("Alle akzeptieren", "cookie notice"),
        ("Comments (3)", "comment form"),
        ("12 comments", "comment form"),
        ("Schreibe einen Kommentar", "comment form"),
        ("Your email address will not be published.", "comment form"),
        ("Follow us on Twitter", "follow links"),
        ("Advertisement", "advertisement"),
        ("Anzeige", "advertisement"),
        ("Sign in", "sign-in box"),
        ("5 min read", "reading time"),
        ("Please enable JavaScript to view this page.", "hidden by the page"),
        ("About the author", "about the author"),
        ("3 of 12", "photo counter"),
    ],
)
def test_clutter_is_known_by_its_words(line: str, reason: str) -> None:
    found = clutter(line)
    assert found is not None
    assert found.reason == reason


@pytest.mark.parametrize(
    "line",
    [
        "The ferry is back",
        "Share prices fell in the morning and rose again before the market closed at five.",
        "Follow the money is what the old accountant told every clerk who asked him for advice.",
        "He paid her by email and went home to sleep before the others were awake again.",
        "Topics of the day were the bridge and the price of fish",
        "Key points about the harbour",
        "iPhone",
        "McDonald and O'Brien",
        "",
        "!!!",
    ],
)
def test_an_article_speaks_of_such_things_too(line: str) -> None:
    found = clutter(line)
    assert found is None or found.certainty < CERTAIN


def test_a_request_for_consent_is_known_however_long_it_is() -> None:
    text = (
        "We and our partners store information on your device, such as cookies, in order to show"
        " you advertising that we think you will like. You can withdraw your consent at any time."
        " Some partners rely on what they call a legitimate interest, to which you can object."
    )
    found = clutter(text)
    assert found is not None
    assert found.reason == "cookie notice"
