from hypothesis import given
from hypothesis import strategies as st

from reader.model import Row
from reader.query import And, Field, Near, Not, Or, Query, Word, parse
from reader.query.tree import leaves
from reader.search.fulltext import FullText
from reader.search.spelling.expanding import MOST_WORDS, Expansion, expanded
from reader.search.spelling.meaning import Likely, Meant

MEANT = {
    "harbour": Meant(forms=(Likely("harbours", 0.5),)),
    "mujahedin": Meant(misspelt=(Likely("mojahedin", 1), Likely("mujahideen", 0.5)), known=False),
}


def look(word: str, fuzzy: bool) -> Meant:
    return MEANT.get(word, Meant(misspelt=(Likely("near", 0.1),) if fuzzy else ()))


def texts(tree: Query) -> list[str]:
    return [leaf.text for leaf in leaves(tree) if isinstance(leaf, Word)]


def test_a_word_stands_for_its_forms_and_misspellings() -> None:
    found = expanded(parse("harbour camp mujahedin").tree, look)
    assert isinstance(found.tree, And)
    harbour, camp, mujahedin = found.tree.parts
    assert harbour == Or((Word("harbour"), Word("harbours", exact=True, weight=0.5)))
    assert camp == Word("camp")
    assert texts(mujahedin) == ["mujahedin", "mojahedin", "mujahideen"]
    assert [*map(str, found.said)] == [
        "harbour ~ harbours",
        "mujahedin ~ mojahedin, mujahideen",
    ]


def test_exact_words_beginnings_phrases_and_what_is_refused_stay_as_they_are() -> None:
    for text in ("'harbour", "harbour*", '"harbour camp"', "-harbour", "-(harbour | camp)"):
        tree = parse(text).tree
        assert expanded(tree, look) == (tree, tree, (), 0), text


def test_words_of_fields_stand_for_others_in_the_same_field() -> None:
    field = Field("body", "harbour")
    assert expanded(field, look).tree == Or((field, Field("body", "'harbours")))
    for text in ("body:'harbour", "body:harbour*", "raw:harbour", "^harbour", "site:harbour"):
        tree = parse(text).tree
        assert expanded(tree, look).tree == tree, text


def test_words_near_each_other_stand_for_others_each_for_itself() -> None:
    found = expanded(parse("mujahedin NEAR/3 'harbour").tree, look)
    assert isinstance(found.tree, Near)
    first, second = found.tree.sides
    assert [word.text for word in first] == ["mujahedin", "mojahedin", "mujahideen"]
    assert second == (Word("harbour", exact=True),)
    assert [*map(str, found.said)] == ["mujahedin ~ mojahedin, mujahideen"]


def test_a_word_that_folds_to_several_stays_as_it_is() -> None:
    tree = Word("harbour-mujahedin")
    assert expanded(tree, look).tree == tree


def test_a_fuzzy_word_is_looked_up_as_one() -> None:
    assert texts(expanded(parse("~camp").tree, look).tree) == ["camp", "near"]


def test_words_beyond_the_most_are_left_and_counted() -> None:
    many = [Word(f"w{number}x") for number in range(MOST_WORDS - 1)]
    some = [Word("word" + letter) for letter in "abcdefghijklmnopqrstuvwxyz"]
    some += [Word("text" + letter) for letter in "abcdefghijklmnopqrstuvwxyz"]
    found = expanded(And((*many, *some, Word("harbour"))), look)
    assert found.left == len(some) + 1 - MOST_WORDS
    assert not found.said


def test_what_was_meant_by_a_slip_is_said_and_not_looked_for() -> None:
    def slip(word: str, _: bool) -> Meant:
        return Meant(rather="library") if word == "libary" else look(word, False)

    found = expanded(parse("libary harbour").tree, slip)
    assert texts(found.tree) == ["libary", "harbour", "harbours"]
    assert [*map(str, found.said)] == ["libary: did you mean library?", "harbour ~ harbours"]


def test_three_words_are_named() -> None:
    assert str(Expansion("a", (), ("b", "c", "d", "e"))) == "a ~ b, c, d"
    assert str(Expansion("a", ("as",), ())) == "a ~ as"


BODIES = {
    1: "harbours harbours harbours camp camp camp",
    2: "harbour " + "other words of a long text " * 40 + "camp",
    3: "harbours camp harbour camp",
    4: "harbours",
    5: "camp mojahedin",
    6: "mujahideen camp camp camp mujahideen",
    7: "nothing",
}


def indexed() -> FullText:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for row, body in BODIES.items():
            writer.put(Row(row), "", body, "")
        writer.commit()
    return fulltext


def ranked(text: str) -> list[int]:
    fulltext = indexed()
    return [*map(int, fulltext.hits(expanded(parse(text).tree, look).ranked, 9).rows)]


def test_a_text_with_all_words_as_typed_comes_before_any_other() -> None:
    assert ranked("harbour camp") == [3, 2, 1]
    assert ranked("harbour") == [3, 2, 1, 4]


def test_where_no_text_has_the_word_the_likeliest_comes_first() -> None:
    assert ranked("mujahedin") == [5, 6]


def test_what_is_found_is_the_same_whether_it_is_ranked_or_not() -> None:
    fulltext = indexed()
    for text in ("harbour camp", "mujahedin | harbour", "harbour -camp", "-harbour mujahedin"):
        found = expanded(parse(text).tree, look)
        assert fulltext.matches(found.tree) == fulltext.matches(found.ranked) != set()


LEAVES = st.builds(
    Word, st.sampled_from(["harbour", "camp", "mujahedin", "sea"]), st.booleans(), st.booleans()
)
TREES = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, min_size=2, max_size=3).map(lambda some: And(tuple(some))),
        st.lists(parts, min_size=2, max_size=3).map(lambda some: Or(tuple(some))),
    ),
    max_leaves=5,
)


@given(TREES)
def test_a_query_finds_no_less_than_as_it_was_typed(tree: Query) -> None:
    found = expanded(tree, look)
    fulltext = FULLTEXT
    assert fulltext.matches(tree) <= fulltext.matches(found.tree)
    assert fulltext.matches(found.tree) == fulltext.matches(found.ranked)


FULLTEXT = indexed()
