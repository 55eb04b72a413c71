"""What the lines of a document are counted and corrected under, and what that is called."""

from reader.library.sites import declared_site, site_key, site_name
from reader.model import Metadata, RawDocument

ANONYMOUS = RawDocument("text", (), ())
NAMED = RawDocument("html", (), (), Metadata(url="https://www.herald.example/a"))


def test_a_page_that_names_no_site_is_one_with_those_of_its_folder() -> None:
    assert declared_site(ANONYMOUS) == ""
    assert site_key(ANONYMOUS, "/home/ada/pages/a.txt") == "/home/ada/pages"
    assert site_key(ANONYMOUS, "/home/ada/p\udcff/a.txt") == r"/home/ada/p\xFF"


def test_a_page_that_names_its_site_is_of_it_wherever_it_lies() -> None:
    assert declared_site(NAMED) == "herald.example"
    assert site_key(NAMED, "/home/ada/pages/a.html") == "herald.example"


def test_a_site_is_called_by_its_name_or_its_folder() -> None:
    assert site_name("northlight.example") == "northlight.example"
    assert site_name("/home/ada/pages") == "pages/"
    assert site_name("/") == "/"
    assert site_name("") == ""
