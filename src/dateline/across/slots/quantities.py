"""Counts on which the accounts of an event part: of all, by several sources of one report, and of groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dateline.across.event.seen import Seen
from dateline.across.event.tally import tallies
from dateline.across.force.fronts import fronts
from dateline.across.slots.accounts import Account, Point, by_report, parted
from dateline.across.slots.figures import Figure
from dateline.across.slots.number import CROWD
from dateline.across.slots.parts import parts, summands
from dateline.across.slots.sources import FAR, HIGH, echoes, others, sums
from dateline.across.slots.toll import OTHER, WHOLE, Toll, folded, of_the_living, same, stated, words_of
from dateline.knowledge import counted
from dateline.model import Claim, Origins, Quantity, Reading

WILD = 50  # times: a count so far above another is of something else
TWICE = 2  # times: nobody says "at least 10" of 60
PLURAL = 3  # what a bare plural or "several" says at least, which no account contradicts
PEOPLE = ("killed", "injured", "captured", "displaced")
LONE = frozenset({"a", "an", "one", "lone", "single", "unknown"})
NUMBERED = LONE | {"1", "single", "man", "woman", "boy", "girl", "teen", "teenager"}
_EARLIER = re.compile(
    r"\b(?:initially|originally|previously|preliminar(?:y|ily)|had earlier|earlier (?:said|reports?|accounts?|tolls?)"
    r"|(?:initial|first|early|previous) (?:reports?|accounts?|tolls?|counts?|information|estimates?))\b",
    re.IGNORECASE,
)
_SURVIVE = re.compile(
    r"\b(?:all|both|everyone|they)\b[^.;]{0,80}\b(?:expected to|will) (?:survive|live|recover)\b"
    r"|\b(?:all|both|everyone)\b[^.,;]{0,40}\b(?:survived|got out alive)\b",
    re.IGNORECASE,
)
_LIVING = re.compile(
    r"\b(?:(?:critical|serious|stable|fair|good|grave)(?: but stable)? condition|on life support"
    r"|(?:fighting|fights) for (?:his|her|their) li(?:fe|ves)|expected to (?:survive|live|recover))\b",
    re.IGNORECASE,
)
_DEAD = re.compile(
    r"\b(?:dead|deaths?|died|dies|dying|kill\w*|slain|slay\w*|fatal\w*|murder\w*|homicide|deceased)\b", re.IGNORECASE
)


def counts(members: Sequence[Seen], readings: Mapping[str, Reading], origins: Origins) -> Iterator[Point]:
    """For each thing counted, the accounts of all reports and of the sources in them, if they differ."""
    for side, told in fronts(members, readings):
        for point in _counts(told, readings, origins):
            yield msgspec.structs.replace(point, subject=point.subject or side)


def _counts(members: Sequence[Seen], readings: Mapping[str, Reading], origins: Origins) -> Iterator[Point]:
    given: dict[str, list[Toll]] = defaultdict(list)
    for report, told in by_report(members).items():
        for of, tolls in _own(told, readings[report]).items():
            given[of] += tolls
        for of in PEOPLE:
            if of in given:
                given[of] += others(told, of, given[of], readings[report], origins)
                given[of] += sums(told, of, given[of], readings[report])
    if "injured" in given:
        given["injured"] = of_the_living(given["injured"], given.get("killed", ()))
    for of in sorted(given):
        given[of] += echoes(members, of, given[of], readings)
        apart = summands(given[of])
        tolls = _of_one(
            [toll for toll in given[of] if _telling(toll) and not any(toll is one for one in apart)], readings
        )
        if of == "participants":  # crowds are told of apart from what is done with them
            tolls = [toll for toll in tolls if toll.figure.stated < CROWD]
        if any(toll.figure.stated > 1 for toll in tolls):
            own = {seen.claim.report: seen.claim.weight for seen in sorted(members, key=lambda s: s.claim.weight)}
            tolls = [t for t in tolls if t.figure.stated != 1 or _counts_one(t, readings[t.report], own[t.report])]
        least = min((t.figure.stated for t in tolls if t.figure.stated), default=1)
        accounts = folded([t for t in tolls if t.figure.stated <= least * WILD], readings)
        if parted(accounts) and not (of == "killed" and _with_himself(tolls, members)):
            yield Point(slot=f"quantity:{of}", accounts=accounts, relation=_relation(accounts, tolls))
        if of in PEOPLE:
            yield from parts(members, of, accounts, apart, readings)


def _with_himself(tolls: Sequence[Toll], members: Sequence[Seen]) -> bool:
    """Say whether figures differ by him alone who killed others and then himself: some count him, some do not."""
    figures = {toll.figure.stated for toll in tolls}
    himself = any(q.of == "killed" and q.sense == "self" for seen in members for q in seen.claim.quantities)
    return himself and max(figures) - min(figures) == 1


def _own(told: Sequence[Seen], reading: Reading) -> dict[str, list[Toll]]:
    """A report's own figure for each thing, and those that it says were told before."""
    earlier = {s.claim.id for s in told if _EARLIER.search(_lead(s.claim, reading))}
    now = [seen for seen in told if seen.claim.id not in earlier]
    found: dict[str, list[Toll]] = defaultdict(list)
    for quantity in tallies(_sane(now or told)):
        home = next((s for s in told if any(same(q, quantity) for q in s.claim.quantities)), told[0])
        if _whole(quantity, home, told, reading) and (said := stated(quantity, home, reading)):
            found[quantity.of].append(Toll(seen=home, quantity=quantity, figure=said))
    _hit(told, found, reading)
    if "killed" not in found and (alive := _alive(told, found.get("injured", ()), reading)):
        found["killed"].append(alive)
    found["treated"] = _treated(told, reading)
    for seen in told:
        for quantity in seen.claim.quantities:
            old = seen.claim.id in earlier and quantity.of in PEOPLE and quantity.sense in WHOLE
            before = quantity.sense == "before" or old
            said = stated(quantity, seen, reading) if before else None
            if said and said.stated not in {toll.figure.stated for toll in found[quantity.of]}:
                found[quantity.of].append(Toll(seen=seen, quantity=quantity, figure=said, before=True))
    return found


def _hit(told: Sequence[Seen], found: dict[str, list[Toll]], reading: Reading) -> None:
    """Those counted as victims less the dead, where the hurt are only told of one by one: "all five victims"."""
    hurt = found.get("injured")
    singly = {
        q.start for s in told for q in s.claim.quantities if q.of in ("shot", "injured") and (q.low, q.high) == (1, 1)
    }
    if hurt and hurt[0].figure.stated == 1 and len(singly) > 1:
        del found["injured"]
    dead = found["killed"][0].figure.stated if found.get("killed") else 0
    for seen in told:
        for quantity in seen.claim.quantities:
            said = stated(quantity, seen, reading) if quantity.of == "victims" else None
            if said and not said.hedge and said.stated > dead and "injured" not in found:
                words = reading.report.of(seen.claim.field)[quantity.start : quantity.end].lower().split()
                gone = 0 if OTHER.intersection(words) else dead  # "the other four victims" are none of the dead
                alive = Figure(stated=said.stated - gone, hedge="", words=f"{said.stated - gone:g}")
                found["injured"].append(Toll(seen=seen, quantity=quantity, figure=alive))


def _alive(told: Sequence[Seen], hurt: Sequence[Toll], reading: Reading) -> Toll | None:
    """That nobody was dead when a report that counts no dead was written: "all are expected to survive", or, where it
    has no word of a death, somebody "remains in critical condition", or it was written to tell how many were hurt."""
    for seen in told:
        claim = seen.claim
        words = reading.report.words(claim.span)
        if _SURVIVE.search(words) or (_LIVING.search(words) and not _dead(reading)):
            nobody = Quantity(of="killed", low=0, high=0, start=claim.trigger.start, end=claim.trigger.end)
            return Toll(seen=seen, quantity=nobody, figure=Figure(stated=0, hedge="", words="0"))
    most = max((claim.weight for claim in reading.claims), default=0.0)
    if hurt and hurt[0].seen.claim.weight >= HIGH * most and not _dead(reading):
        trigger = hurt[0].seen.claim.trigger
        nobody = Quantity(of="killed", low=0, high=0, start=trigger.start, end=trigger.end)
        return Toll(seen=hurt[0].seen, quantity=nobody, figure=Figure(stated=0, hedge="", words="0"))
    return None


def _treated(told: Sequence[Seen], reading: Reading) -> list[Toll]:
    """How many were taken to hospital, where a report counts several of them once: who went alone was one of them."""
    rows = [(s, q) for s in told for q in s.claim.quantities if q.of == "treated" and (q.low or 0) > 1]
    exact = [(s, q) for s, q in rows if q.low == q.high]
    some = any(not OTHER.isdisjoint(words_of(q, s, reading).split()) for s, q in exact)
    besides = some or any(q.sense not in WHOLE | {"again"} for _, q in rows)  # "all six were taken"
    if len({q.low for _, q in exact}) != 1 or besides:
        return []
    seen, counted_ = next((s, q) for s, q in rows if q.low == q.high)
    said = stated(counted_, seen, reading)
    return [Toll(seen=seen, quantity=counted_, figure=said)] if said and not said.hedge else []


def _dead(reading: Reading) -> bool:
    """Say whether a report has any word of somebody's death."""
    return any(_DEAD.search(text) for text in (reading.report.title or "", reading.report.text))


def _sane(told: Sequence[Seen]) -> list[Seen]:
    """Without the claims whose counts are of a whole war, beside those of what the report was written to tell."""
    first: dict[str, float] = {}
    kept = []
    for seen in told:  # weightiest first
        counts = [q for q in seen.claim.quantities if q.of in PEOPLE and q.low is not None and q.sense in WHOLE]
        if all((q.low or 0) <= WILD * max(first.get(q.of, q.low or 0), 1) for q in counts):
            kept.append(seen)
            for quantity in counts:
                first.setdefault(quantity.of, quantity.low or 0)
    return kept


def _whole(quantity: Quantity, home: Seen, told: Sequence[Seen], reading: Reading) -> bool:
    """Say whether a count is told high enough to be of the event, and is of all; "Ana Ruiz fired" counts nobody."""
    most = max(seen.claim.weight for seen in told)
    words = words_of(quantity, home, reading).split()
    if home.claim.weight < FAR * most or (words[:2] == ["one", "of"] and quantity.of != "killed"):
        return False
    if quantity.of in PEOPLE:
        return True
    single = quantity.low == quantity.high == 1 and quantity.of == "perpetrators"
    return counted.known(quantity.of) and (not single or (bool(words) and words[0] in LONE))


def _lead(claim: Claim, reading: Reading) -> str:
    return reading.report.of(claim.field)[claim.start : claim.trigger.end]


def _of_one(tolls: list[Toll], readings: Mapping[str, Reading]) -> list[Toll]:
    """Without the counts of several happenings together ("in separate attacks"), where there are others.

    The blasts of which a report was written to tell are one happening: "30 died in three bombings".
    """
    most = {
        name: max((claim.weight for claim in readings[name].claims), default=0.0)
        for name in {toll.report for toll in tolls}
    }
    own = [t for t in tolls if t.quantity.sense != "spread" or t.seen.claim.weight >= HIGH * most[t.report]]
    return own or tolls


def _telling(toll: Toll) -> bool:
    """Bare plurals and "several" contradict nobody; one who did it is only counted where the words count."""
    told = toll.figure
    return not (told.hedge in ("vague", "least") and told.stated <= PLURAL)


def _counts_one(toll: Toll, reading: Reading, most: float) -> bool:
    """Say whether a single one is counted, and not only named or told of: what of several others?

    "A man was found dead", told far below what the report tells most (``most``), is told of one of them.
    """
    home = toll.seen.claim
    quantity = next((q for q in home.quantities if same(q, toll.quantity)), None)
    if quantity is None:
        return True
    words = reading.report.of(home.field)[quantity.start : quantity.end].lower().split()
    far = words[:1] in (["a"], ["an"]) and home.weight < HIGH * most
    return bool(words) and words[0] in NUMBERED and words[1:2] != ["of"] and not far


def _relation(accounts: Sequence[Account], tolls: Sequence[Toll]) -> str:
    """``updates`` where a report says what was told before, ``finer`` where each figure bears out the others."""
    if any(account.wrong for account in accounts):
        return "corrects"
    if any(account.before for account in accounts):
        return "updates"
    figures = [toll.figure for toll in tolls]
    borne = all(_bears_out(one, other) or _bears_out(other, one) for one in figures for other in figures)
    return "finer" if borne and any(one.hedge for one in figures) else ""


def _bears_out(one: Figure, other: Figure) -> bool:
    """Say whether one figure is a vaguer form of the other: "at least 30" of 40, "dozens" of 70."""
    return one.allows(other.stated) and (one.hedge == "vague" or other.stated <= one.stated * TWICE)
