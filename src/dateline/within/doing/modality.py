"""Whether it happened: happened, ongoing, planned, possible, denied or hypothetical, with the words that say so."""

from __future__ import annotations

from functools import cache

import msgspec

from dateline.knowledge.actions import classes, rows
from dateline.knowledge.small_words import small
from dateline.model import Modality
from dateline.within.doing.clause import VERBAL, Grammar


class Finding(msgspec.Struct, frozen=True):
    """A modality and the word it rests on (empty for the plain past)."""

    modality: Modality
    because: str


_PLAIN = Finding("happened", "")
_INFINITE = frozenset({"xcomp", "ccomp"})  # "chosen to lead", "it enables them to lead"
_ASIDE = small("when_or_why")
_MEANS = frozenset({"by", "to", "toward", "towards", "through"})
_IF = frozenset({"if", "unless", "whether", "lest"})
_RANK = ("happened", "ongoing", "planned", "possible", "hypothetical", "denied")


@cache
def governors() -> dict[str, str]:
    """What a verb or noun makes of the clause or event it governs: ``planned``, ``denied``, ``hypothetical`` ..."""
    return {lemma: kind for kind, lemmas in rows("modality.tsv") for lemma in lemmas.split(",")}


class Modalities:
    """Reads modality off the auxiliaries, negations and governing words above a trigger."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        self._known: dict[int, Finding] = {}

    def of(self, token: int) -> Finding:
        """The modality of the event that a verb or noun denotes."""
        if token not in self._known:
            self._known[token] = _PLAIN
            verbal = self._parse.pos[token] in VERBAL
            own = self._verb(token) if verbal else self._noun(token)
            above = self._above(token) if verbal or not self._took_effect(token) else _PLAIN
            self._known[token] = max(own, above, key=lambda f: _RANK.index(f.modality))
        return self._known[token]

    def _verb(self, verb: int) -> Finding:
        parse, grammar = self._parse, self._grammar
        if found := self._negated(verb):
            return found
        aux = [parse.lowers[k] for k in grammar.labelled(verb, "aux")]
        if not aux and parse.deps[verb] == "conj" and parse.pos[parse.heads[verb]] in VERBAL:
            shared = self._auxiliary([parse.lowers[k] for k in grammar.labelled(parse.heads[verb], "aux")], verb)
            perfect = "have" in (parse.lowers[k] for k in grammar.labelled(parse.heads[verb], "aux"))
            if parse.tags[verb] in {"VB", "VBN"} or (perfect and not grammar.has(verb, "nsubj", "nsubjpass")):
                return shared
        for mark in grammar.labelled(verb, "mark"):
            if parse.lowers[mark] in _IF:
                return Finding("hypothetical", parse.lowers[mark])
        if self._announced(verb):
            return Finding("planned", "to")
        how = any(parse.lowers[k] == "how" for k in grammar.labelled(verb, "advmod"))
        if grammar.infinitive(verb) and (how or parse.deps[verb] in {"acl", "advcl", "ROOT"}):
            return Finding("planned", "to")  # a purpose; whether it was reached is not said
        return self._auxiliary(aux, verb)

    def _announced(self, verb: int) -> bool:
        """`Minister to visit Oslo`: a headline's bare infinitive, also where a name before it was read as a verb."""
        parse = self._parse
        if not self._grammar.infinitive(verb) or parse.block_of(verb).kind != "headline":
            return False
        head = parse.heads[verb]
        if self._grammar.has(verb, "nsubj", "nsubjpass"):
            return True
        named = any(first <= head < end for first, end, _ in parse.names) or parse.lemmas[head] == parse.words[head]
        return head == verb or (parse.deps[verb] == "xcomp" and parse.words[head][:1].isupper() and named)

    def _auxiliary(self, aux: list[str], verb: int) -> Finding:
        parse = self._parse
        if any(word in {"would", "should", "'d"} for word in aux):
            word = next(word for word in aux if word in {"would", "should", "'d"})
            reported = word == "would" and "have" not in aux and parse.deps[verb] in {"ccomp", "relcl"}
            return Finding("planned" if reported else "hypothetical", word)
        if any(word in {"may", "might", "could", "can"} for word in aux):
            return Finding("possible", next(word for word in aux if word in {"may", "might", "could", "can"}))
        if any(word in {"will", "shall", "'ll", "must"} for word in aux):
            return Finding("planned", next(word for word in aux if word in {"will", "shall", "'ll", "must"}))
        if parse.tags[verb] == "VBG" and any(word in {"is", "are", "am", "'s", "'re"} for word in aux):
            return Finding("ongoing", "is")
        return _PLAIN

    def _short_of(self, verb: int) -> list[int]:
        """The word that says it all but happened: "was nearly killed" (not "nearly 40 were killed")."""
        near = [k for k in self._grammar.labelled(verb, "advmod") if k < verb]
        return [k for k in near if self._parse.lowers[k] in {"almost", "nearly"}]

    def _negated(self, verb: int) -> Finding | None:
        parse, grammar = self._parse, self._grammar
        for kid in (*grammar.labelled(verb, "neg"), *self._short_of(verb)):
            return Finding("denied", parse.lowers[kid])
        for head in (*grammar.subjects(verb)[:1], *grammar.labelled(verb, "dobj")):
            if parse.lowers[head] in {"none", "nobody", "neither", "no-one", "nothing"}:
                return Finding("denied", parse.lowers[head])
            if any(parse.lowers[k] in {"no", "neither"} for k in grammar.labelled(head, "det", "neg")):
                return Finding("denied", "no")
        if parse.deps[verb] == "pcomp" and parse.lowers[parse.heads[verb]] == "without":
            return Finding("denied", "without")
        return None

    def _noun(self, noun: int) -> Finding:
        parse, grammar = self._parse, self._grammar
        for kid in self._grammar.kids[noun]:
            if parse.deps[kid] in {"det", "neg"} and parse.lowers[kid] in {"no", "neither"}:
                return Finding("denied", "no")
            if parse.deps[kid] in {"amod", "compound"} and (kind := governors().get("adj:" + parse.lowers[kid])):
                return Finding(kind, parse.lowers[kid])  # type: ignore[arg-type]
        if parse.deps[noun] == "pobj" and parse.lowers[parse.heads[noun]] == "without":
            return Finding("denied", "without")
        if self._untold(noun):
            return Finding("denied", "no")
        if self._sought(noun):
            return Finding("planned", "leading")
        if self._ordered(noun):
            return Finding("planned", "warrant")
        return _PLAIN if not grammar.has(noun, "neg") else Finding("denied", "not")

    def _ordered(self, noun: int) -> bool:
        """Say whether an arrest is only ordered: "a warrant for the arrest of"."""
        parse, prep = self._parse, self._parse.heads[noun]
        below = (
            parse.deps[noun] == "pobj" and parse.lowers[prep] == "for" and parse.low_lemmas[noun] in small("arrests")
        )
        return below and parse.low_lemmas[parse.heads[prep]] in small("orders")

    def _untold(self, noun: int) -> bool:
        """Say whether there is no word of it: "no reports of casualties"."""
        parse, prep = self._parse, self._parse.heads[noun]
        word = parse.heads[prep]
        if parse.deps[noun] != "pobj" or parse.lowers[prep] != "of" or parse.low_lemmas[word] not in small("tokens"):
            return False
        return any(parse.lowers[k] == "no" for k in self._grammar.kids[word])

    def _sought(self, noun: int) -> bool:
        """Say whether it is what clues are asked for: "a reward for information leading to the capture of"."""
        parse = self._parse
        lead = parse.heads[parse.heads[noun]]
        below = parse.deps[noun] == "pobj" and parse.lowers[parse.heads[noun]] == "to" and parse.deps[lead] == "acl"
        return below and parse.lowers[lead] == "leading" and parse.low_lemmas[parse.heads[lead]] in classes()["clue"]

    def _took_effect(self, noun: int) -> bool:
        """Say whether a clause tells what came of it: "called for an air strike, which killed two"."""
        parse = self._parse
        below = self._grammar.labelled(noun, "relcl")
        return any(parse.tags[k] == "VBD" and noun in self._grammar.subjects(k) and self._hurts(k) for k in below)

    def _hurts(self, verb: int) -> bool:
        words = classes()
        return self._parse.low_lemmas[verb] in words["lethal"] | words["harmful"] | {"destroy", "hit", "leave"}

    def _governs(self, head: int) -> str | None:
        """What a governing word makes of what it governs; who rules something denies it only in ruling it "out".

        Who is called by such a word governs nothing: "Suspect held after fire".
        """
        lemma = self._parse.low_lemmas[head]
        if self._parse.pos[head] not in VERBAL and lemma in classes()["people"]:
            return None
        if lemma == "rule" and not any(self._parse.lowers[k] == "out" for k in self._grammar.kids[head]):
            return None
        return governors().get(lemma)

    def _above(self, token: int) -> Finding:
        """What the governing words make of it: "plans to", "denied that", "called for"; only complements pass it on."""
        if shared := self._passed_on(token):
            return shared
        if (self._parse.deps[token] == "pcomp" and self._spot(token)) or self._beside(token):
            return _PLAIN
        head, label = self._governor(token)
        return _PLAIN if head == token else self._governed(token, head, label)

    def _beside(self, noun: int) -> bool:
        """Say whether a noun only tells when or why: "called the visit off after the raid" leaves the raid as it is."""
        parse, prep = self._parse, self._parse.heads[noun]
        if parse.deps[noun] != "pobj" or parse.pos[noun] in VERBAL:
            return False
        return parse.lowers[prep] in _ASIDE or (parse.lowers[prep] == "of" and parse.lowers[prep - 1] in _ASIDE)

    def _spot(self, verb: int) -> bool:
        """Say whether a clause only names the spot: "two blocks from where Ruiz was killed"."""
        return any(self._parse.lowers[k] == "where" for k in self._grammar.labelled(verb, "advmod"))

    def _passed_on(self, token: int) -> Finding | None:
        """What a word has from the first of its row, from the report it stands in, from what it was not done by."""
        parse = self._parse
        head, label = parse.heads[token], parse.deps[token]
        if label == "conj":
            return self._in_row(token, head)
        if label in {"acl", "ccomp"} and parse.pos[head] not in VERBAL:
            return self._untrue(token, head)
        while label in {"compound", "nmod"} and parse.heads[head] != head:
            head, label = parse.heads[head], parse.deps[head]
        return self.of(parse.heads[head]) if label == "pobj" and parse.deps[head] == "agent" else None

    def _governor(self, token: int) -> tuple[int, str]:
        """The word that a word hangs on, over prepositions, and how."""
        parse = self._parse
        head, label = parse.heads[token], parse.deps[token]
        while label in {"pobj", "pcomp"} or (
            label == "prep" and parse.pos[head] == "ADP" and parse.heads[head] != head
        ):
            head, label = parse.heads[head], "prep"
        return head, label

    def _governed(self, token: int, head: int, label: str) -> Finding:
        """What its governing word makes of a word."""
        parse = self._parse
        if parse.deps[token] == "pcomp" and parse.lowers[parse.heads[token]] in _MEANS and parse.pos[head] in VERBAL:
            return self.of(head)  # "will win by attacking": the means of what has not happened
        kind = self._governs(head)
        inside = label in {"xcomp", "ccomp", "acl", "dobj", "prep", "nsubjpass", "oprd"}
        if parse.pos[token] in VERBAL and label in _INFINITE and self._grammar.infinitive(token) and not kind:
            if aimed := governors().get("to:" + parse.low_lemmas[head]):
                return Finding(aimed, parse.lemmas[head])  # type: ignore[arg-type]
            upper = self.of(head)
            return upper if upper.modality != "ongoing" else _PLAIN
        if parse.pos[token] not in VERBAL and parse.pos[head] in VERBAL and (own := self._of_verb(head, label, kind)):
            return own
        if kind and inside and not (label == "prep" and parse.pos[head] not in {"VERB", "NOUN"}):
            negated = any(parse.deps[k] == "neg" for k in self._grammar.kids[head])
            if kind == "denied" and negated:
                return _PLAIN
            if parse.low_lemmas[head] == "able" and self._grammar.has(parse.heads[head], "neg"):
                kind = "denied"
            if label == "ccomp" and kind == "planned" and not self._grammar.infinitive(token):
                return _PLAIN
            plot = self.of(head) if label == "acl" and kind == "planned" else _PLAIN  # "foiled a plot to bomb"
            return plot if plot.modality == "denied" else Finding(kind, parse.lemmas[head])  # type: ignore[arg-type]
        return _PLAIN

    def _of_verb(self, head: int, label: str, kind: str | None) -> Finding | None:
        """What a noun has from the verb that it is subject, object or state of ("no one was in custody")."""
        if label in {"nsubj", "dobj", "nsubjpass"}:
            own = (self._due(head) if label == "nsubj" else None) or self.of(head)
            unreal = own.modality in {"denied", "hypothetical", "possible", "planned"}
            return own if unreal and not (kind and label == "nsubj") else None
        joins = self._parse.low_lemmas[head] in classes()["joining"] and self.of(head).modality == "planned"
        if label == "prep" and (joins or self.of(head).because in _IF):
            return self.of(head)  # "if its ships come under attack", "came to participate in raids"
        stays = governors().get("stays:" + self._parse.low_lemmas[head]) if label == "prep" else None
        if stays is None:
            return None
        own = self.of(head)
        lasts = Finding(stays, self._parse.lemmas[head])  # type: ignore[arg-type]
        return own if own.modality != "happened" else lasts if stays != "happened" else None

    def _due(self, verb: int) -> Finding | None:
        """What a state makes of the happening that has it: "the vote is due to begin"."""
        for word in self._grammar.labelled(verb, "acomp"):
            kind = governors().get(self._parse.low_lemmas[word])
            if kind == "planned" and self._grammar.has(word, "xcomp"):
                return Finding("planned", self._parse.lowers[word])
        return None

    def _in_row(self, token: int, head: int) -> Finding | None:
        """What governs the first of a row governs the rest: "stop the raids and killings", "to bomb and shell"."""
        parse = self._parse
        verbs = [parse.pos[t] in VERBAL for t in (token, head)]
        if not any(verbs):
            return self._above(head)
        if not all(verbs) or self._grammar.has(token, "aux", "nsubj", "nsubjpass"):
            return None
        below = [k for k in self._grammar.labelled(head, "xcomp") if k < token]  # "stop" of "stop bombing and shelling"
        alike = (t for t in (head, *below) if parse.tags[t] == parse.tags[token] and parse.tags[t] in {"VB", "VBG"})
        return next((self.of(t) for t in alike), None)

    def _untrue(self, clause: int, noun: int) -> Finding | None:
        """What becomes of what a report says where the report is called false, or is itself denied."""
        parse, grammar = self._parse, self._grammar
        if not any(parse.lowers[k] == "that" for k in grammar.labelled(clause, "mark", "nsubj")):
            return None
        if parse.low_lemmas[noun] in small("tokens") and self._noun(noun).because == "no":
            return Finding("denied", "no")
        verb = parse.heads[noun]
        if parse.deps[noun] == "nsubj" and parse.low_lemmas[verb] == "be":
            said = "not:" if grammar.has(verb, "neg") else "is:"
            for word in grammar.labelled(verb, "acomp"):
                if kind := governors().get(said + parse.lowers[word]):
                    return Finding(kind, parse.lowers[word])  # type: ignore[arg-type]
        above = self._above(noun)
        return above if above.modality == "denied" else None
