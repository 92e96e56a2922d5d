"""Two personal names compared: part with part, and what each pair of parts says for or against one bearer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from rapidfuzz.distance import OSA

from dateline.knowledge.given_names import full_names, known, names_of
from dateline.knowledge.likeness import Likeness
from dateline.knowledge.name_parts import Part, PersonalName, personal, without_nickname
from dateline.knowledge.romanise import HAN
from dateline.knowledge.sounds import alike, distance

SAME = 0.7  # two parts are taken for one from here on
OTHER_GIVEN = 0.25  # parts that are spellings of two given names
INITIAL = 0.8
LEFT_OVER = 0.9  # for each part that only one side has, the first two
JOINED = 0.9
_NUMBER = re.compile(r"(?<!\w)\d+(?!\w)")  # "Battalion 24"; in "S1mon" a letter was read as a digit


class Pair(msgspec.Struct, frozen=True):
    """One part of the left name beside one of the right: how alike they are, and in what way."""

    left: str
    right: str
    score: float
    how: str


def compare_persons(left: str, right: str) -> Likeness:
    """Compare two personal names; 0.5 and more means that they can well be one person's."""
    bare, other_bare = without_nickname(left), without_nickname(right)
    if (bare, other_bare) != (" ".join(left.split()), " ".join(right.split())):
        return max(_compared(left, right), _compared(bare, other_bare), key=lambda found: found.score)
    return _compared(left, right)


def _compared(left: str, right: str) -> Likeness:
    one, other = personal(left), personal(right)
    if not one.parts or not other.parts:
        return Likeness(0.0, "one side holds no name")
    if one.generation is not None and other.generation is not None and one.generation != other.generation:
        return Likeness(0.2, "the generational suffixes differ")
    if _NUMBER.findall(left) != _NUMBER.findall(right):
        return Likeness(0.2, "only one has the number, or it is another")
    pairs, rest, others = _aligned(one, other)
    found = _weighed(one, other, pairs, rest, others)
    if found.score < JOINED and (joined := _joined(one, other)) > found.score:
        return Likeness(joined, f"written together the names are alike: {one.joined} and {other.joined}")
    return found


def _joined(one: PersonalName, other: PersonalName) -> float:
    """How alike two names are without spaces, where they are cut differently (PolPot, Pol Pot) or run backwards."""
    a, b = one.joined, other.joined
    if min(len(a), len(b)) < 5:
        return 0.0
    if len(one.parts) != len(other.parts):
        close = a[0] == b[0] and len(one.parts) + len(other.parts) < 8 and distance(a, b, most=0.8) <= 0.8
        return 0.93 * alike(a, b) if close else 0.0
    turned = any(p.text != p.text[::-1] and {q.text for q in other.parts} >= {p.text[::-1]} for p in one.parts)
    flat = sorted(min(p.text, p.text[::-1]) for p in one.parts) == sorted(
        min(p.text, p.text[::-1]) for p in other.parts
    )
    return 0.8 if turned and flat else 0.0


def _aligned(one: PersonalName, other: PersonalName) -> tuple[list[Pair], list[Part], list[Part]]:
    """Pair off parts, most alike first; give the pairs and what is left over on both sides."""
    a, b = _spelled_out(one, other), _spelled_out(other, one)
    abjad = one.abjad != other.abjad
    scored = sorted(
        ((pair_parts(p, q, abjad=abjad), i, j) for i, p in enumerate(a) for j, q in enumerate(b)),
        key=lambda found: (-found[0].score, abs(found[1] - found[2]), found[1], found[2]),
    )
    used: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for pair, i, j in scored:
        if pair.score >= SAME and i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            pairs.append(pair)
    rest = [p for i, p in enumerate(a) if i not in used]
    others = [q for j, q in enumerate(b) if j not in taken]
    for merged, gone, left in _merged(rest, others, abjad=abjad):
        pairs.append(merged)
        rest = [p for p in rest if p not in gone]
        others = [q for q in others if q not in left]
    if not others:
        rest = [p for p in rest if all(pair_parts(p, q, abjad=abjad).score < 0.85 for q in b)]
    if not rest:
        others = [q for q in others if all(pair_parts(p, q, abjad=abjad).score < 0.85 for p in a)]
    return pairs, rest, others


def _spelled_out(name: PersonalName, beside: PersonalName) -> list[Part]:
    """The parts, with JC cut into J and C where the other name has given names that begin so."""
    found: list[Part] = []
    starts = "".join(part.text[0] for part in beside.parts)
    for part in name.parts:
        if (
            part.said.isupper()
            and part.text in starts
            and 2 <= len(part.text) <= 3
            and len(name.parts) > 1
            and len(starts) > 2
        ):
            found += [Part(letter, letter.upper(), "initial") for letter in part.text]
        else:
            found.append(part)
    return found


def _merged(rest: list[Part], others: list[Part], *, abjad: bool) -> Iterator[tuple[Pair, list[Part], list[Part]]]:
    """Pairs of one part with two neighbours of the other side: Mohammadhasni, Mohammad Hasni."""
    for few, many, turned in ((rest, others, False), (others, rest, True)):
        for part in few:
            for k in range(len(many) - 1):
                two = many[k].text + many[k + 1].text
                if (score := alike(part.text, two, abjad=abjad)) >= 0.8:
                    said = f"{many[k].said} {many[k + 1].said}"
                    pair = Pair(said, part.said, score, "joined") if turned else Pair(part.said, said, score, "joined")
                    yield pair, [*many[k : k + 2]] if turned else [part], [part] if turned else [*many[k : k + 2]]
                    return


def pair_parts(left: Part, right: Part, *, abjad: bool = False) -> Pair:
    """How alike two parts of names are."""
    score, how = _likeness(left, right, abjad=abjad)
    crossed = "father" in {left.kind, right.kind} and left.kind != right.kind
    return Pair(left.said, right.said, score * 0.85 if crossed else score, how)


def _likeness(left: Part, right: Part, *, abjad: bool) -> tuple[float, str]:
    a, b = left.text, right.text
    if "initial" in {left.kind, right.kind}:
        if a[0] == b[0] or alike(a[0], b[0]) > 0.8:
            return (1.0, "same initial") if left.kind == right.kind else (INITIAL, "initial")
        return 0.0, "other initial"
    if a == b:
        return 1.0, "same"
    if HAN.search(left.said) and HAN.search(right.said):
        return 0.3, "other characters"
    return _as_given(left, right, alike(a, b, abjad=abjad))


def _as_given(left: Part, right: Part, sound: float) -> tuple[float, str]:
    """What the table of given names says of two parts, else how they sound."""
    a, b = left.text, right.text
    names, others = names_of(left.said) or names_of(a), names_of(right.said) or names_of(b)
    if names & others:
        return 0.95, "one given name"
    if full_names(a) & others or full_names(b) & names or full_names(a) & full_names(b):
        return 0.9, "short form"
    if known(a) and known(b):
        return min(OTHER_GIVEN, sound), "two given names"
    if names and others and not _slip(a, b):
        return min(0.55, sound), "two given names"
    return max(sound, _slip(a, b)), "sound"


def _slip(a: str, b: str) -> float:
    """How likely one word is the other with a slip of the keys or of the reading: one edit in five letters or more."""
    size = max(len(a), len(b))
    edits = OSA.distance(a, b, score_cutoff=2)
    if edits == 1 and size >= 4:
        return 0.9 - 0.5 / (size - 1)
    if edits == 2 and size >= 8:
        return 0.9 - 1.6 / (size - 1)
    return 0.0


def _weighed(
    one: PersonalName, other: PersonalName, pairs: list[Pair], rest: list[Part], others: list[Part]
) -> Likeness:
    full = [pair for pair in pairs if "initial" not in pair.how]
    if not full:
        return Likeness(0.1, f"no part of {_said(one)} is a part of {_said(other)}")
    score = 1.0
    for pair in full:
        score *= _worth(pair.score)
    # a row of initials agrees as one: each of them makes the others likelier
    score *= min((_worth(pair.score) for pair in pairs if "initial" in pair.how), default=1.0)
    score *= LEFT_OVER ** min(2, max(len(rest), len(others)))
    words = [
        f"{p.left} and {p.right} {_HOW.get(p.how, 'sound alike')} ({p.score:.2f})" for p in pairs if p.how != "same"
    ]
    same = [p.left for p in pairs if p.how == "same"]
    if same:
        words.insert(0, f"both have {' '.join(same)}")
    if rest and others:
        best = max(pair_parts(p, q, abjad=one.abjad != other.abjad).score for p in rest for q in others)
        score *= 0.25 + 0.3 * best
        words.append(f"{_words(rest)} is not {_words(others)}")
    elif rest or others:
        words.append(f"only one has {_words(rest or others)}")
        if len(pairs) == 1:
            score *= 0.72
    if _flipped(one, other):
        score *= 0.4
        words.append("father and son have changed places")
    return Likeness(round(score, 4), "; ".join(words))


_HOW = {
    "one given name": "are spellings of one given name",
    "short form": "are a short form and its full name",
    "initial": "are an initial and its name",
    "same initial": "are one initial",
    "joined": "are the same run together",
}


def _worth(score: float) -> float:
    """What a pair of parts leaves of the whole: nothing is lost at 1, half at 0.7."""
    return max(0.0, min(1.0, 1.0 - (1.0 - score) * 1.6))


def _flipped(one: PersonalName, other: PersonalName) -> bool:
    """Say whether X bin Y stands against Y bin X."""
    heads = [next((p.text for p in name.parts if p.kind == "name"), "") for name in (one, other)]
    fathers = [next((p.text for p in name.parts if p.kind == "father"), "") for name in (one, other)]
    return bool(
        all(heads) and all(fathers) and alike(heads[0], fathers[1]) > 0.85 and alike(heads[1], fathers[0]) > 0.85
        and alike(heads[0], heads[1]) < 0.85
    )  # fmt: skip


def _said(name: PersonalName) -> str:
    return _words(list(name.parts))


def _words(parts: list[Part]) -> str:
    return " ".join(part.said for part in parts)
