"""The command ``dateline``: reports in, one sourced record out, and everything that is told from it."""

from __future__ import annotations

import sqlite3
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from dateline import __version__
from dateline.cli import build, check, export, judge, names, outlets, search, serve, show, tell, verify
from dateline.model import DatelineError

app = typer.Typer(
    name="dateline",
    help="Read many news reports and keep one sourced record of what they say happened.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (build, tell, show, search, check, export, verify, judge, outlets, names, serve):
    command.register(app)


def _version(asked: bool) -> None:
    if asked:
        print(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def dateline(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Read many news reports and keep one sourced record of what they say happened."""


def main() -> None:
    """Run the command line; errors a user can mend end with their own words and exit code 2."""
    try:
        app(prog_name="dateline")
    except DatelineError as error:
        _stop(str(error))
    except BrokenPipeError:
        sys.exit(0)
    except OSError as error:
        _stop(f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error))
    except sqlite3.OperationalError as error:
        _stop(_trouble(error))


def _trouble(error: sqlite3.OperationalError) -> str:
    """What stopped SQLite, in a sentence that says what to do."""
    if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
        return "another program is writing to this record (a build, or pages that decide it anew); try again after it"
    if error.sqlite_errorcode == sqlite3.SQLITE_READONLY:
        return "this record can only be read: its file or its folder cannot be written to; copy it elsewhere first"
    return f"the record cannot be read or written: {error}"


def _stop(words: str) -> None:
    Console(stderr=True).print(f"[red]error:[/red] {escape(words)}", highlight=False, soft_wrap=True)
    sys.exit(2)
