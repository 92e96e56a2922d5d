"""Days, hours and spellings of names on which the accounts of an event part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from dateline.across.accounts import Account, Point, by_report, parted
from dateline.across.calendar import apart
from dateline.across.drafts import Seen
from dateline.model import Entities, Reading

ROOM = 0.5  # of the room that a report gives the event: what it says with less may be of something else
ALIKE = 0.6  # share of letters that two spellings of a name have in common, in order
OVERNIGHT = 1  # days by which accounts differ where one names the evening and one the day after
LATER = frozenset({"death", "medical"})  # who was hit at two may be pronounced dead at three
ROUND = 15  # minutes by which an hour said in round numbers may be off
HOURS = 2  # by which two accounts of one hour differ at most
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_TOKEN = re.compile(r"[^\W_]+")


def days(members: Sequence[Seen]) -> list[Account]:
    """The days that the reports give, where two cannot both be right."""
    accounts = []
    for report, told in by_report(members).items():
        least = told[0].claim.weight * ROOM
        said = [s for s in told if s.days and s.when and s.when.basis != "context" and s.claim.weight >= least]
        if said:
            usual, _ = min(Counter(s.days for s in said).items(), key=lambda pair: (-pair[1], str(pair[0])))
            first = next(s for s in said if s.days == usual)
            accounts.append(Account(report=report, claim=first.claim.id, key=str(usual), value=first.when))
    kept = {account.claim: account for account in accounts}
    given = {s.claim.id: s.days for s in members if s.claim.id in kept and s.days}
    slack = OVERNIGHT if any(seen.family == "harm" for seen in members) else 0  # talks are not held overnight
    parted = any(apart(one, other) > slack for one in given.values() for other in given.values())
    return accounts if parted else []


def hours(members: Sequence[Seen], readings: Mapping[str, Reading]) -> list[Account]:
    """The hours that the reports give, where two differ by a little: by much they are of two things."""
    accounts = []
    for report, told in by_report(members).items():
        for time in readings[report].times:
            clock = _CLOCK.search(time.value)
            home = next(
                (s for s in told if s.claim.field == time.field and s.claim.start <= time.start < s.claim.end), None
            )
            if clock is None or home is None or home.family not in ("harm", "base") or home.claim.kind in LATER:
                continue
            day = f"{home.days[0].isoformat()}{clock.group()}" if home.days else time.value
            accounts.append(
                Account(report=report, claim=home.claim.id, key=clock.group(), value={"value": day, "text": time.text})
            )
    first = {account.report: account for account in reversed(accounts)}
    near = [
        a
        for a in accounts
        if any(_minutes(a, other) <= HOURS * 60 for other in first.values() if other.report != a.report)
    ]
    return near if len({account.key for account in near}) > 1 and len({a.report for a in near}) > 1 else []


def rounded(accounts: Sequence[Account]) -> bool:
    """Say whether hours differ by no more than round numbers do: "about six" and "just after 6:10"."""
    whole = any(account.key.endswith((":00", ":30")) for account in accounts)
    return whole and all(_minutes(one, other) < ROUND for one in accounts for other in accounts)


def _minutes(one: Account, other: Account) -> int:
    left, right = (int(a.key[1:3]) * 60 + int(a.key[4:6]) for a in (one, other))
    return min(abs(left - right), 1440 - abs(left - right))


def spellings(members: Sequence[Seen], entities: Entities) -> Iterator[Point]:
    """Full names of one person that are spelled in more than one way; a middle name more is no other spelling."""
    reports = {seen.claim.report for seen in members}
    people = frozenset().union(*(seen.actors | seen.recipients for seen in members)) - entities.unnamed
    anchor = {seen.claim.report: seen.claim.id for seen in sorted(members, key=lambda s: s.claim.id, reverse=True)}
    for entity in entities.found:
        if entity.kind != "person" or entity.id not in people:
            continue
        named = [alias for alias in entity.aliases if _full(alias.text)]
        # "Defence Minister Ann Example" is "Ann Example" with a title before it, not another spelling
        full = [alias for alias in named if not any(alias.text.endswith(f" {one.text}") for one in named)]
        other = sorted({alias.text for alias in full if any(_respelled(alias.text, one.text) for one in full)})
        accounts = [
            Account(report=report, claim=anchor[report], key=" ".join(_parts(alias.text)), value=alias.text)
            for alias in full
            if alias.text in other
            for report in alias.reports
            if report in reports
        ]
        if parted(accounts):
            accounts.sort(key=lambda a: (a.key, a.report))
            yield Point(slot="name", subject=entity.name, accounts=accounts, relation="disputes")


def _full(name: str) -> bool:
    """Say whether these words are a first name and a surname, and no description."""
    return len(_parts(name)) > 1 and all(word[:1].isupper() or "-" in word for word in name.split())


def _parts(name: str) -> list[str]:
    return [part.lower() for part in _TOKEN.findall(name) if len(part) > 1]


def _respelled(one: str, other: str) -> bool:
    """One part of the name has letters changed ("Fischer", "Fisher"); all others are the same, or are not given."""
    left, right = _parts(one), _parts(other)
    ours, theirs = [p for p in left if p not in right], [p for p in right if p not in left]
    if not ours or not theirs or not set(left) & set(right):
        return False
    near = [(a, b) for a in ours for b in theirs if SequenceMatcher(None, a, b).ratio() >= ALIKE and not _short(a, b)]
    return len(near) == min(len(ours), len(theirs)) and (left[-1] in right or right[-1] in left or bool(near))


def _short(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
