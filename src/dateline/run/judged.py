"""From what a person names to the mentions or claims that a judgement is kept on: ids of those never change."""

from __future__ import annotations

import re

from dateline.model import DatelineError
from dateline.model.decision import Subject
from dateline.store.changes import became
from dateline.store.named import identified
from dateline.store.view import Record

_ID = re.compile(r"[EN][0-9a-f]+$")


def pair_of(record: Record, left: str, right: str) -> tuple[Subject, tuple[str, str]]:
    """What two ids or names are about, and the member of each that carries the judgement."""
    about, first = _member(record, left)
    other, second = _member(record, right)
    if about != other:
        raise DatelineError(f"{left} and {right} are of different sorts; judge two entities or two events")
    return about, (first, second)


def _member(record: Record, name: str) -> tuple[Subject, str]:
    row = record.base.execute("select min(local) from joined where entity = ?", (name,)).fetchone()
    if row[0]:
        return "entity", str(row[0])
    row = record.base.execute("select min(claim) from told where event = ?", (name,)).fetchone()
    if row[0]:
        return "event", str(row[0])
    if record.base.execute("select 1 from joined where local = ?", (name,)).fetchone():
        return "entity", name
    if record.base.execute("select 1 from told where claim = ?", (name,)).fetchone():
        return "event", name
    event = became(record.base, name)
    for table, begun in (("event", event), ("entity", name)):
        meant = identified(record.base, table, begun) if _ID.match(begun) else None
        if meant not in {None, name}:
            return _member(record, str(meant))
    return "entity", _named(record, name)


def _named(record: Record, name: str) -> str:
    found: dict[str, str] = {}
    asked = name.casefold()
    for reading in record.readings():
        for mention in reading.mentions:
            if mention.entity and asked in (mention.text.casefold(), (mention.name or "").casefold()):
                found[mention.entity] = min(mention.id, found.get(mention.entity, mention.id))
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        raise DatelineError(f"{name!r} is the name of {len(found)} entities: {', '.join(sorted(found))}; give an id")
    raise DatelineError(f"there is no entity, event, mention or claim {name!r} in {record.path}")
