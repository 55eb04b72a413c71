import numpy as np

from reader.cleaning.nets.dom import features_in_page
from reader.cleaning.nets.features import features
from reader.cleaning.nets.network import WEIGHTS, chances, said
from reader.cleaning.repetition import ALONE
from reader.cleaning.units import units
from reader.sources import parse_html, parse_text

SENTENCES = (
    "The old harbour wall was built by hand more than a century ago, and the town has argued"
    " about it ever since the great storm of last winter tore a hole in its northern end.",
    "Engineers who examined the damage say that the stones themselves are sound, but that the sea"
    " has washed out the sand beneath them, and that every tide makes the hollow a little larger.",
    "Nobody wants to pay for it. The county says that the wall belongs to the town, the town says"
    " that it was given to the harbour board in 1911, and the board was dissolved in 1974.",
)
PAGE = "\n\n".join(
    (
        "Skip to content",
        "News",
        "Sport",
        "Log in",
        "The harbour wall",
        "Share on Facebook",
        *SENTENCES,
        "Related stories",
        "Subscribe to our newsletter",
        "© 2021 All rights reserved",
    )
)


def likely(text: str) -> dict[str, float]:
    found = units(parse_text(text), ALONE)
    return dict(zip([unit.text for unit in found], chances(features(found)).tolist(), strict=True))


def test_paragraphs_are_likelier_than_what_stands_around_them() -> None:
    told = likely(PAGE)
    around = [told[text] for text in told if text not in (*SENTENCES, "The harbour wall")]
    assert min(told[text] for text in SENTENCES) > 0.5 > max(around)


def test_a_page_is_read_with_its_elements() -> None:
    around = "".join(f"<p>{text}</p>" for text in PAGE.split("\n\n")[:4])
    story = "".join(f"<p>{text}</p>" for text in SENTENCES)
    found = units(parse_html(f"<nav>{around}</nav><article>{story}</article>"), ALONE)
    told = chances(features_in_page(found))
    assert told[4:].min() > 0.5 > told[:4].max()


def test_the_same_page_has_the_same_chances() -> None:
    assert likely(PAGE) == likely(PAGE)


def test_one_unit_is_enough() -> None:
    assert all(0 <= chance <= 1 for chance in likely("…").values())


def test_the_weights_are_few() -> None:
    assert WEIGHTS.stat().st_size <= 150_000
    with np.load(WEIGHTS) as packed:
        assert all(np.all(np.isfinite(packed[name])) for name in packed.files)


def test_the_headline_is_likelier_to_be_one_than_anything_around_it() -> None:
    found = units(parse_text(PAGE), ALONE)
    titles = said(features(found)).title
    assert found[int(titles.argmax())].text == "The harbour wall"
