"""reader doctor."""

import argparse
from pathlib import Path
from typing import NamedTuple

from reader.cli.command import Command, Exit
from reader.cli.opening import current, many
from reader.cli.output import Output
from reader.cli.record import VERSION
from reader.errors import ReaderError, UsageError
from reader.library.doctor import Finding, examined
from reader.settings import Settings, load, unconfigured


class Tried(NamedTuple):
    """What came of mending; neither where it was not tried."""

    mended: str | None = None
    failed: str | None = None


def arguments(parser: argparse.ArgumentParser) -> None:
    """--fix and --all."""
    parser.add_argument(
        "--fix", action="store_true", help="mend what can be mended without losing anything"
    )
    parser.add_argument(
        "--all", action="store_true", help="look at the caches of all collections, not of one"
    )


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print what is wrong with anything of ours, a line each, and what to do about it."""
    found = examined(_settings(), _paths(args), every=args.all)
    tried = [_tried(one, args.fix) for one in found.findings]
    wrong = sum(one.mended is None for one in tried)
    if args.json:
        out.json(
            {
                "v": VERSION,
                "findings": [
                    _record(one, done) for one, done in zip(found.findings, tried, strict=True)
                ],
                "facts": {fact.name: fact.said for fact in found.facts},
            }
        )
    else:
        for one, done in zip(found.findings, tried, strict=True):
            said = done.mended or done.failed or one.remedy
            where = "" if one.where in one.what else f"{one.where}: "
            out.line(f"{one.check}: {where}{one.what}; {said}")
        out.line(_summary(wrong, len(tried), any(one.mend for one in found.findings), args.fix))
        out.table((fact.name, fact.said) for fact in found.facts)
    return Exit.NOTHING if wrong else Exit.DONE


def _settings() -> Settings:
    """The settings; without config.toml where that has a mistake, which is a finding."""
    try:
        return load()
    except ReaderError:
        return unconfigured()


def _paths(args: argparse.Namespace) -> list[Path]:
    """The paths of `--in`, or the current folder if there is one."""
    if args.within:
        return [Path(path) for path in args.within]
    try:
        return [current(unasked=True)]
    except UsageError:
        return []


def _tried(one: Finding, fix: bool) -> Tried:
    if one.mend is None or not fix:
        return Tried()
    try:
        return Tried(mended=one.mend())
    except OSError as error:
        return Tried(failed=f"this could not be mended: {error.strerror}")
    except ReaderError as error:
        return Tried(failed=f"this could not be mended: {error}")


def _summary(wrong: int, all_of_them: int, mendable: bool, fix: bool) -> str:
    if not all_of_them:
        return "all is well"
    if not wrong:
        return f"{many(all_of_them, 'finding')}, all mended"
    hint = "" if fix or not mendable else "; reader doctor --fix mends what loses nothing"
    return f"{many(wrong, 'finding')}{hint}"


def _record(one: Finding, done: Tried) -> dict[str, object]:
    return {
        "check": one.check,
        "where": one.where,
        "what": one.what,
        "remedy": one.remedy,
        "mendable": one.mend is not None,
        "mended": done.mended,
        "failed": done.failed,
    }


COMMAND = Command(
    name="doctor",
    help="look for damage in what reader keeps, and mend it",
    usage="[--fix] [--all]",
    arguments=arguments,
    run=run,
)
