"""What was done, whether it was, and by whose hand: differences of action, modality and actors between accounts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.across.days.calendar import apart
from dateline.across.event.seen import Seen
from dateline.across.force.hands import hands
from dateline.across.slots.accounts import Account, Point, by_report, of_before, parted
from dateline.knowledge.manners import bomb, leaving, manners, removes
from dateline.knowledge.rarity import news_words
from dateline.model import Claim, Entities, Reading

_HIMSELF = re.compile(
    r"\bself-inflicted[\w\s]{0,20}\bwounds?\b|\bsuicide\b"
    r"|\b(?:shot|killed|shooting|killing) (?:and killed )?(?:him|her|them)sel(?:f|ves)\b"
    r"|\b(?:took|taken|taking) (?:his|her|their) own li(?:fe|ves)\b",
    re.IGNORECASE,
)
_WOUND = re.compile(r"\b(?:gunshot|stab|knife|bullet) wounds?\b", re.IGNORECASE)
ROOM = 0.25  # of the room of the act that most is told of: of what has less, "will be missed", no mood is compared
FOREMOST = 0.8  # of the greatest weight: what is told first
HIGH = 0.5  # of a report's greatest weight: what is told further down is of other happenings
AIR, GROUND = frozenset({"aerial", "drone"}), frozenset({"firearms", "suicide-attack", "knife"})
BLAST = frozenset({"explosives", "heavy-weapons"})
NOBODY = Entities()
_LEFT = frozenset({"resign", "sack"})  # acts by which an office is left
_DONE = frozenset({"happened", "ongoing"})
_OPEN = frozenset({"planned", "possible"})
_PROMISED = frozenset({"will", "shall", "would"})  # that it is promised has happened


def deeds(
    members: Sequence[Seen], after: Sequence[Seen], readings: Mapping[str, Reading], entities: Entities = NOBODY
) -> Iterator[Point]:
    """How it came about, by what means, whether it happened, and whose forces did it, where accounts differ.

    ``after`` are the claims of what followed: who is arrested for a murder is held to have done one.
    """
    told = by_report(members)
    if any(seen.family == "harm" for seen in members):
        ways = (_manner(by_report([*members, *after]), readings), _own_hand(told, readings))
        for accounts in (*ways, _means(told), _set_off(told, readings)):
            if parted(accounts):
                yield Point(slot="action", accounts=accounts)
        if not parted(ways[1]) and parted(accounts := _by_a_wound(told, readings)):
            yield Point(slot="action", subject="own hand", accounts=accounts, relation="finer")
        yield from hands(told, readings, entities)
    if _left(members) and parted(accounts := _will(told, readings)):
        yield Point(slot="action", accounts=accounts, relation="disputes")
    accounts = _mood(told, readings)
    if parted(accounts):
        yield Point(slot="modality", accounts=accounts, relation="" if _open(accounts) else "disputes")


def _left(members: Sequence[Seen]) -> bool:
    """Say whether what is told with the most weight is that somebody left an office."""
    least = FOREMOST * max((seen.claim.weight for seen in members), default=0.0)
    return any(_leaves(seen) and seen.claim.weight >= least for seen in members)


def _leaves(seen: Seen) -> bool:
    """Say whether a claim tells that somebody left an office, or was removed from it."""
    removed = removes(seen.claim.lemma) and seen.claim.action == "OTHER" and bool(seen.claim.recipients)
    return seen.act in _LEFT or seen.claim.mode == "resign" or removed


def _will(told: Mapping[str, Sequence[Seen]], readings: Mapping[str, Reading]) -> list[Account]:
    """Forced out of an office in one report, gone of their own will in another, by what each says of it first."""
    accounts = []
    for report in told:
        reading = readings[report].report
        claims = sorted((c for c in readings[report].claims if c.field == "text"), key=lambda c: (c.start, c.id))
        own = [claim for claim in claims if not of_before(claim, readings[report])]  # no office left years ago
        said = [(claim, how) for claim in own if (how := leaving(reading.text[claim.start : claim.end]))]
        accounts += [
            Account(
                report=report,
                claim=claim.id,
                key=how,
                value="forced to go" if how == "forced" else "of their own will",
            )
            for claim, how in said
            if how == said[0][1]
        ]
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


def _by_a_wound(told: Mapping[str, Sequence[Seen]], readings: Mapping[str, Reading]) -> list[Account]:
    """A wound in one report, by somebody's own hand, and the same person's wound in another, which leaves that out."""
    accounts: list[Account] = []
    people: set[str] = set()
    for report, members in told.items():
        for seen in members:
            said = _HIMSELF.search(readings[report].report.words(seen.claim.span))
            if said and "self-inflicted" in said.group().lower() and seen.family == "harm" and _said_so(seen.claim):
                people |= seen.recipients
                accounts.append(Account(report=report, claim=seen.claim.id, key="own hand", value=said.group()))
    own = {account.report for account in accounts}
    for report, members in told.items():
        for seen in members:
            words = readings[report].report.words(seen.claim.span)
            wound = _WOUND.search(words)
            if report not in own and wound and people & seen.recipients and not _HIMSELF.search(words):
                accounts.append(Account(report=report, claim=seen.claim.id, key="wound", value=wound.group()))
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
