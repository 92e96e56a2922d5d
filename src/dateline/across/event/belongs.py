"""What belongs to an event of its happening as a part: stages of its day, what no words date, bail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.across.days.calendar import Days, allows, apart, is_fresh
from dateline.across.event.seen import Draft

AT_THE_SCENE = ("find", "hospitalize", "see")  # light acts that are stages of what happened
AT_AN_ARREST = ("confiscate", "search")  # and of what the police do of their own accord
BAIL, HELD = "bail", ("arrest", "charge", "trial")  # on what somebody is held or let go; and what was done to him
PART = 0.5  # of the room of the happening itself: undated, but part of it
PEACEFUL = ("base", "say")  # stages of one another; harm of the day is rather the root's
SOON = 1  # days: an arrest so soon is told as part of the happening, unless the report puts it first


def parts(drafts: Sequence[Draft], free: Sequence[Draft], root: Draft, mains: Mapping[str, Draft]) -> dict[str, str]:
    """The events that ``free`` ones are parts of, by draft id; ``mains`` is what each report was written to tell."""
    found = {d.id: root.id for d in free if at_once(d, root, mains) or _of_the_root(d, root)}
    found |= {d.id: home for d in free if d.id not in found and (home := _of_its_day(d, mains))}
    found |= {d.id: home for d in free if d.id not in found and (home := _untimed(d, root, mains))}
    return found | {d.id: home for d in free if d.act == BAIL and (home := _held_on(d, drafts, mains))}


def beside(draft: Draft) -> bool:
    """Say whether its reports tell a draft apart from what they tell first: "elsewhere", "another bomb"."""
    return all(seen.incident for seen in draft.members)


def _of_the_root(draft: Draft, root: Draft) -> bool:
    told = draft.family in ("harm", "base", "say") or draft.act in AT_THE_SCENE
    if draft.id == root.id or not told or beside(draft) or root.days is None or draft.days is None:
        return False
    return apart(draft.days, root.days) == 0


def at_once(draft: Draft, root: Draft, mains: Mapping[str, Draft]) -> bool:
    """Several held on the spot whom nobody names are part of the happening that their reports were written to tell."""
    several = any(q.of == "captured" and (q.low or 0) > 1 for seen in draft.members for q in seen.claim.quantities)
    if draft.act != "arrest" or not several or any(seen.recipients for seen in draft.members):
        return False
    soon = draft.days is None or root.days is None or apart(draft.days, root.days) <= SOON
    return soon and all(report in mains and mains[report].id == root.id for report in draft.reports)


def _of_its_day(draft: Draft, mains: Mapping[str, Draft]) -> str | None:
    """What is told of the very day of the one event that its reports were written to tell is a part of that."""
    homes = {mains[report].id: mains[report] for report in draft.reports if report in mains}
    if len(homes) != 1 or draft.days is None or beside(draft):
        return None
    ((name, home),) = homes.items()
    if home.days is None:
        week = _week(home) if draft.family in PEACEFUL and home.family in PEACEFUL else None
        return name if week and week[0] <= draft.days[0] and draft.days[1] <= week[1] else None
    told = draft.family == home.family or (draft.family in PEACEFUL and home.family in PEACEFUL)
    told = told or draft.act in (*AT_THE_SCENE, *AT_AN_ARREST)
    return name if told and home.days is not None and apart(draft.days, home.days) == 0 else None


def _held_on(draft: Draft, drafts: Sequence[Draft], mains: Mapping[str, Draft]) -> str | None:
    """The arrest or charge of which a bail is a part: what its reports were written to tell, else tell most."""
    told = [mains[report] for report in draft.reports if report in mains and mains[report].act in HELD]
    if not told:
        told = [d for d in drafts if d.act in HELD and not set(d.reports).isdisjoint(draft.reports)]
    best = max(told, key=lambda d: (sum(d.weight(report) for report in draft.reports), d.id), default=None)
    return best.id if best else None


def _week(home: Draft) -> Days | None:
    """The days that are left to news that no report dates, by when the first of them came out."""
    told = (seen.when for seen in home.members if seen.when and is_fresh(seen.when))
    spans = [(when.earliest, when.latest) for when in told if when.earliest and when.latest]
    return min(spans, key=lambda span: (span[1], span[0]), default=None)


def _untimed(draft: Draft, root: Draft, mains: Mapping[str, Draft]) -> str | None:
    """What no words date is a part of the only event that its reports were written to tell, where told high up."""
    homes = {mains[report].id: mains[report] for report in draft.reports if report in mains}
    if beside(draft) or draft.days is not None or len(homes) != 1 or draft.id in homes:
        return None
    ((name, home),) = homes.items()
    if name != root.id and draft.family == "harm":
        return None  # further harm of a follow-up's reports is rather another's
    said = [seen.when for seen in draft.members if seen.when and seen.when.basis in ("stated", "document")]
    allowed = all(allows(when, seen.when) for when in said for seen in home.members if seen.days == home.days)
    high = any(draft.weight(report) >= PART * home.weight(report) for report in draft.reports)
    return name if allowed and (high or draft.family != "harm") else None
