import json
import os
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import CatalogueError
from reader.model import Row
from reader.query import And, Not, Or, Phrase, Query, Word, parse
from reader.search.fulltext import FullText, IndexBusyError
from reader.search.terms import SET_FROM

DOCUMENTS = {
    1: ("The harbour", "It forgot the sea. Ökonomie, café", "menu cookie"),
    2: ("Sea", "harbour harbours well known e-mail", ""),
    3: ("气候", "海洋气候变化 全文检索", ""),
    9: ("", "", ""),
}


def filled(folder: Path | None) -> FullText:
    fulltext = FullText(folder)
    with fulltext.writer() as writer:
        for row, (title, body, aside) in DOCUMENTS.items():
            writer.put(Row(row), title, body, aside)
        writer.commit()
    return fulltext


def found(fulltext: FullText, text: str, *fields: str) -> set[int]:
    tree = parse(text).tree
    return {*(fulltext.matches(tree, fields) if fields else fulltext.matches(tree))}


def ranked(
    fulltext: FullText, text: str, rows: set[int] | None = None, limit: int = 9
) -> list[int]:
    allowed = None if rows is None else {Row(row) for row in rows}
    return [row for row, _ in fulltext.search(parse(text).tree, allowed, limit)]


MEMORY = filled(None)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("harbour", {1, 2}),
        ("HARBOUR forgot", {1}),
        ("harb*", {1, 2}),
        ("harb", set()),
        ('"the sea"', {1}),
        ("sea -forgot", {2}),
        ("-sea", {3, 9}),
        ("forgot OR known", {1, 2}),
        ("okonomie", {1}),
        ("Cafe", {1}),
        ("e-mail", {2}),
        ("e-ma*", {2}),
        ("变化", {3}),
        ("变", {3}),
        ("全文检索", {3}),
        ("全文变化", set()),
        ("cookie", set()),
        ("", {1, 2, 3, 9}),
        ("tag:x", {1, 2, 3, 9}),
    ],
)
def test_words_phrases_and_beginnings_are_found(text: str, rows: set[int]) -> None:
    assert found(MEMORY, text) == rows


WORDS = ("sea", "sun", "fog", "reef")
TREES: st.SearchStrategy[Query] = st.recursive(
    st.sampled_from([Word(word) for word in WORDS]),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: Or(tuple(parts))),
    ),
    max_leaves=8,
)


def answers(tree: Query, present: set[str]) -> bool:
    """Whether a document of these words answers."""
    match tree:
        case Not():
            return not answers(tree.query, present)
        case And():
            return all(answers(part, present) for part in tree.parts)
        case Or():
            return any(answers(part, present) for part in tree.parts)
    assert isinstance(tree, Word)
    return tree.text in present


COMBINED = FullText(None)
with COMBINED.writer() as _writer:
    for _row in range(2 ** len(WORDS)):
        _held = [word for place, word in enumerate(WORDS) if _row >> place & 1]
        _writer.put(Row(_row + 1), _held[0] if _held else "", " ".join(_held[1:]), "")
    _writer.commit()


@given(TREES)
def test_a_tree_of_words_finds_what_has_them(tree: Query) -> None:
    wanted = {
        row + 1
        for row in range(2 ** len(WORDS))
        if answers(tree, {word for place, word in enumerate(WORDS) if row >> place & 1})
    }
    assert COMBINED.matches(tree) == wanted


@given(st.sets(st.sampled_from(WORDS)), TREES)
def test_of_many_words_any_will_do_as_of_few(some: set[str], other: Query) -> None:
    absent = tuple(Word(f"absent{number}") for number in range(SET_FROM))
    tree = Or((*absent, *map(Word, sorted(some)), Phrase("no such words"), other))
    assert COMBINED.matches(tree) == COMBINED.matches(other).union(
        *(COMBINED.matches(Word(word)) for word in some)
    )


def test_the_rarest_of_many_words_are_what_is_ranked_by() -> None:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for number in range(1, 5):
            present = ["common", "some" if number < 3 else "", "quay" if number == 3 else ""]
            writer.put(Row(number), "rare" if number == 4 else "", " ".join(present), "")
        writer.commit()
    asked_for: list[Query] = [
        *map(Word, ("common", "absent", "some", "rare")),
        Phrase("common quay"),
    ]
    assert fulltext.rarest(asked_for, 5) == asked_for
    assert fulltext.rarest(asked_for, 2) == [Word("rare"), Phrase("common quay")]
    assert fulltext.rarest([*asked_for, Word("ab", prefix=True)], 1) == [Word("ab", prefix=True)]


def test_what_was_set_aside_is_found_only_where_asked_for() -> None:
    assert found(MEMORY, "cookie", "aside") == {1}


def test_the_title_counts_more_and_only_allowed_rows_are_ranked() -> None:
    assert ranked(MEMORY, "harbour") == [1, 2]
    assert ranked(MEMORY, "harbour", {2, 3}) == [2]
    assert ranked(MEMORY, "harbour", set()) == []
    assert ranked(MEMORY, "harbour", limit=1) == [1]


def test_equal_ranks_stand_in_the_order_of_rows_whatever_the_limit() -> None:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for row in (7, 3, 9, 1, 5):
            writer.put(Row(row), "same", "words", "")
        writer.commit()
    for limit in range(1, 6):
        assert ranked(fulltext, "same", limit=limit) == [1, 3, 5, 7, 9][:limit]


@pytest.mark.parametrize("text", ["sea", "rare", "sea OR rare OR other", "other sea"])
def test_the_allowed_rows_are_ranked_as_among_all_however_many_they_are(text: str) -> None:
    fulltext, chance = FullText(None), Random(text)
    with fulltext.writer() as writer:
        for row in range(1, 6001):
            others = "rare " * (row % 500 == 0) + "other " * (row % 4)
            writer.put(Row(row), "", "sea " * (1 + row % 3) + others, "")
        writer.commit()
    every = ranked(fulltext, text, None, 6000)
    for count in (1, 30, 400, 1900, 3000):
        allowed = {*chance.sample(range(1, 6001), count)}
        for limit in (5, 200):
            best = [row for row in every if row in allowed][:limit]
            assert ranked(fulltext, text, allowed, limit) == best


def test_putting_a_row_again_replaces_it_and_removing_forgets_it(tmp_path: Path) -> None:
    fulltext = filled(tmp_path)
    with fulltext.writer() as writer:
        writer.put(Row(1), "Boats", "", "")
        writer.remove(Row(2))
        writer.remove(Row(77))
        writer.commit()
    assert found(fulltext, "harbour") == set()
    assert found(fulltext, "boats") == {1}


def test_what_was_not_committed_is_forgotten(tmp_path: Path) -> None:
    fulltext = filled(tmp_path)
    with fulltext.writer() as writer:
        writer.put(Row(5), "Boats", "", "")
    assert found(FullText(tmp_path), "boats") == set()


def test_a_kill_between_two_files_of_a_commit_is_got_over(tmp_path: Path) -> None:
    listed = tmp_path / "index" / "meta.json"
    fulltext = filled(tmp_path)
    before = listed.read_bytes()
    for _ in range(2):
        with fulltext.writer() as writer:
            writer.remove(Row(2))
            writer.commit()
        assert found(fulltext, "harbour") == {1}
        assert any(file.suffix == ".del" for file in listed.parent.iterdir())
        listed.write_bytes(before)  # as if killed before the list of parts was written
        (tmp_path / "seal").unlink()
        fulltext = FullText(tmp_path)
        assert not fulltext.made_again


def test_another_reader_sees_what_was_committed_after_a_reload(tmp_path: Path) -> None:
    first = FullText(tmp_path)
    second = FullText(tmp_path)
    with first.writer() as writer:
        writer.put(Row(1), "Boats", "", "")
        writer.commit()
    second.reload()
    assert found(second, "boats") == {1}


def test_what_only_reads_makes_no_files_by_itself(tmp_path: Path) -> None:
    reading = filled(tmp_path)
    filled(tmp_path)
    before = {path.name for path in (tmp_path / "index").iterdir()}
    (tmp_path / "index" / ".tantivy-meta.lock").unlink()
    time.sleep(1.2)  # tantivy's own look-out looks twice a second
    assert len(reading) == len(DOCUMENTS)
    assert before - {path.name for path in (tmp_path / "index").iterdir()} == {".tantivy-meta.lock"}


def test_an_index_that_was_there_is_not_made_again(tmp_path: Path) -> None:
    assert filled(tmp_path).made_again
    again = FullText(tmp_path)
    assert not again.made_again
    assert found(again, "harbour") == {1, 2}


def test_the_generation_is_kept_beside_the_index(tmp_path: Path) -> None:
    fulltext = filled(tmp_path)
    assert fulltext.stamped() is None
    fulltext.stamp(7)
    assert FullText(tmp_path).stamped() == 7


@pytest.mark.parametrize("damage", ["meta", "terms", "missing", "version", "foreign"])
def test_a_damaged_index_is_made_again_empty_and_without_a_stamp(
    tmp_path: Path, damage: str
) -> None:
    filled(tmp_path).stamp(7)
    index = tmp_path / "index"
    if damage == "meta":
        (index / "meta.json").write_text("{")
    elif damage == "version":
        (tmp_path / "version").write_text("0")
    else:
        for file in [*index.glob("*.term"), *index.glob("*.idx")]:
            if damage == "missing":
                file.unlink()
            else:
                os.truncate(file, 10 if damage == "terms" else 0)
    again = FullText(tmp_path)
    assert again.made_again
    assert again.stamped() is None
    assert len(again) == 0


def test_a_second_writer_is_refused_in_words(tmp_path: Path) -> None:
    with FullText(tmp_path).writer() as writer:
        writer.commit()
        with pytest.raises(IndexBusyError, match="try again"), FullText(tmp_path).writer():
            pass


def test_the_writer_of_another_process_is_waited_for_until_it_ends(tmp_path: Path) -> None:
    fulltext = FullText(tmp_path)
    script = (
        "import sys, pathlib; from reader.search.fulltext import FullText\n"
        "with FullText(pathlib.Path(sys.argv[1])).writer():\n"
        "    print('writing', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "writing\n"
        with pytest.raises(IndexBusyError), fulltext.writer():
            pass
        other.kill()
    with fulltext.writer() as writer:
        writer.commit()


def test_a_place_where_nothing_can_be_made_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CatalogueError, match="cannot be made"):
        FullText(tmp_path / "file")


def parts(folder: Path) -> list[int]:
    """How many documents each part of an index holds, ones that were replaced included."""
    meta = json.loads((folder / "index" / "meta.json").read_bytes())
    return sorted(part["max_doc"] for part in meta["segments"])


def put_in_parts(fulltext: FullText, rows: range, word: str, size: int = 10) -> None:
    with fulltext.writer() as writer:
        for row in rows:
            writer.put(Row(row), f"{word} {row}", f"text {row % 3}", "")
            if row % size == 0:
                writer.commit()


@pytest.mark.parametrize("count", [10, 20, 70, 80, 90, 150])
def test_an_index_that_was_written_in_many_commits_is_one_part(tmp_path: Path, count: int) -> None:
    fulltext = FullText(tmp_path)
    put_in_parts(fulltext, range(1, count + 1), "title")
    assert parts(tmp_path) == [count]
    assert found(fulltext, "title") == {*range(1, count + 1)}
    assert found(fulltext, '"title 3"') == {3}
    assert found(fulltext, "text 1") == {row for row in range(1, count + 1) if row % 3 == 1}


def test_what_was_replaced_takes_no_room_where_much_was(tmp_path: Path) -> None:
    fulltext = FullText(tmp_path)
    put_in_parts(fulltext, range(1, 101), "title")
    put_in_parts(fulltext, range(1, 51), "other")
    assert parts(tmp_path) == [100]
    assert found(fulltext, "title") == {*range(51, 101)}
    assert found(fulltext, "other") == {*range(1, 51)}


def test_a_large_part_is_left_alone_when_little_is_written(tmp_path: Path) -> None:
    fulltext = FullText(tmp_path)
    put_in_parts(fulltext, range(1, 101), "title")
    put_in_parts(fulltext, range(101, 105), "title", 1)
    assert parts(tmp_path) == [1, 1, 1, 1, 100]
    assert found(fulltext, "title") == {*range(1, 105)}


def test_many_runs_that_write_little_end_as_few_parts(tmp_path: Path) -> None:
    fulltext = FullText(tmp_path)
    for row in range(1, 41):
        put_in_parts(fulltext, range(row, row + 1), "title", 1)
    assert len(parts(tmp_path)) < 8
    assert found(fulltext, "title") == {*range(1, 41)}


CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(1, 12), st.sampled_from(["sea", "sun", "sea sun"])),
        st.tuples(st.sampled_from(["remove", "commit"]), st.integers(1, 12), st.just("")),
        st.tuples(st.just("leave"), st.just(0), st.just("")),
    ),
    max_size=25,
)


@settings(deadline=None, max_examples=10)
@given(CHANGES)
def test_what_is_found_is_what_was_committed(changes: list[tuple[str, int, str]]) -> None:
    committed: dict[int, str] = {}
    now: dict[int, str] = {}
    with TemporaryDirectory() as folder, ExitStack() as stack:
        fulltext = FullText(Path(folder))
        writer = stack.enter_context(fulltext.writer())
        for what, row, text in [*changes, ("leave", 0, "")]:
            match what:
                case "put":
                    writer.put(Row(row), "", text, "")
                    now[row] = text
                case "remove":
                    writer.remove(Row(row))
                    now.pop(row, None)
                case "commit":
                    writer.commit()
                    committed = dict(now)
                case "leave":
                    stack.close()
                    now = dict(committed)
                    assert found(fulltext, "") == {*committed}
                    for word in ("sea", "sun", '"sea sun"'):
                        held = {row for row, text in committed.items() if word.strip('"') in text}
                        assert found(fulltext, word) == held
                    writer = stack.enter_context(fulltext.writer())
