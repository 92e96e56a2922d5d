"""The names of a report found once more where the parser missed them."""

from __future__ import annotations

from collections import defaultdict

from msgspec.structs import replace

from dateline.within.parse import Parse
from dateline.within.who.found import Found, head_of, word, words


def again(parse: Parse, found: list[Found]) -> list[Found]:
    """Find the report's names once more where the parser missed them: headlines above all."""
    taken = {token for one in found for token in range(one.first, one.end)}
    known: dict[str, Found] = {}
    for one in found:
        known.setdefault(one.name, one)
        if one.kind == "person" and " " in one.name:
            known.setdefault(word(parse, one.end - 1), replace(one, first=one.end - 1))
    starts: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known, key=len, reverse=True):
        starts[name.split(" ")[0]].append(name)
    fresh = []
    token = 0
    while token < len(parse):
        skip = token in taken or parse.words[token].islower()
        made = None if skip else _same_again(parse, token, starts, known, taken)
        if made:
            fresh.append(made)
        token = made.end if made else token + 1
    return sorted(found + fresh, key=lambda one: one.first)


def _same_again(
    parse: Parse, token: int, starts: dict[str, list[str]], known: dict[str, Found], taken: set[int]
) -> Found | None:
    for name in starts.get(word(parse, token), ()):
        one = known[name]
        end = token + len(name.split(" ")) if "-" not in name else _reach(parse, token, name)
        if end > len(parse) or words(parse, token, end) != name or any(t in taken for t in range(token, end)):
            continue
        if len(name) < 3 or parse.pos[end - 1] in ("VERB", "AUX", "ADJ"):
            continue
        head = head_of(parse, token, end)
        return replace(one, first=token, end=end, head=head, name=name)
    return None


def _reach(parse: Parse, token: int, name: str) -> int:
    end = token + 1
    while end < len(parse) and len(words(parse, token, end)) < len(name):
        end += 1
    return end
