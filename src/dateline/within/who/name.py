"""Names: what the parser's named spans say, mended by what names look like and by the rest of the report."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from msgspec.structs import replace

from dateline.knowledge.bodies import body_named, longest_body
from dateline.knowledge.casing import counted_small, own_form
from dateline.knowledge.countries import (
    country_in,
    country_named,
    country_of_adjective,
    country_of_people,
    country_of_seat,
)
from dateline.knowledge.nouns import noun
from dateline.knowledge.outlets import outlets
from dateline.knowledge.persons import gender_of_given, is_given_name, is_honorific, is_particle
from dateline.knowledge.places import named
from dateline.within.parse import Parse
from dateline.within.who.found import Found, head_of, is_name_word, one_sentence, word, words
from dateline.within.who.name_again import again
from dateline.within.who.name_doubt import doubtful, headline_verb, no_bearer, without_s
from dateline.within.who.name_growth import grown, is_title
from dateline.within.who.name_kind import NameKinds, Range, age_beside
from dateline.within.who.name_row import shared, surname, surnamed, whole

_LEADING = frozenset({"DT", "PRP$", "POS", "CC", "IN", "``", "''", '""', ",", ".", ":", "-LRB-", "-RRB-", "HYPH", "RB"})
_TRAILING = frozenset({"POS", "CC", "IN", "``", "''", ",", ":", "-LRB-", "-RRB-", "HYPH", "VBD", "VBZ", "WP", "DT"})
_QUOTES = frozenset("\"'“”‘’`")
_NO_NAME = frozenset({"VBZ", "VBP", "MD", "PRP", "IN", "CC", "CD", "RB"})
_MODIFIES = frozenset({"amod", "compound", "nmod", "npadvmod", "advmod"})
_ONES = frozenset({"a", "an", "one", "another"})
_WALLS = frozenset("()[]|/•")
_GLUED = re.compile(r"(.+?),(\d{1,2})")  # "Jana Novak,26"
_AGE = re.compile(r"[1-9]\d")
_TEAM = re.compile(r"\d\d?ers")
_COLOURS = frozenset(
    {"white", "black", "gray", "grey", "silver", "red", "blue", "green", "gold", "tan", "maroon", "beige", "brown"}
)
_WATERS = frozenset({"Gulf", "Bay", "Strait", "Straits", "Sea", "Cape", "Isle"})


def names(parse: Parse) -> list[Found]:
    """The names of a report in the order of the text, none inside another."""
    ranges = [made for one in parse.names if not no_bearer(one[2]) for made in _cut(parse, one)]
    ranges = [mended for one in ranges if (mended := _trimmed(parse, one))]
    bodies = list(_bodies(parse))
    ranges = bodies + [one for one in ranges if not any(b[0] < one[1] and one[0] < b[1] for b in bodies)]
    taken = _taken(parse, ranges)
    ranges += [kept for one in _missed(parse, taken) if (kept := _trimmed(parse, one))]
    ranges = _over_of(parse, sorted(ranges))
    ranges = whole(parse, _apart([_as_outlet(parse, grown(parse, one, taken)) for one in sorted(ranges)]))
    kinds = NameKinds(parse, ranges)
    surnames = frozenset(
        surname(words(parse, first, end).replace(",", ""))
        for first, end, _ in ranges
        if _full_name(parse, first, end, kinds)
    )
    found = [made for one in ranges if (made := _found(parse, one, kinds, surnames))]
    return surnamed(parse, shared(parse, [_lowered(one) for one in again(parse, found)]))


def _lowered(one: Found) -> Found:
    """`ANNA BERG`, `OSLO (Reuters)`: people and places are called as in running text, not as a credit shouts them."""
    said = one.name.title()
    if not one.name.isupper() or len(one.name) < 4 or "." in one.name:
        return one
    known = (one.kind == "person" and " " in said) or (one.kind in ("place", "facility") and bool(named(said)))
    return replace(one, name=said) if known else one


def _cut(parse: Parse, span: Range) -> Iterator[Range]:
    """A span that runs over a line's end, a bracket or an office after a comma is two names, or a name and none."""
    first, end, label = span
    begin = first
    for token in range(first, end):
        if parse.words[token] in _WALLS or _ends_name(parse, token, end, label):
            if begin < token:
                yield begin, token, label
            begin = token + 1 if parse.pos[token] not in ("VERB", "AUX") else end
        elif label == "PERSON" and begin < token < end - 1 and _ends_title(parse, token):
            begin = token + 1  # "Kent surgeon Dr. Novak"
    if begin < end:
        yield begin, _over_initial(parse, end, label), label


def _ends_name(parse: Parse, token: int, end: int, label: str) -> bool:
    """`Novak as Surgeon General`, `Hall, Novak`, `Tarva kills 19`: where a name is over."""
    if parse.lowers[token] == "as" or (parse.words[token].islower() and parse.tags[token] in ("VBZ", "VBD", "VBP")):
        return True
    if parse.words[token] != "," or token + 1 == end:
        return False
    row = is_given_name(word(parse, token - 1)) and is_given_name(word(parse, token + 1))  # "Mustafa, Hussein and Ali"
    return row or label not in ("ORG", "FAC", "GPE", "LOC") or (label == "ORG" and is_title(word(parse, token + 1)))


def _ends_title(parse: Parse, token: int) -> bool:
    """Whether a name begins after a word: a short title, or an office written small."""
    said = word(parse, token)
    return (is_honorific(said) and said.endswith(".")) or (said.islower() and is_title(said))


def _over_initial(parse: Parse, end: int, label: str) -> int:
    """Go on over an initial that a name was wrongly ended after, its full stop apart or not: `Jana B . Novak`."""
    last = parse.words[end - 1]
    first = end + 1 if len(last) == 1 and parse.words[end : end + 1] == ["."] else end
    initial = label == "PERSON" and last[:1].isupper() and (len(last) == 1) == (first > end) and len(last) < 3
    if not initial or (first == end and not last.endswith(".")):
        return end
    if not (first < len(parse) and is_name_word(parse, first) and len(parse.words[first]) > 1):
        return end
    return next(t for t in range(first + 1, len(parse) + 1) if t == len(parse) or not _goes_on(parse, first, t))


def _goes_on(parse: Parse, first: int, token: int) -> bool:
    return is_name_word(parse, token) and one_sentence(parse, first, token) and not is_title(word(parse, token))


def _as_outlet(parse: Parse, span: Range) -> Range:
    """`Al-Ain media`: the word after belongs to a name where the two together are a known outlet's."""
    first, end, label = span
    if end < len(parse) and parse.sentence_at[end] == parse.sentence_at[first] and parse.pos[end] in ("NOUN", "PROPN"):
        longer = f"{words(parse, first, end)} {parse.words[end]}"
        if outlets().named(longer):
            return first, end + 1, "ORG"
    return first, end, label


def _trimmed(parse: Parse, span: Range) -> Range | None:
    first, end, label = span
    while first < end and _leads(parse, first, end, label):
        first += 1
    while first < end and (parse.tags[end - 1] in _TRAILING or parse.words[end - 1] in _QUOTES):
        end -= 1
    while end - first > 1 and (_closes_with_title(parse, end) or _adverb(parse, end - 1)):
        end -= 1
    if first == end or not any(
        word(parse, t)[:1].isupper() or _TEAM.fullmatch(word(parse, t)) for t in range(first, end)
    ):
        return None
    if (
        end - first == 2
        and word(parse, first) == "New"
        and country_named(parse.words[end - 1])
        and not named(words(parse, first, end))
    ):
        first, label = end - 1, "GPE"
    if label in ("ORG", "NORP", "PERSON") and parse.words[first].islower() and country_named(parse.words[end - 1]):
        first, label = end - 1, "GPE"
    while end - first > 1 and _before_name(parse, first, label):
        first += 1
    if label == "PERSON" and end - first > 2 and _AGE.fullmatch(parse.words[end - 1]) and _somebody(parse, first):
        end -= 1  # "Lina Tarvi 31 was hurt": an age in a text that lost its commas
    while (
        label == "PERSON"
        and end - first > 2
        and word(parse, end - 1).endswith(".")
        and country_in(word(parse, end - 1))
    ):
        end -= 1
    while (
        label == "PERSON" and end - first > 2 and parse.tags[first] == "NNPS" and not is_given_name(word(parse, first))
    ):
        first += 1  # `Lakers Jana Novak`: a team before one of its own
    return first, end, label


def _somebody(parse: Parse, first: int) -> bool:
    """Whether a name begins with somebody's given name or stands behind what he is: `the cook Ida Hall 31`."""
    known = noun(parse.lowers[first - 1]) if first else None
    return is_given_name(word(parse, first)) or (known is not None and known.kind == "person")


def _adverb(parse: Parse, token: int) -> bool:
    """`Shot Novak twice`."""
    return parse.tags[token] == "RB" and parse.words[token].islower()


def _leads(parse: Parse, token: int, end: int, label: str) -> bool:
    """Whether a word before a name is none of it: an article, a preposition, a mark, but no strange given name."""
    if parse.words[token] in _QUOTES:
        return True
    strange = label == "PERSON" and end - token > 1 and parse.words[token].istitle()
    strange = strange and own_form(parse.lowers[token]) is None and counted_small(parse.lowers[token]) <= 0
    return parse.tags[token] in _LEADING and not is_particle(word(parse, token)) and not strange


def _before_name(parse: Parse, token: int, label: str) -> bool:
    """Whether a word at the front of a name is no part of it: an office, a headline's verb."""
    titled = label in ("PERSON", "") and is_title(word(parse, token))
    return titled or headline_verb(parse, token, named=is_given_name(word(parse, token + 1)))


def _bodies(parse: Parse) -> Iterator[Range]:
    """The longest names of well-known organisations: `Islamic State of Iraq and Syria`, which parsers take apart."""
    past = 0
    for token in range(len(parse)):
        if (
            token < past
            or parse.words[token].islower()
            or parse.tags[token] in _NO_NAME
            or not (size := longest_body(word(parse, token)))
        ):
            continue
        stop = parse.sentences[parse.sentence_at[token]].end
        for end in range(min(stop, token + size + 2), token, -1):
            if body_named(words(parse, token, end)):
                bare = token + (parse.lowers[token] == "the" and body_named(words(parse, token + 1, end)) is not None)
                if not _in_building(parse, token, end):
                    yield bare, end, "ORG"
                past = end
                break


def _in_building(parse: Parse, first: int, end: int) -> bool:
    """Whether a body's name is part of a building's that the parser saw: the Grand Kremlin Palace."""
    longer = any(f <= first and end < e and kind == "FAC" for f, e, kind in parse.names)
    after = noun(parse.lowers[end]) if longer else None
    return after is not None and after.kind == "facility"


def _closes_with_title(parse: Parse, end: int) -> bool:
    """`Lund Police Department Sgt` before "Jana Novak", `Broward sheriff`: the last word belongs to what follows."""
    said = word(parse, end - 1)
    if parse.words[end : end + 1] == ["."] and is_honorific(said + "."):
        return True
    known = noun(said) if said.islower() else None
    return known is not None and known.kind == "person"


def _taken(parse: Parse, ranges: Iterable[Range]) -> set[int]:
    taken = {token for first, end, _ in ranges for token in range(first, end)}
    dated = {t for first, end, label in parse.names if label in ("DATE", "TIME", "MONEY") for t in range(first, end)}
    return taken | dated


def _missed(parse: Parse, taken: set[int]) -> Iterator[Range]:
    """Runs of name words that the parser left without a label, and teams that it took for numbers: the 76ers."""
    for token in range(1, len(parse)):
        if (
            parse.words[token][:1].isdigit()
            and parse.lowers[token - 1] == "the"
            and _TEAM.fullmatch(parse.words[token])
        ):
            yield token, token + 1, "ORG"
    begin = None
    for token in range(len(parse) + 1):
        inside = token < len(parse) and token not in taken and is_name_word(parse, token)
        fresh = inside and begin is not None and parse.sentence_at[token] != parse.sentence_at[begin]
        if begin is not None and (not inside or fresh):
            yield begin, token, ""
            begin = None
        if inside and begin is None:
            begin = token


def _over_of(parse: Parse, ranges: list[Range]) -> list[Range]:
    """`Movement of Uzbekistan`, `Bank of Ghana`: two names on both sides of an "of" that are one body's."""
    made: list[Range] = []
    for first, end, label in ranges:
        before = made[-1] if made else None
        joined = (
            before
            and before[1] == first - 1
            and parse.lowers[first - 1] == "of"
            and one_sentence(parse, before[0], first)
        )
        if before and joined and _of_body(parse, before):
            made[-1] = (before[0], end, "ORG")
        elif before and joined and word(parse, before[0]) in _WATERS and before[1] - before[0] == 1:
            made[-1] = (before[0], end, "LOC")
        elif before and country_named(f"{words(parse, *before[:2])} {words(parse, first, end)}") and before[1] == first:
            made[-1] = (before[0], end, "GPE")
        else:
            made.append((first, end, label))
    return made


def _of_body(parse: Parse, span: Range) -> bool:
    head = noun(word(parse, span[1] - 1))
    body = head is not None and head.kind == "organization" and word(parse, span[1] - 1)[:1].isupper()
    return body and (span[1] - span[0] > 1 or span[2] == "ORG")


def _apart(ranges: list[Range]) -> list[Range]:
    kept: list[Range] = []
    for one in sorted(ranges, key=lambda r: (r[0], -r[1])):
        if kept and one[0] < kept[-1][1]:
            continue
        kept.append(one)
    return kept


def _full_name(parse: Parse, first: int, end: int, kinds: NameKinds) -> bool:
    return end - first > 1 and kinds.of(first, end) == "person" and not doubtful(parse, first, end, "person")


def _found(parse: Parse, span: Range, kinds: NameKinds, surnames: Container[str]) -> Found | None:
    first, end, label = span
    kind = kinds.of(first, end)
    if kind is None or doubtful(parse, first, end, kind, surnames):
        return None
    text = without_s(parse, words(parse, first, end))
    text = text.replace(", ", " ") if kind == "person" else text  # "Jan Novak, Jr."
    glued = _GLUED.fullmatch(text) if kind == "person" else None
    text, age = (glued[1], int(glued[2])) if glued else (text, age_beside(parse, first, end))
    head = head_of(parse, first, end)
    if kind == "group" and _no_people(parse, first, end, head):
        return None
    if country_of_adjective(text) and not country_named(text) and parse.deps[head] in _MODIFIES:
        return None
    if end - first == 1 and kind not in ("person", "group") and noun(text) and not text.isupper() and label != "GPE":
        return None
    if end - first == 1 and is_honorific(text.title()) and not country_named(text) and kind != "person":
        return None
    called = noun(text) if kind == "organization" and end - first > 1 else None
    if called and called.kind == "person" and called.office and not called.plural:
        return None  # "the UK Special Envoy" is a role, which the nominals find
    if kind == "person" and _no_person(parse, first, end):
        return None
    lent = parse.heads[head] >= end and parse.deps[head] in _MODIFIES  # "the Castro era": the article is the era's
    with_article = first and parse.lowers[first - 1] == "the" and one_sentence(parse, first - 1, first) and not lent
    gender = gender_of_given(word(parse, first)) if kind == "person" and end - first > 1 else None
    return Found(
        first=first - 1 if with_article else first,
        end=end,
        head=head,
        kind=kind,
        form="name",
        name=text,
        country=(country_named(text) or country_of_people(text) or country_of_seat(text) or "")
        if kind != "person"
        else "",
        age=age if kind == "person" else None,
        gender=gender,
        plural=kind == "group",
        definite=True,
    )


def _no_people(parse: Parse, first: int, end: int, head: int) -> bool:
    """`Norwegian ships` are no people, and `a Norwegian` is one of them, whom the nominals find."""
    one = first and end - first == 1 and parse.lowers[first - 1] in _ONES
    return bool(one) or parse.pos[head] == "ADJ" or (parse.heads[head] > head and parse.deps[head] in _MODIFIES)


def _no_person(parse: Parse, first: int, end: int) -> bool:
    """`Circuit Judge`, "a white Ford Transit": common words that end in an office, and what is painted."""
    office = end - first > 1 and is_title(word(parse, end - 1)) and counted_small(parse.lowers[first]) > 0
    painted = first > 0 and parse.lowers[first - 1] in _COLOURS
    return office or painted or all(_titles(parse, token) for token in range(first, end))


def _titles(parse: Parse, token: int) -> bool:
    return is_title(word(parse, token)) or country_in(word(parse, token)) is not None
