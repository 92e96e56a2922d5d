"""The age of the only one who was hurt, where no name says that reports speak of one person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dateline.across.event.seen import Seen
from dateline.across.slots.accounts import Account, Point, by_report, parted
from dateline.model import Event, Mention, Reading

YEARS = 4  # by which two accounts of one person's age differ at most
_STATE = re.compile(r"\b(critical|serious|stable|fair|good|grave) condition\b", re.IGNORECASE)
_DONE = frozenset({"happened", "ongoing"})
_TOLL = ("killed", "injured")


def lone_ages(event: Event, members: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """Ages of one victim: the event hurt one person, and each report gives the age of one whom it has hurt."""
    if not _one(event):
        return
    hurt = _hurt(members)
    accounts = []
    for report, claims in sorted(hurt.items()):
        ages = {m.age: claims[m.entity] for m in _aged(readings[report], claims)}
        accounts += [_account(report, age or 0, claim) for age, claim in ages.items() if len(ages) == 1]
    given = [int(account.key) for account in accounts]
    of_two = any(len(_every(readings[account.report]).intersection(given)) > 1 for account in accounts)
    if parted(accounts) and not of_two and max(given) - min(given) <= YEARS:
        yield Point(slot="quantity:age", accounts=accounts)


def lone_sexes(event: Event, members: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """Whether one victim is a boy or a girl, a man or a woman, where each report keeps to one of both."""
    if not _one(event):
        return
    accounts = []
    for report, claims in sorted(_hurt(members).items()):
        own = [m for m in readings[report].mentions if m.entity in claims and m.kind == "person" and not m.plural]
        said = [m for m in own if m.gender in ("male", "female") and m.form in ("nominal", "pronoun")]
        if said and len({m.gender for m in own} - {None}) == 1:
            best = min(said, key=lambda m: (m.form == "pronoun", m.start))
            claim = _over(best, report, members) or claims[best.entity]
            accounts.append(Account(report=report, claim=claim, key=str(best.gender), value=best.text))
    if parted(accounts):
        yield Point(slot="who", subject="the victim", accounts=accounts)


def lone_states(event: Event, members: Sequence[Seen], readings: Mapping[str, Reading]) -> Iterator[Point]:
    """In what condition one victim is, who lives: "critical" here and "stable" there."""
    if sum(q.low or 0 for q in event.quantities if q.of == "killed") or len(_several(event)) > 0:
        return
    accounts = []
    for report, claims in by_report(members).items():
        found = [(s.claim.id, _STATE.findall(readings[report].report.words(s.claim.span))) for s in claims]
        told = [(claim, word.lower()) for claim, words in found for word in words]
        if len({word for _, word in told}) == 1:
            accounts.append(Account(report=report, claim=told[0][0], key=told[0][1], value=told[0][1]))
    if parted(accounts):
        yield Point(slot="action", subject="condition", accounts=accounts)


def _several(event: Event) -> list[float]:
    """The counts of more than one whom an event hurt."""
    return [q.low for q in event.quantities if q.of in ("injured", "shot", "treated") and q.low and q.low > 1]


def _over(mention: Mention, report: str, members: Sequence[Seen]) -> str | None:
    """The weightiest claim of the event whose words hold a mention."""
    own = (s.claim for s in members if s.claim.report == report and s.claim.field == mention.field)
    over = [claim for claim in own if claim.start <= mention.start < claim.end]
    return min(over, key=lambda c: (-c.weight, c.id)).id if over else None


def _one(event: Event) -> bool:
    """Say whether an event hurt one person."""
    return sum(q.low or 0 for q in event.quantities if q.of in _TOLL) == 1


def _hurt(members: Sequence[Seen]) -> Mapping[str, Mapping[str, str]]:
    """By report, whom it has hurt, each with the weightiest claim."""
    hurt: dict[str, dict[str, str]] = defaultdict(dict)
    for seen in sorted(members, key=lambda s: (-s.claim.weight, s.claim.id)):
        if seen.family == "harm" and seen.claim.modality in _DONE:
            for one in seen.claim.recipients:
                hurt[seen.claim.report].setdefault(one.entity or "", seen.claim.id)
    return hurt


def _aged(reading: Reading, claims: Mapping[str, str]) -> list[Mention]:
    """The mentions that give the age of a single person who was hurt."""
    own = [mention for mention in reading.mentions if mention.entity in claims and mention.kind == "person"]
    return [mention for mention in own if mention.age is not None and not mention.plural]


def _every(reading: Reading) -> set[int]:
    """All ages that a report gives, of whomever."""
    told = {q.years for c in reading.claims for q in c.quantities if q.years is not None}
    return told | {mention.age for mention in reading.mentions if mention.age is not None}


def _account(report: str, age: int, claim: str) -> Account:
    return Account(report=report, claim=claim, key=f"{age:03d}", value={"low": age, "high": age, "text": str(age)})
