"""Who somebody was: `police identified the victims as ...`, `killed were ...`, `the body of ...`."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.actions import classes
from dateline.within.counts.roster import Rosters
from dateline.within.doing.clause import VERBAL, Grammar
from dateline.within.doing.deed import Deed
from dateline.within.parse import Sentence

_REACH = 14  # tokens from "identified" to its "as"
_BE = frozenset({"be", "include"})


class Namings:
    """Finds where one report names those who were hit; ``kind`` of such a deed is ``casualty``."""

    def __init__(self, grammar: Grammar, rosters: Rosters) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        self._rosters = rosters
        words = classes()
        self._naming, self._victims, self._hit = words["naming"], words["victim"], words["hit"]
        self._bodies = words["body"]

    def within(self, sentence: Sentence) -> Iterator[Deed]:
        """The identifications in one sentence, with the heads of the names as recipients."""
        parse = self._parse
        yield from self._they(sentence)
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
            elif parse.lowers[token] == "including":
                hit = next((t for t in range(token - 1, sentence.first, -1) if parse.lowers[t] in self._hit), None)
                names = self._rosters.after(token, sentence)
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
            yield self._deed(verb, names, "who they were", hurt=hurt)
        elif self._said_hurt(link, min(sentence.end, link + 6)) and (names := self._rosters.after(verb, sentence)):
            yield self._deed(verb, names, "who they were")

    def _hurt(self, head: int) -> bool:
        first, end = self._grammar.phrase(head)
        return any(self._parse.lowers[t] in self._victims | self._hit for t in range(first, end))

    def _said_hurt(self, first: int, end: int) -> bool:
        """Say whether words speak of a victim, or of somebody who died or was hit."""
        return any(self._parse.lowers[t] in self._victims | self._hit for t in range(first, end))

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
        if parse.words[min(after, sentence.end) - 1] == "," and len(names := self._rosters.after(token, sentence)) > 1:
            yield self._deed(token, names, "who they were")
            return
        above = parse.heads[token]
        if parse.deps[token] == "attr" and parse.pos[above] in VERBAL and above < token:
            names = self._rosters.before(above, sentence)
            if names:
                yield self._deed(token, names, "who they were")

    def _deed(self, token: int, names: tuple[int, ...], because: str, *, hurt: bool = True) -> Deed:
        lemma = self._parse.low_lemmas[token]
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
