from reader.tui.part import BLANK, View


def test_the_views_go_round() -> None:
    assert [view.next for view in View] == [View.DIMMED, View.RAW, View.CLEAN]


def test_a_blank_row_stands_for_no_line() -> None:
    assert (BLANK.text, BLANK.first, BLANK.last) == ("", -1, -1)
