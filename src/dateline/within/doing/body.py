"""The armed body behind those who did it: "Red Front fighters", "a cell of the Red Front", "the rebels" told of."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.knowledge.actions import classes
from dateline.knowledge.small_words import small
from dateline.within.doing.party import Parties

_ARMIES = small("armies")
DEEP = 2  # "a cell of the 5th column of the Front"


class Bodies:
    """Finds the armed bodies of one parse by their members."""

    def __init__(self, parties: Parties) -> None:
        self._grammar = parties.grammar
        self._parse = parties.grammar.parse
        self._index = parties.index
        words = classes()
        self._forces, self._rebels, self._leading = words["force"], words["rebel"], words["leading"]
        self._causes = words["cause"]
        self._hurting = words["lethal"] | words["attack"]
        self._only: list[int] | None = None

    def behind(self, head: int, hit: Sequence[int]) -> list[int]:
        """The body of those who did it: as their own phrase names it, as their first mention did, or the only one.

        None that was itself hit is behind it.
        """
        known = {m.entity for h in hit if (m := self._index.headed(h))}
        found = self._named(head) or self._before(head) or self._sole(head)
        return self._led(head) + [k for k in found if (m := self._index.headed(k)) is None or m.entity not in known]

    def _led(self, head: int) -> list[int]:
        """Who led them: "troops commanded by Colonel Ruiz"."""
        grammar, parse = self._grammar, self._parse
        below = grammar.labelled(head, "acl")
        below += [k for inner in grammar.preps(head, "of") for k in grammar.labelled(inner, "acl")]
        led = (k for k in below if parse.low_lemmas[k] in self._leading and parse.tags[k] == "VBN")
        return [who for k in led for who in grammar.preps(k, "by")]

    def _before(self, head: int) -> list[int]:
        """The body that an earlier mention of the same people names."""
        index = self._index
        mention = index.headed(head)
        if mention is None or mention.form != "nominal" or not self._definite(head):
            return []
        for other in index.chain(mention.entity):
            before = index.head(other)
            if before is not None and before < head and other.form == "nominal" and (found := self._named(before)):
                return found
        return []

    def _sole(self, head: int) -> list[int]:
        """Of rebels whom no words place: the one body whose members the report calls so, else the one that rebels."""
        rows = (head, *self._grammar.labelled(head, "compound", "amod", "nmod"))  # "a guerrilla column"
        if not any(self._parse.low_lemmas[k] in self._rebels for k in rows):
            return []
        if self._only is None:
            heads = [t for t, lemma in enumerate(self._parse.low_lemmas) if lemma in self._rebels]
            heads = [k for t in heads for k in (t, self._parse.heads[t])]  # "the Front's guerrilla units"
            found = {m.entity: k for t in heads for k in self._named(t) if (m := self._index.headed(k))}
            found = found or self._attacking() or self._rebelling()
            self._only = list(found.values()) if len(found) == 1 else []
        return self._only

    def _attacking(self) -> dict[str, int]:
        """The named bodies that are told of as killing or raiding, but for those that guard the state."""
        parse, found = self._parse, dict[str, int]()
        for verb, lemma in enumerate(parse.low_lemmas):
            if lemma in self._hurting and parse.pos[verb] == "VERB" and not self._grammar.passive(verb):
                for head in self._grammar.subjects(verb):
                    mention = self._index.headed(head)
                    named = mention is not None and mention.form == "name" and mention.kind == "organization"
                    if mention and named and parse.low_lemmas[head] not in self._forces:
                        found.setdefault(mention.entity, head)
        return found

    def _rebelling(self) -> dict[str, int]:
        """The bodies whose names say that they rebel: "the Harbour Liberation Front"."""
        found: dict[str, int] = {}
        for token, lower in enumerate(self._parse.lowers):
            if lower in self._causes:
                for mention in self._index.covering(token):
                    head = self._index.head(mention)
                    if mention.form == "name" and mention.kind == "organization" and head is not None:
                        found.setdefault(mention.entity, head)
        return found

    def _definite(self, head: int) -> bool:
        return any(self._parse.lowers[k] in {"the", "these", "those"} for k in self._grammar.labelled(head, "det"))

    def _named(self, head: int, depth: int = 0) -> list[int]:
        grammar = self._grammar
        of = [*grammar.preps(head, "of"), *grammar.preps(head, "from")]
        found = [
            k for k in (*grammar.labelled(head, "compound", "nmod", "poss"), *of) if self._body(k, named=k not in of)
        ]
        return found + [k for inner in of if depth < DEEP for k in self._named(inner, depth + 1)]

    def _army(self, head: int) -> bool:
        """Say whether a word before its members says whose they are: "army troops", "six Armed Forces members"."""
        lower, before = self._parse.lowers[head], self._grammar.labelled(head, "amod", "compound", "nmod")
        return lower in _ARMIES and (lower != "forces" or bool(before))

    def _body(self, head: int, *, named: bool) -> bool:
        mention = self._index.headed(head)
        if mention is None:
            return self._army(head)
        nominal = mention.form == "nominal" and (not named or self._parse.deps[head] == "poss")
        if mention.kind != "organization":
            return nominal and mention.kind == "group" and self._parse.lowers[head] == "forces"  # "the security forces"
        return mention.form == "name" or (nominal and self._parse.low_lemmas[head] in self._forces)
