from benchmarks.inflected import FORMS, OTHERS, found, pairs


def test_a_pair_that_one_may_see_either_way_is_left_out() -> None:
    assert [*pairs("sea/seas visit/visitors/ boat/boats")] == [("sea", "seas"), ("boat", "boats")]


def test_no_pair_is_in_both_lists() -> None:
    for language, listed in FORMS.items():
        assert not {*pairs(listed)} & {*pairs(OTHERS[language])}


def test_a_form_is_found_from_both_sides() -> None:
    assert found("bridge", "bridges", "en")
    assert not found("universe", "university", "en")
