"""The fields of an event, drawn from all its claims: who, whom, when and how many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from dateline.across.event.drafts import Seen
from dateline.model import Action, Entities, Modality, Participant, When

INFERRED = 0.7  # what a date counts that the words do not give, beside one that they do
MEANS = frozenset({"aerial", "drone", "heavy-weapons", "explosives", "firearms"})  # modes that are means
NEARLY = 0.6  # of the weight behind the date that most reports allow
LIKELY = 0.5  # of the weight of what gives a date itself, among dates that all the same claims allow


def participants(
    members: Sequence[Seen], entities: Entities, side: Callable[[Seen], Sequence[Participant]]
) -> tuple[Participant, ...]:
    """Everybody on one side, each once, those in most reports first; who has no entity is left to the claims."""
    reports: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Participant] = {}
    for seen in members:
        for person in side(seen):
            name = entities.of.get(person.entity or "")
            if name is not None:
                reports[name].add(seen.claim.report)
                first.setdefault(name, person)
    order = sorted(first, key=lambda name: (-len(reports[name]), name))
    return tuple(first[name] for name in order)


def modality(members: Sequence[Seen], action: Action) -> Modality:
    """What most claims of its action say; of equals, that it happened, and so where one act of a run is told of.

    Force that no claim tells of as one act in particular goes on, if at all.
    """
    own = [seen.claim for seen in members if seen.claim.action == action]
    counts = Counter(claim.modality for claim in own)
    if not any(claim.particular for claim in own if claim.modality == "happened"):
        counts["ongoing"] += counts.pop("happened", 0)
    if counts["happened"]:
        counts["happened"] += counts.pop("ongoing", 0)
    order = ("happened", "ongoing", "planned", "possible", "denied", "hypothetical")
    return min(counts, key=lambda kind: (-counts[kind], order.index(kind)))


def manner(best: Seen, members: Sequence[Seen]) -> str | None:
    """How it was done, where the word leaves that open: as its sentence says ("by an air strike"), or its report."""
    one = best.claim
    if one.mode is not None or one.action != "ASSAULT":
        return one.mode
    beside = [
        seen.claim
        for seen in members
        if seen.claim.mode in MEANS and seen.claim.report == one.report and seen.claim.modality == "happened"
    ]
    return min(beside, key=lambda c: ((c.field, c.start) != (one.field, one.start), -c.weight, c.id), default=one).mode


def when(members: Sequence[Seen]) -> When | None:
    """The narrowest interval that nearly as many reports allow as allow any: what most of them say, most exactly."""
    dated = [seen for seen in members if seen.when and seen.when.days is not None]
    if not dated:
        return next((seen.when for seen in members if seen.when), None)
    found = {(seen.when.earliest, seen.when.latest): seen.when for seen in reversed(dated) if seen.when}
    held = {key: _held(one, dated) for key, one in found.items()}
    enough = [key for key in found if held[key] >= NEARLY * max(held.values())]
    ranks = {key: (found[key].days or 0, -round(held[key], 3)) for key in enough}
    alike = [key for key in enough if ranks[key] == min(ranks.values())]
    own = {key: [s for s in dated if s.when and (s.when.earliest, s.when.latest) == key] for key in alike}
    given = {key: _held(found[key], own[key]) for key in alike}
    likely = [key for key in alike if given[key] >= LIKELY * max(given.values())]
    return found[min(likely, key=str)]  # the earlier of equals: who is shot dies no sooner


def _held(one: When, dated: Sequence[Seen]) -> float:
    """The weight of the reports that allow these days, each by its weightiest claim that does."""
    best: dict[str, float] = {}
    for seen in dated:
        if seen.when is not None and seen.when.meets(one):
            weight = (0.3 + seen.claim.weight) * (1.0 if seen.said else INFERRED)
            best[seen.claim.report] = max(best.get(seen.claim.report, 0.0), weight)
    return sum(best.values())
