"""Subjects that parsers hang on another word than their verb, those whom a relative pronoun stands for, and voices that
parsers leave open."""

from __future__ import annotations

from dateline.knowledge.actions import classes
from dateline.knowledge.small_words import small
from dateline.within.parse import Parse

_SUBJECTS = ("nsubj", "nsubjpass")
RELATIVE = ("WDT", "WP", "WP$")
_AIMED = frozenset({"at", "on", "upon", "into", "toward", "towards", "from"})
_NOMINATIVE = small("nominative")
_OUTWARD = small("outward")


def dismissed(parse: Parse, verb: int) -> bool:
    """Say whether a headline's "Ana Ruiz Fired After a Week" tells of one who lost a post, and of no shot."""
    if parse.lowers[verb] != "fired" or parse.block_of(verb).kind != "headline":
        return False
    who = [k for k in parse.kids[verb] if parse.deps[k] == "nsubj"]
    aimed = any(parse.lowers[k] in _AIMED for k in parse.kids[verb] if parse.deps[k] == "prep")
    return bool(who) and not aimed and all(parse.pos[k] == "PROPN" for k in who)


class Strays:
    """Finds the subjects of the verbs of one parse that have none of their own."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse

    def of(self, verb: int) -> list[int]:
        """Heads of the subject of a verb: what its own relations name, or else what hangs on another word."""
        own = [k for k in self._labelled(verb, *_SUBJECTS) if not self._owns(k)]
        return own or self._by_aux(verb) or self._after(verb) or self._stray(verb) or self._fronted(verb)

    def _labelled(self, token: int, *labels: str) -> list[int]:
        return [kid for kid in self._parse.kids[token] if self._parse.deps[kid] in labels]

    def _owns(self, token: int) -> bool:
        """Say whether what parsers take for a subject only owns the next one: "Mr. Ramos' cook was held"."""
        return any(self._parse.tags[k] == "POS" for k in self._labelled(token, "case"))

    def _by_aux(self, verb: int) -> list[int]:
        """The subject that parsers hang on an auxiliary: "Two were killed and another man was injured"."""
        return [k for aux in self._labelled(verb, "aux", "auxpass") for k in self._labelled(aux, *_SUBJECTS)]

    def _fronted(self, verb: int) -> list[int]:
        """The subject that parsers take to explain the place before it: "In Kent, Ohio, two smiths were held"."""
        parse = self._parse
        if parse.tags[verb] not in {"VBD", "VBN"} or parse.deps[verb] not in {"ROOT", "ccomp"}:
            return []
        last = min([verb, *self._labelled(verb, "aux", "auxpass", "neg")]) - 1
        for prep in self._labelled(verb, "prep"):
            below = [t for t in range(prep, last + 1) if parse.deps[t] == "appos" and parse.tags[t] in {"NN", "NNS"}]
            for noun in below if prep < last else ():
                if parse.words[parse.edges(noun)[0] - 1] == "," and parse.edges(noun)[1] - 1 == last:
                    return [noun]
        return []

    def _after(self, verb: int) -> list[int]:
        """The subject that a headline's "after" has drawn to itself: "Three questioned after farmer shot"."""
        marks = self._labelled(verb, "mark") if self._parse.tags[verb] in {"VBN", "VBD"} else []
        return [k for mark in marks for k in self._labelled(mark, "pobj") if mark < k < verb]

    def _stray(self, verb: int) -> list[int]:
        """The subject that parsers take for a call or an article: "Girl, 6, shot", "and another critically hurt"."""
        parse = self._parse
        if parse.tags[verb] not in {"VBN", "VBD"}:
            return []
        loose = parse.deps[verb] == "ccomp" or parse.block_of(verb).kind == "headline"  # "Police confirm child shot"
        kinds = ("intj", "compound") if loose else ("intj",)
        calls = [k for k in self._labelled(verb, *kinds) if parse.lowers[k] in classes()["people"]]
        calls = calls or [k for k in self._labelled(verb, "det") if parse.lowers[k] == "another" and k < verb]
        return calls or self._by_age(verb) or self._with_age(verb)

    def _with_age(self, verb: int) -> list[int]:
        """Whoever stands with an age before a verb that parsers hang on another: "and Ana Ruiz, 8, was hit"."""
        parse = self._parse
        aux = min(self._labelled(verb, "aux", "auxpass"), default=0)
        if parse.deps[verb] != "conj" or aux < 4 or not parse.lowers[aux - 2].isdigit():
            return []
        between = parse.words[aux - 1] == "," == parse.words[aux - 3]
        return [aux - 4] if between and parse.pos[aux - 4] == "PROPN" else []

    def _by_age(self, verb: int) -> list[int]:
        """Somebody told of by an age alone whom parsers make a clause of: "where the 9-year-old later died"."""
        parse, before = self._parse, verb - 1
        while before > 0 and parse.heads[before] == verb and parse.deps[before] in {"advmod", "aux", "auxpass"}:
            before -= 1
        stray = parse.deps[verb] == "conj" and parse.deps[before] == "relcl"
        return [before] if stray and parse.lowers[before] in {"old", "olds"} else []


class Relatives:
    """Finds what the relative pronouns of one parse stand for."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse

    def antecedent(self, token: int, verb: int) -> int:
        """Whom or what a relative pronoun stands for; any other token stands for itself."""
        parse = self._parse
        if parse.tags[token] not in RELATIVE and parse.lowers[token] != "that":
            return token
        while parse.deps[verb] == "conj":
            verb = parse.heads[verb]
        if parse.deps[verb] != "relcl":
            return token
        noun = parse.heads[verb]
        return self._whose(noun) if parse.lowers[token] == "who" else noun

    def _whose(self, noun: int) -> int:
        """Whom a "who" means that parsers hang on the nearest noun: "the owner of a farm, who was held"."""
        parse = self._parse
        above = parse.heads[parse.heads[noun]]
        if parse.deps[noun] != "pobj" or not self._thing(noun) or not self.one(above):
            return noun
        named = parse.deps[above] == "appos" and parse.pos[parse.heads[above]] == "PROPN"
        return parse.heads[above] if named else above

    def _thing(self, noun: int) -> bool:
        """Say whether a noun is none for people: "farm" of "the owner of a farm", a town in "the mayor of Elmby"."""
        if self._parse.pos[noun] == "PROPN":
            labels = {label for first, end, label in self._parse.names if first <= noun < end}
            return bool(labels) and "PERSON" not in labels
        return self._parse.pos[noun] == "NOUN" and not self.one(noun)

    def one(self, noun: int) -> bool:
        """Say whether a noun is one for somebody: of people, or for one who does something ("owner")."""
        lemma = self._parse.low_lemmas[noun]
        return lemma in classes()["people"] or lemma in classes()["collective"] or lemma.endswith(("er", "or", "ist"))


def outward(parse: Parse, verb: int) -> bool:
    """Say whether a verb that parsers take for one of the past is one: "he shot", "shot into it"."""
    if parse.tags[verb] != "VBD" or parse.block_of(verb).kind == "headline":
        return False
    who = [parse.lowers[k] for k in parse.kids[verb] if parse.deps[k] == "nsubj"]
    where = [parse.lowers[k] for k in parse.kids[verb] if parse.deps[k] == "prep"]
    return any(w in _NOMINATIVE for w in who) or any(w in _OUTWARD for w in where)


def likewise(parse: Parse, verb: int) -> bool:
    """Say whether a participle leaves out the "were" of the verb before it: "Ten were moved and dozens treated"."""
    head = parse.heads[verb]
    if parse.tags[verb] != "VBN" or parse.deps[verb] != "conj":
        return False
    own = {parse.deps[k] for k in parse.kids[verb] if k < verb}
    return bool(own & {"nsubj"}) and "aux" not in own and any(parse.deps[k] == "auxpass" for k in parse.kids[head])
