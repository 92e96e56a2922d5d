"""What each stage on many reports hands to the next: plain tables from ids to what was decided about them."""

from __future__ import annotations

import msgspec

from dateline.model.decision import Decision
from dateline.model.event import Entity, Event, Origin
from dateline.model.report import Warning
from dateline.model.when import When


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words of one report that stand in another too, though neither is a copy of the other."""

    report: str
    start: int
    end: int
    other: str
    other_start: int
    other_end: int


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """What two reports share that points to copying where neither is a copy of the other, and why it does.

    ``kind`` is ``passage`` (a long run of words), ``phrase`` (a short odd one), ``slip`` or ``spelling`` (of a name).
    """

    report: str
    start: int
    end: int
    other: str
    other_start: int
    other_end: int
    kind: str
    why: str


class Copies(msgspec.Struct, frozen=True, kw_only=True):
    """``copy_of``: report -> the report it was copied from; ``family``: report -> id of its family's first member.

    ``passages`` are long runs of words that reports share which are no copies of one another.
    """

    copy_of: dict[str, str] = {}
    family: dict[str, str] = {}
    decisions: tuple[Decision, ...] = ()
    passages: tuple[Passage, ...] = ()


class Called(msgspec.Struct, frozen=True):
    """The full names that an entity goes by, and the countries of whose offices reports speak beside them."""

    names: tuple[str, ...]
    lands: frozenset[str]


class Entities(msgspec.Struct, frozen=True, kw_only=True):
    """``of``: entity id inside one report (`Mention.entity`) -> entity id across reports.

    ``unnamed`` are the ids of entities that no report names ("the driver"): they were joined by events,
    so events should not be decided by them in turn. ``because``: entity -> the decisions that joined its names;
    ``called`` says what those are called who hold an office; ``public`` is the id under which the record shows one.
    """

    of: dict[str, str] = {}
    found: tuple[Entity, ...] = ()
    unnamed: frozenset[str] = frozenset()
    because: dict[str, tuple[str, ...]] = {}
    called: dict[str, Called] = {}
    public: dict[str, str] = {}
    decisions: tuple[Decision, ...] = ()


class Dates(msgspec.Struct, frozen=True, kw_only=True):
    """``published``: report -> when it came out, given or inferred; ``claims``: claim -> when it happened.

    A claim that is not in the table keeps the interval of its own reading; ``conflicts``: report -> why its given
    date cannot be right.
    """

    published: dict[str, When] = {}
    claims: dict[str, When] = {}
    conflicts: dict[str, str] = {}


class Events(msgspec.Struct, frozen=True, kw_only=True):
    """``of``: claim -> event; ``main``: report -> the event it was written to tell."""

    of: dict[str, str] = {}
    main: dict[str, str] = {}
    found: tuple[Event, ...] = ()
    decisions: tuple[Decision, ...] = ()


class Origins(msgspec.Struct, frozen=True, kw_only=True):
    """``of``: attribution -> origin; ``behind``: claim -> origins; ``events`` are those given, with their shares.

    ``warnings``: report -> what only many reports together justify.
    """

    of: dict[str, str] = {}
    behind: dict[str, tuple[str, ...]] = {}
    found: tuple[Origin, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: dict[str, tuple[Warning, ...]] = {}
