"""Which of its namesakes a place name means: by the words beside it, the report's other places, its outlet, its size.

The words come first ("Springfield, Ill."); then every name votes for the divisions and countries where it could lie,
and each takes the candidate that the others speak for (cf. Leidner 2007, toponym resolution, on the heuristics).
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

import msgspec

from dateline.knowledge import homes
from dateline.knowledge.gazetteer import Entry
from dateline.knowledge.placekeys import key
from dateline.knowledge.places import Match, gazetteer, standing_alone
from dateline.knowledge.placewords import words
from dateline.model import Report
from dateline.within.parse import Parse
from dateline.within.where.lying import holder, lies, nearness
from dateline.within.where.toponym import Toponym

_CALL = re.compile(r"\(([KW][A-Z]{2,3})\b")  # a station's call sign in its dateline: "(WXYZ) -"
_PHONE = re.compile(r"(?<![\d-])\(?([2-9]\d\d)\)?[-. ]\d{3}[-.]\d{4}(?!\d)")
_BETWEEN = frozenset({",", "in", "of", "the", "(", "'s", "’s", "area", "near", "-", "—", "–"})
MOST = 12  # candidates looked at beside those in divisions that the report speaks of; the rest are hamlets
COUNTY = 2.5  # what a county that the report names says for a town in it
_UNSPOKEN = 0.2  # votes for a state that mere namesakes give it
SURE = 0.6  # share of the votes that a division needs; below, the division of a namesake stays open


class Sense(msgspec.Struct, frozen=True):
    """What a toponym means: the entry (None for an unknown place), the division and country it lies in, if known.

    ``sure`` is False where namesakes in other divisions were not ruled out: then division and coordinates stay open.
    """

    entry: Entry | None
    admin1: Entry | None
    country: str
    sure: bool
    why: str


class Geocoder:
    """Decides the senses of all toponyms of one report together."""

    def __init__(self, report: Report, parse: Parse, found: Sequence[Toponym]) -> None:
        self._report, self._parse, self._found = report, parse, found
        self.inside = self._chains()
        self._states: dict[int, float] = defaultdict(float)
        self._countries: dict[str, float] = defaultdict(float)
        self._towns: dict[int, float] = defaultdict(float)
        self._counties: set[int] = set()
        self._votes: dict[str, dict[int, float]] = {}
        self._anchors: list[tuple[Entry, float]] = []
        self._known: dict[tuple[str, str, float, bool, bool], Sense | None] = {}
        self._local: dict[homes.Home, float] = {}
        self._hints()
        self._vote()

    @property
    def home(self) -> homes.Home | None:
        """Where the outlet is at home: by a call sign in the text before that of the address."""
        return max(self._local, key=lambda home: self._local[home], default=None)

    @cached_property
    def prevailing(self) -> Entry | None:
        """The division that most of the report's names speak for, where one stands out."""
        ranked = sorted(self._states.items(), key=lambda item: (-item[1], item[0]))[:2]
        if not ranked or ranked[0][1] < 1.0 or (len(ranked) > 1 and ranked[1][1] * 1.5 > ranked[0][1]):
            return None
        return gazetteer().entry(ranked[0][0])

    def unspoken(self, number: int) -> bool:
        """Whether nothing but a name itself speaks for the state of its town."""
        sense, toponym = self._known.get(self._like(self._found[number])), self._found[number]
        one = sense.entry.division if sense and sense.entry else -1
        return one >= 0 and self._states[one] - self._votes.get(key(toponym.text), {}).get(one, 0.0) < _UNSPOKEN

    def senses(self) -> list[Sense | None]:
        """The sense of every toponym, in their order; None where nothing can be said."""
        made: list[Sense | None] = [None] * len(self._found)
        told: dict[str, Sense] = {}
        held, states = self._held()
        for number in reversed(range(len(self._found))):
            outer = self.inside.get(number)
            if outer is not None and made[outer] is None:
                container = self._found[outer]
                made[outer] = held.get(outer) or states.get(key(container.text)) or self._alone(container)
            sense = self._qualified(number, made[outer]) if outer is not None else None
            if sense:
                made[number] = sense
                if sense.entry and sense.sure:
                    self._anchors.append((sense.entry, 1.0))
                told.setdefault(key(self._found[number].text), sense)
        told |= states
        self._anchor()
        for number, toponym in enumerate(self._found):
            if made[number] is None:
                name = key(toponym.text)
                known = told.get(name)
                if known is None or (toponym.kind and known.entry and known.entry.kind != toponym.kind):
                    known = self._alone(toponym)
                made[number] = known
        return made

    def _anchor(self) -> None:
        """Let the towns that are plain by themselves draw their neighbours' namesakes towards them."""
        plain = {}
        for toponym in self._found:
            if (
                toponym.weight >= 0.9
                and toponym.matches
                and not toponym.heard
                and toponym.matches[0].entry.kind == "town"
            ):
                sense = self._alone(toponym)
                if sense and sense.entry and sense.sure and sense.entry.population > 50_000:
                    plain[sense.entry.row] = sense.entry
        if plain:
            self._anchors += [(entry, 0.6) for entry in plain.values()]
            self._known.clear()

    def _chains(self) -> dict[int, int]:
        """Which toponym contains which by the words: "Andar district, Ghazni province", "Reno, Nev."."""
        chains: dict[int, int] = {}
        for number, (inner, outer) in enumerate(zip(self._found, self._found[1:], strict=False)):
            gap = self._parse.lowers[inner.end : outer.first]
            if inner.street or outer.street or not 0 < len(gap) <= 5 or not self._same_sentence(inner, outer):
                continue
            types = words("admin1") | words("admin2") | words("town") | words("civic")
            if all(word in _BETWEEN or word in types for word in gap):
                if "," in gap or "in" in gap or "of" in gap or "(" in gap:
                    if self._contains(outer, inner):
                        chains[number] = number + 1
                elif gap[0] in ("'s", "’s") and (self._contains(inner, outer) or self._parts(inner, outer)):
                    chains[number + 1] = number
        return {inner: outer for inner, outer in chains.items() if outer > inner or outer not in chains}

    def _parts(self, town: Toponym, part: Toponym) -> bool:
        """Whether the words make a part of a town of what follows it: "Reno's Midtown district"."""
        typed = self._parse.lowers[part.end : part.end + 1]
        named = bool(typed) and (typed[0] in words("part") or typed[0] == "district")
        return named and any(match.own and match.entry.kind == "town" for match in town.matches)

    def _same_sentence(self, left: Toponym, right: Toponym) -> bool:
        return self._parse.sentence_at[left.first] == self._parse.sentence_at[right.first]

    def _contains(self, outer: Toponym, inner: Toponym) -> bool:
        over = [m.entry for m in outer.matches if m.entry.kind in ("country", "admin1", "admin2")]
        gap = self._parse.lowers[inner.end : outer.first]
        if over and gap == [","] and not any(m.own and m.entry.kind in ("country", "admin1") for m in inner.matches):
            return outer.matches[0].entry in over
        if not inner.matches:
            return bool(over) or (outer.kind in ("admin1", "admin2") and "," in gap)
        return (
            any(lies(m.entry, o) for o in over for m in inner.matches)
            or (inner.kind in ("admin2", "town") and bool(over))
            or any(
                m.entry.kind == "town" and m.entry.country == i.entry.country
                for m in outer.matches[:1]
                for i in inner.matches[:1]
                if i.entry.kind == "site"
            )
        )

    def _qualified(self, number: int, outer: Sense | None) -> Sense | None:
        inner = self._found[number]
        container = self._found[self.inside[number]]
        if outer is not None and outer.entry is None and outer.country:
            return msgspec.structs.replace(outer, why=f"said to lie in {container.text}")
        over = outer.entry if outer else None
        if over is None or outer is None:
            return None
        fits = [m for m in inner.matches if lies(m.entry, over)]
        if not fits and not outer.sure:
            # the container itself is a namesake (Lafayette, Marion County): any of its matches may hold
            fits = [m for m in inner.matches for o in container.matches if lies(m.entry, o.entry)]
        if not fits and not inner.kind and over.kind == "admin2" and inner.weight < 0.9:
            return None
        if fits:
            best = max(fits, key=lambda m: self._score(m, inner))
            return self._sense(best.entry, f"“{inner.text}” stands with “{container.text}”", sure=True)
        if over.kind in ("admin1", "admin2", "country"):
            return Sense(
                None, outer.admin1, outer.country, outer.sure, f"not in the gazetteer; said to lie in {over.name}"
            )
        return None

    def _held(self) -> tuple[dict[int, Sense], dict[str, Sense]]:
        """States that a town said to lie there tells from the country of their name: by toponym, and by name.

        By name only where no town of the country is said to lie there, too ("Savannah, Georgia, and Tbilisi, Georgia").
        """
        held: dict[int, Sense] = {}
        lands: set[str] = set()
        for number, outer in self.inside.items():
            inner, container = self._found[number], self._found[outer]
            likely = self._alone(container)
            country = likely.entry if likely else None
            if state := holder(inner, container, country):
                held[outer] = self._sense(state, f"“{inner.text}” stands with “{container.text}”", sure=True)
            elif country and any(lies(match.entry, country) for match in inner.matches):
                lands.add(key(container.text))
        names = {key(self._found[outer].text): sense for outer, sense in held.items()}
        return held, {name: sense for name, sense in names.items() if name not in lands}

    def _hints(self) -> None:
        """Evidence that is no place name: the outlet's home, area codes of telephone numbers."""
        report = self._report
        if report.url and (home := homes.of_url(report.url)):
            self._local[home] = 1.2
        if not self._local and (home := homes.of_title(report.title or "")):
            self._local[home] = 1.2
        for call in _CALL.findall(report.text):
            if home := homes.of_name(call):
                self._local[home] = 1.5
        for home, weight in self._local.items():
            self._states[home.division.row] += weight
            self._countries[home.division.country] += weight
            if entry := homes.town_entry(home):
                self._towns[entry.row] += weight / 2
                self._anchors.append((entry, weight / 2))
        codes = dict.fromkeys(_PHONE.findall(report.text))
        states = dict.fromkeys(s.row for c in codes if (s := homes.of_area_code(c)))
        for row in states:
            self._states[row] += 1.0 / len(states)
            self._countries["USA"] += 0.5

    def _vote(self) -> None:
        """Let every distinct name vote once for the divisions and countries of its candidates, by their size."""
        weights: dict[str, tuple[float, Toponym]] = {}
        for number, toponym in enumerate(self._found):
            weight = toponym.weight * (1.5 if number in self.inside.values() else 1.0)
            name = key(toponym.text)
            if toponym.matches and weight > weights.get(name, (0.0, toponym))[0]:
                weights[name] = (weight, toponym)
        for name, (weight, toponym) in weights.items():
            shares = _shares([(m, _base(m, toponym)) for m in toponym.matches])
            mine: dict[int, float] = defaultdict(float)
            for match, share in shares:
                entry = match.entry
                up = entry.division
                if up >= 0:
                    mine[up] += weight * share
                    self._states[up] += weight * share
                if entry.country:
                    self._countries[entry.country] += weight * share * (1.0 if entry.kind == "country" else 0.5)
                if entry.kind == "admin2":
                    self._counties.add(entry.row)
            self._votes[name] = mine

    def _score(self, match: Match, toponym: Toponym) -> float:
        entry = match.entry
        one, two = entry.division, entry.county
        own = self._votes.get(key(toponym.text), {}).get(one, 0.0)
        score = _base(match, toponym) + 2.5 * min(2.0, max(0.0, self._states.get(one, 0.0) - own))
        score += 1.5 * min(2.0, self._countries.get(entry.country, 0.0))
        if two in self._counties and entry.kind == "town":
            score += COUNTY
        if entry.kind == "town" and self._anchors:
            score += 2.0 * max(weight * nearness(entry, anchor) for anchor, weight in self._anchors)
        return score + 2.0 * self._towns.get(entry.row, 0.0)

    def _backed(self, match: Match, toponym: Toponym) -> bool:
        one = match.entry.division
        own = self._votes.get(key(toponym.text), {}).get(one, 0.0)
        most = max(self._countries.values(), default=0.0)
        return self._countries.get(match.entry.country, 0.0) - own * 0.5 > max(0.3, 0.2 * most)

    def _foreign(self, match: Match, toponym: Toponym) -> bool:
        """Whether a small place lies in a country that nothing else in the report speaks of."""
        entry = match.entry
        if entry.kind not in ("town", "admin1", "admin2") or not self._countries:
            return False
        if entry.population > (50_000 if match.own and (toponym.weight >= 0.9 or toponym.civic) else 1_000_000):
            return False
        return not self._backed(match, toponym) and max(self._countries.values()) > 0.6

    def _quarter(self, match: Match, toponym: Toponym) -> bool:
        """Whether a dateline's town is a quarter's namesake: no state stands by it, a city's police elsewhere speak."""
        if match.entry.kind != "town" or not self._policed or match.entry.division in self._policed:
            return False
        name = key(toponym.text)
        lined = (t for t in self._found if key(t.text) == name and self._parse.block_of(t.first).kind == "dateline")
        return next(lined, None) is not None

    @cached_property
    def _policed(self) -> frozenset[int]:
        """The divisions of the cities whose police the report cites."""
        cited = (
            toponym.matches[0]
            for toponym in self._found
            if toponym.matches and self._parse.lowers[toponym.end : toponym.end + 1] == ["police"]
        )
        return frozenset(
            match.entry.division for match in cited if match.own and match.entry.kind == "town" and match.size > 2.5
        )

    def _alone(self, toponym: Toponym) -> Sense | None:
        """The sense of a name that nothing beside it explains; worked out once for all its like in the report."""
        like = self._like(toponym)
        if like not in self._known:
            self._known[like] = self._work_out(toponym) if toponym.matches else None
        return self._known[like]

    @staticmethod
    def _like(toponym: Toponym) -> tuple[str, str, float, bool, bool]:
        return toponym.text, toponym.kind, toponym.weight, toponym.civic, toponym.heard

    def _work_out(self, toponym: Toponym) -> Sense | None:
        matches: Sequence[Match] = toponym.matches
        if toponym.heard:
            # a name known by sound only is taken where its country is spoken of
            matches = [m for m in matches if self._countries.get(m.entry.country, 0.0) >= 0.5]
            if not matches:
                return None
        if toponym.weight < 0.5:
            # a capital in the name of a body or a headline: only what the rest of the report makes likely
            matches = [m for m in matches if m.entry.population > 50_000 or self._backed(m, toponym)]
            if not matches:
                return None
        if len(matches) > MOST:
            spoken = [m for m in matches[MOST:] if self._states.get(m.entry.division, 0.0) > 0.3]
            matches = [*matches[:MOST], *spoken]
        shares = _shares([(m, self._score(m, toponym)) for m in matches])
        best, _ = max(shares, key=lambda s: s[1])
        if self._foreign(best, toponym):
            return Sense(None, None, "", sure=False, why="the only places of that name lie far from all others named")
        if self._quarter(best, toponym):
            return Sense(None, None, "", sure=False, why="a dateline's quarter: the police of a town far away speak")
        one = _up(best.entry)
        same = sum(share for m, share in shares if _up(m.entry) == one and m.entry.country == best.entry.country)
        alone = standing_alone(toponym.text)
        sure = same >= SURE or (alone is not None and alone.name == best.entry.admin1)
        if not sure and (near := self._at_home(shares)):
            return self._sense(near.entry, "the one of that name in the outlet's own state", sure=True)
        obscure = best.entry.kind == "town" and best.entry.population < 50_000 and not toponym.civic
        if sure and self._local and one >= 0 and obscure:
            # a local outlet far away: a small namesake that nothing else speaks for is left open
            own = self._votes.get(key(toponym.text), {}).get(one, 0.0)
            sure = self._states.get(one, 0.0) - own > 0.2 or best.entry.country != "USA"
        return self._sense(best.entry, _why(best, toponym, same), sure=sure)

    def _at_home(self, shares: Sequence[tuple[Match, float]]) -> Match | None:
        """The town in the state of the outlet, where no state speaks louder for a name that stays open."""
        row = self.home.division.row if self.home else -1
        if row < 0 or self._states[row] < max(self._states.values()):
            return None
        towns = [(share, match) for match, share in shares if match.entry.division == row and match.own]
        best = max(towns, key=lambda found: (found[0], -found[1].entry.row), default=None)
        return best[1] if best and best[1].entry.kind == "town" else None

    def _sense(self, entry: Entry, why: str, *, sure: bool) -> Sense:
        one = entry.division
        state = gazetteer().entry(one) if one >= 0 else None
        return Sense(entry, state, entry.country, sure, why)


def _why(best: Match, toponym: Toponym, share: float) -> str:
    if len(toponym.matches) == 1:
        return "the only place of that name"
    chosen = best.entry.admin1 or best.entry.country
    return f"of {len(toponym.matches)} places called so, the report speaks for {chosen} ({share:.2f})"


def _up(entry: Entry) -> int:
    return entry.division if entry.row >= 0 else entry.row


def _base(match: Match, toponym: Toponym) -> float:
    """What speaks for a candidate before the report is asked: its size, its kind, and whether the name is its own."""
    entry = match.entry
    score = match.size + (0.8 if match.own else 0.0)
    score += {"country": 3.0, "admin1": 1.0, "region": 2.0, "site": 5.0, "admin2": -0.7}.get(entry.kind, 0.5)
    if (alone := standing_alone(toponym.text)) and alone.name == entry.admin1 and entry.kind == "town":
        score += 2.0
    if toponym.kind:
        score += 3.0 if entry.kind == toponym.kind else 0.0
    return score


def _shares(scored: Sequence[tuple[Match, float]]) -> list[tuple[Match, float]]:
    top = max(score for _, score in scored)
    raw = [(match, math.exp(score - top)) for match, score in scored]
    total = sum(share for _, share in raw)
    return [(match, share / total) for match, share in raw]
