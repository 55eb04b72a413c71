"""The table as somebody wants it: a preset, and what `[keys]` of config.toml says besides.

Its mistakes are told one by one: what, where, and what to do.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn

from reader.errors import ReaderError
from reader.tui.actions import ACTIONS, BROWSE, LETTER, Action, Keymap, Pane, for_pane
from reader.tui.presets import PRESETS, Preset
from reader.tui.written import read, shown

BEHIND = ","  # begins the sequences of what a preset has taken the key from
ALWAYS = "escape"  # cancels, whatever else does
NEAR = 60  # points of 100: less like each other, and a name is no guess worth telling

Table = dict[int, tuple[str, ...]]
"""The keys that rows of ACTIONS have in one pane."""

Wanted = dict[Pane, dict[str, tuple[str, ...]]]


def effective(keys: Mapping[str, Any], place: str) -> Keymap:
    """The table with these settings, which stand in `place`. Raises ReaderError."""
    name = keys.get("preset", "default")
    if name not in PRESETS:
        refuse(f"{place}: no preset {name!r} of keys", name, PRESETS)
    tables = preset(PRESETS[name])
    wanted = _wanted(keys, place)
    hidden: dict[str, list[str]] = {}
    for pane, changes in sorted(wanted.items()):
        for said in _give(tables[pane], pane, changes, place):
            hidden.setdefault(said, []).append(pane)
    notes = (f"{said} ({', '.join(panes)})" for said, panes in hidden.items())
    return Keymap(_joined(tables), tuple(notes))


def preset(chosen: Preset) -> dict[Pane, Table]:
    """The table by panes, with the changes of a preset."""
    tables = {
        pane: {row: one.keys for row, one in enumerate(ACTIONS) if pane in one.panes}
        for pane in Pane
    }
    if not chosen.letters:
        for table in tables.values():
            table.update({row: tuple(filter(_bare, keys)) for row, keys in table.items()})
    settings = {**chosen.everywhere, **chosen.panes}
    for pane, wanted in _wanted(settings, "").items():
        _move_aside(tables[pane], pane, wanted)
    return tables


def refuse(what: str, name: object, known: Iterable[str]) -> NoReturn:
    """Say that there is nothing of this name, and which is nearest or which there are."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # only for a mistake

    names = list(known)
    near = process.extractOne(str(name), names, scorer=fuzz.WRatio, score_cutoff=NEAR)
    remedy = f"did you mean {near[0]}?" if near else f"there are: {', '.join(names)}"
    raise ReaderError(f"{what}; {remedy}")


def _wanted(keys: Mapping[str, Any], place: str) -> Wanted:
    """What each pane is to have otherwise; what is said of one pane counts more. Raises."""
    wanted: Wanted = {}
    known = {action.name for action in ACTIONS}
    for name, value in keys.items():
        if name == "preset" or isinstance(value, Mapping):
            continue
        if name not in known:
            refuse(f"{place}: keys.{name} is no action", name, sorted(known))
        panes = _panes(name)
        for pane in panes & set(BROWSE) or panes:
            wanted.setdefault(pane, {})[name] = _sequences(pane, name, value, f"{place}: keys")
    for part, changes in keys.items():
        if isinstance(changes, Mapping):
            if part not in set(Pane):
                refuse(f"{place}: keys.{part} is no pane", part, Pane)
            wanted.setdefault(Pane(part), {}).update(_of_pane(Pane(part), changes, place))
    return wanted


def _of_pane(pane: Pane, changes: Mapping[str, str], place: str) -> dict[str, tuple[str, ...]]:
    """What one pane is to have otherwise. Raises ReaderError."""
    at = f"{place}: keys.{pane}"
    for name in changes:
        panes = _panes(name)
        if not panes:
            names = {action.name for action in for_pane(pane)}
            refuse(f"{at}.{name} is no action there", name, sorted(names))
        if pane not in panes:
            raise ReaderError(
                f"{at}.{name}: the {pane} has no such action, but"
                f" {' and '.join(sorted(panes))}: move it there"
            )
    return {name: _sequences(pane, name, value, at) for name, value in changes.items()}


def _panes(name: str) -> set[Pane]:
    """Where an action is; nowhere if there is none of this name."""
    return {pane for action in ACTIONS if action.name == name for pane in action.panes}


def _sequences(pane: Pane, name: str, value: str, at: str) -> tuple[str, ...]:
    """The keys somebody wrote, in the order of the table. Raises ReaderError."""
    try:
        sequences = read(value)
    except ReaderError as error:
        raise ReaderError(f"{at}.{name}: {error}") from error
    here = [action for action in for_pane(pane) if action.name == name]
    always = any(ALWAYS in action.keys for action in here)
    for sequence in sequences:
        first, *others = sequence.split(" ")
        if ALWAYS in others or (first == ALWAYS and (others or not always)):
            raise ReaderError(f"{at}.{name}: Esc always cancels: choose another key")
        if pane is Pane.PROMPT and (len(first) == 1 or first == "space"):
            raise ReaderError(
                f"{at}.{name}: {shown(first)} is text in the prompt: choose a key with Ctrl, or F2"
            )
        if pane is not Pane.PROMPT and first in "123456789":
            raise ReaderError(f"{at}.{name}: {first} begins a count: choose another key")
    if any(action.keys[0].endswith(f" {LETTER}") for action in here):
        sequences = tuple(
            f"{sequence.removesuffix(f' {LETTER}')} {LETTER}" for sequence in sequences
        )
    elif any(LETTER in sequence.split(" ") for sequence in sequences):
        raise ReaderError(f"{at}.{name}: takes no letter: name the keys alone")
    kept = (ALWAYS,) if always and ALWAYS not in sequences else ()
    return (*kept, *sequences)


def _give(table: Table, pane: Pane, wanted: Mapping[str, tuple[str, ...]], place: str) -> list[str]:
    """Give actions these keys; says which others have none now. Raises ReaderError."""
    given = _put(table, wanted)
    owners: dict[str, str] = {}
    for row in given:
        for sequence in table[row]:
            if sequence in owners:
                raise ReaderError(
                    f"{place}: {shown(sequence)} is given to {owners[sequence]} and to"
                    f" {ACTIONS[row].name} ({pane}): give one of them another key"
                )
            owners[sequence] = ACTIONS[row].name
    taken = _taken(table, given, lambda one, other: one == other)
    everything = {sequence: row for row, keys in table.items() for sequence in keys}
    for sequence, name in owners.items():
        for other, row in everything.items():
            if _begins(sequence, other) or _begins(other, sequence):
                raise ReaderError(
                    f"{place}: {shown(sequence)} ({name}, {pane}) and {shown(other)}"
                    f" ({ACTIONS[row].name}) begin alike: give {ACTIONS[row].name} another key too"
                )
    return [
        f"{shown(sequence)} is {owners[sequence]} now, and {ACTIONS[row].name} has no key"
        for row, sequence in taken.items()
    ]


def _move_aside(table: Table, pane: Pane, wanted: Mapping[str, tuple[str, ...]]) -> None:
    """Give actions these keys; those that lose their last one get it behind a comma."""
    given = _put(table, wanted)
    for row, sequence in _taken(table, given, _clash).items():
        if pane is not Pane.PROMPT:
            table[row] = (f"{BEHIND} {sequence}",)


def _put(table: Table, wanted: Mapping[str, tuple[str, ...]]) -> set[int]:
    """Give each action its keys in the first of its rows and none in the others; those rows."""
    given = {}
    for name, keys in wanted.items():
        first, *others = [row for row in table if ACTIONS[row].name == name]
        table.update({first: keys, **dict.fromkeys(others, ())})
        given[first] = others
    return set(given).union(*given.values())


def _taken(table: Table, given: set[int], clash: Callable[[str, str], bool]) -> dict[int, str]:
    """Take keys that clash with those given; which rows lost their last one, and which it was."""
    new = [sequence for row in given for sequence in table[row]]
    lost = {}
    for row, keys in table.items():
        kept = tuple(key for key in keys if not any(clash(key, other) for other in new))
        if row not in given and kept != keys:
            table[row] = kept
            if not any(table[same] for same in table if ACTIONS[same].name == ACTIONS[row].name):
                lost[row] = keys[0]
    return lost


def _clash(one: str, other: str) -> bool:
    return one == other or _begins(one, other) or _begins(other, one)


def _begins(one: str, other: str) -> bool:
    return other.startswith(f"{one} ")


def _bare(sequence: str) -> bool:
    """Whether a sequence needs no letter and no sign."""
    return sequence == "ctrl+j" or not any(
        len(key) == 1 or (key.startswith("ctrl+") and len(key) == len("ctrl+") + 1)
        for key in sequence.split(" ")
    )


def _joined(tables: Mapping[Pane, Table]) -> tuple[Action, ...]:
    """Rows again, in the order of the table; one that has no key stands there once a pane."""
    joined = []
    for row, action in enumerate(ACTIONS):
        groups: dict[tuple[str, ...], list[Pane]] = {}
        for pane in action.panes:
            keys = tables[pane][row]
            if keys or _alone(tables[pane], row):
                groups.setdefault(keys, []).append(pane)
        joined += [action._replace(keys=keys, panes=tuple(p)) for keys, p in groups.items()]
    return tuple(joined)


def _alone(table: Table, row: int) -> bool:
    """Whether no other row of the action has a key here, and none before it stands for it."""
    same: Sequence[int] = [one for one in table if ACTIONS[one].name == ACTIONS[row].name]
    return same[0] == row and not any(table[one] for one in same)
