"""Two names of organisations, facilities or vessels compared: forms of law, generic words, acronyms, numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

import msgspec
from rapidfuzz.distance import OSA

from dateline.knowledge.likeness import Likeness
from dateline.knowledge.name_tables import rows
from dateline.knowledge.romanise import ABJAD, latin
from dateline.knowledge.sounds import near

_OTHER = re.compile(r"[^a-z0-9]")
_LETTERS = re.compile(r"[B-DF-HJ-NP-TV-Z]{2,3}|[B-DF-HJ-NP-TV-Z]{3}[A-Z]{1,2}")
_LINK = re.compile(r"(?<=[^\W\d_]{3})-(?:e|i|ye)-(?=[^\W\d_]{3})", re.IGNORECASE)  # Persian and Urdu "of"
OWN = 1.0  # weight of a word that is not in the table of generic words
SAME = 0.72  # two words are taken for one from here on
WHOLE = 0.9  # two names written together are taken for one from here on
EXTRA = 1.65  # how much a word counts that only one side has; at 1 every subsidiary was its parent
LONGER = 0.6  # and how much of that where the shared words tell enough by themselves
ASIDE = 0.5  # and how much of that where it stands in brackets


class Body(msgspec.Struct, frozen=True):
    """An organisation's name: its words in order, the class of its legal form, and all letters without a space."""

    words: tuple[str, ...]
    form: str
    joined: str
    abjad: bool
    aside: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[tuple[str, ...], str], ...]:
    listed = [
        (tuple(form.replace("/", " ").split()), kind)
        for kind, forms in rows("legal_forms.tsv")
        for form in forms.split("|")
    ]
    return tuple(sorted(listed, key=lambda form: (-len(form[0]), form)))


_Ranked = tuple[int, tuple[str, ...], str]
_NOT_FIRST = frozenset({"at", "as", "co", "se"})


@lru_cache(maxsize=1)
def _form_ends() -> tuple[dict[str, list[_Ranked]], dict[str, list[_Ranked]]]:
    """The forms by their last word and, of those that may stand first, by their first word, each with its rank."""
    last: dict[str, list[_Ranked]] = defaultdict(list)
    first: dict[str, list[_Ranked]] = defaultdict(list)
    for rank, (words, kind) in enumerate(_forms()):
        last[words[-1]].append((rank, words, kind))
        if words[0] not in _NOT_FIRST:
            first[words[0]].append((rank, words, kind))
    return dict(last), dict(first)


@lru_cache(maxsize=1)
def _generic() -> dict[str, tuple[float, str]]:
    return {row[0]: (float(row[1]), row[2] if len(row) > 2 else row[0]) for row in rows("organisation_words.tsv")}


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[int]]:
    """Joined letters of a listed name -> the bodies that go by it."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, (line,) in enumerate(rows("organisations.tsv")):
        for name in line.split("|"):
            found[_letters(name)].add(number)
    return {name: frozenset(bodies) for name, bodies in found.items()}


@lru_cache(maxsize=65536)
def _letters(name: str) -> str:
    return _OTHER.sub("", latin(name)).removeprefix("the")


def known_bodies(name: str) -> frozenset[int]:
    """Numbers of the listed organisations that go by a name."""
    return _known().get(_letters(name), frozenset())


@lru_cache(maxsize=16384)
def body(name: str) -> Body:
    """Take an organisation's name apart."""
    abjad = bool(ABJAD.search(name))
    text = latin(_LINK.sub(" ", re.sub(r"['’]s\b", "", name))).replace("&", " and ")
    text = re.sub(r"\b((?:[a-z]\.)+[a-z]?)(?=\W|$)", lambda found: found.group().replace(".", ""), text)
    tokens = [token.strip("'") for token in re.findall(r"[a-z0-9āūī']+", text)]
    tokens = [token for token in tokens if token]
    kept, form = _formless(tokens)
    kept = _articleless(kept) or tokens
    same = _numbers([word for token in kept for word in _generic().get(token, (OWN, token))[1].split()])
    aside = frozenset(latin(" ".join(re.findall(r"\(([^)]*)\)", name))).split())
    return Body(tuple(same), form, "".join(same), abjad, aside)


def _formless(tokens: list[str]) -> tuple[list[str], str]:
    """Take the legal form off both ends; the first one found gives the class."""
    form = ""
    for _ in range(3):
        found = _form_of(tokens)
        if found is None:
            break
        size, first, kind = found
        tokens, form = tokens[size:] if first else tokens[:-size], form or kind
    return tokens, form


def _form_of(tokens: list[str]) -> tuple[int, bool, str] | None:
    """The longest form of law at an end of a name: how many words it has, whether it stands first, and its class."""
    if len(tokens) < 2:
        return None
    last, first = _form_ends()
    best: tuple[int, bool, str, int] | None = None
    for opens, listed in ((False, last.get(tokens[-1], ())), (True, first.get(tokens[0], ()))):
        for rank, words, kind in listed:
            size = len(words)
            if best is not None and rank >= best[3]:
                break
            if len(tokens) > size and tuple(tokens[:size] if opens else tokens[-size:]) == words:
                best = (size, opens, kind, rank)
                break
    return best[:3] if best else None


def _numbers(words: list[str]) -> list[str]:
    """Forty and four written as one number."""
    found: list[str] = []
    for word in words:
        if found and word.isdigit() and len(word) == 1 and re.fullmatch("[2-9]0", found[-1]):
            found[-1] = found[-1][0] + word
        else:
            found.append(word)
    return found


def _articleless(tokens: list[str]) -> list[str]:
    return [token for token in tokens if token not in {"al", "el", "the"}]


@lru_cache(maxsize=16384)
def weight(word: str) -> float:
    """How much a word tells which organisation is meant."""
    return _generic().get(word, (OWN, word))[0]


def compare_bodies(left: str, right: str, kind: str = "organization") -> Likeness:
    """Compare two names of organisations (or of vessels); 0.5 and more is the same."""
    if alternatives := [(a, b) for a in _either(left) for b in _either(right) if (a, b) != (left, right)]:
        return max((compare_bodies(a, b, kind) for a, b in alternatives), key=lambda found: found.score)
    if known_bodies(left) & known_bodies(right):
        return Likeness(0.97, f"{left} and {right} are listed as names of one body")
    one, other = body(left), body(right)
    if one.joined == other.joined:
        return _formed(1.0, one, other, "the names are the same but for their form of law, spaces and marks")
    if (short := _acronym(left, one, right, other)) is not None:
        return short
    if _spelled(left) != _spelled(right):
        return Likeness(0.05, "one is spoken letter by letter")
    if known_bodies(left) and known_bodies(right):
        return Likeness(0.1, f"{left} and {right} are listed as two bodies")
    found = _by_words(one, other, kind)
    whole = near(one.joined, other.joined, WHOLE, abjad=one.abjad != other.abjad)
    same_numbers = re.findall(r"\d+", one.joined) == re.findall(r"\d+", other.joined)
    if whole >= WHOLE and found.score < whole and len(one.words) != len(other.words) and same_numbers:
        return _formed(whole * 0.95, one, other, "written together the names sound alike")
    return _formed(found.score, one, other, found.reason)


def _either(name: str) -> list[str]:
    """The names in "Al-Qaida/Islamic Army"; most names hold no stroke and stand alone."""
    return [part.strip() for part in name.split("/") if len(part.strip()) > 3] if "/" in name[4:-4] else [name]


def _formed(score: float, one: Body, other: Body, reason: str) -> Likeness:
    """Lower a score where the legal forms are of two kinds: Deutsche Bank AG is not Deutsche Bank GmbH."""
    if one.form and other.form and one.form != other.form and {one.form, other.form} == {"joint-stock", "limited"}:
        return Likeness(round(score * 0.45, 4), f"{reason}; the forms of law differ ({one.form}, {other.form})")
    return Likeness(round(score, 4), reason)


def _acronym(left: str, one: Body, right: str, other: Body) -> Likeness | None:
    for short, said, full, name in ((one, left, other, right), (other, right, one, left)):
        letters = _capitals(said)
        if letters and letters != short.joined and known_bodies(letters) & known_bodies(name):
            return Likeness(0.8, f"{letters.upper()} is listed as a name of {name}")
        if len(letters) < 2 or len(full.words) < len(letters) - 1 or len(full.words) < 2:
            continue
        initials = "".join(word[0] for word in full.words)
        own = "".join(word[0] for word in full.words if weight(word) > 0)
        if letters in {initials, own} or (len(letters) > 2 and (own + "a" == letters or own.startswith(letters))):
            extra = [word for word in short.words if word != letters]
            if all(weight(word) < OWN or word in full.words for word in extra):
                return Likeness(0.85, f"{letters.upper()} are the initials of the longer name")
    return None


def _spelled(name: str) -> bool:
    """Whether a name is a run of letters that nobody speaks as a word, as of a station ("KQXB") or an office."""
    return bool(_LETTERS.fullmatch(name))


def _capitals(name: str) -> str:
    """The acronym in a name, lower-cased: SANA of "SANA news agency"; empty where there is none."""
    found = re.search(r"\b(?:[A-Z]\.?){2,6}(?![\w])", name)
    whole = sum(letter.isalpha() for letter in name)
    if not found or (name.isupper() and len(name.split()) > 1):
        return ""
    letters = re.sub(r"\W", "", found.group()).lower()
    return letters if whole - len(letters) <= 20 else ""


def _by_words(one: Body, other: Body, kind: str) -> Likeness:
    abjad = one.abjad != other.abjad
    free = list(other.words)
    met, rest, slips = 0.0, [], 0.0
    for word in one.words:
        scored = [(word_likeness(word, theirs, abjad=abjad), -at) for at, theirs in enumerate(free)]
        best, at = max(scored, default=(0.0, 0))
        if best >= SAME:
            met += min(weight(word), weight(free.pop(-at)))
            slips += (1 - best) * max(weight(word), 0.6)
        else:
            rest.append(word)
    lost, more = _weights(rest, one.aside), _weights(free, other.aside)
    return _judged(met, slips, (lost, rest), (more, free), kind)


def _judged(
    met: float, slips: float, left: tuple[float, list[str]], right: tuple[float, list[str]], kind: str
) -> Likeness:
    (lost, rest), (more, free) = left, right
    if not met:
        return Likeness(0.05, "no telling word in common")
    if lost and more:
        score = met / (met + 1.6 * max(lost, more) + 0.4 * min(lost, more)) * 0.8
        why = f"{' '.join(rest)} is not {' '.join(free)}"
    elif lost or more:
        extra = rest if lost else free
        numbered = any(re.fullmatch(r"\d+", word) for word in extra)
        more_said = EXTRA * (LONGER if met >= 2.5 else 1.0) * (lost + more)
        score = met / (met + more_said) * (0.45 if numbered else 1.0)
        why = f"only one has {' '.join(extra)}"
    else:
        score, why = 1.0, "all telling words agree"
    if slips:
        score *= max(0.0, 1.0 - 0.9 * slips / max(1.0, 0.5 * met))
        why += ", give or take spelling"
    return Likeness(score * (0.95 if kind == "vessel" else 1.0), why)


def _weights(words: list[str], aside: frozenset[str]) -> float:
    return sum(weight(word) * (ASIDE if word in aside else 1.0) for word in words)


@lru_cache(maxsize=65536)
def word_likeness(left: str, right: str, *, abjad: bool = False) -> float:
    """How alike two words of organisation names are: by sound, or one slip apart; numbers agree or do not.

    What is below ``SAME`` may be given as less than it is.
    """
    if left == right:
        return 1.0
    if left.isdigit() or right.isdigit():
        return 0.0
    size = max(len(left), len(right))
    if weight(left) < OWN and weight(right) < OWN:
        return 0.0
    if min(len(left), len(right)) <= 2:
        return 0.0
    edits = OSA.distance(left, right)
    slip = 0.9 - 0.4 * edits / size if edits == 1 or (edits == 2 and size >= 8) else 0.0
    stem = 0.85 if size >= 7 and min(len(left), len(right)) >= 5 and left[:5] == right[:5] and edits <= 2 else 0.0
    return max(near(left, right, SAME, abjad=abjad) - 0.05, slip, stem)
