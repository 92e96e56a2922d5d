"""Agency credits: "(Reuters) -" in the dateline, "-AFP" at the end, "Associated Press" in the byline."""

from __future__ import annotations

import re

from dateline.knowledge.outlets import KnownOutlet, outlets
from dateline.model import Report

_HEAD, _TAIL = 160, 60  # characters in which a credit can stand
_MARKED = re.compile(r"\(([A-Z][\w .'-]{1,24})\)\s*(?:—|–|--|-)")
_SIGNED = re.compile(r"(?:—|–|--|-|/|\()\s?([A-Z][A-Za-z ]{1,20})\)?\s*$")


def credited(report: Report) -> KnownOutlet | None:
    """The agency that a report is credited to, unless it is the outlet itself."""
    said = [report.byline or "", report.cited or ""]
    said += _MARKED.findall(report.text[:_HEAD]) + _SIGNED.findall(report.text.rstrip()[-_TAIL:])
    own = outlets().named(report.outlet.name) if report.outlet else None
    known = (outlets().named(words.strip()) for words in said if words.strip())
    return next((one for one in known if one and one.kind == "agency" and one != own), None)
