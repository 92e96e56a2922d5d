"""What a claim goes back to: a charge over a shooting, deaths by a blast, a strike in response to a raid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dateline.knowledge.actions import classes
from dateline.model import Claim
from dateline.within.doing.clause import Grammar
from dateline.within.doing.deed import Deed

_JUSTICE = frozenset({"COERCE", "ACCUSE", "SANCTION"})  # which goes back to a deed by more words than the rest
_INSIDE = ("pobj", "pcomp", "prep")
_DEEP = 4  # steps from a preposition to what it names: "in connection with the raid"

Told = tuple[Deed, Claim]


class Causes:
    """Finds in the grammar of one parse which of a sentence's claims another one goes back to."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._parse = grammar.parse
        words = classes()
        self._behind, self._charged, self._bonds = words["behind"], words["charged"], words["bond"]

    def linked(self, told: Sequence[Told]) -> list[Told]:
        """The claims of one sentence, each with the claim it goes back to, if the words say that it does."""
        at = {token: claim for deed, claim in told for token in (*range(deed.first, deed.end), deed.token)}
        found = []
        for deed, claim in told:
            causes = (at[token] for token in self._named(deed, claim) if token in at)
            cause = next((one for one in causes if one.id != claim.id), None)
            found.append((deed, replace(claim, cause=cause.id) if cause else claim))
        return found

    def _named(self, deed: Deed, claim: Claim) -> Iterator[int]:
        """The words that stand behind "after", "because of", "over", "in response to" and the like, in order."""
        parse = self._parse
        justice = claim.action in _JUSTICE
        for kid in parse.kids[deed.token]:
            if parse.deps[kid] in ("prep", "agent"):
                yield from self._behind_prep(kid, justice=justice)
            elif parse.deps[kid] == "advcl" and self._marked(kid):
                yield kid

    def _marked(self, verb: int) -> bool:
        marks = self._grammar.labelled(verb, "mark", "prep", "advmod")
        return any(self._parse.lowers[mark] in self._behind for mark in marks if mark < verb)

    def _behind_prep(self, prep: int, *, justice: bool) -> Iterator[int]:
        """What a preposition of cause names: itself a deed, or the bond ("in connection with") that leads to one."""
        parse = self._parse
        word = parse.lowers[prep]
        direct = word in self._behind or (justice and word in self._charged)
        row = [prep]
        for token in row:
            for kid in parse.kids[token]:
                if parse.deps[kid] not in _INSIDE or len(row) > _DEEP:
                    continue
                if direct and parse.deps[kid] != "prep":
                    yield kid
                if parse.deps[kid] == "prep":
                    direct = direct or parse.lemmas[token] in self._bonds
                if parse.deps[kid] == "prep" or parse.lemmas[kid] in self._bonds:
                    row.append(kid)
