"""The dateline that opens a report: "ERBIL (Kurdistan24) —", "KABUL, Afghanistan (Jan. 22, 2013)"."""

from __future__ import annotations

import re

from dateline.knowledge.countries import country_named, country_of_capital
from dateline.knowledge.outlets import outlets
from dateline.knowledge.places import abbreviated, standing_alone
from dateline.knowledge.segments import no_town

_DATE = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?: '?\d{2,4})?)"
)
_TOWN = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.-]+(?:[ /-][A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.-]*){0,4}"
_PLAIN = r"[A-Z\u00c0-\u00de][\w'’-]+(?: (?:[A-Z\u00c0-\u00de][\w'’.-]+|de|del|al|la|of|and)){0,3}"
_REGION = r"(?:, ?[A-Z][A-Za-z.'’]*(?: [A-Z][A-Za-z.'’]*){0,3})"
_BRACKET = r"\((?:[^()]{2,70})\)"
_DASH = r"(?:\s*(?:—|–|--+|>>)|\s+-)(?=\s|[A-Z“\"'‘]|$)"
_EDITOR = r"(?:\s*\[[^\[\]]{2,60}\]){0,4}"

# A town in capitals with a date, bracket or region; any town with a bracket or date before a dash.
_SURE = re.compile(
    rf"(?P<town>{_TOWN}){_REGION}{{0,2}}(?:,? (?i:{_DATE})),?\s*(?:{_BRACKET})?(?:{_DASH}{_EDITOR}|\s*$)"
    rf"|(?P<town2>{_TOWN}){_REGION}{{0,2}},?\s*{_BRACKET}(?:{_DASH}{_EDITOR}|\s*$)"
    rf"|(?P<town3>{_TOWN}){_REGION}{{1,2}}{_DASH}{_EDITOR}"
    rf"|{_PLAIN}{_REGION}?(?:,? {_DATE})?,?\s*{_BRACKET}{_DASH}{_EDITOR}"
    rf"|{_PLAIN}{_REGION}?,? {_DATE}\s*{_DASH}{_EDITOR}"
    rf"|{_PLAIN}{_REGION}{{0,2}} \({_DATE}\)(?:{_DASH}|\s*$)"
)
_BARE = re.compile(
    rf"(?P<town>{_TOWN}){_DASH}(?:\s*{_BRACKET}{_DASH})?{_EDITOR}|{_BRACKET}{_DASH}"
    rf"|{_PLAIN} [A-Z]{{3,8}}{_DASH}(?=\s+[A-Z])"  # "Ola ONA - Two men"
)
# In a text that is all capitals only a date or bracket tells a dateline from a clause before a dash.
_CAPITALS = re.compile(
    rf"{_TOWN}(?: \([^()]{{3,30}}\))?{_REGION}{{0,2}}(?:,? (?i:{_DATE}))\s*(?:{_BRACKET})?\s*--"
    r"(?:\s*\[[^\[\]]{2,120}\]){0,5}"
)
# Shapes that sentences have too: believed only at the head of a report and of a known town or country.
_KNOWN = re.compile(
    rf"(?P<town>{_PLAIN}|{_TOWN})(?P<region>{_REGION})?(?P<mark>:(?= [A-Z“\"])|\s*[-–—](?=\s+[A-Z“\"‘])|$)"
)
_AGENCY = re.compile(rf"(?:(?i:{_DATE}),? )?{_PLAIN}(?:/{_PLAIN})?,? (?P<agency>[A-Z]{{3,8}}) (?=[A-Z0-9“\"])")
_SLASHED = re.compile(rf"{_TOWN}{_REGION}?,? {_DATE}\.? /[A-Z][\w -]{{1,20}}/\.")
_SHORT = 60  # a line in capitals up to here may be a dateline on its own; a longer one is of a text in capitals
_LONGEST = 300


def dateline(line: str, *, opens: bool, capitals: bool = False) -> int:
    """How many characters of a line are a dateline; 0 where it has none.

    ``opens`` says that the line is among the first of its report: only there is a bare town before a dash believed;
    ``capitals`` that the whole report is written in them.
    """
    blank = len(line) - len(line.lstrip())
    head = line[blank : blank + _LONGEST]
    if capitals or (head.isupper() and len(head) > _SHORT):
        found = _CAPITALS.match(head) or _known(head) if opens else None
    else:
        found = _SURE.match(head) or _SLASHED.match(head)
        found = found or (_BARE.match(head) or _known(head) or _of_agency(head) if opens else None)
    if found is None:
        return 0
    town = next((name for slot, name in found.groupdict().items() if name and slot != "agency"), "")
    if town and all(word in no_town() for word in town.split()):
        return 0
    return blank + found.end()


def _of_agency(head: str) -> re.Match[str] | None:
    """Match a town and a known agency without a mark behind them: "3 May 2016 Hama SANA Two men"."""
    found = _AGENCY.match(head)
    return found if found and outlets().named(found["agency"]) else None


def _known(head: str) -> re.Match[str] | None:
    """Match a known town: "New Delhi: Two men", "Damascus, SANA - Two men", "ANKARA" on a line of its own."""
    found = _KNOWN.match(head)
    if found is None or not (found["mark"] or found["town"].isupper()):
        return None
    region = (found["region"] or "").strip(", ")
    if region.isupper() and not abbreviated(region):
        region = ""  # an agency: "Damascus, SANA - Two men"
    if region and not (country_named(region) or abbreviated(region)):
        return None
    town = found["town"].title() if found["town"].isupper() else found["town"]
    return found if region or country_of_capital(town) or standing_alone(town) else None
