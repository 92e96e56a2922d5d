"""Names in a report that may be places: where they stand, what the gazetteer has under them, and what stands beside."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from dateline.knowledge.countries import country_named, country_of_adjective
from dateline.knowledge.places import Match, abbreviated, is_office, named, spelt
from dateline.knowledge.placewords import words
from dateline.model import Mention, Report
from dateline.within.parse import Parse
from dateline.within.where.housed import house_named

LONGEST = 6  # tokens of a place name: "Reg-e Khan Neshin" has five with its hyphens
_JOINTS = frozenset({"of", "the", "-", "de", "del", "la", "al", "el", "ez", "e", "i", "ye", "and", "'s", "’s"})
_MARKS = frozenset({"-", "e", "i", "ye", "al", "el", "wa", "‘", "’", "'"})
_NAMELIKE = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_LARGEST = 5_000_000  # people of a city that one thinks of wherever another name of it stands
_COUNTY = ("county", "parish", "borough", "census area", "municipality")


class Toponym(msgspec.Struct, frozen=True, kw_only=True):
    """One name that may be a place: the tokens ``first`` to ``end`` and what the gazetteer has under it.

    ``weight`` says how much the words make a place of it: 1 where it is marked so, less inside the name of a body.
    ``kind`` is what a type word beside it asks for ("Andar district": admin2), ``civic`` marks "Ocala police",
    ``street`` "Hope Street", ``quarter`` a mere "West Side"; ``heard`` that it was matched by sound only; ``part`` is
    the whole name where it is part of a town ("South Philadelphia"). Unknown places have no matches.
    """

    first: int
    end: int
    text: str
    matches: tuple[Match, ...]
    weight: float
    kind: str = ""
    civic: bool = False
    street: bool = False
    part: str = ""
    heard: bool = False
    quarter: bool = False
    mention: str = ""


class _Scan:
    """One pass over the tokens of a report."""

    def __init__(self, report: Report, parse: Parse, mentions: tuple[Mention, ...]) -> None:
        self.parse = parse
        size = len(parse)
        self.kind, self.id, self.last = [""] * size, [""] * size, [0] * size
        self.name = [pos == "PROPN" for pos in parse.pos]
        for first, end, label in parse.names:
            named = [_capital(word) for word in parse.words[first:end]]
            self.name[first:end] = named if label in _NAMELIKE else [False] * (end - first)
        # names alone: "Lyon" of "Lyon police chief Ana Ruiz", the role of a person, is a place elsewhere
        people = [m for m in mentions if m.kind == "person" and m.form == "name"]
        self.people = {word for m in people for word in (m.name or m.text).split()}
        self.cut = _outlet_tail(report.title or "")
        places = {}
        for sentence in parse.sentences:
            field = parse.blocks[sentence.block].field
            for token in range(sentence.first, sentence.end):
                places[field, parse.starts[token]] = token
        for mention in mentions:
            at = places.get((mention.field, mention.start))
            if mention.form == "name" and at is not None:
                self._cover(mention, at)
        self.typed: dict[int, int] = {}
        self.opening: set[int] = set()
        for sentence in parse.sentences:
            self._dateline(sentence.first, sentence.end)
            self._type_words(sentence.first, sentence.end)

    def _cover(self, mention: Mention, first: int) -> None:
        token, parse = first, self.parse
        while token < len(parse) and parse.ends[token] <= mention.end and parse.starts[token] >= mention.start:
            self.kind[token], self.id[token] = mention.kind, mention.id
            token += 1
        self.last[first:token] = [token] * (token - first)

    def _dateline(self, first: int, limit: int) -> None:
        """Capitals that open a sentence before a dash or bracket name a place, whatever the tagger made of them."""
        end, block = first, self.parse.block_of(first)
        if block.field == "title":
            return
        if block.kind == "dateline":
            for token in range(first, limit):
                self.name[token] = self.name[token] or _capital(self.parse.words[token])
                self.kind[token] = "" if self.kind[token] == "person" else self.kind[token]
            self.opening.add(first)
            return
        while end < min(limit, first + 4) and self.parse.words[end].isupper() and self.parse.words[end].isalpha():
            end += 1
        if first < end < limit and self.parse.words[end] in {"-", "--", "–", "—", "(", ","}:
            self.name[first:end] = [True] * (end - first)
            self.kind[first:end] = [kind if kind != "person" else "" for kind in self.kind[first:end]]
            self.opening.add(first)

    def _type_words(self, first: int, limit: int) -> None:
        """Note the capitals before "district", "province" or "village": a place whatever they were taken for."""
        parse = self.parse
        for token in range(first + 1, limit):
            if parse.lowers[token] not in words("typed") or (token + 1 < limit and _capital(parse.words[token + 1])):
                continue
            begin = token
            while begin > first and self._in_name(begin - 1):
                begin -= 1
            while begin < token and not _capital(parse.words[begin]):
                begin += 1
            run = parse.lowers[begin:token]
            if run and len(run) <= LONGEST and not any(w in words("common") or w in words("civic") for w in run):
                self.typed[begin] = token

    def _in_name(self, token: int) -> bool:
        word = self.parse.lowers[token]
        return word in _MARKS or (_capital(self.parse.words[token]) and word not in words("locative") and word != "the")

    def toponyms(self) -> list[Toponym]:
        """Every toponym, in the order of the words."""
        found: list[Toponym] = []
        for sentence in self.parse.sentences:
            past = sentence.first
            for token in range(sentence.first, sentence.end):
                if token < past or self.parse.words[token][0].islower():
                    continue
                if self._begins(token) and (here := self._at(token, sentence.end)):
                    found.append(here)
                    past = here.end
        return found

    def _begins(self, token: int) -> bool:
        if token in self.typed or self._postal(token):
            return True
        word, marked = self.parse.words[token], self.kind[token]
        if not (self.name[token] or marked in ("place", "facility")) or word[0].islower() or not word[0].isalpha():
            return False
        if marked != "place" and country_of_adjective(word) and country_named(word) is None:
            return False  # "Thai police" are of no town called Thai
        titled = self.parse.block_of(token).field == "title"
        if titled and (self.parse.starts[token] >= self.cut or (marked != "place" and self._initials(token))):
            return False
        if token not in self.opening and self._initials(token) and _only_town(word):
            return False
        follows = self.parse.lowers[token + 1] if token + 1 < len(self.parse) else ""
        if marked == "person":
            return (self._led(token) or follows in words("townsman")) and self.last[token] == token + 1
        if word not in self.people or marked == "place" or follows in words("civic") or token in self.opening:
            return True
        return self._led(token) and follows not in ("'s", "’s")

    def _initials(self, token: int) -> bool:
        """Whether a word of a headline is made of capitals alone, as initials are, among words that are not."""
        word, sentence = self.parse.words[token], self.parse.sentences[self.parse.sentence_at[token]]
        others = self.parse.words[sentence.first : sentence.end]
        return 1 < len(word) <= 4 and word.isupper() and any(w.istitle() and len(w) > 2 for w in others)

    def _postal(self, token: int) -> bool:
        """Whether an abbreviation of a state stands behind a comma ("Charlestown, IN", "Reno, Nev.")."""
        word = self.parse.words[token]
        if token < 2 or self.parse.words[token - 1] not in (",", "(") or not _capital(self.parse.words[token - 2]):
            return False
        return abbreviated(word) is not None or (word[-1:].isalpha() and abbreviated(word + ".") is not None)

    def _led(self, token: int) -> bool:
        before = self.parse.lowers[max(0, token - 2) : token]
        aside = len(before) == 2 and before[1] == "of" and before[0] in words("direction")  # "north of X"
        return aside or (bool(before) and before[-1] in words("locative"))

    def _text(self, first: int, end: int) -> str:
        parse = self.parse
        text = parse.words[first]
        for token in range(first + 1, end):
            text += " " * (parse.starts[token] > parse.ends[token - 1]) + parse.words[token]
        return text

    def _at(self, token: int, limit: int) -> Toponym | None:
        parse = self.parse
        if (stop := self.typed.get(token)) and (made := self._of_type(token, stop)):
            return made
        end = token + 1
        while end < min(limit, token + LONGEST) and (self.name[end] or parse.lowers[end] in _JOINTS):
            end += 1
        for last in range(end, token, -1):
            word = last == token + 1 and (_common(parse.lowers[token]) or house_named(parse, token))
            common = word and not self._dated(token, last)
            if parse.lowers[last - 1] in _JOINTS or common:
                continue
            if made := self._known(token, last):
                return made
        opens = self.last[token] > token and (token == 0 or self.id[token - 1] != self.id[token])
        if self.kind[token] == "place" and opens:
            return self._unknown(token, self.last[token])
        past = next((t for t in range(token, end) if parse.words[t] == ","), end)
        return self._unknown(token, past) if self._dated(token, past) else None

    def _dated(self, first: int, last: int) -> bool:
        """Whether a name opens a report before its state or county, and so is a place: "VALLEY, Neb. -"."""
        words_after = self.parse.words[last : last + 5]
        if first not in self.opening or words_after[:1] != [","] or len(words_after) == 1:
            return False
        return self._postal(last + 1) or any(word.lower() in ("county", "parish") for word in words_after[2:])

    def _of_type(self, first: int, end: int) -> Toponym | None:
        text = self._text(first, end)
        matches = named(text)
        return self._made(first, end, text, matches or spelt(text), heard=not matches)

    def _known(self, first: int, last: int) -> Toponym | None:
        text = self._text(first, last)
        comma = last == first + 1 and self._postal(first)
        short = abbreviated(text) or (abbreviated(text + ".") if comma else None)
        if short and (last == first + 1 or "." in text):
            if "." in text or comma or self.kind[first] == "place":
                return self._made(first, last, text, (Match(short, False),))  # noqa: FBT003 - a record's field
            return None
        if last == first + 1 and text.endswith("."):
            return None  # "Gov.", "Sgt."
        run = self.parse.lowers[first:last]
        if all(word in words("quarter") or word in words("part") for word in run):
            if len(run) == 1 and run[0] not in words("downtown"):
                return None
            # "the West Side", "Southeast": of the town spoken of, whatever places are called so
            made = self._made(first, last, text, (), heard=True)
            return made and replace(made, quarter=True)
        matches = named(text)
        return self._made(first, last, text, matches) if matches else None

    def _unknown(self, first: int, end: int) -> Toponym | None:
        """A marked place that is in no table as it stands: without its type word, then by sound."""
        lowers = self.parse.lowers
        kind = ""
        while end - 1 > first and (found := _type_of(lowers[end - 1])):
            kind, end = found, end - 1
        rest = end - first > 1 and _capital(self.parse.words[first + 1])
        if rest and lowers[first] in words("quarter") and (matches := named(self._text(first + 1, end))):
            made = self._made(first + 1, end, self._text(first + 1, end), matches)
            # "on South Michigan", "block of East Ohio": a street, where no such part of the state is known
            street = self._crossed(first) and (matches[0].entry.kind == "admin1" or lowers[first - 1] == "of")
            return made and replace(made, part=self._text(first, end), mention=self.id[first], street=street)
        text = self._text(first, end)
        matches = named(text) if kind else ()
        return self._made(first, end, text, matches or spelt(text), heard=not matches)

    def _made(
        self, first: int, end: int, text: str, matches: tuple[Match, ...], *, heard: bool = False
    ) -> Toponym | None:
        lowers = self.parse.lowers
        limit = self.parse.sentences[self.parse.sentence_at[first]].end
        after = lowers[end] if end < limit else ""
        if after == "-" and end + 2 < limit and self.name[end + 1]:
            after = lowers[end + 2]
        kind = _type_of(after) or self._of(first)
        civic = after in words("civic") and kind in ("", "town")
        street = self._street(first, end, after)
        body = not kind and not civic and self._body(end, after)
        weight = 0.15 if body else self._weight(first, end, known=civic or bool(kind))
        matches = _fitting(text, kind, weight, matches)
        if any(is_office(m.entry) for m in matches) and not self._settled(first, end, kind, street=street):
            matches = tuple(m for m in matches if not is_office(m.entry))
        if not matches and not heard:
            return None
        if len(matches) == 1 and matches[0].entry.kind in ("admin1", "country"):
            weight = max(weight, 0.6)
        return Toponym(
            first=first,
            end=end,
            text=text,
            matches=matches,
            weight=0.0 if street else weight,
            kind=kind,
            civic=civic,
            street=street,
            heard=heard,
            mention=self.id[first] if self.last[first] in (end, end + 1) else "",
        )

    def _street(self, first: int, end: int, after: str) -> bool:
        """Whether the name is that of a street: "Hope Street", "the 200 block of Hope"."""
        lowers = self.parse.lowers
        if after in words("street") and self.name[end]:
            return True
        last = end
        while last < min(end + 3, len(lowers)) and self.name[last] and _capital(self.parse.words[last]):
            if lowers[last] in words("road"):
                return True  # "Dover Heath Road"
            last += 1
        if end - first > 1 and lowers[end - 1] in words("street"):
            return True
        if after in ("near", "at", "and") and lowers[first - 1 : first] == ["on"]:
            return True  # "on Dover near Heath"
        return first > 1 and lowers[first - 1] == "of" and lowers[first - 2] in words("crossing")

    def _settled(self, first: int, end: int, kind: str, *, street: bool) -> bool:
        """Whether the words make a settlement of what only the post has under a name: "in Elmby", "Elmby, Ohio"."""
        lowers, after = self.parse.lowers, self.parse.words[end : end + 2]
        if street or (after and (_capital(after[0]) or after[0] in ("-", "’s", "'s", "and", "&"))):
            return False
        if first in self.opening or kind == "town" or (lowers[end : end + 1] and lowers[end] in words("townsman")):
            return True
        before = lowers[first - 1] if first else ""
        if before == "near" and first > 1 and not _capital(self.parse.words[first - 2]):
            return True  # "on Dover near Heath" is a corner
        return before in words("settled") or (after[:1] == [","] and self._postal(end + 1))

    def _crossed(self, first: int) -> bool:
        """Whether the words before a name are those before a street: "on", "the 200 block of"."""
        lowers = self.parse.lowers
        before = lowers[first - 1] if first else ""
        return before == "on" or (before == "of" and first > 1 and lowers[first - 2] in words("crossing"))

    def _body(self, end: int, after: str) -> bool:
        """Whether the name is part of that of a building or body: "Ocala High School", "Mercy's Hospital"."""
        if after in words("body") and self.name[end]:
            return True
        words_after = self.parse.lowers[end + 1 : end + 4]
        if after not in ("'s", "’s") or not words_after or not _capital(self.parse.words[end + 1]):
            return False
        return any(_common(word) and word not in words("civic") for word in words_after[:2])

    def _weight(self, first: int, end: int, *, known: bool) -> float:
        marked = self.kind[first]
        if marked == "place" or first in self.typed or (marked == "facility" and self.last[first] == end):
            return 1.0
        if first in self.opening or (marked != "person" and self._led(first)):
            return 0.9
        after = self.parse.lowers[end] if end < len(self.parse) else ""
        if known or after in words("event") or after in words("site"):
            return 0.7
        return 0.5 if marked == "person" else 0.3

    def _of(self, first: int) -> str:
        """What kind "the city of X", "the province of X" asks for."""
        lowers = self.parse.lowers
        if first > 1 and lowers[first - 1] == "of":
            return _type_of(lowers[first - 2])
        return ""


_TAIL = re.compile(r"\s[-|«–—]\s[^-|«–—]*(?:News|Weather|Sports|TV|\.com|[KW][A-Z]{2,3})\b.*$")


def _outlet_tail(title: str) -> int:
    """Where a title turns to the name of its outlet (" - WXYZ News, Weather & Sports"), or its length."""
    found = _TAIL.search(title)
    return found.start() if found and found.start() > 8 else len(title)


def _common(word: str) -> bool:
    """Whether a single word names places of the table but nearly always means something else ("Street", "Center")."""
    return any(word in words(kind) for kind in ("common", "street", "body", "site", "civic"))


def _only_town(word: str) -> bool:
    """Whether initials are found in the table for a town alone that is written so, and not as short for one."""
    matches = named(word)
    return bool(matches) and all(m.own and m.entry.kind == "town" for m in matches)


def _capital(word: str) -> bool:
    return word[:1].isupper()


def _type_of(word: str) -> str:
    """What kind of place a type word names ("province": admin1), or nothing."""
    return next((kind for kind in ("admin2", "admin1", "town") if word in words(kind)), "")


def _fitting(text: str, kind: str, weight: float, matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """Drop what the words rule out: US counties without the word county, alternate names where no place is marked."""
    typed = kind == "admin2" or text.lower().endswith(_COUNTY)
    large = 100_000 if weight >= 0.5 else _LARGEST
    return tuple(
        m
        for m in matches
        if (m.own or weight >= 0.9 or m.entry.population > large or m.entry.kind != "town")
        and (typed or m.entry.kind != "admin2" or m.entry.country != "USA")
        and (kind != "admin1" or m.entry.kind != "town" or len(matches) == 1)
    )


def toponyms(report: Report, parse: Parse, mentions: tuple[Mention, ...]) -> list[Toponym]:
    """Find every name of a report that the gazetteer knows, longest names first, in the order of the words.

    The name of the report's own outlet is no place, whatever town it is called after.
    """
    found = _Scan(report, parse, mentions).toponyms()
    outlet = report.outlet.name.lower().split() if report.outlet else []
    if len(outlet) < 2:
        return found
    return [t for t in found if t.text.lower() not in outlet or not _of_outlet(parse, t, outlet)]


def _of_outlet(parse: Parse, found: Toponym, outlet: list[str]) -> bool:
    begin = found.first - outlet.index(found.text.lower())
    return begin >= 0 and parse.lowers[begin : begin + len(outlet)] == outlet
