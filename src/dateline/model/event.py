"""What is decided across reports: entities, events, origins, discrepancies and stories."""

from __future__ import annotations

import msgspec

from dateline.model.claim import Action, Modality, Participant, Place, Quantity, SpeakerKind
from dateline.model.mention import EntityKind
from dateline.model.when import When


class Alias(msgspec.Struct, frozen=True, kw_only=True):
    """One spelling of a name and the reports that use it."""

    text: str
    reports: tuple[str, ...]


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """An office or description of an entity, the reports that give it and the time they give it for."""

    text: str
    reports: tuple[str, ...]
    when: When | None = None


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organisation, place, facility, group or document under all its spellings."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[Alias, ...]
    roles: tuple[Role, ...] = ()
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    identifiers: dict[str, str] = {}
    same_because: tuple[str, ...] = ()


class OriginShare(msgspec.Struct, frozen=True, kw_only=True):
    """What of an event rests on one origin."""

    origin: str
    reports: tuple[str, ...]
    claims: tuple[str, ...]


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One happening: a decided set of claims.

    ``when`` dates it to a season or better; where only a wider span is known ("in 2012"), that is its ``period``.
    ``title`` and ``sentence`` are words of its reports: a headline or a clause, and the first sentence that tells it.
    """

    id: str
    title: str
    action: Action
    mode: str | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Place | None
    when: When | None
    quantities: tuple[Quantity, ...]
    modality: Modality
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    outlets: int
    origins: tuple[OriginShare, ...] = ()
    independent_origins: int = 0
    part_of: str | None = None
    follows: str | None = None
    main: bool = False
    period: When | None = None
    sentence: str = ""


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """A root that vouches for something; ``kind`` is ``unresolved`` where the text does not say who."""

    id: str
    name: str
    kind: SpeakerKind | str
    entity: str | None
    why: str


class SlotValue(msgspec.Struct, frozen=True, kw_only=True):
    """One account of a slot: the value, and the claims, reports and origins behind it."""

    value: object
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    origins: tuple[str, ...]


class Discrepancy(msgspec.Struct, frozen=True, kw_only=True):
    """A slot of an event on which accounts part: ``disputes``, ``corrects``, ``updates`` or ``finer``.

    ``subject`` says whose age or name, or which group, where the slot alone does not.
    """

    id: str
    event: str
    slot: str
    relation: str
    values: tuple[SlotValue, ...]
    why: str = ""
    subject: str = ""


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Events that follow from one another or share a cast."""

    id: str
    title: str
    events: tuple[str, ...]
    reports: tuple[str, ...]
    actors: tuple[str, ...]
