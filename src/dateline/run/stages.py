"""THE list of stages: what each is called, what it needs, what it gives, and how it is scored. Open this file first.

A report flows through ``WITHIN`` alone; the readings of all reports then flow through ``ACROSS``. A stage that needs
``x`` is handed what the last stage that gives ``x`` made of it; nothing is changed in place. Raise a stage's version
whenever its result may change: kept results of reports are filed under it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from dateline.across.copies import copies
from dateline.across.dating import dating
from dateline.across.discrepancies import discrepancies
from dateline.across.entities import entities
from dateline.across.events import events
from dateline.across.origins import origins
from dateline.across.stories import stories
from dateline.within.attribute import attributions
from dateline.within.claim import claims
from dateline.within.date import times
from dateline.within.mention import mentions
from dateline.within.parse import parses
from dateline.within.segment import segments
from dateline.within.sketch import sketch
from dateline.within.warn import warnings


class Stage(msgspec.Struct, frozen=True):
    """One step: ``function`` takes ``needs`` by name and its result is known as ``gives``."""

    name: str
    version: int
    function: Callable[..., Any]
    needs: tuple[str, ...]
    gives: str
    scored: str


WITHIN: tuple[Stage, ...] = (
    Stage("segment", 4, segments, ("report",), "segments", "pages; dossiers/seeds.json"),
    Stage("parse", 2, parses, ("report", "segments", "parser"), "parse", "every set below"),
    Stage("mention", 5, mentions, ("report", "segments", "parse"), "mentions", "re3d; ecbplus entities"),
    Stage("sketch", 5, sketch, ("report", "segments", "mentions"), "sketch", "gva_incidents; ecbplus"),
    Stage("date", 2, times, ("report", "segments", "parse"), "times", "dates"),
    Stage(
        "attribute", 5, attributions, ("report", "segments", "parse", "mentions", "times"), "attributions", "polnear"
    ),
    Stage(
        "claim",
        4,
        claims,
        ("report", "segments", "parse", "mentions", "times", "attributions"),
        "claims",
        "plover; muc4; isaf_press_releases",
    ),
    Stage(
        "warn",
        2,
        warnings,
        ("report", "segments", "mentions", "times", "attributions", "claims"),
        "warnings",
        "dossiers/seeds.json",
    ),
)

ACROSS: tuple[Stage, ...] = (
    Stage("copies", 2, copies, ("readings", "judgements"), "copies", "dossiers: copies"),
    Stage("entities", 1, entities, ("readings", "copies", "events", "judgements"), "entities", "dossiers: names"),
    Stage("dating", 1, dating, ("readings", "entities", "events", "as_of"), "dates", "gva_incidents: date"),
    Stage("events", 2, events, ("readings", "copies", "entities", "dates", "judgements"), "events", "gva; ecbplus"),
    Stage("dating", 1, dating, ("readings", "entities", "events", "as_of"), "dates", "dossiers: when"),
    Stage("entities", 1, entities, ("readings", "copies", "events", "judgements"), "entities", "dossiers: names"),
    Stage("events", 2, events, ("readings", "copies", "entities", "dates", "judgements"), "events", "gva; ecbplus"),
    Stage(
        "origins", 5, origins, ("readings", "copies", "entities", "events", "outlets"), "origins", "dossiers: origins"
    ),
    Stage(
        "discrepancies",
        1,
        discrepancies,
        ("readings", "copies", "entities", "dates", "events", "origins"),
        "discrepancies",
        "dossiers: slots",
    ),
    Stage("stories", 1, stories, ("readings", "events", "entities"), "stories", "seeds"),
)
