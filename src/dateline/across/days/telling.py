"""What each report tells of each time it names: the claims dated by it, what they do, and who is in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from dateline.model import Claim, Entities, Mention, Reading, Time, When

LEAD = 0.3  # how much less than the first claim's a claim's weight may be and still tell the same news
HAPPENED = frozenset(("happened", "ongoing"))


class Telling(msgspec.Struct, frozen=True):
    """The claims of one report that rest on one time expression (``time``), or on none (its main news)."""

    report: str
    time: Time | None
    claims: tuple[Claim, ...]
    actions: frozenset[str]
    cast: frozenset[str]

    @property
    def name(self) -> str:
        """What the telling's day is called in the puzzle."""
        return self.time.id if self.time else f"{self.report}:main"

    def met(self) -> Met:
        """The telling as other reports meet it."""
        formula = self.time.formula if self.time else ""
        return Met(self.name, self.report, self.actions, self.cast, formula, self.claims[0].when)


class Met(msgspec.Struct, frozen=True):
    """A telling as far as meeting it in another report goes; ``when`` is the day of its first claim."""

    name: str
    report: str
    actions: frozenset[str]
    cast: frozenset[str]
    formula: str
    when: When | None

    def alike(self, other: Met) -> bool:
        """Whether two can be of one happening: one action, and two of the cast or one person and one phrase."""
        if not self.actions & other.actions or self.report == other.report:
            return False
        shared = len(self.cast & other.cast)
        return shared > 1 or (shared == 1 and self.formula == other.formula != "")


def tellings(reading: Reading, entities: Entities) -> Iterator[Telling]:
    """Give the tellings of a report, in the order of its text; what is said or only planned is left out."""
    times = {time.id: time for time in reading.times}
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.kind == "statement" or claim.modality not in HAPPENED:
            continue
        source = claim.when.source[0] if claim.when and claim.when.source else ""
        if source in times:
            groups[source].append(claim)
    for source, claims in sorted(groups.items(), key=lambda item: (times[item[0]].start, item[0])):
        yield _telling(reading, times[source], claims, entities)
    news = _news(reading.claims)
    if news:
        yield _telling(reading, None, news, entities)


def _news(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without a day that repeat the first thing a report opens with; none where that has its day."""
    told = [c for c in claims if c.kind != "statement" and c.modality in HAPPENED and c.action != "OTHER"]
    if not told:
        return []
    first = max(told, key=lambda c: (c.weight, -c.start))
    same = [c for c in told if c.action == first.action and c.weight >= first.weight - LEAD]
    return (
        []
        if first.weight < 0.5 or any(c.when for c in same if c.weight == first.weight)
        else [c for c in same if c.when is None]
    )


def _telling(reading: Reading, time: Time | None, claims: Sequence[Claim], entities: Entities) -> Telling:
    people = {entities.of.get(m.entity, m.entity) for c in claims for m in reading.mentions if _in(m, c)}
    own = {entities.of.get(p.entity, p.entity) for c in claims for p in (*c.actors, *c.recipients) if p.entity}
    persons = {entities.of.get(m.entity, m.entity) for m in reading.mentions if m.kind == "person"}
    cast = own & persons if len(own & persons) > 1 else people | (own & persons)
    acts = frozenset(claim.action for claim in claims if claim.action != "OTHER")
    return Telling(reading.report.id, time, tuple(claims), acts, frozenset(name for name in cast if name))


def told_by(claim: Claim, told: Sequence[Telling], entities: Entities) -> str | None:
    """The telling that a claim belongs to: its own, that of the same two people doing the same, or the main news."""
    parties = {entities.of.get(p.entity, p.entity) for p in (*claim.actors, *claim.recipients) if p.entity}
    news = None
    for telling in told:
        if claim in telling.claims:
            return telling.name
        if claim.action in telling.actions and claim.when is None:
            if telling.time is not None and len(telling.cast & parties) > 1:
                return telling.name
            news = telling.name if telling.time is None and not parties else news
    return news


def _in(mention: Mention, claim: Claim) -> bool:
    named = mention.kind == "person" and mention.form != "nominal" and mention.field == claim.field
    return named and claim.start <= mention.start < claim.end
