"""A person's word on events: given on claims, it joins and parts their reports and their events, and is final."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.across.event.seen import Draft, Seen, draft
from dateline.matching import Judged
from dateline.model import Decision, Reading, report_of

FOREMOST = 0.6  # of the greatest weight in its report: a claim so weighty is what the report tells


def on_reports(judgements: Sequence[Decision], of: Callable[[str], Reading | None]) -> Judged:
    """The word as far as it is on reports: "same" joins those of the claims, "different" parts them if they tell them.

    What two reports only recall may be two events while the reports still tell one.
    """
    asked = {report_of(side) for word in judgements if word.about == "event" for side in (word.left, word.right)}
    readings = [reading for name in sorted(asked) if (reading := of(name)) is not None]
    home = {claim.id: reading.report.id for reading in readings for claim in reading.claims}
    most = {r.report.id: max((c.weight for c in r.claims), default=0.0) for r in readings}
    told = {c.id for r in readings for c in r.claims if c.weight >= FOREMOST * most[r.report.id]}
    heard = [j for j in judgements if j.verdict != "different" or {j.left, j.right} <= told]
    return Judged(heard, "event", home)


def on_drafts(drafts: Sequence[Draft], said: Judged) -> list[Draft]:
    """Drafts with the word carried out: "same" merges the drafts of two claims, "different" parts one draft in two."""
    found = list(drafts)
    for left, right in said.same:
        one, other = _home(found, left), _home(found, right)
        if one is not None and other is not None and one is not other:
            found = [known for known in found if known is not one and known is not other]
            found.append(draft((*one.members, *other.members)))
    for left, right in said.different:
        one = _home(found, left)
        if one is not None and one is _home(found, right):
            found = [known for known in found if known is not one]
            found += [draft(part) for part in _parted(one.members, left, right)]
    return sorted(found, key=lambda known: known.id)


def _home(drafts: Sequence[Draft], claim: str) -> Draft | None:
    return next((draft for draft in drafts if any(seen.claim.id == claim for seen in draft.members)), None)


def _parted(members: Sequence[Seen], left: str, right: str) -> tuple[tuple[Seen, ...], tuple[Seen, ...]]:
    """The claims that go with the right one: those of its report, if the left one is of another, and of its day."""
    stays, goes = (next(seen for seen in members if seen.claim.id == name) for name in (left, right))
    away = {
        seen.claim.id
        for seen in members
        if seen is goes
        or (seen is not stays and seen.claim.report == goes.claim.report != stays.claim.report)
        or (seen is not stays and seen.days is not None and seen.days == goes.days != stays.days)
    }
    rest = tuple(seen for seen in members if seen.claim.id not in away)
    return rest, tuple(seen for seen in members if seen.claim.id in away)
