"""Ages, and numbers of things other than people hurt or held, each on the claims whose words give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dateline.knowledge import counted, numbers, placewords
from dateline.knowledge.actions import classes
from dateline.knowledge.nouns import plural
from dateline.knowledge.numbers import Bounds
from dateline.knowledge.rarity import news_words
from dateline.knowledge.small_words import small
from dateline.model import Claim, Quantity, Report
from dateline.model.claim import Sense
from dateline.within.counts.age import Age, Ages
from dateline.within.counts.aged import Aged
from dateline.within.counts.ballots import Ballots
from dateline.within.counts.bare import ANY, Bare
from dateline.within.counts.crowds import Crowds, Departed
from dateline.within.counts.measured import Measured
from dateline.within.counts.part import Parts, Sites
from dateline.within.counts.quantity import Counts
from dateline.within.counts.reckoned import Former, Reckoned
from dateline.within.doing.clause import VERBAL
from dateline.within.doing.deed import Deed
from dateline.within.doing.party import Parties
from dateline.within.parse import Sentence

_INDEFINITE = frozenset({"a", "an", "one", "single", "another", "the", "unknown"})
_LINKS = frozenset({",", "and"})
_HARM = ("killed", "injured")
_REACH = 300  # characters from a claim to an age in a line that tells nothing itself: a list of names
Told = Sequence[tuple[Deed, Claim]]


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """A number of things, with the token that heads their phrase."""

    head: int
    quantity: Quantity


class Counting:
    """Adds to the claims of each sentence the ages and numbers that its words give."""

    def __init__(self, report: Report, parties: Parties) -> None:
        self._parties = parties
        self._grammar = parties.grammar
        self._parse = parties.grammar.parse
        self._counts = Counts(self._grammar)
        self._parts = Parts(parties, self._counts)
        self._words = {"text": report.text, "title": report.title or ""}
        self._ages = Ages(self._parse, parties.index, self._words)
        self._borne = Aged()
        self._ballots = Ballots(self._parse, self._words)
        self._bare = Bare(self._parse, self._words)
        self._last = ""  # what was counted last
        self._crowds = Crowds(self._grammar, self._words)
        self._departed = Departed(self._parse, self._words)
        self._measured = Measured(self._parse, self._words)
        self._reckoned = Reckoned(self._parse, self._words)
        self._former = Former(self._parse, self._words)
        self._sites = Sites(self._parse, self._words)

    def within(self, told: Told, sentence: Sentence) -> list[Claim]:
        """The claims of a sentence with what it counts."""
        found: list[list[Quantity]] = [list(claim.quantities) for _, claim in told]
        if not told:
            return []
        for number, (deed, claim) in enumerate(told):
            found[number] += [*self._parts.of(deed, claim), *self._by_part(deed, claim)]
        for thing in self._told(sentence, [q for given in found for q in given if q.of in _HARM]):
            if not any(_meet(thing.quantity, q) for given in found for q in given):
                for number in self._homes(thing, told):
                    found[number].append(thing.quantity)
        for quantity in self._sites.within(sentence, [q for given in found for q in given]):
            _set_apart(found, quantity, told)
        for quantity in self._former.within(sentence):
            _set_before(found, quantity, told)
        for age in self._told_ages(sentence):
            for number in _bearing(age, [claim for _, claim in told]):
                found[number].append(age.quantity)
        return [
            claim if given == list(claim.quantities) else msgspec.structs.replace(claim, quantities=tuple(given))
            for (_, claim), given in zip(told, found, strict=True)
        ]

    def listed(self, before: Claim, sentence: Sentence, things: Sequence[Quantity]) -> Claim:
        """The claim before a line that tells nothing, with the ages in it, a list of the hurt, and its things."""
        ages = (*(age.quantity for age in self._told_ages(sentence)), *things)
        near = self._parse.starts[sentence.first] - before.end < _REACH
        same = self._parse.blocks[sentence.block].field == before.field
        return msgspec.structs.replace(before, quantities=(*before.quantities, *ages)) if near and same else before

    def things(self, sentence: Sentence) -> tuple[Quantity, ...]:
        """What a sentence without a deed counts besides ages: "Turnout was 48,000"."""
        ages = [age.quantity for age in self._ages.within(sentence)]
        found: list[Quantity] = []
        for thing in self._told(sentence):
            if not any(_meet(thing.quantity, other) for other in (*ages, *found)):
                found.append(thing.quantity)
        return tuple(found)

    def of_bail(self, deed: Deed, sentence: Sentence, quantities: Sequence[Quantity]) -> bool:
        """Say whether a deed is that somebody is held or let go on a sum: "his bond was set at $9,000"."""
        if deed.lemma not in small("bail_told") or not any(q.of == "money" for q in quantities):
            return False
        plain = deed.action in {"OTHER", "RETREAT"}
        return plain and not small("bail").isdisjoint(self._parse.lowers[sentence.first : sentence.end])

    def borne(self, claims: Sequence[Claim]) -> Sequence[Claim]:
        """The claims of the sentences read, with the ages that other sentences give of those in them."""
        return self._borne.borne(claims)

    def _told_ages(self, sentence: Sentence) -> list[Age]:
        ages = self._ages.within(sentence)
        self._borne.note(ages, self._parse.blocks[sentence.block].field)
        return ages

    def _by_part(self, deed: Deed, claim: Claim) -> Iterator[Quantity]:
        """How many did it, or took part: counted by those who are named for it."""
        harms = deed.action == "ASSAULT" and (deed.via is not None or self._parse.pos[deed.token] in VERBAL)
        of = "perpetrators" if harms else "participants" if counted.attends(deed.lemma) else ""
        if not of or any(q.of == of for q in claim.quantities) or not all(map(self._person, deed.actors)):
            return
        if harms and not all(self._doer(head) for head in deed.actors):
            return
        bounds = self._counts.of(deed.actors)
        if bounds is None or not bounds[0] or (of == "participants" and bounds[0] < 2):
            return
        if of == "participants" and all(self._crowds.deputies(head, bounds) for head in deed.actors):
            return
        if bounds[0] == bounds[1] or bounds[0] > 2:
            yield self._quantity(of, bounds, deed.actors[0], deed.actors[-1])

    def _doer(self, head: int) -> bool:
        """Say whether a phrase names who does harm; in headlines only a gunman does: "Four shot" names the hurt."""
        parse = self._parse
        if counted.thing(parse.low_lemmas[head]) == "perpetrators":
            return True
        headline = parse.block_of(head).kind == "headline"
        numbered = parse.pos[head] == "NUM" and parse.lowers[head - 1] != "all"  # "all three fired into the crowd"
        return not headline and not numbered and parse.low_lemmas[head] not in classes()["victim"]

    def _person(self, head: int) -> bool:
        """Say whether a phrase names people one by one, and no body or force."""
        found = self._parties.index.headed(head)
        return self._parties.person(head) and (found is None or found.kind == "person" or found.form != "name")

    def _told(self, sentence: Sentence, hit: Sequence[Quantity] = ()) -> Iterator[Thing]:
        """What a sentence counts; a total that leaves open what of is one of what was counted last before it.

        What a number was before ("42 clinics, up from 26") is one of what the sentence counts last ahead of it. Of
        those whom it tells ``hit``, the dead come before the hurt.
        """
        here: dict[int, str] = {}
        several = sorted(q.of for q in hit if q.sense == "new" and (q.low or 0) > 1)
        self._last = several[-1] if several else self._last
        for thing in sorted(self._numbers(sentence), key=lambda thing: thing.quantity.of == ANY):
            if thing.quantity.of != ANY:
                if not counted.measure(thing.quantity.of):
                    here[thing.quantity.start] = thing.quantity.of
                    self._last = self._last if any(_meet(thing.quantity, q) for q in hit) else thing.quantity.of
                yield thing
                continue
            ahead = [start for start in here if start < thing.quantity.start]
            before = thing.quantity.sense == "before"
            if of := (here[max(ahead)] if ahead else "") if before else self._last:
                yield msgspec.structs.replace(thing, quantity=_of_last(thing.quantity, of))

    def _numbers(self, sentence: Sentence) -> Iterator[Thing]:
        """What a sentence counts: votes and measures by its words, and things by its grammar."""
        read = [*self._ballots.within(sentence), *self._reckoned.within(sentence), *self._bare.within(sentence)]
        read += [*self._crowds.sizes(sentence), *self._measured.within(sentence), *self._departed.within(sentence)]
        yield from (Thing(head=head, quantity=quantity) for head, quantity in read)
        yield from self._things(sentence)

    def _things(self, sentence: Sentence) -> Iterator[Thing]:
        parse = self._parse
        for head in range(sentence.first, sentence.end):
            if parse.pos[head] not in ("NOUN", "PROPN") or self._grammar.dated[head]:
                continue
            lemma = parse.low_lemmas[head]
            if counted.measures(lemma) or parse.deps[head] in ("compound", "npadvmod", "nmod") or self._street(head):
                continue
            if (crowd := self._crowds.masses(head)) is not None:
                yield Thing(
                    head=head, quantity=self._quantity(counted.CROWD, crowd, parse.heads[parse.heads[head]], head)
                )
                continue
            if (some := self._some_of(head)) is not None:
                part = self._counts.phrase(some)
                if part is not None and part[0] > 1:
                    of = counted.thing(lemma) or self._other(head, lemma)
                    span = parse.span(some, head + 1)
                    sense: Sense = "part" if counted.lifeless(lemma) else "new"  # "18 of the 31 lorries"
                    quantity = Quantity(of=of, low=part[0], high=part[1], sense=sense, start=span.start, end=span.end)
                    yield Thing(head=head, quantity=quantity)
                continue
            bounds = self._bounds(head, lemma)
            if bounds is not None:
                of = counted.thing(lemma) or self._other(head, lemma)
                of = "participants" if self._crowds.came(head, bounds) else of
                quantity = self._quantity(of, bounds, head, head)
                if taken := self._taken(head, lemma):
                    quantity = msgspec.structs.replace(quantity, of=taken, sense=self._counts.sense((head,)))
                yield Thing(head=head, quantity=quantity)

    def _street(self, head: int) -> bool:
        """Say whether a noun ends the name of a street, so that the number before it is that of a house."""
        return self._parse.lowers[head] in placewords.words("street") and self._parse.words[head][:1].isupper()

    def _some_of(self, head: int) -> int | None:
        """The number that takes some of a group, which is counted then: "31 of the 50 guards", "four of her aides"."""
        parse = self._parse
        of = parse.heads[head]
        inside = parse.deps[head] == "pobj" and parse.lowers[of] == "of" and parse.pos[parse.heads[of]] == "NUM"
        return parse.heads[of] if inside and parse.tags[head] in ("NNS", "NNPS") and parse.heads[of] + 1 == of else None

    def _taken(self, head: int, lemma: str) -> str | None:
        """Who counts bodies that were found counts the dead, and who counts arrests that were made those held."""
        parse = self._parse
        inside = parse.deps[head] == "pobj" and parse.lowers[parse.heads[head]] == "of"
        top = parse.heads[parse.heads[head]] if inside else head
        done = parse.low_lemmas[parse.heads[top]]
        if parse.low_lemmas[top] in classes()["body"] and (top == head or self._parties.person(head)):
            return "killed" if done in counted.words("recover") else None
        many = top == head or parse.lemmas[top] in {"total", "number"}  # "a total of 14 arrests were made"
        return "captured" if lemma == "arrest" and many and done in counted.words("made") else None

    def _bounds(self, head: int, lemma: str) -> Bounds | None:
        parse = self._parse
        before = [k for k in self._grammar.kids[head] if k < head]
        if any(parse.deps[k] == "nummod" and not self._aged(k) for k in before):
            return self._counts.phrase(head)
        vague = [k for k in before if parse.tags[head] == "NNS" and parse.lowers[k] in news_words("vague")]
        if vague and counted.known(counted.thing(lemma) or ""):
            return numbers.word(parse.lowers[vague[0]])  # "multiple shooters"
        if parse.tags[head] == "NN" and counted.counts_singly(lemma) and parse.deps[head] not in ("pobj", "appos"):
            return (1, 1) if any(parse.lowers[k] in _INDEFINITE for k in before) else None
        return None

    def _aged(self, token: int) -> bool:
        """Say whether a number is of an age, a sum or a year, or a mere number ("Flight #12")."""
        words = self._parse.words
        year = len(words[token]) == 4 and words[token][:2] in ("19", "20") and words[token].isdigit()
        return year or "-" in words[token + 1 : token + 2] or words[token - 1] in ("$", "£", "€", "#")

    def _other(self, head: int, lemma: str) -> str:
        """What has no name of its own in the table is counted by its noun."""
        return plural(lemma) if self._parse.tags[head] == "NN" else self._parse.lowers[head]

    def _quantity(self, of: str, bounds: Bounds, first: int, last: int) -> Quantity:
        low, high = self._grammar.phrase(min(first, last))[0], self._grammar.phrase(max(first, last))[1]
        if first == last:  # "two counts of murder and six counts of arson"
            links = (t for t in range(first + 1, high - 1) if self._parse.lowers[t] in _LINKS)
            high = next((t for t in links if self._parse.pos[t + 1] == "NUM"), high)
        span = self._parse.span(min(low, first, last), max(high, first + 1, last + 1))
        return Quantity(of=of, low=bounds[0], high=bounds[1], start=span.start, end=span.end)

    def _homes(self, thing: Thing, told: Told) -> list[int]:
        """The claims of a number: the deed that is counted, those with the things in a part, the verb above."""
        own = [n for n, (deed, _) in enumerate(told) if deed.token == thing.head]
        struck = [n for n, (deed, _) in enumerate(told) if _harms(deed)] if thing.quantity.of in _HARM else []
        if struck and not any(n in struck for n in own):
            return struck[:1]  # sums of the dead and hurt are of what harmed them
        parts = own or [n for n, (_, claim) in enumerate(told) if _takes_part(thing.quantity, claim)]
        if parts:
            return parts
        inner = self._behind(thing)
        above = {token: place for place, token in enumerate(self._parse.above(thing.head)) if token != inner}
        over = [(above[t], n) for n, (deed, _) in enumerate(told) for t in (deed.token, deed.via) if t in above]
        near = over or [(abs(deed.token - thing.head), n) for n, (deed, _) in enumerate(told)]
        return [min(near)[1]]

    def _behind(self, thing: Thing) -> int | None:
        """The verb behind "after" where a length of time is measured from it: "fell nine days after she had won"."""
        parse = self._parse
        last = next((t for t in range(thing.head, len(parse.words)) if parse.ends[t] >= thing.quantity.end), thing.head)
        link = parse.lowers[last + 1 : last + 2] in (["after"], ["since"]) and parse.deps[last + 1] == "mark"
        return parse.heads[last + 1] if link else None


def _of_last(quantity: Quantity, of: str) -> Quantity:
    """A total as one of what was counted last: "31 died, but residents put the figure at 50"."""
    total = of in _HARM and quantity.sense == "new"
    return msgspec.structs.replace(quantity, of=of, sense="total" if total else quantity.sense)


def _harms(deed: Deed) -> bool:
    """Say whether a deed tells that somebody was hit."""
    return (deed.action == "ASSAULT" or deed.kind in ("death", "injury")) and deed.modality != "denied"


def _set_before(found: Sequence[list[Quantity]], old: Quantity, told: Told) -> None:
    """Add what a toll was before to the counts of the claims of a sentence, or mark it as such where it is one."""
    home = found[_nearest(found, old, told)]
    for given in found:
        kept = [q for q in given if not _meet(q, old) or q.of in _HARM]
        given[:] = [msgspec.structs.replace(q, sense="before") if _meet(q, old) and q.of == old.of else q for q in kept]
    if not any(_meet(q, old) for q in home):
        home.append(old)


def _set_apart(found: Sequence[list[Quantity]], part: Quantity, told: Told) -> None:
    """Add a part of a toll to the counts of the claims of a sentence, in place of what else was read there."""
    home = found[_nearest(found, part, told)]
    for given in found:
        given[:] = [q for q in given if not _meet(q, part)]
    home.append(part)


def _nearest(found: Sequence[list[Quantity]], quantity: Quantity, told: Told) -> int:
    """The first claim of a sentence that counts the same, else that tells harm, else of all."""
    rows = enumerate(found)
    return min((all(q.of != quantity.of for q in given), not _harms(told[n][0]), n) for n, given in rows)[-1]


def _takes_part(quantity: Quantity, claim: Claim) -> bool:
    return any(p.start < quantity.end and quantity.start < p.end for p in (*claim.actors, *claim.recipients))


def _meet(one: Quantity, other: Quantity) -> bool:
    return one.start < other.end and other.start < one.end


def _bearing(age: Age, claims: Sequence[Claim]) -> list[int]:
    """The claims in which one whose age it is takes part; where none says so, the one told nearest to it."""
    whose = age.bearer.entity if age.bearer else None
    taking = [
        n
        for n, claim in enumerate(claims)
        if _takes_part(age.quantity, claim) or whose in {p.entity for p in (*claim.actors, *claim.recipients)} - {None}
    ]
    return taking or [min((abs(c.trigger.start - age.quantity.start), n) for n, c in enumerate(claims))[1]]
