"""News told in the past tense without a day: how far behind its publication it can lie."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import cached_property

from dateline.knowledge.calendar import table
from dateline.model import Report, Time, When
from dateline.within.day.attach import FRESH, OVERNIGHT, TELLING, Attachment, days_of, happening
from dateline.within.parse import Parse
from dateline.within.timex.anchor import released

JUSTICE = frozenset(("COERCE", "ACCUSE", "SANCTION"))  # what follows on a deed, and has a day of its own
STALE = 30  # the same where the report tells of an accusation or a charge over it


class Fresh:
    """The days of one report's undated news. ``worn`` are the ids of the dates it wears, ``leading`` its lead."""

    def __init__(
        self,
        report: Report,
        parse: Parse,
        worn: tuple[str, ...],
        attached: Attachment,
        written: date | None,
        leading: Collection[int],
    ) -> None:
        self._report, self._parse, self._worn = report, parse, worn
        self._attached, self._written, self._leading = attached, written, leading

    def when(self, trigger: int) -> When | None:
        """News told in the past tense without a day: some day of the week up to publication.

        Beside an accusation or a charge it may be a month old; a report from court tells of what is older still.
        """
        kind = happening(self._parse, trigger)
        room = FRESH
        if kind is not None and kind[0] not in JUSTICE:
            if self._from_court:
                return None
            room = STALE if self._on_justice else FRESH
        if self._written is None:
            return None
        if self._worn and released(self._report.text):
            told = self._told
            if len(told) < 2:
                return _of(told[0]) if told else self._of_release(self._written)
        early = self._written - timedelta(room)
        return When(
            value=f"{early}/{self._written}",
            earliest=early,
            latest=self._written,
            basis="document",
            source=self._worn or (self._report.id,),
            why=(f"told as news, in the past tense and without a day, so at most {room} days before publication",),
        )

    def _of_release(self, written: date) -> When:
        """The day of a release that gives no other: what it tells is of that day as far as it tells at all."""
        return When(
            value=f"{written}?",
            earliest=written,
            latest=written,
            basis="document",
            source=self._worn,
            why=("a release that names no other day is taken to tell of its own",),
        )

    @cached_property
    def _told(self) -> tuple[Time, ...]:
        """The days up to publication that the report tells of, one time for each."""
        found: dict[tuple[date, date], Time] = {}
        for number, near in sorted(self._attached.by_sentence.items()):
            if self._parse.blocks[self._parse.sentences[number].block].kind in TELLING:
                for time in (placed.time for placed in near if days_of(placed.time) <= OVERNIGHT):
                    if time.earliest and time.latest and self._written and time.earliest <= self._written:
                        found.setdefault((time.earliest, time.latest), time)
        return tuple(found[days] for days in sorted(found))

    @cached_property
    def _told_in_lead(self) -> tuple[int, ...]:
        sentences = [self._parse.sentences[number] for number in sorted(self._leading)]
        return tuple(token for sentence in sentences for token in range(sentence.first, sentence.end))

    @cached_property
    def newsy(self) -> bool:
        """Whether the report is of what just happened, and from no court nor on a charge."""
        return not self._from_court and not self._on_justice

    @cached_property
    def _from_court(self) -> bool:
        trials = frozenset(table("lists")["trials"])
        return any(self._parse.lemmas[token] in trials for token in self._told_in_lead)

    @cached_property
    def _on_justice(self) -> bool:
        parse = self._parse
        verbs = (t for t in self._told_in_lead if parse.pos[t] == "VERB" and parse.deps[t] != "amod")
        found = (happening(parse, token) for token in verbs)
        return any(kind is not None and kind[0] in {"ACCUSE", "SANCTION"} for kind in found)


def _of(time: Time) -> When:
    return When(
        value=time.edtf or time.value,
        earliest=time.earliest,
        latest=time.latest,
        basis="context",
        source=(time.id,),
    )
