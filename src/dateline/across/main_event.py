"""The event that each report was written to tell, and how the events of one happening hang together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from dateline.across.drafts import Draft

RANK = {"harm": 0, "base": 1, "after": 2, "say": 3, "light": 4}  # what a happening is rather named after
AFTERMATH = 1  # days after its first day from which an event counts as what came of a happening


class Tied(msgspec.Struct, frozen=True, kw_only=True):
    """How one happening's events hang together: ``root`` is what the rest goes back to, all by draft id."""

    root: str | None
    main: dict[str, str]
    follows: dict[str, str]
    part_of: dict[str, str]


def tie(reports: Sequence[str], drafts: Sequence[Draft]) -> Tied:
    """Find each report's main event, and what follows from or is part of the happening that they share."""
    root = _root(reports, drafts)
    if root is None:
        return Tied(root=None, main={}, follows={}, part_of={})
    follows = {draft.id: root.id for draft in drafts if draft.id != root.id and _follows(draft, root)}
    main = {report: _main(report, drafts, root, follows) for report in reports}
    parts = {draft.id: root.id for draft in drafts if draft.id not in follows and _part(draft, root)}
    return Tied(root=root.id, main=main, follows=follows, part_of=parts)


def _root(reports: Sequence[str], drafts: Sequence[Draft]) -> Draft | None:
    """The event that the reports were most written to tell, what is no aftermath or statement first."""

    def key(draft: Draft) -> tuple[float, float, str]:
        weight = sum(draft.weight(report) for report in reports)
        return (-weight * (1.0, 0.8, 0.4, 0.2, 0.1)[RANK[draft.family]], RANK[draft.family], draft.id)

    return min(drafts, key=key, default=None)


def _follows(draft: Draft, root: Draft) -> bool:
    if draft.family == "after":
        return root.family != "after"
    if draft.family != "harm" or root.days is None or draft.days is None:
        return False
    return (draft.days[0] - root.days[1]).days >= AFTERMATH


def _part(draft: Draft, root: Draft) -> bool:
    if draft.id == root.id or draft.family not in ("harm", "base", "say") or root.days is None or draft.days is None:
        return False
    return draft.days[0] <= root.days[1] and root.days[0] <= draft.days[1]


def _main(report: str, drafts: Sequence[Draft], root: Draft, follows: Mapping[str, str]) -> str:
    """What came after is the main event where the report tells it above all; else it is the happening itself."""
    later = [draft for draft in drafts if draft.id in follows and report in draft.reports]
    best = max(later, key=lambda draft: (draft.weight(report), draft.id), default=None)
    if best is not None and best.weight(report) > root.weight(report):
        return best.id
    return root.id
