"""reader keys."""

import argparse

from reader.cli.command import Command, Exit
from reader.cli.output import Output
from reader.cli.record import VERSION
from reader.cli.words import bare


def arguments(parser: argparse.ArgumentParser) -> None:
    """--preset."""
    parser.add_argument(
        "--preset", type=bare, metavar="NAME", help="the keys of this preset, not those you have"
    )


def run(args: argparse.Namespace, out: Output) -> Exit:
    """Print each action of each pane with its keys, as config.toml has them."""
    table = args.screen.keys(args.preset)
    if args.json:
        out.array({"v": VERSION, **row._asdict()} for row in table)
    else:
        out.table((row.pane, row.action, "  ".join(row.keys), row.help) for row in table)
    return Exit.DONE


COMMAND = Command(
    name="keys",
    help="list the keys of the screen",
    usage="[--preset NAME]",
    arguments=arguments,
    run=run,
)
