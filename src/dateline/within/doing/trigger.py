"""Which words of a sentence tell of a happening, and what each of them says was done."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.actions import Frame, classes, nouns
from dateline.knowledge.calendar import table
from dateline.knowledge.small_words import small
from dateline.within.doing.clause import NOMINAL, VERBAL
from dateline.within.doing.deed import Deed, Deeds
from dateline.within.doing.mood import Moods
from dateline.within.doing.slot import figure
from dateline.within.doing.weight import Weights
from dateline.within.parse import Sentence

_OPEN = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})  # parts of speech that may tell without a verb
_GONE = frozenset({"dead", "deceased"})
_SAID = frozenset({"acomp", "oprd", "attr", "conj", "amod", "acl"})
_RETORTS = frozenset({"shot", "fired", "hit", "struck", "shoots", "fires", "hits"})
_MARKS = frozenset({'"', "“", "”", "''", "``"})
_VERY = small("very")  # what "dead" stands before where it only says "very"
_FAR = 12  # words between a verb of finding and the state of who was found
_LEAD = 0.5  # the weight from which verbs of little content count too


class Triggers:
    """Finds the triggers of one parse."""

    def __init__(self, deeds: Deeds, moods: Moods, weights: Weights) -> None:
        self._deeds = deeds
        self._moods = moods
        self._weights = weights
        self._frames = deeds.frames
        self._grammar = deeds.grammar
        self._parse = deeds.grammar.parse
        words = classes()
        self._empty, self._light, self._states = words["empty"], words["light"], words["states"]
        self._carrier, self._plain, self._months = words["carrier"], words["plain"], words["month"]
        self._sorts, self._forces, self._qualifying = words["sort"], words["force"], words["qualifying"]
        self._borne = words["borne"]
        self._lifeless = words["request"] | words["abstract"] | words["meeting"]  # a bill that is dead
        self._reckoning, self._tally, self._fallen = words["reckoning"], words["tally"], words["fallen"]
        self._finding, self._struck = words["finding"], words["struck"]
        self._arising = words["arising"]
        self._used: set[int] = set()

    def within(self, sentence: Sentence) -> list[Deed]:
        """The deeds that one sentence tells of, in the order of its words."""
        self._used = set()
        found: list[Deed] = []
        pos, deps = self._parse.pos, self._parse.deps
        if "hit" in self._parse.lowers[sentence.first : sentence.end]:
            for token in range(sentence.first, sentence.end):
                found += self._hit_and_run(token)
        for token in range(sentence.first, sentence.end):
            verbal = pos[token] == "VERB" or (pos[token] == "AUX" and deps[token] not in {"aux", "auxpass"})
            if verbal and token not in self._used:
                found += self._verbal(token)
        for token in range(sentence.first, sentence.end):
            if pos[token] in _OPEN and token not in self._used and token not in self._grammar.aside:
                found += self._other(token)
        return sorted(found, key=lambda deed: (deed.first, deed.token))

    def _hit_and_run(self, token: int) -> Iterator[Deed]:
        """Both halves of "hit-and-run", however the parser takes its words: the crash, and that its driver fled."""
        words = self._parse.lowers
        if words[token] != "hit" or "run" not in words[token + 2 : token + 5]:
            return
        run = words.index("run", token + 2)
        if set(words[token + 1 : run]) <= {"-", "–", "and", "&", "n"}:
            self._used.update((token, run))
            yield self._deeds.of(token, nouns()["hit-and-run"][0])
            yield self._deeds.of(run, nouns()["hit-and-run:run"][0])

    def _other(self, token: int) -> Iterator[Deed]:
        pos = self._parse.pos[token]
        if self._parse.lowers[token] == "shot" and pos == "NOUN" and self._shot(token):
            yield self._deeds.hit(token)
        elif self._parse.lowers[token] == "dies" and pos == "NOUN":
            yield self._deeds.dies(token)
        elif self._victims(token):
            yield self._deeds.struck(token)
        elif pos in {"NOUN", "PROPN"}:
            yield from self._nominal(token)
        if pos in {"ADJ", "VERB", "ADV", "NOUN"} and self._parse.lowers[token] in self._states:
            yield from self._state(token)
        elif pos == "ADJ" and self._parse.deps[token] in {"acomp", "oprd", "conj"}:
            frame = self._frames.adjective(token)
            if frame is not None:
                yield self._deeds.of(token, frame)

    def _shot(self, token: int) -> bool:
        """Say whether somebody was shot, in words that parsers take for a picture: "Man shot", "Five shot"."""
        return self._grammar.shot(token) is not None or self._grammar.has(token, "nummod")

    def _victims(self, token: int) -> bool:
        """Say whether those whom something hit are counted: "two gunshot victims", "a fourth shooting victim"."""
        parse, kids = self._parse, self._grammar.kids[token]
        if parse.low_lemmas[token] != "victim" or parse.pos[token] != "NOUN":
            return False
        before = [k for k in kids if k < token]
        hit = any(parse.lowers[k] in self._struck for k in before)
        return hit and any(parse.deps[k] == "nummod" or parse.lowers[k] in table("ordinals") for k in before)

    def _verbal(self, token: int) -> Iterator[Deed]:
        if self._of_words(token):
            return
        if (toll := self._reckoned(token)) is not None:
            self._used.add(toll)
            yield self._deeds.of(toll, nouns()["toll"][0], via=token)
            return
        frame = self._frames.verb(token)
        event = self._light_object(token)
        if event is not None:
            inner = self._frames.noun(event)
            plain = frame is None or not frame.conditions or (frame.action == "OTHER" and frame.kind != "death")
            figure = (
                inner is not None and bool(inner.conditions) and inner.action == "OTHER"
            )  # "an attack on democracy"
            if plain or figure:
                frame = inner
            if frame is not None:
                self._used.add(event)
                yield self._deeds.of(event, frame, via=token)
                yield from self._moods.of(token, frame, event)
                return
        if frame is None:
            yield from self._moods.of(token, None, None)
            if self._tells(token):
                yield self._deeds.of(token, None)
            return
        if frame.action == "OTHER" and not frame.conditions and not self._tells(token):
            return
        self._used.update(self._consumed(token, frame))
        yield self._deeds.of(token, frame)
        yield from self._moods.of(token, frame, None)

    def _reckoned(self, verb: int) -> int | None:
        """The toll that a verb gives a figure for: "put the toll at 12", "raised the number of the dead to 14"."""
        parse, grammar = self._parse, self._grammar
        if parse.low_lemmas[verb] not in self._reckoning:
            return None
        for noun in grammar.objects(verb):
            dead = parse.low_lemmas[noun] == "toll" or any(
                parse.lowers[k] in self._fallen or parse.low_lemmas[k] in self._fallen
                for k in grammar.preps(noun, "of")
            )
            preps = [k for base in (verb, noun) for k in parse.kids[base] if parse.lowers[k] in {"at", "to", "of"}]
            figures = any(grammar.number(k) for prep in preps for k in parse.kids[prep])
            if parse.low_lemmas[noun] in self._tally and dead and (figures or figure(grammar, noun) is not None):
                return noun
        return None

    def _of_words(self, token: int) -> bool:
        """Say whether a verb only hands words on: "shot back" beside a quotation."""
        parse = self._parse
        sentence = parse.sentences[parse.sentence_at[token]]
        back = parse.lowers[token] in _RETORTS and parse.lowers[token + 1 : token + 2] == ["back"]
        return back and not _MARKS.isdisjoint(parse.words[sentence.first : sentence.end])

    def _tells(self, token: int) -> bool:
        """Say whether a verb without a frame tells of something: verbs of little content only do in the lead."""
        parse = self._parse
        lemma = parse.low_lemmas[token]
        if lemma in self._empty or parse.pos[token] == "AUX" or not lemma.isalpha() or len(parse.words[token]) < 2:
            return False  # a single letter is the half of "p. m."
        if parse.deps[token] in {"amod", "compound"} or (
            parse.deps[token] == "prep" and self._grammar.has(token, "pobj")
        ):
            return False  # "following the talks"
        return lemma not in self._plain or self._weights.place(token) >= _LEAD

    def _consumed(self, token: int, frame: Frame) -> list[int]:
        """The object that a frame names as its own part ("lift sanctions", "take hostage") is no happening beside it.

        Charges that somebody faces were brought by others.
        """
        if self._parse.lemmas[token] in self._borne:
            return []
        own = frame.action != "OTHER" and any(
            c.slot == "obj" and c.test in "=~" and not c.negated for c in frame.conditions
        )
        state = self._grammar.labelled(token, "oprd") if frame.mode == "abduct" else []
        return state + (self._grammar.labelled(token, "dobj") if own else [])

    def _light_object(self, verb: int) -> int | None:
        """The event noun that a light verb only carries ("held talks", "launched a rescue effort")."""
        parse, grammar = self._parse, self._grammar
        if parse.low_lemmas[verb] not in self._light:
            return None
        for noun in grammar.objects(verb):
            heads = [noun]
            if grammar.partitive(noun):
                heads += grammar.preps(noun, "of")
            if parse.low_lemmas[noun] in self._carrier:
                heads = [*(k for k in grammar.labelled(noun, "compound") if self._frames.noun(k)), *heads]
            for head in heads:
                if head not in self._used and parse.pos[head] == "NOUN" and self._carried(head):
                    return head
        return None

    def _carried(self, noun: int) -> bool:
        """Say whether a noun tells what a light verb only carries; who is offered a job is not at work by it."""
        frames = nouns().get(self._parse.low_lemmas[noun])
        return frames is not None and any(frame.kind != "job" for frame in frames)

    def _nominal(self, token: int) -> Iterator[Deed]:
        frame = self._frames.noun(token) or self._tolled(token)
        if frame is None:
            return
        head = self._parse.heads[token]
        inside = self._parse.deps[token] in {"compound", "nmod"}
        if self._parse.deps[token] == "appos" and self._parse.lemmas[head] == self._parse.lemmas[token]:
            return  # "this attack, an attack that none expected" is said twice
        if inside and self._parse.low_lemmas[head] in self._sorts:
            return  # "kidnapping ring", "battle zone": what sort it is, not what happened
        if inside and self._parse.low_lemmas[token] in self._qualifying:
            return  # "suicide attack", "death penalty", "party line"
        if frame.action != "OTHER" and inside and (head in self._used or self._frames.noun(head)):
            return
        named = frame.action != "OTHER" and self._parse.pos[token] == "PROPN" and self._in_name(token)
        if named or self._parse.lowers[token] in self._months or self._against(token) or self._acting(token):
            return
        if self._political(token):
            return
        made = self._deeds.of(token, frame)
        if made.actors or made.recipients or self._hurt_in(token) or not (frame.weak or self._generic(token, frame)):
            yield made

    def _tolled(self, token: int) -> Frame | None:
        """What "toll" tells where it is given a figure: deaths, and no fee."""
        counted = self._parse.low_lemmas[token] == "toll" and figure(self._grammar, token) is not None
        return nouns()["toll"][0] if counted else None

    def _political(self, noun: int) -> bool:
        """Say whether a party is one of politics: in a report that speaks of such, unless it is a birthday's."""
        if self._parse.low_lemmas[noun] != "party" or self._frames.modifiers(noun) & classes()["festive"]:
            return False
        return not classes()["partisan"].isdisjoint(self._parse.lowers)

    def _against(self, noun: int) -> bool:
        """Say whether a noun only names what something is against: "an anti-piracy patrol"."""
        before = self._parse.lowers[max(0, noun - 2) : noun]
        return before[-1:] == ["anti"] or (before[:1] == ["anti"] and before[-1:] in (["-"], ["–"]))

    def _acting(self, noun: int) -> bool:
        """Say whether a noun names who does it, not what is done: "found by a patrol", "a patrol found two boats"."""
        parse = self._parse
        if parse.low_lemmas[noun] not in self._forces:
            return False
        if parse.deps[noun] == "pobj" and parse.deps[parse.heads[noun]] == "agent":
            return True
        return parse.deps[noun] == "nsubj" and self._grammar.has(parse.heads[noun], "dobj")

    def _hurt_in(self, noun: int) -> bool:
        """Say whether somebody was hurt or died in what a noun tells of: "dies in a fall"."""
        parse = self._parse
        above = parse.heads[noun]
        if parse.deps[noun] != "pobj" or parse.lowers[above] not in {"in", "after"}:
            return False
        verb = parse.heads[above]
        frame = self._frames.verb(verb) if parse.pos[verb] in VERBAL else None
        return frame is not None and (frame.action == "ASSAULT" or frame.kind in {"death", "injury"})

    def _generic(self, token: int, frame: Frame) -> bool:
        """Say whether a bare plural only names a kind of act ("attacks are to be condemned"), not one that was done."""
        parse = self._parse
        if frame.action == "OTHER" or parse.tags[token] not in {"NNS", "NNPS"}:
            return False
        arises = parse.deps[token] == "nsubj" and parse.tags[parse.heads[token]] in {"VBD", "VBN"}
        if (arises and parse.low_lemmas[parse.heads[token]] in self._arising) or parse.block_of(
            token
        ).kind == "headline":
            return False
        return not self._grammar.has(token, "det", "nummod", "amod", "poss", "compound", "prep")

    def _found(self, token: int) -> tuple[int, ...]:
        """Who was found or left in a state, where the parser hangs the state on a word between."""
        parse = self._parse
        near = [token, token - 1] if token and parse.pos[token - 1] in NOMINAL else [token]
        above = (a for base in near for a in parse.above(base) if parse.lemmas[a] in {"find", "leave"})
        verb = next((a for a in above if 0 < token - a < _FAR), None)
        return self._grammar.objects(verb) if verb is not None else ()

    def _in_name(self, token: int) -> bool:
        """Say whether a capitalised noun is only a part of a name ("Truth Commission", "Strike Force")."""
        found = self._deeds.parties.index.covering(token)
        return any(mention.form == "name" for mention in found)

    def _counted(self, head: int) -> bool:
        """Say whether those in a state are so many to whom something happens: "the three wounded people were taken"."""
        parse = self._parse
        happens = parse.deps[head] in {"nsubj", "nsubjpass"} and parse.lemmas[parse.heads[head]] != "be"
        return happens and self._grammar.has(head, "nummod")

    def _discovered(self, token: int) -> bool:
        """Say whether somebody was found in a state that stands before them: "located a deceased man"."""
        parse, head = self._parse, self._parse.heads[token]
        verb = parse.heads[head]
        found = parse.deps[head] in {"dobj", "nsubjpass"} and parse.low_lemmas[verb] in self._finding
        return found and parse.lowers[token] in _GONE and self._deeds.parties.person(head)

    def _state(self, token: int) -> Iterator[Deed]:
        parse, grammar = self._parse, self._grammar
        head = parse.heads[token]
        if parse.deps[token] == "amod" and head > token and not self._counted(head) and not self._discovered(token):
            return
        if parse.lowers[token] == "deceased" and parse.pos[token] != "VERB" and parse.deps[token] not in _SAID:
            return  # "the deceased" is a victim, not the news of a death
        if parse.lowers[token] == "dead" and not _VERY.isdisjoint(parse.lowers[token + 1 : token + 2]):
            return  # "dead wrong"
        who: tuple[int, ...] = ()
        if parse.deps[token] in {"acomp", "oprd", "ccomp", "xcomp", "conj", "attr"} and parse.pos[head] in VERBAL:
            who = grammar.expand(grammar.labelled(token, "nsubj")) or grammar.objects(head) or grammar.subjects(head)
        elif parse.deps[token] in {"amod", "acl"}:
            who = grammar.expand([head])
        if not who and parse.lemmas[head] in {"find", "leave"}:
            who = grammar.objects(head)
        who = who or self._found(token) or grammar.expand(grammar.labelled(token, "nsubj", "nummod", "npadvmod"))
        if not who or not all(parse.low_lemmas[t] in self._lifeless for t in who):
            yield self._deeds.state(token, who)
