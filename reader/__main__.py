"""The way in: a first word that is a command runs it, everything else opens the screen.

The only module that knows both front ends; each is imported when it is wanted, so that neither
pays for the other.
"""

import atexit
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from reader.library.picking import Asking, Choice
    from reader.tui.telling import Row

DONE, FAILED, INTERRUPTED = 0, 2, 130
COMMANDS = Path(__file__).parent / "cli" / "commands"
ANYWHERE = ("-h", "--help", "--version")  # understood behind a path, too
STDERR = 2
TERMINAL = "/dev/tty"  # the terminal of this process, whatever its streams are


def program() -> NoReturn:
    """Run the words of the command line, and end the process with the exit code.

    At once: the interpreter's own way of ending stops threads wherever they are, and one that is
    inside a library in C++ or Rust then would abort the process.
    """
    # The judge's matrices are small: threads of the linear algebra would only wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _say_alone()
    code = main()
    atexit._run_exitfuncs()
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run `reader ARGUMENTS`; returns the exit code. What can go wrong is one sentence."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        return _dispatch(words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output has read enough
        return DONE
    except ReaderError as error:
        _say(str(error))
        return FAILED
    finally:
        _let_go()


def _dispatch(words: list[str]) -> int:
    if words and (_is_command(words[0]) or _is_option(words[0])):
        from reader.cli.command import Screen  # noqa: PLC0415  # not for the screen
        from reader.cli.main import main as run  # noqa: PLC0415  # as above

        return run(words, Screen(_pick, _keys))
    if words == ["help"] and not Path("help").exists():
        return _dispatch(["--help"])
    if words[:1] == ["demo"]:
        return _demo(words[1:])
    before = words[: words.index("--")] if "--" in words else words
    for word in before:
        if word in ANYWHERE:
            return _dispatch([word])
        if _is_option(word) and not Path(before[0]).exists():
            raise _stranger(before[0])
        if _is_option(word):
            raise UsageError(f"there is no option {word} here: reader --help says what there is")
    paths = [*before, *words[len(before) + 1 :]]
    if "-" in before and len(paths) > 1:
        raise UsageError("- is standard input and stands alone: leave out the other paths")
    return _screen(paths)


def _is_command(word: str) -> bool:
    """Whether `reader WORD` is a command: each is a module of its name."""
    return word.isidentifier() and word[0] != "_" and (COMMANDS / f"{word}.py").is_file()


def _is_option(word: str) -> bool:
    return word.startswith("-") and word not in ("-", "--")


def _stranger(word: str) -> UsageError:
    """The complaint about a first word that is nothing at all, with the command nearest to it."""
    from difflib import get_close_matches  # noqa: PLC0415  # rarely needed

    near = get_close_matches(word, [path.stem for path in COMMANDS.glob("[a-z]*.py")], 1)
    meant = f" (did you mean reader {near[0]}?)" if near else ""
    return UsageError(
        f"{word} is neither a command nor a path{meant}: reader --help lists the commands"
    )


def _demo(words: list[str]) -> int:
    if any(word in ANYWHERE for word in words):
        return _dispatch([next(word for word in words if word in ANYWHERE)])
    if words:
        raise UsageError("reader demo takes no arguments: reader PATH opens documents of yours")
    from reader.library.demo import corpus  # noqa: PLC0415  # only needed here

    return _screen([str(corpus())])


def _screen(paths: Sequence[str]) -> int:
    """Open the screen. Raises UsageError where there is none to draw on."""
    instead = "reader ls lists documents and reader read prints one"
    piped = list(paths) == ["-"]
    streams = (sys.stdout, sys.stderr) if piped else (sys.stdin, sys.stdout, sys.stderr)
    if not piped and paths and paths[0].isalpha() and not Path(paths[0]).exists():
        raise _stranger(paths[0])
    if not all(stream and stream.isatty() for stream in streams) or (piped and not _has_terminal()):
        raise UsageError(f"the screen needs a terminal, and this is none: {instead}")
    if os.environ.get("TERM") == "dumb":
        raise UsageError(f"this terminal cannot place text (TERM=dumb): {instead}")
    from reader.tui import run  # noqa: PLC0415  # commands start without it

    return run(paths)


def _pick(asking: "Asking") -> "Choice | None":
    """Let a person choose, on the terminal whatever the streams are. Raises UsageError."""
    instead = "reader pick --filter QUERY prints what matches"
    if not _has_terminal():
        raise UsageError(f"there is no terminal to choose on: {instead}")
    if os.environ.get("TERM") == "dumb":
        raise UsageError(f"this terminal cannot place text (TERM=dumb): {instead}")
    from reader.tui import pick  # noqa: PLC0415  # commands start without it

    return pick(asking)


def _keys(preset: str | None) -> "list[Row]":
    """The keys of the screen, or those of a preset. Raises ReaderError."""
    from reader.tui.telling import table  # noqa: PLC0415  # commands start without it

    return table(preset)


def _has_terminal() -> bool:
    """Whether keys can be read from the terminal although standard input is a document."""
    try:
        os.close(os.open(TERMINAL, os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


def _say(sentence: str) -> None:
    from reader.printable import printable  # noqa: PLC0415  # rarely needed

    if sys.stderr is not None:
        sys.stderr.write(f"reader: {printable(sentence)}\n")


def _say_alone() -> None:
    """Take file descriptor 2 from the libraries: what one writes there would stand in the screen.

    Rust, for example, tells there of each panic, although it is caught.
    """
    theirs = sys.__stderr__
    if theirs is None or theirs is not sys.stderr or theirs.fileno() != STDERR:
        return
    ours = os.fdopen(os.dup(STDERR), "w", 1, encoding=theirs.encoding, errors=theirs.errors)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, STDERR)
    os.close(nowhere)
    sys.stderr = ours
    setattr(sys, "__stderr__", ours)  # noqa: B010  # Textual draws on it


def _let_go() -> None:
    """Write out what is left, so that the interpreter's own last flush cannot complain."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


if __name__ == "__main__":
    program()
