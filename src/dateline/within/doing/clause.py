"""The grammar of clauses as claims need it: who does it, to whom, with which prepositions, under which voice."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.knowledge.actions import classes, nouns
from dateline.knowledge.small_words import small
from dateline.within.doing.stray import RELATIVE, Relatives, Strays, dismissed, likewise, outward
from dateline.within.once import once
from dateline.within.parse import Parse
from dateline.within.who.row import Rows

VERBAL = ("VERB", "AUX")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET")
_SUBJECTS = ("nsubj", "nsubjpass")
_OUTSIDE = frozenset({"cc", "punct", "preconj", "appos", "conj", "prep", "advmod", "mark"})
_TRAILING = frozenset({"prep", "flat", "nummod", "amod", "compound", "case", "appos"})  # appos without a comma
_CLAUSAL = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "punct", "ccomp"})
_MARKS = frozenset({"-", "|", "–", "—", "::", "»"})
_WHERE = frozenset({"outside", "inside", "near", "behind"})
_COUNTED = frozenset({"NUM", "NOUN"})
_SENSES = small("senses")
_APART = small("deeds_own")
DEEP = 6  # how many clauses up a missing subject is looked for


class Grammar:
    """Arguments of the verbs and nouns of one parse, with passives, relatives, control and coordination undone.

    Every argument is the token of a noun phrase's head; results are kept, since frames ask again and again.
    """

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.kids = parse.kids
        self._rows = Rows(parse)
        self._strays, self._relatives = Strays(parse), Relatives(parse)
        self._subjects: dict[int, tuple[int, ...]] = {}
        self._objects: dict[int, tuple[int, ...]] = {}
        words = classes()
        self._transitive, self._adverbial = words["transitive"], words["adverbial"]
        self._charging, self._blaming = words["charging"], words["blaming"]
        self.dated = [False] * len(parse)
        for first, end, label in parse.names:
            if label in {"DATE", "TIME"} and parse.lowers[end - 1] not in {"old", "olds"}:
                self.dated[first:end] = [True] * (end - first)
        self.aside = self._masthead()

    def _masthead(self) -> frozenset[int]:
        """Tokens of a headline behind its last " - " or "|": the outlet's name, not the news."""
        parse, found = self.parse, set[int]()
        for sentence in parse.sentences:
            if parse.blocks[sentence.block].kind == "headline":
                marks = [t for t in range(sentence.first + 3, sentence.end) if parse.words[t] in _MARKS]
                spaced = [t for t in marks if parse.ends[t - 1] < parse.starts[t]]
                found.update(range(spaced[0], sentence.end) if spaced else ())
        return frozenset(found)

    def labelled(self, token: int, *labels: str) -> list[int]:
        """The dependents of a token that stand in one of these relations."""
        deps = self.parse.deps
        return [kid for kid in self.kids[token] if deps[kid] in labels]

    def number(self, head: int) -> bool:
        """Say whether a phrase is a bare number, or one of people: "12", "22 civilians"."""
        people = self.parse.low_lemmas[head] in classes()["people"]
        return self.parse.pos[head] == "NUM" or (people and self.has(head, "nummod"))

    def has(self, token: int, *labels: str) -> bool:
        """Say whether a token has a dependent in one of these relations."""
        deps = self.parse.deps
        return any(deps[kid] in labels for kid in self.kids[token])

    def expand(self, heads: Iterable[int]) -> tuple[int, ...]:
        """Heads and all that is coordinated with them: one claim may have several actors."""
        found: list[int] = []
        queue = list(heads)
        while queue:
            token = self._aged(queue.pop(0))
            if token in found or token in self.aside:
                continue
            found.append(token)
            queue += [k for k in self.labelled(token, "conj") if self.parse.pos[k] in NOMINAL]
            queue += self._rows.beside(token)
        return tuple(found)

    @once
    def passive(self, verb: int) -> bool:
        """Say whether a verb stands in the passive, headlines and participles included."""
        parse = self.parse
        if self.has(verb, "nsubjpass", "auxpass", "agent"):
            return True
        if parse.tags[verb] not in {"VBN", "VBD"} or self._direct(verb):
            return False
        if parse.deps[verb] == "conj" and not self.has(verb, *_SUBJECTS, "aux"):
            return parse.tags[verb] == "VBN" and self.passive(parse.heads[verb])
        if likewise(parse, verb):
            return True
        if outward(parse, verb):
            return False
        had = any(parse.lemmas[k] == "have" for k in self.labelled(verb, "aux"))
        if parse.tags[verb] == "VBN" and not had:
            return (
                parse.deps[verb] in {"acl", "advcl", "relcl", "amod", "oprd"} or parse.lemmas[verb] in self._transitive
            )
        done = parse.lemmas[verb] in self._transitive or dismissed(parse, verb)
        return not had and done and not self._shared(verb)

    def subjects(self, verb: int, depth: int = 0) -> tuple[int, ...]:
        """Heads of the grammatical subject, stated or understood."""
        if verb not in self._subjects:
            if depth > DEEP:
                return ()
            self._subjects[verb] = ()  # a loop in the grammar ends here
            self._subjects[verb] = self._subject(verb, depth + 1)
        return self._subjects[verb]

    def _subject(self, verb: int, depth: int) -> tuple[int, ...]:
        parse = self.parse
        if own := self._strays.of(verb):
            return self.expand(self._relatives.antecedent(token, verb) for token in own)
        head, label = parse.heads[verb], parse.deps[verb]
        if self._named(verb):
            return ()
        if label in {"amod", "dep"}:
            return self._beside(verb, head, label, depth)
        if label == "conj":
            head = self._finite_above(verb, head)
            return self.subjects(head, depth) if parse.pos[head] in VERBAL else ()
        if label == "acl" and parse.pos[head] in VERBAL and parse.tags[verb] == "VBN":
            return self.subjects(head, depth)  # "Man shot, killed"
        if label in {"acl", "relcl"}:
            return self._modified(verb, head, depth)
        if label in {"xcomp", "ccomp", "advcl"}:
            return () if self._finite(verb, label) else self._controller(verb, head, depth)
        return self._gerund(head, depth) if label == "pcomp" else ()

    def _beside(self, verb: int, head: int, label: str, depth: int) -> tuple[int, ...]:
        """The subject of a participle before its noun, or of a verb that parsers leave hanging."""
        if label == "amod" and self.parse.tags[verb] == "VBN" and head > verb:
            own = self.expand([head])  # "the murdered nuns and cooks", but not "and the raid"
            return tuple(t for t in own if t == head or not self.has(t, "det", "poss"))
        loose = label == "dep" and self.parse.tags[verb] == "VBD" and self.parse.pos[head] in VERBAL
        return self.subjects(head, depth) if loose else ()  # "rebels presumed to be led by Ruiz shelled it"

    def _named(self, verb: int) -> bool:
        """Say whether a gerund is a noun, or what somebody only hears: "after the killing", "heard shooting"."""
        if self.parse.tags[verb] != "VBG":
            return False
        heard = self.parse.deps[verb] == "xcomp" and self.parse.low_lemmas[self.parse.heads[verb]] in _SENSES
        return self.has(verb, "det") or (heard and not self.has(self.parse.heads[verb], "dobj"))

    def _finite_above(self, verb: int, head: int) -> int:
        """The verb in whose row a verb stands: parsers hang "and held nine" on "find" in "used dogs to find it"."""
        parse = self.parse
        told = parse.tags[verb] == "VBD" and parse.tags[head] == "VB" and self.infinitive(head)
        return parse.heads[head] if told and parse.deps[head] in {"xcomp", "advcl"} else head

    def _finite(self, verb: int, label: str) -> bool:
        """Say whether a clause is a whole one, whose subject is its own: "Police say the hiker's son was hurt"."""
        return label == "ccomp" and (self.parse.tags[verb] == "VBD" or self.has(verb, "auxpass"))

    def shot(self, noun: int) -> int | None:
        """Who was shot where a headline's verb is taken for a noun: "Teen shot, killed near school"."""
        parse = self.parse
        if parse.lowers[noun] != "shot" or parse.pos[noun] != "NOUN" or parse.block_of(noun).kind != "headline":
            return None
        near = [k for k in self.labelled(noun, "compound", "nmod", "nsubj") if k == noun - 1]
        return next((k for k in near if parse.lowers[k] in classes()["people"]), None)

    def _aged(self, token: int) -> int:
        """Whoever stands before an age or a "shot" that parsers take for the subject: "Girl, 6, shot"."""
        parse = self.parse
        if (hit := self.shot(token)) is not None:
            return hit
        if parse.lowers[token].isdigit() and 2 <= token < len(parse) - 1:
            inside = parse.words[token - 1] == "," == parse.words[token + 1]
            return token - 2 if inside and parse.lowers[token - 2] in classes()["people"] else token
        return token

    def _modified(self, verb: int, noun: int, depth: int) -> tuple[int, ...]:
        """The subject of a clause that qualifies a noun ("a man carrying", "a decision to leave")."""
        if self.infinitive(verb):
            return self._owner(noun, depth)
        parse = self.parse
        told = parse.tags[verb] == "VBG" and parse.low_lemmas[noun] in classes()["document"]
        return (self._owner(noun, depth) if told else ()) or self.expand([noun])

    def _controller(self, verb: int, head: int, depth: int) -> tuple[int, ...]:
        """The subject that a clause without its own takes from the one above, or from its object."""
        parse = self.parse
        if parse.pos[head] == "ADJ":
            above = parse.heads[head]
            return self.subjects(above, depth) if parse.pos[above] in VERBAL else ()
        if parse.pos[head] not in VERBAL:
            return ()
        met = parse.tags[verb] == "VBG" and verb > head and parse.lemmas[head] in {"find", "discover"}
        if (parse.deps[verb] == "xcomp" or met) and not self.passive(head) and (objects := self.objects(head)):
            used = parse.low_lemmas[head] in classes()["using"]  # "used water to disperse them"
            return self.subjects(head, depth) if used else objects  # "found a man suffering": it is the man
        return self.subjects(head, depth)

    def _gerund(self, prep: int, depth: int) -> tuple[int, ...]:
        """The subject of "accused of killing", "by attacking", "plans for meeting"."""
        parse = self.parse
        above = parse.heads[prep]
        if parse.pos[above] not in VERBAL:
            return self._held(above) or self._owner(above, depth)
        accused = self.objects(above) if parse.lowers[prep] in {"of", "with", "for", "from", "into"} else ()
        return accused or self.subjects(above, depth)

    def _held(self, noun: int) -> tuple[int, ...]:
        """Who did what follows in "the arrest of two men for killing", "blamed the army of killing"."""
        parse = self.parse
        if parse.low_lemmas[noun] in self._charging:
            return self.preps(noun, "of") or self.preps(noun, "against")
        above = parse.heads[noun]
        blamed = parse.deps[noun] == "dobj" and parse.low_lemmas[above] in self._blaming
        charged = parse.deps[noun] == "pobj" and parse.low_lemmas[parse.heads[above]] in self._charging
        return self.expand([noun]) if blamed or charged else ()

    def _owner(self, noun: int, depth: int) -> tuple[int, ...]:
        """Whose decision, offer or plan it is: the possessor, else the subject of the verb that governs the noun."""
        if owners := self.labelled(noun, "poss"):
            return self.expand(owners)
        if self.parse.deps[noun] in {"dobj", "pobj", "attr"}:
            for above in self.parse.above(noun):
                if self.parse.pos[above] in VERBAL:
                    others = self.parse.low_lemmas[above] in classes()["exposing"]
                    return () if others else self.subjects(above, depth)
        return ()

    def objects(self, verb: int) -> tuple[int, ...]:
        """Heads of what is acted on: the direct object, a passive's subject, the noun a relative clause hangs on."""
        if verb not in self._objects:
            self._objects[verb] = ()
            self._objects[verb] = self._object(verb)
        return self._objects[verb]

    def _object(self, verb: int) -> tuple[int, ...]:
        parse = self.parse
        if own := self._direct(verb):
            return self.expand(self._relatives.antecedent(token, verb) for token in own)
        if parse.deps[verb] == "oprd" and parse.tags[verb] == "VBN":
            above = parse.heads[verb]  # "left one dead and three wounded", "left three boys hurt"
            if found := (above,) if parse.pos[above] in _COUNTED else self.objects(above):
                return found
        if self.passive(verb):
            return self.subjects(verb)
        if shared := self._shared(verb):
            return self.objects(shared)
        if parse.deps[verb] == "relcl" and self._gap(verb):
            return self.expand([parse.heads[verb]])
        return ()

    def _direct(self, verb: int) -> list[int]:
        """The direct objects, without what a headline sets behind a place word: "Sailor shot outside cinema"."""
        found = [k for k in self.labelled(verb, "dobj") if self.parse.lowers[self._left(k)] not in _WHERE]
        if self.has(verb, "nsubjpass"):
            found = [k for k in found if self.parse.pos[k] != "NUM"]  # "ten were killed six in Lodi"
        if len(found) > 1 and self.parse.tags[found[0]] in RELATIVE and found[0] < verb < found[1]:
            return found[1:]  # "a nurse who guards say hit a cook"
        return found or [k for prt in self.labelled(verb, "prt") for k in self.labelled(prt, "pobj")]

    def _gap(self, verb: int) -> bool:
        """Say whether a relative clause lacks its object ("the man police arrested")."""
        own = self.labelled(verb, *_SUBJECTS)
        asked = [t for t in own if self.parse.tags[t] in RELATIVE or self.parse.lowers[t] == "that"]
        return bool(own) and not asked and not self.has(verb, "ccomp", "xcomp", "prep", "acomp", "attr")

    def _shared(self, verb: int) -> int | None:
        """The coordinated verb right behind, whose object serves both ("arrested and charged two men")."""
        for kid in self.labelled(verb, "conj"):
            if self.parse.pos[kid] == "VERB" and kid - verb <= 3 and self.has(kid, "dobj"):
                return kid
        return None

    @once
    def preps(self, token: int, word: str) -> tuple[int, ...]:
        """Heads governed by a preposition that hangs on a token, or on the "out" behind it."""
        parse, found = self.parse, list[int]()
        out = [k for k in self.labelled(token, "prep", "prt", "advmod") if parse.lowers[k] == "out"]
        for kid in (*self.kids[token], *(k for word_out in out for k in self.kids[word_out])):
            if parse.lowers[kid] == word and parse.deps[kid] in {"prep", "agent", "dative"}:
                below = [k for k in self.kids[kid] if parse.deps[k] == "pobj"] or self._stolen(token, kid)
                found += [k for k in below if not self.dated[k]]
        return self.expand(found)

    def _stolen(self, verb: int, prep: int) -> list[int]:
        """The object of a preposition that parsers take for the subject of the next clause: "called on all to go"."""
        clauses = [k for k in self.labelled(verb, "ccomp", "xcomp") if self.infinitive(k)]
        return [s for k in clauses for s in self.labelled(k, "nsubj") if self._left(s) == prep + 1]

    def complements(self, verb: int) -> list[int]:
        """The verbs of the clauses that complete a verb or noun."""
        return [k for k in self.labelled(verb, "xcomp", "ccomp", "acl") if self.parse.pos[k] in VERBAL]

    def bidden(self, verb: int) -> tuple[int, ...]:
        """Who is to do what a verb wants done: "wants the board to resign"."""
        below = [k for k in self.labelled(verb, "ccomp", "xcomp") if self.infinitive(k)]
        return self.expand(s for k in below for s in self.labelled(k, "nsubj", "nsubjpass"))

    def agents(self, verb: int) -> tuple[int, ...]:
        """By whom a passive is done, also where parsers hang them on a word between: "held at gunpoint by rebels"."""
        if found := self.preps(verb, "by"):
            return found
        between = [*self.labelled(verb, "oprd", "dobj", "npadvmod"), *self._inside(verb)]
        for noun in between:  # grows, down the phrases behind the verb
            if self.parse.low_lemmas[noun] not in nouns():
                if found := self.preps(noun, "by"):
                    return found
                between += self._inside(noun)
        return ()

    def _inside(self, token: int) -> list[int]:
        """The objects of the prepositions that hang on a word."""
        return [k for prep in self.labelled(token, "prep") for k in self.labelled(prep, "pobj")]

    def infinitive(self, verb: int) -> bool:
        """Say whether a verb is an infinitive with "to"."""
        return any(self.parse.tags[k] == "TO" for k in self.labelled(verb, "aux"))

    def governor(self, noun: int) -> int | None:
        """The verb whose object or subject a noun is, through "of" ("a series of attacks") and coordination."""
        parse = self.parse
        token = noun
        for _ in range(4):
            head, label = parse.heads[token], parse.deps[token]
            if label in {"dobj", "nsubjpass", "nsubj", "attr", "oprd"} and parse.pos[head] in VERBAL:
                return head
            if label == "conj" and parse.pos[head] in NOMINAL:
                token = head
            elif label == "pobj" and parse.lowers[head] == "of" and self.partitive(parse.heads[head]):
                token = parse.heads[head]
            else:
                return None
        return None

    def partitive(self, token: int) -> bool:
        """Say whether a noun only measures what follows its "of": series, number, dozens, $5 million."""
        return self.parse.lemmas[token] in classes()["partitive"] or self.parse.pos[token] in {"NUM", "SYM"}

    def lemmas(self, token: int) -> list[str]:
        """The lemma of a noun phrase, and that of what it only measures."""
        found = [self.parse.low_lemmas[token]]
        if self.partitive(token):
            for word in ("of", "in"):
                found += [self.parse.low_lemmas[k] for k in self.preps(token, word)]
        return found

    @once
    def phrase(self, token: int) -> tuple[int, int]:
        """First and end token of the phrase a head names, without relative clause, apposition or date."""
        first, end = token, token + 1
        for kid in self.kids[token]:
            if kid < token and self.parse.deps[kid] not in _OUTSIDE:
                first = min(first, self._left(kid))
            elif kid > token and (self.parse.deps[kid] in _TRAILING or self.parse.tags[kid] == "HYPH"):
                if self._left(kid) > end or any(self.dated[k] or self._loose(k) for k in self.kids[kid]):
                    break  # another phrase or a comma stands between
                if self._verbs_own(token, kid) or (
                    self.parse.lowers[kid] == "as" and self.parse.lowers[kid - 1] == "such"
                ):
                    break
                end = max(end, self._right(kid))
        return first, end

    def _verbs_own(self, head: int, prep: int) -> bool:
        """Say whether a phrase behind somebody belongs to what is done: "begged donors for maize"."""
        parse, word = self.parse, self.parse.lowers[prep]
        if parse.pos[head] != "PROPN" and not self._relatives.one(head):
            return False
        above = parse.heads[head]
        if parse.deps[head] == "pobj":
            above = parse.heads[above]
        return word in _APART or (word == "for" and parse.low_lemmas[above] in classes()["wanting"])

    def _loose(self, token: int) -> bool:
        """Say whether a preposition's object belongs to the verb: "of carrying out", "in reaction"."""
        return self.parse.deps[token] == "pcomp" or self.parse.low_lemmas[token] in self._adverbial

    @once
    def _left(self, token: int) -> int:
        return min([token, *(self._left(kid) for kid in self.kids[token] if kid < token)])

    def _right(self, token: int) -> int:
        """The end of what hangs on a word, up to the first clause, apposition or gap."""
        end = token + 1
        for kid in self.kids[token]:
            if kid > token:
                if self._left(kid) > end or (self.parse.deps[kid] in _CLAUSAL and self.parse.tags[kid] != "HYPH"):
                    break
                end = max(end, self._right(kid))
        return end
