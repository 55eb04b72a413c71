from pathlib import Path

from reader.model import Row
from reader.search.fulltext import FullText
from reader.search.writing import LAST


def test_nothing_is_seen_before_it_is_committed(tmp_path: Path) -> None:
    fulltext = FullText(tmp_path)
    with fulltext.writer() as writer:
        writer.put(Row(1), "Sea", "", "")
        assert writer.uncommitted
    assert len(fulltext) == 0
    with fulltext.writer() as writer:
        writer.put(Row(1), "Sea", "", "")
        writer.commit()
        assert not writer.uncommitted
    assert len(fulltext) == 1


def test_the_documents_put_last_are_remembered_as_they_are_now() -> None:
    with FullText(None).writer() as writer:
        for row in range(1, LAST + 3):
            writer.put(Row(row), f"Sea {row}", "The Shore", "")
        writer.remove(Row(LAST))
        assert Row(2) not in writer.last
        assert Row(LAST) not in writer.last
        assert writer.last[Row(LAST + 2)] == (f"sea {LAST + 2}", "the shore", "")
        assert writer.written == LAST + 2
        writer.clear()
        assert not writer.last
