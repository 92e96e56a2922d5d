"""Who was killed, hurt, taken or took part, counted on the claim that says so."""

from __future__ import annotations

from dateline.knowledge.actions import classes
from dateline.model import Quantity
from dateline.within.clause import Grammar
from dateline.within.deed import Deed
from dateline.within.quantity import Counts, quantity


class Harm:
    """Attaches counts to claims."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._counts = Counts(grammar)

    def of(self, deed: Deed) -> tuple[Quantity, ...]:
        """The counts that a claim gives; nothing where the words cannot be counted."""
        of = self._kind(deed)
        whom = deed.recipients if of != "participants" else deed.actors
        if not of or not whom:
            return ()
        bounds = self._counts.of(whom)
        if bounds is None or (of == "participants" and bounds[0] < 3):
            return ()
        first, end = self._grammar.phrase(whom[0])
        span = self._grammar.parse.span(first, end)
        return (quantity(of, bounds, span.start, span.end),)

    def _kind(self, deed: Deed) -> str | None:
        words = classes()
        if deed.lemma in words["lethal"] or deed.kind == "death":
            return "killed"
        if deed.lemma in words["harmful"] or deed.kind == "injury":
            return "injured"
        if deed.lemma in words["captive"] and deed.action in {"COERCE", "ASSAULT"}:
            return "captured"
        if deed.kind == "displacement" or deed.mode == "deport":
            return "displaced"
        return "participants" if deed.action in {"PROTEST", "CONSULT"} else None
