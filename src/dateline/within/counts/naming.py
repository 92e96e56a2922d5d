"""Who somebody was: `police identified the victims as ...`, `killed were ...`, `the body of ...`."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge import numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.nouns import noun
from dateline.within.counts.roster import Rosters
from dateline.within.doing.clause import VERBAL, Grammar
from dateline.within.doing.deed import Deed
from dateline.within.parse import Sentence

_REACH = 14  # tokens from "identified" to its "as"
_BE = frozenset({"be", "include"})
_POINTS = frozenset({"him", "her", "them"})  # and "the man": whom the sentence before was about
_BEFELL = frozenset({"die", "live", "suffer"})
_DENIES = frozenset({"not", "n't", "n’t", "nor", "yet", "until", "without"})
_NEAR = 6  # tokens from "identified" to the noun for whom: "the two young men"
_FIND = frozenset({"find", "discover", "locate"})
_LONGEST = 30  # tokens of a line that gives nothing but a name, an age and a home


class Namings:
    """Finds where one report names those who were hit; ``kind`` of such a deed is ``casualty``."""

    def __init__(self, grammar: Grammar, rosters: Rosters) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        self._rosters = rosters
        words = classes()
        self._naming, self._victims, self._hit = words["naming"], words["victim"], words["hit"]
        self._harmed = self._victims | self._hit
        self._bodies = words["body"]
        self._others = words["attacker"] | words["held"]

    def within(self, sentence: Sentence) -> Iterator[Deed]:
        """The identifications in one sentence, with the heads of the names as recipients."""
        parse = self._parse
        yield from self._they(sentence)
        yield from self._promised(sentence)
        yield from self._line(sentence)
        yield from self._was(sentence)
        yield from self._found(sentence)
        for token in range(sentence.first, sentence.end):
            lemma = parse.low_lemmas[token]
            if lemma in self._naming and parse.pos[token] == "VERB":
                yield from self._identified(token, sentence)
            elif self._victim(token):
                yield from self._listed(token, sentence)
            elif lemma in self._bodies and token + 2 < sentence.end:
                names = self._rosters.after(token + 1, sentence)
                if names and parse.lowers[token + 1] == "of":
                    yield self._deed(token, names, f"whose {parse.lowers[token]} it is")
            elif parse.lowers[token] == "including" or (
                parse.lowers[token] == "along" and parse.lowers[token + 1 : token + 2] == ["with"]
            ):
                hit = next((t for t in range(token - 1, sentence.first, -1) if parse.lowers[t] in self._hit), None)
                names = self._rosters.after(token + (parse.lowers[token] == "along"), sentence)
                if names and hit is not None:
                    yield self._deed(hit, names, "named among them")

    def _they(self, sentence: Sentence) -> Iterator[Deed]:
        """`They are X and Y`, right behind a sentence that tells of people who were hurt."""
        parse, first = self._parse, sentence.first
        if parse.lowers[first] != "they" or parse.low_lemmas[first + 1 : first + 2] not in (["be"], ("be",)):
            return
        before = parse.sentences[parse.sentence_at[first] - 1] if first else None
        names = self._rosters.after(first + 1, sentence)
        if names and before is not None and self._said_hurt(before.first, before.end):
            yield self._deed(first + 1, names, "who they were")

    def _promised(self, sentence: Sentence) -> Iterator[Deed]:
        """`Police identified the man shot on Friday. Ana Ruiz, 34, was ...`: a sentence begun by the name promised."""
        parse = self._parse
        before = self._before(sentence)
        if before is None or parse.block_of(sentence.first).kind == "headline":
            return
        if _DENIES & {*parse.lowers[before.first : before.end]}:
            return
        verb = next((t for t in range(before.first, before.end) if self._releases(t, before)), None)
        if verb is None or self._rosters.after(verb, before) or not self._said_hurt(verb, before.end):
            return
        says = (
            t for t in range(sentence.first, sentence.end) if parse.low_lemmas[t] == "say" and parse.pos[t] == "VERB"
        )
        names = self._rosters.after(sentence.first - 1, sentence) or self._rosters.after(
            next(says, sentence.end), sentence
        )
        if names and (self._rosters.aged(names, sentence) or self._told_of(names)):
            verbs = [t for t in (names[-1], *parse.above(names[-1])) if parse.pos[t] in VERBAL]
            yield self._deed(next(iter(verbs), sentence.first), names, "who they were", lemma="victim")

    def _told_of(self, names: tuple[int, ...]) -> bool:
        """Say whether a sentence goes on with what befell those whom it names first."""
        verb = next((t for t in self._parse.above(names[0]) if self._parse.pos[t] in VERBAL), None)
        if verb is None or verb < names[-1]:
            return False
        return self._parse.low_lemmas[verb] in _BEFELL or self._grammar.has(verb, "auxpass")

    def _releases(self, token: int, sentence: Sentence) -> bool:
        """`Identified the man shot`, `released the names of those killed`: whom a sentence says to be named now."""
        parse = self._parse
        if parse.pos[token] == "VERB" and parse.low_lemmas[token] in self._naming:
            whom = (noun(parse.lowers[t]) for t in range(token + 1, min(sentence.end, token + _NEAR)))
            return any(known and known.kind == "person" for known in whom)
        said = parse.low_lemmas[token] == "name" and parse.pos[token] == "NOUN" and token > sentence.first
        return said and parse.low_lemmas[parse.heads[token]] in ("release", "give")

    def _line(self, sentence: Sentence) -> Iterator[Deed]:
        """`The victims were:` and then a line for each, which tells nothing but a name, an age and a home."""
        names = self._alone(sentence)
        if not names:
            return
        before = self._before(sentence)
        while before is not None and self._alone(before):
            before = self._before(before)
        if (
            before is not None
            and self._parse.words[before.end - 1] == ":"
            and self._said_hurt(before.first, before.end)
        ):
            yield self._deed(
                names[0] - 1 if names[0] > sentence.first else names[0], names, "named below", lemma="victim"
            )

    def _found(self, sentence: Sentence) -> Iterator[Deed]:
        """`Two people were killed. Ana Ruiz, 20, and Tom Hale, 19, were found in a car`: as many as were told of."""
        parse, before = self._parse, self._before(sentence)
        if before is None or not self._said_hurt(before.first, before.end):
            return
        if self._others & {*parse.lowers[before.first : before.end], *parse.lowers[sentence.first : sentence.end]}:
            return
        for token in range(sentence.first, sentence.end):
            if parse.low_lemmas[token] not in _FIND or parse.tags[token] != "VBN":
                continue
            names = self._rosters.around(self._grammar.subjects(token))
            if names and self._rosters.aged(names, sentence) and self._as_many(len(names), before):
                yield self._deed(token, names, "as many as were hurt", lemma="victim")

    def _as_many(self, number: int, sentence: Sentence) -> bool:
        """Say whether a sentence tells of so many people."""
        said = self._parse.lowers[sentence.first : sentence.end]
        return any(numbers.word(one) == (number, number) or (number == 1 and one in ("a", "an")) for one in said)

    def _was(self, sentence: Sentence) -> Iterator[Deed]:
        """`The man shot outside a store was Ana Ruiz`, `the woman who died was ...`."""
        parse, hurt = self._parse, None
        for token in range(sentence.first + 1, sentence.end):
            if parse.lowers[token] in self._others:
                return
            if parse.lowers[token] in self._hit and self._somebody(token):
                hurt = token
            elif (
                hurt is not None and parse.low_lemmas[token] == "be" and (names := self._rosters.after(token, sentence))
            ):
                if not any(parse.pos[t] == "ADP" for t in range(token, names[0])):
                    yield self._deed(hurt, names, "who they were")
                return

    def _somebody(self, token: int) -> bool:
        """Say whether a word of harm stands behind the noun for those who bore it: "man fatally shot", "who died"."""
        parse, at = self._parse, token - 1
        while parse.pos[at] == "ADV" or parse.lowers[at] in ("was", "were", "found"):
            at -= 1
        if parse.lowers[at] == "who":
            return at < token - 1 or parse.lowers[token] == "died"
        known = noun(parse.lowers[at])
        return parse.tags[at] in ("NN", "NNS") and known is not None and known.kind == "person"

    def _alone(self, sentence: Sentence) -> tuple[int, ...]:
        """The names of a line that begins with one and has no verb."""
        parse, first = self._parse, sentence.first
        if sentence.end - first > _LONGEST or any(parse.pos[t] in VERBAL for t in range(first, sentence.end)):
            return ()
        while first < sentence.end - 1 and not parse.words[first][0].isalnum():
            first += 1
        return self._rosters.after(first - 1, sentence)

    def _before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before one in the same field."""
        parse, number = self._parse, self._parse.sentence_at[sentence.first]
        before = parse.sentences[number - 1] if number else None
        same = before is not None and parse.blocks[before.block].field == parse.blocks[sentence.block].field
        return before if same else None

    def _victim(self, token: int) -> bool:
        return self._parse.lowers[token] in self._victims

    def _identified(self, verb: int, sentence: Sentence) -> Iterator[Deed]:
        """`The victims were identified as X and Y`, `police identified X and Y as the victims`."""
        parse = self._parse
        stop = min(sentence.end, verb + _REACH)
        link = next((t for t in range(verb + 1, stop) if parse.lowers[t] in ("as", ":")), None)
        if link is None:
            return
        names = self._rosters.after(link, sentence)
        if names:
            whom = [*self._grammar.objects(verb), *self._grammar.subjects(verb)]
            hurt = any(self._hurt(head) for head in whom) or self._said_hurt(sentence.first, link)
            hurt = hurt or any(self._goes_back(head, sentence) for head in whom)
            yield self._deed(verb, names, "who they were", hurt=hurt)
        elif self._said_hurt(link, min(sentence.end, link + 6)) and (names := self._rosters.after(verb, sentence)):
            yield self._deed(verb, names, "who they were")

    def _goes_back(self, head: int, sentence: Sentence) -> bool:
        """Say whether words for somebody known are set right behind a sentence that tells only of people hurt."""
        before = self._before(sentence)
        if (
            before is None
            or self._parse.deps[head] == "nsubj"
            or not (self._parse.lowers[head] in _POINTS or self._definite(head))
        ):
            return False
        said = self._parse.lowers[before.first : before.end]
        return self._said_hurt(before.first, before.end) and not self._others & {*said}

    def _definite(self, head: int) -> bool:
        """`The couple`, `the man`: somebody told of before, and called by nothing but a noun for people."""
        known = noun(self._parse.lowers[head])
        plain = known is not None and known.kind in ("person", "group") and not known.office
        return plain and head > 0 and self._parse.lowers[head - 1] == "the"

    def _hurt(self, head: int) -> bool:
        return self._said_hurt(*self._grammar.phrase(head))

    def _said_hurt(self, first: int, end: int) -> bool:
        """Say whether words speak of a victim, or of somebody who died or was hit."""
        return not self._harmed.isdisjoint(self._parse.lowers[first:end])

    def _listed(self, token: int, sentence: Sentence) -> Iterator[Deed]:
        """`The victims are X and Y`, `X and Y are the victims`, `killed were X and Y`."""
        parse = self._parse
        head = parse.heads[token] if parse.deps[token] in ("amod", "compound") else token
        after = max(token, head) + 1  # "the injured men are X and Y"
        while (
            after < min(sentence.end, max(token, head) + 3)
            and parse.pos[after] in ("ADV", "PUNCT")
            and parse.words[after] != ":"
        ):
            after += 1
        if after < sentence.end and (parse.words[after] == ":" or parse.low_lemmas[after] in _BE):
            names = self._rosters.after(after, sentence)
            if names:
                yield self._deed(token, names, "who they were")
                return
        names = self._rosters.after(token, sentence) if parse.words[min(after, sentence.end) - 1] == "," else ()
        if len(names) > 1 or (names and self._beside(token, names[0])):
            yield self._deed(token, names, "who they were")
            return
        above = parse.heads[token]
        if parse.deps[token] == "attr" and parse.pos[above] in VERBAL and above < token:
            names = self._rosters.before(above, sentence)
            if names:
                yield self._deed(token, names, "who they were")

    def _beside(self, token: int, name: int) -> bool:
        """`A second victim, Ana Ruiz, 34,`: one name set off right behind the noun, and nobody's who speaks."""
        parse = self._parse
        nouns = parse.pos[token] == "NOUN" and parse.low_lemmas[token] == "victim"
        ends = parse.words[name + 1 : name + 2] == [","] or parse.lowers[name + 1 : name + 2] == ["of"]
        return nouns and ends and parse.words[token + 1 : token + 2] == [","]

    def _deed(
        self, token: int, names: tuple[int, ...], because: str, *, hurt: bool = True, lemma: str | None = None
    ) -> Deed:
        lemma = lemma or self._parse.low_lemmas[token]
        return Deed(
            token=token,
            first=token,
            end=token + 1,
            lemma=lemma,
            action="OTHER",
            mode=lemma,
            kind="casualty" if hurt else "identification",
            actors=(),
            recipients=names,
            modality="happened",
            reasons=(because,),
        )
