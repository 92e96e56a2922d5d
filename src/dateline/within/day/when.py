"""The day of *this* event: which time expression dates a claim, and when a claim without one happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from msgspec.structs import replace

from dateline.knowledge.calendar import table
from dateline.model import Basis, Report, Segment, Time, When
from dateline.within.day.aftermath import follows_up
from dateline.within.day.attach import FAR, WORN, Attachment, Placed, eventive, happening, speech
from dateline.within.day.order import Order
from dateline.within.parse import Parse
from dateline.within.timex.anchor import lean, released

TELLING = frozenset(("headline", "standfirst", "body"))  # segments whose times may date what stands elsewhere
JUSTICE = frozenset(("COERCE", "ACCUSE", "SANCTION"))  # what follows on a deed, and has a day of its own
ASIDE = frozenset(("advcl", "relcl", "acl", "ccomp", "parataxis"))  # steps that leave a clause's own cast
LEAD = 4  # sentences of the body that count as its lead
FRESH = 6  # days before publication that an undated lead in the past tense may reach back
OVERNIGHT = 2  # days of a time that still tells of one happening
STALE = 30  # the same where the report tells of an accusation or a charge over it
BACK = 3  # sentences that a tale in the simple past is followed back for its time


class Clock:
    """Dates the claims of one report. ``times`` are those of the report, in the order of its words."""

    def __init__(self, report: Report, segments: Sequence[Segment], parse: Parse, times: Sequence[Time]) -> None:  # noqa: ARG002
        self._report = report
        self._parse = parse
        self._worn = {time.id: time for time in times if time.why in WORN}
        self._attached = Attachment(parse, times)
        self._order = Order(report, parse, times, self._attached)

    def for_claim(self, trigger_token: int, first_token: int, end_token: int) -> When | None:  # noqa: ARG002
        """When the claim with this trigger happened, as far as its report alone tells; None where it does not.

        A time dates the trigger that it hangs on or stands nearest to in the grammar, never one in another clause on
        another happening. A claim without a time takes that of the same happening told elsewhere in the report; one in
        the lead takes the day that the lead tells of.
        """
        ordered = self._order.when(trigger_token)
        if ordered is not None:
            return ordered
        placed, gap = self._attached.own(trigger_token), self._order.below(trigger_token)
        if placed is not None and (gap is None or placed.first > gap[1]):
            finer = self._finer(trigger_token, placed.time)
            if finer is not None:
                return self._when(finer, "context")
            return self._bounded(placed) or self._when(placed.time)
        return self._inherited(trigger_token)

    def _finer(self, trigger: int, time: Time) -> Time | None:
        """The one day inside a wider time ("last weekend", "overnight") on which the report sets the same happening."""
        kind = happening(self._parse, trigger)
        if kind is None or time.earliest is None or time.latest is None or time.earliest == time.latest:
            return None
        if self._parse.tags[trigger] == "NNS" or lean(self._parse, trigger) > 0:
            return None
        leading, scenes = self._parse.sentence_at[trigger] in self._leading, table("lists")["scenes"]
        found: dict[date, Time] = {}
        for owner, placed in self._owned:
            day = placed.time.earliest
            if day is None or day != placed.time.latest or not time.earliest <= day <= time.latest:
                continue
            same = self._is(owner, kind[0]) and self._agree(trigger, owner)
            if same or (leading and self._parse.lemmas[owner] in scenes):
                found.setdefault(day, placed.time)
        return next(iter(found.values())) if len(found) == 1 else None

    def _bounded(self, placed: Placed) -> When | None:
        """The open interval of "since 2015", "until Friday", "by May"."""
        word = self._parse.lowers[placed.first - 1] if placed.first else ""
        time, plain = placed.time, self._when(placed.time)
        if word == "after" and time.timex == "DATE":
            return self._past(placed)
        if word not in {"since", "until", "till", "by"} or time.earliest is None or time.latest is None:
            return None
        early, late = (time.earliest, self._written) if word == "since" else (self._written, time.latest)
        if early and late and early > late:
            return None
        value = f"{time.earliest}/.." if word == "since" else f"../{time.latest}"
        return replace(plain, value=value, earliest=early if word == "since" else None, latest=late)

    def _past(self, placed: Placed) -> When | None:
        """The days behind a date: "just after Christmas" the week behind it, "after March 2020" all to publication."""
        time, written = placed.time, self._written
        if time.latest is None:
            return None
        early, shortly = time.latest + timedelta(1), self._parse.lowers[placed.first - 2 : placed.first - 1]
        late = early + timedelta(FRESH) if shortly and shortly[0] in {"just", "shortly", "soon", "right"} else written
        late = min(late, written) if late and written else late
        if late is not None and late < early:
            return None
        plain = self._when(time)
        return replace(plain, value=f"{early}/{late or '..'}", earliest=early, latest=late)

    def _when(self, time: Time, basis: Basis | None = None) -> When:
        if basis is None:
            basis = "stated"
            if time.anchor == "published" or time.anchor in self._worn:
                basis = "document"
            elif time.anchor:
                basis = "context"
        return When(
            value=time.edtf or time.value,
            earliest=time.earliest,
            latest=time.latest,
            basis=basis,
            source=(time.id,),
        )

    def _inherited(self, trigger: int) -> When | None:
        parse = self._parse
        if lean(parse, trigger) > 0:
            return None
        leading = parse.sentence_at[trigger] in self._leading
        if leading or self._narrates(trigger) or self._definite(trigger):
            twin = self._twin(trigger)
            if twin is not None:
                return self._when(twin.time, "context")
        if self._recalled(trigger):
            return None
        told = self._continued(trigger, parse.sentence_at[trigger])
        if told is None and leading and (self._narrates(trigger) or self._headline(trigger)):
            told = self._lead(trigger)
        if told is not None:
            return self._when(told.time, "context")
        return self._fresh(trigger) if leading and not speech(self._parse, trigger) else None

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
            for owner, placed in self._owned
            if self._is(owner, kind[0]) and _days(placed.time) <= widest and self._agree(trigger, owner)
        ]
        for owner, placed in same:
            if self._parse.sentence_at[owner] in self._leading:
                return placed
        if kind[0] != "ASSAULT" and kind[1] not in {"death", "injury", "accident"}:
            return None  # one meets often, and dies once
        return next((placed for owner, placed in same if happening(self._parse, owner) == kind), None)

    def _agree(self, one: int, other: int) -> bool:
        """Whether two triggers can be of one happening: where both name names, they share one.

        Of violence a report rarely tells twice, and names one place in many ways: there nothing is asked (asking
        costs 5 points of exact days on gun violence).
        """
        if self._is(one, "ASSAULT"):
            return True
        left, right = self._names(one), self._names(other)
        if not left and other not in self._opening:
            left = self._cast  # "the meeting" is the one that the report opens with
        return not left or not right or bool(left & right)

    def _names(self, token: int) -> frozenset[str]:
        """The words of persons' and bodies' names in the clause of a trigger."""
        parse = self._parse
        return frozenset(parse.lowers[t] for t in self._clause(token) if t in self._named)

    def _clause(self, token: int) -> Iterator[int]:
        queue = [token]
        while queue:
            found = queue.pop()
            yield found
            queue += [kid for kid in self._parse.kids[found] if self._parse.deps[kid] not in ASIDE]

    @cached_property
    def _named(self) -> frozenset[int]:
        bodies = {"PERSON", "ORG", "NORP"}
        return frozenset(t for first, end, label in self._parse.names if label in bodies for t in range(first, end))

    @cached_property
    def _opening(self) -> range:
        """The tokens of the sentence that the body opens with."""
        for sentence in self._parse.sentences:
            if self._parse.blocks[sentence.block].kind == "body" and sentence.end - sentence.first > 6:
                return range(sentence.first, sentence.end)
        return range(0)

    @cached_property
    def _cast(self) -> frozenset[str]:
        parse = self._parse
        roots = [t for t in self._opening if parse.deps[t] == "ROOT"]
        return frozenset(parse.lowers[t] for root in roots for t in self._clause(root) if t in self._named)

    def _is(self, token: int, action: str) -> bool:
        kind = happening(self._parse, token)
        return kind is not None and kind[0] == action and (action in JUSTICE or not follows_up(self._parse, token))

    def _definite(self, trigger: int) -> bool:
        return any(self._parse.lowers[kid] in {"the", "this", "that"} for kid in self._parse.kids[trigger])

    def _recalled(self, trigger: int) -> bool:
        """Whether a trigger is only spoken of on the occasion of another: arrested over a killing, a murder suspect."""
        parse = self._parse
        kind = happening(parse, trigger)
        if parse.deps[trigger] in {"compound", "amod", "nmod", "poss"}:
            return True
        token = trigger
        for above in list(parse.above(trigger))[:5]:
            if parse.deps[token] in {"pobj", "pcomp", "relcl", "acl"}:
                over = happening(parse, above) or happening(parse, parse.heads[above])
                if over is not None and kind is not None and over[0] not in {kind[0], "ASSAULT", "OTHER"}:
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
        scenes = [
            placed
            for owner, placed in self._owned
            if self._parse.lemmas[owner] in table("lists")["scenes"] and self._fits(trigger, owner, placed.time)
        ]
        return next(iter(leading + scenes), None)

    def _fits(self, trigger: int, owner: int, time: Time) -> bool:
        """Whether a time with its owner may be that of the news: a day or two, past, and of no later response."""
        parse = self._parse
        if _days(time) > FRESH or (parse.lemmas[owner] in table("lists")["responses"] and parse.pos[owner] == "VERB"):
            return False
        if self._written is not None and (time.latest is None or time.latest > self._written):
            return False
        kind, other = happening(parse, trigger), happening(parse, owner)
        later = follows_up(parse, owner) or (other is not None and other[0] in JUSTICE)
        if later and kind is not None and kind[0] not in JUSTICE and not follows_up(parse, trigger):
            return False
        return owner in self._opening or self._agree(trigger, owner)

    def _continued(self, trigger: int, sentence: int) -> Placed | None:
        """The time of the sentence before, where the tale goes on in the simple past."""
        if not self._narrates(trigger) or speech(self._parse, trigger):
            return None
        for number in range(sentence - 1, max(sentence - 1 - BACK, -1), -1):
            for owner, placed in self._owned:
                near = self._parse.sentence_at[owner] == number and self._narrates(owner)
                if near and _days(placed.time) <= 2 and self._agree(trigger, owner):
                    return placed
        return None

    def _narrates(self, token: int) -> bool:
        """Whether the verb at or above a word is in the simple past, as a tale is told."""
        parse = self._parse
        for verb in (token, *parse.above(token)):
            if parse.pos[verb] == "VERB":
                helpers = {parse.lowers[kid] for kid in parse.kids[verb] if parse.deps[kid] in {"aux", "auxpass"}}
                past = parse.tags[verb] == "VBD" or (parse.tags[verb] == "VBN" and bool(helpers & {"was", "were"}))
                return past and "had" not in helpers
        return False

    def _fresh(self, trigger: int) -> When | None:
        """News told in the past tense without a day: some day of the week up to publication.

        Beside an accusation or a charge it may be a month old; a report from court tells of what is older still.
        """
        kind = happening(self._parse, trigger)
        room = FRESH
        if kind is not None and kind[0] not in JUSTICE:
            if self._from_court:
                return None
            room = STALE if self._on_justice else FRESH
        if self._written is None:
            return None
        if self._worn and released(self._report.text):
            told = self._told
            if len(told) < 2:
                return self._when(told[0], "context") if told else self._of_release(self._written)
        early = self._written - timedelta(room)
        return When(
            value=f"{early}/{self._written}",
            earliest=early,
            latest=self._written,
            basis="document",
            source=tuple(self._worn) or (self._report.id,),
            why=(f"told as news, in the past tense and without a day, so at most {room} days before publication",),
        )

    def _of_release(self, written: date) -> When:
        """The day of a release that gives no other: what it tells is of that day as far as it tells at all."""
        return When(
            value=f"{written}?",
            earliest=written,
            latest=written,
            basis="document",
            source=tuple(self._worn),
            why=("a release that names no other day is taken to tell of its own",),
        )

    @cached_property
    def _told(self) -> tuple[Time, ...]:
        """The days up to publication that the report tells of, one time for each."""
        found: dict[tuple[date, date], Time] = {}
        for number, near in sorted(self._attached.by_sentence.items()):
            if self._parse.blocks[self._parse.sentences[number].block].kind in TELLING:
                for time in (placed.time for placed in near if _days(placed.time) <= OVERNIGHT):
                    if time.earliest and time.latest and self._ahead(time) is False:
                        found.setdefault((time.earliest, time.latest), time)
        return tuple(found[days] for days in sorted(found))

    @cached_property
    def _told_in_lead(self) -> tuple[int, ...]:
        sentences = [self._parse.sentences[number] for number in sorted(self._leading)]
        return tuple(token for sentence in sentences for token in range(sentence.first, sentence.end))

    @cached_property
    def _from_court(self) -> bool:
        trials = frozenset(table("lists")["trials"])
        return any(self._parse.lemmas[token] in trials for token in self._told_in_lead)

    @cached_property
    def _on_justice(self) -> bool:
        parse = self._parse
        verbs = (t for t in self._told_in_lead if parse.pos[t] == "VERB" and parse.deps[t] != "amod")
        found = (happening(parse, token) for token in verbs)
        return any(kind is not None and kind[0] in {"ACCUSE", "SANCTION"} for kind in found)

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
        return tuple(self._owners())

    def _owners(self) -> Iterator[tuple[int, Placed]]:
        parse = self._parse
        for number, near in sorted(self._attached.by_sentence.items()):
            sentence = parse.sentences[number]
            if parse.blocks[sentence.block].kind not in TELLING:
                continue
            events = [
                token
                for token in range(sentence.first, sentence.end)
                if (parse.pos[token] == "VERB" and not self._says(token)) or eventive(parse, token)
            ]
            for placed in near:
                costs = [(self._attached.cost(token, placed), abs(token - placed.head), token) for token in events]
                best = min(costs, default=(FAR + 1, 0, 0))
                ahead = self._ahead(placed.time)
                if best[0] <= FAR and not ahead and (ahead is False or lean(parse, best[2]) <= 0):
                    yield best[2], placed

    def _says(self, token: int) -> bool:
        """Whether a verb of saying says something here: police reported that, but not officers responded to."""
        parse = self._parse
        content = any(parse.deps[kid] in {"ccomp", "parataxis"} for kid in parse.kids[token])
        return speech(parse, token) and (content or parse.lemmas[token] == "say")

    def _ahead(self, time: Time) -> bool | None:
        """Whether a time lies after the day of writing; None where one of the two is not known."""
        return None if time.earliest is None or self._written is None else time.earliest > self._written


def _days(time: Time) -> int:
    """How many days a time leaves open; a day that only awaits its anchor counts as one, an open side as very many."""
    if time.earliest and time.latest:
        return (time.latest - time.earliest).days + 1
    return 1 if time.formula.startswith(("day", "weekday", "md", "holiday")) else 10_000
