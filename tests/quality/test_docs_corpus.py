"""The documents of `reader demo` against the labels that were written with them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.library import Library
from reader.library.demo import corpus
from reader.library.records import Cleaned, clean_files
from reader.model import Document, Label, Line
from reader.settings import Settings

GOLD = Path(__file__).parent.parent / "gold"
DOCUMENTS = sorted(str(path.relative_to(GOLD))[:-5] for path in GOLD.rglob("*.gold"))
GROUPS = {
    "title": {Label.TITLE},
    "content": {Label.HEADING, Label.BODY, Label.LIST, Label.CAPTION},
    "meta": {Label.BYLINE, Label.DATE},
    "boilerplate": {Label.BOILERPLATE},
    "blank": {Label.BLANK},
    "either": set(Label) - {Label.BLANK},
}
"""Which labels are right where the gold says this."""

WIRE_STORY = {  # one event told by three sites
    "commonroom/index.php@p=3544.txt",
    "northlight/0012_aldersund-to-get-its-deeper-channel.txt",
    "slow-train/2021_02_harbour-at-aldersund-to-be-dredged.html",
}


@dataclass(frozen=True)
class Gold:
    """What the label file of one document says."""

    title: str
    date: str | None
    lines: list[tuple[str, str]]  # group and text


def gold(name: str) -> Gold:
    head, _, body = (GOLD / f"{name}.gold").read_text("utf-8").partition("\n\n")
    said = dict(line.split(": ", 1) for line in head.split("\n"))
    lines = [line.split("|", 1) for line in body.removesuffix("\n").split("\n")]
    return Gold(
        said["title"],
        None if said["date"] == "none" else said["date"],
        [(group, text) for group, text in lines],
    )


def escaped(text: str) -> str:
    return text.replace("\x1b", r"\x1b").replace("\x07", r"\x07")


@pytest.fixture(scope="module")
def cleaned() -> dict[str, Cleaned | SourceError]:
    paths = [corpus() / name for name in DOCUMENTS]
    return {str(path.relative_to(corpus())): result for path, result in clean_files(paths, False)}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("settings")
    settings = Settings(folder / "cache", folder / "data", folder / "config", folder / "state")
    library = Library.open([corpus()], settings)
    for _ in library.update():
        pass
    yield library
    library.close()


def listed(library: Library) -> dict[str, Document]:
    return {document.path: document for document in library.documents(library.rows(0, 1000))}


def test_every_document_has_a_label_file_and_the_other_way_round(library: Library) -> None:
    assert sorted(listed(library)) == DOCUMENTS
    assert library.skipped() == 0


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_title_is_the_headline(name: str, cleaned: dict[str, Cleaned]) -> None:
    assert cleaned[name].judged.metadata.title == gold(name).title


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_date_is_the_day_of_publication(name: str, cleaned: dict[str, Cleaned]) -> None:
    assert cleaned[name].judged.metadata.date == gold(name).date


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_lines_are_all_there_in_their_order(name: str, cleaned: dict[str, Cleaned]) -> None:
    lines = [escaped(line.text) for line in cleaned[name].judged.lines]
    assert lines == [text for _, text in gold(name).lines]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_line_has_the_right_label(name: str, cleaned: dict[str, Cleaned]) -> None:
    wanted = gold(name).lines
    wrong = [
        f"{number}: {line.label} ({line.reason}), should be {group}: {line.text[:60]}"
        for number, (line, (group, _)) in enumerate(
            zip(cleaned[name].judged.lines, wanted, strict=True), 1
        )
        if line.label not in GROUPS[group]
    ]
    assert not wrong, "\n".join([name, *wrong])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_lists_show_the_headline_and_the_day(name: str, library: Library) -> None:
    document = listed(library)[name]
    assert (document.title, document.date) == (gold(name).title, gold(name).date)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_collection_keeps_the_labels_that_cleaning_its_files_gives(
    name: str, library: Library, cleaned: dict[str, Cleaned]
) -> None:
    def labels(lines: tuple[Line, ...]) -> list[Label]:
        return [line.label for line in lines]

    page = library.page(listed(library)[name].row)
    assert labels(page.lines) == labels(cleaned[name].judged.lines)
    assert page.document.words == cleaned[name].words


def dropped(word: str, at: int) -> str:
    return word[:at] + word[at + 1 :]


def swapped(word: str, at: int) -> str:
    while word[at] == word[at + 1]:
        at -= 1
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def replaced(word: str, at: int) -> str:
    return word[:at] + ("x" if word[at] != "x" else "k") + word[at + 1 :]


def doubled(word: str, at: int) -> str:
    return word[:at] + word[at] + word[at:]


def words_of(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", gold(name).title.casefold())


LATIN = [name for name in DOCUMENTS if re.match("[A-Za-z]", gold(name).title)]


@pytest.mark.parametrize("typo", [dropped, swapped, replaced, doubled])
@pytest.mark.parametrize("name", LATIN)
def test_two_words_of_a_title_find_it_although_one_is_misspelt(
    name: str, typo: Callable[[str, int], str], library: Library
) -> None:
    words = words_of(name)
    longest = sorted(sorted(words, key=len, reverse=True)[:2], key=words.index)
    right = {other for other in DOCUMENTS if {*longest} <= {*words_of(other)}}
    if name in WIRE_STORY:
        right |= WIRE_STORY
    for misspelt in longest:
        wrong = typo(misspelt, len(misspelt) // 2)
        query = " ".join(wrong if word == misspelt else word for word in longest)
        found = library.find(query)
        first = library.documents(found.titles[:1])
        assert [document.path for document in first if document.path in right], query
