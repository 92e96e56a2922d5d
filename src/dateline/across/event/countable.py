"""Whose counts are an event's: its own claims', and what its reports say of who else was hurt or taken then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from dateline.across.days.calendar import allows, apart
from dateline.across.event.seen import Draft, Seen

TAKEN = frozenset({"capture", "detain", "apprehend"})  # what forces do in a raid; police arrest later
_RAID = 0.67  # of the weight of those taken: who was killed with less is of another happening
_HIT = frozenset({"killed", "injured"})
_HELD = frozenset({"arrest", "abduct"})


def countable(event: Draft, root: str | None, drafts: Sequence[Draft], main: Mapping[str, str]) -> tuple[Seen, ...]:
    """The claims whose counts are an event's; ``root`` is what its happening's events go back to.

    A raid that kills two and takes three is one event, though killing and taking are acts of different kinds.
    """
    if event.id != root:
        return event.members + _in_the_raid(event, drafts, main)
    told = {report for report, name in main.items() if name == event.id}
    found = list(event.members)
    told_beside = {_sentence(seen) for seen in event.members}
    for draft in drafts:
        if draft.id == event.id:
            continue
        if event.days and draft.days and apart(event.days, draft.days):
            found += [
                seen
                for seen in draft.members
                if draft.family == "harm"
                and ((_sentence(seen) in told_beside and not seen.said) or _of_wounds(seen, draft, event, main))
            ]
            continue
        spot = _on_the_spot(draft)
        found += [
            seen
            for seen in draft.members
            if (draft.family == "harm" and _may_be(seen, event))
            or (
                seen.claim.report in told
                and (seen.claim.lemma in TAKEN or seen.claim.report in spot or _at_once(seen, draft, told_beside))
            )
        ]
    return tuple(found)


def _sentence(seen: Seen) -> tuple[str, int, int, str]:
    return seen.claim.report, seen.claim.start, seen.claim.end, seen.claim.field


def _in_the_raid(event: Draft, drafts: Sequence[Draft], main: Mapping[str, str]) -> tuple[Seen, ...]:
    """Who was killed or hurt where forces took others, in reports that were written to tell whom they took."""
    if event.act not in _HELD or not any(seen.claim.lemma in TAKEN for seen in event.members):
        return ()
    told = {report: event.weight(report) for report, name in main.items() if name == event.id}
    return tuple(
        seen
        for draft in drafts
        if draft.family == "harm" and not (event.days and draft.days and apart(event.days, draft.days))
        for seen in draft.members
        if seen.claim.report in told
        and seen.claim.weight >= _RAID * told[seen.claim.report]
        and any(q.of in _HIT for q in seen.claim.quantities)
        and _may_be(seen, event)
    )


def _of_wounds(seen: Seen, draft: Draft, root: Draft, main: Mapping[str, str]) -> bool:
    """Say whether a death days later is that of one whom the happening hurt: news that goes back to it, or by name."""
    if seen.claim.kind != "death" or not root.days or not draft.days or draft.days[0] <= root.days[1]:
        return False
    hurt = frozenset(name for other in root.members for name in other.recipients)
    return main.get(seen.claim.report) == draft.id or bool(seen.recipients & hurt)


def _on_the_spot(draft: Draft) -> frozenset[str]:
    """The reports that tell an arrest of several whom nobody names: all whom they tell held then were."""
    if draft.act != "arrest":
        return frozenset()
    return frozenset(
        seen.claim.report
        for seen in draft.members
        if not seen.recipients and any(q.of == "captured" and (q.low or 0) > 1 for q in seen.claim.quantities)
    )


def _at_once(seen: Seen, draft: Draft, told_beside: Set[tuple[str, int, int, str]]) -> bool:
    """Say whether who is taken is told of in the sentence that tells the force: "held a smith and killed another"."""
    return draft.act in _HELD and _sentence(seen) in told_beside


def _may_be(seen: Seen, root: Draft) -> bool:
    """Say whether a count's own days, however wide ("last week"), leave room for the root's."""
    return seen.days is not None or all(allows(seen.when, other.when) for other in root.members if other.days)
