"""What a person may be asked about an event: which others may be the same, and which report tells of another."""

from __future__ import annotations

from dateline.model import Claim, Event
from dateline.store.view import Record

NEAR = 12  # other events offered


def near(record: Record, event: Event) -> list[Event]:
    """Other events that may be this one: with somebody of its cast and a day of its own, or of its story."""
    days = event.when or event.period
    first, last = (days.earliest, days.latest) if days else (None, None)
    rows = record.base.execute(
        "select id from (select e.id, count(*) n from part p join part q on q.entity = p.entity and q.event <> p.event "
        "join event e on e.id = q.event "
        "where p.event = :event and e.main and e.earliest <= :last and e.latest >= :first "
        "group by e.id union all select id, 0 from event where main and id <> :event "
        "and story = (select story from event where id = :event)) group by id order by max(n) desc, id limit :most",
        {
            "event": event.id,
            "first": first and first.isoformat(),
            "last": last and last.isoformat(),
            "most": NEAR,
        },
    ).fetchall()
    return [record.event(row[0]) for row in rows]


def partings(claims: dict[str, list[Claim]]) -> dict[str, tuple[str, str]]:
    """For each report a claim of its own and one of another, on which "another event" is kept."""
    own = {report: min(claim.id for claim in found) for report, found in claims.items() if found}
    if len(own) < 2:
        return {}
    return {report: (claim, min(c for r, c in own.items() if r != report)) for report, claim in own.items()}
