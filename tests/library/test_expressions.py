import pytest

from reader.errors import QueryError
from reader.library.expressions import expression


def test_capitals_count_where_that_is_asked_for() -> None:
    assert expression("sea", capitals=False).search("The SEA") is not None
    assert expression("sea", capitals=True).search("The SEA") is None
    assert expression("a|B", capitals=True).search("b") is None


def test_what_is_no_expression_is_said() -> None:
    with pytest.raises(QueryError, match="this is no regular expression"):
        expression("[a", capitals=False)
