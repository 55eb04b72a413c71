from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.model import Found, Row, Stage
from reader.search.around import Around
from reader.search.fulltext import FullText
from reader.search.places import Places
from reader.search.search import Searcher
from tests.search.collection import BODIES, DOCUMENTS, MARKED, Collection


def searcher(collection: Collection) -> Searcher:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for row, document in collection.documents.items():
            writer.put(Row(row), document["title"], *BODIES[row])
        writer.commit()
    return Searcher(collection, fulltext)


SEARCHER = searcher(Collection())


def find(text: str, *, stage: Stage = Stage.FINISHED, limit: int = 1000) -> Found:
    return SEARCHER.find(text, MARKED, limit, stage)


@pytest.mark.parametrize(
    ("text", "titles", "texts"),
    [
        ("harbour forgot", [1], [2]),
        ("harbor fogret", [1], [2]),
        ("bridge", [], [1]),
        ("气候", [], [3]),
        ("xyzzy", [], []),
        ("?!", [], []),
        ("later", [3], []),
        ("northlight", [3, 1], []),
        ("cookie", [], []),
        ("raw:cookie", [], [2]),
        ("title:harbour", [1], []),
        ("body:harbour", [], [2]),
        ('"the harbour"', [1], [2]),
        ("'harbor", [], []),
        ("har*", [1], [2]),
        ("harbour OR 气候", [1], [2, 3]),
        ("harbor tag:coast", [1], []),
        ("harbour -tag:coast", [], [2]),
        ("harbour -dredged", [1], []),
        ("-harbour", [3], []),
        ("tag:coast OR tag:energy", [2, 1], []),
        ("is:unread", [2, 1], []),
        ("", [3, 2, 1], []),
        ("foo:harbour", [], []),
        ("bridge NEAR/3 old", [], [1]),
        ("bridge NEAR/2 old", [], []),
        ("old NEAR harbour", [], []),
        ("/harbou?r/", [1], [2]),
        ("/DREDGE[ds]/ /^town$/", [], [2]),
        ("/the harb.*/", [1], [2]),
        ("forgot /harb.*/", [1], [2]),
        ("body:/dredged?/", [], [2]),
        ("raw:/cook.*/", [], [2]),
        ("title:/^the .* sea$/", [1], []),
        ("^the", [1], []),
        ("'The", [1], []),
        ("'When", [], [2]),
        ("'Harbour", [], []),
        ("title:'the", [1, 2], []),
        ("body:'The", [], []),
        ("raw:'Cookie", [], []),
        ("^the harbour", [1], []),
        ("^harbour", [], []),
        ("^rope", [2], []),
        ("^rop*", [2], []),
        ("-^the", [3, 2], []),
        ("words:>0 sort:words-", [1, 2], []),
        ("sort:date", [2, 1, 3], []),
        ("limit:1", [3], []),
        ("harbour limit:1", [1], []),
        ("harbour sort:date", [2, 1], []),
        ("mins:5", [1], []),
        ("ext:md", [3], []),
        ("is:stub", [], []),
        ("has:author", [1], []),
    ],
)
def test_titles_are_found_forgivingly_and_texts_as_they_stand(
    text: str, titles: list[int], texts: list[int]
) -> None:
    found = find(text)
    assert (list(found.titles), sorted(found.texts)) == (titles, texts)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("brid", [1]),
        ("tag:coa", [1]),
        ("site:north", [3, 1]),
        ("title:harb", [1]),
        ('"the harb', []),
        ("harbour tag:", [1, 2]),
        ("harbour (", [1, 2]),
        ("tag:", [3, 2, 1]),
    ],
)
def test_the_end_of_a_query_may_be_missing_while_it_is_typed(text: str, rows: list[int]) -> None:
    found = find(text, stage=Stage.TYPING)
    assert [*found.titles, *found.texts] == rows


def test_a_word_that_is_not_being_typed_is_not_a_beginning() -> None:
    assert find("brid").total == 0
    assert find("brid ", stage=Stage.TYPING).total == 0


def test_a_mistake_is_an_error_once_the_query_is_finished() -> None:
    with pytest.raises(QueryError):
        find("harbour (")


def test_what_was_understood_is_said_and_what_was_not_is_named() -> None:
    found = find("harbour foo:bar tag:coast")
    assert found.query == "harbour foo:bar tag:coast"
    assert found.interpretation == "harbour and foo:bar and tag is coast"
    assert found.unknown == ("foo",)


def test_matched_letters_of_titles_are_told() -> None:
    title = DOCUMENTS[1]["title"]
    for text in ("harbour", '"harbour"'):
        positions = find(text).positions[Row(1)]
        assert "".join(title[at] for at in positions) == "harbour"


def test_what_has_no_matching_letters_in_its_title_has_no_positions() -> None:
    for text in ("northlight", "harbour", "'harbour", "is:unread"):
        found = find(text)
        assert Row(3) not in found.positions
        assert found.positions.get(Row(9)) is None
        assert len(found.positions) == len(list(found.positions)) == (Row(1) in found.positions)
    assert Row(2) not in find("harbour").positions  # found by its text


def test_fields_alone_have_no_scores() -> None:
    assert find("is:unread").scores == {}
    assert find("harbour").scores.keys() == {1, 2}


def test_all_texts_are_found_and_the_best_are_ranked() -> None:
    found = find("the forgot OR harbour OR 气候", limit=1)
    assert found.total == 3
    assert len(found.scores) == 2


def test_facets_count_all_that_was_found() -> None:
    counts = {(count.facet, count.value): count.documents for count in find("").facets}
    assert counts["tag", "coast"] == 1
    assert counts["site", "www.northlight.example"] == 2


def test_the_words_of_a_query_are_lit_but_not_those_refused() -> None:
    expected = ("harbour", "the sea")
    assert SEARCHER.light('Harbour "The séa" -draft tag:x') == expected
    assert SEARCHER.light('Harbour "The séa') == expected
    assert SEARCHER.light("(" * 99) == SEARCHER.light("") == ()
    assert find('Harbour "The séa"').words == expected


HIDDEN = {**MARKED, Row(1): MARKED[Row(1)]._replace(hidden=True)}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", {2, 3}),
        ("harbour", {2}),
        ("harb*", {2}),
        ("lang:en", set()),
        ("-lang:de", {3}),
        ("rail", set()),
        ("is:hidden", {1}),
        ("harbour is:hidden", {1}),
        ("harbour -is:hidden", {2}),
        ("is:hidden OR is:read", {1, 3}),
        ("NOT (is:hidden OR is:read)", {2}),
    ],
)
def test_hidden_documents_are_found_only_where_the_query_names_them(
    text: str, rows: set[int]
) -> None:
    found = SEARCHER.find(text, HIDDEN)
    assert {*found.titles, *found.texts} == rows
    assert found.total == len(rows)


def test_tags_of_hidden_documents_are_not_counted() -> None:
    assert ("coast/rail", 1) in SEARCHER.tags(MARKED)
    assert "coast/rail" not in dict(SEARCHER.tags(HIDDEN))
    assert all(count.value != "coast" for count in SEARCHER.find("", HIDDEN).facets)


def test_changes_are_seen_after_a_refresh_once_the_generation_is_another() -> None:
    collection = Collection({row: DOCUMENTS[row] for row in (1, 2)})
    changing = searcher(collection)
    assert changing.find("", {}).total == 2
    collection.documents[3] = DOCUMENTS[3]
    changing.refresh()
    assert changing.find("", {}).total == 2
    collection.generation += 1
    changing.refresh()
    assert changing.find("untitled", {}).titles == [3]


def test_titles_are_kept_and_what_was_kept_is_brought_up_to_date_or_made_again(
    tmp_path: Path,
) -> None:
    collection = Collection({row: DOCUMENTS[row] for row in (1, 2)})
    Searcher(collection, SEARCHER._fulltext, kept=tmp_path / "titles").refresh()
    files = {path: path.stat().st_mtime_ns for path in (tmp_path / "titles").iterdir()}
    assert files
    Searcher(collection, SEARCHER._fulltext, kept=tmp_path / "titles").refresh()
    assert {path: path.stat().st_mtime_ns for path in files} == files
    collection.documents[3] = DOCUMENTS[3]
    for damage in (b"", b"x"):
        again = Searcher(collection, SEARCHER._fulltext, kept=tmp_path / "titles")
        assert again.find("untitled", {}).titles == [3]
        for path in (tmp_path / "titles").iterdir():
            path.write_bytes(damage)
    nowhere = tmp_path / "file"
    nowhere.write_text("")
    lost = Searcher(collection, SEARCHER._fulltext, kept=nowhere / "titles")
    assert lost.find("untitled", {}).titles == [3]


def test_rows_that_only_the_full_text_knows_are_left_out() -> None:
    collection = Collection()
    ahead = searcher(collection)
    del collection.documents[2]
    assert ahead.find("harbour", {}).total == 1


def test_an_empty_collection_can_be_searched() -> None:
    empty = searcher(Collection({}))
    for text in ("", "harbour", "tag:x", '"a b"', "-x"):
        assert empty.find(text, MARKED).total == 0


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("abr hou-|()\"'*:#tag海")))
def test_any_text_can_be_typed_and_finds_each_document_once(text: str) -> None:
    found = find(text, stage=Stage.TYPING)
    rows = [*found.titles, *found.texts]
    assert len(rows) == len(set(rows)) == found.total
    assert set(rows) <= {1, 2, 3}


def test_what_lies_in_a_folder_or_a_collection_is_found_and_a_stranger_is_told() -> None:
    assert set(find("in:north").titles) == {1, 2}
    assert set(find("-in:north").titles) == {3}
    assert (find("harbour in:north").titles, find("harbour in:north").texts) == ([1], [2])
    nowhere = find("in:nowhere")
    assert not nowhere.total
    assert nowhere.interpretation == ("in nowhere (no collection or folder is called nowhere)")
    assert find("in:north").interpretation == "in north"


def test_a_place_may_be_unfinished_while_it_is_typed() -> None:
    assert set(find("in:nor", stage=Stage.TYPING).titles) == {1, 2}
    assert not find("in:nor").total
    assert find("in:nor", stage=Stage.TYPING).interpretation == "in nor"
    assert "is called xy" in find("in:xy", stage=Stage.TYPING).interpretation


def test_places_are_asked_for_anew_at_every_question() -> None:
    known: dict[str, tuple[str, ...]] = {"press": ("north/",)}
    searching = Searcher(Collection(), SEARCHER._fulltext, Around(lambda: Places(dict(known))))
    assert set(searching.find("in:press", {}).titles) == {1, 2}
    known["press"] = ()
    assert not searching.find("in:press", {}).total


@pytest.mark.parametrize("text", [r"sea /a\bb/", "sea /a.*?b/", r"sea body:/\Aa/"])
def test_an_expression_that_words_cannot_be_looked_up_by_is_a_mistake(text: str) -> None:
    with pytest.raises(QueryError, match="cannot be looked for in words") as caught:
        find(text)
    assert caught.value.position == 4


def test_words_side_by_side_that_could_be_any_of_too_many_are_a_mistake() -> None:
    many = Collection({1: {"name": "a", "title": "x"}})
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        writer.put(Row(1), "x", " ".join(f"w{number}" for number in range(12_000)), "")
        writer.commit()
    with pytest.raises(QueryError, match="say more of each word"):
        Searcher(many, fulltext).find("/w.* w.*/", {})
    assert Searcher(many, fulltext).find("/w.*/", {}).total == 1


def test_saved_searches_can_be_named() -> None:
    around = Around(searches=lambda: {"mine": "tag:coast sort:title"})
    searching = Searcher(Collection(), SEARCHER._fulltext, around)
    found = searching.find("harbour query:mine", MARKED)
    assert (found.titles, found.texts) == ([1], [])
    assert found.interpretation == "harbour and tag is coast"


def test_documents_are_called_by_their_titles_in_words() -> None:
    around = Around(rows=lambda reference: [Row(1)], title=lambda reference: f"Title {reference}")
    searching = Searcher(Collection(), SEARCHER._fulltext, around)
    assert searching.find("-dup:1 sea", {}).interpretation == "not a copy of “Title 1” and sea"
    assert searching.find("like:1", {}).interpretation == "like “Title 1”"


def test_what_is_like_a_document_shares_words_and_is_another_story() -> None:
    bodies = {
        1: "dredging harbour silt quay board",  # the board stands in its copy alone
        2: "dredging harbour silt quay board council",  # a copy of the first
        3: "dredging silt quay river",
        4: "silt and nothing else",
        5: "dredging harbour quay council",
    }
    documents = {
        row: {"name": f"{row}.txt", "title": f"t{row}", "story": "1" if row < 3 else "0"}
        for row in bodies
    }
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for row, body in bodies.items():
            writer.put(Row(row), f"t{row}", body, "")
        for row in range(6, 20):
            writer.put(Row(row), "", "something else", "")
        writer.commit()
    around = Around(
        rows=lambda reference: [Row(int(reference))], words=lambda row: bodies[row].split()
    )
    searching = Searcher(Collection(documents), fulltext, around)
    found = searching.find("like:1", {})
    assert {*found.titles, *found.texts} == {3, 5}
    assert set(found.words) == {"dredging", "harbour", "silt", "quay"}
    assert searching.find("like:3", {}).total == 2
    assert searching.find("-like:1", {}).total == 3
    assert searching.find("like:1 silt", {}).total == 1


def test_of_near_copies_the_one_to_read_is_listed() -> None:
    found = SEARCHER.find("the", MARKED, folded=True)
    everything = SEARCHER.find("the", MARKED)
    assert {*everything.titles, *everything.texts} >= {1, 2}
    assert 2 not in {*found.titles, *found.texts}
    assert (found.folded, found.total) == (1, everything.total)
    assert SEARCHER.find("the -tag:coast", MARKED, folded=True).folded == 0
    for text in ("is:duplicate", "dup:1 OR the", "the group:story"):
        assert SEARCHER.find(text, MARKED, folded=True).folded == 0


def test_the_order_is_told() -> None:
    assert find("harbour sort:date- limit:3").interpretation == (
        "harbour, by date descending, at most 3"
    )


def test_what_documents_say_of_themselves_is_asked_for_by_its_name() -> None:
    documents = {
        1: {"name": "a.md", "title": "a", "own": "rating 5\nstatus open"},
        2: {"name": "b.md", "title": "b", "own": "rating 2"},
    }
    searching = Searcher(Collection(documents), FullText(None))
    assert searching.find("rating:>3", {}).titles == [1]
    assert searching.find("-status:open", {}).titles == [2]
    assert searching.find("Status:OPEN", {}).unknown == ()
    assert searching.find("mood:open", {}).unknown == ("mood",)


def test_what_has_words_only_where_it_was_set_aside_is_counted() -> None:
    assert find("cookie").aside == 1
    assert find("cookie forgot").aside == 1
    assert find("cookie -tag:energy").aside == 0
    assert find("harbour").aside == 0
    assert find("raw:cookie").aside == 0
