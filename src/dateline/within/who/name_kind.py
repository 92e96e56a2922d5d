"""What kind of bearer a name has, decided once for all its uses in a report."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dateline.knowledge.bodies import body_named
from dateline.knowledge.countries import (
    country_named,
    country_of_capital,
    country_of_people,
    country_of_seat,
)
from dateline.knowledge.life import years
from dateline.knowledge.nouns import noun
from dateline.knowledge.outlets import outlets
from dateline.knowledge.persons import is_given_name, is_honorific, takes_person
from dateline.knowledge.places import named
from dateline.knowledge.placewords import words as place_words
from dateline.model import EntityKind
from dateline.within.parse import Parse
from dateline.within.who.found import head_of, word, words

LABELS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
}
Range = tuple[int, int, str]
_WHERE = frozenset(
    {"in", "near", "at", "around", "outside", "across", "throughout", "towards", "toward", "from", "inside"}
)
_SET_OFF = frozenset({",", ".", ";", "and", "(", "who"})
_MAKES_BODY = frozenset({"agency", "network", "channel", "newspaper", "website", "broadcaster", "ministry", "brigade"})
_CALLED_BODY = frozenset({"group", "militia", "brigade", "watchdog", "charity", "faction", "outlet", "battalion"})
_SETTLED = frozenset(
    {
        "city",
        "town",
        "village",
        "district",
        "province",
        "county",
        "suburb",
        "capital",
        "township",
        "hamlet",
        "governorate",
    }
)
_ROW = ([","], ["and"], [",", "and"])
_BRINGS = frozenset({"take", "rush", "transport", "airlift", "fly", "transfer"})
_AGE = re.compile(r"\d{1,2}")
_LINKED = re.compile(r"[A-Z]\w+-[ei]-[A-Z]\w+(?: \w+)?")  # "Hizb-e-Wahdat": bodies and places are called so
# "Army of", "Front of", "Brigade of" and the like in Arabic, with the article of what they are of
_FORCE = re.compile(
    r"(?:Ja[iy]sh|Jeish|Jabhat|Liwa|Ahrar|Ansar|Harakat|Hayat|Fa[iy]laq|Katibat|Kata[iy]b|Saraya|Jund|Firqat|Ajnad|Kateebat)"
    r"[ -][Aa]([ltdnrsz]|sh)[ -]"
)
_GENERATION = re.compile(r"[JS]r\.?")
_BEFALL = frozenset({"murder", "slaying", "homicide", "manslaughter", "kidnapping", "arrest", "killing"})
_ONES = frozenset({"a", "an", "old"})
_DIVISIONS = frozenset({"state", "province", "county", "district", "governorate", "prefecture"})
_QUARTERS = frozenset({"neighborhood", "neighbourhood", "quarter", "suburb", "village", "township", "countryside"})
_DWELLERS = frozenset({"man", "woman", "resident", "native", "teen", "teenager", "couple", "boy", "girl"})
_ROADSIDE = frozenset({"on", "off", "along", "at", "near", "of", "down", "onto"})
_SURNAMES = frozenset({"street", "lane", "way", "court", "pike"})  # words for streets that people are called by
_ADDRESS = re.compile(r"(?:[\w-]+\.)+(?:com|org|net|edu|gov|info|tv|co\.uk)", re.IGNORECASE)
_OLD = re.compile(r"\bold$", re.IGNORECASE)
_QUOTES = frozenset("\"'“”‘’`") | {"''", "``"}
_INITIAL = re.compile(r"[A-Z]\.")
_LONGEST = 4  # tokens of a place's name: "Maarat al-Numan"
_LARGE = 100_000  # inhabitants from which on a bare name is rather that town than a person or a firm
_VOTE = {
    "sure": 5.0,
    "label": 1.0,
    "where": 2.0,
    "aged": 2.0,
    "titled": 2.0,
    "surname": 2.0,
    "rules": 3.0,
    "part": 1.0,
    "given": 1.5,
    "town": 1.5,
}


class NameKinds:
    """The kinds of a report's names: the same words have the same kind, whatever the parser said of one use."""

    def __init__(self, parse: Parse, ranges: Sequence[Range]) -> None:
        self._parse = parse
        self._uses: Counter[str] = Counter(words(parse, first, end) for first, end, _ in ranges)
        self._votes: dict[str, defaultdict[EntityKind, float]] = defaultdict(lambda: defaultdict(float))
        for first, end, label in ranges:
            self._vote(first, end, label)
        self._rows(sorted(ranges))
        self._spread()

    def _vote(self, first: int, end: int, label: str) -> None:
        text = words(self._parse, first, end)
        votes = self._votes[text]
        if label in LABELS:
            votes[_by_shape(text, LABELS[label])] += _VOTE["label"]
        if sure := sure_kind(self._parse, first, end):
            # "Ann Hall" and "Ben House" end in a building's noun; "Carl Street, 19," says what he is.
            votes[sure] += _VOTE["label"] if label == "PERSON" and _personal(self._parse, first, end) else _VOTE["sure"]
        for kind, reason in _by_context(self._parse, first, end, text):
            votes[kind] += _VOTE[reason]

    def _rows(self, ranges: Sequence[Range]) -> None:
        """`Ann Hall, Ida Mora and Ben Horn`: who stands between two people, with a name of two or three words."""
        for left, (first, end, label), right in zip(ranges, ranges[1:], ranges[2:], strict=False):
            gaps = (self._parse.lowers[left[1] : first], self._parse.lowers[end : right[0]])
            row = left[2] == right[2] == "PERSON" != label and all(gap in _ROW for gap in gaps)
            if row and 2 <= end - first <= 3 and not sure_kind(self._parse, first, end):
                self._votes[words(self._parse, first, end)]["person"] += _VOTE["aged"]

    def _spread(self) -> None:
        """A bare surname is a person where the report has the full name; a short form an organisation likewise."""
        kinds = {text: self._best(text) for text in list(self._votes)}
        tailed: set[str] = set()
        for text, kind in kinds.items():
            parts = _whole(text)
            if len(parts) < 2 or kind not in ("person", "organization"):
                continue
            bare = parts[-1].rpartition("-")[2]
            tails = {parts[-1], bare, " ".join(parts[1:])} if kind == "person" else {parts[0], parts[-1]}
            tails |= {_opened(tail) for tail in tails}
            for tail in sorted(tails & kinds.keys()):
                self._votes[tail][kind] += self._uses[tail] * _VOTE["surname" if kind == "person" else "part"]
                tailed.add(tail)
            if kind == "person" and parts[0] in kinds and not _thing(parts[0]):
                self._votes[parts[0]][kind] += self._uses[parts[0]] * _VOTE["given"]
        self._families(kinds)
        for text in kinds.keys() - tailed:
            if " " not in text and kinds[text] in ("person", "organization") and _is_town(text):
                self._votes[text]["place"] += self._uses[text] * _VOTE["town"]

    def _families(self, kinds: dict[str, EntityKind | None]) -> None:
        """`Ann Horn` where the report has `Ben Horn`: of one family, whatever the last word means besides."""
        surnames = {_whole(text)[-1] for text, kind in kinds.items() if kind == "person"}
        for text, kind in kinds.items():
            parts = _whole(text)
            if kind == "person" or not 2 <= len(parts) <= 3 or parts[-1] not in surnames:
                continue
            if not noun(parts[0]) and not country_named(parts[0]) and not body_named(text):
                self._votes[text]["person"] += self._uses[text] * _VOTE["sure"]

    def _best(self, text: str) -> EntityKind | None:
        votes = self._votes.get(text)
        return max(votes.items(), key=lambda vote: (vote[1], vote[0]))[0] if votes else None

    def of(self, first: int, end: int) -> EntityKind | None:
        """The kind of one name, or None where nothing says that it is one."""
        return self._best(words(self._parse, first, end))


def _whole(text: str) -> list[str]:
    """The parts of a name without the suffix that tells a son from his father."""
    parts = [part.rstrip(",") for part in text.split()]
    return parts[:-1] if len(parts) > 1 and _GENERATION.fullmatch(parts[-1]) else parts


def _opened(tail: str) -> str:
    """A surname as it stands where a sentence begins with it: `Al-Masri`."""
    return tail[:1].upper() + tail[1:]


def _thing(word: str) -> bool:
    """Whether a word by itself is known for something other than a person's given name."""
    return bool(_is_town(word) or country_named(word) or country_of_people(word) or body_named(word) or noun(word))


def sure_kind(parse: Parse, first: int, end: int) -> EntityKind | None:
    """The kind that the words of a name give away by themselves."""
    text = words(parse, first, end)
    if _nicknamed(parse, first, end) or (end - first > 1 and _GENERATION.fullmatch(parse.words[end - 1])):
        return "person"
    if end - first > 1 and parse.lowers[end - 1] in place_words("street") and _by_road(parse, first, end):
        return "place"
    return _listed(parse, end, text) or _linked(parse, first, end, text) or _by_head_noun(parse, first, end)


def _listed(parse: Parse, end: int, text: str) -> EntityKind | None:
    """The kind of an outlet, a well-known body, a country, its capital, seat or people; an address is its outlet's."""
    if _ADDRESS.fullmatch(text) or (" " in text and outlets().named(text)):
        return "organization"
    if body_named(text) and parse.tags[end - 1] not in ("VBZ", "VBP", "MD", "PRP"):
        return "organization"
    if country_named(text) or country_of_capital(text) or (text.endswith("s") and country_named(text[:-1])):
        return "place"
    if country_of_seat(text):
        return "organization"
    return "group" if country_of_people(text) else None


def _linked(parse: Parse, first: int, end: int, text: str) -> EntityKind | None:
    """`Hizb-e-Wahdat`, `Liwa al-Tarva`, `in Khak-e-Sabz district`."""
    if _FORCE.match(text):
        return "organization"
    if not _LINKED.fullmatch(text):
        return None
    settled = _SETTLED & set(parse.lowers[end - 1 : end + 1]) or parse.lowers[first - 1] in _WHERE
    return "place" if named(text) or settled else "organization"


def _by_road(parse: Parse, first: int, end: int) -> bool:
    """`Off Karl Lund Drive`, `1200 Ida Hall Road`: what stands before a street, and hardly before somebody's name."""
    before = parse.words[first - 1] if first else ""
    return before.isdigit() or (before.lower() in _ROADSIDE and parse.lowers[end - 1] not in _SURNAMES)


def _nicknamed(parse: Parse, first: int, end: int) -> bool:
    """`Jana "Jay" North`, but not `the "Santa Ana" farm`."""
    quoted = end - first > 3 and sum(parse.words[t] in _QUOTES for t in range(first + 1, end - 1)) > 1
    capital = word(parse, first)[:1].isupper() and word(parse, end - 1)[:1].isupper()
    return quoted and capital


def _by_head_noun(parse: Parse, first: int, end: int) -> EntityKind | None:
    """`Tarva Military Airfield`, `University of Bergen`: the noun before a preposition, or else the last one."""
    if end - first < 2:
        return None
    stop = next((t for t in range(first + 1, end) if parse.pos[t] in ("ADP", "CCONJ") or parse.lowers[t] == "of"), end)
    hyphened = "-" in parse.words[stop - 1] or "-" in parse.words[max(first, stop - 2) : stop - 1]
    head = None if hyphened else noun(words(parse, first, stop))
    if head is None and stop == end and end - first == 2:
        head = noun(parse.lowers[first])
    if head is None or head.kind == "person":
        return None
    return "organization" if head.kind == "group" else head.kind  # type: ignore[return-value]


def _by_shape(text: str, kind: EntityKind) -> EntityKind:
    """A short name in capitals alone is no person."""
    letters = text.replace(".", "").replace("-", "")
    short = letters.isupper() and 2 <= len(letters) <= 6 and " " not in text
    return "organization" if short and kind == "person" else kind


def _by_context(parse: Parse, first: int, end: int, text: str) -> list[tuple[EntityKind, str]]:
    found: list[tuple[EntityKind, str]] = []
    sentence = parse.sentences[parse.sentence_at[first]]
    before = word(parse, first - 1) if first > sentence.first else ""
    if age_beside(parse, first, end) is not None:
        found.append(("person", "aged"))
    if is_honorific(before) or (before.isupper() and is_honorific(before.title())):
        found.append(("person", "titled"))
    if end - first > 1 and is_given_name(word(parse, first)) and not sure_kind(parse, first, end):
        found.append(("person", "part"))
    if _slot_of_person(parse, first, end) or _initialled(parse, first, end):
        found.append(("person", "aged"))
    found += list(_beside(parse, first, end))
    if end - first == 1 and parse.deps[first] in ("compound", "poss") and _rules(parse, first):
        found.append(("person", "rules"))
    if end - first <= 3 and not text.isupper() and (known := named(text)):
        if _located(parse, first, end, before):
            found.append(("facility" if known[0].entry.kind == "site" else "place", "where"))
        elif known[0].entry.kind == "site" and known[0].own:
            found.append(("facility", "town"))
    if first == sentence.first and text.isupper() and parse.words[end : end + 1] in (["("], [","], ["—"], ["–"], [":"]):
        found += [("place", "where")] if named(text.title()) else []
    if not found and text.isupper() and 2 <= len(text) <= 6 and parse.block_of(first).kind != "headline":
        found.append(("organization", "part"))
    return found


def _beside(parse: Parse, first: int, end: int) -> Iterator[tuple[EntityKind, str]]:
    """`The town of Tarva`, `Novak, the governor of Tarva`, `the Sana news agency`, `taken to Tarva General`."""
    head = head_of(parse, first, end)
    if first > 1 and parse.lowers[first - 1] == "of" and parse.lowers[first - 2] in _SETTLED:
        yield "place", "sure"
    for kid in parse.kids[head]:
        known = noun(parse.lowers[kid]) if parse.deps[kid] == "appos" and kid >= end else None
        if known and known.kind == "person" and end - first < 4:
            yield "person", "titled"
    if (len(words(parse, first, end).split()) <= 2 and _settlement(parse, first, end)) or _lies(parse, first, end):
        yield "place", "where"
    if end < len(parse) and parse.heads[head] >= end and parse.lowers[parse.heads[head]] in _MAKES_BODY:
        yield "organization", "where"
    if first and parse.lowers[first - 1] in _CALLED_BODY and parse.tags[first - 1] == "NN" and not _given(parse, first):
        yield "organization", "surname"
    brought = (
        parse.heads[parse.heads[head]] if parse.deps[head] == "pobj" and parse.lowers[parse.heads[head]] == "to" else -1
    )
    if brought >= 0 and parse.tags[brought] == "VBN" and parse.lemmas[brought] in _BRINGS:
        text = words(parse, first, end)
        if not named(text) and not body_named(text):
            yield "facility", "sure"


def _settlement(parse: Parse, first: int, end: int) -> bool:
    """`Tarva, where`, `Tarva province`, `a Tarva man`: what is said of places, be they in a table or not."""
    after = parse.lowers[end : end + 2]
    dweller = first > 0 and parse.lowers[first - 1] in _ONES and after[:1] and after[0] in _DWELLERS
    quarter = not _QUARTERS.isdisjoint(parse.words[end : end + 1])  # in small letters: not the body "Tarva District"
    return after == [",", "where"] or bool(dweller) or quarter or (bool(after[:1]) and after[0] in _DIVISIONS)


def _lies(parse: Parse, first: int, end: int) -> bool:
    """`In Tarva in Lund province`, `in Tarva, a suburb of Lund`: a place that no table needs to know."""
    if first == 0 or end - first > _LONGEST or parse.lowers[first - 1] not in _WHERE:
        return False
    after = parse.lowers[end : end + 4]
    after = after[1:] if after[:1] == [","] else after
    if after[:1] == ["in"]:
        return any(a <= end + 1 < b and label == "GPE" for a, b, label in parse.names)
    return after[:1] in (["a"], ["the"]) and not _SETTLED.isdisjoint(after[1:3])


def _personal(parse: Parse, first: int, end: int) -> bool:
    """Whether a name is built like a person's: two or three words, and the first not said of places."""
    known = noun(parse.lowers[first]) is None and country_named(word(parse, first)) is None
    return (
        known
        and 2 <= end - first <= 3
        and (
            end >= len(parse) or parse.words[end] in _SET_OFF or _given(parse, first) or _initialled(parse, first, end)
        )
    )


def _initialled(parse: Parse, first: int, end: int) -> bool:
    """`Jana B. Novak`."""
    return end - first == 3 and _INITIAL.fullmatch(parse.words[first + 1]) is not None


def _given(parse: Parse, first: int) -> bool:
    return is_given_name(word(parse, first))


def _slot_of_person(parse: Parse, first: int, end: int) -> bool:
    """Whether a verb beside the name says that it is a person's: shot, arrested, identified as, pleaded."""
    head = head_of(parse, first, end)
    dep, above = parse.deps[head], parse.heads[head]
    if end - first <= 4 and dep == "nsubjpass" and parse.lemmas[above] in _BRINGS and _to_hospital(parse, above):
        return True
    if not 2 <= end - first <= 4:
        return False
    if dep in ("dobj", "nsubjpass"):
        return takes_person(parse.lemmas[above], "object")
    if dep == "nsubj":
        return takes_person(parse.lemmas[above], "subject")
    if dep == "pobj" and parse.lowers[above] == "of":
        return parse.lemmas[parse.heads[above]] in _BEFALL
    return dep == "pobj" and parse.lowers[above] == "as" and parse.lemmas[parse.heads[above]] == "identify"


def _to_hospital(parse: Parse, verb: int) -> bool:
    """`was taken to a hospital`."""
    to = (kid for kid in parse.kids[verb] if parse.lowers[kid] == "to")
    return any("hospital" in parse.lowers[kid] for at in to for kid in parse.kids[at])


def _is_town(text: str) -> bool:
    matches = named(text) if not text.isupper() else ()
    return bool(matches) and matches[0].own and matches[0].entry.population >= _LARGE


def _located(parse: Parse, first: int, end: int, before: str) -> bool:
    """`In Tarva`, `bases in Lund and Tarva`, `the Tarva air base`: words beside a name that want a place."""
    if before.lower() in _WHERE or (before == "of" and parse.words[first - 2] == ","):  # "Novak, 44, of Tarva"
        return True
    token = head_of(parse, first, end)
    if parse.deps[token] in ("compound", "nmod", "amod") and parse.heads[token] >= end:
        owner = noun(parse.lowers[parse.heads[token]])
        return owner is not None and (owner.kind == "facility" or owner.word in _DWELLERS)
    linked = parse.deps[token] == "conj"
    while parse.deps[token] == "conj":
        token = parse.heads[token]
    return linked and parse.deps[token] == "pobj" and parse.lowers[parse.heads[token]] in _WHERE


def _rules(parse: Parse, token: int) -> bool:
    """`The Castro government`: a name before a government is its head's, unless it is a place's."""
    text = word(parse, token)
    head = noun(parse.lowers[parse.heads[token]])
    known = country_named(text) or country_of_capital(text) or body_named(text) or named(text) or text.isupper()
    return head is not None and head.word in ("regime", "government", "administration") and not known


def age_beside(parse: Parse, first: int, end: int) -> int | None:
    """The age that is said beside a name: `Jana Novak, 26,` or `26-year-old Jana Novak`."""
    sentence = parse.sentences[parse.sentence_at[first]]
    closed = end + 2 >= sentence.end or parse.words[end + 2] in (",", ".", ";", "and")
    if closed and end + 1 < sentence.end and parse.words[end] == "," and _AGE.fullmatch(parse.words[end + 1]):
        return int(parse.words[end + 1])
    before = words(parse, max(sentence.first, first - 5), first)
    return years(before) if _OLD.search(before) else None
