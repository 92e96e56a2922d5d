"""Who was killed, hurt, taken or took part, and how much money: counted on the claim whose words say so."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from dateline.knowledge import counted as things
from dateline.knowledge import numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.calendar import table
from dateline.knowledge.numbers import Bounds
from dateline.model import Quantity
from dateline.model.claim import Sense
from dateline.within.counts.captives import Captives
from dateline.within.counts.money import Sums
from dateline.within.counts.outcome import Outcomes
from dateline.within.counts.part import Again
from dateline.within.counts.quantity import Counts
from dateline.within.counts.spread import Spread
from dateline.within.counts.toll import Tolls
from dateline.within.doing.clause import VERBAL
from dateline.within.doing.deed import Deed
from dateline.within.doing.party import Parties

_TOGETHER = frozenset({"along", "together"})
_ALSO = frozenset({"also", "additionally", "separately"})
_HITS = frozenset({"shooting", "stabbing"})
_FOLD = {"double": 2.0, "triple": 3.0, "quadruple": 4.0, "quintuple": 5.0, "sextuple": 6.0}
_OWN = frozenset({"suicide", "take", "turn"})  # "took her own life", "turned the gun on himself"
_SUFFER = frozenset({"suffer", "sustain", "receive"})
_EITHER = frozenset({"kill", "wound", "injure", "hurt"})
_AT_FIRST = frozenset({"originally", "initially"})
_LIVING = frozenset({"wounded", "injured", "hurt", "missing"})
_DEAD = frozenset({"dead", "killed"})
_FREE = frozenset({"NUM", "AUX", "VERB"})  # what such a word hangs on


class Harm:
    """Attaches counts to claims."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._grammar = parties.grammar
        self._parse = parties.grammar.parse
        self._counts = Counts(self._grammar)
        self._sums = Sums(self._grammar)
        self._spread = Spread(self._grammar)
        self._states = classes()["states"]
        self._most: dict[str, float] = defaultdict(float)
        self._singles: set[tuple[str, str]] = set()
        self._captives = Captives(self._grammar, self._counts)
        self._again = Again(parties)
        self._outcomes = Outcomes(self._grammar)
        self._tolls = Tolls(self._grammar, self._counts)
        self._kin_words = classes()["kin"]

    def of(self, deed: Deed) -> tuple[Quantity, ...]:
        """The counts that a claim gives; nothing where the words cannot be counted."""
        found = self._people(deed) or self._fold(deed)
        if risen := self._tolls.risen(deed, of=self._outcomes.of(deed)):
            return (risen,)
        if deed.kind == "death" and not self._outcomes.ill(deed) and (toll := self._tolls.of(deed)):
            self._most["killed"] = max(self._most["killed"], toll.low or 0)
            found = [*(q for q in found if deed.via is None or q.of != "killed"), toll]
        if (some := self._tolls.fatally(deed)) and not any(q.of == "killed" for q in found):
            found.append(some)
        if self._parse.pos[deed.token] in VERBAL or deed.action in {"AID", "AGREE", "SANCTION"}:
            found += self._sums.of(deed.token)
        return tuple(found)

    def _people(self, deed: Deed) -> list[Quantity]:
        of = self._outcomes.of(deed)
        whom = deed.actors if of == "participants" else self._objects(deed)
        if of == "displaced" and not whom:
            whom = deed.actors
        if of != "killed" or deed.lemma not in {"dead", "die", "deceased"}:
            whom = self._somebody(whom, taken=of == "captured" and deed.mode == "arrest")
        if of == "shot" and not whom and self._parse.pos[deed.token] == "NOUN" and deed.lemma != "shooting":
            whom = self._wounded(deed.token)
        if of == "injured" and self._outcomes.healing(deed.token):
            whom = self._wounded(deed.token) or whom
        whom = tuple(head for head in whom if self._parse.lowers[head] not in self._states) or whom
        whom = tuple(head for head in whom if not self._home(head)) or whom
        whom = tuple(head for head in whom if not self._address(head))
        if of == "captured" and whom:
            whom = (*whom, *self._company(deed.token, whom))
        whom = tuple(head for head in whom if not self._again.counted(head, whom) and not self._age(head, whom))
        if of == "killed" and whom and all(self._parse.lowers[head] in classes()["speaking"] for head in whom):
            return []  # who says "they killed me" is alive
        whom = self._itself(of, deed) or self._so_hit(of, whom)
        bounds = self._bounds(whom) if of else None
        if not of or bounds is None or (of == "participants" and bounds[0] < 3):
            return []
        many, bounds = bounds[0], (0.0, bounds[1]) if self._or_else(deed.token) else bounds
        counted = self._quantity(of, bounds, whom, deed.actors)
        counted = self._told_as(counted, deed, whom)
        if of == "captured":
            counted = self._captives.told(counted, deed, whom)
        besides = {"new", "others", "more"} if of == "captured" else {"new", "others"}
        apart = counted.sense in besides and self._spread.over(deed.token, many)
        if apart or self._spread.in_a_series(deed.token):
            counted = msgspec.structs.replace(counted, sense="spread")
        return [counted]

    def _so_hit(self, of: str | None, whom: tuple[int, ...]) -> tuple[int, ...]:
        """Those hit without who is said beside them to be otherwise: "40 dead and 12 wounded" are 40 dead."""
        others = _LIVING if of == "killed" else _DEAD if of == "injured" else frozenset()
        lowers = self._parse.lowers
        return tuple(h for h in whom if lowers[h] not in others and not self._numbered(h, others))

    def _numbered(self, head: int, states: frozenset[str]) -> bool:
        """Whether a head is a bare number of those who are in one of the states: "12 wounded"."""
        return self._parse.pos[head] == "NUM" and not states.isdisjoint(self._parse.lowers[head + 1 : head + 2])

    def _itself(self, of: str | None, deed: Deed) -> tuple[int, ...]:
        """The number of those in a state where its word has one: "40 dead and 12 wounded"."""
        parse, token = self._parse, deed.token
        if parse.lowers[token] not in (_LIVING if of == "injured" else _DEAD if of == "killed" else ()):
            return ()
        if parse.lowers[token - 1] == "of" and parse.heads[token] == token - 1:
            return (parse.heads[token - 1],) if self._grammar.partitive(parse.heads[token - 1]) else ()  # "tens of"
        return (token - 1,) if parse.pos[token - 1] == "NUM" and parse.pos[parse.heads[token]] in _FREE else ()

    def _told_as(self, counted: Quantity, deed: Deed, whom: tuple[int, ...]) -> Quantity:
        """The count with what the verb says of it: hit besides, hit and maybe dead, by his own hand, or taken back."""
        one = counted.low == counted.high == 1
        if counted.of != "captured" and counted.sense == "new" and one and self._also(deed):
            counted = msgspec.structs.replace(counted, sense="more")
        if counted.of == "injured" and deed.lemma in _SUFFER and counted.sense == "again" and (counted.low or 0) > 1:
            counted = msgspec.structs.replace(counted, of="shot")  # "the five victims had wounds": the dead had, too
        own = deed.kind == "death" and deed.lemma in _OWN and one
        if own or (counted.of == "killed" and one and self._parse.low_lemmas[whom[0]] in classes()["attacker"]):
            counted = msgspec.structs.replace(counted, sense="self")
        if any(self._parse.lowers[k] in _DEAD for k in self._grammar.preps(whom[0], "of")):
            counted = msgspec.structs.replace(counted, sense="part")  # "19 of the dead were killed in Lodi"
        return msgspec.structs.replace(counted, sense="before") if self._taken_back(deed.token) else counted

    def _or_else(self, token: int) -> bool:
        """Say whether some were only hurt: "nine were injured or killed"."""
        parse = self._parse
        first = parse.heads[token] if parse.deps[token] == "conj" else token
        other = [k for k in self._grammar.labelled(first, "conj") if parse.lemmas[k] in _EITHER]
        row = [first, *other]
        joined = any(parse.lowers[k] == "or" for k in self._grammar.labelled(first, "cc"))
        return joined and token in row and len({parse.lemmas[k] for k in row} & _EITHER) > 1

    def _age(self, head: int, whom: tuple[int, ...]) -> bool:
        """Say whether a number is the age of the one named right before it: "Ana Ruiz , 40 ."."""
        parse = self._parse
        return parse.pos[head] == "NUM" and head - 2 in whom and parse.lowers[head - 1] == ","

    def _taken_back(self, token: int) -> bool:
        """Say whether a count is told as what was said first: "police originally said that six were hurt"."""
        parse = self._parse
        said = (parse.heads[up] for up in (token, *parse.above(token)) if parse.deps[up] == "ccomp")
        return any(parse.lowers[word] in _AT_FIRST for verb in said for word in self._grammar.labelled(verb, "advmod"))

    def _also(self, deed: Deed) -> bool:
        """Say whether somebody was hit besides: "a crash that also hurt a nurse"."""
        hurt = deed.harms and self._parse.pos[deed.token] in VERBAL
        return hurt and any(self._parse.lowers[k] in _ALSO for k in self._grammar.labelled(deed.token, "advmod"))

    def _fold(self, deed: Deed) -> list[Quantity]:
        """How many a "triple shooting" or a "double homicide" hit."""
        parse, token = self._parse, deed.token
        if parse.pos[token] != "NOUN" or not (deed.lemma in _HITS or deed.lemma in classes()["slaying"]):
            return []
        before = next((k for k in self._grammar.labelled(token, "amod", "compound") if parse.lowers[k] in _FOLD), None)
        if before is None:
            return []
        many, span = _FOLD[parse.lowers[before]], parse.span(before, token + 1)
        of = "killed" if deed.lemma in classes()["slaying"] else "shot"
        return [Quantity(of=of, low=many, high=many, start=span.start, end=span.end)]

    def _bounds(self, heads: tuple[int, ...]) -> Bounds | None:
        """How many the heads name; a person's name is one, however it looks ("Banks")."""
        named = tuple(h for h in heads if self._named(h))
        if not named:
            return self._counts.of(heads)
        others = self._counts.of([h for h in heads if h not in named]) if len(named) < len(heads) else (0.0, 0.0)
        if others is None:
            return None
        return others[0] + len(named), None if others[1] is None else others[1] + len(named)

    def _named(self, head: int) -> bool:
        found = self._parties.index.headed(head)
        return found is not None and found.kind == "person" and found.form == "name" and not found.plural

    def _objects(self, deed: Deed) -> tuple[int, ...]:
        """Whom a verb of harm acts on: its object alone ("executing attacks against forces" kills nobody yet)."""
        if self._parse.pos[deed.token] not in VERBAL or deed.action == "OTHER":
            return deed.recipients
        objects = self._grammar.objects(deed.token)
        beside = deed.token - 1 if self._parse.pos[deed.token - 1] == "NUM" else None  # "six shot - 2 killed"
        row = {
            self._parse.heads[head] for head in objects if self._parse.deps[head] == "conj"
        }  # "a cook and a nun hurt"
        hit = tuple(head for head in deed.recipients if head in objects or head in row or head == beside)
        if hit and self._parse.block_of(deed.token).kind == "headline":  # "Nurse, sailor shot"
            return tuple(head for head in deed.recipients if head in hit or head < hit[0])
        return hit

    def _somebody(self, heads: tuple[int, ...], *, taken: bool = False) -> tuple[int, ...]:
        """Those of the heads that are people, not the car or the leg that was hit; who is arrested may trade, too."""
        parse = self._parse  # "Police: man shot" names a source
        heads = tuple(h for h in heads if parse.pos[h] == "NUM" or parse.lowers[h + 1 : h + 2] != [":"])
        said = next((h for h in heads if parse.lowers[h + 1 : h + 2] == [":"]), len(parse))
        heads = tuple(h for h in heads if h <= said)  # "Raid kills 9: army"
        heads = tuple(h for h in heads if not self._of_things(h))
        return tuple(
            h
            for h in heads
            if self._parties.person(h)
            or self._bare(h)
            or self._measure(h)
            or self._of_body(h)
            or (taken and self._agent(h))
        )

    def _of_things(self, head: int) -> bool:
        """Say whether a number is of things: "18 of the 31 lorries"."""
        of = self._grammar.preps(head, "of") if self._parse.pos[head] == "NUM" else ()
        return any(things.lifeless(self._parse.low_lemmas[thing]) for thing in of)

    def _agent(self, head: int) -> bool:
        """Say whether a noun that may be a firm's as well is one for somebody who does something: "a supplier"."""
        parse = self._parse
        return parse.tags[head] in {"NN", "NNS"} and parse.low_lemmas[head].endswith(("er", "or", "ist"))

    def _of_body(self, head: int) -> bool:
        """Say whether a body's name only opens what somebody is called: "a Front for the Freedom of Sur cook"."""
        parse, lemmas = self._parse, classes()["people"]
        if parse.pos[head] != "PROPN" or not self._grammar.has(head, "det", "nummod"):
            return False
        inner = [*self._grammar.preps(head, "of"), *self._grammar.labelled(head, "appos")]
        return any(parse.tags[k] == "NN" and parse.low_lemmas[k] in lemmas for k in inner)

    def _home(self, head: int) -> bool:
        """Say whether a head is a place, as where somebody is from: "a Lane County, Ore., nurse has died"."""
        found = self._parties.index.headed(head)
        return found is not None and found.kind == "place" and found.form == "name"

    def _address(self, head: int) -> bool:
        """Say whether a head is a street with the number of a house: "a fatal shooting at 3500 Harbour"."""
        parse = self._parse
        number = parse.lowers[head - 1] if head else ""
        return parse.tags[head] == "NNP" and number.isdigit() and len(number) > 2

    def _measure(self, head: int) -> bool:
        """Say whether a word measures people ("dozens", "several of them") and not pounds of something."""
        measured = self._grammar.preps(head, "of")
        if not self._grammar.partitive(head) and numbers.word(self._parse.lowers[head]) is None:
            return False
        return not measured or any(self._parties.person(h) or self._parse.tags[h] == "PRP" for h in measured)

    def _wounded(self, noun: int) -> tuple[int, ...]:
        """Who has the wounds: "a man with gunshot wounds", "was taken to hospital with injuries"."""
        parse, grammar = self._parse, self._grammar
        prep = parse.heads[noun]
        if parse.deps[noun] != "pobj" or parse.lowers[prep] not in {"with", "from", "for", "of"}:
            return ()
        above = parse.heads[prep]
        if parse.pos[above] not in VERBAL:
            return self._somebody((above,))
        return self._somebody(grammar.objects(above) or grammar.subjects(above))

    def _bare(self, head: int) -> bool:
        """A number or a capitalised word that nothing is known of: mostly people ("two were hurt", "Smith died")."""
        if self._parse.lowers[head] in {"old", "olds"}:
            return True  # "a 15-year-old"
        known = self._parties.index.headed(head)
        return known is None and self._parse.pos[head] in {"PROPN", "NUM"} and self._parse.lowers[head][:1].isalnum()

    def _company(self, verb: int, whom: tuple[int, ...]) -> tuple[int, ...]:
        """Those taken together with somebody: "held the skipper along with two of his mates"."""
        parse, found = self._parse, list[int]()
        sentence = parse.sentences[parse.sentence_at[verb]]
        for token in range(max(verb, *whom) + 1, sentence.end - 1):
            if parse.lowers[token] == "with" and parse.lowers[token - 1] in _TOGETHER and verb in parse.above(token):
                found += [kid for kid in parse.kids[token] if parse.deps[kid] == "pobj"]
        return tuple(head for head in self._somebody(tuple(found)) if head not in whom)

    def _quantity(self, of: str, bounds: Bounds, whom: tuple[int, ...], actors: tuple[int, ...] = ()) -> Quantity:
        first, last = whom[0], whom[-1]
        low, high = self._grammar.phrase(first)[0], self._grammar.phrase(last)[1]
        span = self._parse.span(min(low, first), max(high, last + 1))
        sense = self._counts.sense(whom)
        if sense == "more" and self._one_to_another(actors, first):
            sense = "new"
        if sense == "again" and first == last and bounds == (1, 1) and self._kin(first):
            sense = "new"
        if sense == "new" and first == last and bounds == (1, 1):
            sense = "each" if self._described(of, first) else self._nth(of, first)
        self._most["injured" if of == "shot" else of] = max(self._most["injured" if of == "shot" else of], bounds[0])
        return Quantity(of=of, low=bounds[0], high=bounds[1], sense=sense, start=span.start, end=span.end)

    def _kin(self, head: int) -> bool:
        """Say whether somebody is told of for the first time by whose he is: "and their son", not "her attacker"."""
        parse, index = self._parse, self._parties.index
        if not {"his", "her", "their"} & {parse.lowers[k] for k in self._grammar.labelled(head, "poss")}:
            return False
        mention = index.headed(head)
        before = [m for m in index.chain(mention.entity) if m.start < mention.start] if mention else []
        return parse.low_lemmas[head] in self._kin_words and not before

    def _nth(self, of: str, head: int) -> Sense:
        """A second or third of those told of is one more, unless so many have been counted already."""
        before = (self._parse.lowers[k] for k in self._grammar.labelled(head, "amod") if k < head)
        place = next((table("ordinals")[word] for word in before if word in table("ordinals")), 0)
        return "more" if place > 1 and place > self._most["injured" if of == "shot" else of] else "new"

    def _one_to_another(self, actors: tuple[int, ...], whom: int) -> bool:
        """Say whether "another" is only other than the one who did it: "a boy shot another boy"."""
        lemmas, alike = self._parse.lemmas, classes()["anybody"]
        return any(lemmas[actor] == lemmas[whom] or {lemmas[actor], lemmas[whom]} <= alike for actor in actors)

    def _described(self, of: str, head: int) -> bool:
        """Say whether a single person is told of by an age not met before: one of several."""
        first, end = self._grammar.phrase(head)
        words = self._parse.lowers[first:end]
        aged = (w.partition("-")[0] for n, w in enumerate(words) if any("year" in x for x in words[n : n + 3]))
        age = next((w for w in aged if w.isdigit()), "")
        key = ("injured" if of == "shot" else of, age)
        fresh = bool(age) and key not in self._singles
        self._singles.add(key)
        return fresh
