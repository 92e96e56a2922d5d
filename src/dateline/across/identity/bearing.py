"""Which entities a report names, in whatever words, and which reports name an entity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.across.identity.bearers import Local
from dateline.matching import Shelf


def named_in(locals_: Iterable[Local], of: Mapping[str, str]) -> frozenset[str]:
    """The entities that a report names; what is merely called by a phrase is not named."""
    return frozenset(of[local.id] for local in locals_ if local.names and local.id in of)


def named_by(shelf: Shelf, report: str) -> frozenset[str]:
    """The entities that a report names, as filed."""
    return shelf.get("units.seen", report, frozenset[str]) or frozenset()


def fetch_named(shelf: Shelf, reports: Iterable[str]) -> None:
    """Say that what these reports name will be asked for."""
    shelf.fetch("units.seen", reports, frozenset[str])


def file_named(shelf: Shelf, report: str, now: frozenset[str]) -> frozenset[str]:
    """File a report under the entities that it names; gives those that it named before."""
    before = named_by(shelf, report)
    shelf.unpost("units.named", report, before - now)
    shelf.post("units.named", report, ((entity, 0) for entity in now - before))
    shelf.put("units.seen", report, now)
    return before


def naming(shelf: Shelf, entity: str) -> Mapping[str, int]:
    """The reports that name an entity."""
    return shelf.posted("units.named", entity)
