"""Who did what to whom, where and when: one claim for each clause or nominal that tells of a happening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from dateline.model import Attribution, Claim, Mention, Report, Segment, Time, mark
from dateline.within.counts.counting import Counting
from dateline.within.counts.harm import Harm
from dateline.within.counts.naming import Namings
from dateline.within.counts.outcome import Lost
from dateline.within.counts.roster import Rosters
from dateline.within.counts.stricken import Stricken
from dateline.within.day.ahead import Ahead
from dateline.within.day.cause import Causes
from dateline.within.day.parting import Partings
from dateline.within.day.when import Clock
from dateline.within.doing.clause import Grammar
from dateline.within.doing.deed import Deed, Deeds
from dateline.within.doing.frame import Frames
from dateline.within.doing.habit import Habits
from dateline.within.doing.incident import Incidents
from dateline.within.doing.mishap import Games, Mishaps, Stoppages
from dateline.within.doing.modality import Modalities
from dateline.within.doing.mood import Moods
from dateline.within.doing.offence import Offences
from dateline.within.doing.participant import Participants
from dateline.within.doing.particular import Particulars
from dateline.within.doing.party import Parties
from dateline.within.doing.scene import Scenes
from dateline.within.doing.slot import Slots
from dateline.within.doing.trigger import Triggers
from dateline.within.doing.weight import Weights
from dateline.within.mention_index import MentionIndex
from dateline.within.parse import Parse, Sentence
from dateline.within.saying.attributed import Said
from dateline.within.where.place import Places

_SILENT = frozenset({"notice", "related", "navigation", "dateline", "byline"})
_SUMS = frozenset({"killed", "injured", "captured", "participants"})
DENSEST = 0.146  # claims a word: beyond it every verb would be a happening
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
    found = _Reader(report, segments, parse, mentions, times, attributions).read()
    return _telling(tuple(found), len(report.text.split()))


def _telling(found: tuple[Claim, ...], words: int) -> tuple[Claim, ...]:
    """Keep what tells most in a text dense with verbs: claims of no class go first, the furthest down, and of these
    what counts nothing and does not stand alone in its sentence."""
    spare = len(found) - int(DENSEST * words) - 1
    if spare <= 0:
        return found
    plain = [claim for claim in found if claim.action == "OTHER" and claim.kind in {None, "statement"}]
    plain = [claim for claim in plain if not any(q.of in _SUMS for q in claim.quantities)]
    alone = Counter((claim.field, claim.start) for claim in found)
    plain = [c for c in plain if alone[c.field, c.start] > 1 or all(q.of == "age" for q in c.quantities)]

    def telling(claim: Claim) -> tuple[bool, float, int]:
        return bool(claim.quantities) or alone[claim.field, claim.start] == 1, claim.weight, -claim.start

    gone = {claim.id for claim in sorted(plain, key=telling)[:spare]}
    kept = [claim for claim in found if claim.id not in gone]
    lost = [claim for claim in found if claim.id in gone and claim.quantities]
    return tuple(_with_numbers(replace(c, cause=None) if c.cause in gone else c, lost, kept) for c in kept)


def _with_numbers(claim: Claim, lost: list[Claim], kept: list[Claim]) -> Claim:
    """A claim with the numbers of those left out of its sentence that it stands nearest to."""
    more = []
    for other in lost:
        beside = [k for k in kept if (k.field, k.start) == (other.field, other.start)]
        if beside and min(beside, key=lambda k: abs(k.trigger.start - other.trigger.start)).id == claim.id:
            more += [q for q in other.quantities if q not in claim.quantities]
    return replace(claim, quantities=(*claim.quantities, *more)) if more else claim


def _with_names(deed: Deed, named: Deed | None) -> Deed:
    """A deed of harm with those who are named for it; of a mere word for naming, the naming."""
    if named is None:
        return deed
    if not deed.harms:
        return named
    own = (head for head in deed.recipients if head < named.recipients[-1])  # "killed were X and Y, the sheriff said"
    return replace(deed, recipients=tuple(dict.fromkeys([*own, *named.recipients])))


class _Reader:
    def __init__(
        self,
        report: Report,
        segments: tuple[Segment, ...],
        parse: Parse,
        mentions: tuple[Mention, ...],
        times: Sequence[Time],
        attributions: Sequence[Attribution],
    ) -> None:
        self.report = report
        self.parse = parse
        grammar = Grammar(parse)
        parties = Parties(grammar, MentionIndex(parse, mentions))
        self.rosters = Rosters(parse, parties.index)
        self.namings = Namings(grammar, self.rosters)
        frames = Frames(grammar, parties)
        deeds = self.made = Deeds(frames, Slots(frames), Modalities(grammar))
        self.weights = Weights(grammar)
        self.triggers = Triggers(deeds, Moods(deeds), self.weights)
        self.participants = Participants(parties)
        self.harm = Harm(parties)
        self.counting = Counting(report, parties)
        self.stricken = Stricken(parties)
        self.habits = Habits(grammar)
        self.incidents = Incidents(grammar)
        self.scenes = Scenes(parties)
        self.mishaps = Mishaps(grammar)
        self.games = Games(grammar)
        self.stoppages = Stoppages(grammar)
        self.lost = Lost(parties)
        self.partings = Partings(parties)
        self.particulars = Particulars(parties)
        self.offences = Offences(parse)
        self.causes = Causes(grammar)
        self.clock = Clock(report, segments, parse, times)
        self.ahead = Ahead(report, parse)
        media = [span for each in attributions if each.speaker_kind in ("agency", "outlet") for span in each.source]
        self.places = Places(report, segments, parse, mentions, media)
        self.said = Said(attributions)

    def read(self) -> Iterator[Claim]:
        found: dict[str, Claim] = {}
        tokens: dict[str, int] = {}
        for sentence in self.parse.sentences:
            if self.parse.blocks[sentence.block].kind in _SILENT:
                continue
            told = self.partings.dated([(deed, self.claim(deed, sentence)) for deed in self.deeds(sentence)])
            tokens |= {claim.id: deed.token for deed, claim in told}
            for claim in self.counting.within(self.causes.linked(told), sentence):
                found.setdefault(claim.id, claim)
            if not told:
                tokens |= self.counted(sentence, found)
        yield from self.incidents.numbered(self.counting.borne(tuple(found.values())), tokens)

    def counted(self, sentence: Sentence, found: dict[str, Claim]) -> dict[str, int]:
        """Add what a sentence without a deed counts: its numbers as a claim of its verb, its ages to one before."""
        verb = next((t for t in range(sentence.first, sentence.end) if self.parse.heads[t] == t), sentence.first)
        things, verbal = self.counting.things(sentence), self.parse.pos[verb] in ("VERB", "AUX")
        if found:
            last = next(reversed(found))
            found[last] = self.counting.listed(found[last], sentence, () if verbal else things)
        if not things or not verbal:
            return {}
        claim = self.claim(self.made.of(verb, None), sentence)
        found.setdefault(claim.id, replace(claim, quantities=(*claim.quantities, *things)))
        return {claim.id: verb}

    def deeds(self, sentence: Sentence) -> list[Deed]:
        """What a sentence tells, in the order of its words; who a victim was tells more than that he was named."""
        named = {deed.token: deed for deed in self.namings.within(sentence)}
        told = [_with_names(deed, named.pop(deed.token, None)) for deed in self.told(sentence)]
        return sorted([*told, *named.values()], key=lambda deed: (deed.first, deed.token))

    def told(self, sentence: Sentence) -> Iterator[Deed]:
        """The deeds of a sentence, those of harm with the people whom they are said of."""
        made: Iterable[Deed] = self.triggers.within(sentence)
        for step in (
            self.lost,
            self.partings,
            self.scenes,
            self.stricken,
            self.mishaps,
            self.games,
            self.stoppages,
            self.offences,
            self.habits,
        ):
            made = map(step.settled, made)
        return iter(made)

    def claim(self, deed: Deed, sentence: Sentence) -> Claim:
        """Put one claim together from its trigger."""
        first, end = self.extent(deed, sentence)
        span, whole = self.parse.span(deed.first, deed.end), self.parse.span(first, end)
        deed, when = self.ahead.settled(deed, self.clock.for_claim(deed.token, first, end))
        quantities = self.harm.of(deed)
        deed = self.stricken.borne(deed)  # counted where it is told, not where it is only named
        return Claim(
            id=mark(self.report.id, span),
            report=self.report.id,
            start=whole.start,
            end=whole.end,
            field=span.field,
            trigger=span,
            lemma=deed.lemma,
            action=deed.action,
            mode=deed.mode,
            kind="bail" if self.counting.of_bail(deed, sentence, quantities) else deed.kind,
            actors=self.participants.of(deed.actors, deed.token),
            recipients=self.participants.of(self.rosters.around(deed.recipients), deed.token, apart=deed.harms),
            place=self.places.for_claim(deed.token, first, end),
            when=when,
            modality=deed.modality,
            quantities=quantities,
            attributions=self.said.covering(span),
            weight=self.weights.of(deed),
            other=self.habits.other(deed.token),
            particular=self.particulars.told(deed, when, quantities),
            reasons=deed.reasons,
        )

    def extent(self, deed: Deed, sentence: Sentence) -> tuple[int, int]:
        """The sentence; where it is long, the clause of the trigger inside it."""
        if sentence.end - sentence.first <= LONGEST:
            return sentence.first, sentence.end
        token = deed.token
        first, end = self.parse.edges(token)
        while end - first < LONGEST // 2 and self.parse.heads[token] != token:
            token = self.parse.heads[token]
            low, high = self.parse.edges(token)
            if high - low > LONGEST:
                break
            first, end = low, high
        if end - first > LONGEST:
            first = max(first, deed.first - LONGEST // 2)
            end = min(end, first + LONGEST)
        return min(first, deed.first), max(end, deed.end)
