"""Whose dead are counted: where reports tell of fighters killed and of others who are none of them, each is a count.

Where one report has fighters dead and another civilians, of one attack, who the dead were is in dispute.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, parted
from dateline.knowledge.groups import group_in
from dateline.model import Quantity, Reading

FOE = "fighters"
_OF = "killed"
_WHOLE = frozenset({"new", "total"})
_HIGH = 0.4  # of a report's greatest weight: the dead told further down are of another happening
_CIVIL = frozenset({"civilians", "children", "women"})
_WERE = re.compile(r"\b(?:dead|killed|victims|casualties) were (?:all |mostly |mainly )?([a-z]+)", re.IGNORECASE)


def fronts(members: Sequence[Seen], readings: Mapping[str, Reading]) -> list[tuple[str, list[Seen]]]:
    """The claims with the dead of each side alone, the fighters' with their name; as they are where no report has both.

    "Eight soldiers fell; the army says that it killed 23 rebels": of eight dead and of 23 nobody disputes the other.
    """
    sides = {
        (seen.claim.id, quantity.start): _foe(seen, quantity, readings[seen.claim.report])
        for seen in members
        for quantity in seen.claim.quantities
        if quantity.of == _OF and quantity.sense in _WHOLE
    }
    told: dict[str, set[bool]] = {}
    for seen in members:
        own = {foe for q in seen.claim.quantities if (foe := sides.get((seen.claim.id, q.start))) is not None}
        told.setdefault(seen.claim.report, set()).update(own)
    if not any(len(both) > 1 for both in told.values()):
        return [("", list(members))]
    parted = []
    for name in ("", FOE):
        kept = [_without(seen, sides, foe=name == "") for seen in members]
        parted.append((name, [seen for seen in kept if not name or seen.claim.quantities]))
    return parted


def _foe(seen: Seen, quantity: Quantity, reading: Reading) -> bool | None:
    """Whether a count is of fighters alone, or of soldiers or civilians alone; None where its words leave it open."""
    words = quantity.whose or reading.report.of(seen.claim.field)[quantity.start : quantity.end]
    group = group_in(words)
    if (quantity.low or 0) < 2 or group is None or " and " in words:
        return None
    return group == FOE


def _without(seen: Seen, sides: Mapping[tuple[str, int], bool | None], *, foe: bool) -> Seen:
    """A claim without the dead of one side, and of the fighters' side with no other counts."""
    kept = tuple(
        q
        for q in seen.claim.quantities
        if (sides.get((seen.claim.id, q.start)) is not True if foe else sides.get((seen.claim.id, q.start)) is True)
    )
    return (
        seen if len(kept) == len(seen.claim.quantities) else replace(seen, claim=replace(seen.claim, quantities=kept))
    )


def dead(members: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """Who the dead were, fighters in one report and civilians in another, of those that tell of one kind alone."""
    told: dict[str, list[Account]] = defaultdict(list)
    most: dict[str, float] = defaultdict(float)
    for seen in members:
        most[seen.claim.report] = max(most[seen.claim.report], seen.claim.weight)
    for seen in sorted(members, key=lambda s: (-s.claim.weight, s.claim.id)):
        claim = seen.claim
        if claim.modality == "happened" and claim.weight >= _HIGH * most[claim.report]:
            for kind, words in _kinds(seen, readings[claim.report]):
                told[claim.report].append(Account(report=claim.report, claim=claim.id, key=kind, value=words))
    alone = [rows[0] for _, rows in sorted(told.items()) if len({row.key for row in rows}) == 1]
    if parted(alone):
        yield Point(slot="who", subject="the dead", accounts=alone, relation="disputes")


def _kinds(seen: Seen, reading: Reading) -> Iterator[tuple[str, str]]:
    """The kinds of people whom a claim tells killed, fighters or civilians, in its words."""
    text = reading.report.of(seen.claim.field)
    said = [text[q.start : q.end] for q in seen.claim.quantities if q.of == _OF and q.sense in _WHOLE]
    said += [match[1] for match in _WERE.finditer(text, seen.claim.start, seen.claim.end) if seen.family == "harm"]
    for words in said:
        group = group_in(words)
        if group in _CIVIL or group == FOE:
            yield FOE if group == FOE else "civilians", words
