"""Undated reports meet those of any time by their words, but not by words that very many reports have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dateline.matching import Shelf
from dateline.matching.block import Index, Keys

MANY = 200  # dated or undated reports above which a word brings no undated one to others: it would meet a share of all
_KINDS = ("dated", "undated")


class Timeless(Index):
    """Reports filed under their keys; those of words end in "dated" or "undated" where the time is left open."""

    def __init__(self, shelf: Shelf, name: str) -> None:
        super().__init__(shelf=shelf, name=f"{name}.filed")
        self._keys = f"{name}.keys"

    def partners(self, wanted: Keys, own: str = "") -> list[str]:
        """The filed reports whose shared keys weigh enough."""
        sought = {key: weight for key, weight in wanted.sought.items() if not self._idle(key)}
        return super().partners(Keys(wanted.filed, sought), own)

    def _idle(self, key: str) -> bool:
        word, _, kind = key.rpartition(" ")
        if kind not in _KINDS or (kind == "undated" and not self._shelf.posted(self._name, key)):
            return False
        return self._crowded(word, {})

    def _crowded(self, word: str, more: Mapping[str, int]) -> bool:
        """Whether very many reports have a word, were there so many more under its keys."""
        least = ((key, MANY - more.get(key, 0)) for key in (f"{word} {kind}" for kind in _KINDS))
        return any(most < 0 or self._shelf.more(self._name, key, most) for key, most in least)

    def disturbed(self, wanted: Mapping[str, Keys]) -> set[str]:
        """The undated reports with a word that becomes one of very many reports, or is no longer one."""
        more: Counter[str] = Counter()
        for item, keys in wanted.items():
            more.update(key for key in keys.filed if key.endswith("dated"))
            if known := self._shelf.get(self._keys, item, Keys):
                more.subtract(key for key in known.filed if key.endswith("dated"))
        found: set[str] = set()
        for word in sorted({key.rpartition(" ")[0] for key, count in more.items() if count}):
            undated = self._shelf.posted(self._name, f"{word} undated").keys()
            if undated - found and self._crowded(word, {}) != self._crowded(word, more):
                found |= undated
        return found - wanted.keys()
