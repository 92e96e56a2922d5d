"""The town that a report tells of, weighed over its sentences, its dateline and, where it names none, its outlet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.knowledge import homes
from dateline.knowledge.gazetteer import Entry
from dateline.knowledge.placekeys import key
from dateline.knowledge.placewords import words
from dateline.within.parse import Parse
from dateline.within.where.geocode import Sense
from dateline.within.where.setting import TOLD, Setting
from dateline.within.where.toponym import Toponym

SCENE, POLICE = 2.5, 1.8  # how much more a town weighs as the scene that a verb tells of, and by its police
_EARLY = 12  # sentences in which a noun of harm with its place is taken for the report's own
_LONG = 3  # tokens between a name and the "section" that the whole of it belongs to
# How much less than a town a wider place tells of a scene.
_PARTS = (["neighborhood"], ["neighbourhood"], ["section"], ["quarter"], ["subdivision"])
_BROAD = {"country": 0.1, "region": 0.2, "admin1": 0.25, "admin2": 0.5, "": 0.3}


def _quarter(parse: Parse, toponym: Toponym) -> bool:
    """Whether a name is that of a quarter ("the Roseland neighborhood"; "a Boston neighborhood" lies in Boston)."""
    after = toponym.end
    while after < toponym.end + _LONG and _runs_on(parse, after):
        after += 1
    if parse.lowers[after : after + 1] not in _PARTS or parse.lowers[after + 1 : after + 2] == ["of"]:
        return False
    before = toponym.first - 1
    while before > 0 and (parse.lowers[before] in words("quarter") or _runs_on(parse, before)):
        before -= 1
    return before >= 0 and parse.lowers[before] in ("the", "'s", "’s")


def _runs_on(parse: Parse, token: int) -> bool:
    """Whether a name of several words goes on over a token ("Ashby-Thorne")."""
    return any(word == "-" or word[0].isupper() for word in parse.words[token : token + 1])


class Focus:
    """The settings of one report weighed together."""

    def __init__(
        self,
        home: homes.Home | None,
        parse: Parse,
        found: Sequence[Toponym],
        senses: Sequence[Sense | None],
        told: dict[int, list[Setting]],
        stated: frozenset[str],
        recalling: frozenset[int],
    ) -> None:
        self._home, self._parse, self._stated, self._recalling = home, parse, stated, recalling
        self._found, self._senses, self._told = found, senses, told
        datelines = {s.toponym for settings in told.values() for s in settings if s.dateline}
        self._governed = {key(t.text) for n, t in enumerate(found) if t.civic or n in datelines}
        self._watched = {key(t.text) for t in found if parse.lowers[t.end : t.end + 1] and self._guarded(t)}
        self._quarters = {key(t.text) for t in found if _quarter(parse, t)} - self._governed
        self.place = self._most(lambda _: True)
        self.scene = self._most(lambda s: self._is_town(s) and self._scenic(s))
        self.town = self._most(self._is_town)
        self.host = self._most(lambda s: self._is_town(s) and self.governed(s.toponym)) or self.town
        self.likely = self._most(self._named_town)

    def governed(self, number: int) -> bool:
        """Whether the report names a town by its police or in its dateline: then it is a town, not part of one."""
        return key(self._found[number].text) in self._governed

    def watched(self, number: int) -> bool:
        """Whether the report names police of its own for a place."""
        return key(self._found[number].text) in self._watched

    def stated(self, number: int) -> bool:
        """Whether the words say in which state or county a place lies that no table has: then it is a town too."""
        return key(self._found[number].text) in self._stated

    def quarter(self, number: int) -> bool:
        """Whether the report calls a place a neighbourhood or section."""
        return key(self._found[number].text) in self._quarters

    @property
    def at_home(self) -> Entry | None:
        """The town of the outlet, whatever the report names."""
        return homes.town_entry(self._home) if self._home else None

    def home(self) -> Entry | None:
        """The outlet's town, where the report names no town of its own for certain."""
        return homes.town_entry(self._home) if self._home and self.town is None else None

    def _scenic(self, setting: Setting) -> bool:
        """Whether a setting hangs on a verb that tells where the thing itself was: it happened at, it occurred in."""
        parse, lemmas = self._parse, self._parse.lemmas
        sentence = parse.sentence_at[setting.first]
        if parse.block_of(setting.first).kind == "headline" and len(self._told[sentence]) > 1:
            return False  # "Raids in Reno and Elko"
        early = sentence < _EARLY and sentence not in self._recalling  # "a shooting in Reno": further down another
        early = early and not any(
            parse.lowers[t] == "for" and parse.pos[parse.heads[t]] == "NOUN" for t in setting.heads
        )
        scenes = words("scene") | words("event") if early else words("scene")
        return setting.strength >= TOLD and any(lemmas[head] in scenes for head in setting.heads)

    def policed(self, sentence: int) -> Setting | None:
        """The town or county whose police a sentence names, where it names those of one alone."""
        found = {key(self._found[s.toponym].text): s for s in self._told.get(sentence, []) if self._policed(s)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _policed(self, setting: Setting) -> bool:
        """Whether it is a town's police that a setting names."""
        return self._guarded(self._found[setting.toponym])

    def _guarded(self, toponym: Toponym) -> bool:
        lowers = self._parse.lowers
        if lowers[toponym.end : toponym.end + 1] == ["county"] or lowers[toponym.end - 1] == "county":
            after = lowers[toponym.end : toponym.end + 3]
            return any(word in ("sheriff", "sheriffs", "deputies") for word in after)
        return any(word in words("policed") for word in lowers[toponym.end : toponym.end + 1])

    def _is_town(self, setting: Setting) -> bool:
        sense = self._senses[setting.toponym]
        if sense is None or not sense.sure or self.quarter(setting.toponym) or setting.strength < 0.45:
            return False
        if sense.entry is None:
            return sense.admin1 is not None and (setting.dateline or self.stated(setting.toponym))
        return sense.entry.kind in ("town", "site")

    def _named_town(self, setting: Setting) -> bool:
        """Whether it is a town, be it open which of its namesakes."""
        sense = self._senses[setting.toponym]
        town = sense is not None and sense.entry is not None and sense.entry.kind == "town"
        return town and setting.strength >= 0.45 and not self.quarter(setting.toponym)

    def _most(self, fits: Callable[[Setting], bool]) -> Setting | None:
        totals: dict[str, float] = {}
        best: dict[str, Setting] = {}
        for sentence, settings in self._told.items():
            for setting in settings:
                if not fits(setting):
                    continue
                sense = self._senses[setting.toponym]
                kind = sense.entry.kind if sense and sense.entry else ""
                name = key(self._found[setting.toponym].text)
                weight = _BROAD.get(kind, 1.0) * setting.strength / (1.0 + sentence / 4)
                if self._parse.block_of(setting.first).kind == "headline":
                    weight /= len(settings) ** 2  # a headline over news from several places
                weight *= SCENE if self._scenic(setting) else POLICE if self._policed(setting) else 1.0
                totals[name] = totals.get(name, 0.0) + weight
                if name not in best or setting.strength > best[name].strength:
                    best[name] = setting
        return best[max(totals, key=lambda name: totals[name])] if totals else None
