"""THE list of pages: name, address, template, and the function that gives what is shown."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import msgspec

from dateline.model import DatelineError
from dateline.store.view import Record
from dateline.web.pages.check import check
from dateline.web.pages.entity import entities, entity, pair
from dateline.web.pages.event import event
from dateline.web.pages.events import events
from dateline.web.pages.front import front
from dateline.web.pages.lanes import lanes
from dateline.web.pages.lists import changes, digest, reports
from dateline.web.pages.places import places
from dateline.web.pages.report import report
from dateline.web.pages.search import search

Give = Callable[[Record, list[str], dict[str, str]], dict[str, Any]]


class View(msgspec.Struct, frozen=True):
    """One page; ``ids`` are the parts of its address after its name."""

    name: str
    ids: tuple[str, ...]
    template: str
    give: Give


VIEWS: tuple[View, ...] = (
    View("front", (), "front.html", lambda record, _ids, _query: front(record)),
    View("events", (), "events.html", lambda record, _ids, query: events(record, query)),
    View("lanes", ("by",), "lanes.html", lambda record, ids, query: lanes(record, ids[0], query)),
    View("event", ("id",), "event.html", lambda record, ids, _query: event(record, ids[0])),
    View("reports", (), "reports.html", lambda record, _ids, query: reports(record, query)),
    View("report", ("id",), "report.html", lambda record, ids, query: report(record, ids[0], query)),
    View("entities", (), "entities.html", lambda record, _ids, query: entities(record, query)),
    View("entity", ("id",), "entity.html", lambda record, ids, _query: entity(record, ids[0])),
    View("pair", ("left", "right"), "pair.html", lambda record, ids, _query: pair(record, ids[0], ids[1])),
    View("map", (), "map.html", lambda record, _ids, query: places(record, query)),
    View("digest", (), "digest.html", lambda record, _ids, query: digest(record, query)),
    View("days", (), "digest.html", lambda record, _ids, query: digest(record, query, "day")),
    View("search", (), "search.html", lambda record, _ids, query: search(record, query)),
    View("check", (), "check.html", lambda record, _ids, query: check(record, query)),
    View("changes", (), "changes.html", lambda record, _ids, query: changes(record, query)),
)


def warm(record: Record) -> None:
    """Give the pages over the whole record once, so that what they count is remembered; one not built is left."""
    wanted = [(view, [by]) for view in VIEWS if view.ids == ("by",) for by in ("actor", "story")]
    wanted += [(view, []) for view in VIEWS if not view.ids]
    for view, ids in wanted:
        for query in ({}, {"all": "1"}):
            with suppress(DatelineError):  # a build that was stopped before it was done has no digest yet
                view.give(record, ids, dict(query))
