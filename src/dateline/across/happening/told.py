"""What a report tells, as far as deciding whether two reports tell of one happening goes: its sketch and its days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations

import msgspec

from dateline.knowledge.acts import Family, act, family
from dateline.knowledge.casing import counted_small
from dateline.knowledge.countries import country_in, country_of_capital
from dateline.knowledge.numbering import Number, number
from dateline.knowledge.organisations import known_bodies
from dateline.knowledge.rarity import rarity
from dateline.matching import Keys
from dateline.model import Copies, Dates, Reading, Sketch

BUCKET = 15  # days: reports whose keys are common words meet only within one or two of these
COMMON = 4.2  # rarity above which a word brings an undated report and others together,
ENOUGH = 6.0  # and that from which it does by itself
TELLING = 20  # words, the rarest, by which an undated report and others meet
FEW = 8  # words, and days, by which a report is filed
MOST = 3  # names that a report is most of all about
SCENE = 0.8  # of the most room that a place is given: one that has less is beside the news
AGAIN = frozenset({"confirm", "update", "correct", "clarify"})
MOURN = "mourn"  # the act that goes back to somebody's death
KILLED = (0.0, 0.3, 0.5, 0.9)  # what one, two, three and more dead or hurt say
TOLLS = frozenset({"killed", "injured"})
FULL = 0.7  # of the most room that a number is given: one that has less is of something else
NEWS = 0.5  # weight from which on a report says in its lead that it tells of something again
SMALL = 80  # per cent of lower case above which a word is no name
CROWD = 7  # ages: a report that gives more of them is a roundup, and sharing some of it says less


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One report as it is compared: ``published`` as a day's number, or None; ``days`` are those that it speaks of,
    ``incident`` the first and last day of the act of harm, or else of anything, that it gives the most room to,
    ``people`` the persons that its sketch names, ``scenes`` where it is set (town or area, division),
    ``hurt`` the surnames of those whom it tells above all to have been hurt, ``held`` of those who were arrested,
    charged or the like after it, ``spoken`` the words of its names outside the dateline, ``struck`` where its words say
    that harm was done, ``release`` its own number,
    ``tolls`` the numbers of killed and of injured that it gives the most room to, ``revisits`` whether it says that it
    tells again."""

    id: str
    sketch: Sketch
    published: int | None
    days: frozenset[int]
    incident: tuple[int, int] | None
    family: str
    words: frozenset[str]
    proper: frozenset[str]
    head: frozenset[str]
    lead: frozenset[str]
    foremost: tuple[str, ...]
    outlet: str
    hurt: frozenset[str]
    held: frozenset[str]
    people: frozenset[str]
    scenes: frozenset[tuple[str, str]]
    quotes: frozenset[int]
    crowd: bool
    spoken: frozenset[str] = frozenset()
    struck: frozenset[tuple[str, str]] = frozenset()
    tolls: frozenset[tuple[str, int]] = frozenset()
    release: Number | None = None
    revisits: bool = False
    named: bool = True  # whether it names any person at all
    given: bool = True  # whether it came with the day on which it came out, so that its days are not inferred

    @property
    def whom(self) -> frozenset[str]:
        """The surnames of all to whom it tells above all that something was done."""
        return self.hurt | self.held


def told(readings: Sequence[Reading], copies: Copies, dates: Dates) -> dict[str, Told]:
    """Every report with what its comparison rests on, by its id."""
    return {reading.report.id: _told(reading, copies, dates) for reading in readings}


def _told(reading: Reading, copies: Copies, dates: Dates) -> Told:
    name, drawn = reading.report.id, reading.sketch
    return Told(
        id=name,
        sketch=drawn,
        published=came_out(reading, dates),
        days=frozenset(
            first.toordinal() + step for first, last in _days(reading, dates) for step in range((last - first).days + 1)
        ),
        incident=_incident(reading, dates),
        family=copies.family.get(name, name),
        words=frozenset(drawn.words),
        proper=frozenset(drawn.proper),
        head=frozenset(drawn.head),
        lead=frozenset((*drawn.head, *drawn.lead)),
        foremost=tuple(_foremost({word: drawn.proper[word] for word in drawn.proper if _is_name(word)})[:MOST]),
        named=any(mention.kind == "person" and mention.form == "name" for mention in reading.mentions),
        outlet=reading.report.outlet.name if reading.report.outlet else "",
        hurt=_whom(reading, "harm"),
        held=_whom(reading, "after"),
        people=_people(reading),
        scenes=_scenes(reading),
        quotes=frozenset(drawn.quotes),
        crowd=len(drawn.ages) > CROWD,
        spoken=_spoken(reading),
        struck=_scenes(reading, harm=True),
        tolls=_tolls(reading),
        release=number(reading.report.text),
        revisits=any(claim.lemma in AGAIN and claim.weight >= NEWS for claim in reading.claims),
        given=reading.report.published is not None and reading.report.published.exact,
    )


def came_out(reading: Reading, dates: Dates) -> int | None:
    """The number of the day on which a report came out, where that is known nearly enough."""
    when = dates.published.get(reading.report.id) or reading.report.published
    near = when.earliest if when and when.days is not None and when.days <= BUCKET else None
    return near.toordinal() if near else None


def days_between(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Days from the end of one span of days to the start of the other; 0 and less where they meet."""
    return max(one[0], other[0]) - min(one[1], other[1])


def of_days(left: Told, right: Told) -> bool:
    """Say whether either report speaks of the day on which the other's happening is set."""
    return any(
        one.incident is not None and any(day in other.days for day in range(one.incident[0], one.incident[1] + 1))
        for one, other in ((left, right), (right, left))
    )


def one_day(left: Told, right: Told) -> bool:
    """Say whether both set their happening on one day, so that the time between them says no more."""
    if left.incident is None or right.incident is None:
        return False
    return left.incident[0] <= right.incident[1] and right.incident[0] <= left.incident[1]


def _scenes(reading: Reading, *, harm: bool = False) -> frozenset[tuple[str, str]]:
    """The places of the claims that it gives the most room to; with ``harm``, of harm done, as its words give them."""
    room: dict[tuple[str, str], float] = defaultdict(float)
    for claim in reading.claims:
        hit = claim.modality == "happened" and family(act(claim.lemma)) == "harm"
        if claim.place is not None and claim.place.name and (not harm or (hit and claim.place.basis == "stated")):
            key = claim.place.name, claim.place.admin1 or ""
            room[key] = max(room[key], claim.weight)
    most = max(room.values(), default=0.0)
    return frozenset(place for place, weight in room.items() if weight >= SCENE * most)


def _spoken(reading: Reading) -> frozenset[str]:
    """The words of names that stand anywhere but in the dateline, which says where a desk is."""
    lines = [(line.start, line.end) for line in reading.segments if line.kind == "dateline"]
    named = (
        m.text
        for m in reading.mentions
        if m.form == "name" and not (m.field == "text" and any(a <= m.start < b for a, b in lines))
    )
    return frozenset(word for text in named for word in text.lower().split())


def _people(reading: Reading) -> frozenset[str]:
    """Those persons among the names and speakers of the sketch, as it writes them: "first last"."""
    named = (m.name.lower().split() for m in reading.mentions if m.kind == "person" and m.form == "name")
    found = {f"{words[0]} {words[-1]}" for words in named if len(words) > 1}
    return frozenset(found & {*reading.sketch.names, *reading.sketch.speakers})


def _tolls(reading: Reading) -> frozenset[tuple[str, int]]:
    """The exact numbers of dead and hurt in the claims that each is given the most room in."""
    given: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for claim, quantity in ((c, q) for c in reading.claims if c.modality == "happened" for q in c.quantities):
        exact = quantity.low is not None and quantity.low == quantity.high and quantity.sense in ("new", "self")
        if quantity.of in TOLLS and exact and quantity.low:
            count = int(quantity.low)
            given[quantity.of][count] = max(given[quantity.of][count], claim.weight)
    return frozenset(
        (of, count)
        for of, counts in given.items()
        for count, weight in counts.items()
        if weight >= FULL * max(counts.values())
    )


def _whom(reading: Reading, kind: Family) -> frozenset[str]:
    named = {m.entity: m.name.split()[-1].lower() for m in reading.mentions if m.kind == "person" and " " in m.name}
    room: dict[str, float] = defaultdict(float)
    for claim in reading.claims:
        name = act(claim.lemma)
        if kind == ("harm" if name == MOURN else family(name)):
            for person in claim.recipients:
                if person.entity in named:
                    surname = named[person.entity]
                    room[surname] = max(room[surname], claim.weight)
    most = max(room.values(), default=0.0)
    return frozenset(name for name, weight in room.items() if weight >= max(0.5, 0.8 * most))


def _incident(reading: Reading, dates: Dates) -> tuple[int, int] | None:
    votes: dict[tuple[bool, bool, int, int], float] = defaultdict(float)
    for claim in reading.claims:
        when, kind = dates.claims.get(claim.id) or claim.when, family(act(claim.lemma))
        if when is None or when.earliest is None or when.latest is None or (when.latest - when.earliest).days > 1:
            continue
        if kind in ("harm", "base"):
            said = when.basis != "context"
            votes[kind == "harm", said, when.earliest.toordinal(), when.latest.toordinal()] += claim.weight + 0.1
    if not votes:
        return None
    _, _, first, last = max(votes, key=lambda days: (days[0], days[1], votes[days], -days[2], -days[3]))
    return first, last


def _days(reading: Reading, dates: Dates) -> set[tuple[date, date]]:
    found = {(t.earliest, t.latest) for t in reading.times if t.timex in ("DATE", "TIME")}
    for claim in reading.claims:
        when = dates.claims.get(claim.id) or claim.when
        if when is not None:
            found.add((when.earliest, when.latest))
    return {(a, b) for a, b in found if a is not None and b is not None and (b - a).days <= 1}


def towns(one: Told) -> frozenset[str]:
    """The towns where harm was done, or else where it is set."""
    return frozenset(name for name, division in one.struck or one.scenes if name and name != division)


def block_keys(one: Told) -> Keys:
    """Names, ages, quotes, a street with two ages and two tolls of a day in a town are rare enough by themselves; words
    go with the fortnight or with a day spoken of."""
    drawn = one.sketch
    rare: dict[str, float] = {f"n {name}": min(1.0, weight / 2) for name, weight in drawn.names.items()}
    rare |= {f"a {aged}": 1.0 for aged in drawn.aged}
    rare |= {f"q {gram}": 1.0 for gram in drawn.quotes[:20]}
    rare[f"c {one.family}"] = 1.0
    marked = {word: min(1.0, (rarity(word) - 3.6) / 2.8) for word in _foremost(drawn.proper)}
    days = sorted(one.days)[:FEW]
    rare |= {f"d {word} {day}": weight for word, weight in marked.items() for day in days}
    if not one.crowd:
        ages = [f"{a} {b}" for a, b in combinations(sorted({*drawn.ages}), 2)]
        rare |= {f"b {street} {both}": 1.0 for street in drawn.streets for both in ages}
    if one.incident is not None and not one.crowd:
        places = [f"{town} {day}" for town in towns(one) for day in one.incident]
        rare |= {f"t {place} {of} {count}": KILLED[min(count, 3)] for place in places for of, count in one.tolls}
    words = {*one.lead, *marked, *_foremost(drawn.words)}
    loose = {f"w {word}": min(1.0, (rarity(word) - 3.6) / 2.8) for word in sorted(words)}
    loose |= {f"s {street}": 1.0 for street in drawn.streets}
    return _bucketed(rare, loose, one.published)


def _alone(key: str) -> float:
    """How much a word or street says where no day is told."""
    return 1.0 if key.startswith("s ") else min(1.0, (rarity(key[2:]) - COMMON) / (ENOUGH - COMMON))


def _is_name(word: str) -> bool:
    """Say whether a word is not one that is mostly written small: a headline may write every word with a capital."""
    return counted_small(word) <= SMALL


def of_a_field(word: str) -> bool:
    """Say whether a word stands for a country, its people or capital, or for a body that everybody knows."""
    return bool(country_in(word) or country_of_capital(word) or known_bodies(word))


def _foremost(vector: dict[str, float]) -> list[str]:
    """The words that weigh most, in the alphabet's order where they weigh the same."""
    return sorted(vector, key=lambda word: (-vector[word], word))[:FEW]


def _bucketed(rare: dict[str, float], loose: dict[str, float], published: int | None) -> Keys:
    """An undated report may be of any time: it meets dated ones by its words alone, and they meet it.

    Only by its rarest words, by the table that is shipped, and the more of them the commoner they are: by common ones
    each would meet a share of all reports (by ten words pairs are lost). Nor by a word of whole fields of news, or all
    that was ever written of a war would meet.
    """
    telling = sorted(
        (key for key in loose if not of_a_field(key[2:])), key=lambda key: (-loose[key], -rarity(key[2:]), key)
    )[:TELLING]
    alone = {key: weight for key in telling if (weight := _alone(key)) > 0}
    undated = {f"{key} undated": weight for key, weight in alone.items()}
    dated = {f"{key} dated": weight for key, weight in alone.items()}
    if published is None:
        return Keys(rare | undated, rare | undated | dated)
    bucket = published // BUCKET
    beside = {f"{key} {bucket + step}": weight for key, weight in loose.items() for step in (-1, 0, 1)}
    here = {f"{key} {bucket}": weight for key, weight in loose.items()}
    return Keys(rare | dated | here, rare | undated | beside)
