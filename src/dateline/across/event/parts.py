"""The parts of a report that say what it was written to tell: its headline and its lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from dateline.across.event.seen import Seen
from dateline.model import Claim, Reading

NAMED = 0.75  # of the weight of what a headline tells most: what has less is only named in it

_LEAST = 40  # characters of a first sentence: what is shorter is a label or a cry
_ENDS = re.compile(r"(?<=[a-z0-9\"”’)]{3})[.!?][\"”’)]*(?=\s)|\n")


class Parts(msgspec.Struct, frozen=True):
    """Where in its text a report has its headlines, and the first sentence of its body."""

    headlines: tuple[tuple[int, int], ...]
    lead: tuple[int, int]

    @classmethod
    def of(cls, reading: Reading) -> Parts:
        """Find them in a report; one without a body has an empty lead."""
        text = reading.report.text
        heads = tuple((s.start, s.end) for s in reading.segments if s.kind in ("headline", "standfirst"))
        for body in reading.segments:
            start = body.start
            while body.kind == "body" and start < body.end:
                cut = _ENDS.search(text, min(start + _LEAST, body.end), body.end)
                line = _ENDS.search(text, start, body.end)
                short = line is not None and line.group() == "\n" and line.start() < start + _LEAST
                if not short or line is None:
                    return cls(heads, (start, cut.end() if cut else body.end))
                start = line.end()
        return cls(heads, (0, 0))

    def at(self, claim: Claim) -> str:
        """The part that a claim stands in: "headline", "lead", or no part of these."""
        if claim.field == "title" or any(a <= claim.trigger.start < b for a, b in self.headlines):
            return "headline"
        first, end = self.lead
        return "lead" if first <= claim.trigger.start < end else ""


def headed(readings: Sequence[Reading], claims: Iterable[Seen]) -> list[Seen]:
    """The same claims with the part of the report that tells them, and whether its headline tells nothing more.

    What a headline only names ("charged over a shooting") it may recall; where none tells anything, all of the text
    counts as the lead.
    """
    parts = {reading.report.id: Parts.of(reading) for reading in readings}
    seen = [msgspec.structs.replace(one, part=parts[one.claim.report].at(one.claim)) for one in claims]
    most: dict[str, float] = {}
    for one in seen:
        if one.part == "headline" and one.family not in ("say", "light"):
            most[one.claim.report] = max(most.get(one.claim.report, 0.0), one.claim.weight)
    seen = [one if one.claim.report in most else msgspec.structs.replace(one, part="lead") for one in seen]
    return [
        msgspec.structs.replace(one, heads=True)
        if one.part == "headline" and one.claim.weight >= NAMED * most.get(one.claim.report, 0.0)
        else one
        for one in seen
    ]
