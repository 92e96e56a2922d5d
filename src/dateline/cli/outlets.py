"""``dateline outlets``: the agencies and outlets that are known, and those that a user adds."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from dateline.cli.options import DEFAULT, RecordFile
from dateline.knowledge.countries import countries
from dateline.knowledge.outlets import CONTROLS, KnownOutlet, known_outlets
from dateline.model import DatelineError
from dateline.run.build import rebuild
from dateline.run.outlets import add as keep
from dateline.run.outlets import own_outlets, table_of
from dateline.run.outlets import remove as take_away

outlets = typer.Typer(help="Agencies and outlets: who they are, and whose.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(help="The name it goes by.")]


def register(app: typer.Typer) -> None:
    """Add the command and what stands under it."""
    app.add_typer(outlets, name="outlets")


@outlets.command()
def add(
    name: Name,
    record: RecordFile = DEFAULT,
    kind: Annotated[str, typer.Option(help="agency or outlet.")] = "outlet",
    control: Annotated[str, typer.Option(help=f"One of: {', '.join(CONTROLS)}.")] = "private",
    family: Annotated[str, typer.Option(help="The owner; outlets of one owner are one voice.")] = "",
    country: Annotated[str, typer.Option(help="ISO 3166-1 alpha-3, for example SYR.")] = "",
    domain: Annotated[list[str] | None, typer.Option(help="A domain of its pages; may be given again.")] = None,
    alias: Annotated[list[str] | None, typer.Option(help="Another name; may be given again.")] = None,
) -> None:
    """Add an outlet, or replace one that you added; it stands in a table beside the record, and counts at once.

    Example: dateline outlets add "Cedar Wire" --kind agency --country LBN --alias "the Cedar agency" --record record.db
    """
    if not name.strip():
        raise DatelineError("an outlet needs a name")
    if country and country.upper() not in countries():
        raise DatelineError(f"{country!r} is no country code; give ISO 3166-1 alpha-3, for example SYR")
    for given, allowed, what in ((kind, ("agency", "outlet"), "kind"), (control, CONTROLS, "control")):
        if given not in allowed:
            raise DatelineError(f"{given!r} is no {what} of outlets; say one of: {', '.join(allowed)}")
    outlet = KnownOutlet(
        name=name,
        kind="agency" if kind == "agency" else "outlet",
        control=control,
        family=family or name,
        country=country.upper(),
        domains=tuple(one.lower() for one in domain or ()),
        aliases=tuple(alias or ()),
    )
    keep(record, outlet)
    if record.is_file():
        rebuild(record)
    Console().print(f"{name} stands in {table_of(record)}", markup=False, soft_wrap=True)


@outlets.command()
def remove(name: Name, record: RecordFile = DEFAULT) -> None:
    """Take an outlet that you added away; a shipped one of that name counts again.

    Example: dateline outlets remove "Cedar Wire" --record record.db
    """
    if all(one.name != name for one in own_outlets(record)):
        Console().print(f"no outlet {name!r} was added; see: dateline outlets list --own", markup=False)
        return
    take_away(record, name)
    if record.is_file():
        rebuild(record)
    Console().print(f"{name} is gone from {table_of(record)}", markup=False, soft_wrap=True)


@outlets.command("list")
def every(
    words: Annotated[str, typer.Argument(help="Only those with these words in a name or domain.")] = "",
    record: RecordFile = DEFAULT,
    own: Annotated[bool, typer.Option("--own", help="Only those that you added.")] = False,
) -> None:
    """List the outlets that are known: name, kind, whose they are, country, domains.

    Example: dateline outlets list SANA --record record.db
    """
    added = own_outlets(record)
    rows = added if own else known_outlets(added).every()
    console = Console()
    shown = 0
    for one in sorted(rows, key=lambda one: one.name.casefold()):
        if words.casefold() not in " ".join((one.name, *one.aliases, *one.domains)).casefold():
            continue
        shown += 1
        about = ", ".join(filter(None, (one.kind, one.control, one.family, one.country, *one.domains)))
        mark = " (added)" if one in added else ""
        console.print(f"{one.name}{mark}: {about}", markup=False, highlight=False, soft_wrap=True)
    if not shown:
        console.print("none")
