"""The outlets that a user added: a table beside the record, which anybody can read and mend in an editor."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from dateline.knowledge.outlets import KnownOutlet, Outlets, known_outlets, line, read
from dateline.model import DatelineError
from dateline.store.file import put_setting, setting

_HEAD = (
    "# Outlets added with `dateline outlets add`, or by hand: one a line, parted by tabs. They outweigh shipped ones.\n"
    "# kind: agency or outlet; control: state, public, private, cooperative, party, armed group; "
    "domains with commas, aliases with |\n"
    "# name\tkind\tcontrol\tfamily\tcountry\tdomains\taliases\n"
)


def table_of(record: Path) -> Path:
    """Where the user's outlets of a record stand: record.db has them in record.outlets.tsv."""
    return record.with_suffix(".outlets.tsv")


def own_outlets(record: Path) -> tuple[KnownOutlet, ...]:
    """The outlets that a user added; raises `DatelineError` with the line that cannot be read."""
    table = table_of(record)
    if not table.is_file():
        return ()
    try:
        return read(table.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DatelineError(f"{table} cannot be read as outlets: {error}") from error


def add(record: Path, outlet: KnownOutlet) -> None:
    """Keep an outlet, in the place of an earlier one of the same name."""
    kept = [one for one in own_outlets(record) if one.name != outlet.name]
    _write(record, [*kept, outlet])


def remove(record: Path, name: str) -> None:
    """Take an added outlet away; raises `DatelineError` where none goes by that name."""
    own = own_outlets(record)
    if all(one.name != name for one in own):
        raise DatelineError(f"no outlet {name!r} was added; see: dateline outlets list --own")
    _write(record, [one for one in own if one.name != name])


def _write(record: Path, rows: list[KnownOutlet]) -> None:
    ordered = sorted(rows, key=lambda one: one.name)
    table_of(record).write_text(_HEAD + "".join(f"{line(one)}\n" for one in ordered), encoding="utf-8")


def for_record(base: sqlite3.Connection) -> Outlets:
    """All outlets for the record that is open; what a user added is kept among its settings."""
    own = own_outlets(Path(base.execute("pragma database_list").fetchone()[2]))
    settings = json.loads(setting(base, "settings") or "{}")
    settings.pop("outlets", None)
    if own:
        settings["outlets"] = [line(one) for one in own]
    put_setting(base, "settings", json.dumps(settings, sort_keys=True))
    return known_outlets(own)
