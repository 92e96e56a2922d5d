"""Who is named in the clause of a word."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.within.parse import Parse

ASIDE = frozenset(("advcl", "relcl", "acl", "ccomp", "parataxis"))  # steps that leave a clause's own cast
_BODIES = frozenset(("PERSON", "ORG", "NORP"))


class Named:
    """The words of persons' and bodies' names in one parse."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._named = frozenset(
            token for first, end, label in parse.names if label in _BODIES for token in range(first, end)
        )

    def of(self, token: int) -> frozenset[str]:
        """Those in the clause of a word, in small letters."""
        return frozenset(self._parse.lowers[t] for t in self._clause(token) if t in self._named)

    def _clause(self, token: int) -> Iterator[int]:
        queue = [token]
        while queue:
            found = queue.pop()
            yield found
            queue += [kid for kid in self._parse.kids[found] if self._parse.deps[kid] not in ASIDE]
