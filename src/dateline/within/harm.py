"""Who was killed, hurt, taken or took part, counted on the claim that says so."""

from __future__ import annotations

from dateline.knowledge.actions import classes
from dateline.model import Quantity
from dateline.within.clause import Grammar
from dateline.within.quantity import Counts, quantity
from dateline.within.trigger import Trigger


class Harm:
    """Attaches counts to claims."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._counts = Counts(grammar)

    def of(self, trigger: Trigger) -> tuple[Quantity, ...]:
        """The counts that a claim gives; nothing where the words cannot be counted."""
        of = self._kind(trigger)
        whom = trigger.recipients if of != "participants" else trigger.actors
        if not of or not whom:
            return ()
        bounds = self._counts.of(whom)
        if bounds is None or (of == "participants" and bounds[0] < 3):
            return ()
        first, end = self._grammar.phrase(whom[0])
        span = self._grammar.parse.span(first, end)
        return (quantity(of, bounds, span.start, span.end),)

    def _kind(self, trigger: Trigger) -> str | None:
        words = classes()
        if trigger.lemma in words["lethal"] or trigger.kind == "death":
            return "killed"
        if trigger.lemma in words["harmful"] or trigger.kind == "injury":
            return "injured"
        if trigger.lemma in words["captive"] and trigger.action in {"COERCE", "ASSAULT"}:
            return "captured"
        if trigger.kind == "displacement" or trigger.mode == "deport":
            return "displaced"
        return "participants" if trigger.action in {"PROTEST", "CONSULT"} else None
