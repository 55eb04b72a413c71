import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.query import And, Everything, Field, Near, Not, Or, Pattern, Phrase, Query, Word, parse
from reader.query.fields import FIELDS
from reader.query.shape import Shape, Sort
from reader.query.tree import either, every, opposite

SIGNS = " a()|-!'*\"\\,:>#é海\n\u2028\ud800~^/[+"
WORDS = (
    *("and", "or", "not", "AND", "OR", "NOT", "NEAR", "NEAR/3", "tag:", "date:", "words:", "is:"),
    *("foo:", "2024", "sort:", "group:site", "limit:", "title:", "/a+/", "query:", "junk:", "own:"),
)
PIECES = st.sampled_from([*SIGNS, *WORDS, "unread", "Sea", "..", "http://a.b"])
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))

WHOLE = st.builds(Word, st.text(min_size=1), exact=st.booleans())
LEAVES: st.SearchStrategy[Query] = st.one_of(
    st.builds(Word, st.text(min_size=1), prefix=st.booleans(), exact=st.booleans()),
    st.builds(Word, st.text(min_size=1), fuzzy=st.just(True)),
    st.builds(Near, WHOLE, WHOLE, st.integers(1, 999)),
    st.sampled_from([Pattern("a+"), Pattern(r"a\/b c"), Field("tag", "^a|b$", regex=True)]),
    st.builds(Phrase, st.text(min_size=1).filter(str.strip)),
    st.builds(
        Field,
        st.sampled_from(["tag", "site", "title", "raw", "in"]),
        st.text(min_size=1).filter(str.strip),
        quoted=st.booleans(),
    ),
    st.builds(Field, st.just("date"), st.sampled_from(["2024", "2023-01..", ">2020-02-29"])),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(every),
        st.lists(inner, min_size=1, max_size=4).map(either),
        inner.map(opposite),
    ),
    max_leaves=12,
)


def tree(text: str) -> Query:
    return parse(text).tree


def understood_or_mistaken(text: str, *, typing: bool = False) -> QueryError | None:
    try:
        parsed = parse(text, typing=typing, own=frozenset({"own"}))
    except QueryError as mistake:
        return mistake
    again = parse(f"{parsed.tree} {parsed.shape}", own=frozenset({"own"}))
    assert (again.tree, again.shape) == (parsed.tree, parsed.shape)
    return None


@settings(max_examples=2000, deadline=None)
@given(TEXTS)
def test_any_text_is_a_query_or_a_mistake_inside_it(text: str) -> None:
    mistake = understood_or_mistaken(text)
    assert mistake is None or 0 <= mistake.position < len(text)


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_no_half_typed_query_is_a_mistake(text: str) -> None:
    mistake = understood_or_mistaken(text, typing=True)
    assert mistake is None or "inside one another" in str(mistake)


@settings(deadline=None)
@given(TREES)
def test_a_tree_written_out_reads_back_the_same(written: Query) -> None:
    assert tree(str(written)) == written


def test_nothing_typed_asks_for_everything() -> None:
    assert tree("") == tree("  \n") == Everything()


def test_words_side_by_side_are_all_asked_for() -> None:
    assert tree("the sea") == And((Word("the"), Word("sea")))


def test_or_is_weaker_than_and_and_not_is_the_strongest() -> None:
    expected = Or((And((Word("a"), Word("b"))), And((Not(Word("c")), Word("d")))))
    assert tree("a b OR -c AND d") == expected


def test_parentheses_come_first() -> None:
    assert tree("a (b | c)") == And((Word("a"), Or((Word("b"), Word("c")))))


@pytest.mark.parametrize("text", ["NOT a", "-a", "!a", "---a"])
def test_not_is_written_in_three_ways(text: str) -> None:
    assert tree(text) == Not(Word("a"))


def test_twice_not_is_the_thing_itself() -> None:
    assert tree("--a") == tree("NOT NOT a") == Word("a")


def test_lower_case_operators_are_words_in_bare_text() -> None:
    assert tree("war and peace") == And((Word("war"), Word("and"), Word("peace")))
    assert not parse("war and peace").structured


def test_lower_case_operators_operate_in_a_structured_query() -> None:
    assert tree('"war" and peace or not tag:x') == Or(
        (And((Phrase("war"), Word("peace"))), Not(Field("tag", "x")))
    )


@pytest.mark.parametrize(
    "text",
    [
        "tag:a",
        '"a"',
        "(a)",
        "a OR b",
        "#a",
        "-a",
        "'a",
        "a*",
        "~a",
        "^a",
        "/a/",
        "a NEAR b",
        "sort:date",
    ],
)
def test_a_query_with_any_syntax_is_structured(text: str) -> None:
    assert parse(text).structured


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "don't",
        "C#",
        "a - b",
        "10:30",
        '5" nails',
        "Hello!",
        "/usr/bin/x",
        "and/or",
        "~",
        "near",
    ],
)
def test_signs_inside_plain_text_are_no_syntax(text: str) -> None:
    assert not parse(text).structured


def test_words_can_be_exact_or_only_begun() -> None:
    assert tree("'sea har*") == And((Word("sea", exact=True), Word("har", prefix=True)))


def test_a_comma_in_a_field_means_or() -> None:
    expected = Or((Field("tag", "a"), Field("tag", "b c")))
    assert tree('tag:a,"b c"') == Or((Field("tag", "a"), Field("tag", "b c", quoted=True)))
    assert str(expected) == r"tag:a OR tag:b\ c"


def test_a_hash_sign_is_short_for_tag() -> None:
    assert tree("#coast/fish") == Field("tag", "coast/fish")


def test_field_names_ignore_case_and_know_where_they_stand() -> None:
    found = tree("sea Tag:coast")
    assert isinstance(found, And)
    field = found.parts[1]
    assert isinstance(field, Field)
    assert (field.name, field.position) == ("tag", 4)


def test_unknown_fields_are_words_and_are_named() -> None:
    parsed = parse("foo:bar foo:baz tag:x")
    assert parsed.unknown == ("foo",)
    assert parsed.tree == And((Word("foo:bar"), Word("foo:baz"), Field("tag", "x")))


@pytest.mark.parametrize("text", ["https://northlight.example/a", "Harbours: a history"])
def test_addresses_and_colons_in_prose_are_not_fields(text: str) -> None:
    assert parse(text).unknown == ()


def test_a_backslash_takes_the_sign_out_of_syntax() -> None:
    assert tree(r"\-a b\ c d\:e \"f") == And((Word("-a"), Word("b c"), Word("d:e"), Word('"f')))


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ('sea "harb', 4),
        ("sea (harb", 4),
        ("sea )", 4),
        ("sea OR", 4),
        ("OR sea", 0),
        ("sea AND", 4),
        ("sea NOT", 4),
        ("sea tag:", 4),
        ("sea date:soon", 9),
        ("sea date:2024-13", 9),
        ("date:..", 5),
        ("words:many", 6),
        ("is:green", 3),
        ("sea ()", 4),
        ('sea ""', 4),
        ("(" * 60 + "a" + ")" * 60, 50),
        ("sea /a(/", 4),
        ("tag:/a(/", 4),
        ("sea NEAR", 4),
        ("NEAR sea", 0),
        ("sea NEAR/0 quay", 4),
        ("sea NEAR/99999999999 quay", 4),
        ("a words:5000..500", 8),
        ("a date:2023..2020", 7),
        ("a limit:0", 8),
        ("sea NEAR quay*", 4),
        ('sea NEAR "old quay"', 4),
        ("sea sort:colour", 9),
        ("sea limit:many", 10),
        ("sea -sort:date", 4),
        ("(sea sort:date)", 5),
        ("sea OR sort:date", 4),
        ("sort:", 0),
        ("junk:2", 5),
        ("has:wings", 4),
    ],
)
def test_mistakes_are_placed_where_they_start(text: str, position: int) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ('sea "the harb', 'sea "the harb"'),
        ("sea (harb", "sea harb"),
        ("sea )", "sea"),
        ("sea OR", "sea"),
        ("sea AND", "sea"),
        ("sea -", r"sea \-"),
        ("sea NOT", "sea"),
        ("sea tag:", "sea"),
        ("sea tag:a,", "sea tag:a"),
        ("sea date:20", "sea"),
        ("sea is:unr", "sea"),
        ("sea (", "sea"),
        ('sea "', "sea"),
        ("tag:", ""),
        ("sea NEAR", "sea"),
        ("sea /a(/", "sea"),
        ("tag:/a(/ sea", "sea"),
        ("sea sort:da", "sea"),
        ("(sea sort:date", "sea"),
        ("has:", ""),
    ],
)
def test_what_is_being_typed_is_closed_or_left_out(text: str, understood: str) -> None:
    assert str(parse(text, typing=True).tree) == understood


def test_every_field_can_be_asked_for() -> None:
    numbers = dict.fromkeys(("words", "mins"), "5") | dict.fromkeys(("junk", "clean"), ".5")
    values = {"date": "2024", "saved": "2w", "read": "2w", "is": "read", "has": "url", **numbers}
    for name in FIELDS:
        assert tree(f"{name}:{values.get(name, 'x')}") == Field(name, values.get(name, "x"))


def test_a_star_alone_is_everything() -> None:
    assert parse("*").tree == parse(" * ").tree == Everything()
    assert parse("a *").tree != parse("a").tree


def test_a_word_can_be_spelt_otherwise_or_begin_the_title() -> None:
    assert tree("~sea") == Word("sea", fuzzy=True)
    assert tree("^The sea*") == And((Field("title", "^The"), Word("sea", prefix=True)))
    assert tree("^har*") == Field("title", "^har*")


def test_words_near_each_other_bind_more_strongly_than_anything() -> None:
    assert tree("old sea NEAR/3 quay") == And((Word("old"), Near(Word("sea"), Word("quay"), 3)))
    assert tree("-sea NEAR 'quay") == Not(Near(Word("sea"), Word("quay", exact=True), 10))
    parsed = parse("sea NEAR/99999999999 quay", typing=True)
    assert parsed.tree == Near(Word("sea"), Word("quay"), 999)


@pytest.mark.parametrize("text", ["/harbou?r/", r"/a\/b/", "/the old .*/"])
def test_what_stands_between_slashes_is_a_regular_expression(text: str) -> None:
    assert tree(text) == Pattern(text[1:-1])


def test_a_field_may_have_a_regular_expression_where_it_makes_sense() -> None:
    assert tree("site:/^north/,south") == Or(
        (Field("site", "^north", regex=True), Field("site", "south"))
    )
    assert tree("in:/a/") == Field("in", "/a/")


@pytest.mark.parametrize(
    ("text", "same"), [("by:lind", "author:lind"), ("from:x", "author:x"), ("dir:a/b", "path:a/b")]
)
def test_some_fields_have_other_names(text: str, same: str) -> None:
    assert tree(text) == tree(same)


def test_what_documents_say_of_themselves_is_a_field_where_they_do() -> None:
    parsed = parse("Status:open rating:>3", own=frozenset({"status"}))
    assert parsed.unknown == ("rating",)
    assert parsed.tree == And((Field("status", "open"), Word("rating:>3")))
    assert parse("tag:x", own=frozenset({"tag"})).tree == Field("tag", "x")


def test_order_groups_and_limit_are_of_the_whole_query() -> None:
    parsed = parse("sea sort:site,date- quay GROUP:tag limit:5")
    assert parsed.tree == And((Word("sea"), Word("quay")))
    assert parsed.shape == Shape((Sort("site"), Sort("date", descending=True)), "tag", 5)
    assert parse("sort:words sort:title").shape.sort == (Sort("words"), Sort("title"))
    assert parse("group:site group:none limit:3 limit:4").shape == Shape(limit=4)


def test_no_expression_takes_long() -> None:
    with pytest.raises(QueryError, match="no regular expression"):
        parse("/(a{1000}){1000}/")
