"""Other figures in a report than its own: those of other sources, running totals, and those that other reports give."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from dateline.across.event.seen import Seen
from dateline.across.slots.figures import Figure
from dateline.across.slots.toll import OTHER, WHOLE, Toll, figures_of, stated, words_of
from dateline.knowledge import numbers
from dateline.knowledge.calendar import table
from dateline.knowledge.groups import group_in
from dateline.knowledge.rarity import news_words
from dateline.model import Claim, Origins, Quantity, Reading

HIGH = 0.75  # of that weight: what the lead says beside another report's figure is a figure of its own
FAR = 0.4  # of the greatest weight: numbers of things told further down are of other happenings
APART = frozenset({"civilians", "children", "women"})  # rarely all who were hit
FEW = 2  # a second or third victim is told of by the way
_DONE = ("happened", "ongoing")
_NUMBERED = re.compile(r"\d[\d,]*|[a-z]+(?:-[a-z]+)?")


def others(told: Sequence[Seen], of: str, own: Sequence[Toll], reading: Reading, origins: Origins) -> Iterator[Toll]:
    """What other sources in the same report say: "police said two died, the hospital three"."""
    mine = [toll for toll in own if toll.report == reading.report.id and not toll.before]
    if not mine:
        return
    known = figures_of(own, reading.report.id)
    behind = set(origins.behind.get(mine[0].seen.claim.id, ()))
    at_home = {s.claim.place.country for s in told if s.claim.place and s.claim.weight >= FAR * told[0].claim.weight}
    for seen in told:
        sources = set(origins.behind.get(seen.claim.id, ()))
        where = seen.claim.place
        elsewhere = where is not None and where.basis == "stated" and where.country not in at_home
        if not sources or sources & behind or elsewhere or seen.claim.modality not in _DONE:
            continue
        for quantity in seen.claim.quantities:
            whole = quantity.of == of and quantity.sense in WHOLE
            said = stated(quantity, seen, reading) if whole else None
            most = mine[0].figure.stated
            if said is None or _a_part(said.stated, most, seen.claim, reading) or _but_one(said.stated, most, reading):
                continue
            words = words_of(quantity, seen, reading)
            some = group_in(words) in APART and said.stated <= mine[0].figure.stated  # 60 civilians are none of 23
            if said.stated >= 2 and said.stated not in known and not some and OTHER.isdisjoint(words.split()):
                known.add(said.stated)
                yield Toll(seen=seen, quantity=quantity, figure=said)


def sums(told: Sequence[Seen], of: str, own: Sequence[Toll], reading: Reading) -> Iterator[Toll]:
    """What a report sums up besides: "the group raised its toll to 57"; and, told high, that there was nobody."""
    known = figures_of(own, reading.report.id)
    most = max(seen.claim.weight for seen in told)
    for seen in told:
        for quantity in seen.claim.quantities:
            nobody = quantity.low == quantity.high == 0 and seen.claim.weight >= HIGH * most
            total = quantity.sense == "total" and seen.claim.modality in _DONE and (quantity.low or 0) > 1
            said = stated(quantity, seen, reading) if quantity.of == of and (nobody or total) else None
            if of == "injured" and quantity.of in ("shot", "injured") and not said:
                said = _nth(quantity, seen, known, reading)
            if said and said.stated not in known:
                known.add(said.stated)
                yield Toll(seen=seen, quantity=quantity, figure=said)


def _nth(quantity: Quantity, seen: Seen, known: Set[float], reading: Reading) -> Figure | None:
    """How many there are with one told of by which it is: "a sixth victim was found later", of five."""
    words = words_of(quantity, seen, reading).split()
    place = next((table("ordinals")[word] for word in words if word in table("ordinals")), 0)
    return Figure(stated=place, hedge="", words=f"{place:g}") if place > FEW and place - 1 in known else None


def echoes(members: Sequence[Seen], of: str, told: Sequence[Toll], readings: Mapping[str, Reading]) -> list[Toll]:
    """Other counts in a report that are another report's: one that contradicts itself, or repeats an older figure."""
    known = {toll.figure.stated for toll in told if toll.figure.stated > 1}
    own = {(toll.report, toll.figure.stated) for toll in told}
    found: dict[tuple[str, float], Toll] = {}
    most: dict[str, float] = defaultdict(float)
    for seen in members:
        most[seen.claim.report] = max(most[seen.claim.report], seen.claim.weight)
    for seen in sorted(members, key=lambda s: s.claim.id):
        for quantity in seen.claim.quantities:
            told_high = seen.claim.weight >= HIGH * most[seen.claim.report]
            if quantity.of != of or quantity.sense in ("part", "each", "self") or not told_high:
                continue
            said = stated(quantity, seen, readings[seen.claim.report])
            key = (seen.claim.report, said.stated) if said else None
            if said and key and said.stated in known and key not in own:
                found.setdefault(key, Toll(seen=seen, quantity=quantity, figure=said))
    return list(found.values())


def _but_one(number: float, whole: float, reading: Reading) -> bool:
    """Say whether a report tells of the last one apart: of four, "a fourth victim walked into a clinic"."""
    nth = [word for word, place in table("ordinals").items() if place == whole > 2]
    one = rf"\b(?:{'|'.join(nth)}) (?:\w+ ){{0,2}}(?:{'|'.join(sorted(news_words('hit')))})\b"
    return bool(nth) and whole - number == 1 and re.search(one, reading.report.text, re.IGNORECASE) is not None


def _a_part(number: float, whole: float, claim: Claim, reading: Reading) -> bool:
    """Say whether the sentence of a figure divides all: "two died at the scene and the third later", of three."""
    words = _NUMBERED.findall(reading.report.words(claim.span).lower())
    given = [found[0] for word in words if (found := numbers.word(word)) and found[0] == found[1]]
    rest = whole - number
    one_more = rest == 1 and any(table("ordinals").get(word) == whole for word in words)
    return rest > 0 and (one_more or rest in given or (rest == number and given.count(rest) > 1)) and number in given
