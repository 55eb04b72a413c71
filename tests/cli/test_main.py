"""The way in: which front end it is, and what is said when neither can be."""

import argparse
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reader import __main__ as way_in
from reader import __version__
from reader.cli.command import Command, Exit
from reader.cli.main import attempt, commands
from reader.cli.output import Output
from reader.errors import DamagedCacheError
from tests.cli.running import Ran, collection, environment, on_a_terminal, reader

Run = Callable[..., Ran]

START = """
import sys
from reader.__main__ import main
code = main([])
assert code == 2, code
print(*sorted(sys.modules))
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`reader WORDS` in this process, in a folder without documents."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path))

    def run(*words: str) -> Ran:
        code = way_in.main(words)
        return Ran(code, *capsys.readouterr())

    return run


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["demo", "--help"], ["somewhere", "--help"]])
def test_help_names_every_way_to_start(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.err) == (0, "")
    for word in ("reader [PATH…]", "reader demo", "  ls ", "  tag ", "  clean "):
        assert word in ran.out


@pytest.mark.parametrize("words", [["--version"], ["ls", "--version"], ["--json", "--version"]])
def test_the_version_is_said(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (0, f"reader {__version__}\n")


@pytest.mark.parametrize("words", [[], ["."], ["./ls"], ["--", "ls"], ["-"], ["demo"]])
def test_without_a_terminal_the_screen_is_refused_in_one_sentence(
    tmp_path: Path, words: list[str]
) -> None:
    ran = reader(tmp_path, tmp_path, *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    if words != ["demo"]:
        assert "reader ls" in ran.err


@pytest.mark.parametrize("words", [[], ["demo"]])
def test_a_terminal_that_cannot_place_text_is_refused(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "here").mkdir()
    shown = on_a_terminal(tmp_path, tmp_path / "here", *words, columns=80, TERM="dumb")
    assert "reader ls" in shown
    assert "reader read" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--nonsense"], "there is no option --nonsense"),
        (["somewhere", "--json"], "somewhere is neither a command nor a path"),
        (["serch", "sea"], "serch is neither a command nor a path (did you mean reader search?)"),
        ([".", "--json"], "there is no option --json here"),
        (["--json", "somewhere"], "there is no command somewhere"),
        (["--json"], "--json needs a command, for example reader ls --json"),
        (["-", "somewhere"], "- is standard input and stands alone"),
        (["demo", "somewhere"], "reader demo takes no arguments"),
        (["ls", "--nonsense"], "unrecognized arguments: --nonsense"),
        (["search"], "the following arguments are required: QUERY"),
        (["search", "sea", "--limit", "-10"], "argument --limit: -10 is no whole number from 1"),
        (["ls", "--in", "no\x1bwhere"], "there is no no␛where"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_2(run: Run, words: list[str], sentence: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"reader: {sentence}")


@pytest.mark.parametrize("word", [command.name for command in commands()])
def test_every_command_explains_itself(run: Run, word: str) -> None:
    for option in ("-h", "--help"):
        ran = run(word, option)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith(f"usage: reader {word}")


def test_help_says_how_to_ask(run: Run) -> None:
    for words in (["help"], ["--help"], ["search", "-h"], ["count", "-h"]):
        assert "tag:sea" in run(*words).out
    assert "tag:sea" not in run("pick", "-h").out


@pytest.mark.parametrize("word", ["lsx", "__init__", "../commands/ls", "ls.py", "", "demo"])
def test_only_the_name_of_a_command_is_one(word: str) -> None:
    assert way_in._is_command("ls")
    assert not way_in._is_command(word)


def test_the_way_to_the_screen_loads_nothing_of_the_command_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START],
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        text=True,
    )
    assert not {"argparse", "reader.cli", "sqlite3", "textual"} & set(done.stdout.split())


def test_a_reader_of_the_output_who_leaves_is_not_complained_about(tmp_path: Path) -> None:
    folder = collection(tmp_path / "articles")
    for number in range(30):
        (folder / f"{number}.txt").write_text(f"Sentence {number} about the sea. " * 400, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "clean", "."],
        cwd=folder,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(60), b"Traceback" in said, b"Broken" in said) == (0, False, False)


def test_a_full_disk_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    folder = collection(tmp_path / "articles")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "clean", "harbour.txt"],
            cwd=folder,
            env=environment(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"reader: cannot write the output: No space left on device\n"


@pytest.mark.parametrize("stream", [0, 1, 2])
def test_a_stream_that_is_closed_is_no_traceback(tmp_path: Path, stream: int) -> None:
    for words in (["clean", "-"], ["--help"]):
        done = subprocess.run(
            [sys.executable, "-m", "reader", *words],
            env=environment(tmp_path),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            preexec_fn=lambda: os.close(stream),
        )
        assert done.returncode in (0, 2)
        assert b"Traceback" not in done.stderr


def test_an_interrupt_is_exit_130_without_a_word(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "clean", "--jsonl", "--alone"],
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(b'{"text": "a"}\n')
    process.stdin.flush()
    assert process.stdout.readline().startswith(b'{"v": 1')  # it is running, and has answered
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, b"")


ENDING = """
import atexit, threading
from reader import __main__ as way_in
def left():
    threading.Event().wait()
def main():
    threading.Thread(target=left).start()
    return 1
atexit.register(print, "cleared up", flush=True)
way_in.main = main
way_in.program()
"""


def test_the_process_ends_whatever_its_threads_are_doing(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", ENDING],
        env=environment(tmp_path),
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "cleared up\n", "")


SAY_ALONE = """
import os, sys
from reader.__main__ import _say_alone
_say_alone()
os.write(2, b"noise of a library")
print("a sentence", file=sys.stderr)
"""


def test_only_we_write_to_standard_error() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SAY_ALONE], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("", "a sentence\n")


def test_a_damaged_index_is_made_again_without_a_question(tmp_path: Path) -> None:
    folder = collection(tmp_path / "docs")
    before = reader(tmp_path, folder, "search", "-c", "harbour")
    assert before.code == 0
    for place in range(0, 400, 40):
        for terms in (tmp_path / ".cache").rglob("*.term"):
            damaged = bytearray(terms.read_bytes())
            damaged[place % len(damaged)] ^= 0xFF
            terms.write_bytes(damaged)
        ran = reader(tmp_path, folder, "search", "-c", "harbour")
        assert (ran.code, ran.out) == (0, before.out)
        assert ran.err == (
            "reader: the full-text index could not be used (damaged, or of another version):"
            " made again from the files\n"
        )


@pytest.mark.parametrize(("printed", "runs"), [(False, 2), (True, 1)])
def test_a_command_that_meets_damage_starts_again_unless_results_are_out(
    printed: bool, runs: int
) -> None:
    out = Output(io.StringIO(), io.StringIO(), False, False, False, 80)
    begun: list[str] = []

    def run(args: argparse.Namespace, out: Output) -> Exit:
        if printed:
            out.line("a result")
        begun.append("run")
        if len(begun) == 1:
            raise DamagedCacheError("the index was damaged")
        return Exit.DONE

    command = Command("meet", "", "", lambda parser: None, run)
    with suppress(DamagedCacheError):
        assert attempt(command, argparse.Namespace(update=True), out) is Exit.DONE
    assert len(begun) == runs
