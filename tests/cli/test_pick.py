"""`reader pick` without its screen: streams, options, exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.running import environment, reader

LINES = b"the harbour wall\nsecurity tools\nwall\nletters\n"


def pick(tmp_path: Path, *words: str, input: bytes = LINES) -> tuple[int, bytes, str]:
    """The exit code of `reader pick WORDS`, and what it has written, byte for byte."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", "pick", *words],
        cwd=tmp_path,
        env=environment(tmp_path),
        input=input,
        capture_output=True,
        timeout=120,
        check=False,
        start_new_session=True,  # without a terminal
    )
    return done.returncode, done.stdout, done.stderr.decode()


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (["-f", "wall"], b"wall\nthe harbour wall\n"),
        (["-fwall"], b"wall\nthe harbour wall\n"),
        (["--filter", "wall", "+s"], b"the harbour wall\nwall\n"),
        (["--filter=wall", "--no-sort", "--tac"], b"wall\nthe harbour wall\n"),
        (["-f", "secruity"], b"security tools\n"),
        (["-f", "^wall$", "--print0"], b"wall\0"),
        (["-f", "WALL", "-i", "--print-query"], b"WALL\nwall\nthe harbour wall\n"),
        (["-ef", "wall !harb"], b"wall\n"),
        (["-f", ""], LINES),
        (["-f", "wall", "--limit", "1"], b"wall\n"),
        (["-1", "-q", "secur"], b"security tools\n"),
        (["-10", "tools", "security"], b"security tools\n"),
    ],
)
def test_what_matches_is_printed_best_first(
    tmp_path: Path, words: list[str], printed: bytes
) -> None:
    assert pick(tmp_path, *words) == (0, printed, "")


@pytest.mark.parametrize(
    ("words", "printed"),
    [(["-f", "zzz"], b""), (["-0", "zzz"], b""), (["-f", "zzz", "--print-query"], b"zzz\n")],
)
def test_nothing_that_matches_is_exit_code_1(
    tmp_path: Path, words: list[str], printed: bytes
) -> None:
    assert pick(tmp_path, *words) == (1, printed, "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-f", "a", "--unknown"], "unrecognized arguments: --unknown"),
        (["-za"], "there is no option -z in -za"),
        (["--filter-from", "queries"], "--filter-from answers in JSON: add --json"),
        (["--filter-from", "nowhere", "--json"], "nowhere cannot be read"),
        ([], "there is no terminal to choose on: reader pick --filter QUERY"),
        (["--preview", "cat {}"], "unrecognized arguments: --preview"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_2(
    tmp_path: Path, words: list[str], said: str
) -> None:
    code, out, err = pick(tmp_path, *words)
    assert (code, out) == (2, b"")
    assert err.startswith(f"reader: {said}")
    assert err.count("\n") == 1


def test_lines_end_with_nul_where_that_is_wanted(tmp_path: Path) -> None:
    lines = b"a\nwall\0fog\0"
    assert pick(tmp_path, "--read0", "-f", "wall", input=lines)[1] == b"a\nwall\n"
    assert pick(tmp_path, "--read0", "--print0", "-f", "", input=lines)[1] == lines


def test_many_queries_are_answered_in_json(tmp_path: Path) -> None:
    (tmp_path / "queries").write_text("wall\nzzz\nsecruity tool\n\n", "utf-8")
    ran = reader(tmp_path, tmp_path, "pick", "--filter-from", "queries", "--json", input=LINES)
    assert ran.code == 0
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer["query"] for answer in answers] == ["wall", "zzz", "secruity tool", ""]
    assert [answer["v"] for answer in answers] == [1, 1, 1, 1]
    assert [[match["line"] for match in answer["matches"]] for answer in answers] == [
        [2, 0],
        [],
        [1],
        [0, 1, 2, 3],
    ]
    best = answers[0]["matches"]
    assert best[1]["text"] == "the harbour wall"
    assert best[1]["positions"] == [12, 13, 14, 15]
    assert best[0]["score"] > best[1]["score"]


def test_a_limit_holds_for_each_query(tmp_path: Path) -> None:
    lines = b"".join(b"wall %d\n" % number for number in range(50))
    (tmp_path / "queries").write_text("wall", "utf-8")
    words = ("pick", "--filter-from", "queries", "--json")
    many = json.loads(reader(tmp_path, tmp_path, *words, input=lines).out)["matches"]
    few = json.loads(reader(tmp_path, tmp_path, *words, "--limit", "3", input=lines).out)["matches"]
    assert len(many) == 10
    assert few == many[:3]


def test_one_query_in_json_has_all_its_matches(tmp_path: Path) -> None:
    ran = reader(tmp_path, tmp_path, "pick", "--json", "-f", "wall", input=b"wall\n" * 30)
    assert [match["line"] for match in json.loads(ran.out)["matches"]] == list(range(30))


@pytest.mark.slow
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    data=st.binary(max_size=200),
    typed=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12),
)
def test_what_is_printed_is_among_the_lines_byte_for_byte(
    tmp_path: Path, data: bytes, typed: str
) -> None:
    code, out, err = pick(tmp_path, f"--filter={typed}", input=data)
    lines = data.removesuffix(b"\n").split(b"\n") if data else []
    printed = out.removesuffix(b"\n").split(b"\n") if out else []
    assert err == ""
    assert code == (0 if out else 1)
    for line in printed:
        lines.remove(line)
