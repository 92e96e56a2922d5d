"""Where force was used is no party to it: the street of "the Hill Street shooting", the bar in "fired at a bar"."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from dateline.knowledge.countries import country_in
from dateline.knowledge.placewords import words
from dateline.within.doing.deed import Deed
from dateline.within.doing.party import Parties

_BESIDE: Final = frozenset({"compound", "nmod", "amod"})


class Scenes:
    """Takes scenes out of the parties of deeds of force; countries act and are hit, whatever their grammar."""

    def __init__(self, parties: Parties) -> None:
        self._parse = parties.grammar.parse
        self._index = parties.index

    def settled(self, deed: Deed) -> Deed:
        """The deed without actors and recipients that only say where it happened."""
        if deed.action != "ASSAULT" and deed.kind not in {"death", "injury"}:
            return deed
        actors = tuple(a for a in deed.actors if not self._scene(a, deed.token, acts=True))
        recipients = tuple(r for r in deed.recipients if not self._scene(r, deed.token, acts=False))
        if len(actors) == len(deed.actors) and len(recipients) == len(deed.recipients):
            return deed
        return replace(deed, actors=actors, recipients=recipients)

    def _scene(self, token: int, trigger: int, *, acts: bool) -> bool:
        if not acts and self._area(token):
            return True
        mention = self._index.headed(token) or self._index.at(token)
        if mention is None or mention.kind not in {"place", "facility"} or country_in(mention.name):
            return False
        label, noun = self._parse.deps[token], self._parse.pos[trigger] == "NOUN"
        if (lemma := self._parse.low_lemmas[token]) in words("nation"):
            return False
        if acts and (mention.kind == "facility" or label != "nsubj"):
            return True
        street = lemma in words("street")
        within = mention.form == "name" and self._parse.lowers[self._parse.heads[token]] == "in"
        return (noun and label in _BESIDE) or (
            label == "pobj" and (street or within or (noun and self._located(token)))
        )

    def _area(self, token: int) -> bool:
        """Whether a phrase is the town or district of what was hit: "in the town of X", "a post, X Province"."""
        parse, lemma = self._parse, self._parse.low_lemmas[token]
        label, above = parse.deps[token], parse.lowers[parse.heads[token]]
        if lemma in words("middle"):
            return label == "pobj"
        if lemma not in words("admin1") | words("admin2") | words("town"):
            return False
        return label == "appos" or (label == "pobj" and above in {"in", "at"})

    def _located(self, token: int) -> bool:
        """Whether a preposition says where, and not at what: fire "at a bar", but an attack "on a base"."""
        return self._parse.lowers[self._parse.heads[token]] not in {"on", "against", "of", "into", "to"}
