"""What statements are tied to: which claims stand under them, and which of those are no more than background."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from dateline.model import Claim, Reading

_ANSWERED = re.compile(
    r"\b(?:revenge|retaliation|response|reprisals?|vengeance|answer) (?:for|to) (?:[\w-]+ ){0,3}\Z"
    r"|\b(?:silent|silence|concern(?:ed)?|outrage|anger|outcry|grief|sorrow|sympathy|condolences?|shock) "
    r"(?:about|over|at|for|on) (?:[\w-]+ ){0,3}\Z",
    re.IGNORECASE,
)
_REACH = 40  # characters before an act in which it is named as what another answers
RECALLING = "recalled"  # stands for the event itself where a claim of it is no more than background
_SEVERAL = 2  # what a plural alone tells


class Tied:
    """By attribution of a report: the weight of its claims, the events that they are of, and those it is ``firm`` on.

    A stage of an event counts as firm where its claim gives a day or a figure; what an event's report only recalls is
    of none.
    """

    def __init__(self, reading: Reading, events: Mapping[str, str], event: str, own: Container[str]) -> None:
        self.weight: dict[str, float] = defaultdict(float)
        self.held: dict[str, set[str]] = defaultdict(set)
        self.firm: dict[str, set[str]] = defaultdict(set)
        for claim in reading.claims:
            one = events.get(claim.id, "")
            one = "" if of_years(claim) else RECALLING if one == event and claim.id not in own else one
            for name in claim.attributions:
                self.weight[name] = max(self.weight[name], claim.weight)
                self.held[name].add(one)
                if one == event or _exact(claim):
                    self.firm[name].add(one)


def _exact(claim: Claim) -> bool:
    """Whether a claim says when its act was, or how many it hit."""
    dated = claim.when is not None and claim.when.basis in ("stated", "document")
    return (dated and bool(claim.when and claim.when.source)) or any((q.low or 0) > _SEVERAL for q in claim.quantities)


def answered(claim: Claim, reading: Reading) -> bool:
    """Say whether an act is only named as what somebody answers or feels about: "in revenge for the bombing"."""
    text, at = reading.report.of(claim.field), claim.trigger.start
    return _ANSWERED.search(text, max(0, at - _REACH), at) is not None


def in_one_breath(readings: Sequence[Reading], of: Mapping[str, str]) -> dict[str, str]:
    """Entities of descriptions that stand right behind a name, for that name's: "Ruiz the Governor of Ola"."""
    found: dict[str, str] = {}
    for reading in readings:
        ends = {(m.field, m.end): m.entity for m in reading.mentions if m.form == "name"}
        for mention in reading.mentions:
            name = ends.get((mention.field, mention.start - 1))
            if mention.form in ("role", "nominal") and mention.kind == "person" and name and name in of:
                found.setdefault(mention.entity, of[name])
    return found


def standing_over(reading: Reading) -> Iterator[tuple[str, list[str]]]:
    """For each claim the attributions that hold it, and those whose cue is its very act ("criticised")."""
    known = {each.id for each in reading.attributions}
    acts = {
        (cue.field, place): each.id
        for each in reading.attributions
        for cue in each.cue
        for place in (cue.start, cue.end)
    }
    for claim in reading.claims:
        at = claim.trigger
        own = [acts[k] for k in ((at.field, at.start), (at.field, at.end)) if k in acts]
        yield claim.id, [*dict.fromkeys((*(a for a in claim.attributions if a in known), *own))]


def of_years(claim: Claim) -> bool:
    """Whether a claim counts what came of more than the one event: "the war has left 4,000 dead"."""
    counts = [q for q in claim.quantities if q.of in ("killed", "injured", "displaced")]
    return bool(counts) and all(q.sense == "spread" for q in counts)


def elsewhere(claim: Claim, home: tuple[str | None, str | None]) -> bool:
    """Say whether a claim is set in another country or division than an event's home."""
    place = claim.place
    if place is None or place.country is None:
        return False
    return place.country != home[0] or (place.admin1 is not None and place.admin1 != home[1])
