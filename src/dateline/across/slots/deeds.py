"""What was done, whether it was, and by whose hand: differences of action, modality and actors between accounts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.across.days.calendar import apart
from dateline.across.event.general import RAZED
from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, by_report, parted
from dateline.knowledge.counted import thing
from dateline.knowledge.countries import country_in
from dateline.knowledge.manners import bomb, leaving, manners
from dateline.knowledge.rarity import news_words
from dateline.model import Claim, Reading

_HIMSELF = re.compile(
    r"\bself-inflicted[\w\s]{0,20}\bwounds?\b|\bsuicide\b"
    r"|\b(?:shot|killed|shooting|killing) (?:and killed )?(?:him|her|them)sel(?:f|ves)\b"
    r"|\b(?:took|taken|taking) (?:his|her|their) own li(?:fe|ves)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+\.?)?")
_WHERE = re.compile(r"\b(?:on|in|at|against|near|over|from|inside|across|around|outside|targeting)\b")
ROOM = 0.25  # of the room of the act that most is told of: of what has less, "will be missed", no mood is compared
HIGH = 0.5  # of a report's greatest weight: what is told further down is of other happenings
AIR, GROUND = frozenset({"aerial", "drone"}), frozenset({"firearms", "suicide-attack", "knife"})
BLAST = frozenset({"explosives", "heavy-weapons"})
_LEFT = frozenset({"resign", "sack"})  # acts by which an office is left
_DONE = frozenset({"happened", "ongoing"})
_OPEN = frozenset({"planned", "possible"})
_PROMISED = frozenset({"will", "shall", "would"})  # that it is promised has happened


def deeds(members: Sequence[Seen], after: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """How it came about, by what means, whether it happened, and whose forces did it, where accounts differ.

    ``after`` are the claims of what followed: who is arrested for a murder is held to have done one.
    """
    told = by_report(members)
    if any(seen.family == "harm" for seen in members):
        ways = (_manner(by_report([*members, *after]), readings), _own_hand(told, readings))
        for accounts in (*ways, _means(told), _set_off(told, readings), _hands(told, readings)):
            if parted(accounts):
                slot = "who" if accounts[0].key.startswith(("by ", "not by ")) else "action"
                yield Point(slot=slot, accounts=accounts)
    if _left(members) and parted(accounts := _will(told, readings)):
        yield Point(slot="action", accounts=accounts, relation="disputes")
    accounts = _mood(told, readings)
    if parted(accounts):
        yield Point(slot="modality", accounts=accounts, relation="" if _open(accounts) else "disputes")


def _left(members: Sequence[Seen]) -> bool:
    """Say whether what is told with the most weight is that somebody left an office."""
    most = max((seen.claim.weight for seen in members), default=0.0)
    return any(seen.act in _LEFT and seen.claim.weight >= most for seen in members)


def _will(told: Mapping[str, Sequence[Seen]], readings: Mapping[str, Reading]) -> list[Account]:
    """Forced out of an office in one report, gone of their own will in another, by what each says of it first."""
    accounts = []
    for report in told:
        reading = readings[report].report
        claims = sorted((c for c in readings[report].claims if c.field == "text"), key=lambda c: (c.start, c.id))
        for claim in claims:
            if how := leaving(reading.text[claim.start : claim.end]):
                value = "forced to go" if how == "forced" else "of their own will"
                accounts.append(Account(report=report, claim=claim.id, key=how, value=value))
                break
    return accounts


def _open(accounts: Sequence[Account]) -> bool:
    return any(account.key in _OPEN for account in accounts)


def _manner(told: Mapping[str, Sequence[Seen]], readings: Mapping[str, Reading]) -> list[Account]:
    """An accident in one report, a crime in others that know of no accident."""
    accounts = []
    for report, members in told.items():
        found = [(seen, manners(readings[report].report.words(seen.claim.span))) for seen in members]
        accident = [s.claim for s, kinds in found if "accident" in kinds and s.act == "harm" and _said_so(s.claim)]
        crime = [s.claim for s, kinds in found if "crime" in kinds and _said_so(s.claim)]
        known = {kind for _, kinds in found for kind in kinds}
        if accident:
            accounts.append(Account(report=report, claim=accident[0].id, key="accident", value="an accident"))
        elif crime and not known & {"accident", "excused"}:
            accounts.append(Account(report=report, claim=crime[0].id, key="crime", value="a crime"))
    return accounts if any(account.key == "accident" for account in accounts) else []


def _own_hand(told: Mapping[str, Sequence[Seen]], readings: Mapping[str, Reading]) -> list[Account]:
    """By somebody's own hand in one report, and by another's in a second; who only tells that he died says neither."""
    own: dict[str, tuple[Seen, str]] = {}
    for report, members in told.items():
        for seen in members:
            said = _HIMSELF.search(readings[report].report.words(seen.claim.span))
            if said and seen.family == "harm" and _said_so(seen.claim):
                own.setdefault(report, (seen, said.group()))
    people = frozenset(name for seen, _ in own.values() for name in (*seen.actors, *seen.recipients))
    accounts = [Account(report=r, claim=seen.claim.id, key="own hand", value=words) for r, (seen, words) in own.items()]
    for report in told.keys() - own.keys():
        for seen in told[report]:
            struck = seen.family == "harm" and _said_so(seen.claim) and not people.isdisjoint(seen.recipients)
            if struck and seen.actors and people.isdisjoint(seen.actors):
                hand = seen.claim.actors[0]
                words = readings[report].report.of(seen.claim.field)[hand.start : hand.end]
                accounts.append(Account(report=report, claim=seen.claim.id, key="another's hand", value=words))
                break
    return sorted(accounts, key=lambda account: account.report)


def _said_so(claim: Claim) -> bool:
    return claim.modality in (*_DONE, "possible", "planned")


def _means(told: Mapping[str, Sequence[Seen]]) -> list[Account]:
    """Strikes from the air in one report, shots or a bomber on the ground in another."""
    given: dict[str, tuple[frozenset[str], Claim]] = {}
    for report, members in told.items():
        least = HIGH * members[0].claim.weight
        modes = [s.claim for s in members if s.family == "harm" and s.claim.mode and s.claim.weight >= least]
        known = [c for c in modes if c.mode in AIR | GROUND | BLAST and c.action == "ASSAULT"]
        if known:
            given[report] = frozenset(c.mode for c in known if c.mode), known[0]
    kinds = {report: _kinds(modes) for report, (modes, _) in given.items()}
    apart = any(not one & other and "blast" not in one | other for one in kinds.values() for other in kinds.values())
    if not apart:
        return []
    return [
        Account(report=report, claim=claim.id, key=" ".join(sorted(kinds[report])), value=" and ".join(sorted(modes)))
        for report, (modes, claim) in given.items()
    ]


def _set_off(told: Mapping[str, Sequence[Seen]], readings: Mapping[str, Reading]) -> list[Account]:
    """A bomber who died of it in one report, a bomb that had been laid in another; who leaves it open says neither."""
    accounts = []
    for report, members in told.items():
        struck = [
            s.claim for s in members if s.family == "harm" and s.claim.modality in _DONE and s.claim.field == "text"
        ]
        said = {claim.id: bomb(readings[report].report.words(claim.span)) for claim in struck}
        first = next((claim for claim in struck if said[claim.id]), None)
        if first and len({*said.values()} - {""}) == 1:
            value = "a suicide bombing" if said[first.id] == "bomber" else "a planted bomb"
            accounts.append(Account(report=report, claim=first.id, key=said[first.id], value=value))
    return accounts


def _kinds(modes: frozenset[str]) -> frozenset[str]:
    names = (("air", AIR), ("blast", BLAST))
    found = {name for name, members in names if modes & members}
    return frozenset(found | (modes & GROUND))


def _hands(told: Mapping[str, Sequence[Seen]], readings: Mapping[str, Reading]) -> list[Account]:
    """Whose forces did it, by the countries that their names give; where no country is named in both, or one denies it.

    Who tells only that some did not do it says so against those who tell that they did.
    """
    given: dict[str, tuple[frozenset[str], str, str]] = {}
    denied: dict[str, tuple[frozenset[str], str, str]] = {}
    for report, members in told.items():
        least = HIGH * members[0].claim.weight
        for seen in members:
            claim = seen.claim
            if (
                (seen.family != "harm" and claim.mode != RAZED)
                or claim.action != "ASSAULT"
                or not claim.actors
                or claim.weight < least
            ):
                continue
            countries = _countries(claim, readings[report])
            if countries:
                told_as = denied if claim.modality == "denied" else given
                before = told_as.get(report, (frozenset(), claim.id, ""))
                text = readings[report].report.of(claim.field)
                words = " and ".join(" ".join(text[a.start : a.end].split()) for a in claim.actors)
                body = countries == before[0] and _means_of(before[2]) and not _means_of(words)
                words = words if body or not before[2] else before[2]
                told_as[report] = before[0] | countries, before[1], words
    sides = [countries for countries, _, _ in given.values()]
    refused = {r: row for r, row in denied.items() if r not in given and any(row[0] & one for one in sides)}
    if not refused and not any(not one & other for one in sides for other in sides):
        return []
    return [
        Account(report=report, claim=claim, key=f"{by} " + " ".join(sorted(countries)), value=prefix + words)
        for by, prefix, rows in (("by", "", given), ("not by", "not ", refused))
        for report, (countries, claim, words) in rows.items()
    ]


def _means_of(words: str) -> bool:
    """Say whether words name no body, but what it struck with: "Russian jets", "US-led air strikes"."""
    last = _WHERE.split(words, maxsplit=1)[0].split()[-1:]
    return any(thing(word.lower().removesuffix("s")) is not None for word in last)


def _countries(claim: Claim, reading: Reading) -> frozenset[str]:
    """The countries whose people or forces act in a claim."""
    text = reading.report.of(claim.field)
    named = (_WHERE.split(text[actor.start : actor.end], maxsplit=1)[0] for actor in claim.actors)
    words = (word for name in named for word in _WORD.findall(name))
    return frozenset(country for word in words if word[:1].isupper() and (country := country_in(word)))


def _denial(claim: Claim) -> bool:
    """Say whether somebody denies it ("denied that"), where a mere "not" may be of a part of it."""
    words = (reason.partition("”")[0].removeprefix("“") for reason in claim.reasons if reason.endswith("denied"))
    return any(word in news_words("denying") for word in words)


def _mood(told: Mapping[str, Sequence[Seen]], readings: Mapping[str, Reading]) -> list[Account]:
    """What one report tells as done and another only as planned, possible or denied, of what has most room in both."""
    told = {
        report: [s for s in members if readings[report].report.words(s.claim.trigger).lower() not in _PROMISED]
        for report, members in told.items()
    }
    acts = {report: {s.act for s in members if s.claim.modality in _DONE} for report, members in told.items()}
    given = Counter(name for members in told.values() for name in {seen.act for seen in members})
    room: dict[str, float] = defaultdict(float)
    for seen in (seen for members in told.values() for seen in members):
        room[seen.act] += seen.claim.weight
    most = max(room.values(), default=0.0)
    done = {name for name in set().union(*acts.values()) if given[name] > 1 and room[name] >= ROOM * most}
    sure = [seen for members in told.values() for seen in members if seen.claim.modality in _DONE]
    accounts: list[Account] = []
    for report, members in told.items():
        least = HIGH * max((seen.claim.weight for seen in members), default=0.0)
        for seen in members:
            claim = seen.claim
            if seen.act not in done or seen.family in ("say", "light", "after") or claim.weight < least:
                continue
            open_here = claim.modality in _OPEN and seen.act not in acts[report]
            denied = claim.modality == "denied" and _denial(claim) and seen.act not in acts[report]
            if (open_here or denied) and not any(_of_one(seen, other) for other in sure):
                continue
            if open_here or denied or claim.modality in _DONE:
                mood = "happened" if claim.modality in _DONE else claim.modality
                accounts.append(Account(report=report, claim=claim.id, key=mood, value=mood))
                break
    return accounts


def _of_one(one: Seen, other: Seen) -> bool:
    """Say whether two claims of other reports are tied by more than their act: by somebody named, or by their day."""
    if one.act != other.act or one.claim.report == other.claim.report:
        return False
    shared = (one.actors | one.recipients) & (other.actors | other.recipients)
    met = one.days and other.days and apart(one.days, other.days) == 0
    return bool(shared or met)
