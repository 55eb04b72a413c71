"""What is made of one document, by whatever job."""

from pathlib import Path

import pytest

from reader.library.preparing import AsJudged, AsRead, Job, ToFeed, ToJudge, ToRead, done, simpler
from reader.model import Label, Row
from reader.sources.parse import PLAINLY
from tests.library.folders import fill, opened, page

BOMB = b"<div>" * 30_000 + b"deep in there" + b"<script>var x = 1;</script><p>and &amp; after"


def as_read(path: Path, known: bytes = b"", plainly: bool = False) -> AsRead:
    """What reading a file says."""
    answer = done(
        ToRead(path.parent / "cache", 1, path.name, str(path), path.stat().st_size, known, plainly)
    )
    assert isinstance(answer, AsRead)
    return answer


def test_a_file_is_read_into_what_is_stored(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(page(1), "utf-8")
    answer = as_read(path)
    assert answer.packed is not None
    assert (answer.packed.format, answer.skipped, len(answer.digest)) == ("text", None, 32)
    assert answer.packed.length == len(page(1).split("\n"))
    assert len(answer.fingerprints) > 5
    assert answer.site_key == str(tmp_path)


def test_a_file_that_holds_what_it_held_is_not_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(page(1), "utf-8")
    assert as_read(path, known=as_read(path).digest) == AsRead(as_read(path).digest)


@pytest.mark.parametrize(
    ("content", "reason"), [(b"%PDF-1.7 x", "binary file (PDF)"), (None, "no such file")]
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_bytes(content)
    answer = done(ToRead(tmp_path / "cache", 1, "a.txt", str(path), 3))
    assert isinstance(answer, AsRead)
    assert (answer.skipped, answer.packed) == (reason, None)


def test_what_is_read_plainly_has_its_text_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(BOMB)
    answer = as_read(path, plainly=True)
    assert answer.packed is not None
    assert answer.packed.notes == PLAINLY
    assert answer.packed.length == 2


def test_a_document_is_judged_with_what_the_catalogue_knows(tmp_path: Path) -> None:
    folder = fill(tmp_path / "docs", range(4))
    with opened(tmp_path / "home", folder) as library:
        birth, row = library._catalogue.birth, library.rows(0, 1)[0]
        answer = done(ToJudge(library._folder, birth, row))
        assert isinstance(answer, AsJudged)
        assert answer.measured.words == library.documents([row])[0].words
        assert "word0" in answer.found_by.body.folded.split()
        assert "weather" in answer.found_by.aside.folded.split()
        assert done(ToFeed(library._folder, birth, row)) == answer.found_by
        plain = done(ToJudge(library._folder, birth, row, plainly=True))
        assert isinstance(plain, AsJudged)
        assert "weather" in plain.found_by.body.folded.split()
        assert plain.found_by.aside.folded == ""
        assert plain.packed.title == "000"


def test_a_document_without_a_headline_is_called_by_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "empty.txt").write_text("", "utf-8")
    with opened(tmp_path / "home", folder) as library:
        assert library.documents(library.order())[0].title == "empty"
        assert library.page(library.rows(0, 1)[0]).metadata.title == ""


@pytest.mark.parametrize(
    "job",
    [ToRead(Path("/x"), 1, "a", "/a", 1), ToJudge(Path("/x"), 1, Row(1))],
    ids=["read", "judge"],
)
def test_a_job_is_made_simpler_once(job: Job) -> None:
    again = simpler(job)
    assert again is not None
    assert simpler(again) is None
    assert simpler(ToFeed(Path("/x"), 1, Row(1))) is None


def test_before_it_is_judged_all_of_a_document_is_its_article(tmp_path: Path) -> None:
    folder = fill(tmp_path / "docs", range(1))
    with opened(tmp_path / "home", folder) as library:
        row = library.rows(0, 1)[0]
        library._catalogue.give_up(row)
        assert {line.label for line in library.page(row).lines} > {Label.BODY}
