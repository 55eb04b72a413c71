"""What a query finds while it is typed, once it was entered, and as a finished one."""

import pytest

from reader.model import Stage
from tests.search.test_search import find


@pytest.mark.parametrize(
    ("text", "rows", "said"),
    [
        ("harbou", [1, 2], "harbou…"),  # no document has it as it stands
        ("old harbou", [1], "old and harbou…"),
        ("har", [1, 2], "har…"),
        ("dredge", [2], "dredge…"),
        ("tag:coas", [1], "tag is coas*"),
        ("in:nort", [2, 1], "in nort*"),
        ("raw:cook", [2], "cook… in what was set aside"),
    ],
)
def test_a_word_that_nothing_has_may_go_on_when_it_was_entered_and_that_is_said(
    text: str, rows: list[int], said: str
) -> None:
    found = find(text, stage=Stage.ENTERED)
    assert [*found.titles, *found.texts] == rows
    assert found.interpretation == said


@pytest.mark.parametrize("text", ["old", "the", "tag:coast", "by:mara", "title:harbour", "harbor"])
def test_what_documents_have_is_whole_when_it_was_entered(text: str) -> None:
    entered, whole = find(text, stage=Stage.ENTERED), find(text)
    assert entered.total
    assert (entered.titles, entered.texts) == (whole.titles, whole.texts)
    assert entered.interpretation == whole.interpretation
