from benchmarks.replaced_rows import replaced


def test_rows_that_are_replaced_cost_textual_more_the_more_there_are() -> None:
    few, many = replaced(100), replaced(5_000)
    assert many.options > few.options > 0
    assert 0 < many.ours < many.options
