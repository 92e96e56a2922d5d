"""Where outlets and telephones are at home: weak but honest hints at the state that a local report leaves unsaid."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from dateline.knowledge.gazetteer import Entry
from dateline.knowledge.places import division, named, rows_of

_HOST = re.compile(r"^(?:\w+://)?(?:www\d?\.)?([^/:?]+)")
_AFFIX = re.compile(
    r"^(?:the|my|(?:fox|abc|nbc|cbs|cw|news|channel|tv|wfox)\d*)|(?:news|online|now|tv|today|times|journal|herald|gazette|post|tribune|star|fm|am)+$"
)
_TAIL = re.compile(r"\s[-|–—]\s[^-|–—]*$")
_CALLS = re.compile(r"\b[KW][A-Z]{2,3}\b")
_CALL = re.compile(r"^([kw][a-z]{2,3})(?:tv|dt|news|\d{1,2})?$")


class Home(msgspec.Struct, frozen=True):
    """A division, and the town in it where it is known."""

    division: Entry
    town: str


def of_url(url: str) -> Home | None:
    """Where the outlet behind an address is at home, by its call sign or name, or None where that is not known."""
    host = _HOST.match(url.lower())
    labels = host.group(1).split(".")[:-1] if host else []
    for label in reversed(labels):
        if found := of_name(label):
            return found
    return next((found for label in labels if (found := _town(label))), None)


def _town(label: str) -> Home | None:
    """The US town that an address is named after ("stlouis"), where one of that name is by far the largest."""
    stem = _AFFIX.sub("", label.replace("-", ""))
    matches = named(stem) if len(stem) > 4 else ()
    towns = [m.entry for m in matches if m.own and m.entry.kind == "town" and m.entry.country == "USA"]
    if not towns or towns[0].population < 20_000:
        return None
    if len(towns) > 1 and towns[1].population * 2.5 > towns[0].population:
        return None
    state = next((m.entry for m in named(towns[0].admin1 or "") if m.entry.kind == "admin1"), None)
    return Home(state, towns[0].name) if state else None


def of_name(label: str) -> Home | None:
    """The home of a call sign ("WBRC") or of a stem of a web address ("ocala")."""
    known, stem = _homes(), label.lower()
    if stem in known:
        return known[stem]
    call = _CALL.match(stem)
    if call and call.group(1) in known:
        return known[call.group(1)]
    return known.get(_AFFIX.sub("", stem))


def of_title(title: str) -> Home | None:
    """The home of the station that a page's title ends with (" - WXYZ News, Weather & Sports")."""
    tail = _TAIL.search(title)
    calls = _CALLS.findall(tail.group()) if tail else ()
    return next((found for call in calls if (found := of_name(call))), None)


def of_area_code(code: str) -> Entry | None:
    """The US state of a telephone area code."""
    return _codes().get(code)


@cache
def _homes() -> dict[str, Home]:
    found: dict[str, Home] = {}
    for code, town, stems in rows_of("places_homes.tsv"):
        state = division(code)
        if state:
            found.update({stem: Home(state, town) for stem in stems.split() if stem not in found})
    return found


@cache
def _codes() -> dict[str, Entry]:
    found = {}
    for code, numbers in rows_of("places_area_codes.tsv"):
        if state := division(code):
            found.update(dict.fromkeys(numbers.split(), state))
    return found


def town_entry(home: Home) -> Entry | None:
    """The gazetteer's entry of a home's town."""
    return next(
        (m.entry for m in named(home.town) if m.entry.kind == "town" and m.entry.admin1 == home.division.name), None
    )
