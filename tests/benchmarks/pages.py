"""Small labelled pages of two made-up sites, to make many of."""

from benchmarks.labelled import Page

CLUTTER = {
    "The Tide Post": (
        "boiler|Tide Post",
        "boiler|Home",
        "boiler|News",
        "boiler|Weather",
        "boiler|Monday, 4 March 2019",
        "ARTICLE",
        "boiler|Most read",
        "boiler|1. A heron moves into the old boat shed",
        "boiler|2. Why the ferry was late on three Sundays",
        "boiler|3. The last lamp lighter of Quay Street",
        "boiler|Get our letter every Friday: one story, one tide table and nothing else at all.",
        "boiler|12 comments",
        "boiler|© 2019 Tide Post",
    ),
    "Hill Farm Notes": (
        "boiler|Hill Farm Notes",
        "boiler|Start",
        "boiler|About",
        "ARTICLE",
        "boiler|Tags: sheep, wool",
        "boiler|Mara keeps forty sheep on a hill and has written about every one of them here.",
        "boiler|3 replies",
        "boiler|Leave a reply",
    ),
}
ARTICLES = tuple(
    (
        f"What {who} saw at the {where}",
        f"By {who}",
        f"{who} went down to the {where} before the sun was up, and took nothing but a lantern.",
        f"At the {where} the water stood still, and for an hour {who} heard only the reeds.",
        f"Then a boat came round the end of the {where}, and {who} knew that it was late.",
    )
    for who, where in (
        ("Ada Quill", "weir"),
        ("Ben Starling", "harbour"),
        ("Cora Vane", "mill"),
        ("Dan Ruddock", "sluice"),
        ("Eve Marsh", "sandbank"),
        ("Finn Oxley", "lock"),
    )
)


def page(site: str, article: int, *, spaced: bool = True) -> Page:
    """An article on the page of a site, with a blank line between any two lines or without."""
    title, byline, *body = ARTICLES[article]
    inside = [f"title|{title}", f"byline|{byline}", *(f"content|{text}" for text in body)]
    rows: list[str] = []
    for row in CLUTTER[site]:
        rows += inside if row == "ARTICLE" else [row]
    if spaced:
        rows = [part for row in rows for part in (row, "blank|")]
    split = [row.split("|", 1) for row in rows]
    return Page(
        name=f"{site} {article}",
        site=site,
        lang="en",
        lines=tuple(text for _, text in split),
        labels=tuple(label for label, _ in split),
        article="\n".join(body),
        title=title,
        author=byline.removeprefix("By "),
    )


def both(**how: bool) -> list[Page]:
    """Three pages of each site, all with different articles."""
    first, second = CLUTTER
    return [page(first if each < 3 else second, each, **how) for each in range(6)]
