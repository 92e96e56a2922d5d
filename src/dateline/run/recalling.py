"""Which events of different happenings are one, kept from build to build."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import batched

from dateline.across.recalled import grouping, homes
from dateline.across.recollection import Recollection, block_keys
from dateline.matching import Groups, Judged, Keys
from dateline.model import Decision
from dateline.run.joined import Known
from dateline.store.shelf import StoredShelf

BATCH = 1000  # recollections that are compared at once


class Recalling:
    """The recollections of all happenings on a shelf; ``rows`` are the decisions on them that changed."""

    def __init__(self, shelf: StoredShelf, judgements: Sequence[Decision]) -> None:
        self._shelf, self._judgements = shelf, judgements
        self._asked = sorted({side for word in judgements if word.about == "event" for side in (word.left, word.right)})
        self._left: set[str] = set()
        self._filed: set[str] = set()
        self.rows: dict[str, Decision | None] = {}
        self._groups = self._grouping()

    def forget(self, events: Sequence[str]) -> None:
        """Note that the happening of these events is decided anew."""
        self._shelf.fetch("recalled.of", events, Recollection)
        self._left.update(name for name in events if self._known(name) is not None)

    def file(self, part: Known) -> None:
        """Note what a happening came to that was decided now."""
        for one in part["recollections"]:
            self._shelf.put("recalled.of", one.id, one)
            self._filed.add(one.id)
        for claim in self._asked:
            if event := part["events"].of.get(claim):
                self._shelf.put("recalled.claim", claim, event)

    def update(self) -> set[str]:
        """Compare what was filed; gives the events that are one with others, or were, as far as that may be new."""
        self._groups = self._grouping()
        gone = self._left - self._filed
        met: set[str] = set()
        for batch in batched(sorted(gone | self._filed), BATCH):
            wanted = {name: Keys({}, {}) if name in gone else block_keys(self._of(name)) for name in batch}
            found = self._groups.update(wanted)
            self.rows |= found.rows
            met |= {name for group in (*found.gone, *found.fresh) if len(group) > 1 for name in group}
            self._shelf.ease()
        for name in gone:
            self._shelf.drop("recalled.of", name)
        return (met | {name for name in self._filed if len(self._groups.group(name)) > 1}) - gone

    def fetch(self, events: Iterable[str]) -> None:
        """Say that the homes of these events will be asked for."""
        self._groups.fetch_groups(events)

    def home(self, event: str) -> str:
        """The event that one goes by in the record."""
        group = self._groups.group(event)
        return homes(group, self._of).get(event, event)

    def beside(self, events: Iterable[str]) -> set[str]:
        """The happenings, by their first reports, that tell or recall one of these events too."""
        groups = (self._groups.group(event) for event in events)
        return {self._of(name).home for group in groups if len(group) > 1 for name in group}

    def happening(self, event: str) -> str:
        """The first report of an event's happening."""
        return self._of(event).home

    def _known(self, event: str) -> Recollection | None:
        return self._shelf.get("recalled.of", event, Recollection)

    def _of(self, event: str) -> Recollection:
        found = self._known(event)
        if found is None:
            raise KeyError(event)
        return found

    def _grouping(self) -> Groups:
        """The groups by the rule; a person's word is on claims, whose events are known once all are filed."""
        of = {claim: event for claim in self._asked if (event := self._shelf.get("recalled.claim", claim, str))}
        return grouping(self._shelf, self._of, Judged(self._judgements, "event", of))
