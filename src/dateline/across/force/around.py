"""What a report tells around an act of harm: who was called to it and who came, and that it began."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from dateline.across.days.calendar import apart
from dateline.across.event.seen import Seen
from dateline.knowledge.rarity import news_words
from dateline.model import Reading

NIGHT = 1  # days: who was called before midnight came after it
_OF = re.compile(r"\s+(?:about|of)\b")  # who heard about it, or received word of it, was not called
_IT = frozenset({"it", "this", "all"})
_TOKEN = re.compile(r"[^\W_]+")


def around(members: Sequence[Seen], told: Mapping[str, Sequence[Seen]], readings: Mapping[str, Reading]) -> list[Seen]:
    """The claims beside an event's own that say when and where it was, of reports that tell no other harm more.

    ``told`` are all claims by report. They are told of one incident on one day, in a sentence without an arrest.
    """
    own = {seen.claim.id for seen in members}
    found: list[Seen] = []
    for report in sorted({seen.claim.report for seen in members}):
        harm = [seen for seen in told[report] if seen.family == "harm"]
        first = max(harm, key=lambda s: (s.claim.weight, s.claim.id), default=None)
        if first is None or first.claim.id not in own:
            continue
        days = [seen.days for seen in harm if seen.claim.id in own and seen.days]
        steps = {(s.claim.field, s.claim.start) for s in told[report] if s.family == "after"}
        for seen in told[report]:
            if seen.claim.id in own or seen.family in ("harm", "after") or seen.incident:
                continue
            near = seen.days is None or not days or any(apart(seen.days, day) <= NIGHT for day in days)
            if near and (seen.claim.field, seen.claim.start) not in steps:
                found += _answer(seen, first, readings[report])
    return found


def claims_of(seen: Iterable[Seen]) -> Mapping[str, Sequence[Seen]]:
    """All claims of each report."""
    found: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        found[one.claim.report].append(one)
    return found


def _answer(seen: Seen, first: Seen, reading: Reading) -> list[Seen]:
    """A claim as one of the event: of who was called as it is, and as the harm itself where it says that this began."""
    claim, text = seen.claim, reading.report.of(seen.claim.field)
    if claim.modality != "happened":
        return []
    before = {word.lower() for word in _TOKEN.findall(text[claim.start : claim.trigger.start])}
    it = claim.lemma in news_words("happening") and before <= _IT
    if it or (claim.lemma in news_words("beginning") and before & news_words("occasions")):
        return [replace(seen, act=first.act, family=first.family)]
    word = text[claim.trigger.start : claim.trigger.end].lower()
    heard_of = _OF.match(text, claim.trigger.end)
    return [replace(seen, family="base")] if word in news_words("responding") and not heard_of else []
