"""What one trigger says was done, by whom and to whom: a claim before its words are cut out of the report."""

from __future__ import annotations

import msgspec

from dateline.knowledge.actions import Frame, classes
from dateline.model import Action, Modality
from dateline.within.doing.blame import Blame
from dateline.within.doing.body import Bodies
from dateline.within.doing.clause import VERBAL
from dateline.within.doing.frame import COOPERATIVE, Frames
from dateline.within.doing.modality import Modalities
from dateline.within.doing.slot import Slots

_RECIPROCAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "CONCEDE"})
_MATERIAL = frozenset({"ASSAULT", "COERCE"})  # whom they hit is named outright or not at all
_UNCLEAR = frozenset({"it", "itself", "this", "that", "those", "which", "what", "its", "their", "our", "your"})
_SUFFERED = frozenset({"suffer", "sustain", "report", "have"})  # whose the casualties are


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """A word that denotes a happening, with its action and the heads of the phrases in its slots.

    ``via`` is the light verb that carries a noun ("held" of "held talks").
    """

    token: int
    first: int
    end: int
    lemma: str
    action: Action
    mode: str | None
    kind: str | None
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    modality: Modality
    via: int | None = None
    reasons: tuple[str, ...] = ()

    @property
    def harms(self) -> bool:
        """Say whether people are hurt, held or dead by it, so that each of them counts."""
        return self.action in _MATERIAL or self.kind in {"death", "injury"}


class Deeds:
    """Makes deeds from triggers and frames."""

    def __init__(self, frames: Frames, slots: Slots, modalities: Modalities) -> None:
        self.frames = frames
        self.slots = slots
        self.modalities = modalities
        self.grammar = frames.grammar
        self.parse = frames.grammar.parse
        self.parties = frames.parties
        words = classes()
        self._things, self._part = words["thing"], words["piece"] | words["body"]
        self._driven = frozenset(w for w in words["vehicle"] if not w.endswith(("ist", "er")))
        self._blame = Blame(self.grammar)
        self._violent: bool | None = None
        self.bodies = Bodies(self.parties)

    def of(self, token: int, frame: Frame | None, via: int | None = None) -> Deed:
        """The deed of a verb, noun or adjective; ``via`` is the light verb that carries a noun."""
        if frame is not None and frame.kind == "crime" and self._told_again(token):
            frame = msgspec.structs.replace(frame, action="ASSAULT", kind=None, actors=((("by",),),))
        lemma = self.parse.low_lemmas[token]
        action: Action = frame.action if frame else "OTHER"
        actors = self._actors(token, frame, via)
        recipients = self._recipients(token, frame, via, actors)
        if frame and frame.kind in {"death", "injury", "medical"}:
            if frame.recipients == ((("subj",),),):
                actors = ()
            elif self.parse.deps[token] == "dobj" and self.parse.low_lemmas[self.parse.heads[token]] in _SUFFERED:
                actors, recipients = (), recipients or actors
            actors = tuple(filter(self._does, actors))
        elif frame and frame.kind == "disaster" and self.parse.pos[token] == "NOUN":
            actors = self.grammar.preps(token, "by")  # who brought a blaze under control did not set it
        if action in _MATERIAL:
            if action == "ASSAULT":
                recipients = tuple(dict.fromkeys(whole for r in recipients for whole in self._meant(r)))
                recipients = tuple(r for r in recipients if self.parse.low_lemmas[r] not in self._things)
            actors = tuple(a for a in actors if self._does(a) and self._stands(a))
            recipients = tuple(filter(self._stands, recipients))
        if action in _MATERIAL or action == "THREATEN":
            bodies = [body for actor in actors for body in self.bodies.behind(actor, recipients)]
            actors = tuple(dict.fromkeys([*actors, *bodies]))
        recipients, reasons = self._others(token if via is None else via, frame, actors, recipients)
        finding = self.modalities.of(token if via is None else via)
        if finding.because:
            reasons = (*reasons, f"“{finding.because}” makes it {finding.modality}")
        return Deed(
            token=token,
            first=token,
            end=token + 1,
            lemma=lemma,
            action=action,
            mode=frame.mode if frame and action != "OTHER" else lemma,
            kind=frame.kind if frame else None,
            actors=actors,
            recipients=recipients,
            modality=finding.modality,
            via=via,
            reasons=reasons,
        )

    def _told_again(self, noun: int) -> bool:
        """Say whether a crime is force told of before, which somebody is blamed for: "accused him of the crime"."""
        if self.parse.low_lemmas[noun] != "crime" or not self.grammar.has(noun, "det") or not self._blame.of(noun):
            return False
        if self._violent is None:
            words = classes()
            self._violent = not (words["lethal"] | words["attack"]).isdisjoint(self.parse.low_lemmas)
        return self._violent

    def state(self, token: int, who: tuple[int, ...]) -> Deed:
        """The deed behind a state: "dead", "injured", "missing"."""
        lower = self.parse.lowers[token]
        return Deed(
            token=token,
            first=token,
            end=token + 1,
            lemma=lower,
            action="OTHER",
            mode=lower,
            kind={"dead": "death", "deceased": "death", "missing": "missing", "homeless": "displacement"}.get(
                lower, "injury"
            ),
            actors=(),
            recipients=who,
            modality=self._lasting(token),
            reasons=(f"the state “{lower}”",),
        )

    def _lasting(self, token: int) -> Modality:
        """Whether a state is real: as its verb says where it is no more than the state's "be" ("will be dead")."""
        own, verb = self.modalities.of(token).modality, self.parse.heads[token]
        copula = self.parse.deps[token] == "acomp" and self.parse.lemmas[verb] == "be"
        return self.modalities.of(verb).modality if copula and own == "happened" else own

    def hit(self, token: int) -> Deed:
        """The deed of a headline's "Five shot" or "Man shot", which parsers read as pictures."""
        one = self.grammar.shot(token)
        return Deed(
            token=token,
            first=token,
            end=token + 1,
            lemma="shoot",
            action="ASSAULT",
            mode="firearms",
            kind=None,
            actors=(),
            recipients=tuple(self.grammar.labelled(token, "nummod")) if one is None else self.grammar.expand([one]),
            modality="happened",
            reasons=("a number of people “shot”",),
        )

    def struck(self, token: int) -> Deed:
        """The deed behind "two gunshot victims": that so many were hit."""
        return msgspec.structs.replace(
            self.state(token, (token,)), lemma="wound", mode="wound", reasons=("who was hit is counted",)
        )

    def dies(self, token: int) -> Deed:
        """The deed of a headline's "Teen dies", which parsers read as a noun."""
        who = self.grammar.labelled(token, "compound", "amod", "nmod", "nummod", "nsubj")[-1:]
        return msgspec.structs.replace(
            self.state(token, tuple(who)), lemma="die", mode="die", kind="death", reasons=("“dies” is a verb here",)
        )

    def _actors(self, token: int, frame: Frame | None, via: int | None) -> tuple[int, ...]:
        if frame and frame.actors and via is None:
            found = self.slots.fill(frame.actors, token)
            material = frame.action in _MATERIAL
            return found or (self._blame.of(token) if material else ())
        verb = token if via is None else via
        if self.parse.pos[verb] in VERBAL:
            if self.grammar.passive(verb):
                return self._agents(verb) or (self.slots.fill(frame.actors, token) if frame and via is not None else ())
            return self.grammar.subjects(verb)
        head = self.parse.heads[verb]
        return self.grammar.subjects(head) if self.parse.pos[head] in VERBAL else ()

    def _agents(self, verb: int) -> tuple[int, ...]:
        beside = self.grammar.preps(verb, "by")
        return beside or tuple(filter(self.parties.party, self.grammar.agents(verb)))

    def _does(self, head: int) -> bool:
        """Say whether a phrase means somebody who does, and no mere means: not "a bomb", "one of the devices"."""
        some = self.parse.low_lemmas[head] in {"one", "two", "three", "impact"} or self.grammar.partitive(head)
        part = self.grammar.preps(head, "of") if some else ()
        return not any(self.parse.low_lemmas[h] in self._things | self._driven for h in (head, *part))

    def _meant(self, head: int) -> tuple[int, ...]:
        """Who or what was hit where a phrase names a part of it: "the bodies of two nuns", "the roof of the car"."""
        part = self.parse.low_lemmas[head] in self._part
        return (self.grammar.preps(head, "of") if part else ()) or (head,)

    def _stands(self, head: int) -> bool:
        """Say whether a phrase means somebody or something: not an "it" or "which" that stands for nothing named."""
        if self.parse.lowers[head] not in _UNCLEAR:
            return True
        mention = self.parties.index.headed(head)
        chain = self.parties.index.chain(mention.entity) if mention else []
        return any(other.form != "pronoun" for other in chain) or self.parties.antecedent(head) is not None

    def _named(self, heads: tuple[int, ...]) -> tuple[int, ...]:
        """Heads with those named behind them: "six priests, including their rector", "two guards, Ruiz and Diaz"."""
        grammar, found = self.grammar, list(heads)
        for head in heads:
            found += [*self._including(head), *self._such(head), *self._reckoned(head)]
            if self.parse.tags[head] in {"NNS", "NN", "CD"}:
                found += grammar.expand(k for k in grammar.labelled(head, "appos") if self.parse.pos[k] == "PROPN")
        return tuple(dict.fromkeys(found))

    def _including(self, head: int) -> tuple[int, ...]:
        """Who is named as one of them, also where parsers hang "including" on the verb."""
        grammar, parse, after = self.grammar, self.parse, head + 1
        if parse.lowers[after : after + 2] == [",", "including"]:
            return grammar.expand(grammar.labelled(after + 1, "pobj"))
        return grammar.preps(head, "including")

    def _such(self, head: int) -> tuple[int, ...]:
        """Who is named as one of several: "leaders such as Ruiz"."""
        grammar, lowers = self.grammar, self.parse.lowers
        beside = [k for k in grammar.labelled(head, "prep") if lowers[k] == "as" and lowers[k - 1] == "such"]
        return grammar.expand(k for prep in beside for k in grammar.labelled(prep, "pobj"))

    def _reckoned(self, head: int) -> tuple[int, ...]:
        """Of whom so many consist: "three cooks, two Danes and a Swede"."""
        grammar = self.grammar
        parts = [k for k in grammar.labelled(head, "appos") if grammar.has(k, "nummod", "det") and grammar.has(k, "cc")]
        return grammar.expand(parts) if grammar.has(head, "nummod") else ()

    def _recipients(self, token: int, frame: Frame | None, via: int | None, actors: tuple[int, ...]) -> tuple[int, ...]:
        if frame is None:
            return self.grammar.objects(token)
        found = self.slots.fill(frame.recipients, token, actors) or self.slots.fill(frame.recipients, token)
        if not found and via is not None:
            found = self.slots.fill(frame.recipients, via, (token,))
        return found or (self.slots.target(token) if frame.action == "ASSAULT" else ())

    def _others(
        self, token: int, frame: Frame | None, actors: tuple[int, ...], recipients: tuple[int, ...]
    ) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """Recipients that follow from the phrase, from the rest of the clause, or from the deed being mutual."""
        action: Action = frame.action if frame else "OTHER"
        kept = tuple(r for r in recipients if r not in actors and r != token)
        if action in _MATERIAL or action == "THREATEN" or (frame and frame.kind in {"death", "injury", "medical"}):
            kept = self._named(kept)
        if action == "OTHER":
            return kept, ()
        if action not in _MATERIAL:
            found = list(kept)
            for head in kept[:2]:
                found += [h for h in self.parties.inner(head)[:1] if h not in actors and h not in found]
            kept = tuple(found)
        if any(self.parties.party(head) for head in kept):
            return kept, ()
        named = [a for a in actors if self.parties.party(a)]
        if action in _RECIPROCAL and len(named) > 1:
            return (*kept, *named[1:]), ("what they do together each does to the others",)
        if action in COOPERATIVE or action not in _MATERIAL:
            near = [
                h
                for h in self.slots.reach(token, (*actors, *self.grammar.objects(token)))
                if h not in kept and h not in actors
            ]
            if near:
                return (*kept, *near), ("the recipient is the nearest party named in the clause",)
        return kept, ()
