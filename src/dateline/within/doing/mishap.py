"""What sounds like force and is none: whom a crash killed was not attacked, whom the captain shot past was not hit."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from msgspec.structs import replace

from dateline.knowledge.actions import classes
from dateline.within.doing.clause import VERBAL, Grammar
from dateline.within.doing.deed import Deed

_SCORE = re.compile(r"(?:^| )\d{1,3} ?[-–] ?\d{1,3}(?: |$)")
_SCORE_NEAR = 12  # words behind a verb in which a score is that of what it tells
ENOUGH = 3  # different words of sport, none of blood, that make a report one on sport


class Mishaps:
    """Finds the harm of one parse that was an accident's."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        words = classes()
        self._mishaps, self._violent = words["mishap"], words["attack"] | words["thing"]
        self._vehicles, self._bombs = words["vehicle"], words["bombing"]
        self._bumping = words["bumping"]
        self._lethal, self._harmful = words["lethal"], words["harmful"]

    def settled(self, deed: Deed) -> Deed:
        """Harm in the passive, by nobody, in a sentence that tells of a mishap and of no violence: no assault.

        Harm by a vehicle that carried a bomb, or that one was thrown from, is one.
        """
        parse, verb = self._parse, deed.token
        if deed.action == "OTHER" and deed.kind in {"death", "injury", "damage"} and self._bombed(verb):
            return replace(deed, action="ASSAULT", mode="explosives", kind=None, actors=())
        if deed.action != "ASSAULT" or deed.actors or parse.pos[verb] not in VERBAL or not self._grammar.passive(verb):
            return deed
        kind = "death" if deed.lemma in self._lethal else "injury" if deed.lemma in self._harmful else None
        if kind is None or self._grammar.has(verb, "agent"):
            return deed
        words = self._words(verb)
        why = min(words & self._mishaps, default="") or self._run_over(verb)
        if not why or words & self._violent:
            return deed
        return replace(deed, action="OTHER", mode=deed.lemma, kind=kind, reasons=(*deed.reasons, f"by the “{why}”"))

    def _run_over(self, verb: int) -> str:
        """The vehicle whose hitting something hurt somebody: "were killed when a lorry hit their car"."""
        parse, grammar = self._parse, self._grammar
        for hit in grammar.labelled(verb, "advcl"):
            head = next((h for h in grammar.subjects(hit) if parse.low_lemmas[h] in self._vehicles), None)
            met = any(parse.low_lemmas[k] in self._vehicles for k in grammar.objects(hit))
            if head is not None and met and parse.low_lemmas[hit] in self._bumping:
                return parse.low_lemmas[head]
        return ""

    def _bombed(self, verb: int) -> bool:
        """Say whether a vehicle hurt or damaged by what it carried: "a van packed with dynamite killed four"."""
        parse, grammar = self._parse, self._grammar
        if parse.pos[verb] not in VERBAL or grammar.passive(verb) or not self._words(verb) & self._bombs:
            return False
        return any(parse.low_lemmas[head] in self._vehicles for head in grammar.subjects(verb))

    def _words(self, token: int) -> set[str]:
        sentence = self._parse.sentences[self._parse.sentence_at[token]]
        return {self._parse.low_lemmas[t] for t in range(sentence.first, sentence.end)}


class Stoppages:
    """Tells the strikes of people at work from those of arms over one parse."""

    def __init__(self, grammar: Grammar) -> None:
        self._parse = grammar.parse

    def settled(self, deed: Deed) -> Deed:
        """A bare strike on nobody, in a report on people who stopped working, as theirs; any other deed as it is."""
        if deed.lemma != "strike" or deed.action != "ASSAULT" or deed.mode or deed.recipients or not self._at_work:
            return deed
        return replace(deed, action="PROTEST", mode="strike", reasons=(*deed.reasons, "told of people at work"))

    @cached_property
    def _at_work(self) -> bool:
        """Say whether a report speaks of people on strike or twice of what goes with it, and nowhere of war."""
        words, parse = classes(), self._parse
        told = {lemma for lemma, tag in zip(parse.low_lemmas, parse.pos, strict=True) if tag != "PROPN"}
        struck = any(pair == ("on", "strike") for pair in pairwise(parse.lowers))
        return (struck or len(told & words["stoppage"]) > 1) and not told & words["warlike"]


class Games:
    """Tells force from play over one parse."""

    def __init__(self, grammar: Grammar) -> None:
        self._parse = grammar.parse

    def settled(self, deed: Deed) -> Deed:
        """A deed of force in a report on sport as a deed of sport; any other as it is."""
        if deed.action not in {"ASSAULT", "OTHER"} or not (self._scored(deed) or self._told(deed)):
            return deed
        return replace(deed, action="OTHER", mode=deed.lemma, kind="sport", reasons=(*deed.reasons, "told of sport"))

    def _told(self, deed: Deed) -> bool:
        return deed.action == "ASSAULT" and self._of_sport

    def _scored(self, deed: Deed) -> bool:
        """Say whether the score of a game stands behind a verb of winning and losing: "beat Elmby 3-1"."""
        parse, verb = self._parse, deed.token
        if deed.kind is not None or deed.lemma not in classes()["contest"] or parse.pos[verb] not in VERBAL:
            return False
        end = min(parse.sentences[parse.sentence_at[verb]].end, verb + _SCORE_NEAR)
        return _SCORE.search(" ".join(parse.lowers[verb + 1 : end])) is not None

    @cached_property
    def _of_sport(self) -> bool:
        """Say whether a report speaks of games, and nowhere of blood, weapons or the police."""
        words, told = classes(), set(self._parse.low_lemmas)
        return len(told & words["sporting"]) >= ENOUGH and not told & words["blood"]
