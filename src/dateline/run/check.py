"""A sentence read like a report and held against the record, slot by slot; never a verdict of truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec
from msgspec.structs import replace

from dateline.knowledge.acts import act, family
from dateline.knowledge.counted import measure
from dateline.model import Claim, Event, Reading, Report, Span, day
from dateline.run.accounts import (
    Account,
    Counted,
    Name,
    accounts,
    accounts_of,
    bearers,
    content,
    counts,
    counts_alike,
    names,
    near,
    overlap,
    same_place,
    same_thing,
    telling,
)
from dateline.run.flow import read_batch
from dateline.store.view import Record
from dateline.tell.wording import count_words, month_name, place_words, when_words
from dateline.within.parse import Parser

_SENTENCE = "sentence"
_LOOSE = ("light", "say")  # acts that any account may be worded with
_LIKELY = 2.0  # an account stands for a sentence from here on: two named people of it, or one with the day, say


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One slot of the sentence: ``held`` by the record, or ``differs`` from it, or the record is ``silent`` on it."""

    slot: str
    said: str
    verdict: str
    record: str
    reports: tuple[str, ...]
    origins: tuple[str, ...]


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A claim of the sentence against the event that it seems to mean; ``event`` is None where none is alike."""

    words: str
    event: str | None
    title: str
    verdict: str
    slots: tuple[Slot, ...]


def check(record: Record, text: str, parser: Parser, as_of: date | None = None) -> tuple[Checked, ...]:
    """Hold each claim of a sentence or paragraph against the record: ``held``, ``differs`` or ``not in the record``."""
    if not text.strip():
        return ()
    said_on = day(as_of or record.as_of, "given")
    report = Report(id=_SENTENCE, uri=_SENTENCE, title=None, text=text, published=said_on)
    reading = read_batch([report], parser)[0]
    return tuple(_checked(record, reading, claim) for claim in _worth(reading))


def _said(claim: Claim, reading: Reading) -> Claim:
    """The claim without a day that its own words do not give."""
    stated = claim.when and {t.id for t in reading.times} & set(claim.when.source)
    return claim if stated else replace(claim, when=None)


def _worth(reading: Reading) -> list[Claim]:
    """The claims that name somebody, some day, some place or some count; the fullest one of each sentence."""
    best: dict[int, tuple[int, Claim]] = {}
    for claim in (_said(claim, reading) for claim in reading.claims or _plain(reading)):
        slots = len(names(reading, claim)) + len(claim.quantities) + bool(claim.when) + bool(claim.place)
        slots += len(counts(reading, claim.span))
        known = best.get(claim.start)
        if slots and (known is None or slots + (claim.action != "OTHER") > known[0]):
            best[claim.start] = (slots + (claim.action != "OTHER"), claim)
    return [claim for _, (_, claim) in sorted(best.items())]


def _plain(reading: Reading) -> tuple[Claim, ...]:
    """Words in which no act was read, as one claim of whatever they name and count."""
    end = len(reading.report.text)
    return (
        Claim(
            id=_SENTENCE, report=_SENTENCE, start=0, end=end, trigger=Span(start=0, end=end), lemma="", action="OTHER",
            mode=None, actors=(), recipients=(), place=None, when=None, modality="happened",
        ),
    )  # fmt: skip


def _checked(record: Record, reading: Reading, claim: Claim) -> Checked:
    words = reading.report.words(claim.span)
    named = [Name(mention=m, bearers=bearers(record, m), part=part) for m, part in names(reading, claim)]
    counted = counts(reading, claim.span)
    asked = content(reading, claim.span)
    best: tuple[float, int, str] = (0.0, 0, "")
    held: dict[str, Event] = {}
    for account in accounts(record, claim, named, asked):
        identifier = str(account.claim.event)
        event = held.get(identifier) or held.setdefault(identifier, record.event(identifier))
        score = _score(claim, named, counted, account, event) + len(asked & account.words) / max(len(asked), 1)
        best = max(best, (round(score, 2), len(event.reports), identifier))
    if best[0] < _LIKELY:
        return Checked(words=words, event=None, title="", verdict="not in the record", slots=())
    told = _Told(record, held[best[2]])
    slots = tuple(_slots(claim, named, counted, told))
    verdict = _verdict(slots)
    if verdict == "not in the record":
        return Checked(words=words, event=None, title="", verdict=verdict, slots=())
    return Checked(words=words, event=told.event.id, title=told.event.title, verdict=verdict, slots=slots)


def _verdict(slots: Iterable[Slot]) -> str:
    """The verdict on all slots: what differs in more than it shares is another happening."""
    verdicts = [slot.verdict for slot in slots]
    differ, held = verdicts.count("differs"), verdicts.count("held")
    if differ > 1 and held < differ:
        return "not in the record"
    return "differs" if differ else "held" if held else "not in the record"


def _score(claim: Claim, named: list[Name], counted: tuple[Counted, ...], account: Account, event: Event) -> float:
    """How much an account is about what the sentence is about; a wrong slot among right ones must not hide it."""
    known = account.claim
    where = claim.place.start if claim.place else None  # where it happened is no partner in it
    named = [name for name in named if name.mention.kind != "place" or name.mention.start != where]
    score = sum(
        1.0 if name.bearers & account.people else 0.5
        for name in named
        if name.bearers & (account.people | account.near)
    )
    if known.lemma == claim.lemma or known.action == claim.action != "OTHER":
        score += 1.0
    if claim.when:
        score += 1.5 * near(claim.when, known.when or event.when)
    place = known.place or event.place
    if claim.place and place and same_place(claim.place, place):
        score += 0.5
    score += sum(0.5 for q in claim.quantities if any(q.of == k.of for k in known.quantities))
    score += sum(0.5 for c in counted if any(same_thing(c, k) for k in account.counts))
    return score


class _Told:
    """What the record holds on one event, and which reports and origins hold it."""

    def __init__(self, record: Record, event: Event) -> None:
        self.event = event
        readings = (record.reading(report) for report in event.reports)
        self.accounts = [account for reading in readings for account in accounts_of(reading, event.id)]
        self.people = frozenset(person for account in self.accounts for person in account.people)
        self.names = {person: record.entity(person).name for person in sorted(self.people)}
        self._shares = {share.origin: share for share in event.origins}
        known = [record.origin(origin) for origin in self._shares]
        self._origins = {origin.id: origin.name for origin in known if origin.kind != "unresolved"}

    def slot(self, slot: str, said: str, verdict: str, words: str, holders: Iterable[Account] = ()) -> Slot:
        """A slot with the reports and origins of the accounts that hold it; of the whole event where none does."""
        reports = tuple(dict.fromkeys(a.claim.report for a in holders)) or self.event.reports
        origins = tuple(
            dict.fromkeys(name for o, name in self._origins.items() if set(self._shares[o].reports) & set(reports))
        )
        return Slot(slot=slot, said=said, verdict=verdict, record=words, reports=reports, origins=origins)


def _slots(claim: Claim, named: list[Name], counted: tuple[Counted, ...], told: _Told) -> Iterator[Slot]:
    yield from _action(claim, told)
    yield from _who(named, told)
    yield from _when(claim, told)
    yield from _where(claim, told)
    yield from _quantities(claim, named, told)
    yield from _counts(claim, counted, told)
    event = told.event
    if (claim.modality == "denied") != (event.modality == "denied"):
        yield told.slot("modality", claim.modality, "differs", event.modality)


def _action(claim: Claim, told: _Told) -> Iterator[Slot]:
    """What was done, where it is of another root than every act that the record's sentences on the event tell of."""
    lemmas = {act(a.claim.lemma): a.claim.lemma for a in told.accounts}
    roots = {a.claim.action for a in told.accounts} - {"OTHER"}
    loose = claim.action == "OTHER" or act(claim.lemma) in lemmas or family(act(claim.lemma)) in _LOOSE
    if roots and not loose and claim.action not in roots:
        yield told.slot("action", claim.lemma, "differs", ", ".join(sorted(lemmas.values())))


def _who(named: list[Name], told: _Told) -> Iterator[Slot]:
    """Who takes part must take part; who takes part in something else of the sentence must be named beside."""
    words = ", ".join(sorted(set(told.names.values())))
    denied = told.event.modality == "denied"
    for name in named:
        if name.mention.kind == "place":
            continue  # where it stands for a place, that is another slot
        holders = [a for a in told.accounts if name.bearers & (a.people if name.part == "own" else a.people | a.near)]
        # whoever "did not travel" takes no part in a journey
        holders = [a for a in holders if (a.claim.modality == "denied") == denied]
        differs = name.mention.kind == "person" and name.part != "none" and told.people
        yield told.slot("who", name.words, "held" if holders else "differs" if differs else "silent", words, holders)


def _when(claim: Claim, told: _Told) -> Iterator[Slot]:
    said = claim.when
    if said is None or (said.earliest is None and said.latest is None):
        return
    known = told.event.when
    holders = [a for a in told.accounts if a.claim.when and a.claim.when.exact and said.meets(a.claim.when)]
    days = {day: a for a in told.accounts for day in a.days}  # of the year, in reports that give no year
    same = [a for day, a in days.items() if said.exact and said.earliest and said.earliest.isoformat()[5:] == day]
    if holders or (known and known.days and said.meets(known)) or same:
        verdict = "held"
    else:
        verdict = "differs" if (known and (known.earliest or known.latest)) or days else "silent"
    words = when_words(known)
    own = known.earliest.isoformat()[5:] if known and known.exact and known.earliest else ""
    others = sorted({when_words(a.claim.when) for a in told.accounts if a.claim.when and a.claim.when.exact} - {words})
    others += [f"on {int(d[3:])} {month_name(int(d[:2]))} of a year not given" for d in sorted(days) if d != own]
    yield told.slot("when", when_words(said), verdict, "; ".join([words, *others]), holders or same)


def _where(claim: Claim, told: _Told) -> Iterator[Slot]:
    said = claim.place
    if said is None or not (said.name or said.country):
        return
    placed = [(a, a.claim.place) for a in told.accounts if a.claim.place]
    holders = [a for a, place in placed if same_place(said, place)]
    known = told.event.place
    stated = [
        p for a, p in placed if (p.start is not None and a.claim.start <= p.start < a.claim.end) or telling(p) & a.words
    ]
    held = holders or (known and same_place(said, known))
    # a place that its sentence does not give contradicts nobody
    verdict = "held" if held else "differs" if stated else "silent"
    words = [place_words(place) or "" for place in (known, *stated)]
    yield told.slot("where", place_words(said) or "", verdict, "; ".join(dict.fromkeys(filter(None, words))), holders)


def _quantities(claim: Claim, named: list[Name], told: _Told) -> Iterator[Slot]:
    """Counts against counts of the same, an age against those of the same person."""
    bearers = {name.mention.entity: name.bearers for name in named}
    for said in claim.quantities:
        counted = [(a, q) for a in told.accounts for q in a.claim.quantities if q.of == said.of]
        if said.of == "age":
            counted = [(a, q) for a, q in counted if q.whose in bearers.get(said.whose or "", ())]
        known = [(a, overlap(said, q), count_words(q)) for a, q in counted]
        if not known and said.of != "age":  # "seven officers" may stand in the record as words alone
            alike = [(a, counts_alike(said, k), k.words) for a in told.accounts for k in a.counts]
            known = [(a, same, words) for a, same, words in alike if same is not None]
        holders = [a for a, same, _ in known if same]
        known = [] if measure(said.of) and not holders else known  # another length of time is of something else
        verdict = "held" if holders else "differs" if known else "silent"
        words = ", ".join(dict.fromkeys(words for _, _, words in known))
        yield told.slot(f"quantity:{said.of}", count_words(said), verdict, words, holders)


def _counts(claim: Claim, counted: tuple[Counted, ...], told: _Told) -> Iterator[Slot]:
    """Numbers that no claim has a name for ("seven officers"), held against numbers of the same things."""
    for said in counted:
        if any(q.start <= said.start < q.end for q in claim.quantities):
            continue
        known = [(a, k) for a in told.accounts for k in a.counts if same_thing(said, k)]
        holders = [a for a, k in known if k.number == said.number]
        verdict = "held" if holders else "differs" if known else "silent"
        words = ", ".join(dict.fromkeys(k.words for _, k in known))
        thing = next((same_thing(said, k) for _, k in known), None) or said.things[0]
        written = next((word for word in said.words.lower().split() if word.startswith(thing)), thing)
        yield told.slot(f"quantity:{written}", said.words, verdict, words, holders)
