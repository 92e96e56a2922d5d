"""Who held an office of state, and when: what a title beside a name says of the time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from dateline.knowledge.countries import country_named, country_of_adjective
from dateline.knowledge.names import compare

SAME = 0.7  # likeness of names from which a holder is taken to be meant; a title of the same country goes with it
_PLAIN = frozenset(("the", "of", "for", "s", "new", "interim", "general"))
_PAST = frozenset(
    ("former", "ex", "then", "late", "ousted", "deposed", "longtime", "elect", "president-elect", "ex-president")
)


class Term(msgspec.Struct, frozen=True):
    """One term of an office; ``until`` is None where it had not ended when the table was written."""

    country: str
    office: frozenset[str]
    name: str
    early: date
    until: date | None


@cache
def terms() -> tuple[Term, ...]:
    """Every term of ``data/holders.tsv``."""
    text = (files("dateline.knowledge") / "data" / "holders.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        Term(
            country,
            frozenset(office.split()),
            name,
            date.fromisoformat(early),
            date.fromisoformat(until) if until else None,
        )
        for country, office, name, early, until in rows
    )


def titled(role: str) -> tuple[str, frozenset[str]]:
    """The country that a title names, if any, and the words of its office: "Syria's Minister of Defence"."""
    words = [re.sub(r"['’]s$", "", word).lower() for word in re.findall(r"[\w.'’-]+", role)]
    lands = [code for word in words if (code := country_of_adjective(word) or country_named(word))]
    kept = (w.replace("defence", "defense") for w in words if not country_of_adjective(w) and not country_named(w))
    return (lands[0] if lands else ""), frozenset(kept) - _PLAIN


def held(names: Iterable[str], titles: Iterable[str], elsewhere: Iterable[str] = ()) -> tuple[Term, ...]:
    """The terms of whoever goes by these names and titles; none where they name no country's office of the table.

    ``elsewhere`` are countries that other reports' titles name ("Syria's Defence Minister"): one that is bare here
    ("Defence Minister") may be of them.
    """
    told = [titled(title) for title in titles]
    if any(words & _PAST for _, words in told):
        return ()
    lands = {land for land, _ in told if land} | set(elsewhere)
    full = [name for name in names if len(name.split()) > 1]
    return tuple(
        term
        for term in terms()
        if term.country in lands
        and any(office == term.office and land in ("", term.country) for land, office in told)
        and any(compare(name, term.name, "person").score >= SAME for name in full)
    )
