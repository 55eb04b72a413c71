from reader.cleaning import judge
from reader.cleaning.health_index import index_page, teaser_ends
from reader.model import Markup
from tests.cleaning.pages import raw

HEADLINES = [f"The {what} of Harwick is open again" for what in "abcdefghijkl"]
STORY = (
    "The council voted on Monday to keep the old library open for at least another ten years,"
    " and nobody in the room could remember a vote like it."
)


def said(text: str, *markup: Markup, format: str = "text") -> str:
    document = raw(text, *markup, format=format)
    return index_page(document, judge(document))


def linked(text: str, links: int) -> str:
    lines = text.split("\n")
    marks = [Markup(links=1.0)] * links + [Markup()] * (len(lines) - links)
    return said(text, *marks, format="html")


def test_a_list_of_linked_headlines_is_one() -> None:
    text = "\n".join(HEADLINES)
    assert linked(text, 12) == "an index page: 12 links, no article"
    assert linked(text, 5) == ""
    assert said(text) == ""


def test_a_list_below_a_text_is_none() -> None:
    assert linked("\n".join([*HEADLINES, STORY]), 12) == ""


def test_links_in_a_menu_do_not_count() -> None:
    marks = [Markup(links=1.0, region="nav")] * len(HEADLINES)
    assert said("\n".join(HEADLINES), *marks, format="html") == ""


def test_teasers_with_their_ends_are_one() -> None:
    teasers = [f"{headline}\n{STORY[:60]}…\nRead more" for headline in HEADLINES]
    assert said("\n\n".join(teasers[:5])) == "an index page: 5 teasers, no article"
    assert said("\n\n".join(teasers[:4])) == ""
    paged = "\n\n".join([*teasers[:4], "Older posts"])
    assert said(paged) == "an index page: 4 teasers, no article"


def test_headlines_with_their_ages_are_one() -> None:
    news = [f"{headline}\n{hours} hours ago" for hours, headline in enumerate(HEADLINES, 2)]
    assert said("\n\n".join(news)) == "an index page: 12 teasers, no article"


def test_comments_with_their_ages_are_none() -> None:
    comments = [f"Anna K.\n{hours} hours ago\nWell done, all of you!" for hours in range(2, 9)]
    assert said("\n\n".join([STORY, *comments])) == ""


def test_ends_of_teasers_are_counted_as_pages_write_them() -> None:
    judged = judge(raw("READ MORE\nRead more →\nLire la suite\nread more of this\nMore"))
    assert teaser_ends(judged) == 4
