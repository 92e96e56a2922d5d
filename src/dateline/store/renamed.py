"""Other ids for entities, in all rows that name them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from dateline.model import Entity, Event, Origin, Participant, Story
from dateline.store.decided import put_origins
from dateline.store.file import pack, unpack


def rename_entities(base: sqlite3.Connection, ids: Mapping[str, str]) -> None:
    """Write the new id of each entity for its old one; two may change places."""
    if not ids:
        return
    entities, mentions, parts = (_rows(base, query, ids) for query in (_ENTITY, _JOINED, _PART))
    origins = [unpack(row[1], Origin) for row in _rows(base, _ORIGIN, ids)]
    events = dict.fromkeys(row[0] for row in parts)
    base.executemany("delete from entity where id = ?", ((row[0],) for row in entities))
    made = ((ids[was], kind, name, weight, body) for was, kind, name, weight, body in entities)
    base.executemany(
        "insert or replace into entity values (?,?,?,?,?)",
        (
            (now, kind, name, weight, pack(replace(unpack(body, Entity), id=now)))
            for now, kind, name, weight, body in made
        ),
    )
    base.executemany(
        "update joined set entity = ? where report = ? and local = ?", ((ids[e], r, m) for e, r, m in mentions)
    )
    base.executemany("delete from part where event = ? and entity = ? and role = ?", parts)
    base.executemany(_PUT_PART, ((event, ids[entity], role) for event, entity, role in parts))
    put_origins(base, (replace(origin, entity=ids[origin.entity or ""]) for origin in origins))
    stories = _rename_events(base, events, ids)
    for name in sorted(stories):
        row = base.execute("select body from story where id = ?", (name,)).fetchone()
        if row is not None:
            story = unpack(row[0], Story)
            actors = tuple(ids.get(actor, actor) for actor in story.actors)
            base.execute("update story set body = ? where id = ?", (pack(replace(story, actors=actors)), name))


# an entity may take the id of one that is no more, whose happenings are decided anew after this
_PUT_PART = "insert or ignore into part values (?,?,?)"
_ENTITY = "select id, kind, name, weight, body from entity where id = ?"
_JOINED = "select entity, report, local from joined where entity = ?"
_PART = "select event, entity, role from part where entity = ?"
_ORIGIN = "select id, body from origin where entity = ?"


def _rows(base: sqlite3.Connection, query: str, ids: Iterable[str]) -> list[tuple[Any, ...]]:
    return [row for name in ids for row in base.execute(query, (name,))]


def _rename_events(base: sqlite3.Connection, events: Iterable[str], ids: Mapping[str, str]) -> set[str]:
    """Write events anew; gives the stories that they are of."""
    stories: set[str] = set()

    def other(people: Iterable[Participant]) -> tuple[Participant, ...]:
        return tuple(replace(p, entity=ids.get(p.entity or "", p.entity)) for p in people)

    for name in events:
        body, story = base.execute("select body, story from event where id = ?", (name,)).fetchone()
        event = unpack(body, Event)
        event = replace(event, actors=other(event.actors), recipients=other(event.recipients))
        base.execute("update event set body = ? where id = ?", (pack(event), name))
        stories |= {story} if story else set()
    return stories
