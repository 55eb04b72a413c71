import pytest

from reader.search.spelling.slips import is_slip, slipped


@pytest.mark.parametrize(
    "pair",
    [
        "libary/library",
        "pyhton/pyhtno/python",
        "reinforcment/reinforcement",
        "langauge/language",
        "llibrary/library",
        "commmand/command",
        "accesible/accessible",
    ],
)
def test_a_letter_left_out_or_doubled_and_two_swapped_are_slips(pair: str) -> None:
    word, *_, meant = pair.split("/")
    assert is_slip(word, meant)


@pytest.mark.parametrize(
    "pair",
    [
        "managed/manager",
        "library/librarys",
        "focal/local",
        "cython/python",
        "pedantic/pydantic",
        "rooting/routing",
        "modelos/models",
        "qpython/python",
        "icloud/cloud",
        "packager/package",
        "plaintiff/plaintif",
    ],
)
def test_another_letter_and_other_ends_make_other_words(pair: str) -> None:
    word, meant = pair.split("/")
    assert not is_slip(word, meant)


@pytest.mark.parametrize("pair", ["form/from", "trial/trail", "causal/casual", "clam/claim"])
def test_short_words_are_no_slips(pair: str) -> None:
    word, meant = pair.split("/")
    assert slipped(word, [meant]) == []


def test_of_many_words_those_one_edit_away_are_told_in_their_order() -> None:
    others = ["library", "libraries", "liberty", "libarys", "librarys", "libraryy"]
    assert slipped("libary", others) == ["library"]
    assert slipped("contious", ["continuous", "contagious", "conscious", "continious"]) == []
    assert slipped("detction", ["detection", "detraction", "deduction", "dextction"]) == [
        "detection",
        "dextction",
    ]
    assert slipped("library", []) == slipped("library", ["library"]) == []
