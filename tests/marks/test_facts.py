"""A slot holds one fact."""

from reader.marks import Edit, Fact, Key
from reader.marks.facts import FILE, TAG, UNTAG, slot

MOON = Key("/moon")


def test_a_tag_is_on_or_off() -> None:
    assert slot(Fact(TAG, MOON, "sea")) == slot(Fact(UNTAG, MOON, "sea"))
    assert slot(Fact(TAG, MOON, "sea")) != slot(Fact(TAG, MOON, "land"))
    assert slot(Fact("read", MOON)) != slot(Fact("star", MOON))


def test_documents_are_counted_once_and_not_for_their_file_alone() -> None:
    edit = Edit((Fact("read", MOON),), (Fact(TAG, MOON, "a"), Fact(FILE, Key("/sea"), b"x")))
    assert edit.documents == 1
