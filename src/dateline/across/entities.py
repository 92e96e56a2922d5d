"""One person, organisation, place under all spellings, and namesakes kept apart."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from dateline.model import Alias, Copies, Decision, Entities, Entity, Events, Mention, Reading


def entities(
    readings: Sequence[Reading],
    copies: Copies,  # noqa: ARG001
    events: Events,  # noqa: ARG001
    judgements: Sequence[Decision],  # noqa: ARG001
) -> Entities:
    """Decide which entities of single reports are one."""
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for reading in readings:
        named = {m.entity: m for m in reversed(reading.mentions) if m.form == "name"}
        for mention in reading.mentions:
            if mention.entity in named:
                groups[named[mention.entity].kind, named[mention.entity].name].append(mention)
    of: dict[str, str] = {}
    found = []
    for (kind, name), members in sorted(groups.items()):
        identifier = "N" + hashlib.sha256(min(m.entity for m in members).encode()).hexdigest()[:12]
        of |= {m.entity: identifier for m in members}
        spelled: dict[str, set[str]] = defaultdict(set)
        for mention in members:
            if mention.form == "name":
                spelled[mention.text].add(mention.report)
        aliases = tuple(Alias(text=text, reports=tuple(sorted(used))) for text, used in sorted(spelled.items()))
        found.append(Entity(id=identifier, kind=kind, name=name, aliases=aliases))  # type: ignore[arg-type]
    return Entities(of=of, found=tuple(sorted(found, key=lambda e: e.id)))
