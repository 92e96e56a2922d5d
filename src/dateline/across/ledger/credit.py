"""Whose text a report is: its outlet and the owner, and agency credits ("(Reuters) -", "-AFP", the byline)."""

from __future__ import annotations

import re

from dateline.knowledge.outlets import KnownOutlet, Outlets
from dateline.model import Report

_HEAD, _TAIL = 160, 60  # characters in which a credit can stand
_SHORT = 5  # letters up to which an outlet's name may be initials, written small
_MARKED = re.compile(r"\(([A-Z][\w .'-]{1,24})\)\s*(?:—|–|--|-)")
_SIGNED = re.compile(r"(?:—|–|--|-|/|\()\s?([A-Z][A-Za-z ]{1,20})\)?\s*$")


def credited(report: Report, outlets: Outlets) -> KnownOutlet | None:
    """The agency that a report is credited to, unless it is the outlet itself."""
    said = [report.byline or "", report.cited or ""]
    said += _MARKED.findall(report.text[:_HEAD]) + _SIGNED.findall(report.text.rstrip()[-_TAIL:])
    own = outlets.named(report.outlet.name) if report.outlet else None
    known = (outlets.named(words.strip()) for words in said if words.strip())
    return next((one for one in known if one and one.kind == "agency" and one != own), None)


def newsroom(report: Report, outlets: Outlets) -> KnownOutlet | None:
    """The known outlet that a report comes from, by its name or its domain."""
    if report.outlet is None:
        return None
    name = report.outlet.name
    short = (outlets.named(name.upper()) or outlets.named(name.capitalize())) if len(name) <= _SHORT else None  # "sana"
    return outlets.named(name) or short or outlets.at(report.outlet.domain or "")


def owner(report: Report, outlets: Outlets) -> str | None:
    """The owner who counts as one voice, else the outlet's name; None where no outlet is known."""
    if report.outlet is None:
        return None
    known = newsroom(report, outlets)
    return report.outlet.family or (known.family if known else report.outlet.name)
