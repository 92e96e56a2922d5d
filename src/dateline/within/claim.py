"""Who did what to whom, where and when: one claim for each clause or nominal that tells of a happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model import Attribution, Claim, Mention, Report, Segment, Span, Time, mark
from dateline.within.clause import Grammar
from dateline.within.frame import Frames
from dateline.within.harm import Harm
from dateline.within.mention_index import MentionIndex
from dateline.within.modality import Modalities
from dateline.within.parse import Parse, Sentence
from dateline.within.participant import Participants
from dateline.within.trigger import Trigger, Triggers
from dateline.within.weight import Weights
from dateline.within.when import Clock

_SILENT = frozenset({"notice", "related", "navigation", "dateline", "byline"})
LONGEST = 70  # words a claim may span before it is cut to its clause


def claims(
    report: Report,
    segments: tuple[Segment, ...],
    parse: Parse,
    mentions: tuple[Mention, ...],
    times: tuple[Time, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Claim, ...]:
    """Find the claims of a report, in the order of its words."""
    return tuple(_Reader(report, segments, parse, mentions, times, attributions).read())


class _Reader:
    def __init__(
        self,
        report: Report,
        segments: Sequence[Segment],
        parse: Parse,
        mentions: Sequence[Mention],
        times: Sequence[Time],
        attributions: Sequence[Attribution],
    ) -> None:
        self.report = report
        self.parse = parse
        self.grammar = Grammar(parse)
        self.frames = Frames(self.grammar, MentionIndex(parse, mentions))
        self.modalities = Modalities(self.grammar)
        self.triggers = Triggers(self.grammar, self.frames, self.modalities)
        self.participants = Participants(self.grammar, self.frames.index)
        self.harm = Harm(self.grammar)
        self.weights = Weights(self.grammar)
        self.clock = Clock(report, segments, parse, times)
        self.said = [(span, a.id) for a in attributions for span in a.content]

    def read(self) -> Iterator[Claim]:
        seen: set[str] = set()
        for sentence in self.parse.sentences:
            if self.parse.blocks[sentence.block].kind in _SILENT:
                continue
            for trigger in self.triggers.within(sentence):
                claim = self.claim(trigger, sentence)
                if claim.id not in seen:
                    seen.add(claim.id)
                    yield claim

    def claim(self, trigger: Trigger, sentence: Sentence) -> Claim:
        """Put one claim together from its trigger."""
        first, end = self.extent(trigger, sentence)
        span, whole = self.parse.span(trigger.first, trigger.end), self.parse.span(first, end)
        actors = self.participants.of(trigger.actors, trigger.token)
        recipients = self.participants.of([r for r in trigger.recipients if r not in trigger.actors], trigger.token)
        return Claim(
            id=mark(self.report.id, span) + (f":{trigger.mark}" if trigger.mark else ""),
            report=self.report.id,
            start=whole.start,
            end=whole.end,
            field=span.field,
            trigger=span,
            lemma=trigger.lemma,
            action=trigger.action,
            mode=trigger.mode,
            kind=trigger.kind,
            actors=actors,
            recipients=recipients,
            place=None,
            when=self.clock.for_claim(trigger.token, first, end),
            modality=trigger.modality,
            quantities=self.harm.of(trigger),
            attributions=self.attributed(span),
            weight=self.weights.of(trigger.token),
            reasons=trigger.reasons,
        )

    def extent(self, trigger: Trigger, sentence: Sentence) -> tuple[int, int]:
        """The sentence; where it is long, the clause of the trigger inside it."""
        if sentence.end - sentence.first <= LONGEST:
            return sentence.first, sentence.end
        token = trigger.token
        first, end = self.parse.edges(token)
        while end - first < LONGEST // 2 and self.parse.heads[token] != token:
            token = self.parse.heads[token]
            low, high = self.parse.edges(token)
            if high - low > LONGEST:
                break
            first, end = low, high
        if end - first > LONGEST:
            first = max(first, trigger.first - LONGEST // 2)
            end = min(end, first + LONGEST)
        return min(first, trigger.first), max(end, trigger.end)

    def attributed(self, span: Span) -> tuple[str, ...]:
        """Ids of the statements whose content holds the trigger."""
        return tuple(dict.fromkeys(name for content, name in self.said if content.holds(span)))
