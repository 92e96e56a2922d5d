"""A report's sentences with their claims marked, for a person to check in seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model import Claim, Participant, Reading

_MARK = "«{}»"


def marked(reading: Reading) -> Iterator[str]:
    """Give the sentences that carry claims, triggers marked, each followed by a line for every claim in it."""
    grouped: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in sorted(reading.claims, key=lambda c: (c.field == "text", c.start, c.end, c.trigger.start)):
        grouped.setdefault((claim.field, claim.start, claim.end), []).append(claim)
    for claims in grouped.values():
        yield _sentence(reading, claims)
        for claim in claims:
            yield "    " + described(reading, claim)


def described(reading: Reading, claim: Claim) -> str:
    """One claim in a line: what, by whom, to whom, where, when, how many, and why it is not simply so."""
    text = reading.report.of(claim.field)
    parts = [
        f"{claim.action}{f' {claim.mode}' if claim.mode else ''}{f' ({claim.kind})' if claim.kind else ''}",
        f"by {_names(text, claim.actors)}",
        f"to {_names(text, claim.recipients)}",
    ]
    if claim.place and (claim.place.site or claim.place.name):
        parts.append("in " + ", ".join(name for name in (claim.place.site, claim.place.name) if name))
    if claim.when:
        parts.append(f"on {claim.when.value}")
    parts += [f"{q.of} {_bounds(q.low, q.high)}" for q in claim.quantities]
    if claim.modality != "happened":
        parts.append(claim.modality)
    parts.append(f"weight {claim.weight:.2f}")
    return f"{text[claim.trigger.start : claim.trigger.end]}: " + "; ".join([*parts, *claim.reasons])


def _sentence(reading: Reading, claims: Sequence[Claim]) -> str:
    text, end = reading.report.of(claims[0].field), claims[0].end
    pieces, at = [], claims[0].start
    for start, stop in sorted({(c.trigger.start, c.trigger.end) for c in claims}):
        if start >= at:
            pieces += [text[at:start], _MARK.format(text[start:stop])]
            at = stop
    return " ".join("".join([*pieces, text[at:end]]).split())


def _names(text: str, people: Sequence[Participant]) -> str:
    return ", ".join(" ".join(text[one.start : one.end].split()) for one in people) or "nobody named"


def _bounds(low: float | None, high: float | None) -> str:
    if low == high:
        return f"{low:g}" if low is not None else "unknown"
    if high is None:
        return f"{low or 0:g} or more"
    return f"{low or 0:g} to {high:g}"
