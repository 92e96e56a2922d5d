"""Capitalised words that are no name: dates, hours, numbers of exhibits, the verbs and common nouns of a headline."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise

from dateline.knowledge.actions import verbs
from dateline.knowledge.bodies import body_named
from dateline.knowledge.calendar import table
from dateline.knowledge.casing import counted_small, is_name, own_form
from dateline.knowledge.countries import country_in, country_named
from dateline.knowledge.nouns import noun
from dateline.knowledge.outlets import outlets
from dateline.knowledge.persons import is_given_name, is_honorific
from dateline.knowledge.places import named
from dateline.within.parse import Parse
from dateline.within.who.found import word, words

_NO_BEARER = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_NUMBER = re.compile(r"\W*(?:\d[\d,.]*(?:st|nd|rd|th|s)?|\W)*", re.IGNORECASE)
_HOUR = re.compile(r"(?:\d{1,2}(?::\d\d)?)? ?[ap]\.?m\b.*", re.IGNORECASE)
_MARKING = re.compile(r"[A-Z]{1,3} ?-? ?\d{2,}\w?")
_PREFIX = re.compile(r"(?:post|pre|pro|anti|non|mid|ex)-.+", re.IGNORECASE)
_SMALL = 90  # per cent of lower case from which on a word is common: capitals in a headline do not make it a name


def no_bearer(label: str) -> bool:
    """Say whether the parser's own label rules a name out."""
    return label in _NO_BEARER


def doubtful(parse: Parse, first: int, end: int, kind: str, surnames: Container[str] = ()) -> bool:
    """Say whether words that look like a name of a kind are none.

    ``surnames`` are the last words of the report's full names: "Strong" is one where the report has "Ann Strong".
    """
    text = words(parse, first, end)
    if (
        _dated(text)
        or text.lower() in table("zones")
        or _HOUR.fullmatch(text)
        or (_MARKING.fullmatch(text) and not _known(text))
    ):
        return True
    if _PREFIX.fullmatch(text) and not _known(text):
        return True
    if kind == "person" and (text in surnames or (first and is_honorific(word(parse, first - 1)))):
        return False
    if kind == "person" or end - first == 1 or in_headline(parse, first):
        town = kind != "person" and bool(named(text))
        return _common(parse, first, end) and not town and not _known(text)
    return False


def in_headline(parse: Parse, token: int) -> bool:
    """Say whether a word stands in a headline, where capitals say little."""
    return parse.block_of(token).kind == "headline"


def headline_verb(parse: Parse, token: int, *, named: bool = False) -> bool:
    """Say whether a word of a headline is a verb that the capitals drew into a name: `Captures`, `Detains`.

    ``named`` says that somebody's given name follows, by which a headline run into the text is known as well.
    """
    said, small = word(parse, token), word(parse, token).lower()
    if token and parse.lowers[token - 1] == "to":
        return said[:1].isupper() and small in verbs() and named
    heard = in_headline(parse, token) or (named and small.endswith("s"))
    return heard and said[:1].isupper() and noun(small) is None and _is_verb(small)


def _is_verb(small: str) -> bool:
    return any(
        small.endswith(tail) and small.removesuffix(tail) + ending in verbs()
        for tail, ending in (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ied", "y"))
    )


def _plain(parse: Parse, token: int) -> bool:
    """Whether a word is one that running text writes small, as far as counts and the report itself tell."""
    small = word(parse, token).lower()
    if counted_small(small) < _SMALL or own_form(small) is not None:
        return False
    opens = token == parse.sentences[parse.sentence_at[token]].first or in_headline(parse, token)
    return opens or parse.words[token].isupper() or small in parse.words


def _dated(text: str) -> bool:
    pieces = [piece for piece in re.split(r"[\s,]+", text) if piece]
    months = [p for p in pieces if p.strip(".").lower() in table("months") or p.strip(".").lower() in table("weekdays")]
    rest = [p for p in pieces if p not in months]
    if not all(_NUMBER.fullmatch(p) for p in rest):
        return False
    return bool(rest) or not months or not is_given_name(text)


def _known(text: str) -> bool:
    return bool(body_named(text) or outlets().named(text) or country_named(text) or own_form(text.lower()))


def _common(parse: Parse, first: int, end: int) -> bool:
    """Whether every word is a common one, and none a given name, a people's or a place's."""
    tokens = [token for token in range(first, end) if parse.words[token].isalpha()]
    said = [word(parse, token) for token in tokens]
    if not said or any(is_given_name(one) or country_in(one) for one in said):
        return False
    if not all(_plain(parse, token) for token in tokens):
        return False
    return not any(is_name(one.lower(), other.lower()) for one, other in pairwise(said))


def without_s(parse: Parse, text: str) -> str:
    """`Syrias` in a text that lost its apostrophes: the name itself, where it is known or stands elsewhere."""
    bare = text[:-1]
    if not text.endswith("s") or text.endswith("ss") or len(bare) < 4:
        return text
    stands = bare.rpartition(" ")[2] in parse.words and " " not in bare
    return bare if (country_named(bare) and not country_named(text)) or (stands and not named(text)) else text
