"""What was decided on each happening by itself, put together for the whole record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from dateline.across.between import Happened
from dateline.model import Discrepancy, Events, Origin, Origins

Known = dict[str, Any]  # what the stages gave, by name

_by_id = attrgetter("id")


def joined(parts: Sequence[Known], known: Known) -> Known:
    """Events, origins, traces and discrepancies of all happenings; ``parts`` are their entities, ``happened`` each."""
    return {
        "happened": tuple(
            Happened(**{name: part[name] for name in ("readings", "entities", "dates", "events", "origins")})
            for part in parts
        ),
        "parts": tuple(part["entities"] for part in parts),
        "events": Events(
            of=_tables(part["events"].of for part in parts),
            main=_tables(part["events"].main for part in parts),
            found=tuple(sorted((e for part in parts for e in part["events"].found), key=_by_id)),
            decisions=known["happenings"].decisions,
        ),
        "origins": _origins([part["origins"] for part in parts]),
        "traces": tuple(trace for part in parts for trace in part["traces"]),
        "recollections": tuple(one for part in parts for one in part["recollections"]),
        "discrepancies": _discrepancies(part["discrepancies"] for part in parts),
    }


def _origins(parts: Sequence[Origins]) -> Origins:
    """An origin of several happenings goes by the name that the first of them gives it."""
    found: dict[str, Origin] = {}
    for part in parts:
        for origin in part.found:
            found.setdefault(origin.id, origin)
    return Origins(
        of=_tables(part.of for part in parts),
        behind=_tables(part.behind for part in parts),
        found=tuple(sorted(found.values(), key=_by_id)),
        events=tuple(sorted((e for part in parts for e in part.events), key=_by_id)),
        warnings=_tables(part.warnings for part in parts),
    )


def _discrepancies(parts: Iterable[Sequence[Discrepancy]]) -> tuple[Discrepancy, ...]:
    return tuple(sorted((one for part in parts for one in part), key=_by_id))


def _tables[V](parts: Iterable[dict[str, V]]) -> dict[str, V]:
    found: dict[str, V] = {}
    for part in parts:
        found |= part
    return found
