"""Where what was decided is kept between two builds: tables of values by key, and of postings from keys to items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Protocol


class Shelf(Protocol):
    """Tables by name. A value put is never changed by who holds it; what was not put is None, or no posting."""

    def get[T](self, table: str, key: str, kind: type[T]) -> T | None:
        """The value under a key."""

    def fetch(self, table: str, keys: Iterable[str], kind: Any) -> None:  # noqa: ANN401 - as in `get`
        """Say that the values under these keys will be asked for, so that they may be read at once."""

    def put(self, table: str, key: str, value: Any) -> None:  # noqa: ANN401 - any record or table of them
        """Keep a value in the place of what was there."""

    def drop(self, table: str, key: str) -> None:
        """Forget a value; one that is not there is forgotten already."""

    def posted(self, table: str, key: str) -> Mapping[str, int]:
        """The items under a key, each with its weight."""

    def ahead(self, table: str, keys: Iterable[str]) -> None:
        """Say that what stands under these keys will be asked for, so that it may be read at once."""

    def more(self, table: str, key: str, most: int) -> bool:
        """Whether there are more than so many items under a key; their number has no say in how long this takes."""

    def post(self, table: str, item: str, keys: Iterable[tuple[str, int]]) -> None:
        """File an item under keys, each with a weight."""

    def unpost(self, table: str, item: str, keys: Iterable[str]) -> None:
        """Take an item from under keys."""


class Heap:
    """A shelf in memory, for one run."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str], Any] = {}
        self._posted: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)

    def get[T](self, table: str, key: str, kind: type[T]) -> T | None:  # noqa: ARG002 - asked by who must decode
        """The value under a key."""
        found: T | None = self._values.get((table, key))
        return found

    def fetch(self, table: str, keys: Iterable[str], kind: Any) -> None:  # noqa: ANN401 - as in `get`
        """Nothing: all is at hand."""

    def put(self, table: str, key: str, value: Any) -> None:  # noqa: ANN401 - any record or table of them
        """Keep a value."""
        self._values[table, key] = value

    def drop(self, table: str, key: str) -> None:
        """Forget a value."""
        self._values.pop((table, key), None)

    def posted(self, table: str, key: str) -> Mapping[str, int]:
        """The items under a key, each with its weight."""
        return self._posted.get((table, key), {})

    def ahead(self, table: str, keys: Iterable[str]) -> None:
        """Nothing: all is at hand."""

    def more(self, table: str, key: str, most: int) -> bool:
        """Whether there are more than so many items under a key."""
        return len(self.posted(table, key)) > most

    def post(self, table: str, item: str, keys: Iterable[tuple[str, int]]) -> None:
        """File an item under keys, each with a weight."""
        for key, weight in keys:
            self._posted[table, key][item] = weight

    def unpost(self, table: str, item: str, keys: Iterable[str]) -> None:
        """Take an item from under keys."""
        for key in keys:
            self._posted[table, key].pop(item, None)
