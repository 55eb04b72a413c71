import numpy as np

from reader.cleaning.nets.dom import NAMES, dom, names
from reader.cleaning.repetition import ALONE
from reader.cleaning.units import Unit, units
from reader.sources import parse_html, parse_text

SENTENCE = "The keeper wrote home every week, and his sister kept every letter he sent her."
PAGE = f"""<body><div class="topNav"><p><a href="/">Home</a></p><p><a href="/n">News</a></p></div>
<main><div id="story-body"><p>{SENTENCE}</p><p>{SENTENCE} Twice.</p></div></main>
<footer><p>All rights reserved</p></footer></body>"""


def of(page: str) -> list[Unit]:
    return list(units(parse_html(page), ALONE))


def called(page: str) -> list[set[int]]:
    found = of(page)
    buckets, first = names(found)
    return [set(part.tolist()) for part in np.split(buckets, first[1:])]


def test_there_is_a_row_for_each_unit_and_every_number_is_finite() -> None:
    found = of(PAGE)
    numbers = dom(found)
    assert len(numbers) == len(found) == 5
    assert np.isfinite(numbers).all()


def test_links_stand_in_the_first_columns() -> None:
    assert dom(of(PAGE))[:, :2].tolist() == [[1, 1], [1, 1], [0, 0], [0, 0], [0, 0]]


def test_units_without_an_element_around_them_have_numbers_too() -> None:
    assert np.isfinite(dom(units(parse_text("One line\n\nanother"), ALONE))).all()


def test_names_of_classes_and_ids_are_taken_apart_into_words() -> None:
    one, other = called('<p class="topNav">A</p>'), called('<p class="nav top">A</p>')
    assert one == other
    assert one != called('<p class="story">A</p>')


def test_names_count_by_how_far_out_their_element_is() -> None:
    inner = called('<div class="a1 story"><p>A</p></div>')[0]
    outer = called('<div class="a1"><p class="story">A</p></div>')[0]
    assert inner != outer
    assert inner & outer


def test_every_bucket_is_one_of_the_table() -> None:
    buckets, first = names(of(PAGE))
    assert len(first) == 5
    assert ((buckets >= 0) & (buckets < NAMES)).all()
