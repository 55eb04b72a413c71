from pathlib import Path

from reader.tui.actions import ACTIONS, PICKING, Pane
from reader.tui.presets import PRESETS
from reader.tui.screens.help import NAMES
from reader.tui.written import shown_keys
from tools import keys_page, screenshots
from tools.pictures import CHAPTERS, Picture


def test_the_page_of_keys_is_what_the_table_makes_of_it() -> None:
    assert keys_page.PAGE.read_text("utf-8") == keys_page.page()


def test_every_key_of_every_pane_is_on_the_page() -> None:
    sections = keys_page.page().split("\n## ")[1:]
    assert [section.partition("\n")[0] for section in sections] == [
        *(name.capitalize() for name in (*NAMES.values(), "IN READER PICK")),
        "Other keys",
        *(f"Preset {name}" for name in PRESETS if name != "default"),
    ]
    panes, picking = sections[: len(NAMES)], sections[len(NAMES)]
    assert all(f"`{key}`" in picking for action in PICKING for key in shown_keys(action))
    by_pane = dict(zip(NAMES, panes, strict=True))
    assert set(by_pane) == set(Pane)
    for action in ACTIONS:
        for pane in action.panes:
            for key in shown_keys(action):
                assert f"`{key}`".replace("|", "\\|") in by_pane[pane], (pane, action.name, key)
            assert action.help in by_pane[pane]


def test_the_page_of_screens_shows_every_picture_that_is_drawn() -> None:
    assert screenshots.PAGE.read_text("utf-8") == screenshots.page()
    drawn = {picture.name for chapter in CHAPTERS for picture in chapter.pictures}
    drawn.add(screenshots.PICK.name)
    assert {path.stem for path in screenshots.PICTURES.iterdir()} == drawn


def test_no_picture_would_fetch_anything_or_names_a_home() -> None:
    for path in screenshots.PICTURES.iterdir():
        text = path.read_text("utf-8")
        assert "url(http" not in text, path.name
        assert str(Path.home()) not in text or Path.home() == Path("/"), path.name


def test_what_is_typed_for_a_picture_becomes_keys() -> None:
    typed = Picture("", "/a b<enter><ctrl+r>:'?", "").keys
    keys = ["slash", "a", "space", "b", "enter", "ctrl+r", "colon", "apostrophe", "question_mark"]
    assert typed == keys
