"""All of a running app that an action may change, by name, and what differs of it."""

import re
from pathlib import Path

from tests.tui.showing import Reader

State = dict[str, str]
CHARACTERS = re.compile(r"[\d,]+ characters")  # of texts that hold the path of a folder


def state(reader: Reader, home: Path) -> State:
    """What can be told of it now; whatever holds the path of the documents holds HOME instead."""
    screen, app = reader.screen, reader.app
    seen: State = {
        "keys go to": screen.where_keys_go,
        "over the screen": "" if app.screen is screen else type(app.screen).__name__,
        "asks": screen.prompt.scope.name if screen.prompt.asking else "",
        "typed": screen.prompt.value,
        "query": screen.finding.query,
        "row": _row(reader),
        "rows": str(len(screen.list.listing)),
        "marked rows": ", ".join(map(str, sorted(screen.list.all_marked))),
        "range": "begun" if screen.list.in_range else "",
        "closed bands": _closed(reader),
        "facet": _facet(reader),
        **_text(reader),
        **_noted(reader),
        "copied": app.clipboard,
        "theme": app.look.palette.name,
        "pane alone": str(screen.plan._zen),
        "says": screen._event,
        "ended": str(app._exit),
    }
    return {
        name: CHARACTERS.sub("so many characters", value.replace(str(home), "HOME"))
        for name, value in seen.items()
    }


def changes(before: State, after: State) -> list[str]:
    """What differs, in words; a sentence that was said alone is not a change of anything."""
    return [
        f"{name}: {_short(before[name])} → {_short(after[name])}"
        if name != "says"
        else f"says: {_short(after[name])}"
        for name in before
        if before[name] != after[name] and (name != "says" or after[name])
    ]


def _short(value: str) -> str:
    line = value.replace("\n", "⏎")
    return (line if len(line) <= 60 else f"{line[:40]}…{line[-18:]}") or "-"


def _row(reader: Reader) -> str:
    return f"{reader.screen.list.cursor + 1} {reader.title}"


def _closed(reader: Reader) -> str:
    listing = reader.screen.list.listing
    bands = range(len(listing.bands)) if listing.headed else ()
    return ", ".join(
        listing.bands[band].heading for band in bands if listing.folding.is_closed(band)
    )


def _facet(reader: Reader) -> str:
    row = reader.screen.facets.row
    return f"{row.facet}:{row.value}" if row is not None else ""


def _text(reader: Reader) -> State:
    pane = reader.screen.pane
    return {
        "text": pane.page.document.path if pane.page else "",
        "top": str(pane.top) if pane.page else "",
        "view": pane.view,
        "opened folds": ", ".join(map(str, sorted(pane._opened))),
        "blocks chosen": str(pane.chosen or ""),
        "selected": reader.screen.selecting.text if pane.selected else "",
        "columns": str(pane.measure),
        "code from column": str(pane.leaf.sideways),
        "rows of one length": str(pane.leaf.justified),
        "link pointed at": str(pane._pointed if pane._pointed is not None else ""),
        "looks for": pane.matching.typed,
        "the match one is at": _match(reader),
        "asks for a correction": str(reader.screen.correcting._asking),
        "blocks are added": str(reader.screen.correcting._anchor is not None),
        "all over the site": str(reader.screen.correcting._everywhere),
    }


def _match(reader: Reader) -> str:
    return str(reader.screen.pane.matching.current)


def _noted(reader: Reader) -> State:
    library = reader.screen.library
    documents = library.documents(library.rows(0, 99))
    return {
        **{
            sign: ", ".join(document.path for document in documents if getattr(document, sign))
            for sign in ("read", "starred", "archived", "hidden")
        },
        "saved searches": ", ".join(f"{name} = {query}" for name, query in library.searches()),
        "corrections": str(len(library.corrections()) or ""),
    }
