"""Values of the record in words: intervals, places, counts and people as one would write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from dateline.knowledge.countries import countries
from dateline.knowledge.headlines import shortened
from dateline.model import Discrepancy, Event, Place, Quantity, When
from dateline.store.changes import Change

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_words(day: date, *, year: bool = True) -> str:
    """A day as "23 December 2025"."""
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def when_words(when: When | None) -> str:
    """An interval in words that claim no more than it does."""
    if when is None or (when.earliest is None and when.latest is None):
        return "on an unknown day"
    if when.earliest is None and when.latest is not None:
        return f"by {day_words(when.latest)}"
    if when.latest is None and when.earliest is not None:
        return f"since {day_words(when.earliest)}"
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return "on an unknown day"
    if first == last:
        return f"on {day_words(first)}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"in {first.year}" if first.year == last.year else f"between {first.year} and {last.year}"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and (when.days or 0) >= 28:
        return f"in {_MONTHS[first.month - 1]} {first.year}"
    return f"between {day_words(first, year=first.year != last.year)} and {day_words(last)}"


def short_when(when: When | None) -> str:
    """An interval for a list: "23 Dec 2025", "10–16 Oct 2025", "Jan 2026", "by 3 May 2016", "day unknown"."""
    if when is None or (when.earliest is None and when.latest is None):
        return "day unknown"
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"{'since' if last is None else 'by'} {_short(first or last)}"
    if first == last:
        return _short(first)
    words = when_words(when)
    if words.startswith("in "):
        year = words.rsplit(" ", 1)[1]
        return f"{_MONTHS[first.month - 1][:3]} {year}" if first.month == last.month else year
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_short(last)}"
    return f"{_short(first, year=first.year != last.year)} – {_short(last)}"


def _short(day: date | None, *, year: bool = True) -> str:
    return f"{day.day} {_MONTHS[day.month - 1][:3]}" + (f" {day.year}" if year else "") if day else ""


def month_name(month: int) -> str:
    """A month's name, from 1 on."""
    return _MONTHS[month - 1]


def month_words(day: date) -> str:
    """A month as "October 2025"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def basis_words(basis: str) -> str:
    """What a day rests on: "from the date of publication"."""
    return _BASES.get(basis, basis)


def place_words(place: Place | None) -> str | None:
    """A place as "Grand Kremlin Palace, Moscow" or "Albuquerque (home)"; None where nothing is known."""
    if place is None:
        return None
    site, name = place.site, place.name
    if site and name and site != name:
        return f"{site}, {name}" if site[0].isupper() else f"{name} ({site})"
    if site or name:
        return site or name
    return place.admin1 or (country_words(place.country) if place.country else None)


def where_words(place: Place | None) -> str | None:
    """A place as a sentence says it: "in Moscow (Kremlin)", "at the club"; None where nothing is known."""
    words = place_words(place)
    if place is None or words is None:
        return None
    if place.site and place.name and place.site != place.name:
        return f"in {place.name} ({place.site})"
    if place.site and not place.name:
        return f"at {words}" if words[0].isupper() else f"at a place called only “{words}”"
    return f"in {words}"


def country_words(code: str) -> str:
    """A country's name from its ISO 3166-1 alpha-3 code; the code itself where there is no name for it."""
    known = countries().get(code)
    return known.name if known else code


def wider_words(place: Place | None) -> str:
    """What a place lies in, as far as its own words do not say so: "Louisiana, United States"."""
    if place is None:
        return ""
    said = place_words(place) or ""
    parts = [place.admin1, country_words(place.country) if place.country else None]
    return ", ".join(part for part in parts if part and part not in said)


def count_words(quantity: Quantity) -> str:
    """A count with its bounds: "2 killed", "at least 12 injured", "between 30 and 40 displaced"."""
    low, high = quantity.low, quantity.high
    unit = f" {quantity.unit}" if quantity.unit else ""
    if low is not None and low == high:
        number = f"{low:,g}{unit}"
    elif low and high is not None:
        number = f"between {low:,g} and {high:,g}{unit}"
    elif low is not None and high is None:
        number = f"at least {low:,g}{unit}"
    elif high is not None:
        number = f"at most {high:,g}{unit}"
    else:
        number = "an unknown number"
    if quantity.of == "age":
        return f"aged {number}"
    if quantity.of == "money" and unit:
        return number
    things = quantity.of.removesuffix("s") if low == high == 1 else quantity.of
    before = " before" if quantity.sense == "before" else f", {quantity.whose}" if quantity.sense == "part" else ""
    return f"{number} {things}{before}"


def harm_words(quantities: Iterable[Quantity], *, every: bool = False) -> str:
    """Counts of people in a row, the dead first; with ``every`` all other counts behind them."""
    counted = [q for q in quantities if every or q.of in _HARM]
    counted.sort(key=lambda q: _HARM.index(q.of) if q.of in _HARM else len(_HARM))
    return ", ".join(dict.fromkeys(count_words(q) for q in counted))


_HARM = ("killed", "injured", "captured", "displaced")


def report_words(count: int) -> str:
    """How many reports, in words."""
    return f"{count:,} report{'' if count == 1 else 's'}"


def origin_words(event: Event) -> str:
    """How many independent origins stand behind an event, in words."""
    count = event.independent_origins
    if count == 0:
        return "no named origin"
    return "1 independent origin" if count == 1 else f"{count} independent origins"


_SLOTS = {
    "when": "the day",
    "where": "the place",
    "who": "who took part",
    "action": "what was done",
    "modality": "whether it happened",
    "name": "the spelling of a name",
    "quote": "the very words",
    "quantity:age": "an age",
    "quantity:money": "the sum",
    "quantity:participants": "how many took part",
    "quantity:perpetrators": "how many attackers",
}
_OF = {
    "quantity:age": "the age of {}",
    "name": "the spelling of the name of {}",
    "who": "who was {}",
    "where": "where they were ({})",
}
_BASES = {
    "stated": "as stated",
    "document": "from the date of publication",
    "reports": "worked out from other reports of it",
    "context": "worked out from other dates in the report",
    "given": "given with the report",
}
_QUOTED = 160  # characters of a quotation
_RELATIONS = {
    "disputes": "accounts differ",
    "corrects": "an account was corrected",
    "updates": "later accounts say otherwise",
    "finer": "some accounts are more exact",
}


def slot_words(slot: str, subject: str = "") -> str:
    """What a slot is about: "the day", "how many killed", "how many civilians killed", "the age of Ana Ruiz"."""
    known = _SLOTS.get(slot)
    if not subject:
        return known or f"how many {slot.removeprefix('quantity:')}"
    if known is None and slot.removeprefix("quantity:") in _HARM:
        return f"how many {subject} {slot.removeprefix('quantity:')}"
    known = known or f"how many {slot.removeprefix('quantity:')}"
    return _OF[slot].format(subject) if slot in _OF else f"{known} ({subject})"


def about_words(found: Discrepancy) -> str:
    """What accounts part on; "the hour" where they agree on the day."""
    clock = all(isinstance(v.value, dict) and "T" in str(v.value.get("value", "")) for v in found.values)
    return "the hour" if clock else slot_words(found.slot, found.subject)


def relation_words(relation: str) -> str:
    """How accounts of a slot stand to each other: "accounts differ"."""
    return _RELATIONS.get(relation, relation)


def account_words(slot: str, value: object) -> str:
    """One account of a slot: its value in words, what was said between quotation marks."""
    words = value_words(value)
    return f"“{shortened(words.strip(' “”"'), _QUOTED)}”" if slot == "quote" else words


def value_words(value: object) -> str:
    """One account's value in words: a day, a count, a name."""
    if not isinstance(value, dict):
        return str(getattr(value, "value", value))
    for key in ("text", "name"):
        if value.get(key):
            return str(value[key])
    if "earliest" in value or "latest" in value:
        return when_words(msgspec.convert({"basis": "stated", "value": "", **value}, When)).removeprefix("on ")
    known = next((value[key] for key in ("value", "low", "high") if value.get(key) is not None), "unknown")
    return f"{known:g}" if isinstance(known, float) else str(known)


def change_words(change: Change) -> str:
    """What a build changed: "when of “Talks”: 2025-07-31 → 2025-08-01", "new: “Talks”"."""
    title = f"“{change.title}”"
    if change.what in {"new", "gone"}:
        return f"{change.what}: {title}"
    if change.what in {"joined", "renamed"}:
        return f"{title} {'takes in' if change.what == 'joined' else 'was before'} {change.was}"
    return f"{change.what.replace('quantity:', '')} of {title}: {change.was or 'unknown'} → {change.now or 'unknown'}"
