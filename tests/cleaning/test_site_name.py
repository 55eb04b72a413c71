"""What a site is called."""

from tests.cleaning.pages import BRIDGE, PROSE, judged


def page(top: str, foot: str) -> str:
    return f"{top}\n\nThe ledger of the harbour master\n\nBy Mara Lind\n\n{PROSE}\n\n{foot}"


def test_a_masthead_that_the_foot_mentions_is_the_name_as_the_foot_writes_it() -> None:
    foot = "Share on Facebook\n\nFarwire is owned by its readers.\n\n© 2021 Harbour Press Ltd"
    assert judged(page("FARWIRE", foot)).metadata.site == "Farwire"


def test_without_a_masthead_the_owner_of_the_rights_is_the_name() -> None:
    assert judged(BRIDGE).metadata.site == "The Tarn Valley News"


def test_a_page_that_names_nobody_has_no_site() -> None:
    assert judged(page("", "Share on Facebook")).metadata.site == ""
