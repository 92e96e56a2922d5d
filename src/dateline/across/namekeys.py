"""Keys under which bearers meet that may be one: by the sound of names, by initials, by listed bodies and places."""

from __future__ import annotations

from itertools import pairwise

from dateline.knowledge.given_names import full_names, names_of
from dateline.knowledge.name_parts import personal
from dateline.knowledge.organisations import body, known_bodies, weight
from dateline.knowledge.placekeys import bare, key
from dateline.knowledge.romanise import latin
from dateline.knowledge.sounds import skeleton

LONG = 6  # parts of a longer name are not all paired


def person_keys(name: str) -> list[str]:
    """Keys of a personal name: each part's consonants beside what another part may begin with or be short for."""
    parts = [part.text for part in personal(name).parts][:LONG]
    found = set()
    for at, part in enumerate(parts):
        if len(part) < 2:
            continue
        heads = {given for i, other in enumerate(parts) if i != at for given in _starts(other)}
        found |= {f"{skeleton(part)}+{head}" for head in heads}
    return sorted(found)


def _starts(part: str) -> set[str]:
    """What a given name may meet its spellings under: its first sound, and the names it may be."""
    names = names_of(part) | full_names(part)
    first = skeleton(part)[:1] if part[0] not in "aeiouyh'āūī" else "-"
    return {first, *names} if len(names) < 6 else {first}


def part_keys(name: str) -> list[str]:
    """Keys of the single parts of a personal name, for bare surnames and given names."""
    return sorted({skeleton(part.text) or part.text for part in personal(name).parts if len(part.text) > 1})


def body_keys(name: str) -> list[str]:
    """Keys of an organisation's name: listed bodies, initials, the first telling words, all consonants' beginning."""
    taken = body(name)
    found = {f"body:{number}" for number in known_bodies(name)}
    own = [word for word in taken.words if weight(word) >= 0.5]
    letters = "".join(letter for letter in latin(name) if letter.isalnum())
    if 2 <= len(letters) <= 6:
        found.add(f"letters:{letters}")
    if len(own) > 1:
        found.add("letters:" + "".join(word[0] for word in own))
        found.add("letters:" + "".join(word[0] for word in taken.words if weight(word) > 0))
        found |= {f"two:{skeleton(a) or a}+{skeleton(b) or b}" for a, b in pairwise(own)}
    found.add(f"all:{skeleton(taken.joined)[:5] or taken.joined}")
    if own:
        found.add(f"all:{skeleton(own[0])[:5] or own[0]}")
    return sorted(found)


def place_key(name: str) -> str:
    """The key of a place's name without its article."""
    return key(bare(name)) or key(name)
