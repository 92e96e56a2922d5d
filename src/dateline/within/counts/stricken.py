"""Whom a word of harm is said of, where the row of those it stands with says several things of several people."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge.actions import classes
from dateline.knowledge.rarity import news_words
from dateline.knowledge.small_words import small
from dateline.within.doing.clause import NOMINAL, VERBAL
from dateline.within.doing.deed import Deed
from dateline.within.doing.party import Parties

_GONE = small("gone")
_FINDING = small("find")
_BORNE = small("borne")
_SUFFER = small("suffer")
_LYING = small("lying")
_LINKS = small("and_or")
_HAVING = small("having")
_HELD_IN = small("held_in")
_REMAIN = small("remain")


class Stricken:
    """Parts the rows of victims of one parse: "four hurt and a boy dead"."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._grammar = parties.grammar
        self._parse = parties.grammar.parse
        self._occurrences = classes()["occurrence"]
        self._saying = news_words("saying")
        self._states = classes()["states"] | classes()["hit"] | {"hospitalized", "hospitalised", "critical"}

    def settled(self, deed: Deed) -> Deed:
        """A deed of harm with those whom its own word is said of; any other deed as it is."""
        if not deed.harms and deed.kind != "medical":
            return deed
        deed = self._without_speakers(deed)
        heads = self._counted(deed) or self._own(deed, self._headed(self._along(deed))) or self._bearers(deed)
        return deed if heads == deed.recipients else replace(deed, recipients=heads)

    def _without_speakers(self, deed: Deed) -> Deed:
        """A deed without those who only say so: "killing nine people, police and a priest said"."""
        parse, row = self._parse, deed.recipients
        if len(row) < 2:
            return deed
        verb = row[-1] + 1
        says = verb < len(parse) and parse.pos[verb] in VERBAL and parse.lowers[verb] in self._saying
        if not says or self._grammar.has(verb, "nsubj"):
            return deed
        mark = next((t for t in range(row[-1], row[0], -1) if parse.words[t] == ","), None)
        return deed if mark is None else replace(deed, recipients=tuple(h for h in row if h < mark))

    def borne(self, deed: Deed) -> Deed:
        """An assault that only says of somebody what was done to them, with them: "the murdered judge"."""
        parse, token = self._parse, deed.token
        if deed.recipients or deed.action != "ASSAULT" or parse.tags[token] != "VBN" or parse.deps[token] != "amod":
            return deed
        head = parse.heads[token]
        one = parse.tags[head] in {"NN", "NNP"} and (parse.pos[head] == "PROPN" or self._parties.person(head))
        return replace(deed, recipients=(head,)) if one else deed

    def _bearers(self, deed: Deed) -> tuple[int, ...]:
        """Who has the wounds that a noun tells of: "a man with wounds", "suffered what seemed to be burns"."""
        parse, grammar, noun = self._parse, self._grammar, deed.token
        if deed.lemma in _HELD_IN and not deed.recipients:
            return self._held(noun)
        if deed.kind != "injury" or parse.pos[noun] != "NOUN":
            return ()
        if parse.lowers[noun - 1] in _HAVING and parse.pos[noun - 2] == "NUM" and parse.heads[noun - 2] == noun:
            return (noun - 2,)  # "two died and two received wounds"
        prep = parse.heads[noun]
        to = grammar.labelled(noun + 1, "pobj") if parse.lowers[noun + 1 : noun + 2] == ["to"] else []
        if hurt := tuple(filter(self._parties.person, to)):
            return hurt  # "injuries to nine others"
        if parse.deps[noun] != "pobj" or parse.lowers[prep] not in _BORNE:
            suffer = next((up for up in parse.above(noun) if parse.lemmas[up] in _SUFFER), None)
            return tuple(filter(self._parties.person, grammar.subjects(suffer))) if suffer is not None else ()
        above = parse.heads[prep]
        if parse.pos[above] == "ADJ":
            above = parse.heads[above]  # "found him unresponsive from a wound"
        if parse.pos[above] not in VERBAL:
            return (above,) if self._parties.person(above) else ()
        return tuple(filter(self._parties.person, grammar.objects(above) or grammar.subjects(above)))

    def _held(self, noun: int) -> tuple[int, ...]:
        """How many are where the held are: "19 persons are in police custody"."""
        parse = self._parse
        prep = parse.heads[noun]
        above = parse.heads[prep]
        if parse.deps[noun] != "pobj" or parse.low_lemmas[above] not in _REMAIN:
            return ()
        many = (head for head in self._grammar.subjects(above) if self._grammar.has(head, "nummod"))
        return tuple(filter(self._parties.person, many))

    def _counted(self, deed: Deed) -> tuple[int, ...]:
        """Those right before a word of harm that parsers hang elsewhere: "six shot - 2 killed", "two found dead"."""
        parse, grammar, token = self._parse, self._grammar, deed.token
        if parse.tags[token] in {"VBN", "VBD"} and parse.pos[token - 1] == "NUM" and not deed.via:
            beside = parse.heads[token - 1] == token and parse.deps[token - 1] == "meta"
            return (token - 1,) if beside or (parse.heads[token] == token - 1 and not deed.recipients) else ()
        verb = token if deed.lemma in _FINDING else parse.heads[token]
        found = parse.lemmas[verb] in _FINDING and parse.tags[verb] in {"VBN", "VBD"} and parse.deps[verb] == "advcl"
        if deed.kind == "death" and found and not grammar.has(verb, "nsubj", "nsubjpass", "dobj", "auxpass", "aux"):
            return (verb - 1,) if self._parties.person(verb - 1) else ()
        return ()

    def _along(self, deed: Deed) -> tuple[int, ...]:
        """Those too whom parsers set beside a noun of harm and not behind its "of": "the deaths of two and a child"."""
        heads, token = self._shared(deed), deed.token
        if not heads or self._parse.pos[token] != "NOUN" or token > heads[0]:
            return heads
        row = self._grammar.expand(self._grammar.labelled(token, "conj"))
        return (*heads, *(h for h in row if h not in heads and self._person(h)))

    def _person(self, head: int) -> bool:
        return self._parties.person(head) and self._parse.low_lemmas[head] not in self._occurrences

    def _shared(self, deed: Deed) -> tuple[int, ...]:
        """Those before the last of a row too, where its word has no verb: "three women and a man injured"."""
        parse, token = self._parse, deed.token
        last = parse.heads[token]
        if parse.deps[token] not in {"acl", "amod"} or token < last or deed.recipients != (last,):
            return deed.recipients
        row = [last]
        while parse.deps[row[0]] == "conj" and parse.pos[parse.heads[row[0]]] in NOMINAL:
            row.insert(0, parse.heads[row[0]])
        first = row[0]
        above = parse.heads[first]
        free = parse.deps[first] == "ROOT" or (parse.deps[first] == "conj" and parse.pos[above] in VERBAL)
        free = free or (parse.deps[first] == "dobj" and parse.lemmas[above] in _FINDING)
        return tuple(row) if free and all(self._state(head) is None for head in row[:-1]) else deed.recipients

    def _headed(self, heads: tuple[int, ...]) -> tuple[int, ...]:
        """The heads with those that a headline sets before them with commas alone: "Nurse, cook, sailor dead"."""
        parse = self._parse
        if not heads or parse.block_of(heads[0]).kind != "headline":
            return heads
        opens, row = parse.sentences[parse.sentence_at[heads[0]]].first, list(heads)
        while (before := self._grammar.phrase(row[0])[0] - 2) >= opens and parse.words[before + 1] == ",":
            people = {parse.lowers[before], parse.low_lemmas[before]} & classes()["people"]
            if not people or before in row or any(p in VERBAL for p in parse.pos[opens:before]):
                break
            row.insert(0, before)
        return tuple(row)

    def _own(self, deed: Deed, heads: tuple[int, ...]) -> tuple[int, ...]:
        """The heads without those of whom another word is said ("One dead, three wounded")."""
        heads = tuple(h for h in heads if not self._place(h)) or heads
        heads = tuple(h for h in heads if self._parse.low_lemmas[h] not in self._occurrences) or heads
        heads = tuple(next(iter(self._grammar.labelled(h, "poss")), h) if self._brain(h) else h for h in heads)
        if len(heads) < 2:
            return heads
        said = {head: self._state(head) for head in heads}
        if deed.lemma == "leave":
            dead = tuple(h for h, state in said.items() if state is not None and self._parse.lowers[state] in _GONE)
            return dead or heads
        row = self._parse.lowers[heads[0] : heads[-1]]
        if "," in row and not _LINKS & set(row):
            said |= {head: self._participle(head) for head in heads[:-1] if said[head] is None}
        return tuple(h for h in heads if said[h] in {None, deed.token}) or heads

    def _brain(self, head: int) -> bool:
        """Say whether a part of somebody is called dead for all of him: "declared her brain dead"."""
        return self._parse.lowers[head] == "brain"

    def _place(self, head: int) -> bool:
        """Say whether a member of a row is a place that belongs to what follows: "one dead near 4th and Park"."""
        found = self._parties.index.headed(head) or self._parties.index.at(head)
        return self._parse.deps[head] == "conj" and found is not None and found.kind in {"place", "facility"}

    def _state(self, head: int) -> int | None:
        """The word of harm that stands behind a head as its own: "one dead", "three in the hospital"."""
        parse, grammar = self._parse, self._grammar
        after = grammar.labelled(head, "amod", "acl")
        lying = [k for p in grammar.labelled(head, "prep") if parse.lowers[p] == "in" for k in parse.kids[p]]
        own = next((k for k in after if k > head and parse.lowers[k] in self._states), None)
        return own if own is not None else next((k for k in lying if parse.lemmas[k] in _LYING), None)

    def _participle(self, head: int) -> int | None:
        """What else was done to the one before a comma: "Driver detained after ..., two hurt"."""
        tags = self._parse.tags
        return next((k for k in self._grammar.labelled(head, "acl") if k > head and tags[k] in {"VBN", "VBD"}), None)
