"""What becomes of a file of marks that is damaged: it is told, and moved away if asked to be."""

import shlex
from datetime import date
from itertools import chain, count
from pathlib import Path

from reader.errors import MarksError
from reader.marks.dumps import FOLDER, dumps
from reader.marks.schema import SCHEMA
from reader.sqlite import (
    COMPANIONS,
    FAULTS,
    REASONS,
    State,
    examine,
    file_system,
    left_over,
    primary,
    synchronise,
)


def advice(path: Path) -> str:
    """What to do about a damaged file: the very commands."""
    newest = next(iter(dumps(path.parent / FOLDER)), None)
    names = (f"damaged-{number}" for number in count(1))
    aside = next(folder for folder in map(path.with_name, names) if not folder.exists())
    move = f"mkdir {_quoted(aside)} && mv {_quoted(path)}* {_quoted(aside)}"
    if newest is None:
        return f"it was left as it is, and there is no dump of it; to start anew: {move}"
    return (
        "it was left as it is; to go back to the newest dump:"
        f" {move} && reader restore {_quoted(newest)}"
    )


def inspected(path: Path) -> str:
    """Why the marks cannot be used, in a sentence; "" if they are sound, or not there."""
    try:
        state = examine(path, SCHEMA, precious=True, thorough=True)
    except FAULTS as error:
        reason = REASONS.get(primary(error), str(error))
        return f"the marks {path} cannot be looked at: {reason}"
    except OSError as error:
        return f"the marks {path} cannot be looked at: {error.strerror}"
    match state:
        case State.ABSENT if left_over(path):
            return f"the marks {path} are gone, but not their journal {path.name}-*"
        case State.NEWER:
            return f"the marks {path} were written by a newer reader: upgrade this one"
        case State.FOREIGN:
            return f"{path} is not a file of marks, or its head is damaged"
        case State.DAMAGED:
            return f"the marks {path} are damaged"
    return ""


def is_lost(path: Path) -> bool:
    """Whether only a dump helps: the file is damaged, or gone without its journal."""
    try:
        state = examine(path, SCHEMA, precious=True, thorough=True)
    except (*FAULTS, OSError):
        return False
    return state in (State.DAMAGED, State.FOREIGN) or (state is State.ABSENT and left_over(path))


def far_away(path: Path) -> str:
    """The network file system that the marks are on; "" for one of this machine."""
    return file_system(path.parent)


def rescue(path: Path, fresh: Path) -> Path:
    """Put a whole file in the place of a damaged one, which is moved aside; where to.

    Killed at any time, the name holds one of the two; nothing is overwritten. Nobody else may have
    either open. Raises MarksError: then the damaged one is where it was.
    """
    if left_over(fresh):  # what a full disk does not let into the file
        raise MarksError(f"the disk of {path.parent} is full: free some space; nothing was changed")
    name = f"{path.name}.damaged-{date.today()}"
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    files = ("", *COMPANIONS)
    aside = next(
        aside
        for aside in map(path.with_name, names)
        if not any(aside.with_name(aside.name + ending).exists() for ending in files)
    )
    try:
        for ending in COMPANIONS:  # a journal that stays would be played into the fresh file
            part = path.with_name(path.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
        if path.exists():
            try:
                aside.hardlink_to(path)
            except OSError:  # a file system without them: here the name is free for an instant
                path.rename(aside)
        fresh.replace(path)
    except OSError as error:
        raise MarksError(f"cannot move the marks {path} aside: {error.strerror}") from error
    synchronise(path.parent)
    return aside


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))
