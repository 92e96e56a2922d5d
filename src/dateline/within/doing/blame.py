"""Who did what a noun says, where other words tell it: "is behind the raid", "the authors of the raid are"."""

from __future__ import annotations

from dateline.knowledge.actions import classes
from dateline.knowledge.small_words import small
from dateline.within.doing.clause import VERBAL, Grammar

_GIVEN = {"attribute": "to", "ascribe": "to", "blame": "on", "pin": "on"}
_ACCUSED = {"accuse": "of", "suspect": "of", "blame": "for", "charge": "with"}
_BURDEN = small("burden")
_TO = small("tie")
_PREPS = small("blamed_by")


class Blame:
    """Finds who stands behind the deeds of one parse that nouns name."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        words = classes()
        self._blaming, self._joining, self._authors = words["blaming"], words["joining"], words["author"]
        self._perpetrating, self._laying = words["perpetrating"], words["laying"]
        self._planning = words["planning"]

    def of(self, noun: int) -> tuple[int, ...]:
        """Heads of those who carried it out, are blamed for it, or own up to it; nothing where no words say so."""
        return self._carried_out(noun) or self._attributed(noun) or self._held(noun)

    def _carried_out(self, noun: int) -> tuple[int, ...]:
        """Who stands behind the participle of a noun: "an attack carried out by the rebels"."""
        grammar = self._grammar
        below = [k for k in (*grammar.labelled(noun, "acl", "relcl"), *self._stray(noun)) if grammar.passive(k)]
        return next((found for k in below if (found := grammar.preps(k, "by"))), ())

    def _stray(self, noun: int) -> list[int]:
        """Participles that the parser hung on a word before the noun: "grief over the killing of X, carried out by"."""
        parse = self._parse
        end = parse.sentences[parse.sentence_at[noun]].end
        return [
            k
            for k in range(noun, end)
            if parse.deps[k] in {"acl", "advcl"} and parse.heads[k] < noun and parse.low_lemmas[k] in self._perpetrating
        ]

    def _attributed(self, noun: int) -> tuple[int, ...]:
        """Whom an attack is attributed to, or blamed on, or who planned it."""
        verb = self._parse.heads[noun]
        if self._parse.deps[noun] not in {"dobj", "nsubjpass"}:
            return ()
        lemma = self._parse.low_lemmas[verb]
        if lemma in self._planning and not self._grammar.passive(verb):
            return self._grammar.subjects(verb)
        word = _GIVEN.get(lemma)
        return self._grammar.preps(verb, word) if word else ()

    def _held(self, noun: int) -> tuple[int, ...]:
        """Who is accused of, held for or owns up to what a noun says ("charged in the killing", "blamed for")."""
        parse, grammar = self._parse, self._grammar
        prep = parse.heads[noun]
        word = parse.lowers[prep]
        if parse.deps[noun] != "pobj" or word not in _PREPS:
            return ()
        above = parse.heads[prep]
        lemma, verbal = parse.low_lemmas[above], parse.pos[above] in VERBAL
        if word == "to":
            return grammar.objects(above) if lemma in _TO and verbal else ()
        if verbal and lemma in self._blaming:
            return grammar.objects(above)
        if verbal and ((word == "behind" and lemma == "be") or (lemma in self._joining and word == "in")):
            return grammar.subjects(above)
        if not verbal and _ACCUSED.get(parse.low_lemmas[parse.heads[above]]) == word and parse.deps[above] == "dobj":
            return grammar.expand([above])  # "accused the rebels of the raid", hung on the rebels by the parser
        if lemma in _BURDEN:
            return self._burdened(above)
        if lemma == "responsible":
            return self._responsible(above)
        return self._author(above) if lemma in self._authors and word == "of" else ()

    def _burdened(self, noun: int) -> tuple[int, ...]:
        """Who takes responsibility, or on whom others lay it."""
        grammar, verb = self._grammar, self._grammar.governor(noun)
        if verb is None or self._parse.pos[verb] not in VERBAL:
            return ()
        if self._parse.low_lemmas[verb] not in self._laying:
            return grammar.subjects(verb)
        sentence = self._parse.sentences[self._parse.sentence_at[verb]]
        last = next((k for k in range(sentence.end - 1, noun, -1) if self._parse.lowers[k] in {"on", "upon"}), None)
        return grammar.preps(verb, "on") or (grammar.expand(grammar.labelled(last, "pobj")) if last else ())

    def _responsible(self, word: int) -> tuple[int, ...]:
        """Who is responsible, or is held to be so by others."""
        grammar, verb = self._grammar, self._parse.heads[word]
        if own := grammar.labelled(word, "nsubj"):  # the parser's clause of "hold him responsible"
            return grammar.expand(own)
        if self._parse.pos[verb] not in VERBAL:
            return self._held_so(verb) if self._parse.deps[word] == "amod" and verb < word else ()
        held = self._parse.low_lemmas[verb] in {"hold", "consider", "deem", "make"}
        return grammar.objects(verb) if held else grammar.subjects(verb)

    def _held_so(self, noun: int) -> tuple[int, ...]:
        """A row on whose last the parser hung the word: "hold the mayor and the guard responsible"."""
        while self._parse.deps[noun] == "conj":
            noun = self._parse.heads[noun]
        return self._grammar.expand([noun])

    def _author(self, noun: int) -> tuple[int, ...]:
        """Who is said to be the author of a deed: "the authors of the raid are smugglers", "X was its mastermind"."""
        grammar, parse = self._grammar, self._parse
        verb, label = parse.heads[noun], parse.deps[noun]
        if label == "attr":
            return grammar.subjects(verb)
        if label == "nsubj" and parse.low_lemmas[verb] == "be":
            return grammar.expand(grammar.labelled(verb, "attr"))
        if label == "appos":
            return grammar.expand([verb])
        return ()
