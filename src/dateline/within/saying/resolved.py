"""Speakers that only point back: "the agency", "the report", "the official", and a "he" that no name was found for."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.knowledge.countries import country_named
from dateline.knowledge.speakers import speaks_as
from dateline.within.saying.chain import Spoken
from dateline.within.saying.speaker import Speaker

_MEDIA = ("agency", "outlet", "document")
_SHORT = 3  # words: "the local news agency"; longer descriptions introduce somebody new


def _part(said: str, name: str) -> bool:
    """Say whether words are the end of a longer name met before: "The Times" after "The New York Times"."""
    short, long = said.lower().removeprefix("the "), name.lower().removeprefix("the ")
    return short != long and long.endswith(f" {short}")


class Known:
    """The speakers met so far in a report: the medium, the body, the unnamed one and the person cited last."""

    def __init__(self) -> None:
        self._medium: Speaker | None = None
        self._institution: Speaker | None = None
        self._unnamed: Speaker | None = None
        self._person: Speaker | None = None

    def resolved(self, who: Speaker, said: str) -> Speaker:
        """The speaker himself, or the one that his words point back to."""
        words = said.lower().split()
        definite = words[0] in ("the", "this") and len(words) <= _SHORT
        found = self._earlier(who, said, words, definite=definite)
        if found is not None:
            return found
        if who.outlet or (who.kind in ("agency", "outlet") and not definite):
            self._medium = who
        elif who.kind == "institution":
            self._institution = who
        elif who.kind == "anonymous":
            self._unnamed = who
        elif who.kind == "person" and words not in (["he"], ["she"]):
            self._person = who
        if self._institution and _bare_body(who.body, self._institution.words):
            return replace(who, body=self._institution.words)
        spoken = who.kind in ("person", "document") or (who.kind == "institution" and words[0] in ("its", "their"))
        named = self._institution and spoken and who.body in ("", "military")
        if named and self._institution and _spokesman(words) and not any(speaks_as(w, "institution") for w in words):
            return replace(who, body=self._institution.body or self._institution.words)
        return who

    def _earlier(self, who: Speaker, said: str, words: list[str], *, definite: bool) -> Speaker | None:
        if who.outlet:
            fuller = self._medium and self._medium.outlet and _part(said, self._medium.outlet.name)
            return self._medium if fuller else None
        if words in (["he"], ["she"]) and who.words.lower() in ("he", "she"):
            return self._person
        if words == ["it"] and who.words.lower() == "it":
            return self._institution or self._medium
        if not definite:
            return None
        if words[-1] == "statement" or (speaks_as(words[-1], "group") and len(words) == 2):  # "the group"
            return self._institution
        if who.kind in _MEDIA:
            return self._medium
        body = self._institution
        if body and who.kind == "institution" and len(words) == 2 and not who.entity:  # "the ministry"
            return body if words[-1] in body.words.lower().split()[1:] else None
        unnamed = self._unnamed
        return unnamed if unnamed and words[-1] in unnamed.words.lower().split() else None


def _bare_body(body: str, name: str) -> bool:
    """Whether somebody speaks for "the ministry", of the body that was cited last: "the Ola Health Ministry"."""
    public = body[:1].isupper() or speaks_as(body, "public")
    return public and " " in name and name.rsplit(maxsplit=1)[-1].lower() == body.lower()


def grouped(found: list[Spoken]) -> list[Spoken]:
    """Descriptions of a body whose name stands nearby put down to it: "the aid group said", "the UK-based watchdog"."""
    named = [place for place, one in enumerate(found) if one.speaker and _own_body(one.speaker)]
    made = list(found)
    for place, one in enumerate(found):
        if one.speaker is None or not _described(one.speaker.words):
            continue
        before = [n for n in named if n < place][-1:] if one.speaker.words[:2].lower() == "th" else []
        near = before or [n for n in named if place < n <= place + _AHEAD][:1]
        if near:
            made[place] = replace(one, speaker=found[near[0]].speaker)
    return made


_AHEAD = 2  # statements in which a body is named that was only described: "a rights group said ... Ola Watch said"


def _described(words: str) -> bool:
    """Whether words describe a body without a name; "based" and what is before it names its seat."""
    said = words.split()
    plain = all(word.islower() or word.endswith("-based") for word in said[1:])
    return plain and len(said) > 1 and speaks_as(said[-1], "group") and said[0].lower() in ("the", "a")


def _own_body(who: Speaker) -> bool:
    """Whether a speaker is a body of its own name, neither a medium nor a part of a state."""
    name = who.body if who.kind == "person" else who.words
    last = name.split()[-1] if name else ""
    private = who.kind in ("institution", "collective", "person") and not who.outlet
    return private and last[:1].isupper() and not (speaks_as(last.lower(), "public") or country_named(name))


def _spokesman(words: list[str]) -> bool:
    """ "Spokeswoman Ana Ruiz", "its head": an office of the body that was cited before."""
    return any(speaks_as(word, "spoken") for word in words) or (
        words[0] in ("its", "their") and any(speaks_as(word, "office") for word in words)
    )
