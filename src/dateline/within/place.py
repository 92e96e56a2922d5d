"""Where a claim is set and which place a mention means, decided from the words of one report."""

from __future__ import annotations

from functools import cached_property

from msgspec.structs import replace

from dateline.knowledge.gazetteer import Entry
from dateline.knowledge.placekeys import key
from dateline.model import Mention, Place, Report, Segment
from dateline.within.geocode import Geocoder, Sense
from dateline.within.parse import Parse
from dateline.within.setting import TOLD, Setting, settings
from dateline.within.site import Site, site_of
from dateline.within.toponym import toponyms

_BROAD = {"country": 0.1, "region": 0.2, "admin1": 0.25, "admin2": 0.5, "": 0.3}  # how much less than a town a wider place tells
_NARROW = ("town", "site")  # kinds that need no town beside them


class Places:
    """The places of one report: what each mention means, and where each claim is set."""

    def __init__(
        self,
        report: Report,
        segments: tuple[Segment, ...],  # noqa: ARG002 - part of the agreed call; the parse carries its blocks
        parse: Parse,
        mentions: tuple[Mention, ...],
    ) -> None:
        self._report, self._parse = report, parse
        self._found = toponyms(parse, mentions)
        coder = Geocoder(report, parse, self._found)
        self._inside = coder.inside
        self._senses = coder.senses()
        self._mention = {t.mention: number for number, t in enumerate(self._found) if t.mention}

    def of_mention(self, mention_id: str) -> Place | None:
        """The place that a mention means, or None where the gazetteer has none or leaves it open."""
        number = self._mention.get(mention_id)
        if number is None or self._senses[number] is None:
            return None
        return self._place(number, "stated")

    def for_claim(self, trigger_token: int, first_token: int, end_token: int) -> Place | None:  # noqa: ARG002
        """Where a claim of the tokens ``first`` to ``end`` is set, or None where the report does not say.

        The words of the claim's own sentence come first; then the place told last before it, that which the report
        tells most of, and the dateline's town.
        """
        sentence = self._parse.sentence_at[trigger_token]
        site = site_of(self._parse, self._found, trigger_token)
        here = self._nearest(self._settings.get(sentence, []), trigger_token)
        if here and here.strength >= TOLD:
            return self._with_site(self._narrowed(here, "stated", ""), site)
        before = self._before(sentence)
        if before is not None:
            return self._with_site(self._narrowed(before, "context", "the place told before"), site)
        focus = self._focus
        place = self._narrowed(focus, "context", "the place that the report tells of") if focus else None
        return self._with_site(place, site)

    @cached_property
    def _settings(self) -> dict[int, list[Setting]]:
        return settings(self._parse, self._found, self._senses, self._inside)

    def _nearest(self, told: list[Setting], trigger: int) -> Setting | None:
        best, top = None, 0.0
        for setting in told:
            if setting.dateline:
                continue
            score = setting.strength + (1.5 if trigger in setting.heads else 0.0) - abs(setting.first - trigger) / 100
            if score > top:
                best, top = setting, score
        return best

    def _before(self, sentence: int) -> Setting | None:
        field = self._parse.blocks[self._parse.sentences[sentence].block].field
        for other in range(sentence - 1, -1, -1):
            if self._parse.blocks[self._parse.sentences[other].block].field != field:
                return None
            told = [s for s in self._settings.get(other, []) if s.strength >= TOLD and not s.dateline]
            if told:
                return max(told, key=lambda s: s.strength)
        return None

    @cached_property
    def _focus(self) -> Setting | None:
        return self._most(lambda setting: True)

    @cached_property
    def _town(self) -> Setting | None:
        """The town that the report tells most of."""
        return self._most(lambda setting: self._kind(setting) in _NARROW)

    def _kind(self, setting: Setting) -> str:
        sense = self._senses[setting.toponym]
        return sense.entry.kind if sense and sense.entry else ""

    def _most(self, fits: object) -> Setting | None:
        totals: dict[str, float] = {}
        firsts: dict[str, Setting] = {}
        for sentence, told in self._settings.items():
            for setting in told:
                if not fits(setting):  # type: ignore[operator]
                    continue
                name = key(self._found[setting.toponym].text)
                broad = _BROAD.get(self._kind(setting), 1.0)
                totals[name] = totals.get(name, 0.0) + broad * setting.strength / (1.0 + sentence / 4)
                if name not in firsts or setting.strength > firsts[name].strength:
                    firsts[name] = setting
        best = max(totals, key=lambda name: totals[name], default=None)
        return firsts[best] if best is not None else None

    def _narrowed(self, setting: Setting, basis: str, why: str) -> Place:
        """The place of a setting; a county or an unknown site is given the town of the report that lies in it."""
        place = self._place(setting.toponym, basis, why, setting.relation)
        sense, toponym = self._senses[setting.toponym], self._found[setting.toponym]
        town = self._town
        if town is None or town.toponym == setting.toponym or setting.toponym in self._inside:
            return place
        other = self._senses[town.toponym]
        if other is None or other.entry is None:
            return place
        if sense is None or (sense.entry is None and not toponym.kind):
            inner = self._place(town.toponym, "context", "the town that the report tells of")
            return replace(inner, site=toponym.text, start=place.start, end=place.end)
        if sense.entry and sense.entry.kind == "admin2" and sense.entry.country == "USA" and _county(other.entry, sense):
            return self._place(town.toponym, "context", f"the town named in {sense.entry.name}", setting.relation)
        return place

    def _with_site(self, place: Place | None, site: Site | None) -> Place | None:
        if site is None or (place and place.site):
            return place
        if place is None:
            return Place(name=None, site=site.text, start=site.start, end=site.end)
        if place.name and key(place.name) == key(site.text):
            return place
        return replace(place, site=site.text)

    def _place(self, number: int, basis: str, why: str = "", relation: str | None = None) -> Place:
        toponym, sense = self._found[number], self._senses[number]
        entry = sense.entry if sense else None
        stated = self._parse.block_of(toponym.first).field == "text"
        sure = sense is not None and sense.sure
        where = entry if sure else None
        name, site = toponym.text, None
        if entry and entry.kind == "site":
            name, site = entry.town or toponym.text, toponym.text
        return Place(
            name=name.title() if name.isupper() and len(name) > 4 else name,
            site=site,
            start=self._parse.starts[toponym.first] if stated else None,
            end=self._parse.ends[toponym.end - 1] if stated else None,
            country=(sense.country or None) if sense else None,
            admin1=_division(sense),
            latitude=where.latitude if where else None,
            longitude=where.longitude if where else None,
            relation=relation,
            geoname=(where.geoname or None) if where else None,
            basis=basis,
            why="; ".join(part for part in (why, sense.why if sense else "") if part) or None,
        )


def _division(sense: Sense | None) -> str | None:
    if sense is None or not sense.sure:
        return None
    if sense.admin1:
        return sense.admin1.name
    return sense.entry.admin1 if sense.entry else None


def _county(town: Entry, county: Sense) -> bool:
    return county.entry is not None and town.admin2 == county.entry.name and town.admin1 == county.entry.admin1
