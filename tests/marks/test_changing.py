from reader.marks import Fact, Key
from reader.marks.changing import Changing
from reader.marks.facts import slot

MOON = Key("/docs/moon.txt")
FILE = Fact("file", MOON, b"m" * 32)
SEA, DRY = Fact("tag", MOON, "sea"), Fact("untag", MOON, "sea")


def changing(*now: Fact, over: bool = True) -> Changing:
    return Changing({slot(fact): fact for fact in now}, over)


def test_a_fact_takes_the_slot_of_another() -> None:
    change = changing(FILE, SEA)
    change.put(DRY)
    assert change.edit() == ((SEA,), (DRY,))


def test_a_slot_that_is_taken_stays_where_that_is_asked_for() -> None:
    change = changing(FILE, SEA, over=False)
    change.put(DRY)
    assert change.edit() == ((), ())


def test_what_comes_and_goes_again_has_not_changed() -> None:
    change = changing(FILE, SEA)
    change.drop(SEA)
    change.put(SEA)
    assert change.edit() == ((), ())


def test_a_document_with_nothing_but_its_file_is_forgotten() -> None:
    change = changing(FILE, SEA)
    change.drop(SEA)
    gone, come = change.edit()
    assert set(gone) == {FILE, SEA}
    assert not come


def test_that_something_was_read_is_dropped_whenever_that_was() -> None:
    read = Fact("read", MOON, 7)
    change = changing(FILE, SEA, read)
    change.put(Fact("read", MOON))
    assert change.edit() == ((), ())
    change.drop(Fact("read", MOON))
    assert change.edit() == ((read,), ())
