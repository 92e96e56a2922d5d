"""Incidents that reports tell beside the one they were written on: the same one where several reports tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from msgspec.structs import replace

from dateline.across.days.calendar import apart
from dateline.across.event.seen import Seen
from dateline.matching.cluster import components


def joined(claims: Iterable[Seen]) -> list[Seen]:
    """The claims of one happening's reports, those of one incident under one name.

    What is beside the news in one report may be the news of another: then it is told as that.
    """
    told = list(claims)
    parts: dict[str, list[Seen]] = defaultdict(list)
    for seen in told:
        if seen.incident:
            parts[seen.incident].append(seen)
    if not parts:
        return told
    linked = {(one, other): 1.0 for one, other in combinations(sorted(parts), 2) if _same(parts[one], parts[other])}
    named = {name: min(group) for group in components(sorted(parts), linked, 1.0) for name in group}
    news = [seen for seen in told if not seen.incident and seen.family == "harm"]
    known = {named[name] for name, part in parts.items() if _hit(part) & _hit(s for s in news if _away(s, part))}
    home = {name: "" if group in known else group for name, group in named.items()}
    return [replace(seen, incident=home[seen.incident]) if seen.incident else seen for seen in told]


def _same(one: Sequence[Seen], other: Sequence[Seen]) -> bool:
    """Say whether two reports tell of one incident: of people hit in both, or in one place, word and day."""
    if {seen.claim.report for seen in one} & {seen.claim.report for seen in other}:
        return False
    if _hit(one) & _hit(other):
        return True
    places = [{seen.claim.place.name for seen in part if seen.claim.place} - {None} for part in (one, other)]
    words = [{seen.claim.lemma for seen in part} for part in (one, other)]
    days = [(a.days, b.days) for a in one for b in other if a.days and b.days]
    near = all(apart(a, b) == 0 for a, b in days)
    return near and bool(places[0] & places[1]) and bool(words[0] & words[1])


def _hit(part: Iterable[Seen]) -> set[str]:
    return {name for seen in part for name in seen.recipients}


def _away(seen: Seen, part: Sequence[Seen]) -> bool:
    return all(seen.claim.report != other.claim.report for other in part)
