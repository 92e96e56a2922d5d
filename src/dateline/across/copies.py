"""Which reports are the same text, whole or for the greater part, and who copied whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.across.copying.shingles import Overlap, Shingled, candidates, overlap, shingled
from dateline.matching.block import Pair
from dateline.matching.cluster import components
from dateline.matching.compare import Comparison
from dateline.matching.decide import Judged, decision
from dateline.model import Copies, Decision, Passage, Reading

COPIED = 0.6  # of the shorter text's words, in runs of four, and half of the longer's
REPRINTED = 0.85  # of the shorter text's words, however much longer the other is
OPENING = 0.5  # of the first words: one newsroom's update of its own story sets new ones before the old text
BRIEF = 25  # words: shorter texts are teasers; only the very same words make them copies
PASSAGE = 30  # words in one run that two reports share though neither is a copy


def copies(readings: Sequence[Reading], judgements: Sequence[Decision]) -> Copies:
    """Find families of copied reports, each member with the earliest report it can have been copied from."""
    texts = {reading.report.id: shingled(reading) for reading in readings}
    judged = Judged(judgements, "copy")
    likeness: dict[Pair, float] = {}
    decisions: list[Decision] = []
    passages: list[Passage] = []
    for left, right in candidates([texts[name] for name in sorted(texts)]):
        found = overlap(texts[left], texts[right], PASSAGE)
        compared = compared_texts(texts[left], texts[right], found)
        likeness[left, right] = compared.score
        if compared.score >= 0.3:
            decisions.append(decision("copy", left, right, compared))
        if compared.score < 0.5:
            passages += _passages(texts[left], texts[right], found)
    likeness |= dict.fromkeys(judged.same, 1.0) | dict.fromkeys(judged.different, 0.0)
    family: dict[str, str] = {}
    copy_of: dict[str, str] = {}
    by_name = {reading.report.id: reading for reading in readings}
    for part in components(sorted(texts), likeness, 0.5):
        family |= dict.fromkeys(part, part[0])
        if len(part) > 1:
            copy_of |= directions([by_name[name] for name in part], texts, likeness)
    return Copies(copy_of=copy_of, family=family, decisions=tuple(decisions), passages=tuple(passages))


def compared_texts(left: Shingled, right: Shingled, found: Overlap) -> Comparison:
    """How far two texts are one: 0.5 and more is a copy."""
    shorter = min(left.size, right.size)
    if shorter < BRIEF:
        same = left.size == right.size and found.shorter > 0.99
        return Comparison(score=1.0 if same else 0.0, reasons=("two short texts, the same words",))
    share = f"{found.shorter:.0%} of the shorter text's words stand in the other"
    if found.shorter >= REPRINTED:
        return Comparison(score=0.5 + found.shorter / 2, reasons=(share,))
    if found.shorter >= COPIED and found.longer >= 0.5:
        if left.newsroom != right.newsroom or not left.newsroom:
            return Comparison(score=0.5 + found.shorter / 4, reasons=(share, "the newsrooms are two"))
        if found.opening >= OPENING:
            return Comparison(score=0.5 + found.shorter / 4, reasons=(share, "the two open alike"))
    return Comparison(score=min(found.shorter, 0.49), reasons=(share,))


def _passages(left: Shingled, right: Shingled, found: Overlap) -> list[Passage]:
    if not found.runs:
        return []
    ours, theirs = left.spans(), right.spans()
    return [
        Passage(
            report=left.report,
            start=ours[run.first][0],
            end=ours[run.end - 1][1],
            other=right.report,
            other_start=theirs[run.there][0],
            other_end=theirs[run.there + run.end - run.first - 1][1],
        )
        for run in found.runs
    ]


def directions(
    members: Sequence[Reading], texts: Mapping[str, Shingled], likeness: Mapping[Pair, float]
) -> dict[str, str]:
    """For each member but the first, the first one before it whose text it shares."""
    ordered = sorted(members, key=lambda reading: _precedence(reading, texts[reading.report.id], members))
    copied: dict[str, str] = {}
    for place, reading in enumerate(ordered[1:], 1):
        name = reading.report.id
        earlier = [other.report.id for other in ordered[:place]]
        near = [e for e in earlier if likeness.get((min(e, name), max(e, name)), 0.0) >= 0.5]
        copied[name] = (near or earlier)[0]
    return copied


def _precedence(reading: Reading, text: Shingled, members: Sequence[Reading]) -> tuple[object, ...]:
    """Earlier first; on one day who is credited by the others, then who credits nobody, then the longer text."""
    report = reading.report
    when = report.published.latest if report.published else None
    name = report.outlet.name.casefold() if report.outlet else ""
    others = [m.report for m in members if m is not reading]
    credited = sum(bool(name) and name in o.text[:200].casefold() + o.text[-200:].casefold() for o in others)
    credits_ = sum(
        bool(o.outlet) and o.outlet.name.casefold() in report.text.casefold()  # type: ignore[union-attr]
        for o in others
    )
    return (when is None, when.isoformat() if when else "", -credited, credits_, -text.size, report.id)
