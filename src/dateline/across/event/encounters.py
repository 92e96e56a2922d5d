"""Stages of one encounter that reports only recall, in one breath: who visited, met and pledged did it at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from msgspec.structs import replace

from dateline.across.event.main_event import Tied
from dateline.across.event.seen import Draft, Seen, days_apart, draft
from dateline.knowledge.acts import is_stage
from dateline.matching.cluster import components


def encounters(drafts: Sequence[Draft], tied: Tied) -> tuple[list[Draft], Tied]:
    """Join recalled stages that one sentence tells of one person; what some report was written to tell stays apart."""
    mains = {tied.root, *tied.main.values()}
    recalled = [one for one in drafts if one.id not in mains and is_stage(one.act)]
    stages = {one.id: one for given in recalled for one in _loosened(given, recalled)}
    linked = {
        (a.id, b.id): 1.0
        for a, b in combinations(stages.values(), 2)
        if days_apart(a, b) == 0 and any(_one_breath(one, other) for one in a.members for other in b.members)
    }
    groups = [group for group in components(sorted(stages), linked, 1.0) if len(group) > 1]
    groups = [
        group for group in groups if all(days_apart(stages[a], stages[b]) == 0 for a, b in combinations(group, 2))
    ]
    whole = [draft([seen for name in group for seen in stages[name].members]) for group in groups]
    taken = {name for group in groups for name in group}
    rest = [one for one in drafts if one not in recalled] + [one for name, one in stages.items() if name not in taken]
    known, dated = {one.id: one for one in drafts}, {one.id: one for one in whole}  # now all its stages have a day
    ties = {seen.claim.id: one.id for one in (*whole, *rest) for seen in one.members}
    return sorted([*rest, *whole], key=lambda one: one.id), replace(
        tied,
        follows={ties[below]: above for below, above in sorted(tied.follows.items())},
        part_of={
            ties[below]: above
            for below, above in sorted(tied.part_of.items())
            if ties[below] not in dated or above not in known or days_apart(dated[ties[below]], known[above]) == 0
        },
    )


def _loosened(given: Draft, recalled: Sequence[Draft]) -> list[Draft]:
    """The draft, and by themselves the claims of reports that date nothing of it but tell them in another's breath."""
    dated = {seen.claim.report for seen in given.members if seen.days}
    others = [seen for one in recalled if one is not given for seen in one.members]
    loose = {
        seen.claim.report
        for seen in given.members
        if seen.claim.report not in dated and any(_one_breath(seen, other) for other in others)
    }
    if not dated or not loose:
        return [given]
    stays = [seen for seen in given.members if seen.claim.report not in loose]
    goes = ([seen for seen in given.members if seen.claim.report == report] for report in sorted(loose))
    return [draft(part) for part in (stays, *goes)]


def _one_breath(one: Seen, other: Seen) -> bool:
    a, b = one.claim, other.claim
    if a.report != b.report or a.field != b.field or not one.actors & other.actors or "OTHER" in (a.action, b.action):
        return False
    return a.modality == b.modality == "happened" and a.start < b.end and b.start < a.end
