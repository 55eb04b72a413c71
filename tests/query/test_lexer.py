import pytest

from reader.errors import QueryError
from reader.query.lexer import Sign, Value, literal, tokens


def cut(text: str) -> list[tuple[Sign, str, int]]:
    return [(token.sign, token.text, token.position) for token in tokens(text)]


def test_every_token_knows_where_it_starts() -> None:
    assert cut('(sea | "the harb") -x') == [
        (Sign.OPEN, "(", 0),
        (Sign.WORD, "sea", 1),
        (Sign.OR, "|", 5),
        (Sign.PHRASE, "the harb", 7),
        (Sign.CLOSE, ")", 17),
        (Sign.NOT, "-", 19),
        (Sign.WORD, "x", 20),
    ]


def test_parentheses_and_bars_end_a_word_but_quotes_inside_do_not() -> None:
    assert [text for _, text, _ in cut('f(x)|g a"b')] == ["f", "(", "x", ")", "|", "g", 'a"b']


def test_values_of_a_field_are_told_apart() -> None:
    [field] = tokens('tag:a,"b, c",')
    assert field.values == (
        Value("a", 4, False),
        Value("b, c", 6, True),
        Value("", 13, False),
    )


def test_a_dash_between_spaces_is_a_word() -> None:
    assert [sign for sign, _, _ in cut("a - b")] == [Sign.WORD] * 3


def test_words_keep_their_backslashes_until_they_are_read_literally() -> None:
    assert [text for _, text, _ in cut(r"a\ b")] == [r"a\ b"]
    assert literal("a\\ b\\\\ \\") == "a b\\ \\"


def test_an_open_quote_is_a_mistake_unless_it_is_being_typed() -> None:
    with pytest.raises(QueryError, match="never closed"):
        list(tokens('sea "the'))
    assert [token.text for token in tokens('sea "the', typing=True)] == ["sea", "the"]
