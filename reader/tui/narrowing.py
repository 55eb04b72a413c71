"""The words of a query as the facet pane changes them: one term a value, added or taken away."""

import re

FIELDS = {
    "tag": "tag",
    "site": "site",
    "year": "date",
    "month": "date",
    "lang": "lang",
    "author": "author",
    "format": "type",
    "folder": "path",
    "state": "is",
    "search": "query",
}
SHAPE = ("sort:", "group:", "limit:")
"""How the terms begin that are said of the whole result."""
YEAR = 4  # digits; what is longer is a month
_TERM = re.compile(r'-?[^\s"]*"[^"]*"?|\S+')
_PLAIN = re.compile(r"[\w/.-]+")


def term(facet: str, value: str) -> str:
    """The query term that narrows to a facet's value."""
    if facet == "folder":
        value += "/**"
    shown = value if _PLAIN.fullmatch(value) else '"' + value.replace('"', "") + '"'
    return f"{FIELDS.get(facet, facet)}:{shown}"


def terms(query: str) -> list[str]:
    """The terms of a query, in order."""
    return _TERM.findall(query)


def toggled(query: str, wanted: str) -> str:
    """The query with a term at its end, or without it where it has it; its opposite goes."""
    opposite = wanted[1:] if wanted.startswith("-") else "-" + wanted
    kept = [one for one in terms(query) if one != opposite]
    kept = [one for one in kept if one != wanted] if wanted in kept else [*kept, wanted]
    return " ".join(kept)


def without_last(query: str) -> str:
    """The query without its last term."""
    return " ".join(terms(query)[:-1])


def active(query: str) -> frozenset[tuple[str, str]]:
    """The (facet, value) pairs that the query narrows to."""
    found = set()
    for one in terms(query):
        if one.startswith("#") and len(one) > 1:
            one = f"tag:{one[1:]}"
        field, colon, value = one.partition(":")
        facets = [facet for facet, name in FIELDS.items() if name == field]
        if field == "date" and len(value) > YEAR:
            facets = ["month"]
        value = value.strip('"').removesuffix("/**" if field == "path" else "")
        if colon and facets and value:
            found.add((facets[0], value))
    return frozenset(found)


def shape(query: str, name: str) -> str:
    """What a query says last of the whole result under this name: "site" of `group:site`."""
    said = [one.partition(":")[2] for one in terms(query) if one.lower().startswith(f"{name}:")]
    return said[-1].lower() if said else ""


def shaped(query: str, name: str, value: str) -> str:
    """The query with `name:value` at its end in place of what it says there, or without it."""
    kept = [one for one in terms(query) if not one.lower().startswith(f"{name}:")]
    return " ".join([*kept, f"{name}:{value}"] if value else kept)


def unshaped(query: str) -> list[str]:
    """The terms that say which documents are wanted, not in which order."""
    return [one for one in terms(query) if not one.lower().startswith(SHAPE)]


def left_out(query: str, term: str) -> str:
    """The query without the last one of such terms."""
    return put_in(query, term, "")


def put_in(query: str, term: str, other: str) -> str:
    """The query with another term in place of the last one of such."""
    known = terms(query)
    last = len(known) - 1 - known[::-1].index(term)
    return " ".join(filter(None, (*known[:last], other, *known[last + 1 :])))
