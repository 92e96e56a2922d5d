"""What a time hangs on: the verb or noun of happening that a time expression belongs to by grammar."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

import msgspec

from dateline.knowledge import actions, cues
from dateline.knowledge.calendar import table
from dateline.knowledge.placewords import words
from dateline.model import Time
from dateline.within.day.aftermath import elsewhere, of_the_deed, spoken_of
from dateline.within.day.named import names_only
from dateline.within.doing.offence import names_offence
from dateline.within.once import once_a_token
from dateline.within.parse import Parse

WORN = frozenset(("dateline", "byline"))  # what `Time.why` says of the date that a report wears
TELLING = frozenset(("headline", "standfirst", "body"))  # segments whose times may date what stands elsewhere
FRESH = 6  # days before publication that an undated lead in the past tense may reach back
OVERNIGHT = 2  # days of a time that still tells of one happening
FAR = 7.0  # a time costlier than this does not date a trigger


class Placed(msgspec.Struct, frozen=True):
    """A time expression with its place in the parse: its tokens and the one that the rest hang on."""

    time: Time
    first: int
    end: int
    head: int

    def inside(self, first: date, last: date) -> bool:
        """Say whether its last day is one of some."""
        return self.time.latest is not None and first <= self.time.latest <= last


class Attachment:
    """The times of one report, by sentence, and what it costs to date a word by one of them."""

    def __init__(self, parse: Parse, times: Sequence[Time]) -> None:
        self._parse = parse
        self.by_sentence: dict[int, list[Placed]] = {}
        tokens = _Offsets(parse)
        for time in times:
            if time.why in WORN or not _dates(time):
                continue
            placed = tokens.place(time)
            if placed is None or _as_of(parse, placed.first):
                continue
            named = names_only(parse, time, placed.first, placed.end, placed.head)
            if not named and self._told(parse.sentence_at[placed.head]):
                self.by_sentence.setdefault(parse.sentence_at[placed.head], []).append(placed)

    def _told(self, number: int) -> bool:
        """Whether a sentence tells anything: date lines and running times of films have neither verb nor happening."""
        sentence = self._parse.sentences[number]
        return any(
            self._parse.pos[token] in {"VERB", "AUX"} or eventive(self._parse, token)
            for token in range(sentence.first, sentence.end)
        )

    def own(self, trigger: int) -> Placed | None:
        """The time expression that belongs to a trigger by grammar."""
        near: Sequence[Placed] = self.by_sentence.get(self._parse.sentence_at[trigger], ())
        if not narrates(self._parse, trigger):  # killed in the past day, but not the events of the past day
            near = [placed for placed in near if placed.time.timex != "DURATION"]
        scored = [(self.cost(trigger, placed), abs(placed.head - trigger), placed.first, placed) for placed in near]
        best = min(scored, default=None, key=lambda s: s[:3])
        return best[3] if best is not None and best[0] <= FAR else None

    def told_as(self, lemma: str, end: int, widest: int) -> Placed | None:
        """The time, of so many days at most, that hangs on the first noun of a kind before a token."""
        for token in range(end):
            if self._parse.lemmas[token] == lemma and self._parse.block_of(token).kind in TELLING:
                placed = self.own(token)
                if placed is not None and days_of(placed.time) <= widest:
                    return placed
        return None

    def until(self, placed: Placed) -> Time | None:
        """The time that ends what another begins: from Friday to early Sunday, between noon and midnight."""
        lowers, near = self._parse.lowers, self.by_sentence[self._parse.sentence_at[placed.head]]
        joined = placed.end < len(lowers) and lowers[placed.end] in {"and", "to", "through", "until"}
        return next((p.time for p in near if joined and p.first == placed.end + 1), None)

    def either(self, placed: Placed) -> tuple[Time, Time] | None:
        """The two times of which one is the right one: late Friday or early Saturday."""
        lowers, near = self._parse.lowers, self.by_sentence[self._parse.sentence_at[placed.head]]
        for one in near:
            for other in near if one.end < len(lowers) and lowers[one.end] == "or" else ():
                if other.first == one.end + 1 and placed in (one, other):
                    return one.time, other.time
        return None

    def cost(self, trigger: int, placed: Placed) -> float:
        """How far a time is from dating a trigger: small where they share a clause, beyond `FAR` not at all."""
        parse = self._parse
        ups = [trigger, *parse.above(trigger)]
        number = {token: place for place, token in enumerate(ups)}
        downs = []
        token = placed.head
        while token not in number:
            downs.append(token)
            if parse.heads[token] == token:
                return FAR + 1
            token = parse.heads[token]
        climbed = ups[: number[token]]
        if self._pictured(climbed, placed) or (climbed and climbed[-1] in tallied(parse, token)):
            return FAR + 1
        later = not speech(parse, token) and elsewhere(parse, trigger, climbed, token, placed.first)
        later = later or (token != trigger and spoken_of(parse, climbed))
        if later and self._noun_owner(placed) != trigger:
            return FAR + 1
        if placed.first - parse.sentences[parse.sentence_at[trigger]].first < 2 and not speech(parse, ups[-1]):
            return len(ups) * 0.5 + sum(_UP.get(parse.deps[t], 1.0) > 4 for t in ups) * 4  # "Today, in Homs, ..."
        cost = sum(self._up(t) for t in climbed) + sum(self._down(t) for t in downs)
        if self._since(trigger, placed):
            cost += 6.0
        owner = self._noun_owner(placed)
        ahead = owner if owner is not None and owner >= placed.end else None  # "a May 5 shooting"
        if of_the_deed(parse, trigger, ahead, downs) or (
            ahead not in (None, trigger) and self._died_of(trigger, placed)
        ):
            return FAR + 1
        if owner is not None and owner != trigger:
            cost += 5.0
        elif owner == trigger:
            return 0.0
        if token != trigger and speech(self._parse, token):
            cost += self._said_then(token, trigger, placed)
        return cost

    def _since(self, trigger: int, placed: Placed) -> bool:
        """Whether a "since" or "after" between trigger and time gives the time to another happening."""
        lowers = self._parse.lowers
        for token in range(trigger + 1, placed.first - 1):
            if lowers[token] in {"since", "after", "before", "following"}:
                inside = range(token + 1, placed.first)
                return any(self._parse.pos[t] == "VERB" or eventive(self._parse, t) for t in inside)
        return False

    def _died_of(self, trigger: int, placed: Placed) -> bool:
        """Whether a time is that of what somebody died of later: "has died of wounds from a May 5 shooting"."""
        kind = happening(self._parse, trigger)
        before = self._parse.lowers[max(0, placed.first - 2) : placed.first]
        return kind is not None and kind[1] == "death" and any(word in _SINCE for word in before)

    def _pictured(self, climbed: Sequence[int], placed: Placed) -> bool:
        """Whether a time is that of a picture, which shows what a deed left: a shop where two died, June 3, 2016."""
        return any(self._parse.deps[token] in _SHOWN for token in climbed) and self.of_picture(placed)

    def of_picture(self, placed: Placed) -> bool:
        """Say whether a time is put to a picture, as the full date in a caption is: June 3, 2016. (Oslo Post)."""
        parse = self._parse
        if _YEAR.search(placed.time.text) is None or parse.lowers[placed.first - 1] in {"on", "in", "of"}:
            return False
        behind = parse.words[placed.end : placed.end + 2]
        return parse.block_of(placed.first).kind == "caption" or "(" in behind

    def _up(self, token: int) -> float:
        """A step up costs more out of what came first: cleaned up on Sunday after a crowd looted shops on Saturday."""
        first = self._parse.deps[token] == "advcl" and any(
            self._parse.lowers[k] == "after" for k in self._parse.kids[token]
        )
        if self._parse.tags[token] == "VBN" and self._parse.lemmas[self._parse.heads[token]] == "leave":
            return _LEFT  # "left dozens injured"
        return _UP.get(self._parse.deps[token], 1.0) + first

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
        if speech < placed.first < trigger and self._parse.tags[speech] in {"VBP", "VBZ"}:
            return 1.0  # police say Friday morning a man was shot
        opening = placed.first - self._parse.sentences[self._parse.sentence_at[trigger]].first < 2
        if opening and placed.end < speech:  # On Tuesday, police said
            return 2.0
        if trigger < placed.first and placed.end < speech and self._parse.words[placed.end] == ",":
            return 0.0  # was shot and taken away Monday, police said
        return 9.0  # said Tuesday that; ..., police said Tuesday

    def _noun_owner(self, placed: Placed) -> int | None:
        """The noun of happening that a time belongs to alone: "Tuesday's attack", "after a shooting Monday"."""
        parse = self._parse
        head = parse.heads[placed.head]
        if head >= placed.end and parse.deps[placed.head] in {"poss", "compound", "nmod", "amod", "nummod"}:
            return head if eventive(parse, head) else None
        before = placed.first - 1
        while before >= 0 and parse.pos[before] in {"ADP", "ADV", "DET"} and placed.first - before < 4:
            before -= 1
        if before < 0 or parse.sentence_at[before] != parse.sentence_at[placed.head] or not eventive(parse, before):
            return None
        if names_offence(parse, before):
            return None  # charged with murder on Monday
        governor = parse.heads[before]
        return before if parse.lowers[governor] in table("lists")["after"] else None


def _dates(time: Time) -> bool:
    """Whether a time may be the day of something: a date, or a short while up to the day of writing."""
    if time.timex == "DURATION":
        return days_of(time) <= FRESH + OVERNIGHT
    return time.timex in {"DATE", "TIME"} and bool(time.earliest or time.formula)


def _as_of(parse: Parse, first: int) -> bool:
    """Whether a time says until when something is known, a birth or a post: "as of late Tuesday", "(@desk) May 3"."""
    before = list(parse.lowers[max(0, first - 3) : first])
    posted = before[-1:] == [")"] and any(word.startswith("@") for word in before)
    return posted or before[-2:] == ["as", "of"] or bool({"birth", "dob", "born"} & set(before))


class _Offsets:
    """Finds the tokens of a time expression."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._at = {
            (parse.blocks[sentence.block].field, parse.starts[token]): token
            for sentence in parse.sentences
            for token in range(sentence.first, sentence.end)
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
        heads = [t for t in range(first, end) if not first <= parse.heads[t] < end]  # many, where the parser split it
        highest = min(heads, key=lambda token: (len(list(parse.above(token))), token), default=None)
        roots = (t for t in range(first, end) if parse.heads[t] == t)
        return Placed(time, first, end, next(roots, first) if highest is None else highest)


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
_LEFT = 0.5  # the same, from what a happening left to the word for leaving it
_SINCE = frozenset(("since", "from"))
_SHOWN = frozenset(("relcl", "acl", "pobj", "pcomp"))
_YEAR = re.compile(r"\d{4}$")
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


def tallied(parse: Parse, verb: int) -> list[int]:
    """The subjects of a verb that tells what a toll came to: its day is none of theirs who were hit."""
    sums = actions.classes()["tally"]
    return [k for k in parse.kids[verb] if parse.deps[k] in {"nsubj", "nsubjpass"} and parse.low_lemmas[k] in sums]


@once_a_token
def narrates(parse: Parse, token: int) -> bool:
    """Say whether the verb at or above a word is in the simple past, as a tale is told."""
    for verb in (token, *parse.above(token)):
        if parse.pos[verb] == "VERB":
            helpers = {parse.lowers[kid] for kid in parse.kids[verb] if parse.deps[kid] in {"aux", "auxpass"}}
            past = parse.tags[verb] == "VBD" or (parse.tags[verb] == "VBN" and bool(helpers & {"was", "were"}))
            return past and "had" not in helpers
    return False


def host(parse: Parse, token: int) -> int | None:
    """The verb that a participle goes with, and shares its time: he fired, hitting two and killing one."""
    above = parse.heads[token]
    if parse.tags[token] != "VBG" or parse.deps[token] not in {"advcl", "conj"} or parse.pos[above] != "VERB":
        return None
    if any(parse.deps[kid] in {"aux", "mark", "advmod"} and kid < token for kid in parse.kids[token]):
        return None  # while riding, when killing
    return host(parse, above) if parse.tags[above] == "VBG" else above if above < token else None


def lasted(parse: Parse, token: int) -> bool:
    """Say whether a verb tells what was going on, which sets the scene for a tale: he was playing cards on Friday."""
    helpers = {parse.lowers[kid] for kid in parse.kids[token] if parse.deps[kid] in {"aux", "auxpass"}}
    return parse.tags[token] == "VBG" and bool(helpers & {"was", "were"})


def going_on(parse: Parse, token: int) -> bool:
    """Say whether a verb tells what goes on as the report is written: police are searching on Friday."""
    helpers = {parse.lowers[kid] for kid in parse.kids[token] if parse.deps[kid] == "aux"}
    return parse.tags[token] == "VBG" and bool(helpers & {"is", "are"})


def eventive(parse: Parse, token: int) -> bool:
    """Say whether a noun stands for a happening; a street's name ("Mill Drive") does not."""
    if parse.pos[token] not in {"NOUN", "PROPN"} or parse.low_lemmas[token] not in actions.nouns():
        return False
    return parse.pos[token] == "NOUN" or parse.lowers[token] not in words("street")


@once_a_token
def happening(parse: Parse, token: int) -> tuple[str, str | None] | None:
    """The action and mode that a word stands for at its plainest, by which two mentions of one happening are known.

    A verb that says nothing itself stands for its object: to open fire, to launch an attack.
    """
    if parse.deps[token] == "dobj":  # "open fire" is no fire
        whole = actions.verbs().get(parse.low_lemmas[parse.heads[token]], ())
        if frame := next((f for f in whole if _is_of(f, [parse.low_lemmas[token]]) and f.action == "ASSAULT"), None):
            return frame.action, frame.mode or frame.kind
    verbal = parse.pos[token] == "VERB"
    if verbal and parse.low_lemmas[token] == "come":  # "came under attack"
        under = (k for prep in parse.kids[token] if parse.lowers[prep] == "under" for k in parse.kids[prep])
        token = next((k for k in under if eventive(parse, k)), token)
        verbal = parse.pos[token] == "VERB"
    frames = (actions.verbs() if verbal else actions.nouns()).get(parse.low_lemmas[token])
    if verbal and (phrasal := next((f for f in frames or () if _is_with(f, parse, token)), None)):
        return phrasal.action, phrasal.mode or phrasal.kind  # "passed away"
    objects = [kid for kid in parse.kids[token] if parse.deps[kid] == "dobj"] if verbal else []
    known = [parse.low_lemmas[kid] for kid in objects]
    if verbal and frames is not None and frames[-1].conditions:
        frames = tuple(f for f in frames if _is_of(f, known)) or None  # "conduct" alone says nothing
    if frames is None and verbal:
        frames = next((f for kid in objects if (f := actions.nouns().get(parse.low_lemmas[kid]))), None)
    return (frames[-1].action, frames[-1].mode or frames[-1].kind) if frames else None


def _is_of(frame: actions.Frame, objects: Collection[str]) -> bool:
    """Whether a use of a verb asks for nothing but one of these objects, by which it says all."""
    asked = [c for c in frame.conditions if c.slot == "obj" and c.test == "=" and not c.negated]
    return len(asked) == len(frame.conditions) == 1 and any(word in asked[0].words for word in objects)


def _is_with(frame: actions.Frame, parse: Parse, token: int) -> bool:
    """Whether a use of a verb asks for nothing but the particle that stands with it."""
    if len(frame.conditions) != 1 or not frame.conditions[0].slot.startswith("prt:") or frame.conditions[0].negated:
        return False
    beside = (kid for kid in parse.kids[token] if parse.deps[kid] in {"prt", "advmod"})
    return frame.conditions[0].slot[4:] in {parse.lowers[kid] for kid in beside}


def speech(parse: Parse, token: int) -> bool:
    """Say whether a verb hands a statement to somebody."""
    return parse.pos[token] == "VERB" and cues.verbs().get(parse.lemmas[token], {}).get("that") == "say"


def small(time: Time) -> bool:
    """Say whether a time is of the hours between midnight and dawn: 2 a.m., early Sunday morning."""
    _, _, hour = time.value.partition("T")
    return (hour[:2].isdigit() and hour < "06") or (hour == "MO" and _EARLY.match(time.text) is not None)


def evening(time: Time) -> bool:
    """Say whether a time is of the hours before midnight: in the evening, at 10 p.m."""
    _, _, hour = time.value.partition("T")
    return hour == "EV" or (hour[:2].isdigit() and "17" <= hour[:2] < "24")


_EARLY = re.compile(r"(?:the\s+)?(?:early|small|wee|pre-?dawn)\b", re.IGNORECASE)


def days_of(time: Time) -> int:
    """How many days a time leaves open; a day that only awaits its anchor counts as one, an open side as very many."""
    if time.earliest and time.latest:
        return (time.latest - time.earliest).days + 1
    return 1 if time.formula.startswith(("day", "weekday", "md", "holiday")) else 10_000
