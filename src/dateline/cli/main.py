"""The command ``dateline``: reports in, one sourced record out, and everything that is told from it."""

from __future__ import annotations

import sys

import typer
from rich.console import Console

from dateline.cli import build, check, export, judge, names, outlets, search, serve, show, tell, verify
from dateline.model import DatelineError

app = typer.Typer(
    name="dateline",
    help="Read many news reports and keep one sourced record of what they say happened.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (build, tell, show, search, check, export, verify, judge, outlets, names, serve):
    command.register(app)


def main() -> None:
    """Run the command line; errors a user can mend end with their own words and exit code 2."""
    try:
        app()
    except DatelineError as error:
        Console(stderr=True).print(f"[red]error:[/red] {error}", highlight=False, soft_wrap=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(0)
