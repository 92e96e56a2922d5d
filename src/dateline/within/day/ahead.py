"""What lies ahead of a report: nothing told in the past tense does, and what does has not happened yet."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from dateline.model import Report, When
from dateline.within.doing.deed import Deed
from dateline.within.parse import Parse

_MARGIN = timedelta(1)  # a report may be dated by a clock behind that of the place it tells of
_HELD = frozenset({"CONSULT", "PROTEST", "SUPPORT", "COOPERATE", "MOBILIZE", "OTHER"})  # what days are set for
_NEVER = frozenset({"death", "injury", "accident", "disaster", "crime", "incident", "casualty", "statement", "offence"})
_PAST = frozenset({"had", "have", "has", "was", "were", "did"})


class Ahead:
    """Sets right what one report dates later than itself."""

    def __init__(self, report: Report, parse: Parse) -> None:
        self._parse = parse
        self._written = report.published.latest if report.published and report.published.exact else None

    def settled(self, deed: Deed, when: When | None) -> tuple[Deed, When | None]:
        """A deed and its day: planned where the day is yet to come, without a day where that cannot be."""
        if deed.modality not in {"happened", "ongoing"} or when is None or not self._later(when):
            return deed, when
        if self._told(deed) or deed.action not in _HELD or deed.kind in _NEVER:
            return deed, None
        return replace(deed, modality="planned", reasons=(*deed.reasons, f"{when.value} was yet to come")), when

    def _later(self, when: When) -> bool:
        return self._written is not None and when.earliest is not None and when.earliest > self._written + _MARGIN

    def _told(self, deed: Deed) -> bool:
        """Say whether the verb stands in the past: "told them that it would reopen on Monday"."""
        parse = self._parse
        verb = deed.token if deed.via is None else deed.via
        helpers = {parse.lowers[k] for k in parse.kids[verb] if parse.deps[k] in {"aux", "auxpass"}}
        return parse.tags[verb] == "VBD" or bool(helpers & _PAST)
