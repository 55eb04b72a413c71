"""The nouns that pass between layers, all immutable. Must not know: I/O, any package of ours.

Named tuples: making one of these classes costs a seventh of what a frozen dataclass costs, and all
of them are made before the first paint.
"""

from collections.abc import Mapping, Sequence
from enum import Enum, StrEnum, auto
from types import MappingProxyType
from typing import Any, NamedTuple, NewType

DocumentId = NewType("DocumentId", str)
"""The first 10 hex digits of a hash of the document's path in its collection."""

Row = NewType("Row", int)
"""A document's number inside one catalogue, from 1; it means nothing anywhere else."""

WORDS_A_MINUTE = 230  # adult silent reading of prose, English (Brysbaert 2019: 238)


NONE: Mapping[Any, Any] = MappingProxyType({})


class Label(StrEnum):
    """What a line is. Every line of a document has exactly one."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    BLANK = "blank"


CONTENT = frozenset({Label.HEADING, Label.BODY, Label.LIST, Label.CAPTION})
"""Shown, counted and searched."""

TEXT = frozenset({Label.HEADING, Label.BODY, Label.LIST})
"""What `reader clean` prints as the text."""


class Kind(StrEnum):
    """What the markup of a source says a line is; plain text has only TEXT."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"
    META = "meta"  # front matter: about the document, never part of it


class Emphasis(StrEnum):
    """What marks say of the characters between them."""

    STRONG = "strong"
    LIGHT = "light"  # what is set in italics
    CODE = "code"
    STRUCK = "struck"


class Markup(NamedTuple):
    """What a source's markup tells about one line."""

    kind: Kind = Kind.TEXT
    level: int = 0  # a heading's 1 to 6, a list item's depth from 1, else 0
    region: str = ""  # the nearest of article main nav header footer aside form, or ""
    links: float = 0.0  # share of its characters that stand inside links, 0 to 1
    path: tuple[int, ...] = ()  # numbers of the elements around it, the nearest first, four at most
    names: str = ""  # their tags, classes and ids, the nearest first, a line for each element


PLAIN = Markup()


class Link(NamedTuple):
    """A passage of one line that leads somewhere."""

    line: int  # from 0
    start: int  # of its first character in the line, from 0
    end: int  # behind its last
    url: str  # what it leads to: an address, or a path beside the document's


class Metadata(NamedTuple):
    """What is known about a document as a whole; unknown is empty, an unknown date None."""

    title: str = ""
    author: str = ""
    site: str = ""
    date: str | None = None  # ISO 8601, YYYY-MM-DD, of publication
    lang: str = ""  # ISO 639-1, lower case
    url: str = ""
    tags: tuple[str, ...] = ()
    section: str = ""  # the last part of the crumbs above the headline
    own: tuple[tuple[str, str], ...] = ()  # what else its front matter says: names and values


class RawDocument(NamedTuple):
    """What a source makes of a file: every line of it, nothing judged."""

    format: str  # the name of the Format that read it: "text", "html", "markdown"
    lines: tuple[str, ...]  # without line ends; blank ones included
    markup: tuple[Markup, ...]  # one for each line
    metadata: Metadata = Metadata()  # only what the file declares: front matter, <meta>
    encoding: str = "utf-8"  # Python's name of the codec
    guessed: bool = False  # nothing in the file said which encoding it is
    notes: tuple[str, ...] = ()  # sentences for the user, e.g. what was left unread
    links: tuple[Link, ...] = ()  # in their order, as far as its markup was asked for them


class Line(NamedTuple):
    """One line of a document as judged."""

    text: str
    label: Label
    reason: str = ""  # for a person: why it has this label; never empty for boilerplate
    score: float | None = None  # 0 certainly set aside, 1 certainly article; None for blank


class Sketch(NamedTuple):
    """What the site of a page is known by: fingerprints of some of its lines."""

    seal: int  # equal for pages of equal lines; below 0 where the page declares its site
    clutter: frozenset[int]  # lines that may stand on all pages of the site
    prose: frozenset[int]  # long ones, which are an article's own


class Judged(NamedTuple):
    """A document after cleaning: the very lines it had, each labelled, and what they tell."""

    lines: tuple[Line, ...]
    metadata: Metadata


class Measured(NamedTuple):
    """What a judged document amounts to."""

    words: int = 0  # of the article
    broken: str = ""  # what stands in the place of an article
    junk: int = 0  # words that were set aside, in thousandths of all
    sure: int = 0  # how sure judging was of its lines, 0 to 1000
    image: bool = False  # the article has a caption, or a picture in Markdown


class Evidence(NamedTuple):
    """A group of features, and by how much it moved the chance that a line is article."""

    name: str
    weight: float  # -1 to 1; above 0 it spoke for the article


class Explained(NamedTuple):
    """What spoke for and against one line; nothing for a blank one."""

    seen: tuple[str, ...] = ()  # in words, what tells most first
    worth: float | None = None  # words of prose for the article, below 0 against it
    chance: float | None = None  # what the nets say, 0 to 1
    moved: tuple[Evidence, ...] = ()  # what moved them most first


class Paragraph(NamedTuple):
    """A unit of reading: one or more lines of one kind, joined where the source had wrapped them.

    A run of boilerplate is one Paragraph too (label BOILERPLATE, lines joined by newlines): the
    reading pane shows it as a fold.
    """

    label: Label
    text: str
    first: int  # index of its first line in the document
    last: int  # index of its last line
    kind: Kind = Kind.TEXT
    level: int = 0
    reason: str = ""


class Document(NamedTuple):
    """A catalogue entry with its marks: what lists show."""

    row: Row
    id: DocumentId
    path: str  # in its collection, "/" between parts; undecodable bytes as lone surrogates
    title: str
    member: str = ""  # place inside an archive
    author: str = ""
    site: str = ""
    date: str | None = None
    lang: str = ""
    words: int = 0  # of the article, not the page
    format: str = "text"
    encoding: str = ""
    guessed: bool = False
    skipped: str | None = None  # why it is listed but cannot be read
    broken: str = ""  # what stands in the place of an article, in words; "" where nothing does
    story: Row = Row(0)  # of its near-copies the one to read; 0 without any
    copies: int = 0  # documents of its story, itself among them; 0 without any
    judged: bool = True  # False while only its name is known
    tags: tuple[str, ...] = ()  # sorted
    read: bool = False
    starred: bool = False
    archived: bool = False
    hidden: bool = False  # left out of lists and results unless asked for

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes, at least 1 where there is anything to read."""
        return max(1, round(self.words / WORDS_A_MINUTE)) if self.words else 0

    @property
    def all_tags(self) -> tuple[str, ...]:
        """Its tags and all above them, sorted: who looks for "a" finds "a/b"."""
        found = {*self.tags}
        for tag in self.tags:
            while tag := tag.rpartition("/")[0]:
                found.add(tag)
        return tuple(sorted(found))

    @property
    def state(self) -> tuple[str, ...]:
        """The words for its state: "read" or "unread", then what else is so, in this order."""
        more = (
            ("starred", self.starred),
            ("archived", self.archived),
            ("hidden", self.hidden),
            ("broken", bool(self.broken)),
        )
        return ("read" if self.read else "unread", *(word for word, is_so in more if is_so))


class Page(NamedTuple):
    """A document opened for reading."""

    document: Document
    lines: tuple[Line, ...]
    markup: tuple[Markup, ...]
    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata = Metadata()
    notes: tuple[str, ...] = ()


class Position(NamedTuple):
    """Where somebody stopped reading: a line of the document and a character in it, both from 0."""

    line: int = 0
    character: int = 0


class Bookmark(NamedTuple):
    """A place under a letter."""

    letter: str
    row: Row
    position: Position


class Quote(NamedTuple):
    """A passage of a page, so described that it is found again when the page was edited."""

    exact: str  # as it stood, line ends included
    before: str = ""  # some characters in front of it
    after: str = ""  # some behind it
    line: int = 0  # where it began
    character: int = 0


class Highlight(NamedTuple):
    """A passage that somebody highlighted, and where it stands now."""

    number: int
    quote: Quote
    note: str = ""
    path: str = ""  # in the collection
    member: str = ""  # place inside an archive
    start: Position | None = None  # of its first character; None where it is not found any more
    end: Position | None = None  # behind its last


class Change(NamedTuple):
    """What somebody changed, as the journal has it."""

    number: int
    made: int  # seconds since 1970
    said: str  # what it was, in words
    undone: bool = False


class Correction(NamedTuple):
    """What somebody said of a block of lines: that they are the article's, or are to go aside."""

    number: int
    keep: bool  # True: they are the article's
    lines: tuple[str, ...]  # their beginnings, as they stood
    path: str = ""  # in the collection: the document it holds in
    member: str = ""  # that document's place inside an archive
    site: str = ""  # else the site on all pages of which it holds


class Reach(NamedTuple):
    """What a correction would change."""

    lines: int  # whose label would be another
    pages: int  # that have such lines
    exact: bool = True  # False: at most so many, too many to look at each


class Snippet(NamedTuple):
    """Why a hit was found; `matches` are ranges in `text`, each front end paints its own."""

    text: str
    matches: tuple[tuple[int, int], ...] = ()


class Match(NamedTuple):
    """A title that answers a query: where it stands in the list it came from, how well, why."""

    row: int
    score: float  # higher is better; compares inside one result only
    positions: tuple[int, ...] = ()  # characters of the title that matched


class Hit(NamedTuple):
    """One found document."""

    document: Document
    score: float
    in_title: bool = False
    positions: tuple[int, ...] = ()  # matched characters of the title
    snippets: tuple[Snippet, ...] = ()


class FacetCount(NamedTuple):
    """One value of a facet and how many documents of the current result have it."""

    facet: str  # "tag", "site"
    value: str
    documents: int


class Stage(Enum):
    """How far somebody is with a query."""

    TYPING = auto()  # it may be unfinished, and so may its last word
    ENTERED = auto()  # only that word may be, where nothing has it as it stands
    FINISHED = auto()


class Found(NamedTuple):
    """What the prompt asked for: matches in titles first, then in text, each best first."""

    query: str
    interpretation: str  # the query in words
    titles: Sequence[Row]
    texts: Sequence[Row]
    positions: Mapping[Row, tuple[int, ...]] = NONE
    scores: Mapping[Row, float] = NONE
    words: tuple[str, ...] = ()  # what to light up in text, folded
    facets: tuple[FacetCount, ...] = ()
    values: Mapping[str, int] = NONE  # how many different ones each facet has
    unknown: tuple[str, ...] = ()  # field names that were taken for words
    lost: tuple[str, ...] = ()  # of each name in it that leads nowhere, a sentence that says so
    mixed: bool = False  # all are in `titles`, in an order that was asked for
    aside: int = 0  # more documents that have the words, but only where it was set aside
    folded: int = 0  # near-copies of others that were found, which are left out
    groups: tuple[tuple[str, int], ...] = ()  # names and sizes of theirs; () where none were

    @property
    def total(self) -> int:
        """How many documents were found."""
        return len(self.titles) + len(self.texts) + self.folded


class Outcome(StrEnum):
    """What indexing did with a file."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    SKIPPED = "skipped"


class Progress(NamedTuple):
    """How far an index run is; a run ends with `done` True."""

    stage: str  # "looking", "reading", "cleaning", "comparing", "done"
    done: int
    total: int
    outcomes: Mapping[Outcome, int] = NONE
