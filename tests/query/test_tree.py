from reader.query import And, Everything, Field, Near, Not, Or, Phrase, Word
from reader.query.tree import any_leaf, asks_for, either, every, leaves, mapped, opposite

A, B, C = Word("a"), Word("b"), Word("c")


def test_all_of_several_is_flat_and_leaves_out_everything() -> None:
    assert every([A, Everything(), every([B, C])]) == And((A, B, C))
    assert every([A]) == A
    assert every([]) == Everything()


def test_any_of_several_is_flat_and_with_everything_is_everything() -> None:
    assert either([A, either([B, C])]) == Or((A, B, C))
    assert either([A, Everything()]) == Everything()


def test_the_opposite_of_the_opposite_is_the_thing() -> None:
    assert opposite(A) == Not(A)
    assert opposite(Not(A)) == A


def test_only_what_is_asked_for_is_a_leaf() -> None:
    tree = every([A, opposite(B), either([C, Phrase("d"), Field("tag", "e")])])
    assert list(leaves(tree)) == [A, C, Phrase("d"), Field("tag", "e")]


def test_what_would_be_syntax_is_escaped() -> None:
    assert str(Word("-a b*")) == r"\-a\ b\*"
    assert str(Word("or")) == r"\or"
    assert str(Phrase('the "sea"')) == r'"the \"sea\""'
    assert str(Field("tag", "a,b")) == r"tag:a\,b"
    assert str(Not(either([A, B]))) == "-(a OR b)"


def test_every_leaf_can_be_changed_or_left_out() -> None:
    tree = every([A, opposite(B), either([C, A])])
    assert mapped(tree, lambda leaf: C if leaf == A else leaf) == every(
        [C, opposite(B), either([C, C])]
    )
    assert mapped(tree, lambda leaf: Everything() if leaf == B else leaf) == every(
        [A, either([C, A])]
    )


def test_what_is_refused_is_a_leaf_as_well_when_anything_is_looked_for() -> None:
    tree = every([A, opposite(Field("is", "Hidden"))])
    assert any_leaf(tree, lambda leaf: leaf == A)
    assert not any_leaf(tree, lambda leaf: leaf == C)
    assert asks_for(tree, "is", "hidden")
    assert not asks_for(tree, "is", "read")


def test_what_would_be_a_sign_is_escaped() -> None:
    assert str(Word("~a")) == r"\~a"
    assert str(Word("/a/")) == r"\/a/"
    assert str(Word("NEAR/3")) == r"\NEAR/3"
    assert str(Field("path", "/a/")) == r"path:\/a/"


def test_the_value_of_a_field_is_a_word_with_its_sign() -> None:
    assert Field("body", "sea").word == Word("sea")
    assert Field("body", "'Se*").word == Word("Se", prefix=True, exact=True)
    assert Field("title", "~sea").word == Word("sea", fuzzy=True)
    assert Field("title", "^sea*").word == Word("sea", prefix=True)
    assert Field("body", "'").word == Word("'")


def test_two_words_near_each_other_may_be_any_of_some() -> None:
    assert Near(A, B).sides == ((A,), (B,))
    assert Near(Or((A, C)), B).sides == ((A, C), (B,))
