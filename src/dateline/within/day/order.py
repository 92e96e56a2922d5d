"""Happenings dated by their distance from another one of their sentence: "arrested Thursday, a day after he shot"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from dateline.knowledge.period import apart
from dateline.model import Report, Time, When
from dateline.within.day.attach import FAR, Attachment, Placed, eventive
from dateline.within.parse import Parse

_WORDS = {"after": -1, "following": -1, "before": 1}
_COUNTED = re.compile(r"P(T?)(X|\d+(?:\.\d+)?)([HMSDWY])$")


class Order:
    """The distances that a report's sentences tell between two happenings."""

    def __init__(self, report: Report, parse: Parse, times: Sequence[Time], attached: Attachment) -> None:
        self._report, self._parse, self._attached = report, parse, attached
        self._gaps: dict[int, list[tuple[Time, int]]] = {}
        self._last: dict[str, int] = {}  # of a distance, the last token
        lasting = [time for time in times if time.timex == "DURATION"]
        offsets = {(parse.block_of(t).field, start): t for t, start in enumerate(parse.starts)} if lasting else {}
        ends = {(parse.block_of(t).field, end): t for t, end in enumerate(parse.ends)} if lasting else {}
        for time in lasting:
            last = ends.get((time.field, time.end))
            if last is None or (time.field, time.start) not in offsets:
                continue
            word = last + 1
            self._last[time.id] = last
            if word < len(parse) and parse.lowers[word] in _WORDS:
                self._gaps.setdefault(parse.sentence_at[last], []).append((time, word))

    def below(self, trigger: int) -> tuple[Time, int] | None:
        """The distance under whose "after" or "before" a trigger stands, with the place of that word."""
        parse = self._parse
        for time, word in self._gaps.get(parse.sentence_at[trigger], ()):
            line = [trigger, *parse.above(trigger)]
            if word < trigger and (word in line or parse.heads[word] in line[: _main(parse, line, word)]):
                return time, word
        return None

    def when(self, trigger: int, told: Callable[[int], When | None]) -> When | None:
        """The day of a trigger that is told by its distance from the dated happening above it.

        ``told`` says when a word's happening was, for one that was dated before: "the attack came a day after ...".
        """
        found = self.below(trigger)
        if found is None:
            return None
        time, word = found
        parse = self._parse
        number = parse.sentence_at[trigger]
        anchors = [
            p for p in self._attached.by_sentence.get(number, ()) if not self._inside(p, word) and self._of(p, time)
        ]
        dated = [p.time for p in anchors if p.time.earliest and p.time.latest]
        counted = _COUNTED.match(time.value)
        if counted is None or len(dated) > 1 or (anchors and not dated):
            return None
        if dated:
            first, last, name = dated[0].earliest, dated[0].latest, dated[0].text
            source: tuple[str, ...] = (dated[0].id,)
        else:
            subject = self._subject(time)
            above = told(subject) if subject is not None and self.below(subject) is None else None
            if above is None or not above.exact:
                return None
            first, last, name = above.earliest, above.latest, parse.words[subject or 0]
            source = above.source
        if first is None or last is None:
            return None
        low, high = (0, 1) if counted[1] else apart(counted[2], counted[3])
        sign = _WORDS[parse.lowers[word]]
        early, late = sorted((sign * low, sign * high))
        words = f"“{' '.join(time.text.split())}” from “{' '.join(name.split())}”"
        return _between(first + timedelta(early), last + timedelta(late), source, words)

    def _subject(self, gap: Time) -> int | None:
        """The happening, named as one told of before, that stands as the subject of what a distance hangs on."""
        parse = self._parse
        for kid in parse.kids[self._governor(gap)]:
            known = parse.deps[kid] == "nsubj" and eventive(parse, kid)
            if known and any(parse.lowers[word] in {"the", "this", "that"} for word in parse.kids[kid]):
                return kid
        return None

    def _of(self, placed: Placed, gap: Time) -> bool:
        """Whether a time may be that of the word which a distance hangs on: held Monday over a man who died two weeks
        after he was shot, where Monday is not the day of the death."""
        return self._attached.cost(self._governor(gap), placed) <= FAR

    def _governor(self, gap: Time) -> int:
        """What a distance hangs on, which parsers may take to be its own "after" or the clause that this one opens."""
        parse, last = self._parse, self._last[gap.id]
        governor, word = parse.heads[last], last + 1
        if governor == word:
            governor = parse.heads[governor]
        return parse.heads[governor] if word in parse.kids[governor] and governor > word else governor

    def _inside(self, placed: Placed, word: int) -> bool:
        """Whether a time belongs to what stands behind the word: after he was shot on Monday."""
        return placed.first > word


def _main(parse: Parse, line: Sequence[int], word: int) -> int:
    """How many steps of a trigger's line lie within the clause that the word opens, or none."""
    return next((place + 1 for place, token in enumerate(line) if word in parse.kids[token]), 0)


def _between(early: date, late: date, source: tuple[str, ...], words: str) -> When:
    value = f"{early}" if early == late else f"{early}/{late}"
    return When(value=value, earliest=early, latest=late, basis="context", source=source, why=(words,))
