"""Speakers by the noun that names them: anonymous, collective, document ...; and the bodies that officers speak for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from dateline.knowledge.countries import country_in

_BODY, _SAME = "body:", "same:"
_OF = ("of", "for", "at", "from", "with", "by")
_LITTLE = frozenset(("the", "a", "an", "its", "his", "her", "their", "'s", "’s", "s", "of", "for", "in", "and"))
_FORCE = re.compile(r"[A-Z]{1,4}(?:PD|SO)")  # a police department or sheriff's office by its initials


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    lines = (files("dateline.knowledge") / "data" / "speakers.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            name, words = line.split("\t")
            found[name] = frozenset(word.replace("_", " ") for word in words.split())
    return found


def speaks_as(noun: str, name: str) -> bool:
    """Say whether a noun, in the singular and lower case, is of a class of speakers."""
    return noun in _classes()[name]


def body(words: Sequence[str]) -> str:
    """The body that these words (a title, an office, a description) make somebody speak for: "police"; or "" ."""
    lowered = [word.lower().replace("’", "'").removesuffix("'s") for word in words]
    said = {*lowered, *(word.removesuffix("s") for word in lowered), *(f"{a} {b}" for a, b in pairwise(lowered))}
    for name, members in _classes().items():
        if name.startswith(_BODY) and members & said:
            return name.removeprefix(_BODY)
    return "police" if any(_FORCE.fullmatch(word) for word in words) else ""


def voice(words: Sequence[str]) -> str:
    """Whose voice an office or a statement is: "coalition spokesman", "head of the agency" give coalition, agency.

    Empty where no body is named: a body has a capital, or is an institution by its last word.
    """
    for place, word in enumerate(words):
        if word.lower() == "minister" and (of := [w for w in words[:place] if w[:1].isalpha()][-3:]):
            return "" if of[-1].lower() in ("prime", "first", *_LITTLE) else " ".join([*of, "Ministry"])
        if word.lower() in _classes()["office"]:
            after = [w.lower() for w in words[place + 1 : place + 2]]
            whose = words[place + 2 :] if after and after[0] in _OF else words[:place]
            found = [w for w in _unbased(whose) if w.lower() not in _LITTLE and w[:1].isalnum()]
            if len(found) == 1 and found[0].isupper() and country_in(found[0]):
                return ""
            if found and (any(w[0].isupper() for w in found) or speaks_as(found[-1].lower(), "institution")):
                return " ".join(found)
    return ""


def _unbased(words: Sequence[str]) -> list[str]:
    """Words without "UK-based" or "UK - based"."""
    kept: list[str] = []
    for word in words:
        if word == "based" and kept[-1:] == ["-"]:
            del kept[-2:]
        elif not word.endswith("-based"):
            kept.append(word)
    return kept


def other_name(name: str) -> str:
    """The name that a much-cited body is filed under, whatever it is called here; in lower case."""
    lowered = " ".join(word for word in name.lower().split() if word not in _LITTLE).replace("defense", "defence")
    for filed, members in _classes().items():
        if filed.startswith(_SAME) and lowered in members:
            return filed.removeprefix(_SAME)
    return lowered
