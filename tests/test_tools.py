from reader.tui.actions import ACTIONS, PICKING, Pane
from reader.tui.presets import PRESETS
from reader.tui.screens.help import NAMES
from reader.tui.written import shown_keys
from tools import keys_page


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
