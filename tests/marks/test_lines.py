"""A fact and its line say the same."""

import unicodedata

import pytest
from hypothesis import given

from reader.errors import MarksError
from reader.marks import Fact
from reader.marks.lines import fact_of, written
from tests.marks.noted import FACTS


@given(FACTS)
def test_a_fact_reads_back_from_its_line(fact: Fact) -> None:
    line = written(fact)
    assert fact_of(line) == fact
    assert not {unicodedata.category(character) for character in line} & {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        'like "/a"',
        'tag "/a"',
        'tag "/a" ',
        'tag "/a"  sea',
        'tag "/a" sea shore',
        'tag "a" sea',
        'tag "/a',
        "tag /a sea",
        'tag "/a\\u0000" sea',
        'tag "/\\ud800" sea',
        'read "/a" sea',
        'read "/a" "b" "c"',
        'read "/a" -1',
        'read "/a" 1 2',
        'position "/a" 1',
        'position "/a" 1:-2',
        'position "/a" 1:²',
        'position "/a" 1:99999999999999999999',
        'file "/a" 00',
        'file "/a" ' + "g" * 64,
        'correct "/a" maybe 1 000000000000000b "x"',
        'correct "/a" keep 1 0b "x"',
        'correct site "" keep 1 000000000000000b "x"',
        'correct "/a" keep 1 000000000000000b "\\ud800"',
        'highlight "/a" 1 2:3 "x" "y" "z"',
        'bookmark "/a" ab 2:3',
        'bookmark "/a" 1 2:3',
        'bookmark "/a" a 2',
        'search "name"',
        'search "" "query"',
        "",
    ],
)
def test_a_line_that_is_no_fact_is_refused_in_a_sentence(line: str) -> None:
    with pytest.raises(MarksError, match=r"no kind of fact|not how a line"):
        fact_of(line)
