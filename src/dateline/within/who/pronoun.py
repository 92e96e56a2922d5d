"""Pronouns that may stand for somebody."""

from __future__ import annotations

from dateline.knowledge.persons import pronouns
from dateline.within.parse import Parse
from dateline.within.who.found import Found


def pronouns_found(parse: Parse) -> list[Found]:
    """The personal and possessive pronouns of a report, and `who` after the words it goes back to."""
    known, found = pronouns(), []
    for token, low in enumerate(parse.lowers):
        if parse.tags[token] in ("WP", "WP$") and low in ("who", "whom", "whose"):
            found.append(_found(token, low, Found(0, 0, 0, "person", "pronoun")))
            continue
        one = known.get(low)
        if one is None or parse.pos[token] not in ("PRON", "DET") or parse.words[token] in ("US", "IT"):
            continue
        shape = Found(0, 0, 0, one.kind or ("group" if one.plural else "organization"), "pronoun")
        found.append(_found(token, low, shape, one.gender, plural=one.plural))
    return found


def _found(token: int, low: str, shape: Found, gender: str | None = None, *, plural: bool = False) -> Found:
    return Found(
        first=token,
        end=token + 1,
        head=token,
        kind=shape.kind,
        form="pronoun",
        noun=low,
        gender=gender,  # type: ignore[arg-type]
        plural=plural,
        definite=True,
    )
