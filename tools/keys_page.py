"""Writes docs/keys.md from the action table: `python -m tools.keys_page`."""

from pathlib import Path

from reader.tui.actions import GROUPS, PICKING, Action, Pane, for_pane
from reader.tui.presets import PRESETS
from reader.tui.remapping import effective
from reader.tui.screens.help import NAMES, NO_KEY, described
from reader.tui.written import shown_keys

PAGE = Path(__file__).parent.parent / "docs" / "keys.md"
HEAD = """# Keys

`?` shows these in the program, those of the focused pane first; typing narrows them. A number
before a key repeats it: `10j` goes ten rows down. In a sequence such as `gg` or `zo` the keys are
typed one after the other; the status line shows what may follow, and after a moment's pause a box
does. `:` lists all there is to do by its name, with its keys; `:42` goes to that row.

The last column has the names that `config.toml` gives keys to; see [other keys](#other-keys).

This page is written by `python -m tools.keys_page` from the program's own table.
"""


OTHERS = """## Other keys

`[keys]` in `config.toml` (`?` says where that is) takes a preset, and keys for single actions, in
all panes or in one:

```toml
[keys]
preset = "vim"
zen = "Ctrl-W o, Z"       # wherever the action is; "" for no key

[keys.reader]             # facets, list, reader, block or prompt
down = "j, Down, Ctrl-E"
```

Sequences stand apart by commas, their keys by spaces: `g g`. Keys are characters, `Ctrl-A` to
`Ctrl-Z`, `F1` to `F12`, `Up`, `Down`, `Left`, `Right`, `Home`, `End`, `PgUp`, `PgDn`, `Insert`,
`Delete`, `Tab`, `Shift-Tab`, `Enter`, `Space`, `Backspace`, `Comma`. What is set replaces all the
keys of the action there; a key that another action had goes over, and if that was its only one,
the status line says so at the start. What cannot be is refused with a sentence: a key for two
actions, a key that begins a sequence, an action that is not there, and keys that a terminal sends
for others (`Ctrl-I` is Tab, `Ctrl-M` and `Ctrl-J` are Enter, `Ctrl-[` is Esc, `Ctrl-H` is
Backspace; what comes with Alt is Esc and a key). Esc always cancels. Outside the prompt digits
are counts, inside it characters are text. `reader keys` prints the keys as they are, `reader keys
--preset NAME` those of a preset.

Where a preset gives the only key of an action to another, the action keeps it behind a comma: `,p`.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for pane, name in NAMES.items():
        rows = [f"| {_code(keys)} | {said} | `{action}` |" for keys, said, action in _rows(pane)]
        parts.append(_table(name.capitalize(), ["key", "", "action"], rows))
    rows = [f"| {_code(keys)} | {said} |" for keys, said in described(PICKING)]
    parts += [_table("In reader pick", ["key", ""], rows), OTHERS]
    for name, preset in PRESETS.items():
        if rows := _differences(name):
            table = _table(f"Preset {name}", ["pane", "action", "key", "default"], rows)
            parts.append(table.replace("\n\n", f"\n\n{preset.help.capitalize()}.\n\n", 1))
    return "\n".join(parts)


def _rows(pane: Pane) -> list[tuple[str, str, str]]:
    """Keys, sentences and names of a pane, group by group."""
    return [
        (*described([action])[0], action.name)
        for group in GROUPS
        for action in for_pane(pane)
        if action.group == group
    ]


def _differences(name: str) -> list[str]:
    """What a preset has otherwise, in rows."""
    theirs = effective({"preset": name}, name).actions
    rows: dict[tuple[str, str, str], list[str]] = {}
    for pane in Pane:
        ours, other = _keys(for_pane(pane)), _keys(for_pane(pane, theirs))
        for action, keys in ours.items():
            if other[action] != keys:
                change = action, _code("  ".join(other[action]) or NO_KEY), _code("  ".join(keys))
                rows.setdefault(change, []).append(pane)
    return [f"| {', '.join(at)} | `{key[0]}` | {key[1]} | {key[2]} |" for key, at in rows.items()]


def _keys(actions: tuple[Action, ...]) -> dict[str, list[str]]:
    """The keys of each action by its name."""
    keys: dict[str, list[str]] = {}
    for action in actions:
        keys.setdefault(action.name, []).extend(shown_keys(action))
    return keys


def _table(title: str, columns: list[str], rows: list[str]) -> str:
    head = "| " + " | ".join(columns) + " |"
    return "\n".join([f"## {title}\n", head, "|---" * len(columns) + "|", *rows, ""])


def _code(keys: str) -> str:
    return " ".join(f"`{key}`" for key in keys.replace("|", "\\|").split("  "))


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
