"""Which words of a sentence tell of a happening, and what each of them says was done."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dateline.knowledge.actions import Frame, classes, nouns
from dateline.model import Action, Modality
from dateline.within.clause import VERBAL, Grammar
from dateline.within.frame import COOPERATIVE, HOSTILE, Frames
from dateline.within.modality import Modalities
from dateline.within.parse import Sentence


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A word that denotes a happening, with its frame and the heads of the phrases in its slots."""

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
    reasons: tuple[str, ...] = ()
    mark: str = ""


class Triggers:
    """Finds the triggers of one parse."""

    def __init__(self, grammar: Grammar, frames: Frames, modalities: Modalities) -> None:
        self._grammar = grammar
        self._frames = frames
        self._modalities = modalities
        self._parse = grammar.parse
        words = classes()
        self._empty, self._light, self._states = words["empty"], words["light"], words["states"]
        self._used: set[int] = set()

    def within(self, sentence: Sentence) -> list[Trigger]:
        """The triggers of one sentence, in the order of its words."""
        self._used = set()
        found: list[Trigger] = []
        for token in range(sentence.first, sentence.end):
            if self._parse.pos[token] == "VERB" or (self._parse.pos[token] == "AUX" and self._main(token)):
                found += self._verbal(token)
        for token in range(sentence.first, sentence.end):
            if token in self._used:
                continue
            pos = self._parse.pos[token]
            if pos in {"NOUN", "PROPN"}:
                found += self._nominal(token)
            elif pos in {"ADJ", "VERB", "ADV"} and self._parse.lowers[token] in self._states:
                found += self._state(token)
        return sorted(found, key=lambda t: (t.first, t.mark))

    def _main(self, token: int) -> bool:
        return self._parse.deps[token] not in {"aux", "auxpass"}

    def _verbal(self, token: int) -> Iterator[Trigger]:
        frames = self._frames
        frame = frames.verb(token)
        event = self._light_object(token)
        if event is not None:
            inner = frames.noun(event)
            if frame is None or frame.action == "OTHER" or not frame.conditions:
                frame = inner
            if frame is not None:
                self._used.add(event)
                yield self._made(event, frame, actors=self._grammar.subjects(token), via=token)
                return
        lemma = self._parse.lemmas[token].lower()
        if frame is None:
            if lemma in self._empty or self._parse.pos[token] == "AUX":
                return
            yield self._made(token, None)
            return
        if frame.action == "OTHER" and lemma in self._empty and not frame.conditions:
            return
        self._used.update(self._grammar.labelled(token, "dobj") if self._consumes(frame) else ())
        yield self._made(token, frame)
        yield from self._mood(token, frame)

    def _consumes(self, frame: Frame) -> bool:
        return any(c.slot == "obj" and c.test in "=~" and not c.negated for c in frame.conditions)

    def _light_object(self, verb: int) -> int | None:
        """The event noun that a light verb only carries ("held talks", "launched an attack")."""
        if self._parse.lemmas[verb].lower() not in self._light:
            return None
        for noun in self._grammar.objects(verb):
            for head in (noun, *self._grammar.preps(noun, "of")):
                if head in self._used or self._parse.pos[head] != "NOUN":
                    continue
                if self._parse.lemmas[head].lower() in nouns() and (head == noun or self._grammar.partitive(noun)):
                    return head
        return None

    def _nominal(self, token: int) -> Iterator[Trigger]:
        frame = self._frames.noun(token)
        inside = self._parse.deps[token] in {"compound", "nmod"} and self._parse.heads[token] in self._used
        if frame is None or inside:
            return
        made = self._made(token, frame)
        if frame.weak and not (made.actors or made.recipients):
            return
        yield made

    def _state(self, token: int) -> Iterator[Trigger]:
        parse, grammar = self._parse, self._grammar
        if parse.deps[token] == "amod" and parse.heads[token] > token:
            return
        lower = parse.lowers[token]
        head = parse.heads[token]
        who: tuple[int, ...] = ()
        if parse.deps[token] in {"acomp", "oprd", "ccomp", "xcomp", "conj", "attr"} and parse.pos[head] in VERBAL:
            who = grammar.expand(grammar.labelled(token, "nsubj")) or grammar.objects(head) or grammar.subjects(head)
        elif parse.deps[token] in {"amod", "acl"}:
            who = grammar.expand([head])
        who = who or grammar.expand(grammar.labelled(token, "nsubj", "nummod", "npadvmod"))
        yield Trigger(
            token=token,
            first=token,
            end=token + 1,
            lemma=lower,
            action="OTHER",
            mode=lower,
            kind="death" if lower == "dead" else "injury",
            actors=(),
            recipients=who,
            modality=self._modalities.of(token).modality,
            reasons=(f"the state “{lower}”",),
        )

    def _made(
        self, token: int, frame: Frame | None, actors: tuple[int, ...] | None = None, via: int | None = None
    ) -> Trigger:
        parse, frames = self._parse, self._frames
        verbal = parse.pos[token] in VERBAL
        lemma = parse.lemmas[token].lower()
        if verbal and actors is None:
            actors = self._doers(token)
        elif actors is None:
            actors = frames.fill(frame.actors, token) if frame else ()
        recipients = frames.fill(frame.recipients, token) if frame else self._grammar.objects(token)
        if via is not None and not recipients and frame:
            recipients = frames.fill(frame.recipients, via)
            recipients = tuple(r for r in recipients if r != token)
        if frame and frame.kind in {"death", "injury"} and verbal and frame.recipients == ((("subj",),),):
            recipients, actors = actors, ()
        finding = self._modalities.of(via if via is not None else token)
        return Trigger(
            token=token,
            first=token,
            end=token + 1,
            lemma=lemma,
            action=frame.action if frame else "OTHER",
            mode=frame.mode if frame and frame.action != "OTHER" else lemma,
            kind=frame.kind if frame else None,
            actors=actors,
            recipients=tuple(r for r in recipients if r not in actors),
            modality=finding.modality,
            reasons=(f"“{finding.because}” makes it {finding.modality}",) if finding.because else (),
        )

    def _doers(self, verb: int) -> tuple[int, ...]:
        grammar = self._grammar
        if not grammar.passive(verb):
            return grammar.subjects(verb)
        return grammar.preps(verb, "by")

    def _mood(self, verb: int, frame: Frame) -> Iterator[Trigger]:
        """A promise, a threat, a refusal or a demand that lies in the verb's mood: "will meet", "must leave"."""
        parse, grammar = self._parse, self._grammar
        if grammar.passive(verb) or not grammar.subjects(verb):
            return
        aux = {parse.lowers[k]: k for k in grammar.labelled(verb, "aux")}
        will = next((aux[w] for w in ("will", "shall", "'ll", "wo") if w in aux), None)
        if will is None:
            return
        negated = grammar.has(verb, "neg")
        action: Action | None = None
        if frame.action in COOPERATIVE:
            action = "REJECT" if negated else "AGREE"
        elif frame.action in HOSTILE - {"ACCUSE", "REJECT", "THREATEN"} and not negated:
            action = "THREATEN"
        if action is None:
            return
        base = self._made(verb, frame)
        yield msgspec.structs.replace(
            base,
            first=will,
            end=will + 1,
            action=action,
            mode=None,
            modality="happened",
            reasons=(f"“{parse.lowers[will]}{' not' if negated else ''} {base.lemma}” is itself a {action}",),
        )
