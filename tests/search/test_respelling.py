import pytest

from reader.model import Row, Stage
from reader.query import Word, parse
from reader.search.fulltext import FullText
from reader.search.gathering import gather
from reader.search.respelling import expansions
from reader.search.search import Searcher
from tests.search.collection import Collection

GATHERED = gather(Collection(), None, None)


def index() -> FullText:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for row in range(1, 9):
            writer.put(Row(row), "", "mujahideen harbour harbours", "")
        writer.commit()
    return fulltext


INDEX = index()


def others(word: Word) -> set[str]:
    [*said] = expansions(word, INDEX, GATHERED).said
    return {other for each in said for other in (*each.forms, *each.misspelt)}


def test_words_stand_for_what_the_texts_have() -> None:
    assert others(Word("mojahedin")) == {"mujahideen"}
    assert others(Word("harbour")) == {"harbours"}


def test_a_word_being_typed_that_nothing_begins_with_is_taken_as_it_is() -> None:
    assert others(Word("mojahedin", prefix=True, growing=True)) == {"mujahideen"}
    assert others(Word("mujah", prefix=True, growing=True)) == set()


def test_a_word_of_menus_is_no_misspelling() -> None:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for row in range(1, 9):
            writer.put(Row(row), "", "cooking and cook", "cookie" if row < 5 else "cookle")
        writer.commit()
    [*said] = expansions(parse("cookie OR cooki").tree, fulltext, GATHERED).said
    assert [each.word for each in said] == ["cooki"]
    assert expansions(Word("cookie", fuzzy=True), fulltext, GATHERED).said


def test_a_beginning_that_was_asked_for_is_left_alone() -> None:
    assert others(Word("mojahedin", prefix=True)) == set()
    tree = parse("moj* 'mojahedin").tree
    assert expansions(tree, INDEX, GATHERED).tree == tree


def spelt(bodies: dict[int, str]) -> Searcher:
    documents = {row: {"name": f"{row}", "title": f"t{row}", "lang": "en"} for row in bodies}
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for row, body in bodies.items():
            writer.put(Row(row), f"t{row}", body, "")
        writer.commit()
    return Searcher(Collection(documents), fulltext)


SPELT = spelt(
    {
        1: "the mujahideen came",
        2: "the mojahedin came and the mujahideen",
        3: "harbour",
        4: "harbours and harbours and harbours",
        5: "organisation",
        **dict.fromkeys(range(6, 40), "nothing of it but mojahedeen"),
    }
)


def test_misspelt_words_are_found_in_texts_and_what_was_looked_for_is_said() -> None:
    found = SPELT.find("mujahidin", {})
    assert found.texts[:2] == [1, 2]
    assert len(found.texts) == 36
    assert found.interpretation == "mujahidin (mujahidin ~ mujahideen, mojahedin, mojahedeen)"
    assert found.words == ("mujahideen", "mojahedin", "mojahedeen", "mujahidin")
    assert SPELT.find("'mujahidin", {}).total == 0
    assert SPELT.find("mojahedin", {}).texts == [2]
    assert SPELT.find("~mojahedin", {}).total == 35
    assert SPELT.find("came mojahedni", {}).texts == [2]
    assert SPELT.find("came OR mojahedni", {}).total == 36


def test_a_word_being_typed_is_forgiven_once_nothing_begins_so() -> None:
    assert SPELT.find("harbuor", {}, stage=Stage.TYPING).texts == [3]
    assert SPELT.find("came moj", {}, stage=Stage.TYPING).interpretation == "came and moj"


def test_inflected_forms_come_behind_the_word_and_nothing_is_said() -> None:
    found = SPELT.find("harbour", {})
    assert (found.texts, found.interpretation) == ([3, 4], "harbour")
    assert SPELT.find("harbours", {}).texts == [4, 3]
    assert SPELT.find("organ", {}).total == 0


def test_what_is_refused_is_refused_as_it_stands() -> None:
    assert SPELT.find("-harbour", {}).total == 38
    assert SPELT.find("came -mojahedni", {}).total == 2


@pytest.mark.parametrize(
    ("text", "rows", "said"),
    [
        ("body:harbour", {3, 4}, ""),
        ("body:'harbour", {3}, ""),
        ('body:"harbour"', {3}, ""),
        ("came body:mojahedni", {2}, "mojahedni ~ mojahedin"),
        ("body:harbour OR body:organisation", {3, 4, 5}, ""),
        ("harbour NEAR/2 \\and", {4}, ""),
        ("'harbour NEAR/2 \\and", set(), ""),
        ("mojahedni NEAR/3 came", {2}, "mojahedni ~ mojahedin"),
        ("raw:harbour", set(), ""),
        ("title:harbour", set(), ""),
        ("came (harbuor OR mojahedni)", {2}, "harbuor ~ harbour"),
    ],
)
def test_words_near_others_and_in_fields_are_forgiven_as_any_other(
    text: str, rows: set[int], said: str
) -> None:
    found = SPELT.find(text, {})
    assert {*found.titles, *found.texts} == rows
    assert said in found.interpretation


def test_a_field_being_typed_is_forgiven_once_nothing_begins_so() -> None:
    assert SPELT.find("body:harbuor", {}, stage=Stage.TYPING).texts == [3]
    assert SPELT.find("body:harb", {}, stage=Stage.TYPING).total == 2


def test_of_very_many_words_the_first_ones_are_forgiven_and_that_is_said() -> None:
    text = " OR ".join(
        [f"mojahedn{chr(97 + number % 26) * (1 + number // 26)}" for number in range(33)]
    )
    assert "first 32 words only" in SPELT.find(text, {}).interpretation


def test_a_frequent_slip_finds_what_has_it_and_what_was_meant_is_asked() -> None:
    bodies = [*["the library of the town"] * 300, *["the libary"] * 3]
    slips = spelt(dict(enumerate(bodies, 1)))
    found = slips.find("libary", {})
    assert found.total == 3
    assert found.interpretation == "libary (libary: did you mean library?)"
    assert slips.find("library", {}).interpretation == "library"
    assert slips.find("town libary", {}, stage=Stage.TYPING).interpretation.endswith(
        "mean library?)"
    )
    assert slips.find("town libar", {}, stage=Stage.TYPING).interpretation == "town and libar"
    assert slips.find("~libary", {}).total == 303
