import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from reader.model import Match
from reader.search.titles import FEW, LIT, POOL, TitleIndex
from reader.search.titling.errors import TitleIndexError

TITLES = (
    "The harbour that forgot the sea",
    "Forgotten harbours of the Baltic",
    "Dredging plan approved",
    "E-mail and the Ökonomie",
    "气候变化与海洋",
    "A short history of rope",
)
INDEX = TitleIndex.build(TITLES)

SYLLABLES = ("ka", "lo", "mi", "ter", "ban", "dor", "vin", "qua", "ri", "sto", "pul", "gra", "ché")


def invented(count: int) -> list[str]:
    """Titles of long words, each more than three edits from any other."""
    dice = random.Random(7)
    vocabulary: list[str] = []
    while len(vocabulary) < 600:
        word = "".join(dice.choices(SYLLABLES, k=dice.choice((3, 4))))
        if not vocabulary or cdist([word], vocabulary, scorer=OSA.distance).min() > 3:
            vocabulary.append(word)
    return [
        " ".join(dice.sample(vocabulary, dice.randint(3, 8))).capitalize() for _ in range(count)
    ]


INVENTED = invented(4000)
LARGE = TitleIndex.build(INVENTED)


def rows(matches: list[Match]) -> list[int]:
    return [match.row for match in matches]


def lit(match: Match) -> str:
    return "".join(TITLES[match.row][at] for at in match.positions)


def longest_two(title: str) -> list[str]:
    return sorted(title.lower().split(), key=len)[-2:]


def misspelt(word: str, kind: str, at: int) -> str:
    at %= len(word) - 1
    return {
        "drop": word[:at] + word[at + 1 :],
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        "replace": word[:at] + "x" + word[at + 1 :],
        "double": word[:at] + word[at] + word[at:],
    }[kind]


@settings(deadline=None, max_examples=300)
@given(
    st.integers(0, len(INVENTED) - 1),
    st.sampled_from(["drop", "swap", "replace", "double"]),
    st.integers(0, 30),
    st.permutations([0, 1]),
)
def test_two_words_of_a_title_one_of_them_misspelt_find_it_first(
    row: int, kind: str, at: int, order: list[int]
) -> None:
    words = longest_two(INVENTED[row])
    typed = [misspelt(words[0], kind, at), words[1]]
    first = LARGE.find(" ".join(typed[place] for place in order))[0]
    assert set(words) <= set(INVENTED[first.row].lower().split())


@settings(deadline=None, max_examples=300)
@given(st.text())
def test_any_text_can_be_looked_for_and_positions_lie_in_the_title(text: str) -> None:
    for match in INDEX.find(text):
        assert all(0 <= at < len(TITLES[match.row]) for at in match.positions)


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("harbor fogret", 0),
        ("forg har", 0),
        ("HARBOUR SEA", 0),
        ("email", 3),
        ("okonomie", 3),
        ("okonomei", 3),
        ("气候", 4),
        ("海", 4),
        ("dredgign approvde", 2),
    ],
)
def test_words_are_found_unfinished_misspelt_and_unaccented(query: str, row: int) -> None:
    assert rows(INDEX.find(query))[0] == row


@pytest.mark.parametrize("query", ["", " ", "?!", "xyzzy", "harbour zebra", "rope zebra history"])
def test_a_query_with_a_word_that_matches_nothing_finds_nothing(query: str) -> None:
    assert INDEX.find(query) == []


def test_of_four_words_one_may_be_missing() -> None:
    assert rows(INDEX.find("zebra short history rope")) == [5]
    assert INDEX.find("zebra quagga history rope") == []


def test_matched_letters_are_lit_and_no_others() -> None:
    assert lit(INDEX.find("harb")[0]) == "harb"
    assert lit(INDEX.find("okonomie")[0]) == "Ökonomie"
    assert lit(INDEX.find("email")[0]) == "E-mail"
    assert lit(INDEX.find("气候")[0]) == "气候"
    assert lit(INDEX.find("approvde")[0]) in {"approvd", "approve"}


def test_equal_matches_stand_in_the_order_of_their_rows() -> None:
    assert rows(TitleIndex.build(["sea"] * 5).find("sea")) == [0, 1, 2, 3, 4]


def test_words_beside_the_title_lead_to_it_too_but_count_less() -> None:
    index = TitleIndex.build(["Dredging plan", "The northlight"], ["northlight.example", ""])
    assert rows(index.find("northlight")) == [1, 0]
    assert rows(index.find("northlight dredging")) == [0]
    assert index.find("northlight")[1].positions == ()


def test_letters_are_lit_as_far_down_as_titles_were_compared() -> None:
    found = TitleIndex.build(["Rope of the sea"] * (POOL + 20)).search("sea", POOL + 20)
    assert [found.positions(at) for at in (0, LIT + 1, POOL - 1)] == 3 * [(12, 13, 14)]
    assert found.positions(POOL + 1) == ()


def test_noise_is_left_out_when_something_matches_well() -> None:
    index = TitleIndex.build(["The cost of rope", "The coat", "The post"])
    assert rows(index.find("cost")) == [0]


def test_only_what_is_allowed_is_found() -> None:
    allowed = np.array([False, True, True, True, True, True])
    assert rows(INDEX.find("harbour", 100, allowed)) == [1]


def test_no_more_than_the_limit_is_found() -> None:
    assert len(LARGE.find("ka", 3)) == 3
    assert LARGE.find("ka", 0) == []


def test_a_pasted_text_of_any_length_can_be_looked_for() -> None:
    assert rows(INDEX.find(TITLES[0] + "." * 5000)) == [0]
    assert INDEX.find("zebra " * 5000) == []


@pytest.mark.parametrize("titles", [[], [""], ["", "?!"]])
def test_titles_without_words_can_be_indexed(titles: list[str]) -> None:
    index = TitleIndex.build(titles)
    assert len(index) == len(titles)
    assert index.find("sea") == []


def test_names_are_found_however_they_are_spelt() -> None:
    index = TitleIndex.build(["Usama and the sea", "The mujahideen", "A zebra"])
    assert rows(index.find("osama")) == [0]
    assert rows(index.find("mojahedin")) == [1]


def test_abbreviations_and_words_without_vowels_are_found() -> None:
    assert rows(INDEX.find("fhotb"))[0] == 1
    assert lit(INDEX.find("fhotb")[0]) == "FhotB"
    assert rows(INDEX.find("hrbr sea"))[0] == 0


def test_two_words_typed_as_one_are_found() -> None:
    assert rows(INDEX.find("dredgingplan")) == [2]
    assert lit(INDEX.find("dredgingpl")[0]) == "Dredgingpl"


def test_accents_count_where_they_were_typed() -> None:
    index = TitleIndex.build(["The résumé", "The resume"])
    assert rows(index.find("resume")) == [0, 1]
    assert rows(index.find("résumé")) == [0, 1]
    assert rows(TitleIndex.build(["The resume", "The résumé"]).find("résumé")) == [1, 0]


@pytest.mark.parametrize(
    "query",
    [
        "harbour " * 1250,
        " ".join(f"word{number}" for number in range(200)),
        "." * 10_000,
        "x" * 10_000,
        "\0harbour\0",
        "🚢 🌊",
        "ميناء مبارك",
        "\u202eruobrah",
        "\ud800",
        "e\u0301" * 3000,
    ],
    ids=range(10),
)
def test_no_query_is_too_odd(query: str) -> None:
    assert len(LARGE.find(query)) <= 100
    assert len(TitleIndex.build([query, "x"])) == 2


SOME = [*INVENTED[: FEW + 200]]


def pieces(index: TitleIndex) -> list[list[Match]]:
    queries = ["ka", "kalo", "quamiter vinri", "x", "new title", "chelo", "nwe", "banka", "nti"]
    return [index.find(query, 300) for query in queries]


@settings(deadline=None, max_examples=12)
@given(st.data())
def test_an_updated_index_finds_what_a_new_one_finds(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    index, titles, others = TitleIndex.build(SOME), list(SOME), [""] * len(SOME)
    for _ in range(data.draw(st.integers(1, 3))):
        for somewhere in data.draw(st.lists(st.integers(0, len(titles) - 1), max_size=9)):
            place = somewhere % len(titles)
            change = data.draw(st.integers(0, 3))
            if change == 0:
                titles.insert(place, f"New titel {data.draw(st.text(max_size=5))}")
                others.insert(place, "quamiter")
            elif change == 1:
                del titles[place], others[place]
            elif change == 2:
                titles[place] = f"{titles[place]} new"
            else:
                titles[place], titles[0] = titles[0], titles[place]
        index = index.updated(titles, others)
        if data.draw(st.booleans()):
            folder = tmp_path_factory.mktemp("titles")
            index.save(folder)
            index = TitleIndex.load(folder)
    fresh = TitleIndex.build(titles, others)
    assert len(index) == len(fresh) == len(titles)
    assert pieces(index) == pieces(fresh)


def test_a_few_changes_do_not_make_all_again_but_many_do() -> None:
    index = TitleIndex.build(SOME)
    little = index.updated([*SOME[1:], "New"])
    assert [len(part.rows) for part in little._parts] == [len(SOME), 1]
    assert index.updated(SOME) is index
    assert little.updated([*SOME[1:], "New"]) is little
    assert little.updated([*SOME[1:], "Newer"]) is not little
    assert [len(part.rows) for part in little.updated(SOME)._parts] == [len(SOME)]
    assert [len(part.rows) for part in index.updated(SOME[: FEW + 1])._parts] == [FEW + 1]


def test_what_was_saved_is_found_again_with_its_stamp(tmp_path: Path) -> None:
    index = LARGE.updated([*INVENTED, "A new title"])
    index.save(tmp_path / "titles", 12)
    loaded = TitleIndex.load(tmp_path / "titles")
    assert loaded.stamp == 12
    assert pieces(loaded) == pieces(index)


def test_a_damaged_index_cannot_be_loaded(tmp_path: Path) -> None:
    LARGE.save(tmp_path)
    for path in tmp_path.iterdir():
        whole = path.read_bytes()
        for damaged in (whole[:-1], whole[:30], b"", b"x" + whole[1:], whole.replace(b"a", b"b")):
            path.write_bytes(damaged)
            with pytest.raises(TitleIndexError):
                TitleIndex.load(tmp_path)
        path.write_bytes(whole)
    assert len(TitleIndex.load(tmp_path)) == len(LARGE)


def test_titles_of_some_rows_are_as_they_are_compared() -> None:
    index = TitleIndex.build(["The Sea", "Ökonomie", "Quay"])
    index = index.updated(["The Sea", "Quay", "New", "Ökonomie"])
    rows = np.array([3, 0, 2, 1], np.int64)
    assert index.texts(rows) == [index.compared(row) for row in rows.tolist()]
    assert index.texts(np.zeros(0, np.int64)) == []
