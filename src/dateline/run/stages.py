"""THE list of stages: what each is called, what it needs, what it gives, and how it is scored. Open this file first.

A report flows through ``WITHIN`` alone; the readings of all reports then flow through ``ACROSS``: through the stages
over the ``record`` together, through those over a ``happening`` with the reports of one happening only. A stage that
needs ``x`` is handed what the last stage that gives ``x`` made of it; nothing is changed in place. Raise a stage's
version whenever its result may change: kept results of reports are filed under it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal

import msgspec

from dateline.across.cited import witnessed
from dateline.across.copies import copies
from dateline.across.dating import dating
from dateline.across.discrepancies import discrepancies
from dateline.across.entities import entities, gathered
from dateline.across.events import events, grouped
from dateline.across.happenings import happenings
from dateline.across.identity.bearers import within
from dateline.across.names import names
from dateline.across.origins import origins
from dateline.across.published import published_entities, published_origins, published_stories
from dateline.across.recalled import recalled
from dateline.across.recollection import recollections
from dateline.across.stories import stories
from dateline.across.traces import traces
from dateline.across.whole import whole_discrepancies, whole_events, whole_origins
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
    over: Literal["report", "record", "happening"] = "report"


WITHIN: tuple[Stage, ...] = (
    Stage("segment", 14, segments, ("report",), "segments", "pages; dossiers/seeds.json"),
    Stage("parse", 14, parses, ("report", "segments", "parser"), "parse", "every set below"),
    Stage("mention", 21, mentions, ("report", "segments", "parse"), "mentions", "re3d; ecbplus entities"),
    Stage("sketch", 10, sketch, ("report", "segments", "mentions"), "sketch", "gva_incidents; ecbplus"),
    Stage("date", 22, times, ("report", "segments", "parse"), "times", "dates"),
    Stage(
        "attribute", 23, attributions, ("report", "segments", "parse", "mentions", "times"), "attributions", "polnear"
    ),
    Stage(
        "claim",
        66,
        claims,
        ("report", "segments", "parse", "mentions", "times", "attributions"),
        "claims",
        "plover; muc4; isaf_press_releases",
    ),
    Stage(
        "warn",
        4,
        warnings,
        ("report", "segments", "mentions", "times", "attributions", "claims"),
        "warnings",
        "dossiers/seeds.json",
    ),
)

RECORD: Final = "record"
HAPPENING: Final = "happening"

ACROSS: tuple[Stage, ...] = (
    Stage("copies", 2, copies, ("readings", "judgements"), "copies", "dossiers: copies", RECORD),
    Stage("within", 1, within, ("readings",), "within", "dossiers: names", RECORD),
    Stage("names", 10, names, ("within", "judgements"), "named", "dossiers: names", RECORD),
    Stage("witnesses", 1, witnessed, ("within", "named", "copies"), "witnessed", "dossiers/seeds.json", RECORD),
    Stage("dating", 4, dating, ("readings", "named", "as_of"), "dates", "gva: date; dossiers: when", RECORD),
    Stage("happenings", 18, happenings, ("readings", "copies", "dates", "judgements"), "happenings", "gva", RECORD),
    Stage("entities", 9, entities, ("readings", "within", "named", "events"), "entities", "dossiers", HAPPENING),
    Stage(
        "grouped", 42, grouped, ("readings", "entities", "dates", "judgements", "copies"), "events", "gva", HAPPENING
    ),
    Stage("entities", 9, entities, ("readings", "within", "named", "events"), "entities", "dossiers", HAPPENING),
    Stage(
        "events",
        56,
        events,
        ("readings", "entities", "dates", "judgements", "copies"),
        "events",
        "gva; ecbplus",
        HAPPENING,
    ),
    Stage(
        "origins",
        21,
        origins,
        ("readings", "witnessed", "entities", "events", "outlets"),
        "origins",
        "dossiers: origins",
        HAPPENING,
    ),
    Stage(
        "discrepancies",
        34,
        discrepancies,
        ("readings", "copies", "entities", "dates", "events", "origins"),
        "discrepancies",
        "dossiers: slots",
        HAPPENING,
    ),
    Stage("traces", 1, traces, ("readings", "copies", "entities"), "traces", "dossiers: copies", HAPPENING),
    Stage(
        "recollections",
        3,
        recollections,
        ("readings", "entities", "dates", "events"),
        "recollections",
        "dossiers: told",
        HAPPENING,
    ),
    Stage("gathered", 1, gathered, ("within", "named", "parts"), "entities", "dossiers: names", RECORD),
    Stage("recalled", 1, recalled, ("recollections", "events", "judgements"), "recalled", "dossiers: told", RECORD),
    Stage(
        "whole",
        2,
        whole_events,
        ("events", "origins", "recalled", "readings", "entities"),
        "events",
        "dossiers: told",
        RECORD,
    ),
    Stage("whole", 1, whole_origins, ("origins", "events"), "origins", "dossiers: origins", RECORD),
    Stage(
        "whole",
        2,
        whole_discrepancies,
        ("discrepancies", "recalled", "happened"),
        "discrepancies",
        "dossiers: slots",
        RECORD,
    ),
    Stage("stories", 1, stories, ("readings", "events", "entities"), "stories", "seeds", RECORD),
    Stage("published", 1, published_stories, ("stories", "named"), "stories", "seeds", RECORD),
    Stage("published", 1, published_origins, ("origins", "named"), "origins", "dossiers: origins", RECORD),
    Stage("published", 1, published_entities, ("entities", "named"), "entities", "dossiers: names", RECORD),
)
