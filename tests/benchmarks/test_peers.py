import sys

import pytest

from benchmarks.peers import facts_of_trafilatura, peers

PACKAGES = {
    "trafilatura": "trafilatura",
    "trafilatura fast": "trafilatura",
    "readability-lxml": "readability",
    "resiliparse": "resiliparse.extract.html2text",
    "jusText": "justext",
}
SENTENCE = "The ferry came in late that evening, and nobody on the quay had a lantern to show it. "
HTML = f"<html><body><article><h1>Late</h1><p>{SENTENCE * 5}</p></article></body></html>"


def test_those_that_are_not_installed_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for package in {*PACKAGES.values(), "trafilatura.metadata"}:
        monkeypatch.setitem(sys.modules, package, None)
    found, missing = peers()
    assert (found, missing) == ({}, list(PACKAGES))
    assert facts_of_trafilatura() is None


@pytest.mark.parametrize("name", PACKAGES)
@pytest.mark.filterwarnings("ignore")
def test_each_that_is_installed_finds_the_text_of_a_plain_page(name: str) -> None:
    pytest.importorskip(PACKAGES[name], reason="not installed: pip install -e '.[bench]'")
    peer = peers()[0][name]
    assert SENTENCE.strip() in peer.text(peer.extract(HTML, "en"))
