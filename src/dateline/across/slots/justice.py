"""Whether somebody is held or charged yet, and who is victim here and suspect there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, by_report, parted
from dateline.across.slots.figures import Figure
from dateline.across.slots.toll import Toll, stated
from dateline.model import Claim, Entities, Reading

STEPS = {"arrest": "arrested", "charge": "charged"}  # acts of justice, and what is said of who has gone through them
_HURT = frozenset({"killed", "injured", "shot"})


def steps(after: Sequence[Seen]) -> Iterator[Point]:
    """Where one report says that nobody is charged, or held, and another tells who was; ``after``: what followed."""
    told = by_report(after)
    for act, done in STEPS.items():
        accounts = []
        for report, members in told.items():
            own = [seen.claim for seen in members if seen.act == act]
            made = [claim for claim in own if claim.modality == "happened"]
            denied = [claim for claim in own if claim.modality == "denied"]
            if made or denied:
                word = done if made else f"not {done}"
                accounts.append(Account(report=report, claim=(made or denied)[0].id, key=word, value=word))
        if parted(accounts):
            yield Point(slot="action", subject=act, accounts=accounts)


def held(after: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """How many are held: nobody where a report says that nobody is yet, in others so many as they tell arrested."""
    accounts = []
    for report, members in by_report(after).items():
        own = [seen for seen in members if seen.act == "arrest" and seen.claim.modality in ("happened", "denied")]
        made = [seen for seen in own if seen.claim.modality == "happened"]
        taken = [
            Toll(seen=seen, quantity=quantity, figure=said)
            for seen in made
            for quantity in seen.claim.quantities
            if quantity.of == "captured" and (said := stated(quantity, seen, readings[report])) and said.stated
        ]
        if taken:
            most = max(taken, key=lambda toll: toll.figure.stated)
            accounts.append(most.account(readings[report]))
        elif own and not made:
            nobody = Figure(stated=0, hedge="", words="0")
            accounts.append(Account(report=report, claim=own[0].claim.id, key=nobody.key, value=nobody.value))
    if parted(accounts) and any(account.key == Figure(stated=0, hedge="", words="0").key for account in accounts):
        yield Point(slot="quantity:captured", subject="held", accounts=accounts)


def let_go(told: Sequence[Seen]) -> Iterator[Point]:
    """Where one report tells that those whom others tell to be held were let go again."""
    free: dict[str, Claim | None] = {}
    kept: dict[str, Claim | None] = {}
    for report, members in by_report(told).items():
        done = [s.claim for s in members if s.claim.modality == "happened" and s.claim.recipients]
        free[report] = next((c for c in done if c.mode == "release" and c.action == "RETREAT"), None)
        kept[report] = next((c for c in done if c.mode == "arrest"), None)
    accounts = [
        Account(report=report, claim=claim.id, key=word, value=word)
        for word, given in (("held", kept), ("released", free))
        for report, claim in given.items()
        if claim is not None and (word == "released" or free[report] is None)
    ]
    if parted(accounts):
        yield Point(slot="action", subject="release", accounts=accounts, relation="updates")


def turned(members: Sequence[Seen], after: Sequence[Seen], entities: Entities) -> Iterator[Point]:
    """Who is only hurt in some reports, and only held or charged in others."""
    hurt, held = _roles(members, hurt=True), _roles(after, hurt=False)
    names = {entity.id: entity.name for entity in entities.found if entity.kind == "person"}
    for person in sorted((hurt.keys() & held.keys() & names.keys()) - entities.unnamed):
        victim, suspect = (
            {k: v for k, v in one[person].items() if k not in other[person]}
            for one, other in ((hurt, held), (held, hurt))
        )
        accounts = [
            Account(report=report, claim=claim, key=word, value=word)
            for word, told in (("suspect", suspect), ("victim", victim))
            for report, claim in sorted(told.items())
        ]
        if parted(accounts):
            yield Point(slot="who", subject=names[person], accounts=accounts)


def _roles(told: Sequence[Seen], *, hurt: bool) -> Mapping[str, Mapping[str, str]]:
    """Those to whom it was done, each with the reports that say so and the weightiest claim of each."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for seen in sorted(told, key=lambda s: (-s.claim.weight, s.claim.id)):
        harmed = any(q.of in _HURT for q in seen.claim.quantities) or seen.claim.kind in ("casualty", "medical")
        if seen.claim.modality == "happened" and (harmed if hurt else seen.act in STEPS):
            for person in seen.recipients:
                found[person].setdefault(seen.claim.report, seen.claim.id)
    return found
