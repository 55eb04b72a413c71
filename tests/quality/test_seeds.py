"""`reader clean --jsonl` on five real pages, read from outside as a script would."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

GROUPS = {
    "title": {"title"},
    "content": {"heading", "body", "list", "caption"},
    "meta": {"byline", "date"},
    "boilerplate": {"boilerplate"},
    "blank": {"blank"},
}
GROUPS["either"] = set().union(*GROUPS.values()) - {"blank"}

FILES = [
    "000_ec56db4ffc54994d.txt",
    "001_091380626f44dcec.txt",
    "002_d4c9b7411857badc.txt",
    "003_bf15355e494cfea1.txt",
    "004_62ebad2b24de52c0.txt",
]
Answers = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def gold(shared: Path) -> Answers:
    """What is right, by file name."""
    file = shared / "seeds" / "gold.json"
    if not file.is_file():
        pytest.skip("needs the five pages in ../shared/seeds, which are not part of the repository")
    return {page["file"]: page for page in json.loads(file.read_text("utf-8"))}


@pytest.fixture(scope="module")
def answers(shared: Path, gold: Answers, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """What `reader clean --jsonl` answers to all of them in one run, by file name."""
    pages = {name: (shared / "seeds" / name).read_bytes().decode("utf-8") for name in gold}
    records = [json.dumps({"id": name, "text": text}) for name, text in pages.items()]
    ran = subprocess.run(
        [sys.executable, "-m", "reader", "clean", "--jsonl"],
        input="\n".join(records),
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "HOME": str(tmp_path_factory.mktemp("home"))},
        timeout=120,
        check=True,
    )
    assert ran.stderr == ""
    return {answer["id"]: answer for answer in map(json.loads, ran.stdout.splitlines())}


def test_every_record_is_answered_in_order(gold: Answers, answers: Answers) -> None:
    assert list(answers) == list(gold) == FILES


@pytest.mark.parametrize("name", FILES)
def test_title_and_date_are_right(name: str, gold: Answers, answers: Answers) -> None:
    wanted, given = gold[name], answers[name]
    assert (given["title"], given["date"]) == (wanted["title"], wanted["date"])


@pytest.mark.parametrize("name", FILES)
def test_every_line_has_the_right_label(name: str, gold: Answers, answers: Answers) -> None:
    labels, lines = gold[name]["labels"], answers[name]["lines"]
    wrong = [
        f"{number}: {line['label']} ({line['reason']}), should be {group}"
        for number, (line, group) in enumerate(zip(lines, labels, strict=True), 1)
        if line["label"] not in GROUPS[group]
    ]
    assert not wrong, "\n".join([name, *wrong])


@pytest.mark.parametrize("name", FILES)
def test_the_lines_are_those_of_the_file(name: str, shared: Path, answers: Answers) -> None:
    text = (shared / "seeds" / name).read_bytes().decode("utf-8")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [line["text"] for line in answers[name]["lines"]] == lines
