"""The day of *this* event: which time expression dates a claim, and when a claim without one happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

from msgspec.structs import replace

from dateline.knowledge.calendar import table
from dateline.model import Report, Segment, Time, When
from dateline.within.day.aftermath import behind, follows_up, is_scene, told_to
from dateline.within.day.attach import (
    FRESH,
    OVERNIGHT,
    WORN,
    Attachment,
    Placed,
    days_of,
    evening,
    going_on,
    happening,
    host,
    lasted,
    narrates,
    small,
    speech,
    tallied,
)
from dateline.within.day.bounds import Bounds
from dateline.within.day.cast import ASIDE, Named
from dateline.within.day.fresh import JUSTICE, STALE, Fresh
from dateline.within.day.order import Order
from dateline.within.day.owners import known_for, of_another, owned, tale, told_of
from dateline.within.parse import Parse
from dateline.within.timex.tense import lean

LEAD = 4  # sentences of the body that count as its lead
BACK = 3  # sentences that a tale in the simple past is followed back for its time
FAR_BACK = 8  # the same of a deed of force, where no other time stands between


class Clock:
    """Dates the claims of one report. ``times`` are those of the report, in the order of its words."""

    def __init__(self, report: Report, segments: Sequence[Segment], parse: Parse, times: Sequence[Time]) -> None:  # noqa: ARG002
        self._report = report
        self._parse = parse
        self._worn = {time.id: time for time in times if time.why in WORN}
        self._attached = Attachment(parse, times)
        self._bounds = Bounds(parse, self._attached, self._written, {t.id: t for t in times if t.id not in self._worn})
        self._names = Named(parse)
        self._order = Order(report, parse, times, self._attached)
        self._fresh = Fresh(report, parse, tuple(self._worn), self._attached, self._written, self._leading)

    def for_claim(self, trigger_token: int, first_token: int, end_token: int) -> When | None:  # noqa: ARG002
        """When the claim with this trigger happened, as far as its report alone tells; None where it does not.

        A time dates the trigger that it hangs on or stands nearest to in the grammar, never one in another clause on
        another happening. A claim without a time takes that of the same happening told elsewhere in the report; one in
        the lead takes the day that the lead tells of.
        """
        ordered = self._order.when(trigger_token, lambda token: self.for_claim(token, token, token + 1))
        if ordered is not None:
            return ordered
        placed, gap = self._attached.own(trigger_token), self._order.below(trigger_token)
        if placed is not None and (gap is None or placed.first > gap[1]):
            finer = self._finer(trigger_token, placed.time) or self._inside(trigger_token, placed.time)
            if finer is not None:
                return self._bounds.when(finer, "context")
            bounded = self._bounds.bounded(placed)
            if bounded is None and (told := self._on_one(trigger_token, placed.time)) is not None:
                return told
            if bounded is None and self._outlived(behind(self._parse, trigger_token, placed.head)):
                return self._bounds.when(
                    placed.time, "context"
                )  # arrested, or died, Tuesday after he shot: as a rule one day
            return bounded or self._bounds.when(placed.time)
        return self._inherited(trigger_token)

    def _on_one(self, trigger: int, time: Time) -> When | None:
        """The one day of two which the report tells of elsewhere, for an hour or night that came without a day."""
        if not time.formula.startswith("day:0") or time.earliest is None or time.earliest == time.latest:
            return None
        for owner, placed in self._owned:
            day, leading = placed.time.earliest, self._parse.sentence_at[owner] in self._leading
            single = leading and day in (time.earliest, time.latest) and day == placed.time.latest
            if single and self._fits(trigger, owner, placed.time):
                return self._bounds.when(placed.time, "context")
        return None

    def _outlived(self, later: int | None) -> bool:
        """Whether what came later, by its token, may have come days later: an arrest, a death."""
        if later is None:
            return False
        kind = happening(self._parse, later)
        return follows_up(self._parse, later) or (kind is not None and kind[1] == "death")

    def _finer(self, trigger: int, time: Time) -> Time | None:
        """The one day inside a wider time ("last weekend", "overnight") on which the report sets the same happening.

        A night goes on into the small hours of the day behind it: "Friday night", "at 2 a.m.".
        """
        kind, single = happening(self._parse, trigger), time.earliest == time.latest
        night = single and time.value.endswith("TNI") and not self._before_midnight(time)
        if kind is None or time.earliest is None or time.latest is None or (single and not night):
            return None
        first = time.latest + timedelta(1) if night else time.earliest
        last = first if night else time.latest
        if self._parse.tags[trigger] == "NNS" or lean(self._parse, trigger) > 0:
            return None
        leading = self._parse.sentence_at[trigger] in self._leading
        found: dict[date, Time] = {}
        for owner, placed in self._owned:
            day = placed.time.earliest
            if day is None or day != placed.time.latest or not first <= day <= last:
                continue
            plain = placed.time.timex == "DATE" and kind[1] is not None and happening(self._parse, owner) == kind
            if night and not small(placed.time) and not plain:
                continue
            same = self._is(owner, kind[0]) and self._agree(trigger, owner)
            if same or (leading and is_scene(self._parse, owner)):
                found.setdefault(day, placed.time)
        return next(iter(found.values())) if len(found) == 1 else None

    def _inside(self, trigger: int, time: Time) -> Time | None:
        """The one day inside a weekend or week told of on which the report's tale of a deed of force is set."""
        if not OVERNIGHT < days_of(time) <= FRESH + 2 or not self._is(trigger, "ASSAULT"):
            return None
        told = self._only_day(trigger, time.earliest, time.latest)
        twice = time.earliest and time.latest and (time.latest - time.earliest).days == FRESH + 1  # two Sundays
        return None if told is None or (twice and told.time.earliest in (time.earliest, time.latest)) else told.time

    def _before_midnight(self, night: Time) -> bool:
        """Whether a night is told of as it still was evening: "late Friday night", or elsewhere "at 10 p.m."."""
        if "|late" in night.formula:
            return True
        return any(
            placed.time.earliest == night.earliest == placed.time.latest
            and evening(placed.time)
            and (self._is(owner, "ASSAULT") or is_scene(self._parse, owner))
            for owner, placed in self._owned
        )

    def _echoed(self, placed: Placed) -> When:
        """The day that is taken over from another trigger of the report."""
        ranged = self._bounds.ranged(placed)
        return replace(ranged, basis="context") if ranged else self._bounds.when(placed.time, "context")

    def _inherited(self, trigger: int) -> When | None:
        parse = self._parse
        if lean(parse, trigger) > 0:
            return None
        if (occasion := self._occasion(trigger)) is not None:
            return self._echoed(occasion)
        if (above := host(parse, trigger)) is not None:
            told = self.for_claim(above, above, above + 1)
            return replace(told, basis="context") if told and not told.why else told
        leading = parse.sentence_at[trigger] in self._leading
        if leading or narrates(self._parse, trigger) or self._definite(trigger):
            twin = self._twin(trigger)
            if twin is not None:
                finer = self._finer(trigger, twin.time) or self._inside(trigger, twin.time)
                return self._bounds.when(finer, "context") if finer else self._echoed(twin)
        if self._recalled(trigger):
            return None
        echo = self._continued(trigger, parse.sentence_at[trigger])
        if echo is None and leading and (narrates(self._parse, trigger) or self._headline(trigger)):
            echo = self._lead(trigger)
        if echo is None and leading and self._is(trigger, "ASSAULT"):
            echo = self._scene(trigger)
        if echo is None and leading and self._is(trigger, "ASSAULT") and self._parse.tags[trigger] != "NNS":
            echo = self._only_day(trigger, self._written and self._written - timedelta(FRESH), self._written)
        if echo is not None:
            return self._echoed(echo)
        return self._fresh.when(trigger) if leading and not speech(self._parse, trigger) else None

    def _occasion(self, trigger: int) -> Placed | None:
        """The day of what was told before as the occasion: "during the raid", of the raid on Sunday."""
        parse = self._parse
        sentence = parse.sentences[parse.sentence_at[trigger]]
        for prep in range(sentence.first, sentence.end - 1):
            if parse.lowers[prep] != "during" or parse.heads[prep] not in (trigger, *parse.above(trigger)):
                continue
            noun = next((k for k in parse.kids[prep] if parse.deps[k] == "pobj" and self._definite(k)), None)
            told = self._attached.told_as(parse.lemmas[noun], sentence.first, FRESH) if noun is not None else None
            if told is not None:
                return told
        return None

    def _headline(self, token: int) -> bool:
        return self._parse.block_of(token).kind in {"headline", "standfirst"}

    def _twin(self, trigger: int) -> Placed | None:
        """The time of the same happening told elsewhere: by action in the lead, by action and mode anywhere."""
        kind = happening(self._parse, trigger)
        if kind is None or self._parse.tags[trigger] == "NNS":
            return None
        widest = FRESH + 2 if self._parse.sentence_at[trigger] in self._leading else 10_000
        same = [
            (owner, placed)
            for teller, placed in self._owned
            for owner in (told_of(self._parse, teller),)
            if self._is(owner, kind[0])
            and (kind[0] != "OTHER" or happening(self._parse, owner) == kind)
            and days_of(placed.time) <= widest
            and self._agree(trigger, owner)
            and not self._earlier(owner)
            and not self._aside(owner)
            and not self._old(trigger, owner, placed.time)
        ]
        near = [(owner, placed) for owner, placed in same if self._parse.sentence_at[owner] in self._leading]
        if near:
            return near[0][1]
        told = [p for teller, p in self._owned for owner, _ in same if teller != owner == told_of(self._parse, teller)]
        if told and widest <= FRESH + 2:
            return told[0]  # "the strike took place on Sunday" goes before what else is told below
        if kind[0] != "ASSAULT" and kind[1] not in {"death", "injury", "accident"}:
            return None  # one meets often, and dies once
        found = next((placed for owner, placed in same if happening(self._parse, owner) == kind), None)
        if found is not None and days_of(found.time) > FRESH:
            return self._continued(trigger, self._parse.sentence_at[trigger]) or found
        return found

    def _earlier(self, owner: int) -> bool:
        """Whether several happenings are named as what came before the news: after several shootings on Monday."""
        before = self._parse.lowers[self._parse.heads[owner]]
        return self._parse.tags[owner] == "NNS" and before in {"after", "following"}

    def _aside(self, owner: int) -> bool:
        """Whether a happening only says who somebody is, or is another than that of the lead."""
        return known_for(self._parse, owner) or (
            self._parse.sentence_at[owner] not in self._leading and of_another(self._parse, owner)
        )

    def _old(self, trigger: int, owner: int, time: Time) -> bool:
        """Whether a time is too long past for what a lead tells as news, or what stands before its recall."""
        told, recalled = self._parse.sentence_at[trigger], self._parse.sentence_at[owner]
        if time.latest is None or self._written is None or not (told in self._leading or told < recalled):
            return False
        return self._fresh.newsy and (self._written - time.latest).days > STALE

    def _agree(self, one: int, other: int) -> bool:
        """Whether two triggers can be of one happening: where both name names, they share one.

        Of violence a report rarely tells twice, and names one place in many ways: there nothing is asked (asking
        costs 5 points of exact days on gun violence).
        """
        if self._is(one, "ASSAULT"):
            return True
        left, right = self._names.of(one), self._names.of(other)
        if not left and other not in self._opening:
            left = self._cast  # "the meeting" is the one that the report opens with
        return not left or not right or bool(left & right)

    @cached_property
    def _opening(self) -> range:
        """The tokens of the sentence that the body opens with."""
        for sentence in self._parse.sentences:
            if self._parse.blocks[sentence.block].kind == "body" and sentence.end - sentence.first > 6:
                return range(sentence.first, sentence.end)
        return range(0)

    @cached_property
    def _cast(self) -> frozenset[str]:
        roots = [t for t in self._opening if self._parse.deps[t] == "ROOT"]
        return frozenset(name for root in roots for name in self._names.of(root))

    def _is(self, token: int, action: str) -> bool:
        kind = happening(self._parse, token)
        if action == "COERCE" and self._parse.lemmas[token] == "capture":
            return True
        return kind is not None and kind[0] == action and (action in JUSTICE or not follows_up(self._parse, token))

    def _definite(self, trigger: int) -> bool:
        return any(self._parse.lowers[kid] in {"the", "this", "that"} for kid in self._parse.kids[trigger])

    def _recalled(self, trigger: int) -> bool:
        """Whether a trigger is only spoken of on the occasion of another: arrested over a killing, a murder suspect."""
        parse = self._parse
        kind = happening(parse, trigger)
        if parse.deps[trigger] in {"compound", "amod", "nmod", "poss"} and trigger < parse.heads[trigger]:
            return True  # but "three people dead"
        token = trigger
        for above in list(parse.above(trigger))[:5]:
            if parse.deps[token] in {"pobj", "pcomp", "relcl", "acl"}:
                over = happening(parse, above) or happening(parse, parse.heads[above])
                news = parse.lowers[above] == "after"  # charged after a shooting: one is told with the other
                if over is not None and kind is not None and over[0] not in {kind[0], "ASSAULT", "OTHER"} and not news:
                    return True
            token = above
        return False

    def _lead(self, trigger: int) -> Placed | None:
        """The day that the lead tells of, else that of the scene ("it happened at"), never that of another action."""
        leading = [
            placed
            for owner, placed in self._owned
            if self._parse.sentence_at[owner] in self._leading and self._fits(trigger, owner, placed.time)
        ]
        return next(iter(leading), None) or self._scene(trigger)

    def _scene(self, trigger: int) -> Placed | None:
        """The first day on which "it happened", or on which officers were called."""
        words = table("lists")["scenes"]
        owned = (
            (owner, placed)
            for owner, placed in self._owned
            if self._parse.lemmas[owner] in words
            or (is_scene(self._parse, owner) and not placed.time.formula.startswith("day:0"))  # a call on a day
        )
        return next((placed for owner, placed in owned if self._fits(trigger, owner, placed.time)), None)

    def _only_day(self, trigger: int, first: date | None, last: date | None) -> Placed | None:
        """The one day of some that a report's tale is set on, however far below its lead."""
        if first is None or last is None:
            return None
        fit = ((owner, placed) for owner, placed in tale(self._parse, self._owned) if placed.inside(first, last))
        set_on = [placed for owner, placed in fit if self._fits(trigger, owner, placed.time)]
        days = {(placed.time.earliest, placed.time.latest) for placed in set_on}
        if last == self._written:  # of news, the days that anything is told of
            near = (p.time for told in self._attached.by_sentence.values() for p in told if days_of(p.time) <= FRESH)
            days |= {(time.earliest, time.latest) for time in near if time.latest is not None and time.latest < last}
        return set_on[0] if set_on and len(days) == 1 else None

    def _fits(self, trigger: int, owner: int, time: Time) -> bool:
        """Whether a time with its owner may be that of the news: a day or two, past, and of no later response."""
        parse = self._parse
        response = parse.lemmas[owner] in table("lists")["responses"] and parse.pos[owner] == "VERB"
        response = response and all(parse.deps[kid] != "prt" for kid in parse.kids[owner])  # "held up a shop"
        if going_on(parse, owner) or (owner != trigger and tallied(parse, owner)):
            return False
        if self._aside(owner) or days_of(time) > FRESH or response:
            return False
        if self._written is not None and (time.latest is None or time.latest > self._written):
            return False
        kind, other = happening(parse, trigger), happening(parse, owner)
        if kind is not None and kind[0] == "ASSAULT" and told_to(parse, owner, other):
            return False
        ago = (self._written - time.latest).days if self._written and time.latest else 0
        later = follows_up(parse, owner) or (other or "?")[0] in JUSTICE
        if (kind or "?")[0] in JUSTICE and ago > (STALE if later else FRESH):
            return False  # the charge is news, however long ago the deed "happened"
        if later and kind is not None and kind[0] not in JUSTICE and not follows_up(parse, trigger):
            return False
        return owner in self._opening or self._agree(trigger, owner)

    def _continued(self, trigger: int, sentence: int) -> Placed | None:
        """The time of the sentence before, where the tale goes on in the simple past."""
        if not narrates(self._parse, trigger) or speech(self._parse, trigger):
            return None
        harm = self._is(trigger, "ASSAULT")
        line = (trigger, *self._parse.above(trigger))
        far = harm and self._parse.pos[trigger] == "VERB" and not any(self._parse.deps[t] in ASIDE for t in line)
        for number in range(sentence - 1, max(sentence - 1 - (FAR_BACK if far else BACK), -1), -1):
            for owner, placed in self._owned:
                told = narrates(self._parse, owner) or lasted(self._parse, owner)
                near = self._parse.sentence_at[owner] == number and told
                if harm and follows_up(self._parse, owner):
                    continue  # walked out of jail on Monday: he shot before
                if near and days_of(placed.time) <= 2 and self._agree(trigger, owner):
                    return placed
            first = self._parse.sentences[number + 1].first
            if sentence - number >= BACK and self._attached.by_sentence.get(number):
                return None
            if self._parse.lowers[first] in table("lists")["aside"]:
                return None
        return None

    @cached_property
    def _written(self) -> date | None:
        for time in self._worn.values():
            if time.earliest == time.latest:
                return time.latest
        published = self._report.published
        return published.latest if published and published.exact else None

    @cached_property
    def _leading(self) -> frozenset[int]:
        """The numbers of the sentences in headline, standfirst and the lead of the body."""
        found: list[int] = []
        told = 0
        for number, sentence in enumerate(self._parse.sentences):
            kind = self._parse.blocks[sentence.block].kind
            if kind in {"headline", "standfirst"}:
                found.append(number)
            elif kind == "body" and told < LEAD:
                told += sentence.end - sentence.first > 6
                found.append(number)
        return frozenset(found)

    @cached_property
    def _owned(self) -> tuple[tuple[int, Placed], ...]:
        """Every time with the verb or noun of happening that it dates, in the order of the text."""
        return tuple(owned(self._report, self._parse, self._attached, self._written))
