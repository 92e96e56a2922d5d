"""Titles and offices said beside a name (`Syrian Defence Minister X`), and offices that nobody holds yet."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.knowledge.countries import country_in
from dateline.knowledge.nouns import noun
from dateline.knowledge.persons import gender_of_honorific, is_courtesy, is_honorific, takes_person
from dateline.model.mention import Gender
from dateline.within.parse import Parse
from dateline.within.who.found import Found, word, words

_WITHIN_TITLE = frozenset({"NN", "NNP", "NNPS", "NNS", "JJ", "HYPH", "POS", "CD", "VBG", "VBN", "AFX"})
_FILLED = frozenset({"be", "become", "serve", "act", "work"})
_REACH = 9  # words between an office and the name it belongs to: "Secretary of State for Defence", with articles


def titled(parse: Parse, names: Sequence[Found]) -> tuple[list[Found], list[Found]]:
    """Names with the role said before them, and the phrases (role and name) in which it is said.

    A name that the parser saw inside a title ("Defence" in "Defence Minister X") is dropped.
    """
    made: list[Found] = []
    phrases: list[Found] = []
    dropped: set[int] = set()
    taken = {token: place for place, one in enumerate(names) for token in range(one.first, one.end)}
    for one in names:
        start = _start(parse, one) if one.kind == "person" else None
        if start is None:
            made.append(one)
            continue
        named, phrase = _with_title(parse, one, start)
        made.append(named)
        if phrase:
            phrases.append(phrase)
        dropped |= {taken[t] for t in range(start, one.first) if t in taken and _is_part(names[taken[t]])}
    kept = [one for place, one in enumerate(made) if place not in dropped]
    return kept, phrases


def _is_part(one: Found) -> bool:
    return one.kind == "organization" and one.end - one.first == 1 and not one.name.isupper()


def _with_title(parse: Parse, one: Found, start: int) -> tuple[Found, Found | None]:
    said = [t for t in range(start, one.first) if not is_courtesy(word(parse, t))]
    gender = one.gender or next((g for t in range(start, one.first) if (g := _gender(parse, t))), None)
    if not said:
        return replace(one, gender=gender, courtesy=words(parse, start, one.first)), None
    role = words(parse, said[0] + (parse.lowers[said[0]] in ("the", "a", "an")), one.first)
    country = next((code for t in said if (code := _country(parse, t))), "")
    named = replace(one, role=role, country=country or one.country, gender=gender)
    return named, replace(named, first=start, form="role", name="", noun=parse.lowers[one.first - 1])


def _gender(parse: Parse, token: int) -> Gender | None:
    known = noun(parse.lowers[token])
    return gender_of_honorific(word(parse, token)) or (known.gender or None if known else None)  # type: ignore[return-value]


def _country(parse: Parse, token: int) -> str | None:
    return country_in(word(parse, token)) if word(parse, token)[:1].isupper() else None


def _is_office(parse: Parse, token: int) -> bool:
    known = noun(parse.lowers[token])
    return is_honorific(word(parse, token)) or (known is not None and known.kind == "person" and known.office)


def _start(parse: Parse, one: Found) -> int | None:
    """The first token of the title before a name, or None where there is none."""
    floor = parse.sentences[parse.sentence_at[one.first]].first
    anchor = one.first - 1
    if anchor < floor:
        return _over_stop(parse, one.first)
    if not _is_office(parse, anchor):
        found = _over_of(parse, one.first, floor)
        if found is None:
            return None
        anchor = found
    start = anchor
    while start > floor and parse.tags[start - 1] in _WITHIN_TITLE and _belongs(parse, start - 1, anchor, one):
        start -= 1
    if start > floor and parse.lowers[start - 1] in ("the", "a", "an") and parse.heads[start - 1] >= start:
        start -= 1
    return start


def _over_stop(parse: Parse, first: int) -> int | None:
    """The title that a sentence was wrongly ended after: "Police Department Sgt. | Jana Novak"."""
    anchor = first - 2
    if anchor < 0 or parse.words[first - 1] != "." or not is_honorific(word(parse, anchor) + "."):
        abbreviated = first > 0 and parse.words[first - 1].endswith(".") and is_honorific(word(parse, first - 1))
        if not abbreviated:
            return None
        anchor = first - 1
    floor, start = parse.sentences[parse.sentence_at[anchor]].first, anchor
    same = parse.block_of(anchor) == parse.block_of(first)
    while start > floor and parse.tags[start - 1] in ("NNP", "NNPS", "POS", "HYPH") and same:
        start -= 1
    return start if same else None


def _belongs(parse: Parse, token: int, anchor: int, one: Found) -> bool:
    above = token
    for _ in range(_REACH):
        above = parse.heads[above]
        if above == anchor or one.holds(above):
            return True
    return False


def _over_of(parse: Parse, end: int, floor: int) -> int | None:
    """The office in "Secretary of State X": an office, then of or for, then capitalised words up to the name."""
    token = end - 1
    while token > max(floor, end - _REACH) and (
        word(parse, token)[:1].isupper() or parse.lowers[token] in ("the", "and")
    ):
        token -= 1
    over = token > floor and token < end - 1 and parse.lowers[token] in ("of", "for")
    if not over:
        return None
    if _is_office(parse, token - 1):
        return token - 1
    return _over_of(parse, token, floor) if word(parse, token - 1)[:1].isupper() else None


def vacant(parse: Parse, one: Found) -> bool:
    """Say whether a title stands for the office that somebody is to have: `nominated as finance minister`."""
    if one.form != "role" or one.plural or one.name:
        return False
    dep, above = parse.deps[one.head], parse.heads[one.head]
    if dep == "attr" and parse.lemmas[above] in _FILLED:
        return _sought(parse, parse.heads[above])
    if dep == "poss":
        return takes_person(parse.low_lemmas[above], "office")
    if dep != "pobj":
        return False
    over = parse.heads[above]
    if parse.lowers[above] == "of":
        return takes_person(parse.low_lemmas[over], "office")
    if parse.lowers[above] == "as" and parse.lemmas[over] in _FILLED and parse.deps[over] in ("xcomp", "acl", "advcl"):
        over = parse.heads[over]
    return parse.lowers[above] in ("as", "for") and _sought(parse, over)


def _sought(parse: Parse, token: int) -> bool:
    return takes_person(parse.low_lemmas[token], "sought")
