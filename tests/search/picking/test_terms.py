import pytest

from reader.search.picking.terms import Case, Form, Kind, Manner, Term, parse, positive


@pytest.mark.parametrize(
    ("word", "text", "kind", "negated"),
    [
        ("sea", "sea", Kind.FUZZY, False),
        ("'sea", "sea", Kind.INSIDE, False),
        ("'sea'", "sea", Kind.WORD, False),
        ("^sea", "sea", Kind.START, False),
        ("sea$", "sea", Kind.END, False),
        ("^sea$", "sea", Kind.WHOLE, False),
        ("!sea", "sea", Kind.INSIDE, True),
        ("!^sea", "sea", Kind.START, True),
        ("!sea$", "sea", Kind.END, True),
        ("!'sea", "sea", Kind.FUZZY, True),
        ("$", "$", Kind.FUZZY, False),
        ("|", "|", Kind.FUZZY, False),
        ("a\\ b", "a b", Kind.FUZZY, False),
    ],
)
def test_a_word_is_read_as_fzf_reads_it(word: str, text: str, kind: Kind, negated: bool) -> None:
    ((term,),) = parse(word)
    assert (term.text, term.kind, term.negated) == (text, kind, negated)


def test_words_are_all_asked_for_and_a_bar_joins_alternatives() -> None:
    groups = parse("sea  ^the | ^a 'tide")
    assert [[term.text for term in group] for group in groups] == [["sea"], ["the", "a"], ["tide"]]


@pytest.mark.parametrize("typed", ["", "  ", "!", "^", "'", "! ^ '", "sea |"])
def test_signs_without_a_word_ask_for_nothing(typed: str) -> None:
    assert [term.text for group in parse(typed) for term in group] == ["sea"] * ("sea" in typed)


def test_exact_turns_the_meaning_of_the_quote_round() -> None:
    ((plain,), (quoted,)) = parse("sea 'sea", Manner(exact=True))
    assert (plain.kind, quoted.kind) == (Kind.INSIDE, Kind.FUZZY)


@pytest.mark.parametrize(
    ("word", "case", "text", "form"),
    [
        ("sea", Case.SMART, "sea", Form.FOLDED),
        ("Sea", Case.SMART, "Sea", Form.PLAIN),
        ("Sea", Case.IGNORED, "sea", Form.FOLDED),
        ("sea", Case.RESPECTED, "sea", Form.PLAIN),
        ("café", Case.SMART, "café", Form.LOWER),
        ("Café", Case.IGNORED, "café", Form.LOWER),
        ("\u0301", Case.SMART, "\u0301", Form.LOWER),
    ],
)
def test_capitals_and_accents_count_where_they_are_typed(
    word: str, case: Case, text: str, form: Form
) -> None:
    assert parse(word, Manner(case=case)) == ((Term(text, Kind.FUZZY, form),),)


def test_a_pasted_text_is_read_only_so_far() -> None:
    assert len(parse("word " * 10_000)) == 32
    assert len(parse("a" * 100_000)[0][0].text) == 1000


def test_terms_that_a_line_may_not_have_are_told_apart() -> None:
    assert [term.text for term in positive(parse("sea !tide ^a | !b"))] == ["sea", "a"]
