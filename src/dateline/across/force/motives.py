"""Why somebody was hurt, where accounts part: a quarrel here, gangs there, or nobody knew it yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, by_report, of_before, parted
from dateline.knowledge.motives import UNKNOWN, motives
from dateline.model import Reading


def reasons(members: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """The motives of harm that reports give, where two of them share none."""
    if not any(seen.family == "harm" and seen.claim.action == "ASSAULT" for seen in members):
        return
    given = {report: told for report in by_report(members) if (told := _given(report, members, readings[report]))}
    sides = [frozenset(told) for told in given.values()]
    if not any(not one & other for one in sides for other in sides):
        return
    shared = frozenset.intersection(*sides)
    accounts = [
        Account(report=report, claim=claim, key=why, value=words)
        for report, told in given.items()
        for why, (claim, words) in sorted(told.items())
        if why not in shared
    ]
    if parted(accounts):
        known = {account.key for account in accounts} - {UNKNOWN}
        relation = "updates" if len(known) == 1 else ""
        yield Point(slot="action", subject="motive", accounts=accounts, relation=relation)


def _given(report: str, members: Sequence[Seen], reading: Reading) -> dict[str, tuple[str, str]]:
    """The motives in the sentences of a report that tell of the event or of what somebody says; that nobody knows only
    where no sentence knows one."""
    own = {seen.claim.id for seen in members if seen.claim.report == report}
    found: dict[str, tuple[str, str]] = {}
    for claim in sorted(reading.claims, key=lambda c: (c.id not in own, c.start, c.id)):
        if claim.field == "text" and not of_before(claim, reading):
            for why, words in motives(reading.report.words(claim.span)).items():
                found.setdefault(why, (claim.id, words))
    return {why: told for why, told in found.items() if why != UNKNOWN} or found
