"""Which claims of a record a sentence may mean: read back from the reports that name the same people, day or place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec
from anyascii import anyascii

from dateline.knowledge import numbers
from dateline.knowledge.acts import act, family
from dateline.knowledge.names import compare
from dateline.model import Claim, Entity, Mention, Place, Quantity, Reading, Span, When
from dateline.store.file import unpack
from dateline.store.view import Record

FLOOR = 1.25
MOST = 120  # reports looked into for one sentence: 0.2 s; those that name most of its people, nearest in time, first
_WORD = re.compile(r"[^\W_]+")
_OF = re.compile(r"\b(?:of|for|by|from|with|to)\b|['’]s\b")  # what follows is somebody else's
_YEARLESS = re.compile(r"XXXX-\d\d-\d\d")
_COUNT = re.compile(r"(?<![\w.,:/-])(\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:-[^\W\d_]+)?)(?=((?:\s+[^\W\d_]+){1,2}))")


Part = Literal["own", "other", "none"]


class Counted(msgspec.Struct, frozen=True):
    """A number and the one or two words that follow it, folded: "seven officers"."""

    number: float
    things: tuple[str, ...]
    words: str
    start: int


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of the record with the people that take part in it and the things that its sentence counts.

    ``near`` are all whom its sentence names, ``days`` the days of the year that it gives without a year.
    """

    claim: Claim
    people: frozenset[str]
    near: frozenset[str]
    counts: tuple[Counted, ...]
    words: frozenset[str]
    days: frozenset[str]


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name in the sentence asked about, and the entities of the record that it may stand for.

    ``part``: it takes part in the claim, in another one of the same sentence, or is only named beside.
    """

    mention: Mention
    bearers: frozenset[str]
    part: Part

    @property
    def words(self) -> str:
        """The name as written."""
        return self.mention.name or self.mention.text


def names(reading: Reading, claim: Claim) -> list[tuple[Mention, Part]]:
    """The names in a claim's sentence, each with the part that it takes.

    Those that take part are its people, those that a title or pronoun stands for and those in a list included.
    """
    beside = [c for c in reading.claims if c.span == claim.span and family(act(c.lemma)) != "say"]
    speakers = [span for said in reading.attributions for span in said.source]
    found: dict[str, tuple[Mention, Part]] = {}
    for mention in reading.mentions:
        if mention.form != "name" or mention.kind == "document":
            continue
        if _takes_part(mention, claim, reading):
            found.setdefault(mention.entity, (mention, "own"))
        elif mention.kind in ("person", "organization", "group") and claim.span.holds(mention.span):
            other = any(_takes_part(mention, one, reading) for one in beside)
            spoken = any(s.start <= mention.start < s.end for s in speakers)
            found.setdefault(mention.entity, (mention, "other" if other and not spoken else "none"))
    return [*found.values(), *((m, "own") for m in _unread(reading, claim))]


def _takes_part(mention: Mention, claim: Claim, reading: Reading) -> bool:
    people = {p.entity for p in (*claim.actors, *claim.recipients) if p.entity}
    return mention.entity in people or _inside(mention, claim, reading)


def _unread(reading: Reading, claim: Claim) -> Iterator[Mention]:
    """People whose words are a name of two or more words that the reading took for something else."""
    text = reading.report.of(claim.field)
    speakers = [span for said in reading.attributions for span in said.source]
    for part in (*claim.actors, *claim.recipients):
        if any(s.start <= part.start < s.end for s in speakers):
            continue
        words = text[part.start : part.end]
        read = [m for m in reading.mentions if m.field == claim.field and part.start <= m.start and m.end <= part.end]
        whole = any(m.form != "name" or m.end - m.start == len(words) or m.kind == "person" for m in read)
        if len(words.split()) > 1 and not whole and all(word[:1].isupper() for word in words.split()):
            yield Mention(
                id=f"{reading.report.id}:{part.start}-{part.end}", report=reading.report.id, start=part.start,
                end=part.end, text=words, kind="person", form="name", entity="", field=claim.field,
            )  # fmt: skip


def _inside(mention: Mention, claim: Claim, reading: Reading) -> bool:
    """Say whether a person is one of those that the words of a participant list; not "the brother of ..."."""
    if mention.kind != "person" or mention.field != claim.field:
        return False
    text = reading.report.of(claim.field)
    for part in (*claim.actors, *claim.recipients):
        if part.start <= mention.start < part.end:
            named = any(
                m.kind == "person" and m.form == "name" and part.start <= m.start < mention.start
                for m in reading.mentions
            )
            return not (named and _OF.search(text, part.start, mention.start))
    return False


def bearers(record: Record, mention: Mention) -> frozenset[str]:
    """The entities of the record that a name may stand for."""
    name = mention.name or mention.text
    kind = mention.kind if mention.kind in ("person", "organization") else "place"
    rough = {word[:1] for word in _folded(name)}
    alike, same = set(), set()  # who is spelled so keeps it from those who are only spelled alike
    for (blob,) in record.base.execute(
        f"select body from entity where kind {'=' if kind == 'person' else '<>'} 'person'"
    ):
        entity = unpack(blob, Entity)
        for alias in entity.aliases:
            if alias.text == name:
                same.add(entity.id)
                break
            if rough & {word[:1] for word in _folded(alias.text)} and compare(name, alias.text, kind).score >= 0.5:
                alike.add(entity.id)
    return frozenset(same or alike)


def accounts(record: Record, claim: Claim, named: Sequence[Name], words: frozenset[str]) -> Iterator[Account]:
    """The claims of all reports that name somebody of the sentence or, where nobody is known, share its words."""
    for report in _reports(record, claim, named) or _by_words(record, words):
        yield from accounts_of(record.reading(report))


def accounts_of(reading: Reading, event: str | None = None) -> Iterator[Account]:
    """The claims of one report that belong to some event, or to the one given."""
    persons = [m for m in reading.mentions if m.kind not in ("place", "facility", "document") and m.form == "name"]
    sentences: dict[Span, tuple[tuple[Counted, ...], frozenset[str], frozenset[str], frozenset[str]]] = {}
    for claim in reading.claims:
        if not claim.event or event not in (None, claim.event):
            continue
        if claim.span not in sentences:
            near = frozenset(m.entity for m in persons if m.entity and claim.span.holds(m.span))
            told = counts(reading, claim.span), content(reading, claim.span)
            sentences[claim.span] = (*told, near, _yearless(reading, claim.span))
        counted, words, near, days = sentences[claim.span]
        yield Account(
            claim=claim, people=_people(persons, claim, reading), near=near, counts=counted, words=words, days=days
        )


def _yearless(reading: Reading, span: Span) -> frozenset[str]:
    """The days of the year that a sentence gives without their year, as "07-31"."""
    values = (t.value for t in reading.times if span.holds(Span(start=t.start, end=t.end, field=t.field)))
    return frozenset(value[5:10] for value in values if _YEARLESS.match(value))


def _people(persons: Sequence[Mention], claim: Claim, reading: Reading) -> frozenset[str]:
    people = {p.entity for p in (*claim.actors, *claim.recipients) if p.entity}
    return frozenset(people | {m.entity for m in persons if _inside(m, claim, reading)})


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
    ours, theirs = (telling(place) for place in (said, known))
    return bool(ours & theirs)


def telling(place: Place) -> set[str]:
    """The words of a place's name that are long enough to tell it, folded."""
    return {word for word in _folded(f"{place.site or ''} {place.name or ''}") if len(word) > 4}


def overlap(said: Quantity, known: Quantity) -> bool:
    """Say whether some number is allowed by both counts; a floor ("more than 4,000") vouches for little above it."""
    low, high, least, most = said.low, said.high, known.low, known.high
    if most is None and least and low and low > least * FLOOR:
        return False
    return (low is None or most is None or low <= most) and (least is None or high is None or least <= high)


def counts_alike(said: Quantity, known: Counted) -> bool | None:
    """Say whether a count and a number that is no count of the model agree; None where they are of other things."""
    if not set(_folded(said.of)) & set(known.things):
        return None
    bound = said.low if said.low is not None else said.high
    if bound is None:
        return True
    more = said.high is None  # "more than 4,000" is read as at least 4,001
    return said.low == known.number or (more and known.number <= bound <= known.number + 1)


def _folded(text: str) -> list[str]:
    words: Iterable[str] = _WORD.findall(anyascii(text).lower())
    return [word.removesuffix("s") if len(word) > 3 else word for word in words]
