"""Speakers that only point back: "the agency", "the report", "the official", and a "he" that no name was found for."""

from __future__ import annotations

from dateline.within.speaker import Speaker

_MEDIA = ("agency", "outlet", "document")
_SHORT = 3  # words: "the local news agency"; longer descriptions introduce somebody new


class Known:
    """The speakers met so far in a report: the medium cited last, the unnamed one and the person named last."""

    def __init__(self) -> None:
        self._medium: Speaker | None = None
        self._unnamed: Speaker | None = None
        self._person: Speaker | None = None

    def resolved(self, who: Speaker, said: str) -> Speaker:
        """The speaker himself, or the one that his words point back to."""
        words = said.lower().split()
        definite = words[0] in ("the", "this") and len(words) <= _SHORT
        if who.outlet or (who.kind in _MEDIA and not definite):
            self._medium = who if who.kind != "document" else self._medium
            return who
        if who.kind in _MEDIA:
            return self._medium or who
        if definite and self._unnamed and words[-1] in self._unnamed.words.lower().split():
            return self._unnamed
        if words in (["he"], ["she"]) and who.words.lower() in ("he", "she"):
            return self._person or who
        if who.kind == "anonymous":
            self._unnamed = who
        elif who.kind == "person" and words not in (["he"], ["she"]):
            self._person = who
        return who
