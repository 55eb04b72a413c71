"""Taking what was noted in a folder out of all that was noted. Must not know: why."""

from collections.abc import Callable, Iterable, Sequence

from reader.marks.facts import Fact, Verdict
from reader.marks.lines import written
from reader.marks.table import FactTable


def forget(table: FactTable, folders: Sequence[str], kept: Callable[[list[str]], object]) -> int:
    """Drop the facts about what lies in these folders, or about these files; of how many documents.

    First `kept` gets their lines, sorted. Inside a transaction only.
    """
    facts = within(table.all(), folders)
    kept(sorted(map(written, facts)))
    table.exchange(facts, (), files=True)
    return len({fact.document for fact in facts if fact.document})


def within(facts: Iterable[Fact], folders: Sequence[str]) -> list[Fact]:
    """Those facts that are about what lies in one of these folders, or about one of these files.

    What was said of a site is, where the site is a folder that lies there.
    """
    inside = tuple(f"{folder.rstrip('/')}/" for folder in folders)
    return [fact for fact in facts if f"{_where(fact)}/".startswith(inside)]


def _where(fact: Fact) -> str:
    if fact.document is not None:
        return fact.document.path
    return fact.value.site if isinstance(fact.value, Verdict) else ""
