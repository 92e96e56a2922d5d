"""Whether words of force tell of one act in particular: on some day, to so many, or to certain people or buildings."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.knowledge import numbers
from dateline.knowledge.actions import classes
from dateline.knowledge.small_words import small
from dateline.model import Quantity, When
from dateline.within.doing.deed import Deed
from dateline.within.doing.party import Parties

LONGEST = 31  # days: what is set in a longer time is set in none
MANY = 100  # whom so many acts must have hit
_COUNTED = frozenset({"killed", "injured", "shot", "captured"})
_HEADS = frozenset({"headline", "standfirst", "caption"})  # where articles are left out: "climbers killed"
_CERTAIN = small("certain")
_LOOSE = small("loose")


class Particulars:
    """Tells acts from violence spoken of."""

    def __init__(self, parties: Parties) -> None:
        self._parties = parties
        self._grammar = parties.grammar
        self._parse = parties.grammar.parse
        words = classes()
        self._masses, self._property = words["mass"], words["property"]
        self._things = words["explosive"]
        self._hurting = words["lethal"] | words["harmful"] | {"shoot"}

    def told(self, deed: Deed, when: When | None, quantities: Sequence[Quantity]) -> bool:
        """Say whether a deed of force is one act; what is no deed of force always is."""
        if deed.action != "ASSAULT" and (deed.action, deed.mode) != ("COERCE", "seize"):
            return True
        if _dated(when, news=self._parse.block_of(deed.token).kind in _HEADS):
            return True
        if any(q.of in _COUNTED and q.sense != "spread" and 0 < (q.high or 0) < MANY for q in quantities):
            return True
        hurts = deed.lemma in self._hurting or deed.mode == "explosives"  # "the day a newspaper was blown up"
        if deed.mode == "explosives" and any(map(self._one, self._grammar.subjects(deed.token))):
            return True
        return any(self._certain(head, hurts=hurts) for head in deed.recipients)

    def _one(self, head: int) -> bool:
        """Say whether a phrase means one thing that goes off, or so many: "a bomb exploded", not "bombs exploded"."""
        parse = self._parse
        counted = any(parse.tags[k] == "CD" for k in self._grammar.kids[head])
        return parse.low_lemmas[head] in self._things and (parse.tags[head] == "NN" or counted)

    def _certain(self, head: int, *, hurts: bool) -> bool:
        """Say whether a phrase means certain people, or a building or vehicle: not "our people" or "many judges"."""
        parse, index = self._parse, self._parties.index
        mention = index.headed(head)
        chain = index.chain(mention.entity) if mention else []
        if any(other.form == "name" and other.kind == "person" for other in chain):
            return True
        if parse.tags[head] in {"PRP", "PRP$", "WP", "WDT"} or parse.low_lemmas[head] in self._masses:
            return False
        before = {parse.lowers[k] for k in self._grammar.kids[head] if k < head}
        most = max((bounds[1] or 0 for w in before if (bounds := numbers.word(w))), default=0)
        if most >= MANY:
            return False
        numbered = most > 0
        if parse.tags[head] in {"NNS", "NNPS"} and not numbered and not before & _CERTAIN:
            return False
        known = hurts or parse.low_lemmas[head] in self._property or parse.tags[head] == "NNPS"  # "the Jesuits"
        unknown = mention is None and parse.pos[head] == "PROPN"  # mostly somebody: "Venning was shot"
        facility = mention is not None and mention.kind == "facility"
        return (known or unknown or facility or self._parties.person(head)) and not before & _LOOSE


def _dated(when: When | None, *, news: bool) -> bool:
    """Say whether words set it in a month or less; that it is told as ``news`` sets it on no day but in a headline."""
    if when is None or when.days is None or when.days > LONGEST:
        return False
    return news or when.exact or when.basis != "document" or not when.why
