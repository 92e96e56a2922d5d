"""Everybody whom the reports of one happening speak of: names as decided, and the unnamed that are theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from dateline.across.identity.bearers import Local
from dateline.across.identity.rows import identifier, rows
from dateline.across.identity.unnamed import with_unnamed
from dateline.model import Entities, Events, Reading


def entities(
    readings: Sequence[Reading], within: Mapping[str, Sequence[Local]], named: Entities, events: Events
) -> Entities:
    """Decide whom reports that tell of one happening mean by those whom they do not name; ``within`` as for `names`.

    What is decided here hangs on these reports alone: "the driver" of another happening is another man.
    """
    found = list(chain.from_iterable(within[reading.report.id] for reading in readings))
    homes: dict[str, list[Local]] = defaultdict(list)
    for local in found:
        if home := named.of.get(local.id):
            homes[home].append(local)
    grown = with_unnamed([tuple(group) for group in homes.values()], found, readings, events)
    groups = {_identifier(group, named): group for group in grown}
    return Entities(
        of={local.id: name for name, group in groups.items() for local in group},
        found=rows(groups, {}) if events.of and len(readings) > 1 else (),
        unnamed=frozenset(groups.keys() - homes.keys()),
    )


def gathered(within: Mapping[str, Sequence[Local]], named: Entities, parts: Sequence[Entities]) -> Entities:
    """The entities of all happenings, each with all its spellings and offices."""
    of = {local: entity for part in parts for local, entity in part.of.items()}
    groups: dict[str, list[Local]] = defaultdict(list)
    for report in sorted(within):
        for local in within[report]:
            if local.id in of:
                groups[of[local.id]].append(local)
    return Entities(
        of=of,
        found=rows(groups, named.because),
        unnamed=frozenset().union(*(part.unnamed for part in parts)),
        decisions=named.decisions,
    )


def _identifier(group: Sequence[Local], named: Entities) -> str:
    return next((named.of[local.id] for local in group if local.id in named.of), "") or identifier(group)
