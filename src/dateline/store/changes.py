"""What a build changed in the record: events that came, joined, split or left, and slots whose value is another now.

History hangs on the order of arrival, so it is kept apart from the default export, which does not.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime

import msgspec

from dateline.model import Event, Place, Quantity, When
from dateline.store.file import unpack


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change of one event: ``what`` is ``new``, ``joined``, ``gone``, ``renamed`` or a slot; ``by`` are reports."""

    number: int
    at: str
    event: str
    title: str
    what: str
    was: str
    now: str
    by: tuple[str, ...]


class Before(msgspec.Struct, frozen=True):
    """The main events as they stood before a build, with the event of each claim; ``first`` where there are none."""

    events: dict[str, Event]
    of: dict[str, str]
    first: bool = False


def before(base: sqlite3.Connection, among: Iterable[str] | None = None) -> Before:
    """The events as they stand now, read before a build replaces them; all, or those ``among`` which it will."""
    if among is None:
        found = base.execute("select id, body from event where main = 1").fetchall()
    else:
        query = "select id, body from event where main = 1 and id = ?"
        found = [row for name in among if (row := base.execute(query, (name,)).fetchone()) is not None]
    events = {name: unpack(body, Event) for name, body in found}
    of = {claim: name for name, event in events.items() for claim in event.claims}
    return Before(events, of, base.execute("select 1 from event where main = 1 limit 1").fetchone() is None)


def put_changes(base: sqlite3.Connection, old: Before, new: Iterable[Event]) -> None:
    """Note what is different from before; the first build of a record changes nothing."""
    if old.first:
        return
    at = datetime.now(UTC).isoformat(timespec="seconds")
    base.executemany(
        "insert into change (at, event, title, what, was, now, by) values (?,?,?,?,?,?,?)",
        ((at, e.id, e.title, what, was, now, " ".join(by)) for e, what, was, now, by in _differences(old, tuple(new))),
    )


def _differences(old: Before, new: tuple[Event, ...]) -> Iterator[tuple[Event, str, str, str, tuple[str, ...]]]:
    claimed: Counter[str] = Counter()
    for event in (e for e in new if e.main):
        former = Counter(old.of[c] for c in event.claims if c in old.of)
        known = [name for name, _ in former.most_common() if name in old.events]
        fresh = tuple(r for r in event.reports if not any(r in old.events[k].reports for k in known))
        claimed.update(known)
        if not known:
            yield event, "new", "", event.title, event.reports
            continue
        main = event.id if event.id in known else known[0]
        if main != event.id:
            yield event, "renamed", main, event.id, fresh
        for other in known:
            if other != main:
                yield event, "joined", other, event.id, fresh
        yield from ((event, slot, was, now, fresh) for slot, was, now in _slots(old.events[main], event))
    for name, event in old.events.items():
        if name not in claimed:
            yield event, "gone", name, "", ()


def _slots(was: Event, now: Event) -> Iterator[tuple[str, str, str]]:
    pairs: Mapping[str, tuple[str, str]] = {
        "when": (_when(was.when), _when(now.when)),
        "where": (_where(was.place), _where(now.place)),
        "modality": (was.modality, now.modality),
        "origins": (str(was.independent_origins), str(now.independent_origins)),
        "reports": (str(len(was.reports)), str(len(now.reports))),
    }
    counts = sorted({q.of for q in (*was.quantities, *now.quantities) if q.of != "age"})
    pairs = {**pairs, **{f"quantity:{of}": (_count(was.quantities, of), _count(now.quantities, of)) for of in counts}}
    yield from ((slot, a, b) for slot, (a, b) in pairs.items() if a != b)


def _when(when: When | None) -> str:
    return when.value if when else ""


def _where(place: Place | None) -> str:
    parts = (place.site, place.name, place.admin1) if place else ()
    return ", ".join(dict.fromkeys(part for part in parts if part))  # Moscow lies in Moscow


def _count(quantities: tuple[Quantity, ...], of: str) -> str:
    for quantity in quantities:
        if quantity.of == of:
            low, high = (f"{n:g}" if n is not None else "" for n in (quantity.low, quantity.high))
            return low if low == high else f"{low}..{high}"
    return ""


def changes(base: sqlite3.Connection, since: date | None = None) -> list[Change]:
    """What changed, newest first; with ``since`` only from that day on."""
    rows = base.execute(
        "select number, at, event, title, what, was, now, by from change where at >= ? order by number desc",
        (since.isoformat() if since else "",),
    )
    return [
        Change(number=n, at=at, event=event, title=title, what=what, was=was, now=now, by=tuple(by.split()))
        for n, at, event, title, what, was, now, by in rows
    ]


def became(base: sqlite3.Connection, identifier: str) -> str:
    """The id that an event goes by now: its own while it is there, else that of what it was joined into."""
    seen = {identifier}
    while base.execute("select 1 from event where id = ?", (identifier,)).fetchone() is None:
        row = base.execute(
            "select event from change where was = ? and what in ('renamed', 'joined') order by number desc",
            (identifier,),
        ).fetchone()
        if row is None or row[0] in seen:
            break
        identifier = row[0]
        seen.add(identifier)
    return identifier


def former_ids(base: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Event -> ids under which it, or what it was joined from, was known before."""
    found: dict[str, list[str]] = {}
    for event, was in base.execute("select event, was from change where what in ('renamed', 'joined') order by number"):
        found.setdefault(event, []).append(was)
    return {event: tuple(dict.fromkeys(ids)) for event, ids in found.items()}
