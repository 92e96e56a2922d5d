"""Who leaves an office: by what they will not do, and on the day on which they say so."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.knowledge.actions import classes
from dateline.model import Claim
from dateline.within.doing.deed import Deed
from dateline.within.doing.party import Parties

RESIGN = "resign"
Told = Sequence[tuple[Deed, Claim]]


class Partings:
    """Finds the resignations of one parse that stand under a "not", and the days on which they were announced."""

    def __init__(self, parties: Parties) -> None:
        self._grammar = parties.grammar
        self._parse = parties.grammar.parse
        words = classes()
        self._strive, self._tenure, self._anew = words["strive"], words["tenure"], words["anew"]

    def settled(self, deed: Deed) -> Deed:
        """The resignation of who "will not seek re-election", or "won't run again"; any other deed as it is."""
        if deed.modality != "denied" or deed.lemma not in self._strive or not self._once_more(deed.token):
            return deed
        because = f"“{deed.lemma}” again is denied"
        return replace(
            deed,
            lemma=RESIGN,
            action="RETREAT",
            mode=RESIGN,
            kind=None,
            recipients=(),
            modality="happened",
            reasons=(*deed.reasons, because),
        )

    def _once_more(self, verb: int) -> bool:
        """Say whether a verb tells of standing for an office that somebody holds: "run again", "seek another term"."""
        parse, grammar = self._parse, self._grammar
        if any(parse.lowers[kid] in self._anew for kid in parse.kids[verb]):
            return True
        named = [*grammar.objects(verb), *grammar.preps(verb, "for")]
        return any(parse.low_lemmas[head] in self._tenure for head in named)

    def dated(self, told: Told) -> Told:
        """The claims of a sentence, a resignation with the day on which who leaves announced it there.

        Its own words give the end of a term, or a week at most: "said Tuesday that he would not seek another term in
        2018", "announced Monday that she is stepping down".
        """
        said = [(deed, claim) for deed, claim in told if claim.kind == "statement" and _one_day(claim)]
        return [(deed, self._on(deed, claim, said)) for deed, claim in told] if said else told

    def _on(self, deed: Deed, claim: Claim, said: Told) -> Claim:
        if claim.mode != RESIGN or _one_day(claim):
            return claim
        above = (*self._parse.above(deed.token),)
        of = next((spoken for cue, spoken in said if cue.token in above), None)
        when = of.when if of is not None else None
        return claim if when is None else replace(claim, when=replace(when, basis="context"))


def _one_day(claim: Claim) -> bool:
    return claim.when is not None and claim.when.days == 1
