"""Every action with its keys: dispatch, help and docs/keys.md are made from this table."""

from enum import StrEnum
from typing import NamedTuple

LETTER = "letter"  # in a sequence: any letter ends it


class Pane(StrEnum):
    """Where a key acts."""

    FACETS = "facets"
    LIST = "list"
    READER = "reader"
    BLOCK = "block"  # in the text, while a block of it is chosen
    SELECTION = "selection"  # in the text, while a stretch of it is selected
    HINTS = "hints"  # in the text, while its links have letters over them
    LINK = "link"  # while it is asked whether to open an address
    PROMPT = "prompt"


BROWSE = (Pane.FACETS, Pane.LIST, Pane.READER)
MOVE, FIND, READ, MARK, LOOK, LEAVE = "Move", "Find", "Read", "Tag and mark", "Look", "Leave"
GROUPS = (MOVE, FIND, READ, MARK, LOOK, LEAVE)


class Action(NamedTuple):
    """Something a key does; `keys` are sequences, their keys apart by spaces."""

    name: str  # do_NAME of the screen
    keys: tuple[str, ...]
    panes: tuple[Pane, ...]
    help: str
    group: str


def _action(
    name: str, keys: str, help: str, group: str, panes: tuple[Pane, ...] = BROWSE
) -> Action:
    """`keys` as in a manual: alternatives apart by commas."""
    return Action(name, tuple(keys.split(", ")), panes, help, group)


LIST, READER, FACETS, PROMPT = (Pane.LIST,), (Pane.READER,), (Pane.FACETS,), (Pane.PROMPT,)
LISTS = (Pane.FACETS, Pane.LIST)
DOCUMENTS = (Pane.LIST, Pane.READER)
BLOCK, TEXT = (Pane.BLOCK,), (Pane.READER, Pane.BLOCK)
ASKING = (Pane.BLOCK, Pane.SELECTION, Pane.HINTS, Pane.LINK, Pane.PROMPT)
HINTS, LINK = (Pane.HINTS,), (Pane.LINK,)
SELECTION, SELECTABLE = (Pane.SELECTION,), (Pane.READER, Pane.SELECTION)

ACTIONS = (
    _action("down", "j, down", "one line down", MOVE),
    _action("up", "k, up", "one line up", MOVE),
    _action("page_down", "pagedown, ctrl+f", "a page down", MOVE),
    _action("page_up", "pageup, ctrl+b", "a page up", MOVE),
    _action("page_down", "space", "a page down", MOVE, READER),
    _action("page_up", "b", "a page up", MOVE, READER),
    _action("half_down", "ctrl+d", "half a page down", MOVE),
    _action("half_up", "ctrl+u", "half a page up", MOVE),
    _action("half_down", "d", "half a page down", MOVE, READER),
    _action("half_up", "u", "half a page up", MOVE, READER),
    _action("top", "g g, home, <", "to the top", MOVE),
    _action("bottom", "G, end, >", "to the end", MOVE),
    _action("next_pane", "tab", "the next pane", MOVE),
    _action("previous_pane", "shift+tab", "the pane before", MOVE),
    _action("to_facets", "g f, T", "tags, sites and years", MOVE),
    _action("to_list", "g l", "the list", MOVE),
    _action("to_reader", "g r", "the text", MOVE),
    _action("open", "enter, ctrl+j, l, right", "read this document", READ, LIST),
    _action("narrow", "enter, ctrl+j, l, right", "only documents with this", FIND, FACETS),
    _action("exclude", "x", "only documents without this", FIND, FACETS),
    _action("save_search", "B", "save this search", FIND, LISTS),
    _action("forget_search", "D, delete", "delete this saved search", FIND, FACETS),
    _action("sort", "S", "another order", FIND, LISTS),
    _action("group", "g s", "side by side what is of one site, month, tag, …", FIND, LISTS),
    _action("close_band", "z c", "close this band", LOOK, LIST),
    _action("open_band", "z o", "open this band", LOOK, LIST),
    _action("toggle_band", "z a", "close this band, or open it", LOOK, LIST),
    _action("close_bands", "z M", "close all bands", LOOK, LIST),
    _action("open_bands", "z R", "open all bands", LOOK, LIST),
    _action("next_band", "] ]", "the next band", MOVE, LIST),
    _action("previous_band", "[ [", "the band before", MOVE, LIST),
    _action("next_document", "J", "the next document", READ),
    _action("previous_document", "K", "the document before", READ),
    _action("find", "/", "find in the collection", FIND, LISTS),
    _action("find", "/", "find in this document", FIND, READER),
    _action("alike", "L", "documents about the same", FIND, DOCUMENTS),
    _action("copies", "g d", "the near-copies of this one", FIND, DOCUMENTS),
    _action("set_bookmark", "m letter", "set a bookmark of this letter here", MOVE, READER),
    _action("go_to_bookmark", "' letter", "to the bookmark, in whatever document", MOVE, DOCUMENTS),
    _action("bookmarks", "g m, ' enter", "all bookmarks", MOVE, DOCUMENTS),
    _action("before_jump", "' '", "to where the last jump began, and back", MOVE, DOCUMENTS),
    _action("older_place", "ctrl+o, alt+left", "to the place before", MOVE, DOCUMENTS),
    _action("newer_place", "alt+right", "on again", MOVE, DOCUMENTS),
    _action("next_heading", "] ]", "the next heading", MOVE, READER),
    _action("previous_heading", "[ [", "the heading before", MOVE, READER),
    _action("next_paragraph", "}", "the next paragraph", MOVE, READER),
    _action("previous_paragraph", "{", "the start of a paragraph", MOVE, READER),
    _action("outline", "O, g O", "the headings, to go to one", MOVE, READER),
    _action("next_match", "n", "the next match, on into the next document", FIND, READER),
    _action("previous_match", "N", "the match before, back into the document before", FIND, READER),
    _action("down", "n", "the next result", FIND, LIST),
    _action("up", "N", "the result before", FIND, LIST),
    _action("cycle", "c", "clean, then everything with the rest dimmed, then raw", READ, READER),
    _action("open_fold", "z o, z a, enter, ctrl+j", "open the fold in sight", READ, READER),
    _action("close_fold", "z c", "close the fold in sight", READ, READER),
    _action("open_folds", "z R", "open all folds", READ, READER),
    _action("close_folds", "z M", "close all folds", READ, READER),
    _action("correct", "x", "say that a block is, or is not, boilerplate", READ, TEXT),
    _action("why", "w", "why it was set aside", READ, TEXT),
    _action("next_block", "j, down", "the next block", MOVE, BLOCK),
    _action("previous_block", "k, up", "the block before", MOVE, BLOCK),
    _action("extend_block", "V", "choose several: moving adds blocks", MOVE, BLOCK),
    _action("other_scope", "tab, left, right, h, l", "here, or all over the site", READ, BLOCK),
    _action("apply_correction", "enter, ctrl+j", "say so", READ, BLOCK),
    _action("leave_block", "escape, q, backspace", "leave it as it is", LEAVE, BLOCK),
    _action("select", "v", "select by characters: moving extends it", MARK, SELECTABLE),
    _action("select_paragraphs", "V", "select whole paragraphs", MARK, SELECTABLE),
    _action("cursor_right", "l, right, space", "a character on", MOVE, SELECTION),
    _action("cursor_left", "h, left", "a character back", MOVE, SELECTION),
    _action("cursor_down", "j, down", "a row down", MOVE, SELECTION),
    _action("cursor_up", "k, up", "a row up", MOVE, SELECTION),
    _action("cursor_page_down", "ctrl+d, pagedown, ctrl+f", "half a page down", MOVE, SELECTION),
    _action("cursor_page_up", "ctrl+u, pageup, ctrl+b", "half a page up", MOVE, SELECTION),
    _action("cursor_word", "w", "the next word", MOVE, SELECTION),
    _action("cursor_word_back", "b", "the start of a word", MOVE, SELECTION),
    _action("cursor_word_end", "e", "the end of a word", MOVE, SELECTION),
    _action("cursor_paragraph", "}", "the next paragraph", MOVE, SELECTION),
    _action("cursor_paragraph_back", "{", "the start of a paragraph", MOVE, SELECTION),
    _action("cursor_row_start", "0, ^, home", "the start of the row", MOVE, SELECTION),
    _action("cursor_row_end", "$, end", "the end of the row", MOVE, SELECTION),
    _action("cursor_top", "g g", "the start of the text", MOVE, SELECTION),
    _action("cursor_bottom", "G", "the end of the text", MOVE, SELECTION),
    _action("other_end", "o", "the other end", MOVE, SELECTION),
    _action("yank_selection", "y, enter, ctrl+j", "copy it", MARK, SELECTION),
    _action("quote_selection", "Y", "copy it with its source", MARK, SELECTION),
    _action("leave_selection", "escape, q, backspace", "select nothing", LEAVE, SELECTION),
    _action("tag", "t", "tag: +add -remove", MARK),
    _action("toggle_read", "r", "read or unread", MARK),
    _action("toggle_star", "s", "star", MARK),
    _action("toggle_archive", "a", "archive", MARK, DOCUMENTS),
    _action("toggle_hidden", "D", "hide, or show again: the file stays as it is", MARK, DOCUMENTS),
    _action("mark", "space", "mark this row, and move on", MARK, LIST),
    _action("mark_range", "V", "mark from here to where you move; V again keeps it", MARK, LIST),
    _action("mark_all", "*", "mark all rows shown, or none", MARK, LIST),
    _action("undo", "U", "take back the last change of any of these, or of corrections", MARK),
    _action("redo", "ctrl+r", "make it again", MARK),
    _action("facts", "i", "all that is known of the document", LOOK, DOCUMENTS),
    _action("path", "p", "where the file is", LOOK),
    _action("yank_link", "y y", "copy title and address", LOOK, DOCUMENTS),
    _action("yank_address", "y u", "copy the address", LOOK, DOCUMENTS),
    _action("yank_path", "y p", "copy the path of the file", LOOK, DOCUMENTS),
    _action("yank_text", "y t", "copy the clean text", LOOK, DOCUMENTS),
    _action("yank_quote", "y q", "copy the selection or paragraph, with its source", LOOK, READER),
    _action("yank_citation", "y c", "copy author, title, site, date, address", LOOK, DOCUMENTS),
    _action("hints", "f", "go to a link: letters stand over those in sight", READ, READER),
    _action("links", "F", "all links of this document", READ, READER),
    _action("follow_hint", "letter", "the link with these letters", READ, HINTS),
    _action("first_hint", "tab, enter, ctrl+j, down", "the first link in sight", READ, HINTS),
    _action("leave_link", "escape, backspace", "no link", LEAVE, HINTS),
    _action("open_link", "enter, ctrl+j, l, right", "open it", READ, LINK),
    _action("copy_link", "y", "copy its address", READ, LINK),
    _action("next_link", "tab, j, down", "the next link", MOVE, LINK),
    _action("previous_link", "shift+tab, k, up", "the link before", MOVE, LINK),
    _action("leave_link", "escape, q, h, left, backspace", "open nothing", LEAVE, LINK),
    _action("open_address", "o", "its address in the browser, after a question", LOOK, DOCUMENTS),
    _action("edit", "e", "the file in $VISUAL or $EDITOR", LOOK, DOCUMENTS),
    _action("pipe", "|", "the clean text to a command", LOOK, DOCUMENTS),
    _action("wider", "+", "longer lines", LOOK, READER),
    _action("narrower", "-", "shorter lines", LOOK, READER),
    _action("usual_width", "0", "lines of the usual length", LOOK, READER),
    _action("justify", "\\", "rows of one length, or a ragged edge", LOOK, READER),
    _action("code_on", "z l, z right", "more of long rows of code", LOOK, READER),
    _action("code_back", "z h, z left", "long rows of code back again", LOOK, READER),
    _action("collections", "g c", "another collection", LOOK),
    _action("zen", "Z", "this pane alone, or all again", LOOK),
    _action("theme", "g t", "dark or light", LOOK),
    _action("rescan", "R", "look for changed files; Ctrl-C stops it", LOOK),
    _action("redraw", "ctrl+l", "draw the screen again", LOOK),
    _action("help", "?, f1", "the keys", LOOK),
    _action("palette", ":, ctrl+p, f2", "all there is to do, by its name", LOOK),
    _action("palette", "f2", "all there is to do, by its name", LOOK, ASKING),
    _action("back", "q, h, left, backspace", "back to the list", LEAVE, READER),
    _action("back", "q, h, left, backspace", "back to the list", LEAVE, FACETS),
    _action("leave", "q", "quit; after a search, all documents", LEAVE, LIST),
    _action("widen", "backspace", "take the last word off the search", FIND, LIST),
    _action("to_facets", "h, left", "tags, sites and years", MOVE, LIST),
    _action("cancel", "escape", "cancel, then go out of the pane", LEAVE),
    _action("quit", "Q", "quit at once", LEAVE),
    _action("keep", "enter, ctrl+j", "keep the result and go to it", FIND, PROMPT),
    _action("cancel", "escape", "everything as it was before", FIND, PROMPT),
    _action("newer", "down", "the next result; after ↑, the search after", FIND, PROMPT),
    _action("older", "up", "the result before; if nothing is typed, the last search", FIND, PROMPT),
    _action("down", "ctrl+n", "the next result", FIND, PROMPT),
    _action("up", "ctrl+p", "the result before", FIND, PROMPT),
    _action("recall", "ctrl+up", "the search before", FIND, PROMPT),
    _action("recall_newer", "ctrl+down", "the search after", FIND, PROMPT),
    _action("history", "ctrl+r", "all earlier searches", FIND, PROMPT),
    _action("page_down", "pagedown", "a page of results on", FIND, PROMPT),
    _action("page_up", "pageup", "a page of results back", FIND, PROMPT),
    _action("complete", "tab", "complete, again the next; from a text, everywhere", FIND, PROMPT),
    _action("complete_back", "shift+tab", "the completion before", FIND, PROMPT),
    _action("rub_out", "backspace, ctrl+h", "a character less; in front, everywhere", FIND, PROMPT),
    _action("help", "f1", "the keys", LOOK, PROMPT),
)

PICKING = (
    _action("accept", "enter", "choose the line under the cursor, or those marked", MARK),
    _action("abort", "escape, ctrl+c, ctrl+g, ctrl+q", "choose nothing", LEAVE),
    _action("down", "down, ctrl+n, ctrl+j", "one line down", MOVE),
    _action("up", "up, ctrl+p, ctrl+k", "one line up", MOVE),
    _action("page_down", "pagedown", "a page down", MOVE),
    _action("page_up", "pageup", "a page up", MOVE),
    _action("top", "home", "to the best line", MOVE),
    _action("bottom", "end", "to the last line", MOVE),
    _action("mark_down", "tab", "mark this line (with -m), and move on", MARK),
    _action("mark_up", "shift+tab", "mark this line (with -m), and move back", MARK),
    _action("start", "ctrl+a", "to the start of the query", FIND),
    _action("finish", "ctrl+e", "to the end of the query", FIND),
    _action("left", "left, ctrl+b", "a character left", FIND),
    _action("right", "right, ctrl+f", "a character right", FIND),
    _action("word_left", "alt+b", "a word left", FIND),
    _action("word_right", "alt+f", "a word right", FIND),
    _action("erase", "backspace, ctrl+h", "take off a character", FIND),
    _action("erase_word", "ctrl+w, alt+backspace", "take off a word", FIND),
    _action("erase_all", "ctrl+u", "take off all before the cursor", FIND),
    _action("delete", "ctrl+d, delete", "take off what follows; in an empty query, leave", FIND),
    _action("redraw", "ctrl+l", "draw the screen again", LOOK),
    _action("help", "f1", "the keys", LOOK),
)
"""The keys of `reader pick`, where all other keys are text."""


KEYS_THAT_MATTER = {
    Pane.LIST: (("find", "find"), ("open", "read"), ("help", "keys")),
    Pane.READER: (("cycle", "view"), ("tag", "tag"), ("back", "list")),
    Pane.FACETS: (("narrow", "narrow"), ("exclude", "exclude"), ("back", "list")),
    Pane.SELECTION: (
        ("yank_selection", "copy"),
        ("quote_selection", "quote"),
        ("leave_selection", "leave"),
    ),
    Pane.HINTS: (("leave_link", "leave"),),
    Pane.LINK: (("open_link", "open"), ("copy_link", "copy"), ("leave_link", "leave")),
    Pane.PROMPT: (("keep", "keep"), ("newer", "next"), ("cancel", "back")),
}
"""What the status line names while nothing else needs the room: actions, in a word each."""

KEYS_TO_ASK = {
    "TAGS": (("keep", "tag"), ("complete", "complete"), ("cancel", "back")),
    "NAME": (("keep", "save"), ("cancel", "back")),
    "COMMAND": (("keep", "run"), ("cancel", "back")),
}
"""The same while something else than the collection is asked for, by the prompt's scope."""


class Keymap(NamedTuple):
    """The table as the user wants it."""

    actions: tuple[Action, ...] = ACTIONS
    notes: tuple[str, ...] = ()  # what the user may not have meant


def for_pane(pane: Pane, actions: tuple[Action, ...] = ACTIONS) -> tuple[Action, ...]:
    """The actions a pane has, in the order of the table."""
    return tuple(action for action in actions if pane in action.panes)
