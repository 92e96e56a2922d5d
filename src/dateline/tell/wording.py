"""Values of the record in words: intervals, places, counts and people as one would write them."""

from __future__ import annotations

from datetime import date

import msgspec

from dateline.model import Event, Place, Quantity, When

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


def place_words(place: Place | None) -> str | None:
    """A place as "the Kremlin, Moscow"; None where nothing is known."""
    if place is None:
        return None
    words = [part for part in (place.site, place.name) if part]
    if not words and place.admin1:
        words = [place.admin1]
    if not words and place.country:
        words = [place.country]
    return ", ".join(dict.fromkeys(words)) or None


def count_words(quantity: Quantity) -> str:
    """A count with its bounds: "2 killed", "at least 12 injured", "between 30 and 40 displaced"."""
    low, high = quantity.low, quantity.high
    unit = f" {quantity.unit}" if quantity.unit else ""
    if low is not None and low == high:
        number = f"{low:,g}{unit}"
    elif low is not None and high is not None:
        number = f"between {low:,g} and {high:,g}{unit}"
    elif low is not None:
        number = f"at least {low:,g}{unit}"
    elif high is not None:
        number = f"at most {high:,g}{unit}"
    else:
        number = "an unknown number"
    return f"{number} {quantity.of}"


def origin_words(event: Event) -> str:
    """How many independent origins stand behind an event, in words."""
    count = event.independent_origins
    if count == 0:
        return "origin unresolved"
    return "1 independent origin" if count == 1 else f"{count} independent origins"


_SLOTS = {
    "when": "the day",
    "where": "the place",
    "who": "who took part",
    "action": "what was done",
    "modality": "whether it happened",
    "name": "a name",
    "quote": "the very words",
    "quantity:age": "an age",
    "quantity:money": "the sum",
    "quantity:participants": "how many took part",
}
_RELATIONS = {
    "disputes": "accounts differ",
    "corrects": "an account was corrected",
    "updates": "later accounts say otherwise",
    "finer": "some accounts are more exact",
}


def slot_words(slot: str) -> str:
    """What a slot is about: "the day", "how many killed"."""
    return _SLOTS.get(slot) or f"how many {slot.removeprefix('quantity:')}"


def relation_words(relation: str) -> str:
    """How accounts of a slot stand to each other: "accounts differ"."""
    return _RELATIONS.get(relation, relation)


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
