"""The day of *this* event: which time expression dates a claim, and when a claim without one happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

import msgspec
from msgspec.structs import replace

from dateline.knowledge import actions, cues
from dateline.knowledge.calendar import table
from dateline.model import Basis, Report, Segment, Time, When
from dateline.within.anchor import lean
from dateline.within.parse import Parse

WORN = frozenset(("dateline", "byline"))  # what `Time.why` says of the date that a report wears
TELLING = frozenset(("headline", "standfirst", "body"))  # segments whose times may date what stands elsewhere
JUSTICE = frozenset(("COERCE", "ACCUSE", "SANCTION"))  # what follows on a deed, and has a day of its own
LEAD = 4  # sentences of the body that count as its lead
FRESH = 6  # days before publication that an undated lead in the past tense may reach back
BACK = 3  # sentences that a tale in the simple past is followed back for its time
FAR = 7.0  # a time costlier than this does not date a trigger


class Placed(msgspec.Struct, frozen=True):
    """A time expression with its place in the parse: its tokens and the one that the rest hang on."""

    time: Time
    first: int
    end: int
    head: int


class Clock:
    """Dates the claims of one report. ``times`` are those of the report, in the order of its words."""

    def __init__(self, report: Report, segments: Sequence[Segment], parse: Parse, times: Sequence[Time]) -> None:  # noqa: ARG002
        self._report = report
        self._parse = parse
        self._worn = {time.id: time for time in times if time.why in WORN}
        self._in: dict[int, list[Placed]] = {}
        tokens = _Offsets(parse)
        for time in times:
            if time.why in WORN or time.timex not in {"DATE", "TIME"} or not (time.earliest or time.formula):
                continue
            placed = tokens.place(time)
            if placed is not None and self._told(parse.sentence_at[placed.head]):
                self._in.setdefault(parse.sentence_at[placed.head], []).append(placed)

    def _told(self, number: int) -> bool:
        """Whether a sentence tells anything: date lines and running times of films have neither verb nor happening."""
        sentence = self._parse.sentences[number]
        return any(
            self._parse.pos[token] in {"VERB", "AUX"} or _eventive(self._parse, token)
            for token in range(sentence.first, sentence.end)
        )

    def for_claim(self, trigger_token: int, first_token: int, end_token: int) -> When | None:  # noqa: ARG002
        """When the claim with this trigger happened, as far as its report alone tells; None where it does not.

        A time dates the trigger that it hangs on or stands nearest to in the grammar, never one in another clause on
        another happening. A claim without a time takes that of the same happening told elsewhere in the report; one in
        the lead takes the day that the lead tells of.
        """
        placed = self.own(trigger_token)
        if placed is not None:
            return self._bounded(placed) or self._when(placed.time)
        return self._inherited(trigger_token)

    def _bounded(self, placed: Placed) -> When | None:
        """The open interval of "since 2015", "until Friday", "by May"."""
        word = self._parse.lowers[placed.first - 1] if placed.first else ""
        time, plain = placed.time, self._when(placed.time)
        if word not in {"since", "until", "till", "by"} or time.earliest is None or time.latest is None:
            return None
        early, late = (time.earliest, self._written) if word == "since" else (self._written, time.latest)
        if early and late and early > late:
            return None
        value = f"{time.earliest}/.." if word == "since" else f"../{time.latest}"
        return replace(plain, value=value, earliest=early if word == "since" else None, latest=late)

    def own(self, trigger: int) -> Placed | None:
        """The time expression that belongs to a trigger by grammar."""
        near = self._in.get(self._parse.sentence_at[trigger], ())
        scored = [(self._cost(trigger, placed), abs(placed.head - trigger), placed.first, placed) for placed in near]
        best = min(scored, default=None, key=lambda s: s[:3])
        return best[3] if best is not None and best[0] <= FAR else None

    def _cost(self, trigger: int, placed: Placed) -> float:
        parse = self._parse
        ups = [trigger, *parse.above(trigger)]
        number = {token: place for place, token in enumerate(ups)}
        if placed.first - parse.sentences[parse.sentence_at[trigger]].first < 2 and not self._speech(ups[-1]):
            return len(ups) * 0.5 + sum(_UP.get(parse.deps[t], 1.0) > 4 for t in ups) * 4  # "Today, in Homs, ..."
        downs = []
        token = placed.head
        while token not in number:
            downs.append(token)
            if parse.heads[token] == token:
                return FAR + 1
            token = parse.heads[token]
        climbed = ups[: number[token]]
        cost = sum(_UP.get(parse.deps[t], 1.0) for t in climbed) + sum(self._down(t) for t in downs)
        if self._since(trigger, placed):
            cost += 6.0
        owner = self._noun_owner(placed)
        if owner is not None and owner != trigger:
            cost += 5.0
        elif owner == trigger:
            return 0.0
        if token != trigger and self._speech(token):
            cost += self._said_then(token, trigger, placed)
        return cost

    def _since(self, trigger: int, placed: Placed) -> bool:
        """Whether a "since" or "after" between trigger and time gives the time to another happening."""
        lowers = self._parse.lowers
        for token in range(trigger + 1, placed.first - 1):
            if lowers[token] in {"since", "after", "before", "following"}:
                inside = range(token + 1, placed.first)
                return any(self._parse.pos[t] == "VERB" or _eventive(self._parse, t) for t in inside)
        return False

    def _down(self, token: int) -> float:
        """A step down costs more where it enters a clause of its own; one with an infinitive has no time of its own."""
        dep = self._parse.deps[token]
        if dep in {"acl", "advcl", "xcomp", "relcl"} and any(
            self._parse.lowers[kid] == "to" for kid in self._parse.kids[token]
        ):
            return 1.5
        return _DOWN.get(dep, 0.5)

    def _said_then(self, speech: int, trigger: int, placed: Placed) -> float:
        """What it costs to date a trigger by a time that hangs on the verb of saying above it."""
        if speech < trigger < placed.first:  # said he was shot Tuesday
            return -3.0
        opening = placed.first - self._parse.sentences[self._parse.sentence_at[trigger]].first < 2
        if opening and placed.end < speech:  # On Tuesday, police said
            return 2.0
        return 9.0  # said Tuesday that; ..., police said Tuesday

    def _noun_owner(self, placed: Placed) -> int | None:
        """The noun of happening that a time belongs to alone: "Tuesday's attack", "after a shooting Monday"."""
        parse = self._parse
        head = parse.heads[placed.head]
        if head >= placed.end and parse.deps[placed.head] in {"poss", "compound", "nmod", "amod", "nummod"}:
            return head if _eventive(parse, head) else None
        before = placed.first - 1
        while before >= 0 and parse.pos[before] in {"ADP", "ADV", "DET"} and placed.first - before < 4:
            before -= 1
        if before < 0 or parse.sentence_at[before] != parse.sentence_at[placed.head] or not _eventive(parse, before):
            return None
        governor = parse.heads[before]
        return before if parse.lowers[governor] in table("lists")["after"] else None

    def _speech(self, token: int) -> bool:
        return self._parse.pos[token] == "VERB" and cues.verbs().get(self._parse.lemmas[token], {}).get("that") == "say"

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
        return self._fresh() if leading and not self._speech(trigger) else None

    def _headline(self, token: int) -> bool:
        return self._parse.block_of(token).kind in {"headline", "standfirst"}

    def _twin(self, trigger: int) -> Placed | None:
        """The time of the same happening told elsewhere: by action in the lead, by action and mode anywhere."""
        kind = _happening(self._parse, trigger)
        if kind is None or self._parse.tags[trigger] == "NNS":
            return None
        same = [
            (owner, placed) for owner, placed in self._owned if self._is(owner, kind[0]) and self._agree(trigger, owner)
        ]
        for owner, placed in same:
            if self._parse.sentence_at[owner] in self._leading:
                return placed
        if kind[0] != "ASSAULT" and kind[1] not in {"death", "injury", "accident"}:
            return None  # one meets often, and dies once
        return next((placed for owner, placed in same if _happening(self._parse, owner) == kind), None)

    def _agree(self, one: int, other: int) -> bool:
        """Whether two triggers can be of one happening: where both name names, they share one.

        Of violence a report rarely tells twice, and names one place in many ways: there nothing is asked (asking
        costs 5 points of exact days on gun violence).
        """
        if self._is(one, "ASSAULT"):
            return True
        left, right = self._names(one), self._names(other)
        return not left or not right or bool(left & right)

    def _names(self, token: int) -> frozenset[str]:
        parse = self._parse
        return frozenset(parse.lowers[t] for t in parse.subtree(token) if parse.pos[t] == "PROPN")

    def _is(self, token: int, action: str) -> bool:
        kind = _happening(self._parse, token)
        return kind is not None and kind[0] == action

    def _definite(self, trigger: int) -> bool:
        return any(self._parse.lowers[kid] in {"the", "this", "that"} for kid in self._parse.kids[trigger])

    def _recalled(self, trigger: int) -> bool:
        """Whether a trigger is only spoken of on the occasion of another: arrested over a killing, a murder suspect."""
        parse = self._parse
        kind = _happening(parse, trigger)
        if parse.deps[trigger] in {"compound", "amod", "nmod", "poss"}:
            return True
        token = trigger
        for above in list(parse.above(trigger))[:5]:
            if parse.deps[token] in {"pobj", "pcomp", "relcl", "acl"}:
                over = _happening(parse, above) or _happening(parse, parse.heads[above])
                if over is not None and kind is not None and over[0] not in {kind[0], "ASSAULT", "OTHER"}:
                    return True
            token = above
        return False

    def _lead(self, trigger: int) -> Placed | None:
        """The day that the lead tells of, unless it is that of an action of another kind."""
        parse = self._parse
        kind = _happening(parse, trigger)
        for owner, placed in self._owned:
            time, other = placed.time, _happening(parse, owner)
            if parse.sentence_at[owner] not in self._leading or time.latest is None:
                continue
            if parse.lemmas[owner] in table("lists")["responses"] and parse.pos[owner] == "VERB":
                continue
            if kind is not None and other is not None and other[0] in JUSTICE and kind[0] not in JUSTICE:
                continue
            if (
                _days(time) <= FRESH
                and self._agree(trigger, owner)
                and (self._written is None or time.latest <= self._written)
            ):
                return placed
        return None

    def _continued(self, trigger: int, sentence: int) -> Placed | None:
        """The time of the sentence before, where the tale goes on in the simple past."""
        if not self._narrates(trigger) or self._speech(trigger):
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

    def _fresh(self) -> When | None:
        """News told in the past tense without a day: some day of the week up to publication."""
        if self._written is None:
            return None
        early = self._written - timedelta(FRESH)
        source = tuple(self._worn) or (self._report.id,)
        return When(
            value=f"{early}/{self._written}",
            earliest=early,
            latest=self._written,
            basis="document",
            source=source,
            why=("told as news, in the past tense and without a day, so within the week up to publication",),
        )

    @cached_property
    def _written(self) -> date | None:
        for time in self._worn.values():
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
        for number, near in sorted(self._in.items()):
            sentence = parse.sentences[number]
            if parse.blocks[sentence.block].kind not in TELLING:
                continue
            events = [
                token
                for token in range(sentence.first, sentence.end)
                if (parse.pos[token] == "VERB" and not self._speech(token)) or _eventive(parse, token)
            ]
            for placed in near:
                costs = [(self._cost(token, placed), abs(token - placed.head), token) for token in events]
                best = min(costs, default=(FAR + 1, 0, 0))
                ahead = self._ahead(placed.time)
                if best[0] <= FAR and not ahead and (ahead is False or lean(parse, best[2]) <= 0):
                    yield best[2], placed

    def _ahead(self, time: Time) -> bool | None:
        """Whether a time lies after the day of writing; None where one of the two is not known."""
        return None if time.earliest is None or self._written is None else time.earliest > self._written


class _Offsets:
    """Finds the tokens of a time expression."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._at: dict[tuple[str, int], int] = {
            (parse.block_of(token).field, start): token for token, start in enumerate(parse.starts)
        }

    def place(self, time: Time) -> Placed | None:
        parse = self._parse
        first = next(
            (self._at[time.field, n] for n in range(time.start, time.end) if (time.field, n) in self._at), None
        )
        if first is None:
            return None
        end = first + 1
        while end < len(parse) and parse.starts[first] < parse.starts[end] < time.end:
            end += 1
        heads = [t for t in range(first, end) if not first <= parse.heads[t] < end or parse.heads[t] == t]
        return Placed(time, first, end, heads[0] if heads else first)


# What each step through the grammar costs: up from the trigger to where the two paths meet, and down to the time.
# Small for what shares a clause, large for a clause on another happening.
_UP = {
    "ROOT": 0.0,
    "conj": 1.0,
    "xcomp": 0.5,
    "ccomp": 3.0,
    "parataxis": 3.0,
    "advcl": 2.0,
    "relcl": 5.0,
    "acl": 2.5,
    "dobj": 0.5,
    "nsubj": 1.0,
    "nsubjpass": 0.5,
    "pobj": 1.0,
    "prep": 1.0,
}
_DOWN = {
    "relcl": 6.0,
    "acl": 5.0,
    "advcl": 5.0,
    "ccomp": 5.0,
    "parataxis": 5.0,
    "pcomp": 4.0,
    "conj": 2.5,
    "nsubj": 1.5,
    "nsubjpass": 1.5,
    "appos": 1.0,
}


def _days(time: Time) -> int:
    """How many days a time leaves open; a day that only awaits its anchor counts as one, an open side as very many."""
    if time.earliest and time.latest:
        return (time.latest - time.earliest).days + 1
    return 1 if time.formula.startswith(("day", "weekday", "md", "holiday")) else 10_000


def _eventive(parse: Parse, token: int) -> bool:
    return parse.pos[token] in {"NOUN", "PROPN"} and parse.lemmas[token].lower() in actions.nouns()


def _happening(parse: Parse, token: int) -> tuple[str, str | None] | None:
    """The action and mode that a word stands for at its plainest, by which two mentions of one happening are known.

    A verb that says nothing itself stands for its object: to open fire, to launch an attack.
    """
    verbal = parse.pos[token] == "VERB"
    frames = (actions.verbs() if verbal else actions.nouns()).get(parse.lemmas[token].lower())
    if frames is None and verbal:
        objects = (kid for kid in parse.kids[token] if parse.deps[kid] == "dobj")
        frames = next((f for kid in objects if (f := actions.nouns().get(parse.lemmas[kid].lower()))), None)
    return (frames[-1].action, frames[-1].mode or frames[-1].kind) if frames else None
