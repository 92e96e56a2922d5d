"""Which claims of a record a sentence may mean: read back from the reports that name the same people, day or place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from anyascii import anyascii

from dateline.knowledge import numbers
from dateline.knowledge.names import compare
from dateline.model import Claim, Entity, Mention, Place, Quantity, Reading, Span, When
from dateline.store.file import unpack
from dateline.store.view import Record

MOST = 120  # reports looked into for one sentence: 0.2 s; those that name most of its people, nearest in time, first
_WORD = re.compile(r"[^\W_]+")
_COUNT = re.compile(r"(?<![\w.,:/-])(\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:-[^\W\d_]+)?)(?=((?:\s+[^\W\d_]+){1,2}))")


class Counted(msgspec.Struct, frozen=True):
    """A number and the one or two words that follow it, folded: "seven officers"."""

    number: float
    things: tuple[str, ...]
    words: str
    start: int


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of the record with the people that its words name and the things that its sentence counts."""

    claim: Claim
    people: frozenset[str]
    counts: tuple[Counted, ...]
    words: frozenset[str]


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name in the sentence asked about, and the entities of the record that it may stand for."""

    mention: Mention
    bearers: frozenset[str]

    @property
    def words(self) -> str:
        """The name as written."""
        return self.mention.name or self.mention.text


def names(reading: Reading, claim: Claim) -> list[Mention]:
    """The names among a claim's people, those that a title or pronoun stands for and those in a list included."""
    people = {p.entity for p in (*claim.actors, *claim.recipients) if p.entity}
    found: dict[str, Mention] = {}
    for mention in reading.mentions:
        if (
            mention.form == "name"
            and mention.kind != "document"
            and (mention.entity in people or _inside(mention, claim))
        ):
            found.setdefault(mention.entity, mention)
    return list(found.values())


def _inside(mention: Mention, claim: Claim) -> bool:
    return (
        mention.kind == "person"
        and mention.field == claim.field
        and any(p.start <= mention.start < p.end for p in (*claim.actors, *claim.recipients))
    )


def bearers(record: Record, mention: Mention) -> frozenset[str]:
    """The entities of the record that a name may stand for."""
    name = mention.name or mention.text
    kind = mention.kind if mention.kind in ("person", "organization") else "place"
    rough = {word[:1] for word in _folded(name)}
    alike = set()
    for (blob,) in record.base.execute(
        f"select body from entity where kind {'=' if kind == 'person' else '<>'} 'person'"
    ):
        entity = unpack(blob, Entity)
        for alias in entity.aliases:
            if alias.text == name or (
                rough & {word[:1] for word in _folded(alias.text)} and compare(name, alias.text, kind).score >= 0.5
            ):
                alike.add(entity.id)
                break
    return frozenset(alike)


def accounts(record: Record, claim: Claim, named: Sequence[Name], words: frozenset[str]) -> Iterator[Account]:
    """The claims of all reports that name somebody of the sentence or, where nobody is known, share its words."""
    for report in _reports(record, claim, named) or _by_words(record, words):
        yield from accounts_of(record.reading(report))


def accounts_of(reading: Reading, event: str | None = None) -> Iterator[Account]:
    """The claims of one report that belong to some event, or to the one given."""
    persons = [m for m in reading.mentions if m.kind == "person" and m.form == "name"]
    sentences: dict[Span, tuple[tuple[Counted, ...], frozenset[str]]] = {}
    for claim in reading.claims:
        if not claim.event or event not in (None, claim.event):
            continue
        if claim.span not in sentences:
            sentences[claim.span] = counts(reading, claim.span), content(reading, claim.span)
        counted, words = sentences[claim.span]
        yield Account(claim=claim, people=_people(persons, claim), counts=counted, words=words)


def _people(persons: Sequence[Mention], claim: Claim) -> frozenset[str]:
    people = {p.entity for p in (*claim.actors, *claim.recipients) if p.entity}
    return frozenset(people | {m.entity for m in persons if _inside(m, claim)})


def _reports(record: Record, claim: Claim, named: Sequence[Name]) -> list[str]:
    """Reports that name most of the sentence's people, nearest in time first."""
    known = sorted({bearer for name in named for bearer in name.bearers})
    day = (claim.when.earliest if claim.when and claim.when.earliest else record.as_of).isoformat()
    rows = record.base.execute(
        f"select j.report, count(distinct j.entity) n from joined j left join kept k on k.report = j.report "
        f"where j.entity in ({','.join('?' * len(known))}) group by j.report "
        "order by n desc, abs(julianday(coalesce(k.earliest, ?)) - julianday(?)), j.report limit ?",
        (*known, day, day, MOST),
    )
    return [row[0] for row in rows]


def _by_words(record: Record, words: frozenset[str]) -> list[str]:
    query = " OR ".join(f'"{word}"*' for word in sorted(words))
    rows = record.base.execute(
        "select r.id from words join report r on r.number = words.rowid where words match ? "
        "order by rank, r.id limit ?",
        (query, MOST // 3),
    )
    return [row[0] for row in rows] if query else []


def content(reading: Reading, span: Span) -> frozenset[str]:
    """The words of a span that are more than three letters long, folded."""
    return frozenset(word for word in _folded(reading.report.words(span)) if len(word) > 3)


def counts(reading: Reading, span: Span) -> tuple[Counted, ...]:
    """The numbers within a span and what they count; days, years and ages said by a time expression are none."""
    text = reading.report.of(span.field)
    times = [t for t in reading.times if t.field == span.field]
    found = []
    for match in _COUNT.finditer(text, span.start, span.end):
        bounds = numbers.word(match[1].lower())
        if bounds is None or bounds[0] is None or bounds[0] != bounds[1] or match[1].lower() in ("a", "an", "one"):
            continue
        if not any(t.start < match.end(1) and match.start(1) < t.end for t in times):
            found.append(_counted(reading, match, bounds[0]))
    return tuple(found)


def _counted(reading: Reading, match: re.Match[str], number: float) -> Counted:
    """A name right after the number is all that is counted: "4,000 Syrians study" are no Iraqis who study."""
    start = match.start(2) + 1
    name = next((m.text for m in reading.mentions if m.form == "name" and m.start == start), match[2])
    return Counted(number, tuple(_folded(name)), " ".join(f"{match[1]} {name}".split()), match.start())


def same_thing(one: Counted, other: Counted) -> str | None:
    """The word for what two numbers both count, if they do."""
    return next((thing for thing in one.things if thing in other.things), None)


def near(one: When | None, other: When | None) -> float:
    """How well two intervals fit, in 0..1: 1 where both are known to a week and meet, 0.1 where nothing is known."""
    if one is None or other is None or other.earliest is None or other.latest is None:
        return 0.1
    if one.meets(other):
        return 1.0 if (other.days or 99) <= 7 else 0.6
    return 0.7 / (1 + days_between(one, other) / 10)


def days_between(one: When, other: When) -> int:
    """Days from one interval to the other; 0 where they meet."""
    if one.earliest and other.latest and one.earliest > other.latest:
        return (one.earliest - other.latest).days
    if one.latest and other.earliest and other.earliest > one.latest:
        return (other.earliest - one.latest).days
    return 0


def same_place(said: Place, known: Place) -> bool:
    """Say whether one place is the other, holds it, or shares a telling word of its name ("Kremlin")."""
    if said.name and known.name and said.name == known.name:
        return True
    if not said.name:
        return bool(said.country and said.country == known.country)
    if said.name == known.admin1:
        return True
    ours, theirs = (_telling(place) for place in (said, known))
    return bool(ours & theirs)


def _telling(place: Place) -> set[str]:
    return {word for word in _folded(f"{place.site or ''} {place.name or ''}") if len(word) > 4}


def overlap(said: Quantity, known: Quantity) -> bool:
    """Say whether some number is allowed by both counts."""
    low, high, least, most = said.low, said.high, known.low, known.high
    return (low is None or most is None or low <= most) and (least is None or high is None or least <= high)


def _folded(text: str) -> list[str]:
    words: Iterable[str] = _WORD.findall(anyascii(text).lower())
    return [word.removesuffix("s") if len(word) > 3 else word for word in words]
