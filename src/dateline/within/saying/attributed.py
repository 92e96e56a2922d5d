"""Which attributions stand over a stretch of a report: what claims ask."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Attribution, Span


class Said:
    """The attributions of one report by the words that they hand to a speaker."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self._pieces = sorted(
            (
                (piece, sum(p.end - p.start for p in each.content), each.id)
                for each in attributions
                for piece in each.content
            ),
            key=lambda found: (found[1], found[2]),
        )

    def covering(self, span: Span) -> tuple[str, ...]:
        """Ids of the attributions whose content holds ``span``, the innermost first."""
        return tuple(dict.fromkeys(identifier for piece, _, identifier in self._pieces if piece.holds(span)))
