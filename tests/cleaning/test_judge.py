"""Pages of every usual shape, and what becomes of their lines."""
# ruff: noqa: RUF001 — marks of other scripts, as pages write them

from collections.abc import Sequence

import pytest

from reader.cleaning import Repetition, fingerprint, fingerprints, judge
from reader.cleaning.judge import Likely, judge_with
from reader.cleaning.units import Unit
from reader.model import CONTENT, Kind, Label, Markup
from tests.cleaning.pages import BRIDGE, PROSE, judged, kept, label_of, raw, reason_of


def test_a_page_is_its_article_and_everything_else_has_a_reason() -> None:
    result = judged(BRIDGE)
    assert kept(result) == [
        "The old iron bridge will shut for six weeks from Monday.",
        "The bridge over the Tarn, which carries four thousand cars a day, will close on Monday"
        " while workers replace the deck and paint the railings.",
        '"It should have been done ten years ago," said the mayor.',
        "The work includes:",
        "new planks",
        "a second rail",
        "lamps on both sides",
        "Drivers will be sent over the motorway bridge, which adds about ten minutes to the"
        " journey.",
    ]
    assert label_of(result, "Bridge to close") is Label.TITLE
    assert label_of(result, "By Mara") is Label.BYLINE
    assert label_of(result, "Published") is Label.DATE
    assert reason_of(result, "HomeNews") == "repeats the title"
    assert reason_of(result, "Share on") == "share bar"
    assert reason_of(result, "Advertisement") == "advertisement"
    assert reason_of(result, "Tags") == "tag line"
    assert reason_of(result, "Ferry back") == "related list"
    assert reason_of(result, "3 Comments") == "comment form"
    assert reason_of(result, "©") == "copyright notice"


def test_scores_tell_the_article_from_the_rest() -> None:
    for line in judged(BRIDGE).lines:
        if line.label is Label.BLANK:
            assert line.score is None
        else:
            assert line.score is not None
            assert (line.score < 0.5) == (line.label is Label.BOILERPLATE)


def test_a_list_after_a_line_that_ends_in_a_colon_is_a_list() -> None:
    result = judged(f"The storm\n\n{PROSE}\n\nOn board were:\n\na cook\n\na pilot\n\ntwo boys\n")
    assert label_of(result, "a pilot") is label_of(result, "two boys") is Label.LIST


def test_a_headline_that_stands_twice_is_one_title_and_a_repetition() -> None:
    result = judged(f"The storm of the century\n\nThe storm of the century \n\n{PROSE}")
    labels = [line.label for line in result.lines if line.text.startswith("The storm")]
    assert labels == [Label.TITLE, Label.BOILERPLATE]


def test_a_truncated_copy_of_the_headline_is_a_repetition() -> None:
    text = f"Harbour master opens the old...\n\nHarbour master opens the old ledger\n\n{PROSE}"
    result = judged(text)
    assert reason_of(result, "Harbour master opens the old...") == "repeats the title"
    assert result.metadata.title == "Harbour master opens the old ledger"


def test_a_slogan_above_the_headline_is_no_headline() -> None:
    title = "Anna opens the ledger of the storm"
    result = judged(f"News for the whole coast\n\n{title}\n\n{title}\n\n{PROSE}")
    assert result.metadata.title == title
    assert label_of(result, "News for") is Label.BOILERPLATE


def test_a_date_and_a_section_before_the_headline_are_no_part_of_it() -> None:
    result = judged(f" date 2020-02-13 News : Anna opens the ledger\n\n{PROSE}")
    assert result.metadata.title == "Anna opens the ledger"
    assert result.metadata.date == "2020-02-13"


def test_a_declared_title_wins_and_loses_the_name_of_the_site() -> None:
    document = raw(
        f"The Quay Post\n\nAnna opens the ledger\n\n{PROSE}",
        title="Anna opens the ledger | The Quay Post",
    )
    result = judge(document)
    assert result.metadata.title == "Anna opens the ledger"
    assert label_of(result, "Anna opens") is Label.TITLE
    assert label_of(result, "The Quay Post") is Label.BOILERPLATE


def test_captions_are_never_lost() -> None:
    first, second = PROSE.split("\n\n")
    text = f"The ledger\n\n{first}\n\nAnna at her desk. Photo: Jens Ohl\n\n{second}\n"
    assert label_of(judged(text), "Anna at her desk") is Label.CAPTION
    top = f"The ledger of the storm\nThe mole at low water – 2019\n\n{PROSE}"
    assert label_of(judged(top), "The mole") in {Label.CAPTION, Label.BODY}


def test_a_bar_with_the_day_of_the_visit_is_no_date_of_publication() -> None:
    result = judged(f"Wednesday, April 24, 2024\nHomeCoastThe ledger\n\nThe ledger\n\n{PROSE}")
    assert reason_of(result, "Wednesday") == "date bar"
    assert result.metadata.date is None


def test_dates_in_the_text_are_not_the_day_of_publication() -> None:
    result = judged(f"The ledger\n\nOn 3 May 1951 the sea came in, and it stayed.\n\n{PROSE}")
    assert result.metadata.date is None


def test_comments_below_the_article_are_not_part_of_it() -> None:
    comment = "I remember that winter well, because my father kept the lamp and I carried the oil."
    text = f"The ledger\n\n{PROSE}\n\n2 Comments\n\n{comment}\n\n{comment[::-1]}\n"
    assert label_of(judged(text), "I remember") is Label.BOILERPLATE


@pytest.mark.parametrize(
    "text",
    [
        "The office is closed on Monday.",
        "Milk\nEggs\nBread and butter",
        "Call the plumber about the tap.\nAsk Jens for the key.\nBuy a hinge.",
        "港は静かだった。",
        "We waited on the landing stage\nwith lamps and folded coats,\n\n"
        "the river talking to itself\nbetween the sleeping boats.",
    ],
)
def test_short_documents_are_kept_whole(text: str) -> None:
    assert all(line.label in {Label.BODY, Label.BLANK} for line in judged(text).lines)


def test_a_recipe_keeps_its_lists() -> None:
    text = "Plum cake\n\nIngredients\n\n200 g flour\n2 eggs\n\nMethod\n\nMix and bake."
    result = judged(text)
    assert label_of(result, "Plum") is Label.TITLE
    assert label_of(result, "Ingredients") is Label.HEADING
    assert label_of(result, "200 g") is Label.LIST
    assert "Mix and bake." in kept(result)


def test_a_page_of_nothing_but_clutter_is_shown_whole() -> None:
    result = judged("Home\nNews\nContact\nSign in")
    assert len(kept(result)) == 4
    assert {line.reason for line in result.lines} == {"nothing looked like an article: shown whole"}


def test_a_document_without_a_letter_has_no_title() -> None:
    for text in ("", "\n\n", "  \n\t"):
        result = judged(text)
        assert {line.label for line in result.lines} == {Label.BLANK}
        assert result.metadata.title == ""


def test_a_wrapped_paragraph_is_judged_as_one() -> None:
    lines = [
        "Home",
        "News",
        "Contact",
        "",
        "The ledger",
        "",
        "Nobody had opened the ledger since the autumn of the great storm, and",
        "when Anna lifted the cover the spine gave way with a sound like a dry",
        "branch. Inside, in three different hands, stood every ship that had",
        "come past the mole in forty years.",
        "",
        "All rights reserved.",
    ]
    result = judged("\n".join(lines))
    assert [line.label for line in result.lines[6:10]] == [Label.BODY] * 4
    assert {line.label for line in result.lines[:3]} == {Label.BOILERPLATE}


def test_what_the_pages_of_a_site_share_is_set_aside() -> None:
    slogan = "Everything about the coast since the year of the flood"
    pages = [f"{slogan}\n\nThe {n} storm\n\n{PROSE[n:]}\n\n{slogan} again" for n in range(4)]
    counts: dict[int, int] = {}
    for page in pages:
        for print_ in fingerprints(page.split("\n")):
            counts[print_] = counts.get(print_, 0) + 1
    result = judged(pages[0], Repetition(4, counts))
    assert label_of(result, slogan) is Label.BOILERPLATE
    assert reason_of(result, f"{slogan} again") == "on 4 of 4 pages of this site"


def test_a_second_copy_of_a_page_takes_nothing_from_it() -> None:
    text = f"The ledger\n\n{PROSE}"
    twice = {fingerprint(line): 2 for line in text.split("\n") if line}
    assert judged(text, Repetition(2, twice)).lines[2].label is Label.BODY


def test_only_the_level_of_repetition_counts() -> None:
    def labels(count: int, pages: int) -> list[Label]:
        counts = dict.fromkeys(fingerprints(["Related articles", "The old slogan"]), count)
        text = f"The old slogan\n\nThe ledger\n\n{PROSE}"
        return [line.label for line in judged(text, Repetition(pages, counts)).lines]

    assert labels(60, 100) == labels(99, 100)


def test_html_regions_say_what_is_outside() -> None:
    first, second = PROSE.split("\n\n")
    nav, main = Markup(region="nav"), Markup(region="article")
    document = raw(
        f"A long sentence of the navigation that nobody would want to read here.\n"
        f"The ledger\n{first}\n{second}\nA notice in the footer, which is long, and tells of us.",
        nav,
        Markup(Kind.HEADING, 1, "article"),
        main,
        main,
        Markup(region="footer"),
        format="html",
    )
    result = judge(document)
    assert [line.label for line in result.lines] == [
        Label.BOILERPLATE,
        Label.TITLE,
        Label.BODY,
        Label.BODY,
        Label.BOILERPLATE,
    ]
    assert [result.lines[0].reason, result.lines[4].reason] == ["menu", "page footer"]


def test_a_page_that_stands_in_one_form_as_a_whole_is_kept() -> None:
    form = Markup(region="form")
    document = raw(PROSE.replace("\n\n", "\n"), form, form, format="html")
    assert {line.label for line in judge(document).lines} == {Label.BODY}


def test_front_matter_is_title_byline_date_and_the_rest_aside() -> None:
    meta = Markup(Kind.META)
    front = "---\ntitle: The ledger\nauthor: Anna Holt\ndate: 2021-05-03\nlayout: post\n---"
    document = raw(
        f"{front}\n{PROSE}",
        *[meta] * 6,
        *[Markup()] * 3,
        format="markdown",
        title="The ledger",
        date="2021-05-03",
    )
    labels = [line.label for line in judge(document).lines]
    assert labels[:6] == [
        Label.BOILERPLATE,
        Label.TITLE,
        Label.BYLINE,
        Label.DATE,
        Label.BOILERPLATE,
        Label.BOILERPLATE,
    ]
    assert labels[6] is Label.BODY


def test_a_long_document_loses_only_repeated_lines() -> None:
    lines = ["The long ledger", "", *[f"Line {chr(97 + n % 26)} {n}" for n in range(25_000)]]
    slogan = fingerprint("Line c 2")
    result = judged("\n".join(lines), Repetition(4, {slogan: 4}))
    assert len(result.lines) == len(lines)
    assert result.lines[0].label is Label.TITLE
    assert result.lines[100].label is Label.BODY
    assert result.lines[4].label is Label.BOILERPLATE


def test_lines_that_no_other_page_has_belong_to_the_article_above_them() -> None:
    first = "Open from ten until four\nClosed on the first Monday\nDogs on a lead only"
    hours = f"{first}\nThe ferry takes no cars"
    lines = f"Home\nNews\nThe bridge\n{PROSE}\n{hours}\nShare this\nTop".split("\n")
    counts = {fingerprint(line): 6 for line in ("Home", "News", "Share this", "Top")}
    found = judge(raw("\n".join(lines)), Repetition(6, counts)).lines
    assert found[lines.index("Dogs on a lead only")].label in CONTENT
    assert found[lines.index("Share this")].label is Label.BOILERPLATE


BOX = f"""\
Log in

Anna opens the ledger of the storm

{PROSE}
EXPLAINED
What is a mole?
A wall of stone that keeps the sea out of a harbour and the ships in it.
See all

{PROSE}

Log in"""


def told(text: str, chances: dict[str, float]) -> list[str]:
    """Lines kept of a text whose lines have these chances, and 1 where none is given."""

    def said(found: Sequence[Unit]) -> Likely:
        return Likely([chances.get(unit.text, 1.0) for unit in found])

    lines = judge_with(said, raw(text)).lines
    return [line.text for line in lines if line.label in CONTENT]


def test_doubtful_lines_go_with_those_of_their_block_that_are_surely_none() -> None:
    doubtful = {"What is a mole?": 0.2, "See all": 0.2, BOX.splitlines()[9]: 0.3}
    inside = set(BOX.splitlines()[7:11])
    assert inside - {"EXPLAINED"} <= set(told(BOX, {"Log in": 0.0, **doubtful}))
    assert not inside & set(told(BOX, {"Log in": 0.0, "EXPLAINED": 0.0, **doubtful}))


def test_doubtful_lines_of_another_block_stay() -> None:
    apart = BOX.replace("EXPLAINED\n", "EXPLAINED\n\n")
    doubtful = {"What is a mole?": 0.2, "See all": 0.2, "EXPLAINED": 0.0, "Log in": 0.0}
    assert "What is a mole?" in told(apart, doubtful)


def test_what_stands_between_headline_and_article_is_kept_where_nets_say_so() -> None:
    text = f"Log in\n\nAnna opens the ledger\n\nA harbour, a storm\n\nShare\n\n{PROSE}\n\nLog in"
    assert "A harbour, a storm" in told(text, {"Log in": 0.0, "Share": 0.0})
    unlikely = {"Log in": 0.0, "Share": 0.0, "A harbour, a storm": 0.1}
    assert "A harbour, a storm" not in told(text, unlikely)
