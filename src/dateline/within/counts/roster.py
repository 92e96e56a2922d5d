"""Names in a row: `Ana Ruiz, 34; Tom Hale, 17, of Leeds; and Eva Moss`, which parsers take for anything but a list."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Mention
from dateline.within.mention_index import MentionIndex
from dateline.within.parse import Parse, Sentence

_GAP = 16  # tokens between two names of one row: an age, a home, who they are to one another
_BREAKS = frozenset({"by", "with", "after", "who", "whose", "that", "which", "against", "said", "from", "told", "to"})
_NEAR = 7  # tokens from the mark behind "three men" to the first name: "18 year old Tom Hale"
_MARKS = frozenset({",", ":", "—", "–", "-", "--", "("})
_LINKS = frozenset({",", ";", "and", "&", "—", "–", "-"})


class Rosters:
    """Finds rows of people's names in one parse."""

    def __init__(self, parse: Parse, index: MentionIndex) -> None:
        self._parse = parse
        self._index = index

    def people(self, sentence: Sentence) -> list[Mention]:
        """The people that a sentence names, in its order."""
        found = self._index.inside(sentence.first, sentence.end)
        return [m for m in found if m.form == "name" and m.kind == "person" and self._whole(m)]

    def _whole(self, mention: Mention) -> bool:
        """Say whether a name stands for its bearer and not as a part of something else ("Hale's lawyer")."""
        end = self._index.range(mention)[1]
        return end >= len(self._parse) or self._parse.tags[end] != "POS"

    def head(self, mention: Mention) -> int:
        """The token that is a name's head."""
        found = self._index.head(mention)
        return self._index.range(mention)[0] if found is None else found

    def after(self, token: int, sentence: Sentence) -> tuple[int, ...]:
        """The heads of the names in the row that begins right behind a token; nothing where none does."""
        found: list[int] = []
        end = token + 1
        for mention in self.people(sentence):
            first, stop = self._index.range(mention)
            if first < end:
                continue
            if not self._open(end, first, linked=bool(found)):
                break
            found.append(self.head(mention))
            end = stop
        return tuple(found)

    def aged(self, heads: Sequence[int], sentence: Sentence) -> bool:
        """Say whether the age of one of these is said beside the name."""
        return any(m.age is not None and self.head(m) in heads for m in self.people(sentence))

    def before(self, token: int, sentence: Sentence) -> tuple[int, ...]:
        """The heads of the names in the row that ends right before a token."""
        found: list[int] = []
        start = token
        for mention in reversed(self.people(sentence)):
            first, stop = self._index.range(mention)
            if stop > start:
                continue
            if not self._open(stop, start, linked=bool(found)) or self._cited(mention):
                break
            found.insert(0, self.head(mention))
            start = first
        return tuple(found)

    def _cited(self, mention: Mention) -> bool:
        """Say whether somebody is only named as who says it: "according to Mr. Ruiz, Tom Hale, 17, was shot"."""
        parse, head = self._parse, self.head(mention)
        return parse.deps[head] == "pobj" and parse.lowers[parse.heads[parse.heads[head]]] == "according"

    def around(self, heads: Sequence[int]) -> tuple[int, ...]:
        """Heads with the others of the row that they stand in, or with the row that says who they are."""
        named = [name for head in heads for name in self._behind(head)]
        return tuple(dict.fromkeys([*self._row(heads), *named]))

    def _behind(self, head: int) -> tuple[int, ...]:
        """The row of names set behind several people: "four residents - X, Y, Z and W - were treated"."""
        parse = self._parse
        mark = head + 1
        if parse.tags[head] != "NNS" or mark >= len(parse) or parse.words[mark] not in _MARKS:
            return ()
        names = self.after(mark, parse.sentences[parse.sentence_at[head]])
        return names if len(names) > 1 and names[0] - mark < _NEAR else ()

    def _row(self, heads: Sequence[int]) -> tuple[int, ...]:
        """A row has ages, or three names."""
        if not heads:
            return ()
        parse = self._parse
        sentence = parse.sentences[parse.sentence_at[heads[0]]]
        named = {self.head(m): m for m in self.people(sentence)}
        inside = [head for head in heads if head in named]
        if not inside or len(named) < 2:
            return tuple(heads)
        first, last = self._index.range(named[inside[0]]), self._index.range(named[inside[-1]])
        more = [h for h in self.before(first[0], sentence) if self._linked(named, h, inside[0])]
        then = [h for h in self.after(last[1] - 1, sentence) if self._linked(named, inside[-1], h)]
        between = [h for h in named if inside[0] < h < inside[-1] and h not in heads]
        amid = [h for h in between if self._beside(named[h])]  # as "X, Y and Z" where parsers say that X is Y
        row = sorted({*more, *heads, *amid, *then}) if amid else [*more, *heads, *then]
        edges = [*(self._index.range(named[h]) for h in row if h in named)]
        aged = any(parse.pos[t] == "NUM" for t in range(edges[0][0], edges[-1][1]))
        return tuple(dict.fromkeys(row)) if aged or len(row) > 2 else tuple(heads)

    def _beside(self, mention: Mention) -> bool:
        """Say whether a name stands between two marks of a row, with nothing else but an age."""
        first, end = self._index.range(mention)
        before, after = self._parse.lowers[first - 1 : first], self._parse.lowers[end : end + 1]
        return all(mark and mark[0] in _LINKS for mark in (before, after))

    def _linked(self, named: dict[int, Mention], one: int, other: int) -> bool:
        """Say whether two names next to one another stand in a row, and not one as a part of the other's clause."""
        start, stop = self._index.range(named[one])[1], self._index.range(named[other])[0]
        return start < stop and any(word in _LINKS for word in self._parse.lowers[start:stop])

    def _open(self, start: int, stop: int, *, linked: bool) -> bool:
        """Say whether nothing but ages, homes and relations stands between two tokens."""
        parse = self._parse
        if stop - start > _GAP or (linked and not any(word in _LINKS for word in parse.lowers[start:stop])):
            return False
        between = range(start, stop)
        return not any(parse.pos[t] in ("VERB", "AUX") or parse.lowers[t] in _BREAKS for t in between)
