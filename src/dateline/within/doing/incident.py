"""Several incidents told in one report: which claims of force belong to the one it tells first, which to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from math import fsum

import msgspec
from msgspec.structs import replace

from dateline.knowledge.actions import classes
from dateline.knowledge.countries import country_of_capital
from dateline.knowledge.rarity import rarity
from dateline.knowledge.small_words import small
from dateline.model import Claim, Place
from dateline.within.doing.clause import VERBAL, Grammar

_HURT = frozenset({"death", "injury", "casualty", "missing", "medical"})
_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})  # how the verb of a sentence's main clause hangs
_INSIDE = frozenset({"in", "during"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "his", "her", "its", "their"})
PLAIN = 3.0  # rarity up to which a word ties nothing together
KNOWN = 4.0  # what naming somebody hit, or the day, of an incident counts for it, in powers of ten of rarity
TIED = 1.5  # how much more must tie a sentence to another incident than to the last one told, for it to return there
CLOSE = 6.0  # the same within a paragraph
AGAIN = 2  # sentences of the body that may tell one thing twice, with other words for its day and place
LONGEST = 6  # sentences of a paragraph
LEAD = 3  # sentences of the body in which several attacks are announced

Told = Sequence[tuple[int, Claim]]


class _Incident(msgspec.Struct):
    """What is known of one incident: the words of its sentences, who is in it, its days and places as stated."""

    words: set[str]
    people: set[str]
    days: set[tuple[date, date]]
    places: list[Place]
    around: list[Place]  # where its report is set, for what names no place itself

    def known(self) -> list[Place]:
        """Where it was, as nearly as the report has it: a bare country tells nothing apart."""
        return [place for place in self.places if place.admin1] or self.around or self.places


class Incidents:
    """Tells the incidents of one report apart, by words that open another one and by what later sentences speak of."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        words = classes()
        self._aside, self._others = words["aside"], words["other"] | words["ordinal"]
        self._also = words["additive"]
        self._happening = words["occurrence"] | words["attack"] | words["thing"]
        self._things = words["thing"] | words["explosive"]
        self._property = words["property"] | words["territory"]
        self._occurrence = words["occurrence"] | words["attack"]

    def numbered(self, claims: Sequence[Claim], tokens: dict[str, int]) -> list[Claim]:
        """The claims with the number of their incident, those of the incident told first unchanged."""
        told = [(tokens[claim.id], claim) for claim in claims if self._of_force(claim)]
        incidents: list[_Incident] = []
        given: dict[str, int] = {}
        now = back = told_in = 0
        for number, here in _by_sentence(self._parse.sentence_at, told):
            block = self._parse.sentences[number].block
            now = now if block == told_in else back
            first = self._opened(number, here, incidents[now]) if incidents else None
            if incidents and first is None:
                now = back = self._at(number, here, incidents, now, same=block == told_in and not self._unparted)
            before = [one for one in here if first is not None and one[0] < first]
            rest = here[len(before) :]
            if before:
                _note(incidents[now], self._words(number), before)
            given |= {claim.id: now for _, claim in before}
            if not incidents or first is not None:
                incidents.append(_Incident(set(), set(), set(), [], []))
                now = len(incidents) - 1
                back = back if self._in_passing(rest, first) else now
            _note(incidents[now], self._words(number), rest)
            given |= {claim.id: now for _, claim in rest}
            told_in = block
        news = self._headlined(incidents)
        order = {number: 0 if number == news else number + (number < news) for number in range(len(incidents))}
        return [replace(c, incident=n) if (n := order[given[c.id]] if c.id in given else 0) else c for c in claims]

    def _headlined(self, incidents: Sequence[_Incident]) -> int:
        """The incident that the headline tells of; an update or an older case may stand before it."""
        kinds = (self._parse.blocks[sentence.block].kind for sentence in self._parse.sentences)
        words = {word for n, kind in enumerate(kinds) if kind == "headline" for word in self._words(n)}
        tied = [_tie(one, words, set(), set()) for one in incidents]
        best = max(range(len(tied)), key=lambda n: (tied[n], -n), default=0)
        return best if tied and tied[best] - tied[0] > TIED else 0

    def _in_passing(self, told: Told, first: int | None) -> bool:
        """Say whether another incident is only named, by a noun: what the next paragraph tells is not of it."""
        return first is not None and self._parse.pos[told[0][0]] not in VERBAL

    @cached_property
    def _unparted(self) -> bool:
        """Say whether a report has no paragraphs: all its sentences stand in one block."""
        counts = Counter(sentence.block for sentence in self._parse.sentences)
        return max(counts.values(), default=0) > LONGEST

    @cached_property
    def _lead(self) -> frozenset[int]:
        """The numbers of the sentences that tell once more what the headline says, and of those outside the body."""
        parse = self._parse
        kinds = [parse.blocks[sentence.block].kind for sentence in parse.sentences]
        body = [n for n, kind in enumerate(kinds) if kind == "body"]
        return frozenset(body[:AGAIN]) | {n for n, kind in enumerate(kinds) if kind != "body"}

    def _of_force(self, claim: Claim) -> bool:
        return claim.field == "text" and (claim.action == "ASSAULT" or claim.kind in _HURT)

    def _words(self, number: int) -> set[str]:
        """The words that tie a sentence to others of one incident."""
        parse, sentence = self._parse, self._parse.sentences[number]
        nouns = (t for t in range(sentence.first, sentence.end) if parse.pos[t] in {"NOUN", "PROPN"})
        return {w for t in nouns if (w := parse.low_lemmas[t]) not in self._happening and rarity(w) > PLAIN}

    def _at(self, number: int, told: Told, incidents: Sequence[_Incident], now: int, *, same: bool) -> int:
        """The incident that a sentence goes on with: the last one told, unless its words are another's."""
        words = self._words(number)
        people = {name for _, claim in told for name in _people(claim)}
        days = {day for _, claim in told if (day := _day(claim))}
        weight = [_tie(one, words, people, days) for one in incidents]
        best = max(range(len(weight)), key=lambda n: (weight[n], n == now))
        return best if weight[best] - weight[now] > (CLOSE if same else TIED) else now

    def _opened(self, number: int, told: Told, now: _Incident) -> int | None:
        """The token from which on a sentence tells of another incident, or None."""
        acts = [one for one in told if self._hits(*one) and one[1].modality == "happened" and self._new(one[0])]
        if not acts or self._parse.blocks[self._parse.sentences[number].block].kind != "body":
            return None
        first = self._parse.sentences[number].first
        if self._fronted(first, acts[0][0]):
            return first
        if number not in self._lead and any(self._apart(first, *one, now) for one in acts):
            return first
        found = (self._another(*one) for one in acts)
        return min((token for token in found if token is not None), default=None)

    def _hits(self, token: int, claim: Claim) -> bool:
        """Say whether a claim tells of force, or in a verb of its dead: "nine people died in raids"."""
        return claim.action == "ASSAULT" or (claim.kind == "death" and self._parse.pos[token] in VERBAL)

    def _new(self, token: int) -> bool:
        """Say whether a word tells of force, and does not only point back to it ("the attack")."""
        verbal = self._parse.pos[token] in VERBAL
        return verbal or not {self._parse.lowers[k] for k in self._grammar.kids[token] if k < token} & _DEFINITE

    def _fronted(self, first: int, act: int) -> bool:
        """Say whether a sentence opens with a word for another place or occasion: "Elsewhere", "in another attack"."""
        parse = self._parse
        for token in self._opening(first, act):
            if parse.lowers[token] in self._aside:
                return True
            noun = parse.deps[token] == "pobj" and parse.low_lemmas[token] in self._happening
            if noun and parse.lowers[parse.heads[token]] in _INSIDE and self._told_apart(token):
                return True
        return False

    def _opening(self, first: int, act: int) -> Iterator[int]:
        """The tokens that a sentence opens with, before its subject and verb."""
        parse = self._parse
        for token in range(first, act):
            if parse.pos[token] in VERBAL and parse.deps[token] in _MAIN:
                return
            if parse.deps[token] in {"nsubj", "nsubjpass"}:
                return
            yield token

    def _apart(self, first: int, token: int, claim: Claim, now: _Incident) -> bool:
        """Say whether an act on people or things new to the report is set on another day or in another place."""
        parse, grammar = self._parse, self._grammar
        if parse.pos[token] not in VERBAL:
            return False
        day, place = _day(claim), _place(claim)
        other_day = day is not None and bool(now.days) and all(_gap(day, known) for known in now.days)
        if other_day and now.people and self._newcomers(first, claim):
            return True
        if not self._unknown(token, claim, now):
            return False
        known = now.known()
        met = any(_meet(place, one) for one in known) if place else True
        other_place = place is not None and bool(known) and not met and not self._part_of_town(place)
        opening = list(self._opening(first, token))
        fronted_day = other_day and any(grammar.dated[t] for t in opening)
        fronted_place = other_place and any(place and parse.starts[t] == place.start for t in opening)
        fronted_place = fronted_place or any(self._unmet(claim, t, now) or self._capital(t, known) for t in opening)
        also = any(parse.lowers[t] in self._also for t in range(first, token))
        return fronted_day or fronted_place or ((other_day or other_place) and (also or self._several))

    def _newcomers(self, first: int, claim: Claim) -> bool:
        """Say whether all those hit are named, and first in this sentence: "Ana Ruiz was shot on 5 May"."""
        begun, starts = self._parse.starts[first], self._parse.starts
        known = (hit.entity.rpartition(":")[2].partition("-")[0] for hit in claim.recipients if hit.entity)
        first_told = [start.isdigit() and int(start) >= begun for start in known]
        names = [starts[token] for token, _, label in self._parse.names if label == "PERSON"]
        named = any(hit.start <= name < hit.end for hit in claim.recipients for name in names)
        return named and bool(first_told) and all(first_told)

    def _part_of_town(self, place: Place) -> bool:
        """Whether words call a place a part of a town: a town of its name far away is not meant."""
        token = self._parse.at(place.end - 1) if place.end else None
        return token is not None and not small("parts_of_town").isdisjoint(self._parse.lowers[token + 1 : token + 2])

    def _unmet(self, claim: Claim, token: int, now: _Incident) -> bool:
        """Whether a word names a part of a town, or a place of no table, that the report has not spoken of before."""
        place = claim.place
        if place is None or place.start is None or not (place.site or "")[:1].isupper():
            return False
        here = self._parse.starts[token] == place.start >= claim.start
        return here and now.words.isdisjoint((place.site or "").lower().split())

    def _capital(self, token: int, known: Sequence[Place]) -> bool:
        """Whether a word sets something in "the capital", which is none of the towns told of before."""
        parse = self._parse
        there = parse.lowers[token] == "capital" and parse.deps[token] == "pobj"
        return there and bool(known) and not any(country_of_capital(place.name or "") for place in known)

    def _unknown(self, token: int, claim: Claim, now: _Incident) -> bool:
        """Say whether those in an act are told of for the first time: "a guard", "three boats", nobody called "he"."""
        grammar = self._grammar
        if now.people & _people(claim):
            return False
        passive = grammar.passive(token)
        hit = grammar.subjects(token) if passive else grammar.objects(token)
        doers = () if passive else grammar.subjects(token)
        return bool(hit or doers) and all(self._fresh(h, now) for h in hit) and all(map(self._stranger, doers))

    def _fresh(self, head: int, now: _Incident) -> bool:
        """Say whether those hit are new to a report: "a guard", or "the mill" where it spoke of none before."""
        parse, lemma = self._parse, self._parse.low_lemmas[head]
        return self._indefinite(head) or (
            parse.pos[head] == "NOUN" and lemma in self._property and lemma not in now.words
        )

    def _stranger(self, head: int) -> bool:
        """Say whether who did it may be others than those told of before: not "he", "the gunman" or somebody named."""
        person = any(first <= head < end for first, end, label in self._parse.names if label == "PERSON")
        return not person and (self._indefinite(head) or self._parse.pos[head] == "PROPN")

    def _indefinite(self, head: int) -> bool:
        parse = self._parse
        before = {parse.lowers[k] for k in self._grammar.kids[head] if k < head}
        if before & _DEFINITE or parse.pos[head] not in {"NOUN", "NUM"}:
            return False
        return bool(before & {"a", "an"}) or parse.tags[head] != "NN"

    @cached_property
    def _several(self) -> bool:
        """Say whether a report announces several attacks: "three bombings", "attacks in two towns"."""
        parse = self._parse
        body = [s for s in parse.sentences if parse.blocks[s.block].kind in {"headline", "body"}][:LEAD]
        tokens = (t for s in body for t in range(s.first, s.end))
        return any(parse.tags[t] == "NNS" and parse.low_lemmas[t] in self._occurrence for t in tokens)

    def _told_apart(self, noun: int) -> bool:
        before = {self._parse.lowers[k] for k in self._grammar.kids[noun] if k < noun}
        return bool(before & self._others) and not before & _DEFINITE

    def _another(self, token: int, claim: Claim) -> int | None:
        """The first token of "another attack" or "a second bomb", of which a deed tells."""
        parse, grammar = self._parse, self._grammar
        if parse.pos[token] in VERBAL:
            heads = (*grammar.subjects(token), *grammar.objects(token))
            means = [h for h in heads if parse.low_lemmas[h] in self._things]
        else:
            means = [token] if claim.other or parse.low_lemmas[token] in self._things else []
        found = next((h for h in means if self._told_apart(h) and self._past(h)), None)
        return None if found is None else min(parse.edges(found)[0], token)

    def _past(self, noun: int) -> bool:
        """Say whether a noun stands in a clause of the past: not in "we face another attack"."""
        parse = self._parse
        verb = next((t for t in parse.above(noun) if parse.pos[t] in VERBAL and parse.deps[t] != "acl"), None)
        if verb is None:
            return True
        tags = {parse.tags[k] for k in self._grammar.labelled(verb, "aux", "auxpass")} | {parse.tags[verb]}
        return "VBD" in tags or not tags & {"VBZ", "VBP"} or "VBN" in tags


def _note(incident: _Incident, words: set[str], told: Told) -> None:
    """Add to what is known of an incident what a sentence tells of it."""
    incident.words |= words
    for _, claim in told:
        incident.people |= _people(claim)
        incident.days |= {day for day in (_day(claim),) if day}
        stated = _place(claim)
        incident.places += [stated] if stated else []
        incident.around += [claim.place] if claim.place and claim.place.admin1 and not stated else []


def _people(claim: Claim) -> set[str]:
    return {person.entity for person in claim.recipients if person.entity}


def _day(claim: Claim) -> tuple[date, date] | None:
    """The days that a claim's own words give."""
    when = claim.when
    if when is None or when.basis == "context" or when.why or when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest


def _gap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _place(claim: Claim) -> Place | None:
    """The place that a claim's own sentence names."""
    place = claim.place
    if place is None or place.name is None or place.start is None or place.basis != "stated" or claim.field != "text":
        return None
    return place if claim.start <= place.start < claim.end else None


def _meet(one: Place, other: Place) -> bool:
    """Say whether one place is the other, or may lie in it."""
    names = [{place.name, place.admin1} - {None} for place in (one, other)]
    wide = one.country == other.country and (one.admin1 is None or other.admin1 is None)
    return wide or one.name in names[1] or other.name in names[0]


def _tie(one: _Incident, words: set[str], people: set[str], days: set[tuple[date, date]]) -> float:
    """How much ties a sentence to an incident: rare words that it shares, people who were hit, its day."""
    shared = fsum(rarity(word) - PLAIN for word in sorted(words & one.words))
    known = len(people & one.people) + bool(days & one.days) - bool(days and one.days and not days & one.days)
    return shared + KNOWN * known


def _by_sentence(sentence_at: Sequence[int], told: Told) -> Iterator[tuple[int, list[tuple[int, Claim]]]]:
    """The claims in the order of the text, sentence by sentence."""
    found: dict[int, list[tuple[int, Claim]]] = {}
    for token, claim in sorted(told, key=lambda one: one[0]):
        found.setdefault(sentence_at[token], []).append((token, claim))
    yield from sorted(found.items())
