"""The screens that the documentation shows: what is typed to get there, and what is to be seen."""

import re
from typing import NamedTuple

TYPED = re.compile(r"<([a-z_+]+)>|(.)", re.DOTALL)
NAMED = {"/": "slash", "?": "question_mark", " ": "space", ":": "colon", "'": "apostrophe"}
"""What Textual calls keys that stand for a character, where it is not the character itself."""

HERE = (100, 32)  # columns and rows of most pictures


class Picture(NamedTuple):
    """A screen after some keys: characters as they are, others as `<enter>`."""

    name: str
    typed: str
    said: str  # one sentence
    size: tuple[int, int] = HERE
    theme: str = "dark"

    @property
    def keys(self) -> list[str]:
        """The keys by Textual's names."""
        found = TYPED.finditer(self.typed)
        return [match[1] or NAMED.get(match[2], match[2]) for match in found]


class Chapter(NamedTuple):
    """Pictures that belong together."""

    name: str
    pictures: tuple[Picture, ...]


SPOON = "/spoon pear<enter><enter>"
HARBOUR = "/forgot the sea<enter><enter>"
COMMA = "/full stops<enter><enter>"
SOWING = "/sowing table<enter><enter>"
TIMETABLE = "/country timetable<enter><enter>"
SLOWER = "/nine things slower<enter><enter>"
CHAPTERS = (
    Chapter(
        "The list",
        (
            Picture(
                "reader",
                "/harbour<enter>",
                "Tags and sites, the list, and the article under the cursor.",
                (160, 42),
            ),
            Picture(
                "reader-light",
                "/harbour<enter>",
                "The same in the light theme.",
                (160, 42),
                "light",
            ),
            Picture("list", "jj", "On eighty columns there is the list alone.", (80, 24)),
            Picture("small", "jj", "On sixty, too.", (60, 20)),
            Picture("wide", "/sea<enter>", "On two hundred and twenty, all have room.", (220, 50)),
            Picture("tags", "T<down>", "Tags, sites, months and folders, with their counts."),
            Picture(
                "grouped", "/group:month sort:date-<enter>", "Side by side what is of a month."
            ),
            Picture("sort", "S", "Another order is chosen from a list, and stands in the query."),
            Picture("marked", "jVjj", "A range of rows is marked, and counted below."),
            Picture("which-key", "g", "What may follow a key, after a pause."),
        ),
    ),
    Chapter(
        "Finding",
        (
            Picture(
                "narrow",
                "/harbr<enter>",
                "A misspelt word, and the letters that it found.",
                (80, 24),
            ),
            Picture(
                "understood", "/harbor -tag:iran date:2019.. ", "What is understood, in words."
            ),
            Picture("completion", "/site:", "Values of a field, with their counts; Tab takes one."),
            Picture("mistake", "/harbour date:soon ", "A mistake is underlined, and told below."),
            Picture("nothing", "/zeppelin harbour", "Where nothing is found, what to leave out."),
            Picture("copies", "/deeper channel<enter>gd", "Near-copies of one story."),
            Picture("like", "/lighthouse<enter>L", "Documents about the same."),
            Picture("history", "/tide<enter>/salt<enter>/<ctrl+r>", "Earlier searches."),
        ),
    ),
    Chapter(
        "Reading",
        (
            Picture("article", HARBOUR, "An article; what was set aside is a line that opens."),
            Picture("article-light", HARBOUR, "The same in the light theme.", HERE, "light"),
            Picture("folds", SPOON + "zR", "Its folds open, with a reason on each line."),
            Picture("dimmed", SPOON + "c", "Everything in its place, with the rest dimmed."),
            Picture("raw", SPOON + "cc", "The text of the file as it stands."),
            Picture("river", "/sea<enter><enter>nnn", "From match to match through all documents."),
            Picture("find", HARBOUR + "/quay<enter>", "Finding in the document."),
            Picture("outline", HARBOUR + "O", "Its headings, to go to one."),
            Picture("facts", HARBOUR + "i", "All that is known of it."),
            Picture("table", SOWING, "A table, set in columns."),
            Picture("hints", COMMA + "<end>f", "Letters over the links in sight."),
            Picture("links", COMMA + "F", "All links of a document."),
            Picture("question", COMMA + "o", "Nothing is opened in a browser without a question."),
            Picture("selection", HARBOUR + "}}v}", "A selection, to be copied with its source."),
            Picture("correct", SPOON + "x", "Saying that a block is, or is not, boilerplate."),
            Picture("bookmarks", HARBOUR + "ma}}}mbgm", "Bookmarks, in whatever document."),
        ),
    ),
    Chapter(
        "Help and all the rest",
        (
            Picture("help", "?", "The keys, those of this pane first; typing narrows them."),
            Picture("palette", ":fold", "All there is to do, by its name."),
            Picture("tagging", "t", "Tags are offered by how often they are used."),
            Picture("collections", "gc", "The collections that were opened before."),
        ),
    ),
)
