"""Whoever is asked, on the command line or on the screen, names the same documents.

What differs on purpose: the screen lists one document of each story, counts stories where a limit
is asked for, and takes a last word that no document has for unfinished, and says so; `search` stops
after as many as `--limit` says.
"""

import json
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from reader.cli.main import main
from reader.library import Library
from reader.model import Row, Stage
from reader.settings import load
from tests.query.test_manual import examples
from tests.tui.showing import Reader, opened

CORPUS = Path(__file__).parent.parent / "docs_corpus"
STORY = "northlight/0012_aldersund-to-get-its-deeper-channel.txt"
MORE = (
    "harbour",
    "harbr fogret",
    "libary",
    "the",
    "harbour sea",
    "harbour OR bread",
    "(harbour OR bread) -sea",
    '"the harbour"',
    "raw:newsletter",
    "is:hidden",
    "tag:kept -is:hidden",
    "-is:duplicate harbour",
    "harbour sort:date-",
    "harbour group:site sort:words limit:3",
    "in:northlight",
    "status:read OR harbour",
    "nowhere:harbour",
    "xyzzyplugh",
    "/harbou?rs?/",
    "'Sea",
    "~harbour",
    "words:..300 lang:en",
    "query:coast",
    f"like:{STORY}",
    f"dup:{STORY}",
)
STANDS_FOR = {"3f2a": STORY}  # in the examples of the manual
QUERIES = tuple(dict.fromkeys((*examples(), *MORE)))


def asked(query: str) -> str:
    for name, real in STANDS_FOR.items():
        query = query.replace(name, real)
    return query


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The sample collection with marks of each kind; commands and screen share its stores."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CACHE", "DATA", "CONFIG", "STATE"):
            patch.setenv(f"READER_{name}_DIR", str(home / name.lower()))
        shutil.copytree(CORPUS, home / "docs")
        with_marks(home / "docs")
        patch.chdir(home / "docs")
        yield home


def with_marks(folder: Path) -> None:
    library = Library.open([folder], load())
    for _ in library.update():
        pass
    rows = [*map(Row, library.order())]
    library.tag(rows[::3], ["kept", "coast/fishing"], [])
    library.tag(rows[1::7], ["sea"], [])
    library.set_starred(rows[::4], True)
    library.set_archived(rows[::9], True)
    library.set_hidden(rows[5::11], True)
    library.set_read(rows[2::5], True)
    library.save_search("coast", "harbour OR tag:coast")
    library.close()


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    main([*words])
    return capsys.readouterr().out


@pytest.mark.parametrize("query", QUERIES)
def test_every_command_names_the_same_documents(
    home: Path, query: str, capsys: pytest.CaptureFixture[str]
) -> None:
    query = asked(query)
    found = json.loads(said(capsys, "search", "--json", "--limit", "1000", "--", query))
    ids = [hit["id"] for hit in found["hits"]]
    assert found["total"] == len(ids) == len({*ids})
    assert said(capsys, "ls", "--output", "ids", "--", query).split() == ids
    lines = said(capsys, "ls", "--jsonl", "--", query).splitlines()
    assert [json.loads(line)["id"] for line in lines] == ids
    assert said(capsys, "count", "--", query) == f"{len(ids)}\n"
    assert json.loads(said(capsys, "count", "--json", "--", query))["total"] == len(ids)
    assert len(said(capsys, "search", "--limit", "1000", "-l", "--", query).splitlines()) == len(
        ids
    )
    before = {*said(capsys, "dump").splitlines()}
    told = said(capsys, "tag", "+just/now", "--", query)
    new = {line for line in {*said(capsys, "dump").splitlines()} - before if line.endswith("now")}
    assert told == f"tagged {len(ids)} document{'' if len(ids) == 1 else 's'}\n"
    assert len(new) == len(ids)
    if ids:
        undone = json.loads(
            said(capsys, "tag", "--json", "-just/now", "--", "tag:=just/now is:hidden")
        )
        rest = json.loads(said(capsys, "tag", "--json", "-just/now", "--", "tag:=just/now"))
        assert undone["changed"] + rest["changed"] == len(ids)


@pytest.mark.slow
async def test_the_screen_lists_the_same_documents(home: Path) -> None:
    library = Library.open([home / "docs"], load())
    async with opened(library, (120, 40)) as reader:
        for query in map(asked, QUERIES):
            await reader.press("escape", "/", "ctrl+u")
            await reader.rush(*query, "enter")
            await reader.until(partial(is_listed, reader, query))
            found = library.find(query, limit=1000)
            rows = [*found.titles, *found.texts]
            listing = reader.screen.list.listing
            shown = [listing.key(index) for index in range(len(listing))]
            whole = library.find(query, stage=Stage.ENTERED, folded=True)
            assert shown == [*whole.titles, *whole.texts], query
            if "limit:" in query:  # so many stories, where commands count copies
                continue
            if whole.interpretation == found.interpretation:
                assert len(shown) == len({*rows}) - whole.folded, query
                assert {*shown} <= {*rows}, query
                assert [row for row in rows if row in {*shown}] == shown, query
            elif not query.startswith(("-", "!", "NOT")):
                assert {*rows} - {*shown} == folded_away(library, {*rows} - {*shown}), query
    library.close()


def is_listed(reader: Reader, query: str) -> bool:
    return reader.screen.finding._listed == (query, Stage.ENTERED)


def folded_away(library: Library, rows: set[Row]) -> set[Row]:
    """Those of these documents that are another document's near-copies."""
    return {document.row for document in library.documents(rows) if document.story}


def test_stories_are_told_alike(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stories = [
        [line.split("\t")[0] for line in story.splitlines()]
        for story in said(capsys, "dups").strip().split("\n\n")
    ]
    copies = {each for first, *others in stories for each in others}
    assert {*said(capsys, "ls", "--output", "ids", "is:duplicate").split()} == copies
    for first, *others in stories:
        same = said(capsys, "ls", "--output", "ids", f"dup:{first}").split()
        assert {*same} == {first, *others}


def test_what_is_alike_is_told_alike(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (STORY, "commonroom/index.php@p=3544.txt"):
        lines = said(capsys, "like", path).splitlines()
        ids = said(capsys, "ls", "--output", "ids", f"like:{path}").split()
        assert [line.split("\t")[0] for line in lines] == ids
