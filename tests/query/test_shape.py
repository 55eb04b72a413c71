import pytest

from reader.query.shape import GROUPS, SORTS, Shape, Sort


def test_nothing_said_is_nothing_written() -> None:
    assert str(Shape()) == Shape().described() == ""


def test_what_was_said_is_written_and_described() -> None:
    shape = Shape().told("sort", "date-").told("sort", "Title").told("group", "site")
    shape = shape.told("limit", "20")
    assert str(shape) == "sort:date-,title group:site limit:20"
    assert shape.described() == "by date descending, title, grouped by site, at most 20"


@pytest.mark.parametrize("by", SORTS)
def test_every_order_goes_both_ways(by: str) -> None:
    assert Shape().told("sort", by).sort == Shape().told("sort", f"{by}+").sort == (Sort(by),)
    assert Shape().told("sort", f"{by}-").sort == (Sort(by, descending=True),)


@pytest.mark.parametrize("by", GROUPS)
def test_every_group_can_be_taken_back(by: str) -> None:
    assert Shape().told("group", by).group == by
    assert Shape().told("group", by).told("group", "none") == Shape()


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("sort", "colour", "there are: relevance, date"),
        ("sort", "date--", "is no order"),
        ("group", "words", "there are: site"),
        ("limit", "-1", "is not a number"),
        ("limit", "", "is not a number"),
    ],
)
def test_what_cannot_be_said_is_refused(name: str, value: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Shape().told(name, value)
