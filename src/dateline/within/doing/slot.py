"""What fills the slots of a frame: paths through the grammar from a trigger to the heads of phrases.

And the figure that a toll came to or was given: "has climbed to 96", "raised its toll from 40 to 57", "a toll of 12".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dateline.knowledge import numbers
from dateline.knowledge.actions import Path, classes
from dateline.knowledge.small_words import small
from dateline.within.doing.clause import NOMINAL, VERBAL, Grammar
from dateline.within.doing.frame import Frames

_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = ("with", "to", "from", "for", "in", "on", "against", "at", "into")
_AIMS = small("aims")
_THERE = small("to_events")
_FAR = 24  # words behind a toll in which its figure may stand
_BEFORE = 4  # words before it in which the verb may stand that gives it one
_ENDS = frozenset({";", ":"})
_SUMS = frozenset({"$", "£", "€"})
_ASIDE = frozenset({"nsubj", "nsubjpass", "advcl", "relcl", "acl", "mark", "npadvmod", "csubj", "parataxis", "cc"})


class Slots:
    """Fills slots over one parse."""

    def __init__(self, frames: Frames) -> None:
        self._frames = frames
        self._grammar: Grammar = frames.grammar
        self._parse = frames.grammar.parse
        self._parties = frames.parties
        self._adverbial = classes()["adverbial"]
        self._steps: dict[str, Callable[[int], Sequence[int]]] = {
            "obj": self._grammar.objects,
            "subj": self._grammar.subjects,
            "poss": lambda token: self._grammar.expand(self._grammar.labelled(token, "poss")),
            "dative": self._dative,
            "comp": self._complement,
            "subjof": self._subject_below,
            "inner": self._parties.inner,
            "party": self._parties.inner,
            "mod": self._parties.modifiers,
            "goer": self._goer,
        }

    def fill(self, paths: Sequence[Path], token: int, but: Sequence[int] = ()) -> tuple[int, ...]:
        """What the first slot holds that is there, as heads of noun phrases; ``but`` are those who fill another."""
        for path in paths:
            found = [head for steps in path for head in self._walk(steps, token) if head not in but]
            if found:
                return tuple(dict.fromkeys(found))
        return ()

    def _walk(self, steps: Sequence[str], token: int) -> list[int]:
        heads = [token]
        for step in steps:
            look = self._steps.get(step)
            heads = [h for head in heads for h in (look(head) if look else self._preps(head, step))]
        return heads

    def _preps(self, token: int, word: str) -> list[int]:
        grammar, parse = self._grammar, self._parse
        found = grammar.preps(token, word)
        if not found and word == "by" and parse.pos[token] not in VERBAL:
            hit = [by for head in grammar.preps(token, "of") for by in grammar.preps(head, "by")]
            found = tuple(filter(self._parties.party, hit))  # "the beating of a cook by guards"
        if not found and parse.pos[token] in VERBAL:
            for kid in grammar.labelled(token, "prt", "advmod", "prep", "dobj"):
                if found := grammar.preps(kid, word):
                    break
        found = tuple(f for f in found if not _YEAR.fullmatch(parse.words[f]))  # "the killings of 2017"
        if word in {"in", "at", "on", "to", "of", "with"}:
            found = tuple(f for f in found if parse.low_lemmas[f] not in self._adverbial or self._parties.mention(f))
        return list(found)

    def _dative(self, token: int) -> tuple[int, ...]:
        grammar = self._grammar
        kids = grammar.labelled(token, "dative")
        if not kids and grammar.has(token, "dobj") and (given := grammar.labelled(token, "nsubjpass")):
            return grammar.expand(given)  # "the inspectors were granted access"
        plain = [k for k in kids if self._parse.pos[k] in NOMINAL]
        return grammar.expand(plain) or grammar.preps(token, "to")

    def _goer(self, token: int) -> tuple[int, ...]:
        """Who goes to the talks that a clause only names: "flew in for another round of talks"."""
        parse = self._parse
        for above in parse.above(token) if parse.deps[token] == "pobj" else ():
            if parse.pos[above] in VERBAL:
                direct = not self._grammar.objects(above)
                return self._grammar.subjects(above) if direct and not self._grammar.passive(above) else ()
            measure = self._grammar.partitive(above) or parse.pos[above] == "ADJ"
            if not measure and parse.lowers[above] not in _THERE:
                return ()
        return ()

    def _complement(self, token: int, depth: int = 0) -> tuple[int, ...]:
        """The other party of what is agreed to, refused or demanded: from the clause or the noun that says what."""
        grammar = self._grammar
        for verb in grammar.complements(token):
            frame = self._frames.verb(verb)
            if frame and depth < 3 and (found := self.fill(frame.recipients, verb)):
                return found
            if found := grammar.objects(verb) or self._nearby(verb):
                return found
            if depth < 3 and (found := self._complement(verb, depth + 1)):
                return found
        return ()

    def _nearby(self, verb: int) -> tuple[int, ...]:
        for word in _NEAR:
            if found := self._preps(verb, word):
                return tuple(found)
        return ()

    def _subject_below(self, token: int) -> list[int]:
        grammar = self._grammar
        below = grammar.labelled(token, "ccomp", "xcomp")  # "found him guilty" is a clause to the parser
        return [s for word in below for s in grammar.labelled(word, "nsubj", "nsubjpass")]

    def target(self, noun: int) -> tuple[int, ...]:
        """What is said to have been the target of a deed: "the mill was the target of an attack"."""
        grammar, parse = self._grammar, self._parse
        aim = parse.heads[parse.heads[noun]]
        if parse.deps[noun] != "pobj" or parse.lowers[parse.heads[noun]] != "of" or parse.low_lemmas[aim] not in _AIMS:
            return ()
        verb = parse.heads[aim]
        if parse.low_lemmas[verb] != "be":
            return ()
        return grammar.subjects(verb) if parse.deps[aim] == "attr" else grammar.expand(grammar.labelled(verb, "attr"))

    def reach(self, token: int, taken: Sequence[int]) -> tuple[int, ...]:
        """The first party named further down the clause, for actions whose own slots name none."""
        parse, kids = self._parse, self._grammar.kids
        queue = [k for k in kids[token] if k > token and parse.deps[k] not in _ASIDE]
        for _ in range(40):
            if not queue:
                return ()
            head = queue.pop(0)
            named = head not in taken and parse.pos[head] in NOMINAL and parse.tags[head] != "PRP"
            if named and self._parties.mention(head):
                return self._grammar.expand([head])
            queue += [k for k in kids[head] if parse.deps[k] not in _ASIDE]
        return ()


def figure(grammar: Grammar, toll: int) -> int | None:
    """The number that a sentence gives a toll, however the parser hangs it; None where it gives none."""
    parse = grammar.parse
    sentence = parse.sentences[parse.sentence_at[toll]]
    first = max(sentence.first, toll - _BEFORE)
    moved = not classes()["reckoning"].isdisjoint(parse.low_lemmas[first:toll])
    for at in range(toll + 1, min(sentence.end, toll + _FAR)):
        word, lemma = parse.lowers[at], parse.low_lemmas[at]
        if word in _ENDS:
            return None
        given = word == "of" and at == toll + 1
        given = given or (word in small("toll_to") and moved)
        stands = parse.low_lemmas[at - 1] in small("toll_stands") and parse.lowers[at - 2] not in small("at_first")
        given = given or (word == "at" and (moved or stands))
        given = given or lemma in small("toll_reaches")
        if given and (number := _number(grammar, at + 1, sentence.end)) is not None:
            return number
        moved = moved or lemma in small("toll_moves") or word in small("toll_moves")
    return None


def _number(grammar: Grammar, at: int, end: int) -> int | None:
    """The number of people that stands here, behind what hedges it."""
    parse = grammar.parse
    while at < end and parse.lowers[at] in small("hedges"):
        at += 1
    found = numbers.word(parse.lowers[at]) if at < end else None
    if found is None or found[0] != found[1] or found[0] < 1 or parse.lowers[at] in {"a", "an"}:
        return None
    last = at
    while last + 1 < end and numbers.numeric(parse.lowers[last + 1]):
        last += 1
    behind = parse.lowers[last + 1] if last + 1 < end else ""
    measured = behind in small("no_people") or parse.words[at - 1] in _SUMS
    year = grammar.dated[at] and len(parse.words[at]) == 4  # parsers take "from 40 to 57" for a date, too
    return None if measured or year else last
