"""The tables of a record file, as numbered migrations: append, never edit."""

from __future__ import annotations

import sqlite3

from dateline.model import DatelineError

# what decisions wait on for the next build (store/shelf.py): values by key, and postings from keys to items
VALUES = (
    "copies.keys", "copies.links", "copies.group", "copies.of",
    "names.keys", "names.links", "names.group", "names.of", "names.placed", "names.around", "names.bucket",
    "names.bearer", "names.home", "names.key", "names.entity", "seats.seat",
    "told.keys", "told.links", "told.group", "told.of", "dates.of", "units.made", "units.tally", "units.seen",
    "story.plot", "story.links", "story.of", "story.events",
)  # fmt: skip
POSTINGS = (
    "copies.filed", "names.filed", "told.filed", "names.in", "names.part", "names.phrase", "names.spelled",
    "seats.seek", "seats.at", "seats.left", "units.named", "units.experts", "units.rooted", "dates.open", "story.duo",
)  # fmt: skip
RECALLED = ("recalled.keys", "recalled.links", "recalled.group", "recalled.of", "recalled.claim")
RECALLED_BY = ("recalled.filed",)
PUZZLES = ("dates.met", "dates.part", "dates.called", "seats.bare", "left.keys", "left.links", "left.group")
ASKED = ("dates.asked", "left.filed")
PUBLIC = ("names.public", "units.counted")
LAST = ("names.last",)
SHELVES = (*VALUES, *POSTINGS, *RECALLED, *RECALLED_BY, *PUZZLES, *ASKED, *PUBLIC, *LAST)

# those whose bodies are long: kept in the order in which they came, beside an index of their keys. Filed by keys in no
# order, each new body of a large record rewrote a page that held a few of others, and long ones took a page each
BULKY = (
    "copies.keys", "names.keys", "names.placed", "names.around", "names.bucket", "names.bearer", "names.home",
    "told.keys", "told.of", "units.made", "units.tally", "units.counted", "story.plot", "recalled.keys", "recalled.of",
    "seats.bare",
)  # fmt: skip

APPLICATION = 0x44_41_54_45  # "DATE", SQLite's application_id: tells a record from any other SQLite file


def _shelves(values: tuple[str, ...], postings: tuple[str, ...]) -> str:
    return "".join(
        f"create table kept_{name.replace('.', '_')} (key text primary key, body blob not null) without rowid;\n"
        for name in values
    ) + "".join(
        f"create table kept_{name.replace('.', '_')} (key integer not null, item text not null, "
        "weight integer not null, primary key (key, item)) without rowid;\n"
        for name in postings
    )


def _appended(table: str, columns: str) -> str:
    """A table made anew, its rows in the order in which they come; its indexes are to be made again."""
    return (
        f"alter table {table} rename to old_{table};\ncreate table {table} ({columns});\n"
        f"insert into {table} select * from old_{table};\ndrop table old_{table};\n"
    )


MIGRATIONS: tuple[str, ...] = (
    """
    create table setting (name text primary key, value text) without rowid;

    -- what cannot be made again: reports, what was set aside, and people's judgements
    create table report (
        number integer primary key,
        id text not null unique,
        digest text not null,
        uri text not null,
        title text not null,
        text text not null,
        arrived text not null,
        fingerprint text not null,
        reading blob not null
    );
    create table aside (
        path text not null, line integer, id text, reason text not null, primary key (path, line, reason)
    );
    create table clash (id text primary key) without rowid;
    create table judgement (
        number integer primary key,
        about text not null,
        left text not null,
        right text not null,
        verdict text not null,
        why text not null,
        by text not null,
        at text not null,
        undone text
    );

    -- all below is derived, and made anew by every build
    create table kept (
        report text primary key references report (id) deferrable initially deferred,
        main_event text, story text, copy_of text, family text, outlet text, earliest text, latest text,
        body blob not null
    ) without rowid;
    create table joined (
        report text not null references report (id) deferrable initially deferred,
        local text not null, entity text not null, primary key (report, local)
    ) without rowid;
    create index joined_entity on joined (entity);
    create table told (
        report text not null references report (id) deferrable initially deferred,
        claim text not null, event text, body blob, primary key (report, claim)
    ) without rowid;
    create index told_event on told (event);
    create table rooted (
        report text not null references report (id) deferrable initially deferred,
        attribution text not null, origin text not null, primary key (report, attribution)
    ) without rowid;
    create index rooted_origin on rooted (origin);
    create table entity (id text primary key, kind text, name text, weight integer, body blob not null) without rowid;
    create table event (
        id text primary key, title text, action text, modality text, main integer, earliest text, latest text,
        reports integer, origins integer, story text, country text, body blob not null
    ) without rowid;
    create index event_earliest on event (earliest);
    create table part (event text not null, entity text not null, role text not null, primary key (entity, event, role))
        without rowid;
    create index part_event on part (event);
    create table origin (id text primary key, body blob not null) without rowid;
    create table discrepancy (
        id text primary key, event text, slot text, relation text, body blob not null
    ) without rowid;
    create index discrepancy_event on discrepancy (event);
    create table story (
        id text primary key, title text, earliest text, events integer, body blob not null
    ) without rowid;
    create table decision (
        id text primary key, about text, left text, right text, verdict text, body blob not null
    ) without rowid;

    create virtual table words using fts5 (
        title, text, content='report', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
    );
    create trigger report_in after insert on report begin
        insert into words (rowid, title, text) values (new.number, new.title, new.text);
    end;
    create trigger report_out after delete on report begin
        insert into words (words, rowid, title, text) values ('delete', old.number, old.title, old.text);
    end;
    """,
    """
    -- what builds changed; kept, since it cannot be made again
    create table change (
        number integer primary key, at text not null, event text not null, title text not null, what text not null,
        was text not null, now text not null, by text not null
    );
    create index change_at on change (at);
    """,
    """
    -- what the pages ask for: lists and counts that need not read the bodies
    create table warned (
        kind text not null, report text not null references report (id) deferrable initially deferred,
        primary key (kind, report)
    ) without rowid;
    alter table event add column place text;
    alter table event add column admin1 text;
    alter table event add column latitude real;
    alter table event add column longitude real;
    create index event_listed on event (main, earliest, latest, id, action, country, story);
    create index event_ranked on event (main, reports desc, id, origins);
    create index event_placed on event (main, place, admin1, country, latitude, longitude, earliest, id);
    create index event_story on event (story, main);
    create index event_country on event (country);
    create index event_place on event (place);
    create index kept_outlet on kept (outlet, earliest);
    create index kept_day on kept (earliest, report);
    create index kept_family on kept (family);
    create index entity_kind on entity (kind, weight, name);
    create index report_arrived on report (arrived);
    create index story_events on story (events desc, id);
    create index story_first on story (earliest, id);
    """,
    """
    -- a record decided before events had columns for their places says so, until its next build
    insert or replace into setting
        select 'unfinished', 'yes' where exists (select 1 from event where country is not null)
        and not exists (select 1 from event where latitude is not null or place is not null);
    """,
    _shelves(VALUES, POSTINGS),
    _shelves(RECALLED, RECALLED_BY),
    "create index kept_main on kept (main_event);\n",
    _shelves(PUZZLES, ASKED),
    _shelves(PUBLIC, ())
    + "alter table origin add column entity text;\ncreate index origin_entity on origin (entity);\n",
    "".join(_appended(f"kept_{n.replace('.', '_')}", "key text not null unique, body blob not null") for n in BULKY)
    + _appended(
        "event",
        "id text not null unique, title text, action text, modality text, main integer, earliest text, latest text, "
        "reports integer, origins integer, story text, country text, body blob not null, "
        "place text, admin1 text, latitude real, longitude real",
    )
    + _appended("entity", "id text not null unique, kind text, name text, weight integer, body blob not null")
    + _appended("origin", "id text not null unique, body blob not null, entity text")
    + _appended("discrepancy", "id text not null unique, event text, slot text, relation text, body blob not null")
    + """
    -- of the events, those that reports were written to tell are listed by all this; of the others there are ten times
    -- as many, and each index more is another page written for each
    create index event_listed on event (main, earliest, latest, id, action, country, story);
    create index event_ranked on event (reports desc, id, origins) where main = 1;
    create index event_placed on event (place, admin1, country, latitude, longitude, earliest, id) where main = 1;
    create index event_story on event (story, main);
    create index event_country on event (country) where main = 1;
    create index entity_kind on entity (kind, weight, name);
    create index origin_entity on origin (entity);
    create index discrepancy_event on discrepancy (event);
    """,
    "alter table joined add column said blob;\n",
    "create index warned_report on warned (report);\n",
    _shelves(LAST, ()),
)


def migrate(base: sqlite3.Connection) -> None:
    """Bring a record file to the newest tables; raises `DatelineError` for files that are no record, or too new."""
    version = base.execute("pragma user_version").fetchone()[0]
    owner = base.execute("pragma application_id").fetchone()[0]
    tables = base.execute("select count(*) from sqlite_master").fetchone()[0]
    if tables and owner != APPLICATION:
        raise DatelineError("this SQLite file is not a Dateline record; name another file with --record")
    if version > len(MIGRATIONS):
        raise DatelineError(
            f"this record was written by a newer Dateline (tables {version}, known here {len(MIGRATIONS)}); update"
        )
    for number in range(version, len(MIGRATIONS)):
        base.executescript(
            f"begin; {MIGRATIONS[number]}pragma application_id={APPLICATION}; pragma user_version={number + 1}; commit;"
        )
