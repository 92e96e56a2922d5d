"""The origin ledger: which roots stand behind each event and each value, and how many are independent."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from msgspec.structs import replace

from dateline.across.cited import warned
from dateline.across.ledger.credit import credited, newsroom, owner
from dateline.across.ledger.deeds import own_deed
from dateline.across.ledger.roots import MEDIA, VOUCHING, Root, independent, merged, roots
from dateline.across.ledger.tied import RECALLING, Tied, answered, elsewhere, in_one_breath, of_years, standing_over
from dateline.across.ledger.voices import Vouched, doers, harmful, met, settled, shown, witness
from dateline.knowledge.outlets import Outlets
from dateline.knowledge.outlets import outlets as shipped
from dateline.knowledge.speakers import body, denies, of_a_people, of_toll, other_name, performs, took_place, voiceless
from dateline.model import (
    Attribution,
    Claim,
    Entities,
    Event,
    Events,
    Origin,
    Origins,
    OriginShare,
    Reading,
    Report,
    Span,
)

TELLING = ("that", "told", "quote", "according", "colon", "np")
TOLD = ("np", "that", "told")
MUTE = ("pred", "inf", "toobj")  # frames of naming, wanting and asking: nothing is told in them
CARING = ("body coroner", "body hospital")  # who names the dead, or says how the wounded are
LATE = ("body prosecution", "body court")  # who speak of what came of it, where they do not tell the thing itself
UNTOLD = ("possible", "hypothetical", "planned")  # what may come or have been: nobody vouches that it was so
ASKED = ("if ", "whether ")  # an open question vouches for nothing
HIGH = 0.4  # weight of a claim that a report tells in its upper half
RECALLED = 0.25  # weight: a claim below it that has no date either is background, however alike it sounds


def origins(
    readings: Sequence[Reading],
    witnessed: Set[str],
    entities: Entities,
    events: Events,
    outlets: Outlets | None,
) -> Origins:
    """Trace every claim to its root and count the independent ones of each event; None: the shipped outlets."""
    ledger = _Ledger(readings, entities, events, outlets or shipped())
    made = tuple(ledger.filled(event) for event in events.found)
    ledger.rest()
    return Origins(
        of=ledger.of,
        behind={claim: tuple(sorted(found)) for claim, found in sorted(ledger.behind.items())},
        found=tuple(sorted(ledger.found.values(), key=lambda origin: origin.id)),
        events=made,
        warnings=warned(readings, witnessed, entities, events, made, ledger.found, ledger.outlets),
    )


class _Ledger:
    """Origins by id, filled event by event."""

    def __init__(self, readings: Sequence[Reading], entities: Entities, events: Events, outlets: Outlets) -> None:
        self._readings = {reading.report.id: reading for reading in readings}
        self._entities = {**entities.of, **in_one_breath(readings, entities.of)}
        self._groups: dict[str, set[Root]] = defaultdict(set)
        self._up = {event.id: event.follows or event.part_of for event in events.found}
        self._main = events.main
        self._event = {claim: event.id for event in events.found for claim in event.claims}
        self._claims = {claim.id: claim for reading in readings for claim in reading.claims}
        self._known = {each.id: each for reading in readings for each in reading.attributions}
        self._names = {entity.id: entity.name for entity in entities.found}
        self.outlets = outlets
        self._roots = {name: self._ends(each) if self._vouches(each) else [] for name, each in self._known.items()}
        self._denied = {name for name, each in self._known.items() if self._denies(each)}
        self._over = {claim: names for reading in readings for claim, names in standing_over(reading)}
        self.found: dict[str, Origin] = {}
        self.of: dict[str, str] = {}
        self.behind: dict[str, set[str]] = defaultdict(set)

    def filled(self, event: Event) -> Event:
        """The event with the shares of its origins, the independent ones first."""
        own = self._telling(event)
        vouched = list(self._vouched(own, harmed=event.action == "ASSAULT"))
        mine = [name for name in event.reports if self._main.get(name) == event.id]
        if harmful(event) or not any(v.claims for v in vouched):
            vouched += [v for name in mine for v in self._about(name, event, own)]
        vouched += [v for name in mine if event.action == "ASSAULT" for v in self._owned(name, event, own)]
        doing = doers(event, self._claims, self._entities) if event.action != "ASSAULT" else set()
        acted = [v for name in mine for v in self._doing(name, doing)]
        direct = [v for v in acted if not any(link.kind in MEDIA for link in v.attribution.chain)]
        vouched += direct or (acted if all(v.root.weak for v in vouched) else [])
        if not any(v.claims or not v.root.weak for v in vouched):
            vouched += [v for name in mine for v in self._lent(name, event)]
        if event.action == "ASSAULT" and any(v.root.kind == "institution" and not v.root.weak for v in vouched):
            after = [name for name in event.reports if self._up.get(self._main.get(name, "")) == event.id]
            vouched += [v for name in (*mine, *after) for v in self._eyes(name, own)]
        dead = self._dead(own)
        vouched = [v for v in vouched if v.root.entity not in dead]
        vouched = settled(event, vouched, self._readings, self._claims, doing)
        same = merged(v.root for v in vouched)
        shares = [self._share(event, chosen, vouched, same) for chosen in sorted(set(same.values()))]
        silent = [name for name in event.reports if not any(v.attribution.report == name for v in vouched)]
        acting = self._acting(own) if all(chosen.weak for chosen in same.values()) else []
        shares += [self._acted(event, root, claims) for root, claims in acting]
        shares += [self._unresolved(event, self._readings[name].report) for name in silent]
        count = len(acting) or independent(sorted(set(same.values())))
        strong = {v.attribution.report for v in vouched if not v.root.weak}
        alone = [name for name in event.reports if name not in strong]
        speaking = [share for share in self._of_state(event, alone) if share.origin not in {s.origin for s in shares}]
        shares, count = [*shares, *speaking], count + len(speaking)
        if not count and any(self.found[share.origin].kind == "agency" for share in shares):
            count = 1  # nobody is named but the agency whose text it is
        return replace(event, outlets=self._newsrooms(event), origins=tuple(_joined(shares)), independent_origins=count)

    def _newsrooms(self, event: Event) -> int:
        """How many outlets tell of an event, those of one owner once; a report without an outlet is one by itself."""
        told = [self._readings[name].report for name in event.reports]
        return len({owner(report, self.outlets) or report.id for report in told})

    def _telling(self, event: Event) -> list[str]:
        """The claims of an event without those that a report merely recalls: undated, or set somewhere else."""
        claims = [self._claims[name] for name in event.claims if name in self._claims]
        claims = [
            claim
            for claim in claims
            if claim.particular and not of_years(claim) and not answered(claim, self._readings[claim.report])
        ]
        places = {(c.place.country, c.place.admin1): 0 for c in claims if c.place and c.place.admin1}
        for claim in claims if len(places) > 1 else ():
            if claim.place and claim.place.admin1:
                places[claim.place.country, claim.place.admin1] += 1
        home = max(places, key=lambda name: places[name]) if places else None
        return [
            claim.id
            for claim in claims
            if claim.weight >= RECALLED or (claim.when is not None and not (home and elsewhere(claim, home)))
        ]

    def _vouched(self, own: Sequence[str], *, harmed: bool) -> Iterator[Vouched]:
        """The attributions that stand over claims of an event, or are themselves its act."""
        over: dict[str, list[str]] = defaultdict(list)
        untold = (*UNTOLD, "denied") if harmed else UNTOLD
        for claim in (name for name in own if self._claims[name].modality not in untold):
            names = self._over[claim]
            for name in names if not (harmed and self._denied.intersection(names)) else ():
                over[name].append(claim)
        for name, claims in over.items():
            for found in self._roots[name]:
                yield Vouched(self._known[name], found, tuple(claims))

    def _doing(self, report: str, who: Set[str]) -> Iterator[Vouched]:
        """What those say whose act an event is."""
        for each in self._readings[report].attributions:
            if each.frame in TELLING and not performs(self._cue(each)):
                yield from (
                    Vouched(each, found, ())
                    for found in self._roots[each.id]
                    if not found.weak and {found.entity, found.person} & who
                )

    def _about(self, report: str, event: Event, own: Sequence[str]) -> Iterator[Vouched]:
        """Who tells what a report is about, though in words that carry claims of its details only.

        Police, hospitals and courts speak of little else; other institutions where they stand high in the report. A
        coroner or hospital that speaks of who was hurt vouches for it wherever it does.
        """
        reading = self._readings[report]
        hurt = self._hurt(report, own)
        after = event.follows or event.action not in ("ASSAULT", "OTHER")
        tied = Tied(reading, self._event, event.id, own)
        denying = self._denying(reading, event)
        for each in reading.attributions:
            if each.frame not in TELLING:
                continue
            for found in (root for root in self._roots[each.id] if root.key not in denying):
                local = found.key.startswith("body ")
                told = (found.key == "body police" and not of_a_people(found.name)) or tied.weight[each.id] >= (
                    RECALLED if local else HIGH
                )
                told = told or (found.key in CARING and any(p.holds(at) for p in each.content for at in hurt))
                told = (told and _public(found)) or self._speaks_of(each, found)
                near = any(self._near(name, event.id) for name in (tied.held if local else tied.firm)[each.id])
                near = event.id in tied.held[each.id] if found.key in LATE else near
                late = local and (after or found.key in LATE)
                told = told and (near or (not late and (local or not tied.held[each.id])))
                if told and not found.weak:
                    yield Vouched(each, found, ())

    def _owned(self, report: str, event: Event, own: Sequence[str]) -> Iterator[Vouched]:
        """Who says that he did what a report tells, though it tie his words to no claim of it."""
        reading = self._readings[report]
        tied = Tied(reading, self._event, event.id, own)
        for each in reading.attributions:
            firm = tied.firm[each.id] - {RECALLING}
            if each.frame in TELLING and (not firm or any(self._near(name, event.id) for name in firm)):
                held = [claim for claim in reading.claims if each.id in claim.attributions]
                found = (root for root in self._roots[each.id] if own_deed(each, root, reading, held))
                yield from (Vouched(each, root, (), own=True) for root in found)

    def _denying(self, reading: Reading, event: Event) -> set[str]:
        """Keys of those who say in a report that no harm was done; police who deny one thing tell another."""
        mine = [claim for claim in reading.claims if harmful(event) and self._event.get(claim.id) == event.id]
        told = {name for claim in mine if claim.modality != "denied" for name in claim.attributions}
        denied = {name for claim in mine for name in claim.attributions if name in self._denied or name not in told}
        found = (root.key for name in sorted(denied) for root in self._ends(self._known[name]))
        return {key for key in found if not key.startswith("body ")}

    def _speaks_of(self, each: Attribution, found: Root) -> bool:
        """Whether a body confirms the toll or gives another, or anybody says where or when the thing itself was."""
        report = self._readings[each.report].report
        words = [report.words(piece) for piece in each.content]
        told = found.kind in ("institution", "anonymous") and each.frame in TOLD and any(map(of_toll, words))
        return told or (found.kind in ("institution", "person") and any(map(took_place, words)))

    def _eyes(self, report: str, own: Sequence[str]) -> Iterator[Vouched]:
        """Those who tell a report what they saw or heard, though it be no more than shots in the night, or were hit."""
        reading = self._readings[report]
        hit = {one.entity for claim in self._harming(report, own) for one in claim.recipients} - {None}
        for each in reading.attributions:
            if each.frame in TELLING and met(each, reading, hit):
                judge = each.chain[-1].kind == "person"  # a judge or clerk who was there speaks for no court
                kept = (r for r in self._roots[each.id] if r.kind != "institution" or (judge and r.key == "body court"))
                yield from (Vouched(each, witness(root, reading), ()) for root in kept)

    def _near(self, one: str, event: str) -> bool:
        """Whether an event is another or a stage of it."""
        return event in (one, self._up.get(one))

    def _hurt(self, report: str, own: Sequence[str]) -> list[Span]:
        """Where a report speaks of those who were hurt or killed in an event."""
        who = {one.entity for claim in self._harming(report, own) for one in claim.recipients} - {None}
        return [m.span for m in self._readings[report].mentions if m.entity in who]

    def _dead(self, own: Sequence[str]) -> set[str]:
        """Entities of those who were killed in an event: whoever says "he said" of one means another."""
        claims = [self._claims[name] for name in own]
        fatal = [c for c in claims if c.modality == "happened" and any(q.of == "killed" for q in c.quantities)]
        told = (self._entities.get(one.entity or "") for c in fatal for one in c.recipients)
        return {name for name in told if name}

    def _harming(self, report: str, own: Sequence[str]) -> list[Claim]:
        """The claims by which a report has somebody hurt or killed in an event."""
        claims = [self._claims[name] for name in own if self._claims[name].report == report]
        return [c for c in claims if c.action == "ASSAULT" or c.kind in ("death", "casualty")]

    def _lent(self, report: str, event: Event) -> Iterator[Vouched]:
        """The first root named in a report that ties none to the very words: what it tells, it has from there."""
        denying = self._denying(self._readings[report], event)
        for each in self._readings[report].attributions:
            strong = [r for r in self._roots[each.id] if not r.weak and r.key not in denying]
            if strong:
                yield Vouched(each, strong[0], ())
                return

    def _acting(self, own: Sequence[str]) -> list[tuple[Root, list[str]]]:
        """Police or prosecutors who do what is told ("deputies arrested ..."): its root where nobody speaks."""
        found: dict[str, tuple[Root, list[str]]] = {}
        for claim in (self._claims[name] for name in own):
            report = self._readings[claim.report].report
            for one in claim.actors:
                words = report.of(claim.field)[one.start : one.end]
                if (whose := body(words.split())) in ("police", "prosecution"):
                    root = Root(f"body {whose}", words, "institution", None, weak=False)
                    found.setdefault(whose, (root, []))[1].append(claim.id)
        return [found[whose] for whose in sorted(found)][-1:]

    def _acted(self, event: Event, root: Root, claims: Sequence[str]) -> OriginShare:
        identifier = self._origin(root, event.id, {root})
        for name in claims:
            self.behind[name].add(identifier)
        reports = tuple(sorted({self._claims[name].report for name in claims}))
        return OriginShare(origin=identifier, reports=reports, claims=tuple(sorted(claims)))

    def _share(self, event: Event, chosen: Root, vouched: Sequence[Vouched], same: Mapping[Root, Root]) -> OriginShare:
        mine = [v for v in vouched if same[v.root] == chosen]
        identifier = self._origin(chosen, event.id, {v.root for v in mine})
        for each in mine:
            self.of.setdefault(each.attribution.id, identifier)
            for claim in each.claims:
                self.behind[claim].add(identifier)
        return OriginShare(
            origin=identifier,
            reports=tuple(sorted({v.attribution.report for v in mine})),
            claims=tuple(sorted({claim for v in mine for claim in v.claims})),
        )

    def _origin(self, chosen: Root, event: str, group: set[Root]) -> str:
        """The origin's id: police and hospitals are those of the happening, everybody else is one everywhere."""
        local = chosen.key.startswith(("body ", "witness ")) or (chosen.weak and chosen.kind not in MEDIA)
        identifier = _id(f"{chosen.key} {self._top(event)}" if local else chosen.key)
        why = "named in the text" if not chosen.weak else _weakness(chosen)
        self.found.setdefault(
            identifier, Origin(id=identifier, name=chosen.name, kind=chosen.kind, entity=chosen.entity, why=why)
        )
        self._groups[identifier] |= group
        return identifier

    def _top(self, event: str) -> str:
        seen = {event}
        while (above := self._up.get(event)) and above not in seen:
            seen.add(above)
            event = above
        return event

    def _of_state(self, event: Event, silent: Sequence[str]) -> list[OriginShare]:
        """The share of a state's own agency that tells what happened in its country and names nobody for it."""
        country = event.place.country if event.place else None
        own = [(name, newsroom(self._readings[name].report, self.outlets)) for name in silent]
        mine = [(name, room) for name, room in own if room and (room.kind, room.control) == ("agency", "state")]
        mine = [(name, room) for name, room in mine if country and room.country == country]
        if not mine:
            return []
        root = Root(f"state {country}", mine[0][1].name, "agency", None, weak=False)
        names = tuple(sorted(name for name, _ in mine))
        claims = tuple(sorted(c for c in event.claims if self._claims[c].report in names))
        return [OriginShare(origin=self._origin(root, event.id, {root}), reports=names, claims=claims)]

    def _unresolved(self, event: Event, report: Report) -> OriginShare:
        agency = credited(report, self.outlets)
        if agency:
            identifier = _id(f"name {other_name(agency.name)}")
            why = "credited for the text"
            self.found.setdefault(
                identifier, Origin(id=identifier, name=agency.name, kind="agency", entity=None, why=why)
            )
        else:
            identifier = self._nobody(report)
        claims = sorted(name for name in event.claims if self._claims[name].report == report.id)
        return OriginShare(origin=identifier, reports=(report.id,), claims=tuple(claims))

    def _nobody(self, report: Report) -> str:
        identifier = _id(f"unresolved {report.id}")
        name = report.outlet.name if report.outlet else report.id
        why = "the report names no root for this event"
        self.found[identifier] = Origin(id=identifier, name=name, kind="unresolved", entity=None, why=why)
        return identifier

    def rest(self) -> None:
        """Give an origin to every attribution that stands over no event."""
        for name, reading in self._readings.items():
            for each in reading.attributions:
                found = self._ends(each)
                if found and each.id not in self.of:
                    self.of[each.id] = self._origin(found[0], self._main.get(name) or name, set(found[:1]))
        for identifier, group in self._groups.items():
            self.found[identifier] = replace(self.found[identifier], name=shown(group, self._names))

    def _ends(self, each: Attribution) -> list[Root]:
        report = self._readings[each.report].report
        return roots(each, self._entities, self.outlets, " ".join(report.words(span) for span in each.source))

    def _denies(self, each: Attribution) -> bool:
        return denies(self._cue(each))

    def _cue(self, each: Attribution) -> str:
        report = self._readings[each.report].report
        return " ".join(report.words(span) for span in each.cue)

    def _vouches(self, each: Attribution) -> bool:
        """What is said or shown as a fact, not what is planned, denied, or merely talked of."""
        report = self._readings[each.report].report
        cue = report.words(each.cue[0]) if each.cue else ""
        asked = any(report.words(span).lower().startswith(ASKED) for span in each.content[:1])
        found = each.manner == "rule" and each.frame == "that"  # "the coroner ruled that he was shot in the back"
        told = (found or each.manner in VOUCHING) and not each.negated and each.frame not in MUTE
        return told and not asked and not voiceless(cue)


def _public(found: Root) -> bool:
    """Whether a root is a body, or the media of a state, whose unnamed sources are its voice."""
    return found.kind == "institution" or found.key.startswith("state ")


def _joined(shares: Sequence[OriginShare]) -> list[OriginShare]:
    """One share for each origin, in the order of the first."""
    found: dict[str, OriginShare] = {}
    for each in shares:
        one = found.get(each.origin, each)
        found[each.origin] = replace(
            one,
            reports=tuple(sorted({*one.reports, *each.reports})),
            claims=tuple(sorted({*one.claims, *each.claims})),
        )
    return list(found.values())


def _weakness(chosen: Root) -> str:
    if chosen.kind in MEDIA:
        return "passes on what others said"
    return "nobody is named" if chosen.kind in ("anonymous", "collective", "document") else "does not vouch by itself"


def _id(key: str) -> str:
    return "O" + hashlib.sha256(key.encode()).hexdigest()[:12]
