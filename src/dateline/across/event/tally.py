"""How many, for a whole event: counts of each report reconciled first, then the reports' figures against one another.

Sums over sentences would count the dead of a headline, its lead and its list of names three times. So in each report
the first figure stands until a fuller one, an exact one or a running total takes its place, and only words such as
"two others" add to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

import msgspec

from dateline.across.days.calendar import apart
from dateline.across.event.seen import Seen
from dateline.knowledge.counted import known
from dateline.model import Quantity

type Value = tuple[float | None, float | None]
type Row = tuple[Seen, Quantity]

_REAL = frozenset({"happened", "ongoing", "denied"})
_SUMMED = frozenset({"killed", "injured", "captured", "shot", "displaced", "treated"})
_KNOWN = frozenset({"participants", "money"})
_ASIDE = frozenset({"part", "before"})
_BESIDES = frozenset({"others", "more"})
_STATES = frozenset({"dead", "die", "death"})
SEVERAL = 3  # from this number on a count is taken to have all of them
_PASSING = 0.5  # of the weight of another report: what is told with less there is told by the way
_FORE = 0.8  # of the weight of the weightiest count: what is told so high has the day of the happening
_FAR = 0.43  # of the first figure's weight: what is told so much further down is of other happenings


def tallies(members: Sequence[Seen]) -> tuple[Quantity, ...]:
    """One value for each thing counted, over all claims of an event."""
    reports: dict[str, list[Seen]] = defaultdict(list)
    for seen in members:
        if seen.claim.modality in _REAL:
            reports[seen.claim.report].append(seen)
    figures = []
    dead = _dead(members)
    for name in sorted(reports):
        told = sorted(reports[name], key=lambda s: (s.claim.field == "text", s.claim.trigger.start))
        figures.append((0.3 + max(seen.claim.weight for seen in told), {q.of: q for q in _report(told, dead)}))
    given: dict[str, list[tuple[float, Quantity]]] = defaultdict(list)
    early: list[tuple[float, Quantity]] = []
    deaths = any((found["killed"].low or 0) > 0 for _, found in figures if "killed" in found)
    for weight, found in figures:
        for of, quantity in found.items():
            before = deaths and of == "injured" and "killed" not in found
            (early if before else given[of]).append((weight, quantity))
    past = {(q.of, q.low) for told in reports.values() for s in told for q in s.claim.quantities if q.sense == "before"}
    agreed = {of: _agreed(_not_past(given[of], past)) for of in given if given[of]}
    if "injured" in agreed and _by_the_way(figures):
        del agreed["injured"]
    if early and "injured" not in agreed and (alive := _less(_agreed(early), agreed["killed"])):
        agreed["injured"] = alive
    return tuple(agreed[of] for of in sorted(agreed))


def _by_the_way(figures: Sequence[tuple[float, Mapping[str, Quantity]]]) -> bool:
    """Say whether only reports that tell of it in passing know of hurt, and one written to tell it of dead alone."""
    silent = max((weight for weight, found in figures if "killed" in found and "injured" not in found), default=0.0)
    return max(weight for weight, found in figures if "injured" in found) < _PASSING * silent


def _dead(members: Sequence[Seen]) -> frozenset[str]:
    """The named people whom any report tells dead: no report's figure of the hurt holds them."""
    foremost: dict[str, float] = defaultdict(float)
    for seen in members:
        foremost[seen.claim.report] = max(foremost[seen.claim.report], seen.claim.weight)
    told = [s for s in members if s.claim.modality == "happened" and any(q.of == "killed" for q in s.claim.quantities)]
    return frozenset(n for s in told if s.claim.weight >= _FAR * foremost[s.claim.report] for n in s.recipients)


def _less(hurt: Quantity, dead: Quantity) -> Quantity | None:
    """The hurt of early reports without those who were dead by the later ones; None where nobody is left."""
    left = (hurt.low or 0) - (dead.low or 0)
    if left <= 0 or hurt.high is None:
        return None
    return msgspec.structs.replace(hurt, low=left, high=max(left, hurt.high - (dead.low or 0)))


def _not_past(
    given: Sequence[tuple[float, Quantity]], past: Set[tuple[str, float | None]]
) -> list[tuple[float, Quantity]]:
    """The reports' figures without those that some report says were given before, where there are newer ones."""
    return [row for row in given if (row[1].of, row[1].low) not in past] or list(given)


def _agreed(given: Sequence[tuple[float, Quantity]]) -> Quantity:
    """The value with the most weight of reports behind it; of equals the greater, which is mostly the later."""
    given = [row for row in given if not _bare(row[1])] or given
    given = [row for row in given if row[1].sense != "spread"] or given
    votes: dict[Value, float] = defaultdict(float)
    for weight, quantity in given:
        votes[quantity.low, quantity.high] += weight
    votes = _closed(votes)
    best = min(votes, key=lambda value: (-votes[value], value[1] is None, -(value[0] or 0)))
    return next(q for _, q in given if (q.low, q.high) == best)


def _closed(votes: Mapping[Value, float]) -> dict[Value, float]:
    """The values with those that leave the upper side open counted to what they allow: "at least 3" to 4."""
    exact = {value: weight for value, weight in votes.items() if value[0] == value[1]}
    closed = dict(votes)
    for value, weight in votes.items():
        allowed = [e for e in exact if value[1] is None and (e[0] or 0) >= (value[0] or 0)]
        if allowed:
            closed[max(allowed, key=lambda e: (exact[e], -(e[0] or 0)))] += closed.pop(value, weight)
    return closed


def _report(told: Sequence[Seen], dead: frozenset[str]) -> list[Quantity]:
    """One report's figures; ``dead`` are those whom this or another report tells dead."""
    counted: dict[str, list[Row]] = defaultdict(list)
    for seen in told:
        for quantity in seen.claim.quantities:
            # that one of several was not hurt says nothing of how many were
            told_of = seen.claim.modality != "denied" or not quantity.low
            kind = quantity.of in _SUMMED | _KNOWN or known(quantity.of)
            if kind and quantity.sense not in _ASIDE and told_of:
                counted[quantity.of].append((seen, quantity))
    counted = _of_the_day(_of_one(counted))
    foremost = max((s.claim.weight for of in _SUMMED & set(counted) for s, _ in counted[of]), default=0.0)
    for of in _SUMMED & set(counted):
        counted[of] = _side_by_side(
            [row for row in counted[of] if of == "captured" or row[0].claim.weight >= _FAR * foremost]
        )
    found = {of: _total(rows) if of in _SUMMED else rows[0][1] for of, rows in sorted(counted.items()) if rows}
    counted = {of: rows for of, rows in counted.items() if rows}
    struck = {_at(s) for s in told if s.claim.action == "ASSAULT" and s.claim.actors and s.claim.modality == "happened"}
    if "killed" in counted and (own := _suicide(counted["killed"], struck)):
        found["killed"] = own
    _set_living(found, counted, dead)
    return [found[of] for of in sorted(found)]


def _set_living(found: dict[str, Quantity], counted: Mapping[str, Sequence[Row]], dead: frozenset[str]) -> None:
    """Make the count of the hurt of those of who was hurt, shot and taken to hospital, without the dead."""
    treated = found.pop("treated", None)
    died = [seen for seen, _ in counted.get("killed", []) if not _of_some(seen)]
    gone = dead | frozenset(name for seen in died for name in seen.recipients | _whom(seen))
    if "injured" in found and "killed" in counted and not _alive(counted["injured"], gone, told_of=True):
        del found["injured"]
    by_name = any(seen.recipients for seen, _ in counted.get("treated", ()))
    taken = [row for row in counted.get("treated", ()) if not row[0].recipients or row[0].recipients - gone]
    treated = _total(taken) if treated and taken else None  # who died there is none of those who are treated
    carried = treated is not None and _alive(taken, gone, told_of="killed" in found and not by_name)
    if treated and carried and not {"injured", "shot"} & set(found):
        found["injured"] = msgspec.structs.replace(treated, of="injured")
    if found.pop("shot", None):
        hurt = _survivors(counted["shot"], gone, found.get("killed"))
        if hurt and ("injured" not in found or _says_more(hurt, found["injured"])):
            found["injured"] = hurt
    if treated and carried and "injured" not in found and treated.sense in _BESIDES:
        found["injured"] = msgspec.structs.replace(treated, of="injured")  # "two died and four others were taken"
    if treated and "killed" not in found and "injured" in found and _more(treated, found["injured"]):
        found["injured"] = msgspec.structs.replace(treated, of="injured")


def _of_some(seen: Seen) -> bool:
    """Say whether a claim counts the dead among those it tells hit: "six were shot, two of them fatally"."""
    return {"killed", "shot"} <= {q.of for q in seen.claim.quantities}


def _says_more(alive: Quantity, hurt: Quantity) -> bool:
    """Say whether those shot and not dead are more than the hurt, or exactly as many as "at least" were hurt."""
    closed = hurt.high is None and alive.high == alive.low == hurt.low
    return closed or (alive.low or 0) > (hurt.low or 0)


def _more(treated: Quantity, hurt: Quantity) -> bool:
    """Say whether more people were taken to hospital than are told of as hurt one by one."""
    exact = treated.low == treated.high and hurt.low == hurt.high
    return exact and (treated.low or 0) > (hurt.low or 0)


def _of_one(counted: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """The counts of one happening; of what is done again and again, or sums over many, only where nothing else is."""
    once = {of: [row for row in rows if row[0].claim.modality != "ongoing"] or rows for of, rows in counted.items()}
    if any(row[1].sense != "spread" for of in _SUMMED & set(once) for row in once[of]):
        once = {of: [row for row in rows if row[1].sense != "spread"] for of, rows in once.items()}
    return {of: rows for of, rows in once.items() if rows}


def _of_the_day(counted: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """The counts without those that the words set on an earlier day than the weightiest of them."""
    told = [seen for of in _SUMMED & set(counted) for seen, _ in counted[of]]
    lead = max((s for s in told if s.days and s.said), key=lambda s: (s.claim.weight, s.claim.id), default=None)
    if lead is None or lead.days is None or lead.claim.weight < _FORE * max(s.claim.weight for s in told):
        return dict(counted)
    first = lead.days[0]
    return {
        of: [(s, q) for s, q in rows if of not in _SUMMED or not (s.said and s.days and s.days[1] < first)]
        for of, rows in counted.items()
    }


def _whom(seen: Seen) -> frozenset[str]:
    """Those whom a claim tells of, as its own report knows them, names or not."""
    return frozenset(person.entity or f"at {person.start}" for person in seen.claim.recipients)


def _side_by_side(rows: Sequence[Row]) -> list[Row]:
    """Counts of different people by clauses that stand side by side in one sentence are one count: a woman, a man."""
    made: list[Row] = []
    people: frozenset[str] = frozenset()
    for seen, quantity in rows:
        whom = _whom(seen)
        if made and people and whom and not people & whom and _beside(made[-1], (seen, quantity)):
            first, before = made[-1]
            low, high = (before.low or 0) + (quantity.low or 0), _sum(before.high, quantity.high)
            made[-1] = first, msgspec.structs.replace(before, low=low, high=high)
            people |= whom
        else:
            made.append((seen, quantity))
            people = whom
    return made


def _beside(one: Row, other: Row) -> bool:
    (left, first), (right, second) = one, other
    same = (left.claim.start, left.claim.end, left.claim.field) == (
        right.claim.start,
        right.claim.end,
        right.claim.field,
    )
    plain = {first.sense, second.sense} <= {"new", "each", "again", "more", "others"} and second.high is not None
    twice = left.claim.lemma == right.claim.lemma and (first.low or 0) > 1 and first.low == second.low  # a doubled line
    return same and plain and not twice and left.claim.weight == right.claim.weight


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _total(rows: Sequence[Row]) -> Quantity:
    """The figure that stands after all of a report's counts; what is set on other days, or far below, changes none."""
    first, total = rows[0]
    singly, first_sense = 0, total.sense
    single, stated = int(total.low == 1), (total.low or 0) >= SEVERAL  # told of one by one; together
    people = [first.recipients]
    values = {(total.low, total.high)}
    for seen, quantity in rows[1:]:
        if first.days and seen.days and apart(first.days, seen.days):
            continue
        singly += quantity.sense == "each"
        known = bool(seen.recipients) and any(seen.recipients & others for others in people)
        known = known or ((quantity.low or 0) > 1 and (quantity.low, quantity.high) in values and _counted(quantity))
        # "another teen" told twice is one teen
        known = known or (quantity.sense == first_sense == "more" and quantity.low == rows[0][1].low)
        # "four were shot": the man and "another man" told of below are two of them
        known = known or (stated and quantity.low == 1 == quantity.high and single < (total.low or 0))
        single += quantity.low == 1 == quantity.high
        stated = stated or (quantity.sense != "more" and (quantity.low or 0) >= SEVERAL)
        people.append(seen.recipients)
        values.add((quantity.low, quantity.high))
        total = _joined(total, quantity, known=known)
    named = {
        name for seen, q in rows if q.high == 1 or q.low == q.high == len(seen.recipients) for name in seen.recipients
    }
    singly = singly + (first_sense == "each")
    singly = max(singly if singly >= SEVERAL else 0, len(named) if len(named) >= SEVERAL else 0)
    if singly > (total.low or 0) and total.high == total.low:
        return msgspec.structs.replace(total, low=singly, high=singly)
    return total


def _joined(total: Quantity, new: Quantity, *, known: bool) -> Quantity:
    """What a further count makes of the total so far."""
    if new.sense == "total":
        return new
    low, much = total.low or 0, new.low or 0
    if _bare(total) and not _bare(new):
        return new
    if new.sense == "more" and total.high is None and new.high is None and low > much:
        return total  # "several more" of "over thirty" are some of them
    if new.sense == "more" and not known:
        high = None if total.high is None or new.high is None else total.high + new.high
        return msgspec.structs.replace(total, low=low + much, high=high)
    if new.high is not None and new.high == new.low:
        vague = total.high is None or total.high != total.low
        return new if much > low or (vague and much >= low) else total
    if (total.high, new.of, new.sense) == (1, "killed", "again") and much > 1:
        return new  # a boy shot himself; "the boys were dead"
    return new if much > (total.high if total.high is not None else low) and new.sense != "again" else total


def _counted(quantity: Quantity) -> bool:
    """Say whether a count, told again, is the same: "several more" after "several" are others."""
    return quantity.sense != "more" or quantity.high is not None


def _bare(quantity: Quantity) -> bool:
    """Say whether a count is no more than a plural without a number ("civilians")."""
    return quantity.low == 2 and quantity.high is None


def _at(seen: Seen) -> tuple[int, str]:
    """Where the sentence of a claim begins."""
    return seen.claim.start, seen.claim.field


def _suicide(rows: Sequence[Row], struck: Set[tuple[int, str]]) -> Quantity | None:
    """The dead with one who killed others and then himself, where no sentence counts them together.

    ``struck`` are the sentences that tell of force and of whoever used it.
    """
    own = [row for row in rows if row[1].sense == "self"]
    gone = frozenset(name for seen, _ in own for name in (*seen.recipients, *seen.actors, *_whom(seen)))
    told = {_at(seen) for seen, _ in own}
    others = [row for row in rows if row not in own and _by_another(row, gone, told, struck)]
    if not own or not others:
        return None
    total, whole = _total(others), _total([row for row in rows if row not in own])
    if total.high is None:
        return None
    joined = msgspec.structs.replace(total, low=(total.low or 0) + 1, high=total.high + 1)
    return joined if (joined.low or 0) > (whole.low or 0) else whole


def _by_another(row: Row, gone: frozenset[str], told: Set[tuple[int, str]], struck: Set[tuple[int, str]]) -> bool:
    """Say whether a claim counts victims of somebody, and not all the dead, his own death with theirs.

    One who died where force was used may be who used it; several are not: "a cook and two nuns died when a man fired".
    """
    seen, quantity = row
    of_force = seen.claim.lemma == "die" and (quantity.low or 0) > 1 and _at(seen) in struck
    if (seen.claim.lemma in _STATES and not of_force) or (_whom(seen) | seen.recipients) & gone:
        return False
    beside = of_force or _at(seen) in told
    return bool(seen.recipients or (_whom(seen) and (seen.claim.actors or beside)))


def _besides(rows: Sequence[Row]) -> bool:
    """Say whether those shot are others than the dead: "two others were shot", and no count has them all."""
    others = [q.low or 0 for _, q in rows if q.sense in {"more", "others"}]
    whole = [q.low or 0 for _, q in rows if q.sense not in {"more", "others"}]
    return bool(others) and max(whole, default=0) < max(others)


def _alive(rows: Sequence[Row], gone: frozenset[str], *, told_of: bool) -> list[Row]:
    """The counts of those not known to be dead; where somebody died, "he was hit" says no more than that."""
    alive = [(seen, q) for seen, q in rows if not any(who and who <= gone for who in (seen.recipients, _whom(seen)))]
    again = all(q.sense == "again" and q.high == 1 for _, q in alive)
    return [] if told_of and again else alive


def _survivors(rows: Sequence[Row], gone: frozenset[str], killed: Quantity | None) -> Quantity | None:
    """Those shot and not killed: all of them less the dead, unless the words name other people as dead."""
    alive = _alive(rows, gone, told_of=killed is not None)
    if not alive:
        return None
    shot = _total(alive)
    besides = _besides(alive)
    if killed and killed.high is None and not besides:
        return None  # "his parents and siblings" may be all who were hit
    fewer = (killed.low or 0) if killed and not besides else 0
    low = (shot.low or 0) - fewer
    high = None if shot.high is None else shot.high - fewer
    if low <= 0:
        return None
    return msgspec.structs.replace(shot, of="injured", low=low, high=high)
