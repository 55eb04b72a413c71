"""What a document tells about itself."""
# ruff: noqa: RUF001 — marks of other scripts, as pages write them

import pytest

from reader.cleaning import judge, language, site_of
from reader.model import PLAIN, Kind, Markup, Metadata, RawDocument
from tests.cleaning.pages import BRIDGE, PROSE, judged, raw

META = Markup(Kind.META)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The bridge over the river is closed because the deck is being replaced.", "en"),
        ("Die Brücke ist gesperrt, weil die Fahrbahn erneuert wird.", "de"),
        ("Le pont est fermé parce que l’on remplace le tablier.", "fr"),
        ("El puente está cerrado porque cambian las tablas.", "es"),
        ("橋は板を取り替えるために閉まっている。", "ja"),
        ("الجسر مغلق لأن العمال يستبدلون الألواح القديمة.", "ar"),
        ("Milk eggs bread", ""),
        ("", ""),
        ("123 456 789 000 111 222", ""),
    ],
)
def test_the_language_of_a_text_is_told_or_left_open(text: str, code: str) -> None:
    assert language(text) == code


def test_what_is_declared_wins_over_what_is_read() -> None:
    result = judge(
        raw(BRIDGE, author="Jens Ohl", date="2019-01-01", lang="da", site="Quay", title="Other")
    )
    told = result.metadata
    assert (told.author, told.date, told.lang) == ("Jens Ohl", "2019-01-01", "da")
    assert (told.site, told.title) == ("Quay", "Other")


def test_author_date_language_and_site_are_read_from_the_lines() -> None:
    told = judged(BRIDGE).metadata
    assert told == Metadata(
        title="Bridge to close for repairs",
        author="Mara Lind",
        site="The Tarn Valley News",
        date="2021-05-03",
        lang="en",
    )


def test_the_day_of_publication_wins_over_the_day_of_a_change() -> None:
    text = f"The ledger\n\nUpdated 5 May 2021\nPublished 3 May 2021\n\n{PROSE}"
    assert judged(text).metadata.date == "2021-05-03"


def test_a_date_below_the_article_serves_where_there_is_none_above() -> None:
    assert judged(f"The ledger\n\n{PROSE}\n\nPublished 3 May 2021").metadata.date == "2021-05-03"


def test_a_day_that_could_be_a_month_is_no_date_in_english() -> None:
    assert judged(f"The ledger\n\n03/05/2021\n\n{PROSE}").metadata.date is None


def test_a_site_is_its_host_then_its_name_then_its_folder() -> None:
    def site(**metadata: str) -> str:
        return site_of(RawDocument("text", (), (), Metadata(**metadata)), "clips")  # type: ignore[arg-type]

    assert site(url="https://www.quay.example/a", site="Quay") == "quay.example"
    assert site(site="Quay Post") == "quay post"
    assert site() == "clips"
    assert site(url="http://[broken") == "clips"


def told(*head: str) -> tuple[str, str | None]:
    found = judged("\n\n".join([*head, PROSE])).metadata
    return found.author, found.date


def test_the_day_of_the_visit_above_the_headline_is_no_date_of_the_article() -> None:
    bar, menu = "Tuesday 30 May 2023 14:22 UTC", "World | Economy | Culture"
    assert told(bar, menu, "The ledger of Anna", "By Mara Lind", "18 Mar 2021") == (
        "Mara Lind",
        "2021-03-18",
    )
    assert told("It is currently 04 Mar 2023, 09:41", menu, "The ledger of Anna")[1] is None


def test_a_name_alone_below_the_headline_is_the_author() -> None:
    assert told("The ledger of Anna", "Mara Lind", "18 Mar 2021") == ("Mara Lind", "2021-03-18")
    assert told("The ledger of Anna", "MARA LIND | Holm", "18 Mar 2021")[0] == "Mara Lind"


def test_the_first_post_of_a_thread_tells_author_and_date() -> None:
    first, second = "by old_ned » 09 Apr 2021, 08:10", "by gwen » 10 Apr 2021, 09:00"
    page = f"Robin in my mower\n\n{first}\n\n{PROSE}\n\n{second}\n\nLovely!"
    found = judged(page).metadata
    assert (found.author, found.date) == ("old_ned", "2021-04-09")


def test_a_masthead_with_the_day_of_the_visit_is_no_byline() -> None:
    bar, crumbs = "Valley Post | Wednesday, March 13, 2024", "Home › News › Local"
    assert told(bar, crumbs, "The ledger of Anna", "Words by Anna Lee", "3 March 2021") == (
        "Anna Lee",
        "2021-03-03",
    )


def test_the_page_tells_in_which_order_it_writes_day_and_month() -> None:
    assert told("The ledger of Anna", "By Mara Lind", "03/05/2021 8:03 AM ET")[1] == "2021-03-05"
    page = f"The ledger of Anna\n\n03/05/2021\n\n{PROSE}\n\nLast seen 23/05/2021"
    assert judged(page).metadata.date == "2021-05-03"


def test_front_matter_may_call_the_day_of_publication_by_many_names() -> None:
    lines = ("---", "title: Sea", "date_saved: 2023-06-18", "date_published: 2022-03-01", "---")
    page = raw("\n".join(lines) + f"\n\n{PROSE}", *[META] * 5, *[PLAIN] * 4)
    assert judge(page).metadata.date == "2022-03-01"
