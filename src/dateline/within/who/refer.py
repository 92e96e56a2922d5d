"""What points back: definite nominals, roles and pronouns, resolved from left to right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.knowledge.nouns import goes_by
from dateline.within.parse import Parse
from dateline.within.who.bearer import Chains
from dateline.within.who.bound import SUBJECTS, barred
from dateline.within.who.found import Found
from dateline.within.who.quoted import Quotes

_OTHER = frozenset({"other", "another", "second", "third", "fourth", "fifth"})
_BODIES = frozenset({"team", "group", "militia", "faction", "club", "squad", "franchise"})
_GROWN, _YOUNG = 16, 19  # years from which on one may be called a man, and up to which a boy
_PRONOUN_REACH = 3  # sentences: of gold antecedents in ECB+, four in five stand in this sentence or the one before
# Possessives of things and groups are resolved, since they tell number and kind, but not kept: of 111 in re3d the gold
# marks 10, and no claim rests on them alone. "His", "her" and "my" stay, for "his death" is somebody's.
_UNSAID = frozenset({"its", "their", "theirs", "itself", "themselves"})


def refer(parse: Parse, chains: Chains) -> None:
    """Join every mention that points back to what it points back to; drop an `it` that points at nobody."""
    quotes = Quotes(parse, chains)
    said: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(chains.found):
        if one.form == "pronoun":
            _pronoun(parse, chains, quotes, place)
        elif one.form != "name" and (chains.bearer(place).count == 1 or place in chains.named):
            other = _noun(parse, chains, quotes, place, said[one.noun])
            if other is not None:
                chains.join(place, other)
        if one.form in ("role", "nominal"):
            said[one.noun].append(place)


def _noun(parse: Parse, chains: Chains, quotes: Quotes, place: int, said: Sequence[int]) -> int | None:
    one = chains.found[place]
    again = [p for p in reversed(said) if chains.found[p].end <= one.first and _same_noun(parse, chains, p, place)]
    if place in chains.vacant:
        return again[0] if again else None
    if one.age is not None and (alike := _of_age(parse, chains, place)) is not None:
        return alike
    if one.definite or _unique(parse, one):
        return again[0] if again else _wider(parse, chains, quotes, place)
    generic = one.plural and one.kind != "group" and parse.tags[one.first] not in ("DT", "CD")
    if _in_headline(parse, one) or generic:
        return None
    here = parse.sentence_at[one.first]
    beside = {chains.of(p) for p in again if parse.sentence_at[chains.found[p].first] == here}  # "a man held one man"
    return next((p for p in again if _in_headline(parse, chains.found[p]) and chains.of(p) not in beside), None)


def _in_headline(parse: Parse, one: Found) -> bool:
    """Whether words are in a headline, or in the style of one: `woman dies`, at the top of a text without segments."""
    if parse.block_of(one.first).kind == "headline":
        return True
    bare = one.kind == "person" and parse.tags[one.first] not in ("DT", "PRP$", "CD") and not one.plural
    return bare and parse.sentence_at[one.first] <= 1


def _of_age(parse: Parse, chains: Chains, place: int) -> int | None:
    """`The 19-year-old` is the one who was said to be 19; "a 19-year-old" is somebody new unless a headline had him."""
    one = chains.found[place]
    for other in range(place - 1, -1, -1):
        two = chains.found[other]
        if two.end > one.first or chains.bearer(other).age != one.age or not chains.agree(other, place):
            continue
        if one.definite or _in_headline(parse, two):
            return other
    return None


def _unique(parse: Parse, one: Found) -> bool:
    """Nouns that point without an article: police, authorities."""
    return one.plural and one.end - one.first == 1 and parse.lowers[one.head] == one.noun and one.kind == "group"


def _before(parse: Parse, chains: Chains, place: int, reach: int) -> Iterable[int]:
    """The mentions before one, the nearest first, as many sentences back as reach says, holders of it left out."""
    here, one = parse.sentence_at[chains.found[place].first], chains.found[place]
    for other in range(place - 1, -1, -1):
        two = chains.found[other]
        if here - parse.sentence_at[two.first] > reach:
            return
        if other not in chains.dropped and two.end <= one.first:
            yield other


def _same_noun(parse: Parse, chains: Chains, other: int, place: int) -> bool:
    """Whether an earlier mention's bearer was called by the same noun, with nothing said against it."""
    one, known = chains.found[place], chains.bearer(other)
    if one.noun not in known.nouns or not chains.agree(other, place) or chains.rivals(other, place):
        return False
    if (place in chains.vacant) != (other in chains.vacant):
        return False
    if any(parse.lowers[t] in _OTHER for t in range(one.first, one.head)):
        return False
    if one.country and known.country and one.country != known.country:
        return False
    if one.form == "role" and known.said:
        return any(_compatible(role, one.role) for role in known.said)
    return _compatible(_modifiers(parse, chains.found[other]), _modifiers(parse, one))


def _modifiers(parse: Parse, one: Found) -> str:
    return " ".join(
        parse.lowers[t]
        for t in range(one.first, one.end)
        if t != one.head and parse.pos[t] in ("NOUN", "PROPN", "ADJ", "NUM")
    )


def _compatible(earlier: str, later: str) -> bool:
    """A later phrase may say less than the earlier one, or the same; it may not say something else."""
    before, after = set(earlier.lower().split()), set(later.lower().split())
    return after <= before or before <= after


def _wider(parse: Parse, chains: Chains, quotes: Quotes, place: int) -> int | None:
    """The name that a general noun goes back to: `the city`, `the woman`, which is nobody who speaks of her."""
    one = chains.found[place]
    if one.plural and one.kind != "group":
        return None
    for other in _before(parse, chains, place, _PRONOUN_REACH):
        known = chains.bearer(other)
        if chains.found[other].form == "pronoun" or not _covers(one, known.names, known.country, known.kind):
            continue
        if one.kind == "person" and (quotes.speaks(other, place) or not one.gender or known.gender != one.gender):
            continue
        if known.age is not None and not _of_years(one.noun, known.age):
            continue
        if (chains.agree(other, place) and not chains.rivals(other, place)) or _of_body(one, known.kind):
            return other
    return None


def _of_years(noun: str, age: int) -> bool:
    """Whether who is so old goes by a noun: a child of 15 is not "the man", nor a man of 30 "the boy"."""
    return age >= _GROWN if noun in ("man", "woman") else age <= _YOUNG if noun in ("boy", "girl") else True


def _of_body(one: Found, kind: str) -> bool:
    """`The team`, `the group`: a noun for several that a body with a name goes by."""
    return kind == "organization" and one.noun in _BODIES


def _covers(one: Found, names: list[str], country: str, kind: str) -> bool:
    """Whether a noun is one by which a named bearer of this kind is called for short."""
    if one.kind == "place":
        if kind != "place" or not names:
            return False
        states = one.noun in ("country", "nation")
        return bool(country) if states else one.noun in ("city", "town", "village", "capital") and not country
    if one.kind == "person":
        return kind == "person" and one.noun in ("man", "woman", "boy", "girl")
    if _of_body(one, kind) and one.end - one.first == 2:
        return any(name.endswith("s") or one.noun != "team" for name in names)
    return kind == one.kind and any(goes_by(one.noun, name) for name in names) and one.end - one.first == 2


def _pronoun(parse: Parse, chains: Chains, quotes: Quotes, place: int) -> None:
    one = chains.found[place]
    if one.noun in ("who", "whom", "whose"):
        _relative(parse, chains, place)
    elif one.noun in ("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"):
        quotes.first_person(place)
    elif one.noun in ("you", "your", "yours", "yourself", "yourselves"):
        chains.dropped.add(place)
    else:
        best = _antecedent(parse, chains, quotes, place)
        if best is not None:
            chains.join(place, best)
        if one.noun in _UNSAID:
            chains.dropped.add(place)
        if best is None and one.noun in ("it", "its", "itself"):
            chains.dropped.add(place)


def _relative(parse: Parse, chains: Chains, place: int) -> None:
    token = chains.found[place].head
    above = next((t for t in parse.above(token) if parse.deps[t] == "relcl"), None)
    goal = parse.heads[above] if above is not None else None
    for other in range(place - 1, -1, -1):
        if goal is not None and chains.found[other].head == goal:
            chains.join(place, other)
            return
    chains.dropped.add(place)


def _antecedent(parse: Parse, chains: Chains, quotes: Quotes, place: int) -> int | None:
    never = barred(parse, chains, place)
    scored = [
        (score, other)
        for other in _before(parse, chains, place, _PRONOUN_REACH)
        if chains.of(other) not in never
        and not chains.rivals(other, place)  # "named him as Ruiz" means nobody else with a name
        and (score := _score(parse, chains, quotes, other, place)) is not None
    ]
    return max(scored)[1] if scored else None


def _score(parse: Parse, chains: Chains, quotes: Quotes, other: int, place: int) -> float | None:
    """How well an earlier mention suits a pronoun, or None where it cannot."""
    one, two = chains.found[place], chains.found[other]
    if not _may(chains, other, place) or quotes.speaks(other, place) or quotes.told_by(other, place):
        return None
    distance = parse.sentence_at[one.first] - parse.sentence_at[two.first]
    if one.noun == "it" and (distance > 1 or parse.deps[two.head] not in SUBJECTS or _empty(parse, one.head)):
        return None
    score = -1.5 * distance - 0.01 * (one.first - two.first)
    score += 1.0 if parse.deps[two.head] in SUBJECTS else 0.0
    score += 0.5 if two.form in ("name", "pronoun") else 0.0
    score += 0.5 if one.gender and chains.bearer(other).gender == one.gender else 0.0
    score -= 0.8 if parse.deps[two.head] in ("poss", "compound", "nmod", "amod") else 0.0
    score -= 1.6 if one.plural and not chains.bearer(other).plural else 0.0
    score -= 0.25 if parse.deps[two.head] == "pobj" else 0.0
    score += 0.1 * min(chains.bearer(other).count, 5)
    return score


def _empty(parse: Parse, token: int) -> bool:
    """The `it` of "it is clear that", "it is too early to"."""
    verb = parse.heads[token]
    return parse.lemmas[verb] == "be" and any(
        parse.deps[kid] in ("ccomp", "xcomp", "advcl", "npadvmod") for kid in parse.kids[verb]
    )


def _may(chains: Chains, other: int, place: int) -> bool:
    one, known = chains.found[place], chains.bearer(other)
    if one.noun in ("he", "she") or one.gender:
        return known.kind == "person" and not known.plural and known.gender in (None, one.gender)
    if one.plural:
        return known.plural or (known.kind in ("group", "organization") and not known.country)
    return not known.plural and (
        known.kind == "organization" or (known.kind not in ("person", "group") and bool(known.names))
    )
