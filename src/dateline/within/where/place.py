"""Where a claim is set and which place a mention means, decided from the words of one report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec.structs import replace

from dateline.knowledge.gazetteer import Entry
from dateline.knowledge.placekeys import key, spelled_out
from dateline.knowledge.places import city_of, standing_alone
from dateline.knowledge.placewords import words
from dateline.model import Mention, Place, Report, Segment, Span
from dateline.within.day.attach import happening
from dateline.within.once import once
from dateline.within.parse import Parse
from dateline.within.where.focus import Focus
from dateline.within.where.geocode import Geocoder, Sense
from dateline.within.where.lying import lies, nearness
from dateline.within.where.setting import PLAIN, TOLD, Setting, settings
from dateline.within.where.site import Site, Sites
from dateline.within.where.toponym import toponyms

_CLOSE = 0.8  # nearness within some 22 km
_FAR, _LITTLE = 0.2, 30_000  # nearness beyond some 160 km; people of a place that few have heard of
_SMALL = 8  # a place of an eighth of its neighbour's people may be a part of it


class Places:
    """The places of one report: what each mention means, and where each claim is set."""

    def __init__(
        self,
        report: Report,
        segments: tuple[Segment, ...],  # noqa: ARG002 - part of the agreed call; the parse carries its blocks
        parse: Parse,
        mentions: tuple[Mention, ...],
        media: Sequence[Span] = (),
    ) -> None:
        self._parse, self._media = parse, media  # words for cited media: where those sit, nothing happened
        self._found = toponyms(report, parse, mentions)
        self._coder = Geocoder(report, parse, self._found)
        self._inside = self._coder.inside
        self._senses = self._coder.senses()
        self._sites = Sites(parse, self._found)
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
        tells most of, and, for a site in a report that names no town, the outlet's town.
        """
        sentence = self._parse.sentence_at[trigger_token]
        site = self._sites.of(trigger_token)
        here = self._nearest(sentence, trigger_token)
        basis, why = "stated", ""
        if here is None and (named := self._subject(sentence)):
            here, why = named, "the only town that the sentence names"
        if here is None and self._harms(trigger_token):
            here, basis, why = self._focus.scene, "context", "the scene that the report tells of"
            if here is None:
                here, why = self._focus.policed(sentence), "the place whose police speak of it"
        if here is None:
            harms = self._harms(trigger_token)
            here, basis, why = self._before(sentence, harms=harms), "context", "the place told before"
        if here is None:
            here, why = self._focus.place, "the place that the report tells of"
        place = self._narrowed(here, basis, why) if here else self._at_home()
        return _with_site(place, site)

    @cached_property
    def _settings(self) -> dict[int, list[Setting]]:
        return settings(self._parse, self._found, self._senses, self._inside, self._media)

    @cached_property
    def _focus(self) -> Focus:
        stated = frozenset(key(t.text) for number, t in enumerate(self._found) if self._said_to_lie(number))
        return Focus(self._coder.home, self._parse, self._found, self._senses, self._settings, stated, self._recalling)

    def _said_to_lie(self, number: int) -> bool:
        """Whether the words set a place that is in no table in its state or county ("Elmby, Ohio")."""
        sense = self._senses[number]
        return number in self._inside and sense is not None and sense.entry is None and sense.admin1 is not None

    def _nearest(self, sentence: int, trigger: int) -> Setting | None:
        best, top = None, 0.0
        for setting in self._settings.get(sentence, []):
            if setting.dateline or setting.strength < TOLD:
                continue
            score = setting.strength + (1.5 if trigger in setting.heads else 0.0) - abs(setting.first - trigger) / 100
            if score > top:
                best, top = setting, score
        return self._inner(sentence, best) if best else None

    def _inner(self, sentence: int, broad: Setting) -> Setting:
        """What the same sentence tells inside a country or division: "in the south of Chad, ..., in Doba"."""
        outer = self._senses[broad.toponym]
        if outer is None or outer.entry is None or outer.entry.kind not in ("country", "region", "admin1"):
            return broad
        inner = [
            setting
            for setting in self._settings[sentence]
            if not setting.dateline
            and setting.strength >= TOLD
            and (sense := self._senses[setting.toponym]) is not None
            and sense.entry is not None
            and lies(sense.entry, outer.entry)
        ]
        return max(inner, key=lambda s: (s.strength, -s.first), default=broad)

    def _subject(self, sentence: int) -> Setting | None:
        """The one town that a sentence names outside any phrase of place ("Medellin lives through terror")."""
        told = [s for s in self._settings.get(sentence, []) if not s.dateline]
        if len(told) != 1 or told[0].strength != 0.3:  # as a plain name has it; 0.6 is that of "Ocala police"
            return None
        if told[0].first and self._parse.words[told[0].first - 1][0].isupper():  # "Hill Park Reno" is named after it
            return None
        sense = self._senses[told[0].toponym]
        return told[0] if sense and sense.entry and sense.sure and sense.entry.kind == "town" else None

    @once
    def _before(self, sentence: int, *, harms: bool) -> Setting | None:
        """The place told last; of harm not that where somebody was arrested for it."""
        field = self._parse.blocks[self._parse.sentences[sentence].block].field
        for other in range(sentence - 1, -1, -1):
            if self._parse.blocks[self._parse.sentences[other].block].field != field:
                return None
            if other in self._recalling:
                continue
            told = [s for s in self._settings.get(other, []) if s.strength >= TOLD and not s.dateline and self._fine(s)]
            told = [s for s in told if not harms or all(self._parse.lemmas[h] not in words("held") for h in s.heads)]
            if told:
                return max(told, key=lambda s: s.strength)
        return None

    @cached_property
    def _recalling(self) -> frozenset[int]:
        """The sentences that tell what somebody is used to do ("he plans attacks in the north") and no happening."""
        parse, habit = self._parse, words("habit")
        roots = (t for t, label in enumerate(parse.deps) if label == "ROOT")
        near = (t for root in roots for t in (root, *parse.kids[root]))
        used = (t for t in near if parse.pos[t] in ("VERB", "ADJ") and parse.lemmas[t] in habit)
        return frozenset(parse.sentence_at[t] for t in used)

    def _harms(self, trigger: int) -> bool:
        """Whether a claim tells of harm done, which a report sets in one scene; one meets and speaks in many places."""
        kind = happening(self._parse, trigger)
        return kind is not None and (kind[0] == "ASSAULT" or kind[1] in {"death", "injury", "accident"})

    def _fine(self, setting: Setting) -> bool:
        """Whether a setting says more than a country: only such a place is carried on to the next sentence."""
        sense = self._senses[setting.toponym]
        return sense is None or sense.entry is None or sense.entry.kind not in ("country", "region")

    @once
    def _narrowed(self, setting: Setting, basis: str, why: str) -> Place:
        """The place of a setting; a county, a quarter or an unknown site is given the town of the report it lies in."""
        number = setting.toponym
        place = self._place(number, basis, why, setting.relation)
        sense, town = self._senses[number], self._focus.town
        county = sense.entry if sense and sense.entry and sense.entry.kind == "admin2" else None
        if number in self._inside and county is None and not self._found[number].quarter:
            return self._of_town(number, place)
        if self._found[number].quarter:
            around = self._at_host() or self._at_home() or self._at_likely() or replace(place, name=None)
            return replace(around, site=self._found[number].text)
        host, where, name = self._focus.host, self._host, key(self._found[number].text)
        if where and (host is None or key(self._found[host.toponym].text) != name) and self._is_part(number, where):
            inner = self._at_host()
            return replace(inner, site=self._found[number].text, start=place.start, end=place.end) if inner else place
        if outer := self._by_post(number):
            site = self._found[number].text
            why = f"the post counts {site} to it, which has no police of its own here"
            return replace(_of_entry(outer, "context", why), site=site, start=place.start, end=place.end)
        if town and county and self._in_county(town, county):
            return self._place(town.toponym, "context", f"the town named in {county.name}", setting.relation)
        state = sense.entry if sense and sense.entry and sense.entry.kind == "admin1" else None
        if state and (inside := self._told_in(state)):
            return self._place(inside.toponym, "context", f"the only town in {state.name} where it tells of anything")
        if county and (only := self._only_town(county)):
            return self._place(only.toponym, "context", f"the town in {county.name} whose people it tells of")
        return place

    def _of_town(self, number: int, place: Place) -> Place:
        """A part that the words give to its town ("Reno's Midtown district") is a site in that; all else stays."""
        outer = self._senses[self._inside[number]] if self._inside[number] < number else None
        if outer is None or outer.entry is None or outer.entry.kind != "town":
            return place
        around = self._whole(self._inside[number], "stated", "the town that the words give it to")
        return replace(around, site=self._found[number].text, start=place.start, end=place.end)

    def _told_in(self, state: Entry) -> Setting | None:
        """The one town of a state that the report plainly sets anything in; else the one whose police it names."""
        found = [s for settings in self._settings.values() for s in settings if not s.relation]
        plain = [s for s in found if s.strength >= PLAIN]
        return self._one_in(state, plain) or self._one_in(state, [s for s in found if self._focus.watched(s.toponym)])

    def _one_in(self, state: Entry, told: Sequence[Setting]) -> Setting | None:
        towns: dict[int, Setting] = {}
        for setting in told:
            sense = self._senses[setting.toponym]
            entry = sense.entry if sense and sense.sure else None
            if entry and entry.kind == "town" and not setting.dateline and lies(entry, state):
                towns.setdefault(entry.row, setting)
        return next(iter(towns.values())) if len(towns) == 1 else None

    def _by_post(self, number: int) -> Entry | None:
        """The town named in the report, or the outlet's, to which the post counts a place that is none by itself."""
        sense = self._senses[number]
        entry = sense.entry if sense and sense.sure else None
        if entry is None or entry.post < 0 or self._found[number].kind == "town" or self._focus.watched(number):
            return None
        sure = {n: other.entry for n, other in enumerate(self._senses) if other and other.entry and other.sure}
        named = {n: town for n, town in sure.items() if town.row == entry.post}
        if self._focus.governed(number):  # a dateline of its own yields to the police of the town alone
            return next((town for n, town in named.items() if self._focus.watched(n)), None)
        home = self._focus.at_home
        return next(iter(named.values()), home if home and home.row == entry.post else None)

    def _only_town(self, county: Entry) -> Setting | None:
        """The one town of a county whose people or bodies a report names ("an Ashby woman")."""
        told = [s for settings in self._settings.values() for s in settings if self._found[s.toponym].civic]
        inside = {key(self._found[s.toponym].text): s for s in told if self._in_county(s, county)}
        return next(iter(inside.values())) if len(inside) == 1 else None

    def _in_county(self, town: Setting, county: Entry) -> bool:
        """Whether the town of the report lies in a county; one that is in no table is believed where it is dateline."""
        sense = self._senses[town.toponym]
        if sense is None or county.country != "USA":
            return False
        if sense.entry is None:
            return sense.admin1 is not None and sense.admin1.name == county.admin1
        if sense.entry.row == county.row:
            return False
        return (sense.entry.admin1, sense.entry.admin2) == (county.admin1, county.name)

    @cached_property
    def _host(self) -> Entry | None:
        """The town whose police speak in the report, or that it tells of, or else the town of its outlet."""
        town = self._focus.host
        sense = self._senses[town.toponym] if town else None
        return sense.entry if sense else self._focus.home()

    def _at_host(self) -> Place | None:
        town = self._focus.host
        return self._whole(town.toponym, "context", "the town that the report tells of") if town else self._at_home()

    def _whole(self, number: int, basis: str, why: str) -> Place:
        """A town as the place of its parts; what is a part itself is given the town to which the post counts it."""
        outer = self._by_post(number)
        return _of_entry(outer, basis, why) if outer else self._place(number, basis, why)

    def _at_likely(self) -> Place | None:
        town = self._focus.likely
        return self._place(town.toponym, "context", "the town that the report tells of") if town else None

    def _at_home(self) -> Place | None:
        entry = self._focus.home()
        return _of_entry(entry, "outlet", "the report names no town; its outlet is at home there") if entry else None

    def _is_part(self, number: int, town: Entry) -> bool:
        """Whether a name is that of a part of the town: unknown or unsure, or small, close and without police."""
        toponym, sense = self._found[number], self._senses[number]
        if self._focus.stated(number) or (self._focus.host is None and self._named_town(number)):
            return False
        if sense is None or (sense.entry is None and toponym.kind in ("", "town")):
            state = self._coder.prevailing
            return state is None or state.country != town.country or state.name == town.admin1
        small = sense.entry
        if self._alien(number, town):
            return True
        if small is None or small.kind not in ("town", "admin2") or self._focus.governed(number):
            return False
        if not sense.sure or self._focus.quarter(number):
            return town.country == small.country
        if self._focus.host is None or not self._focus.governed(self._focus.host.toponym):
            return False
        near = nearness(small, town)
        # far off and little known: rather a street or quarter of the town whose police speak than a village elsewhere
        stray = near < _FAR and small.population < _LITTLE and small.country == town.country
        return small.population * _SMALL < town.population and (near > _CLOSE or stray)

    def _alien(self, number: int, town: Entry) -> bool:
        """Whether a name's only town lies in a state that nothing else speaks of, and police speak for another town.

        Quarters are called after cities far away ("in Bristol", says a report from Nashville of a part of it).
        """
        sense, toponym = self._senses[number], self._found[number]
        entry, home, host = sense.entry if sense else None, self._focus.at_home, self._focus.host
        if entry is None or entry.kind not in ("town", "admin1") or host is None or town.country != "USA":
            return False
        away = (entry.country, entry.admin1) != ("USA", town.admin1) and self._coder.unspoken(number)
        local = (home is None or home.admin1 == town.admin1) and self._focus.governed(host.toponym)
        return away and local and not self._focus.governed(number) and standing_alone(toponym.text) is None

    def _named_town(self, number: int) -> bool:
        """Whether the words set something in what is a town of the outlet's state: "in Ashby", not "on Ashby"."""
        toponym = self._found[number]
        before, home = self._parse.lowers[toponym.first - 1] if toponym.first else "", self._coder.home
        state = home.division.name if home else None
        towns = any(m.own and m.entry.kind == "town" and m.entry.admin1 == state for m in toponym.matches)
        return towns and before in ("in", "at", "near", "outside") and toponym.weight >= 0.9 and not toponym.heard

    def _place(self, number: int, basis: str, why: str = "", relation: str | None = None) -> Place:
        toponym, sense = self._found[number], self._senses[number]
        entry = sense.entry if sense else None
        stated = self._parse.block_of(toponym.first).field == "text"
        where = entry if sense and sense.sure else None
        name, site = _shown(toponym.text, entry, sure=where is not None), toponym.part or None
        if entry and entry.kind == "site":
            name, site = entry.town or toponym.text, toponym.text
        country, division = (sense.country or None) if sense else None, _division(sense)
        state = self._coder.prevailing
        towns = [m.entry for m in toponym.matches if m.own and m.entry.kind == "town"]
        strange = state is not None and bool(towns) and all(town.admin1 != state.name for town in towns)
        if state and not country and not strange and toponym.weight >= 0.9:
            country, division, why = state.country, state.name, f"{why}; the report's other places lie in {state.name}"
        return Place(
            name=name,
            site=site,
            start=self._parse.starts[toponym.first] if stated else None,
            end=self._parse.ends[toponym.end - 1] if stated else None,
            country=country,
            admin1=division,
            latitude=where.latitude if where else None,
            longitude=where.longitude if where else None,
            relation=relation,
            geoname=(where.geoname or None) if where else None,
            basis=basis,
            why="; ".join(part for part in (why, sense.why if sense else "") if part) or None,
        )


def _of_entry(entry: Entry, basis: str, why: str) -> Place:
    """The place that an entry of the gazetteer is, where no words of the report name it."""
    return Place(
        name=spelled_out(entry.name),
        country=entry.country,
        admin1=entry.admin1,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geoname=entry.geoname or None,
        basis=basis,
        why=why,
    )


def _with_site(place: Place | None, site: Site | None) -> Place | None:
    if site is None or (place and place.site):
        return place
    if place is None:
        start, end = (site.start, site.end) if site.stated else (None, None)
        return Place(name=None, site=site.text, start=start, end=end)
    if place.name and key(place.name) == key(site.text):
        return place
    return replace(place, site=site.text)


def _shown(text: str, entry: Entry | None, *, sure: bool) -> str:
    """The name as the report spells it, out of capitals; abbreviations and city-states by their name."""
    if entry and entry.kind == "admin1" and (city := city_of(entry)):
        return city
    if entry and (text.endswith(".") or (text.isupper() and len(text) < 4)):
        return entry.name
    own = entry is not None and (_alike(text, entry.name) or (sure and _byname(text, entry)))
    if entry and entry.kind == "town" and entry.name.isascii() and own:
        return spelled_out(entry.name)
    return spelled_out(text.title() if text.isupper() else text).rstrip("-–—")


def _alike(text: str, name: str) -> bool:
    """Whether two spellings differ in spaces and capitals alone: "LaSalle", "La Salle"."""
    return "".join(text.split()).casefold() == "".join(name.split()).casefold()


def _byname(text: str, entry: Entry) -> bool:
    """Whether a town of the United States is called by another name than its own: a part of it, a nickname."""
    return entry.country == "USA" and not set(spelled_out(text).casefold().split()) & set(
        spelled_out(entry.name).casefold().split()
    )


def _division(sense: Sense | None) -> str | None:
    if sense is None or not sense.sure:
        return None
    if sense.admin1:
        return sense.admin1.name
    return sense.entry.admin1 if sense.entry else None
