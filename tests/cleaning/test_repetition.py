"""How often a line stands on a site, in steps."""

from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import level, repeated

PAGES = st.integers(min_value=1, max_value=10_000)


def test_a_line_on_one_page_is_not_repeated() -> None:
    assert level(0, 100) == level(1, 1) == level(1, 100) == 0


def test_the_steps_are_some_many_and_most() -> None:
    assert level(2, 100) == 1
    assert level(2, 2) == level(2, 5) == level(30, 100) == 2
    assert level(3, 3) == level(5, 6) == level(50, 100) == 3


@given(PAGES, st.data())
def test_more_pages_with_the_line_never_lower_the_level(pages: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(min_value=0, max_value=pages - 1))
    assert 0 <= level(count, pages) <= level(count + 1, pages) <= 3


def test_it_is_said_in_words() -> None:
    assert repeated(5, 6) == "on 5 of 6 pages of this site"
    assert repeated(1200, 3400) == "on 1,200 of 3,400 pages of this site"
