"""What lines are above the article, in it, and below it."""

import pytest

from reader.cleaning import Repetition, fingerprint, judge
from reader.model import Label
from tests.cleaning.pages import PROSE, judged, label_of, raw, reason_of

TITLE = "Anna opens the ledger of the storm"


def test_a_standfirst_under_the_headline_is_kept() -> None:
    result = judged(f"{TITLE}\n\nIt had lain shut for forty years.\n\nBy Mara Lind\n\n{PROSE}")
    assert label_of(result, "It had lain") is Label.BODY


def test_a_name_beside_a_date_is_the_byline() -> None:
    result = judged(f"Sign in\n\n{TITLE}\n\nMara Lind\n3 May 2021\n\n{PROSE}")
    assert label_of(result, "Mara Lind") is Label.BYLINE
    assert result.metadata.author == "Mara Lind"


def test_a_name_below_a_bare_by_is_the_author() -> None:
    result = judged(f"Sign in\n\n{TITLE}\n\nBy\nMara Lind\n\n{PROSE}")
    assert label_of(result, "By") is label_of(result, "Mara Lind") is Label.BYLINE
    assert result.metadata.author == "Mara Lind"


def test_a_note_on_the_author_below_the_article_is_left_out() -> None:
    note = "Mara Lind writes about harbours and the people who look after them."
    result = judged(f"{TITLE}\n\nBy Mara Lind\n\n{PROSE}\n\n{note}\n")
    assert reason_of(result, "Mara Lind writes") == "about the author"


def test_dates_of_comments_are_not_the_date_of_the_article() -> None:
    result = judged(f"{TITLE}\n\n{PROSE}\n\n1 comment\n\nJens\n4 May 2021\n\nWell said.")
    assert result.metadata.date is None


def test_dates_deep_in_a_diary_are_headings_not_dates() -> None:
    entries = "\n\n".join(f"{day} May 1951\n\n{PROSE}" for day in range(3, 9))
    result = judged(f"The diary of Anna Holt\n\n{entries}")
    assert label_of(result, "8 May") is not Label.DATE


def test_a_note_of_publication_below_the_article_is_a_date() -> None:
    result = judged(f"{TITLE}\n\n{PROSE}\n\nShare on Facebook\n\nPublished 3 May 2021")
    assert label_of(result, "Published") is Label.DATE


def test_lines_before_and_after_say_so() -> None:
    text = f"Voices of the coast\n\n{TITLE}\n\n{PROSE}\n\nLog in\n\nOur other papers\n\nContact us"
    result = judged(text)
    assert reason_of(result, "Voices") == "before the article"
    assert reason_of(result, "Our other") == "after the article"


def test_a_long_paragraph_is_not_taken_for_another_above_the_headline() -> None:
    notice = "We use cookies to keep you signed in, to count our readers and to choose " * 4
    story = " ".join(PROSE.split() * 2)
    page = f"Home\n\nSign in\n\n{notice}\n\nShare\n\n{TITLE}\n\n{story}\n\n{PROSE}\n\nLog in"
    result = judged(page)
    assert label_of(result, TITLE) is Label.TITLE
    assert label_of(result, PROSE[:40]) is Label.BODY


STANDFIRST = "Why the water under the bridge goes on singing after the wind has dropped."


@pytest.mark.parametrize(("pages", "label"), [(4, Label.BODY), (1, Label.BOILERPLATE)])
def test_a_standfirst_that_is_teased_with_its_headline_is_kept(pages: int, label: Label) -> None:
    lines = f"Home\nNews\nThe bridge that sings\n{STANDFIRST}\n{PROSE}\nShare this".split("\n")
    repeated = (("Home", 6), ("News", 6), ("Share this", 6), (STANDFIRST, 4))
    counts = {fingerprint(line): count for line, count in repeated}
    counts[fingerprint("The bridge that sings")] = pages
    found = judge(raw("\n".join(lines)), Repetition(6, counts)).lines
    assert found[lines.index(STANDFIRST)].label is label
