"""Counts on which the accounts of an event part: of all, by several sources of one report, and of groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dateline.across.event.seen import Seen
from dateline.across.event.tally import tallies
from dateline.across.slots.accounts import Account, Point, by_report, parted
from dateline.across.slots.figures import Figure, figure
from dateline.across.slots.fronts import fronts
from dateline.across.slots.number import CROWD
from dateline.knowledge import counted, numbers
from dateline.knowledge.calendar import table
from dateline.knowledge.groups import group_in
from dateline.knowledge.rarity import news_words
from dateline.model import Claim, Origins, Quantity, Reading

WILD = 50  # times: a count so far above another is of something else
NEAR = 1.35  # times: "at least 30" and 32 are one account
TWICE = 2  # times: nobody says "at least 10" of 60
PLURAL = 3  # what a bare plural or "several" says at least, which no account contradicts
HIGH = 0.75  # of that weight: what the lead says beside another report's figure is a figure of its own
FAR = 0.4  # of the greatest weight: numbers of things told further down are of other happenings
PEOPLE = ("killed", "injured", "captured", "displaced")
WHOLE = frozenset({"new", "total", "others", "spread"})  # counts that stand for all, not for more or some of them
LONE = frozenset({"a", "an", "one", "lone", "single", "unknown"})
NUMBERED = LONE | {"1", "single", "man", "woman", "boy", "girl", "teen", "teenager"}
APART = frozenset({"civilians", "children", "women"})  # rarely all who were hit
OTHER = frozenset({"other", "others", "more", "another"})
_EARLIER = re.compile(
    r"\b(?:initially|originally|previously|preliminar(?:y|ily)|had earlier|earlier (?:said|reports?|accounts?|tolls?)"
    r"|(?:initial|first|early|previous) (?:reports?|accounts?|tolls?|counts?|information|estimates?))\b",
    re.IGNORECASE,
)
_SURVIVE = re.compile(
    r"\b(?:all|both|everyone|they)\b[^.;]{0,80}\b(?:expected to|will) (?:survive|live|recover)\b", re.IGNORECASE
)
_LIVING = re.compile(
    r"\b(?:(?:critical|serious|stable|fair|good|grave)(?: but stable)? condition|on life support"
    r"|(?:fighting|fights) for (?:his|her|their) li(?:fe|ves)|expected to (?:survive|live|recover))\b",
    re.IGNORECASE,
)
_DEAD = re.compile(
    r"\b(?:dead|deaths?|died|dies|dying|kill\w*|slain|slay\w*|fatal\w*|murder\w*|homicide|deceased)\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]+")
_NUMBERED = re.compile(r"\d[\d,]*|[a-z]+(?:-[a-z]+)?")


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says of one thing counted, in one claim."""

    seen: Seen
    quantity: Quantity
    figure: Figure
    before: bool = False

    @property
    def report(self) -> str:
        """The report that says it."""
        return self.seen.claim.report

    def account(self, reading: Reading, said: Figure | None = None) -> Account:
        """The toll as an account; as that of another figure, if it is folded into one."""
        told = said or self.figure
        claim = self.seen.claim
        wrong = self.before and _wrong(claim, reading)
        return Account(
            report=claim.report, claim=claim.id, key=told.key, value=told.value, before=self.before, wrong=wrong
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
                given[of] += _others(told, of, given[of], readings[report], origins)
    for of in sorted(given):
        given[of] += _echoes(members, of, given[of], readings)
        tolls = _of_one([toll for toll in given[of] if _telling(toll)])
        if of == "participants":  # crowds are told of apart from what is done with them
            tolls = [toll for toll in tolls if toll.figure.stated < CROWD]
        if any(toll.figure.stated > 1 for toll in tolls):
            own = {seen.claim.report: seen.claim.weight for seen in sorted(members, key=lambda s: s.claim.weight)}
            tolls = [t for t in tolls if t.figure.stated != 1 or _counts_one(t, readings[t.report], own[t.report])]
        least = min((t.figure.stated for t in tolls if t.figure.stated), default=1)
        accounts = _folded([t for t in tolls if t.figure.stated <= least * WILD], readings)
        if parted(accounts) and not (of == "killed" and _with_himself(tolls, members)):
            yield Point(slot=f"quantity:{of}", accounts=accounts, relation=_relation(accounts, tolls))
        if of in PEOPLE:
            yield from _groups(members, of, accounts, readings)


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
        home = next((s for s in told if any(_same(q, quantity) for q in s.claim.quantities)), told[0])
        if _whole(quantity, home, told, reading) and (said := _figure(quantity, home, reading)):
            found[quantity.of].append(Toll(seen=home, quantity=quantity, figure=said))
    _hit(told, found, reading)
    if "killed" not in found and (alive := _alive(told, reading)):
        found["killed"].append(alive)
    found["treated"] = _treated(told, reading)
    for seen in told:
        for quantity in seen.claim.quantities:
            old = seen.claim.id in earlier and quantity.of in PEOPLE and quantity.sense in WHOLE
            before = quantity.sense == "before" or old
            said = _figure(quantity, seen, reading) if before else None
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
            said = _figure(quantity, seen, reading) if quantity.of == "victims" else None
            if said and not said.hedge and said.stated > dead and "injured" not in found:
                words = reading.report.of(seen.claim.field)[quantity.start : quantity.end].lower().split()
                gone = 0 if OTHER.intersection(words) else dead  # "the other four victims" are none of the dead
                alive = Figure(stated=said.stated - gone, hedge="", words=f"{said.stated - gone:g}")
                found["injured"].append(Toll(seen=seen, quantity=quantity, figure=alive))


def _alive(told: Sequence[Seen], reading: Reading) -> Toll | None:
    """That nobody was dead when a report that counts no dead was written: "all are expected to survive", or, where it
    has no word of a death, somebody "remains in critical condition"."""
    for seen in told:
        claim = seen.claim
        words = reading.report.words(claim.span)
        if _SURVIVE.search(words) or (_LIVING.search(words) and not _dead(reading)):
            nobody = Quantity(of="killed", low=0, high=0, start=claim.trigger.start, end=claim.trigger.end)
            return Toll(seen=seen, quantity=nobody, figure=Figure(stated=0, hedge="", words="0"))
    return None


def _treated(told: Sequence[Seen], reading: Reading) -> list[Toll]:
    """How many were taken to hospital, where a report counts several of them once: who went alone was one of them."""
    rows = [(s, q) for s in told for q in s.claim.quantities if q.of == "treated" and (q.low or 0) > 1]
    if len({(q.low, q.high) for _, q in rows if q.low == q.high}) != 1 or any(q.sense not in WHOLE for _, q in rows):
        return []
    seen, counted_ = next((s, q) for s, q in rows if q.low == q.high)
    said = _figure(counted_, seen, reading)
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


def _same(one: Quantity, other: Quantity) -> bool:
    return one.start == other.start and one.end == other.end


def _figure(quantity: Quantity, seen: Seen, reading: Reading) -> Figure | None:
    home = seen.claim if any(_same(q, quantity) for q in seen.claim.quantities) else None
    return figure(quantity, home, reading)


def _whole(quantity: Quantity, home: Seen, told: Sequence[Seen], reading: Reading) -> bool:
    """Say whether a count is told high enough to be of the event, and is of all; "Ana Ruiz fired" counts nobody."""
    most = max(seen.claim.weight for seen in told)
    words = reading.report.of(home.claim.field)[quantity.start : quantity.end].lower().split()
    if home.claim.weight < FAR * most or words[:2] == ["one", "of"]:
        return False
    if quantity.of in PEOPLE:
        return True
    single = quantity.low == quantity.high == 1 and quantity.of == "perpetrators"
    return counted.known(quantity.of) and (not single or (bool(words) and words[0] in LONE))


def _lead(claim: Claim, reading: Reading) -> str:
    return reading.report.of(claim.field)[claim.start : claim.trigger.end]


def _wrong(claim: Claim, reading: Reading) -> bool:
    words = _WORD.findall(reading.report.words(claim.span).lower())
    return bool(news_words("corrected").intersection(words))


def _others(told: Sequence[Seen], of: str, own: Sequence[Toll], reading: Reading, origins: Origins) -> Iterator[Toll]:
    """What other sources in the same report say: "police said two died, the hospital three"."""
    mine = [toll for toll in own if toll.report == reading.report.id and not toll.before]
    if not mine:
        return
    known = {toll.figure.stated for toll in own if toll.report == reading.report.id}
    behind = set(origins.behind.get(mine[0].seen.claim.id, ()))
    at_home = {s.claim.place.country for s in told if s.claim.place and s.claim.weight >= FAR * told[0].claim.weight}
    for seen in told:
        sources = set(origins.behind.get(seen.claim.id, ()))
        where = seen.claim.place
        elsewhere = where is not None and where.basis == "stated" and where.country not in at_home
        if not sources or sources & behind or elsewhere or seen.claim.modality not in ("happened", "ongoing"):
            continue
        for quantity in seen.claim.quantities:
            words = reading.report.of(seen.claim.field)[quantity.start : quantity.end].lower()
            some = OTHER.intersection(words.split()) or group_in(words) in APART
            whole = quantity.of == of and quantity.sense in WHOLE and not some
            said = _figure(quantity, seen, reading) if whole else None
            if said and _a_part(said.stated, mine[0].figure.stated, seen.claim, reading):
                continue
            if said and said.stated >= 2 and said.stated not in known:
                known.add(said.stated)
                yield Toll(seen=seen, quantity=quantity, figure=said)


def _a_part(number: float, whole: float, claim: Claim, reading: Reading) -> bool:
    """Say whether the sentence of a figure divides all: "two died at the scene and the third later", of three."""
    words = _NUMBERED.findall(reading.report.words(claim.span).lower())
    given = [found[0] for word in words if (found := numbers.word(word)) and found[0] == found[1]]
    rest = whole - number
    one_more = rest == 1 and any(table("ordinals").get(word) == whole for word in words)
    return rest > 0 and (one_more or rest in given or (rest == number and given.count(rest) > 1)) and number in given


def _echoes(members: Sequence[Seen], of: str, told: Sequence[Toll], readings: Mapping[str, Reading]) -> list[Toll]:
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
            said = _figure(quantity, seen, readings[seen.claim.report])
            key = (seen.claim.report, said.stated) if said else None
            if said and key and said.stated in known and key not in own:
                found.setdefault(key, Toll(seen=seen, quantity=quantity, figure=said))
    return list(found.values())


def _of_one(tolls: list[Toll]) -> list[Toll]:
    """Without the counts of several happenings together ("in separate attacks"), where there are others."""
    return [toll for toll in tolls if toll.quantity.sense != "spread"] or tolls


def _telling(toll: Toll) -> bool:
    """Bare plurals and "several" contradict nobody; one who did it is only counted where the words count."""
    told = toll.figure
    return not (told.hedge in ("vague", "least") and told.stated <= PLURAL)


def _counts_one(toll: Toll, reading: Reading, most: float) -> bool:
    """Say whether a single one is counted, and not only named or told of: what of several others?

    "A man was found dead", told far below what the report tells most (``most``), is told of one of them.
    """
    home = toll.seen.claim
    quantity = next((q for q in home.quantities if _same(q, toll.quantity)), None)
    if quantity is None:
        return True
    words = reading.report.of(home.field)[quantity.start : quantity.end].lower().split()
    far = words[:1] in (["a"], ["an"]) and home.weight < HIGH * most
    return bool(words) and words[0] in NUMBERED and words[1:2] != ["of"] and not far


def _folded(given: Sequence[Toll], readings: Mapping[str, Reading]) -> list[Account]:
    """A count that says "at least" is the account of the exact count that it allows, if one is near."""
    exact = sorted({toll.figure.stated for toll in given if not toll.figure.hedge and not _risen(toll, readings)})
    accounts = []
    for toll in sorted(given, key=lambda t: (t.report, t.seen.claim.id, t.figure.key)):
        told = toll.figure
        if told.hedge == "least":
            near = next((n for n in exact if told.stated <= n <= told.stated * NEAR), None)
            told = told if near is None else Figure(stated=near, hedge="", words=f"{near:g}")
        accounts.append(toll.account(readings[toll.report], told))
    order = {account.key: account for account in sorted(accounts, key=lambda a: (a.key, len(str(a.value))))}
    return [msgspec.structs.replace(account, value=order[account.key].value) for account in accounts]


def _risen(toll: Toll, readings: Mapping[str, Reading]) -> bool:
    """Say whether a figure is what a toll rose to: what others had before is no rounder form of it."""
    words = _WORD.findall(readings[toll.report].report.words(toll.seen.claim.span).lower())
    return toll.quantity.sense == "total" and not news_words("risen").isdisjoint(words)


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


def _groups(
    members: Sequence[Seen], of: str, whole: Sequence[Account], readings: Mapping[str, Reading]
) -> Iterator[Point]:
    """Counts of civilians, children or fighters among the dead, where reports give other numbers of them."""
    given: dict[str, list[Toll]] = defaultdict(list)
    for seen in sorted(members, key=lambda s: s.claim.id):
        reading = readings[seen.claim.report]
        for quantity in seen.claim.quantities:
            if quantity.of == of and quantity.sense in ("part", "new") and seen.claim.modality == "happened":
                words = quantity.whose or reading.report.of(seen.claim.field)[quantity.start : quantity.end]
                group = group_in(words)
                said = _figure(quantity, seen, reading) if group else None
                least = 1 if quantity.sense == "part" else 2
                if group and said and said.stated >= least and (not said.hedge or said.stated >= PLURAL):
                    given[group].append(Toll(seen=seen, quantity=quantity, figure=said))
    for group in sorted(given):
        if not any(toll.quantity.sense == "part" for toll in given[group]):
            continue  # where nobody counts them apart from others, they are all who were hit
        accounts = [a for a in _folded(given[group], readings) if not any(_echo(a, b) for b in whole)]
        if parted(accounts):
            yield Point(slot=f"quantity:{of}", subject=group, accounts=accounts)


def _echo(one: Account, other: Account) -> bool:
    return (one.report, one.key) == (other.report, other.key)
