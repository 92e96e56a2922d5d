"""Direct speech, as far as pronouns need it: who says `I`, and whom `he` cannot be."""

from __future__ import annotations

from dateline.within.parse import Parse
from dateline.within.who.bearer import Chains

_OPEN = frozenset({"“", "‘‘", "``", "„", "«"})
_SHUT = frozenset({"”", "''", "»"})
_SPEAKS = frozenset({"ccomp", "parataxis"})


class Quotes:
    """The quoted stretches of a report, each with the mention that speaks it, where the sentence says so."""

    def __init__(self, parse: Parse, chains: Chains) -> None:
        self._parse, self._chains = parse, chains
        self._in = _quoted(parse)
        self._speakers: dict[int, int] = {}
        self._ours: dict[int | None, int] = {}
        subjects = {one.head: place for place, one in enumerate(chains.found) if one.form != "pronoun" or one.gender}
        for token, dep in enumerate(parse.deps):
            if dep == "nsubj" and token in subjects and not self._in[token] and self._says(parse.heads[token]):
                self._speakers.setdefault(parse.sentence_at[token], subjects[token])

    def _says(self, verb: int) -> bool:
        parse = self._parse
        said = any(parse.deps[kid] in _SPEAKS for kid in parse.kids[verb]) or parse.deps[verb] in _SPEAKS
        return said or parse.lemmas[verb] in ("say", "tell", "add")

    def speaker(self, token: int) -> int | None:
        """The mention that speaks the words at a token: named in this sentence, or the two before, or the next."""
        here = self._parse.sentence_at[token]
        steps = (0, -1, 1, -2, -3) if self._in[token] else (-1, -2, -3, -4, -5, -6)
        return next((self._speakers[here + step] for step in steps if here + step in self._speakers), None)

    def speaks(self, other: int, place: int) -> bool:
        """Whether ``other`` speaks the quotation in which the third person ``place`` stands."""
        token = self._chains.found[place].head
        if not self._in[token] or self._in[self._chains.found[other].head]:
            return False
        speaker = self.speaker(token)
        return speaker is not None and self._chains.same(speaker, other)

    def told_by(self, other: int, place: int) -> bool:
        """Whether ``other`` stands in the quotation that ``place`` is told to have said: "it was Ruiz," he said."""
        token, inside = self._chains.found[place].head, self._chains.found[other].head
        if self._in[token] or not self._in[inside] or self._parse.deps[token] != "nsubj":
            return False
        verb = self._parse.heads[token]
        near = self._says(verb) and all(self._in[inside : token - 2])
        return near and self._parse.pos[verb] == "VERB"

    def first_person(self, place: int) -> None:
        """Join `I` with its speaker and with the other `I` of the same speaker; `we` with the same speaker's `we`."""
        one = self._chains.found[place]
        speaker = self.speaker(one.head)
        leader = self._chains.of(speaker) if speaker is not None else None
        if not one.plural:
            if leader is not None and self._chains.bearer(leader).kind == "person":
                self._chains.join(place, leader)
                return
            self._chains.join(place, self._ours.setdefault(-1, place))
            return
        self._chains.join(place, self._ours.setdefault(leader, place))
        if one.noun == "our":
            self._chains.dropped.add(place)


def _quoted(parse: Parse) -> list[bool]:
    """For every token whether it stands inside double quotation marks; an unclosed one ends with its block."""
    inside, found = False, []
    block = -1
    for token, word in enumerate(parse.words):
        number = parse.sentences[parse.sentence_at[token]].block
        if number != block:
            block, inside = number, False
        if word in _OPEN or (word == '"' and not inside):
            inside = True
        elif word in _SHUT or word == '"':
            inside = False
        found.append(inside)
    return found
