import pytest

from reader.tui.days import day


@pytest.mark.parametrize(
    ("iso", "said"), [("2021-05-03", "3 May 2021"), (None, ""), ("", ""), ("2021\x1b", "2021␛")]
)
def test_dates_are_written_as_people_do(iso: str | None, said: str) -> None:
    assert day(iso) == said
