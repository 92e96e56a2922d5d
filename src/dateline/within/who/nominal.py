"""Noun phrases that stand for somebody without naming them: `the rebels`, `a 26-year-old student`, `police`."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.knowledge.countries import country_in, country_of_adjective
from dateline.knowledge.life import years
from dateline.knowledge.nouns import Noun, noun
from dateline.knowledge.small_words import small
from dateline.model import EntityKind
from dateline.model.mention import Gender
from dateline.within.parse import Parse
from dateline.within.who.found import Found, one_sentence, word, words
from dateline.within.who.name_doubt import headline_verb

_PEOPLE_ADJECTIVES = frozenset(
    {"wounded", "injured", "dead", "missing", "displaced", "homeless", "accused", "deceased"}
)
_EDGE = frozenset({"punct", "cc", "preconj", "predet", "advmod", "mark", "prep"})
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "DATE", "TIME", "ORDINAL"})
_MODIFIES = frozenset({"compound", "amod", "nmod", "advmod", "npadvmod", "nummod", "quantmod", "punct", "aux"})
_ONES = small("ones")
_BOUND = small("bound_prefixes")
_ARTICLES = small("articles")
_POINTING = small("pointing")


_CREDITS = small("credits")


def nominals(parse: Parse, names: Iterable[Found]) -> list[Found]:
    """The noun phrases of a report that stand for people, groups, organisations, places, facilities or documents."""
    heads = {token: one for one in names for token in range(one.first, one.end)}
    counted = {t for first, end, label in parse.names if label in _AMOUNTS for t in range(first, end)}
    found = []
    for token, pos in enumerate(parse.pos):
        if token in heads or pos not in ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "PRON"):
            continue
        made = _phrase(parse, token, heads) if pos != "NUM" or token not in counted else None
        if made:
            found.append(made)
    return found


def _phrase(parse: Parse, token: int, names: dict[int, Found]) -> Found | None:
    if parse.deps[token] in _MODIFIES and not _before_verb(parse, token):
        return None
    plain = parse.pos[token] in ("NOUN", "PROPN") and parse.lowers[token] not in ("old", "olds")
    if plain or _title_last(parse, token) or _national(parse, token):
        return _by_noun(parse, token, names)
    return _by_number(parse, token, names)


def _title_last(parse: Parse, token: int) -> bool:
    """`The country's surgeon general`: the adjective comes last, and the parser takes it for the head."""
    last = parse.lowers[token] == "general" and token and parse.heads[token - 1] == token
    return bool(last) and noun(f"{parse.lowers[token - 1]} general") is not None


def _before_verb(parse: Parse, token: int) -> bool:
    """`Alpinist Dies`, `Driver Charged`: somebody in a headline whose verb the capitals made part of his name."""
    after = parse.heads[token]
    known = noun(parse.lowers[token]) if after == token + 1 else None
    return known is not None and known.kind == "person" and headline_verb(parse, after)


def _by_noun(parse: Parse, token: int, names: dict[int, Found]) -> Found | None:
    known = None
    low = parse.lowers[token].partition("[")[0].rstrip(".,") or parse.lowers[token]
    if token and token - 1 not in names and parse.heads[token - 1] == token:
        known = noun(f"{parse.lowers[token - 1]} {low}")
    if token + 1 < len(parse) and parse.lowers[token + 1] == "general" and one_sentence(parse, token, token + 1):
        known = noun(f"{low} general") or known  # "surgeon general": the adjective comes last
    known = known or noun(low) or noun(parse.low_lemmas[token]) or _national(parse, token)
    if known is None or known.named:
        return None
    if low in _CREDITS and parse.words[token + 1 : token + 2] == [":"]:
        return None
    made = _made(parse, token, known, names)
    return None if _bare_thing(parse, made, known) else made


def _national(parse: Parse, token: int) -> Noun | None:
    """`A Norwegian`, `one Dane`: somebody called by nothing but a people's name."""
    people = country_of_adjective(parse.words[token])
    one = token and parse.lowers[token - 1] in _ONES and parse.heads[token - 1] == token
    if not people or not one or parse.deps[token] not in ("nsubj", "nsubjpass", "dobj", "conj", "appos", "pobj"):
        return None
    return Noun("national", "person", "", office=False, many=False)


def _bare_thing(parse: Parse, made: Found, known: Noun) -> bool:
    """`In place`, `at home`, `north of`: a thing in the singular without any word before it is rarely pointed at."""
    alone = made.head == made.first and made.end == made.first + 1 and not made.plural
    headline = parse.block_of(made.head).kind == "headline"
    return alone and known.kind in ("place", "facility", "document") and not headline


def _by_number(parse: Parse, token: int, names: dict[int, Found]) -> Found | None:
    """`The wounded`, `two were killed`, `those who fled`: people without a noun."""
    low, dep = parse.lowers[token], parse.deps[token]
    below = [parse.lowers[kid] for kid in parse.kids[token]]
    aged = low in ("old", "olds") and token > 3 and parse.lowers[token - 2] in ("year", "years")
    counted = parse.pos[token] == "NUM" and dep in ("nsubj", "nsubjpass", "dobj") and _acts_on_people(parse, token)
    named = low in _PEOPLE_ADJECTIVES and "the" in below
    those = low in ("those", "others") and any(parse.lowers[k] in ("who", "whose") for k in parse.subtree(token)[:8])
    if aged and parse.deps[token] not in ("amod", "advmod", "compound"):
        return _made(parse, token, Noun("year-old", "person", "", office=False, many=False), names)
    if not (counted or named or those):
        return None
    return _made(parse, token, Noun("person" if counted else low, "person", "", office=False, many=True), names)


def _acts_on_people(parse: Parse, token: int) -> bool:
    verb, before = parse.heads[token], parse.words[max(0, token - 1)]
    modified = any(parse.deps[kid] != "punct" for kid in parse.kids[token])
    if (parse.lowers[token] == "one" and modified) or before in (".", "$", "#", "No.") or len(parse.words[token]) > 9:
        return False
    known = noun(parse.lemmas[verb])
    return parse.pos[verb] == "VERB" and known is None and not any(parse.lowers[k] == "of" for k in parse.kids[token])


def _made(parse: Parse, token: int, known: Noun, names: dict[int, Found]) -> Found:
    first, end = _extent(parse, token, names)
    plural = known.plural or known.many or parse.tags[token] in ("NNS", "NNPS")
    kind: EntityKind = "group" if known.kind == "person" and plural else known.kind  # type: ignore[assignment]
    text = words(parse, first, end)
    before = [parse.lowers[t] for t in range(first, token)]
    role = words(parse, _bare(parse, first), end) if known.office and not plural else ""
    gender: Gender | None = known.gender or None  # type: ignore[assignment]
    pointing = bool(before) and (before[0] in _POINTING or parse.tags[first] == "PRP$" or "'s" in before)
    indefinite = bool(before) and before[0] in ("a", "an", "another", "one")
    return Found(
        first=first,
        end=end,
        head=token,
        kind=kind,
        form="role" if role and not indefinite and known.kind == "person" else "nominal",
        noun=known.word,
        role=role,
        country=_country(parse, first, token, names),
        age=years(text),
        gender=gender if not plural else None,
        plural=plural,
        # "US Surgeon General", without an article but with capitals, is the one office there is.
        definite=pointing or bool(role and not indefinite and parse.tags[token] == "NNP"),
    )


def _bare(parse: Parse, first: int) -> int:
    return first + 1 if parse.tags[first] in ("DT", "PRP$") else first


def _country(parse: Parse, first: int, head: int, names: dict[int, Found]) -> str:
    for token in range(first, head):
        if token in names and names[token].country:
            return names[token].country
        if word(parse, token)[:1].isupper() and (code := country_in(word(parse, token))):
            return code
    return ""


def _extent(parse: Parse, token: int, names: dict[int, Found]) -> tuple[int, int]:
    """From the left edge of the phrase to its head, and on over an of-phrase with a name: `the people of Ghana`."""
    floor = parse.sentences[parse.sentence_at[token]].first
    first = token
    while first > floor and _leads(parse, first - 1, token) and not (first < token and _opens(parse, first)):
        first -= 1
    while first < token and (parse.pos[first] in ("PUNCT", "CCONJ", "ADV", "SCONJ") or parse.deps[first] in _EDGE):
        first += 1
    if first - 2 > floor and parse.words[first - 1] == "-" and parse.lowers[first - 2] in _BOUND:
        first -= 2
    if first < token and parse.tags[first - 1] == "DT" and first > floor and parse.lowers[first] in _BOUND:
        first -= 1
    return first, _past_of(parse, token, names)


def _opens(parse: Parse, token: int) -> bool:
    """Whether nothing of a phrase stands before a token: it opens with its article, however a headline runs into it."""
    return parse.lowers[token] in _ARTICLES and parse.tags[token] == "DT"


def _leads(parse: Parse, token: int, head: int) -> bool:
    """Whether a token left of a head belongs to its phrase: it hangs below the head."""
    if parse.deps[token] in ("relcl", "appos") or parse.pos[token] == "ADP":
        return False
    heads, above = parse.heads, token
    while above != head:
        if heads[above] == above:
            return False
        above = heads[above]
    return True


def _past_of(parse: Parse, token: int, names: dict[int, Found]) -> int:
    follow = token + 1
    if follow >= len(parse) or not one_sentence(parse, token, follow):
        return follow
    if parse.lowers[follow] == "general" and parse.pos[follow] == "ADJ":
        return follow + 1
    if parse.lowers[follow] != "of" or parse.heads[follow] != token:
        return follow
    after = follow + 1
    if after < len(parse) and parse.lowers[after] == "the":
        after += 1
    if after < len(parse) and after in names and parse.sentence_at[after] == parse.sentence_at[token]:
        return names[after].end
    return follow
