"""The digest: one sentence an event, each with the claims that carry it; disagreements said as such."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from dateline.model import Discrepancy, Event, SlotValue
from dateline.store.view import Record
from dateline.tell.labels import counts, labels, outlets, voices
from dateline.tell.wording import (
    about_words,
    account_words,
    day_words,
    harm_words,
    month_words,
    origin_words,
    relation_words,
    report_words,
    when_words,
    where_words,
)


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the digest and what backs it. ``said`` is the part that repeats a report word for word."""

    text: str
    said: str
    event: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    origins: int


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """The sentences of one story or day, in the order of time."""

    title: str
    sentences: tuple[Sentence, ...]


NAMED = 2  # names written out in a row; more are counted
VOICES = 3  # origins written out
_HEDGES = {
    "planned": "Planned: ",
    "possible": "Possibly: ",
    "denied": "Denied: ",
    "hypothetical": "Supposed: ",
    "ongoing": "Under way: ",
}


def digest(
    record: Record, *, by: str = "story", background: bool = False, only: Collection[str] | None = None
) -> tuple[Section, ...]:
    """Tell the record by ``story`` or by ``day``; with ``background`` also the events that reports only recall.

    ``only`` are the events to tell of, if not all.
    """
    groups = _days(record, background=background) if by == "day" else _stories(record, background=background)
    wanted = ((title, [e for e in events if only is None or e in only]) for title, events in groups)
    return _sections(record, [group for group in wanted if group[1]], dated=by != "day")


def digest_part(record: Record, groups: Sequence[Group], by: str = "story") -> tuple[Section, ...]:
    """Some sections of the digest."""
    return _sections(record, groups, dated=by != "day")


def digest_pages(record: Record, size: int, by: str = "story") -> list[list[Group]]:
    """The headings of the digest and the events under each, cut into pages of about ``size`` events."""
    pages: list[list[Group]] = []
    events = 0
    for group in (_days if by == "day" else _stories)(record, background=False):
        if not pages or events + len(group[1]) > size:
            pages.append([])
            events = 0
        pages[-1].append(group)
        events += len(group[1])
    return pages


Group = tuple[str, list[str]]  # a heading and the ids of events


def _sections(record: Record, groups: Sequence[Group], *, dated: bool) -> tuple[Section, ...]:
    return tuple(
        Section(title=title, sentences=tuple(_sentences(record, [record.event(e) for e in events], dated=dated)))
        for title, events in groups
    )


def _told(record: Record, *, background: bool) -> list[tuple[str, date | None, date | None, str | None]]:
    """Events by time, each with its first and last day and its story; an index answers this, no body is read."""
    rows = record.base.execute(
        f"select id, earliest, latest, story from event {'' if background else 'where main = 1'} "
        "order by earliest is null, earliest, latest, id"
    )
    return [(row[0], *(date.fromisoformat(day) if day else None for day in row[1:3]), row[3]) for row in rows]


def _stories(record: Record, *, background: bool) -> list[Group]:
    """Stories by their first event that is told; events outside any story come last."""
    titles = dict(record.base.execute("select id, title from story").fetchall())
    groups: dict[str, list[str]] = {}
    loose: list[str] = []
    for event, _, _, story in _told(record, background=background):
        (groups.setdefault(story, []) if story and story in titles else loose).append(event)
    return [(titles[story], events) for story, events in groups.items()] + ([("Other events", loose)] if loose else [])


def _days(record: Record, *, background: bool) -> list[Group]:
    """Days by the calendar; events known less well stand behind the days of the month in which they may begin."""
    groups: dict[tuple[str, str], list[str]] = {}
    names: dict[tuple[str, str], str] = {}
    for event, first, last, _ in _told(record, background=background):
        if first is not None and first == last:
            key, names[key] = (key := (first.isoformat()[:7], first.isoformat())), day_words(first)
        elif first is not None:
            key, names[key] = (key := (first.isoformat()[:7], "~")), f"{month_words(first)}, day not known exactly"
        else:
            key, names[key] = (key := ("~", "")), "Day unknown"
        groups.setdefault(key, []).append(event)
    return [(names[key], groups[key]) for key in sorted(groups)]


def _sentences(record: Record, events: Iterable[Event], *, dated: bool) -> Iterator[Sentence]:
    for event in events:
        yield event_sentence(record, event, dated=dated or event.when is None or not event.when.exact)
        for discrepancy in record.discrepancies(event.id):
            yield disagreement(record, event, discrepancy)


def event_sentence(record: Record, event: Event, *, dated: bool = True) -> Sentence:
    """One sentence for an event: its day, its place, the reports' own words for it, its counts and its origins."""
    place = where_words(event.place)
    where = ([when_words(event.when or event.period)] if dated else []) + ([place] if place else [])
    words = event.sentence or event.title
    opening = ", ".join(where)
    text = f"{opening[:1].upper()}{opening[1:]}{': ' if opening else ''}{_HEDGES.get(event.modality, '')}“{words}”"
    counts = harm_words(event.quantities)
    text += f" ({counts})." if counts else "" if words[-1:] in ".!?…" else "."
    names = voices(record, event)
    named = f": {'; '.join(names)}" if 0 < len(names) <= VOICES else ""
    return Sentence(
        text=f"{text} {report_words(len(event.reports)).capitalize()}, {origin_words(event)}{named}.",
        said=words.removesuffix("…"),  # long words are cut
        event=event.id,
        claims=event.claims,
        reports=event.reports,
        origins=event.independent_origins,
    )


def disagreement(record: Record, event: Event, found: Discrepancy) -> Sentence:
    """Who gives which account of a slot: "On the day, accounts differ: two outlets say 1 August; one says 31 July"."""
    values = list(found.values)
    later = found.relation in ("updates", "corrects")
    if later:
        published = _published(record, [r for v in values for r in v.reports])
        values.sort(key=lambda v: min(published.get(r) or "~" for r in v.reports))
    of = outlets(record, [report for value in values for report in value.reports])
    spoken = [outlet for value in values for outlet in {of[report] for report in value.reports}]
    twice = {outlet for outlet in spoken if spoken.count(outlet) > 1}
    accounts = [_account(record, found.slot, value, of, twice) for value in values]
    return Sentence(
        text=f"On {about_words(found)}, {relation_words(found.relation)}: "
        f"{('; later ' if later else '; ').join(accounts).removesuffix('.')}.",
        said="",
        event=event.id,
        claims=tuple(dict.fromkeys(claim for value in found.values for claim in value.claims)),
        reports=tuple(dict.fromkeys(report for value in found.values for report in value.reports)),
        origins=event.independent_origins,
    )


def _published(record: Record, reports: Sequence[str]) -> dict[str, str]:
    marks = ",".join("?" * len(reports))
    return dict(
        record.base.execute(f"select report, earliest from kept where report in ({marks})", list(reports)).fetchall()
    )


def _account(record: Record, slot: str, value: SlotValue, of: Mapping[str, str], twice: set[str]) -> str:
    """One account with those who give it and whom they cite: "two outlets, citing SANA, say 31 July".

    An outlet that gives two accounts is told with the day of its report.
    """
    who = tuple(dict.fromkeys(of[report] for report in value.reports))
    if len(who) <= NAMED and twice.intersection(who):
        label = labels(record, value.reports)
        dated = [label[r] for r in value.reports if of[r] in twice]
        who = (*(name for name in who if name not in twice), *dated)
    roots = _roots(record, value, who)
    cited = f", citing {_listed(roots, 'origins')}," if roots else ""
    comma = "," if not cited and len(who) <= NAMED and who and who[-1][-4:].isdigit() else ""
    named = _listed(who, "reports" if twice else "outlets")
    return f"{named}{cited}{comma} {_say(who)} {account_words(slot, value.value)}"


def _roots(record: Record, value: SlotValue, who: Sequence[str]) -> tuple[str, ...]:
    """Whom an account is cited from; where somebody vouches for it, those who count for nothing stay unsaid."""
    known = [origin for name in value.origins if (origin := record.origin(name)).name not in who]
    counted = [origin for origin in known if counts(origin)]
    return tuple(dict.fromkeys(origin.name for origin in counted or known))


def _say(who: Sequence[str]) -> str:
    return "says" if len(who) == 1 else "say"


def _listed(names: tuple[str, ...], of: str) -> str:
    """One or two names, or how many there are of them."""
    if len(names) <= NAMED:
        return " and ".join(names)
    return f"{_NUMBERS[len(names)] if len(names) < len(_NUMBERS) else len(names)} {of}"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def markdown(sections: Iterable[Section]) -> str:
    """The digest as Markdown, each sentence with the ids of its reports."""
    lines: list[str] = []
    for section in sections:
        lines += [f"## {section.title}", ""]
        lines += [f"- {sentence.text} [{', '.join(sentence.reports)}]" for sentence in section.sentences]
        lines.append("")
    return "\n".join(lines)
