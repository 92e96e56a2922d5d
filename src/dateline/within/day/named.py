"""Dates that only name something: the story that a correction goes back to, the feast that a party is held for."""

from __future__ import annotations

from dateline.knowledge.calendar import table
from dateline.model import Time
from dateline.within.parse import Parse

_LINKS = frozenset(("on", "of", "from", "published", "posted", "dated", "moved"))


def names_only(parse: Parse, time: Time, first: int, end: int, head: int) -> bool:
    """Say whether a time, of these tokens and with this head, only says which story or feast is meant."""
    return _story(parse, first, end) or (time.formula.startswith("holiday") and _feast(parse, head))


def _story(parse: Parse, first: int, end: int) -> bool:
    """Whether a date is that of a text: in a story on March 3 about, in a March 3 story about."""
    texts = table("lists")["stories"]
    before = list(parse.lowers[max(0, first - 4) : first])
    while before and (before[-1] in _LINKS or before[-1] in table("weekdays")):
        before.pop()
    if len(before) > 2 and before[-1] in texts:
        return before[-3] == "in"
    opened = before[-2:] in (["in", "a"], ["in", "an"], ["in", "its"])
    return opened and any(parse.lowers[place] in (*texts, "about") for place in range(end, min(end + 2, len(parse))))


def _feast(parse: Parse, head: int) -> bool:
    """Whether a holiday is only what is kept or whose party it is: to honor Mother's Day, a Halloween party."""
    above, dep = parse.heads[head], parse.deps[head]
    lists = table("lists")
    if dep == "dobj":
        return parse.lemmas[above] in lists["keeping"]
    if dep == "pobj":
        return parse.lemmas[parse.heads[above]] in lists["keeping"]
    return dep in {"compound", "nmod", "poss"} and parse.lemmas[above] in lists["parties"]
