from benchmarks.segments import Passages, Told, passages, segment_figures, told


def test_passages_are_found_whatever_the_spacing_and_the_bullets() -> None:
    page = Passages(("one two three",), ("four five",))
    assert told(page, "  • one\n two   three") == Told(2, 2, False, False)
    assert told(page, "One two three four five") == Told(0, 2, True, True)
    assert told(page, "") == Told(1, 2, True, False)


def test_passages_that_the_lines_do_not_hold_are_left_out() -> None:
    record = {"with": ["a", "b"], "without": ["c", "d"], "with_in": [True, False]}
    assert passages(record) == Passages(("a",), ("c", "d"))


def test_accuracy_is_over_passages_and_the_rest_over_pages() -> None:
    found = segment_figures([Told(3, 4, True, False), Told(1, 1, False, False)])
    assert found == (4 / 5, 0.5, 0)
    assert segment_figures([]) == (0, 0, 0)
