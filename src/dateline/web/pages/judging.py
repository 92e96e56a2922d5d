"""What a person may be asked about an event: which others may be the same, and which report tells of another."""

from __future__ import annotations

from datetime import timedelta

from dateline.model import Claim, Event
from dateline.store.view import Record

NEAR = 12  # other events offered
WIDE = 31  # days; who is known only to have met in a year has met with anybody


def near(record: Record, event: Event) -> list[Event]:
    """Other events that may be this one: with somebody of its cast on days of its own, then those of its story."""
    story = "select id from event where main = 1 and id <> ? and story = (select story from event where id = ?) limit ?"
    found = [*_of_its_days(record, event), *record.base.execute(story, (event.id, event.id, NEAR))]
    return [record.event(name) for name in list(dict.fromkeys(row[0] for row in found))[:NEAR]]


def _of_its_days(record: Record, event: Event) -> list[tuple[str]]:
    days = event.when
    if days is None or days.earliest is None or days.latest is None or (days.days or 0) > WIDE:
        return []
    query = (
        "select id from (select e.id, (select count(*) from part q where q.event = e.id and q.entity in "
        "(select entity from part where event = :event)) shared from event e where e.main = 1 and e.id <> :event "
        "and e.earliest between :before and :last and e.latest >= :first) "
        "where shared order by shared desc, id limit :most"
    )
    asked = {
        "event": event.id, "first": days.earliest.isoformat(), "last": days.latest.isoformat(), "most": NEAR,
        "before": (days.earliest - timedelta(WIDE)).isoformat(),
    }  # fmt: skip
    return record.base.execute(query, asked).fetchall()


def partings(claims: dict[str, list[Claim]]) -> dict[str, tuple[str, str]]:
    """For each report a claim of its own and one of another, on which "another event" is kept."""
    own = {report: min(claim.id for claim in found) for report, found in claims.items() if found}
    if len(own) < 2:
        return {}
    return {report: (claim, min(c for r, c in own.items() if r != report)) for report, claim in own.items()}
