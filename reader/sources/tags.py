"""HTML without a parser: is a page safe to parse, and what text is in it if not."""

import re
import sys
from collections.abc import Iterator
from html import unescape

NESTING = 500  # open elements; parsers take quadratic time on deeper pages
ATTRIBUTES = 250  # of one element; parsers compare each with all the others
OPTIONS = 1_000  # of all drop-down lists; parsers take quadratic time on more
TAGS = 60_000  # of one page; more take longer to walk than anyone waits
REFERENCES = 100_000  # of a page that is not parsed; of more the common ones alone are resolved


def elements(names: str) -> frozenset[str]:
    """The names in a text that is easier to read than a set of them."""
    return frozenset(names.split())


BLOCKS = elements(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main"
    " menu nav ol optgroup p pre search section summary table tbody td tfoot th thead tr ul"
)
_RAW = elements("script style textarea title iframe xmp noembed noframes")
_UNSEEN = elements("script style iframe noembed")
_CLOSED_BY_THEMSELVES = frozenset({""}) | elements(  # void, or ended by the next of their kind
    "area base br col embed hr img input link meta param source track wbr p li dt dd a button nobr"
    " option optgroup tr td th thead tbody tfoot colgroup rt rp body html head"
)
_START = r"<(?:(!--)|[!?]|(/?)([a-zA-Z][^\s/>]*)"
_QUOTES = r"(?:\"[^\"]*\"|'[^']*')[^\"'>]*+"
# Python 3.11.0 to 3.11.4 match a possessive group wrongly; an atomic one takes more memory.
_ALL_QUOTES = f"(?:{_QUOTES})*+" if sys.version_info >= (3, 11, 5) else f"(?>(?:{_QUOTES})*)"
_END = rf"[^\"'>]*+{_ALL_QUOTES}>"
_TAG = re.compile(_START + "())")
_WHOLE_TAG = re.compile(f"{_START}({_END})?)")  # one search a tag, while all quotes are closed
_MARKUP = re.compile(r"<[a-zA-Z/!?]")
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_OPTION_START = re.compile(r"<option\b", re.IGNORECASE)
_OPTION = re.compile(r"<option\b[^<>]*>[^<]*(?:</option\s*>)?", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[\s/][^\s/=]")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_UNSEEN_PART = re.compile(
    rf"<({'|'.join(sorted(_UNSEEN))})\b.*?(?:</\1\b[^<>]*>?|\Z)", re.IGNORECASE | re.DOTALL
)
_BREAKING = "|".join(sorted({*BLOCKS, "br", "title"}))
_BREAK = re.compile(rf"</?(?:{_BREAKING}|{_BREAKING.upper()})\b[^<>]*>?")
_OTHER_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>?")
_COMMON = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&"}
_ENDLESS_NUMBER = re.compile(r"&#(?:[xX][0-9a-fA-F]{20}|[0-9]{20})[0-9a-fA-F]*+;?")


def has_tags(html: str) -> bool:
    """Whether there is any markup at all."""
    return _MARKUP.search(html) is not None


def trap(html: str) -> str:
    """Why a parser's time on this page would grow faster than its length; "" when it would not."""
    depth = count = 0
    for start, end, name, closing in _tags(html):
        count += name != ""
        if count > TAGS:
            return "too many elements"
        if end - start > ATTRIBUTES * 2 and name and name not in _UNSEEN:
            attributes = _ATTRIBUTE.findall(_QUOTED.sub("", html[start:end]))
            if len(attributes) > ATTRIBUTES:
                return "too many attributes"
        if name in _CLOSED_BY_THEMSELVES:
            continue
        if not closing:
            depth += 1
            if depth > NESTING:
                return "nesting too deep"
        elif depth:
            depth -= 1
    return ""


def without_comments(html: str) -> str:
    """The page without its comments, where they could be very many."""
    return _COMMENT.sub("", html) if html.count("<!--") > TAGS // 2 else html


def without_options(html: str) -> str:
    """The page without the choices of its drop-down lists, where they are very many."""
    return _OPTION.sub("", html) if len(_OPTION_START.findall(html)) > OPTIONS else html


def text_lines(html: str) -> list[str]:
    """All text outside tags, comments, scripts and styles; a line for each block."""
    if not has_tags(html):
        return _tidied(html.splitlines())
    if html.count("<") > TAGS:
        return _crowd_lines(html)
    pieces = []
    last = 0
    for start, end, name, _ in _tags(html):
        pieces.append(html[last:start].replace("\n", " "))
        if name in BLOCKS or name in {"br", "title"}:
            pieces.append("\n")
        last = end
    pieces.append(html[last:].replace("\n", " "))
    return _tidied("".join(pieces).split("\n"))


def _crowd_lines(html: str) -> list[str]:
    """What `text_lines` returns, many times as fast: a "<" or ">" in quotes ends a tag."""
    seen = _UNSEEN_PART.sub("", _COMMENT.sub("", html)).replace("\n", " ")
    return _tidied(_OTHER_TAG.sub("", _BREAK.sub("\n", seen)).split("\n"))


def swallowed_lines(html: str) -> list[str]:
    """The text in a comment, script or style that is never closed; no lines where all are."""
    last = (0, -1, "", False)
    for last in _tags(html) if html.count("<") <= TAGS else ():  # noqa: B007 - the last is asked
        pass
    start, end, name, _ = last
    if end < len(html):
        return []
    if html.startswith("<!--", start) and not html.endswith("-->"):
        return text_lines(html[start + 4 :])
    return text_lines(html[start:].partition(">")[2]) if name in _UNSEEN else []


def unescaped(text: str) -> str:
    """The text with its references resolved; a number too long to be one stands as \ufffd."""
    return unescape(_ENDLESS_NUMBER.sub("\ufffd", text)) if "&" in text else text


def _tidied(lines: list[str]) -> list[str]:
    text = "\n".join(lines)
    if text.count("&") > REFERENCES:
        for reference, character in _COMMON.items():
            text = text.replace(reference, character)
        lines = text.split("\n")
    elif "&" in text:
        lines = [unescaped(line) for line in lines]
    tidied = (" ".join(line.split()) for line in lines)
    return [line for line in tidied if line]


def _tags(html: str) -> Iterator[tuple[int, int, str, bool]]:
    """Where each tag starts and ends, its name in lower case, whether it is an end tag.

    Comments and declarations have no name; a script or style spans its content. Linear time.
    """
    place = 0
    endless: set[str] = set()  # what was opened and is never closed: not searched for again
    search = _WHOLE_TAG.search
    while found := search(html, place):
        start, place = found.span()
        name = found[3]
        if not name:
            place = _after(html, "-->" if found[1] else ">", place)
            yield start, place, "", True
            continue
        if found.end(4) <= found.end(3):
            search = _TAG.search  # a quote is never closed: nothing looks for its end again
            place = _after(html, ">", place)
        name, closing, end = name.lower(), found[2] != "", place
        if name in _RAW and not closing and name not in endless:
            closed = _RAW_ENDS[name].search(html, place)
            if closed is None:
                endless.add(name)
            if name in _UNSEEN or closed:
                place = closed.start() if closed else len(html)
            end = place if name in _UNSEEN else end
        yield start, end, name, closing


def _after(html: str, mark: str, place: int) -> int:
    """The place behind the next `mark`, or the end."""
    found = html.find(mark, place)
    return found + len(mark) if found >= 0 else len(html)
