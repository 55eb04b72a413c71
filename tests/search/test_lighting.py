from reader.model import Row
from reader.search.around import Around
from reader.search.fulltext import FullText
from reader.search.lighting import Positions
from reader.search.search import Searcher
from tests.search.collection import BODIES, DOCUMENTS, Collection

ROWS = [Row(4), Row(2), Row(9)]
LIT = {Row(4): (0, 1), Row(9): (3,)}


def test_they_are_a_mapping_of_the_titles_that_have_any() -> None:
    found = Positions(ROWS, lambda row: LIT.get(row, ()))
    assert list(found.items()) == [(Row(4), (0, 1)), (Row(9), (3,))]
    assert len(found) == 2
    assert found == LIT
    assert found.get(Row(2)) is None


def test_they_are_worked_out_for_what_is_shown_alone() -> None:
    shown: list[Row] = []

    def work_out(row: Row) -> tuple[int, ...]:
        shown.append(row)
        return (0,)

    found = Positions(ROWS, work_out)
    assert found[Row(2)] == (0,)
    assert Row(7) not in found
    assert shown == [Row(2)]


def test_letters_of_titles_are_told_for_whatever_was_asked() -> None:
    title = DOCUMENTS[1]["title"]
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        writer.put(Row(1), title, *BODIES[1])
        writer.commit()
    around = Around(title_of=lambda row: DOCUMENTS[row]["title"])
    searcher = Searcher(Collection(), fulltext, around)
    for text, letters in {
        "/harbou?r/": "harbour",
        "'The": "The",
        "harb*": "harb",
        "sea NEAR/5 harbour": "harboursea",
        "title:harbours": "harbour",
        "title:/^the/": "",
    }.items():
        positions = searcher.find(text, {}).positions.get(Row(1), ())
        assert "".join(title[at] for at in positions) == letters, text
