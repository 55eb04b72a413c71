from pathlib import Path

from reader.library.unread import Unread
from reader.model import Label, Line, Position
from reader.sources import Rest
from reader.tui.flow import Flow
from reader.tui.part import Part, Tone
from reader.tui.setting import place_of, position_of
from reader.tui.unread import BELOW, Followed

LINES = (Line("The sea", Label.BODY),)
OWN = [Part("The sea", first=0, last=0), *BELOW]


def rest(folder: Path) -> Unread:
    path = folder / "long.txt"
    path.write_text("".join(f"line {n} of the long text\n\n" for n in range(4_000)), "utf-8")
    return Unread(Rest(path, 40_000, path.stat().st_size, "utf-8"), 1)


def test_the_pieces_follow_the_parts_of_the_page(tmp_path: Path) -> None:
    unread = rest(tmp_path)
    parts = Followed(OWN, unread)
    assert len(parts) == len(OWN) + len(unread.text)
    assert parts[0] == OWN[0]
    assert parts[-1].text == unread.text[-1]
    assert [part.first for part in parts[len(OWN) :]] == [*range(1, len(unread.text) + 1)]
    assert {part.tone for part in parts[len(OWN) :]} == {Tone.UNREAD}


def test_every_place_has_a_position_and_comes_back_from_it(tmp_path: Path) -> None:
    parts = Followed(OWN, rest(tmp_path))
    for place in ((0, 3), (len(OWN), 0), (len(OWN) + 1, 777), (len(parts) - 1, 12)):
        assert place_of(parts, position_of(parts, place, LINES), LINES) == place
    assert place_of(parts, Position(99_999), LINES) == (len(parts) - 1, 0)


def test_the_rows_of_all_pieces_are_the_lines_of_the_text(tmp_path: Path) -> None:
    unread = rest(tmp_path)
    flow = Flow()
    flow.set(OWN[:1], unread)
    flow.fit(80)
    shown, place = [], (len(OWN), 0)
    while True:
        page = flow.page(place, 50)
        shown += [flow.parts[index].text[start:end] for index, start, end in page]
        following = flow.walk((page[-1][0], page[-1][1]), 1)
        if following == (page[-1][0], page[-1][1]):
            break
        place = following
    assert shown == "".join(unread.text).removesuffix("\n").split("\n")


def test_the_scroll_bar_measures_bytes_there(tmp_path: Path) -> None:
    unread = rest(tmp_path)
    flow = Flow()
    flow.set(OWN[:1], unread)
    assert flow.own == OWN
    own = sum(len(part.text) + 1 for part in OWN)
    assert flow.length == own + unread.text.length
    assert flow.at(own + 20_000) == (len(OWN) + 1, 0)
    assert flow.offset((len(OWN), 5)) == own + 5
    assert flow.at(flow.length) == (len(flow.parts) - 1, 0)
