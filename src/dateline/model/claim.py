"""The atom: that somebody did something, as certain words of one report have it, and who says so."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.model.span import Field, Span
from dateline.model.when import When

Modality = Literal["happened", "ongoing", "planned", "possible", "denied", "hypothetical"]
SpeakerKind = Literal["person", "institution", "agency", "outlet", "document", "anonymous", "collective"]
Action = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "OTHER",
]


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """An actor or recipient of a claim: its entity, if it has one, and the words that name it."""

    entity: str | None
    start: int
    end: int


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a claim is set: ``name`` the town or area, ``site`` anything finer; coordinates in WGS84 degrees.

    ``country`` is ISO 3166-1 alpha-3, ``admin1`` the first-order division's common English name; ``relation`` keeps
    "near" or "south of". Offsets count in the report's text, whatever the claim's own field is; they are None where the
    words stand in the title, or where none stand for it (``why``).
    """

    name: str | None
    site: str | None = None
    start: int | None = None
    end: int | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    relation: str | None = None
    geoname: int | None = None
    basis: str = "stated"
    why: str | None = None


Sense = Literal["new", "more", "again", "total", "self", "each", "part", "before", "others", "spread"]


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """How many, or how much: the bounds that the words allow; an open side is None.

    ``sense`` says how a count stands to those before it: ``more`` of them ("two more"), the same ``again`` ("the two
    men"), a running ``total`` ("bringing the toll to 12"), the attacker's own ``self`` ("killed himself", "shot the
    gunman dead"), one of several told of one by one ``each`` ("a 23-year-old man ..., a 40-year-old woman ..."), a
    ``part`` of those counted ("six of them civilians"), what held ``before`` ("an earlier toll of 15"), ``others`` than
    those told of before ("three other men"), those of several happenings or a stretch of time together ``spread``
    ("nine hurt in fires across the county", "held since June"), else ``new``.
    ``whose`` is the id of the entity that an
    age is of, and the noun for whom a part counts, or the place with "in" before it.
    """

    of: str
    low: float | None
    high: float | None
    unit: str | None = None
    whose: str | None = None
    sense: Sense = "new"
    start: int
    end: int

    def __post_init__(self) -> None:
        # counted in whole numbers, kept as floats: a quantity is to read the same before it was kept and after
        for side, value in (("low", self.low), ("high", self.high)):
            if type(value) is int:
                msgspec.structs.force_setattr(self, side, float(value))

    @property
    def years(self) -> int | None:
        """The age of somebody in years; None where it is no age, or an infant's in months."""
        return int(self.low) if self.of == "age" and self.unit is None and self.low is not None else None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One step from a report towards the root of a statement, with the words that say so.

    ``body`` is whose voice an officer or spokesman is ("police"); ``family`` the owner of an outlet.
    """

    entity: str | None
    name: str
    kind: SpeakerKind
    start: int | None
    end: int | None
    field: Field = "text"
    body: str = ""
    family: str = ""


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what, in which words, on whose word. ``chain`` leads from the report back to the root.

    ``manner`` is how it is handed over (``say`` ``think`` ``plan`` ``stance`` ``show`` ``rule``): only what is said or
    shown vouches for a happening. ``frame`` names the grammar it was found by; ``expert`` marks a person who is
    cited for what they know.
    """

    id: str
    report: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quoted: Literal["direct", "indirect", "mixed"]
    speaker: str | None
    speaker_kind: SpeakerKind
    said: When | None = None
    chain: tuple[Link, ...] = ()
    origin: str | None = None
    anonymity: str | None = None
    negated: bool = False
    manner: str = "say"
    frame: str = ""
    expert: bool = False


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """That somebody did something, as one sentence of one report has it.

    ``action`` is a PLOVER root or OTHER with the lemma in ``mode``; ``kind`` classes OTHER (death, election, ...);
    ``weight`` in 0..1 says how much the report was written to tell this (1) rather than recalls it (0).
    ``cause`` is the id of a claim of the same report that this one goes back to (a charge over a shooting).
    ``other``: its words tell it apart from what the report tells else ("a previous arrest", "another attack").
    ``incident``: which of the incidents that its report tells of it belongs to, 0 being the one in the news.
    ``particular``: it is one act; False of force without a day, a number or anybody certain that it was used on.
    """

    id: str
    report: str
    start: int
    end: int
    trigger: Span
    lemma: str
    action: Action
    mode: str | None
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Place | None
    when: When | None
    modality: Modality
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[str, ...] = ()
    event: str | None = None
    field: Field = "text"
    kind: str | None = None
    weight: float = 0.0
    cause: str | None = None
    other: bool = False
    incident: int = 0
    particular: bool = True
    reasons: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """The sentence, or the part of it, that carries the claim."""
        return Span(start=self.start, end=self.end, field=self.field)
