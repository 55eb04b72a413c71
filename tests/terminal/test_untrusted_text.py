import os
import re
from pathlib import Path

import pytest

from tests.terminal.home import Home

pytestmark = pytest.mark.slow

# Each is harmless to a terminal, and none of it is ever sent by a program of good faith.
TITLE_CODE = "\x1b]0;CANARY\x07"
COLOUR = "\x1b[31337m"
DEVICE = "\x1bPCANARY\x1b\\"
BARE_C1 = "\u009b31337m"
BIDI = "\u202e"
ALL = f"{TITLE_CODE}{COLOUR}{DEVICE}{BARE_C1}{BIDI}"
ENTITIES = "".join(f"&#{ord(character)};" for character in ALL)

FORBIDDEN = re.compile(
    rb"\x1b\][^2]|\x1b\[[0-9;]*31337|\x1bP|\xc2[\x80-\x9f]"
    rb"|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]|CANARY(?:\x07|\x1b\\)"
)
SHOWN = "31337"  # what is left of a sequence whose control code became a mark

BODY = (
    "The old harbour wall was built by hand more than a century ago, and the town has argued about"
    " what to do with it ever since the great storm of last winter tore a hole in its northern end."
)
NAMES = (
    b"line\nbreak.txt",
    b"code\x1b[31337mred.txt",
    b"title\x1b]0;CANARY\x07.txt",
    b"bytes\xff\xfe\x9b31337m.txt",
    "bidi\u202egpj.txt".encode(),
    "c1\u009b31337m.txt".encode(),
)


def hostile(home: Home) -> Path:
    """A folder whose documents and names are full of codes."""
    folder = home.path / "hostile"
    home.write(
        folder / "a text.txt",
        f"Harbour {ALL} walls\n\nBy Jane {ALL} Miller\n\n{BODY} {ALL} {BODY}\n\n"
        f"Share {ALL}\nTweet\n",
    )
    home.write(
        folder / "b mark.md",
        f'---\ntitle: "Harbour {ALL} letters"\nauthor: "A{ALL}"\n'.replace("\x1b", "\\x1b")
        .replace("\x07", "\\a")
        .replace("\u009b", "\\x9b")
        + f"tags: [\"x\\e]0;CANARY\\a\", 'y{BIDI}z']\n---\n\n# Harbour {ALL} letters\n\n{BODY}\n\n"
        f"[link {ALL}](https://example.org/{ALL})\n\n```\ncode {ALL}\n```\n",
    )
    home.write(
        folder / "c page.html",
        f'<html lang="{ENTITIES}"><head><title>Harbour {ENTITIES} page</title>'
        f'<meta name="author" content="J{ENTITIES}"><meta name="keywords" content="k{ENTITIES}">'
        f'<meta property="og:site_name" content="S{ENTITIES}"></head><body><h1>Harbour {ALL}</h1>'
        f"<p>{BODY} {ENTITIES} {BODY}</p><img alt='{ALL}' src='x.png'><p>{BODY}</p></body></html>",
    )
    for name in NAMES:
        home.write(folder / os.fsdecode(name), f"Harbour name\n\n{BODY}\n")
    home.write(folder / os.fsdecode(b"skipped\x1b[31337m.txt"), bytes(range(256)) * 9)
    return folder


def clean(raw: bytes) -> None:
    """Fail with what stands around a sequence that came through."""
    found = FORBIDDEN.search(raw)
    assert found is None, raw[max(0, found.start() - 60) : found.end() + 60]


def test_the_forbidden_sequences_would_be_found() -> None:
    for code in (TITLE_CODE, COLOUR, DEVICE, BARE_C1, BIDI):
        assert FORBIDDEN.search(code.encode())
    assert not FORBIDDEN.search("␛[31337 <9B>31337".encode())


@pytest.mark.parametrize("size", [(100, 40), (180, 40)], ids=str)
def test_no_code_of_a_document_reaches_the_terminal(size: tuple[int, int], home: Home) -> None:
    folder = hostile(home)
    with home.screen(folder, size=size) as terminal:
        terminal.see("9 documents")
        terminal.idle()
        terminal.press("gf")
        terminal.see("x exclude")
        terminal.press("jjjkgl")
        for _ in range(9):
            terminal.press("\r")
            terminal.see("q list")
            terminal.press("zR\x06wccp")
            terminal.press("c\x06\x06q")
            terminal.see("Enter read")
            terminal.press("pj")
        terminal.press(f"/{BIDI}harbour\r")
        terminal.press("/harbour 31337\r")
        terminal.see(r"text|nothing|Nothing")
        terminal.press("\x1b")
        terminal.see("9 documents")
        terminal.press("t\tx\r?")
        terminal.see("IN THE LIST")
        terminal.press("\x1b")
        terminal.lose("IN THE LIST")
        terminal.press("Q")
        assert terminal.end() == 0
        clean(terminal.raw)
        assert b"Traceback" not in terminal.raw


def test_codes_are_shown_as_marks(home: Home) -> None:
    folder = hostile(home)
    with home.screen(folder, size=(140, 40)) as terminal:
        terminal.see("9 documents")
        terminal.see("␛")
        terminal.press("/a text\r")
        terminal.see("1 title")
        terminal.press("\rc")
        terminal.see("what was set aside is dimmed")
        terminal.see(r"Share ␛\]0;CANARY␇␛\[31337m␛PCANARY␛\\<9B>31337m<202E>")


def test_what_is_typed_and_pasted_is_echoed_as_marks(home: Home) -> None:
    with home.screen(home.folder()) as terminal:
        terminal.see("3 documents")
        terminal.press("/")
        terminal.see("Enter keep")
        terminal.press(f"\x1b[200~pasted {BARE_C1}{BIDI}\x1b]0;CANARY\x07\x1b[31337m text\x1b[201~")
        terminal.see("pasted")
        terminal.press("\r")
        terminal.see("Enter read")
        terminal.press("\x1b")
        terminal.see("3 documents")
        terminal.press(f"t{BIDI}{BARE_C1}q\r")
        terminal.press("Q\x11")
        terminal.end()
        clean(terminal.raw)


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_a_file_of_any_name_is_opened_alone(name: bytes, home: Home) -> None:
    folder = hostile(home)
    with home.screen(folder / os.fsdecode(name)) as terminal:
        terminal.see("Harbour name")
        terminal.press("pc")
        terminal.press("q")
        assert terminal.end() == 0
        clean(terminal.raw)


def test_standard_input_is_made_fit_too(home: Home) -> None:
    with home.screen("-", stdin=f"Harbour\n\n{BODY} {ALL}\n".encode()) as terminal:
        terminal.see(SHOWN)
        terminal.press("ccc")
        terminal.press("q")
        assert terminal.end() == 0
        clean(terminal.raw)


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("index",),
    ("ls",),
    ("ls", "--json"),
    ("ls", "--jsonl"),
    ("ls", "--format", "{path}\t{title}\t{site}\t{author}\t{tags}\t{skipped}"),
    ("ls", "--output", "files"),
    ("ls", "--output", "tags"),
    ("ls", "--output", "urls"),
    ("search", "harbour"),
    ("search", "harbour", "--json"),
    ("search", f"nothing{ALL}"),
    ("count", "--by", "site"),
    ("count", "--by", "tag"),
    ("count", "--json"),
    ("read", "a text.txt"),
    ("read", "a text.txt", "--raw"),
    ("read", "b mark.md", "--keep", "removed"),
    ("read", "c page.html", "--json"),
    ("read", f"no such{ALL}"),
    ("clean", "."),
    ("clean", "--explain", "."),
    ("clean", "--json", "."),
    ("clean", "--format", "md", "."),
    ("clean", "--format", "html", "c page.html"),
    ("clean", f"no such{ALL}"),
    ("tag", "ls"),
    ("tag", f"+new{ALL}", "harbour"),
    ("tag", "ls"),
    ("dump",),
    (f"no such command{ALL}",),
    ("ls", f"--no-such{ALL}"),
    ("ls", "--in", f"no such{ALL}"),
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, Path]:
    home = Home(tmp_path_factory.mktemp("home"))
    return home, hostile(home)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words)[:40])
def test_no_command_prints_a_code(words: tuple[str, ...], shelf: tuple[Home, Path]) -> None:
    home, folder = shelf
    ran = home.run(*words, within=folder)
    assert b"Traceback" not in ran.stderr
    clean(ran.stdout)
    clean(ran.stderr)
    with home.screen(*words, within=folder) as terminal:
        terminal.end()
        clean(terminal.raw)
        assert b"Traceback" not in terminal.raw
