"""Accounts of an event: what each report says on a point, brought into a form in which two can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from dateline.across.event.seen import Seen
from dateline.model import Claim, Origins, Reading, SlotValue


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One report's word on one point: ``key`` is what is compared, ``value`` what is handed out.

    ``before`` marks what the report says was so told earlier, ``wrong`` what it says was an error.
    """

    report: str
    claim: str
    key: str
    value: object
    before: bool = False
    wrong: bool = False


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A point on which accounts part: a slot, whose or of what it is, and how they relate where that is known.

    ``room`` says how many claims of the event are about the subject, and behind the point what share of all these are:
    a name is a point of one event only.
    """

    slot: str
    accounts: Sequence[Account]
    subject: str = ""
    relation: str = ""
    room: float = 0.0


def values(accounts: Sequence[Account], origins: Origins) -> tuple[SlotValue, ...]:
    """The accounts by what they say, each with the claims, reports and origins behind it; in the order of the keys."""
    found: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        found[account.key].append(account)
    return tuple(
        SlotValue(
            value=found[key][0].value,
            claims=tuple(sorted({a.claim for a in found[key]})),
            reports=tuple(sorted({a.report for a in found[key]})),
            origins=tuple(sorted({o for a in found[key] for o in origins.behind.get(a.claim, ())})),
        )
        for key in sorted(found)
    )


def parted(accounts: Sequence[Account]) -> bool:
    """Say whether accounts differ at all."""
    return len({account.key for account in accounts}) > 1


def of_before(claim: Claim, reading: Reading) -> bool:
    """Say whether a claim is of a year before its report's: what somebody did earlier in life."""
    out, told = reading.report.published, claim.when.latest if claim.when else None
    return bool(told and out and out.earliest and told.year < out.earliest.year)


def by_report(members: Sequence[Seen]) -> Mapping[str, list[Seen]]:
    """The claims of each report, reports by id, weightiest first."""
    found: dict[str, list[Seen]] = defaultdict(list)
    for seen in sorted(members, key=lambda s: (s.claim.report, -s.claim.weight, s.claim.id)):
        found[seen.claim.report].append(seen)
    return found
